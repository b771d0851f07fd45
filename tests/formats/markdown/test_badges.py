"""Skills that are shown as badges are records; their text stays as it is while it tells them."""

from dataclasses import replace

import pytest

from resume.document.badges import badge_names
from resume.document.schema import Line, Skill
from resume.formats import html
from resume.formats.markdown import parse, render

from .test_item_tables import section

URL = "https://img.shields.io/badge"


@pytest.mark.parametrize(
    ("badge", "name"),
    [
        (f"![Go]({URL}/-Golang-00ADD8)", "Go"),
        (f"[![Go]({URL}/-Golang-00ADD8)](https://go.example/)", "Go"),
        (f'<img alt="Go" src="{URL}/-Golang-00ADD8?logo=go">', "Go"),
        (f'<img\n  src="{URL}/-Golang-00ADD8"\n  alt="Go"\n/>', "Go"),
        (f"![]({URL}/-Apollo%20GraphQL-311C87?style=flat)", "Apollo GraphQL"),
        (f"![Static Badge]({URL}/Google_Cloud-EEE)", "Google Cloud"),
        (f"![]({URL}/vue--router-4FC08D.svg)", "vue-router"),
    ],
)
def test_a_badge_names_what_it_says_or_what_its_address_does(badge, name):
    assert badge_names(badge) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "![Go](https://example.com/go.png)",
        f"得意：![Go]({URL}/-Go-00ADD8)",
        f"![Go]({URL}/-Go-00ADD8) ![x](https://x.example/y.png)",
        "![](https://img.shields.io/github/stars/a/b)",
    ],
)
def test_a_text_of_something_else_has_none(text):
    assert badge_names(text) == []


BLOCK = f"""<p>
  <img alt="Go" src="{URL}/-Go-00ADD8">
  <img alt="Rust" src="{URL}/-Rust-000000">
</p>"""


def told(*lines):
    return [item.name for line in section(*lines).children for item in line.items]


def test_badges_that_are_all_of_a_text_are_skills_and_stay():
    assert told(*BLOCK.split("\n")) == ["Go", "Rust"]
    assert section(*BLOCK.split("\n")).body == BLOCK
    line = f"![Go]({URL}/-Go-00ADD8) ![Rust]({URL}/-Rust-000000)"
    assert told(line) == ["Go", "Rust"]
    assert told(line, "", "---") == ["Go", "Rust"]


def test_the_same_badge_twice_or_one_of_a_sentence_leaves_all_of_it_text():
    assert told(f"![Go]({URL}/-Go-00ADD8)", f"![Go]({URL}/-Go-00ADD8)") == []
    assert told(f"![設計をしました。]({URL}/-Go-00ADD8)") == []


def changed(*names):
    """Return the résumé with the badges whose skills are these."""
    resume = parse(f"# x\n\n## スキル\n\n{BLOCK}\n").resume
    (document,) = resume.sections
    (skills,) = document.children
    skills = replace(skills, children=tuple(Line((Skill(name=name),)) for name in names))
    return replace(resume, sections=(replace(document, children=(skills,)),))


def test_badges_that_tell_other_skills_become_a_list():
    assert render(changed("Go", "Rust")) == f"# x\n\n## スキル\n\n{BLOCK}\n"
    assert render(changed("Go")) == "# x\n\n## スキル\n\n- Go\n"
    assert render(changed("Go", "Rust", "C")) == "# x\n\n## スキル\n\n- Go\n- Rust\n- C\n"


def test_a_page_shows_the_skills_and_loads_no_picture():
    page = html.render(changed("Go", "Rust"), lambda item: f"/{getattr(item, 'name', '')}/")
    assert '<ul><li><a href="/Go/">Go</a></li><li><a href="/Rust/">Rust</a></li></ul>' in page
    assert "shields" not in page
