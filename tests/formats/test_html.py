from resume.document.schema import (
    Education,
    Employer,
    Fact,
    Line,
    Position,
    Project,
    Resume,
    Section,
    Skill,
)
from resume.formats.html import Heading, contents, render


def link(item):
    return f"/{type(item).__name__.lower()}/{item.key}/" if item.key else ""


def rendered(*sections):
    return render(Resume(sections=sections), link)


def test_names_link_and_the_rest_of_the_line_does_not():
    line = Line((Skill(key="react", name="React", claim="1 年"), Skill(name="Vue", claim="1 年")))
    assert rendered(Section(key="言語", title="言語", children=(line,))) == (
        '<section><h2 id="section-言語">言語</h2>'
        '<ul><li><a href="/skill/react/">React</a>/Vue(1 年)</li></ul></section>'
    )


def test_text_and_addresses_are_escaped():
    hostile = '"><script>alert(1)</script>'
    section = Section(
        key=hostile,
        title=hostile,
        layout="headings",
        children=(
            Line((Skill(key=hostile, name=hostile, claim=hostile),)),
            Line((Position(key=hostile, employer=Employer(name=hostile), role=hostile),)),
            Line((Project(title="例", facts=(Fact(label=hostile, value=hostile),)),)),
        ),
    )
    html = rendered(section)
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(1)") >= 5


def test_groups_are_nested_lists_and_lines_keep_their_breaks():
    years = (Line((Education(institution="甲"),)), Line((Education(institution="乙"),)))
    group = Section(key="g", title="組", style="bullet", layout="lines", children=years)
    assert rendered(Section(children=(group,))) == (
        '<section><ul><li><span id="section-g">組</span><p>甲<br>乙</p></li></ul></section>'
    )


def test_positions_hold_their_projects_one_level_below():
    project = Project(key="p", title="開発", body="# 大見出し")
    position = Position(key="e", employer=Employer(name="例社"), projects=(project,))
    section = Section(key="s", title="職歴", layout="headings", children=(Line((position,)),))
    html = rendered(section)
    assert '<h2 id="section-s">職歴</h2><article><h3 id="position-e">' in html
    assert '<article><h4 id="project-p"><a href="/project/p/">開発</a></h4><h5' in html


def test_contents_name_the_headings_that_the_page_has():
    project = Project(key="p", title="開発")
    position = Position(key="e", employer=Employer(name="例社"), projects=(project,))
    group = Section(key="g", title="組", style="bullet")
    section = Section(key="s", title="職歴", layout="headings", children=(Line((position,)), group))
    resume = Resume(sections=(section,))
    assert contents(resume) == [
        Heading(1, "section-s", "職歴"),
        Heading(2, "position-e", "例社"),
        Heading(3, "project-p", "開発"),
    ]
    html = render(resume, link)
    assert all(f'id="{heading.identifier}"' in html for heading in contents(resume))
