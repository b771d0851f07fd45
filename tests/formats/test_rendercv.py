"""RenderCV's YAML in: entries told by their keys, and hostile files refused in words."""

import contextlib

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


@given(st.text(max_size=60) | st.text(alphabet="cv:\n -[]{}&*!'\"ab0", max_size=60))
def test_any_text_is_read_or_refused_in_words(text):
    with contextlib.suppress(SourceError):
        assert parse(text).format == "rendercv"
