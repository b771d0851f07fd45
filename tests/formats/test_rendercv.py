"""RenderCV's YAML in: entries told by their keys, and hostile files refused in words."""

import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume.document.schema import Education, Position, Project, Publication, Skill
from resume.document.source import SourceError
from resume.formats.rendercv import parse

SAMPLE = """\
cv:
  name: Jane Roe
  headline: Engineer
  email: jane@example.com
  location: Tokyo
  website: https://example.com/
  social_networks:
    - network: GitHub
      username: janeroe
  pronouns: she
  sections:
    summary:
      - I build things.
    experience:
      - company: Acme
        position: Engineer
        start_date: 2021-04
        end_date: present
        location: Remote
        summary: Platform.
        highlights:
          - Did this
    education:
      - institution: University of X
        area: Physics
        degree: BSc
        start_date: 2010
        end_date: 2014-03-31
    projects:
      - name: Tool
        date: 2020
        highlights: [Fast]
    publications:
      - title: On things
        authors: [J. Roe, "*A. Other*"]
        journal: Journal
        date: 2019-05
    skills:
      - label: Languages
        details: Python, Go
    notes:
      - bullet: A point
design:
  theme: classic
"""


def items(kind):
    return [item for item in parse(SAMPLE).resume.items() if isinstance(item, kind)]


def test_an_entry_is_told_by_its_keys():
    position = items(Position)[0]
    assert (position.employer.name, position.role, position.start, position.end) == (
        "Acme",
        "Engineer",
        "2021-04",
        "current",
    )
    assert position.body == "Platform.\n\n- Did this"
    education = items(Education)[0]
    assert (education.area, education.start, education.end) == ("BSc Physics", "2010", "2014-03-31")
    assert [project.title for project in items(Project)] == ["Tool"]
    assert items(Publication)[0].authors == "J. Roe, *A. Other*"
    assert [skill.name for skill in items(Skill)] == ["Python", "Go"]


def test_contact_facts_are_for_the_owner_alone():
    links = [item for section in parse(SAMPLE).resume.sections[-1:] for item in section.children]
    audiences = {line.items[0].kind: line.items[0].audience for line in links}
    assert audiences == {
        "email": "owner",
        "address": "owner",
        "website": "public",
        "account": "public",
    }


def test_what_no_field_holds_is_kept():
    profile = parse(SAMPLE).resume.profile
    assert profile.extras == {
        "rendercv": {"cv": {"pronouns": "she"}, "design": {"theme": "classic"}}
    }
    assert items(Position)[0].extras == {"location": "Remote"}
    places = [(note.place, note.params) for note in parse(SAMPLE).notes]
    assert places == [("cv.sections.experience[0].location", {"key": "location"})]


def section(entries, title="notes"):
    """Return the section and the items of a file with these entries."""
    text = f"cv:\n  sections:\n    {title}:\n" + "".join(f"      - {e}\n" for e in entries)
    resume = parse(text).resume
    return resume.sections[0], list(resume.items())


def test_a_start_without_an_end_goes_on_and_a_date_wins():
    """The rules of RenderCV's own data model for start_date, end_date and date."""
    _, (going, single) = section(
        [
            "{company: A, start_date: 2020-01}",
            "{company: B, start_date: 2020-01, end_date: 2021-01, date: 2022-05}",
        ]
    )
    assert (going.start, going.end) == ("2020-01", "current")
    assert (single.start, single.end) == ("2022-05", "2022-05")


def test_a_date_in_free_words_is_a_fact_of_a_project_and_kept_elsewhere():
    _, (project, position) = section(
        ["{name: Tool, date: Fall 2023}", "{company: A, date: Fall 2023}"]
    )
    assert [(fact.label, fact.value) for fact in project.facts] == [("Date", "Fall 2023")]
    assert (position.start, position.extras) == ("", {"date": "Fall 2023"})


def test_a_title_that_is_a_link_is_text_and_the_link_leads_the_body():
    _, (project,) = section(["{name: '[Tool](https://example.com/)', summary: Fast.}"])
    assert project.title == "Tool"
    assert project.body == "[Tool](https://example.com/)\n\nFast."


def test_entries_of_text_stay_markdown_as_rendercv_prints_them():
    assert section(["One.", "Two."])[0].body == "One.\n\nTwo."
    assert section(["bullet: a", "bullet: b"])[0].body == "- a\n- b"
    assert section(["number: a", "number: b"])[0].body == "1. a\n2. b"
    assert section(["{label: Go, details: daily use}"])[0].body == "- Go: daily use"


@pytest.mark.parametrize(
    ("key", "heading"),
    [
        ("work_experience", "Work Experience"),
        ("state_of_the_art", "State of the Art"),
        ("welcome_to_RenderCV", "Welcome to RenderCV"),
        ("Spoken languages", "Spoken languages"),
    ],
)
def test_a_heading_is_the_one_that_rendercv_prints(key, heading):
    assert section(["x"], key)[0].title == heading


@pytest.mark.parametrize(
    ("network", "user", "url"),
    [
        ("GitHub", "janeroe", "https://github.com/janeroe"),
        ("Mastodon", "'@jane@example.org'", "https://example.org/@jane"),
        ("Nowhere", "jane", ""),
    ],
)
def test_an_account_is_an_address_where_the_network_is_known(network, user, url):
    text = f"cv:\n  social_networks:\n    - {{network: {network}, username: {user}}}\n"
    (link,) = parse(text).resume.items()
    assert (link.url, link.value) == (url, "" if url else "jane")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("cv:\n  name: a\n  name: b\n", "3"),
        ("cv: [\n", "2"),
        ("design: {}\n", ""),
        ("cv:\n  website: 'javascript:alert(1)'\n", "cv.website"),
        (
            "cv:\n  sections:\n    x:\n      - company: A\n        start_date: soon\n",
            "cv.sections.x[0].start_date",
        ),
        ("cv: &a [x]\nb: [" + ", ".join(["*a"] * 30) + "]\n", "2"),
        ("cv: " + "[" * 50 + "]" * 50, "1"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(text, place):
    with pytest.raises(SourceError) as refusal:
        parse(text)
    assert refusal.value.place == place


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("cv:\n  name: Jane: Roe\n", "2", "put a text that holds a colon in quotes"),
        ("cv:\n\tname: Jane\n", "2", "indent with spaces and no tabs"),
        ("cv:\n  name: @jane\n", "2", "a text that begins with a sign such as @ in quotes"),
        ("cv:\n  name: [Jane\n", "3", "a bracket that was opened before is not closed"),
        ("cv:\n  name: 'Jane\n", "3", "a quote that was opened before is not closed"),
        ("cv:\n  name: Jane\n email: a\n", "3", "indent the line as those beside it"),
        ("cv:\n  name: 'Jane' Roe\n", "2", "put a whole text in quotes or none of it"),
        ("cv:\n  sections: - a\n", "2", "begin the list on a line of its own"),
        ("cv:\nname\n", "3", "a colon is missing after a key"),
        ("cv:\n  name: *jane\n", "2", "put a text that begins with * in quotes"),
        ("cv:\n  name: !jane\n", "2", "put a text that begins with ! in quotes"),
        ('cv:\n  name: "a\\d"\n', "2", "put a text that holds a backslash in single quotes"),
        ("cv:\n  name: a\n---\ncv:\n  name: b\n", "3", "take out all but the first"),
    ],
)
def test_what_is_no_yaml_is_told_by_its_line_with_what_to_mend(text, line, words):
    with pytest.raises(SourceError, match=re.escape(words)) as refusal:
        parse(text)
    assert refusal.value.place == line


@pytest.mark.parametrize("date", ["2024-13-01", "2024-02-30"])
def test_a_day_that_no_month_has_is_refused_with_its_path(date):
    entry = f"cv:\n  sections:\n    x:\n      - company: A\n        start_date: {date}\n"
    with pytest.raises(SourceError, match=f"“{date}” is not a date; write 2024") as refusal:
        parse(entry)
    assert refusal.value.place == "cv.sections.x[0].start_date"


@given(st.text(max_size=60) | st.text(alphabet="cv:\n -[]{}&*!'\"ab0", max_size=60))
def test_any_text_is_read_or_refused_in_words(text):
    with contextlib.suppress(SourceError):
        assert parse(text).format == "rendercv"
