"""The test cases of the schema project itself (github.com/jsonresume/resume-schema, MIT).

One file a section, as there: a case whose name says "Valid" fits the schema, all others do not.
"""

import json
from pathlib import Path

import pytest

from resume.document.source import SourceError
from resume.formats.json_resume import parse, render

FOLDER = Path(__file__).parents[1] / "data/json_resume/cases"
CASES = [
    pytest.param(case, id=f"{path.stem}-{name}")
    for path in sorted(FOLDER.glob("*.json"))
    for name, case in json.loads(path.read_text(encoding="utf-8")).items()
]
VALID = [case for case in CASES if "valid" in case.id.lower() and "nvalid" not in case.id]
# Named invalid by the project, and taken here: an end that is not known may be said by null, and
# its schema has no `summary` of an education, whose value therefore is the owner's own.
TAKEN = {
    "education-endDateInvalid": "An empty end was read as not known.",
    "education-summaryInvalid": (
        "This entry makes no record: its name is missing, too long, or that of an entry before. "
        "It is kept for exports, and not shown."
    ),
    "projects-endDateInvalid": "An empty end was read as not known.",
    "volunteer-endDateInvalid": "An empty end was read as not known.",
    "work-endDateNull": "An empty end was read as not known.",
}
INVALID = [case for case in CASES if case not in VALID and case.id not in TAKEN]


def holds(outer, inner):
    """True where all keys and values of `inner` stand in `outer`, at the same places."""
    if isinstance(inner, dict):
        return all(key in outer and holds(outer[key], inner[key]) for key in inner)
    if isinstance(inner, list):
        return len(outer) == len(inner) and all(map(holds, outer, inner))
    return outer == inner


def path_of(value, path=""):
    """Return the path of the one value in a case that does not fit: null, 0 or an empty object."""
    if isinstance(value, dict) and value:
        (key, inner), *_others = value.items()
        return path_of(inner, f"{path}.{key}".removeprefix("."))
    return path_of(value[0], f"{path}[0]") if isinstance(value, list) else path


def test_all_cases_of_the_project_are_here():
    assert (len(VALID), len(INVALID), len(TAKEN)) == (115, 93, 5)


@pytest.mark.parametrize("case", VALID)
def test_a_valid_case_comes_back_with_every_key(case):
    assert holds(json.loads(render(parse(json.dumps(case)).resume)), case)


@pytest.mark.parametrize("case", INVALID)
def test_an_invalid_case_is_refused_naming_its_path(case):
    with pytest.raises(SourceError) as refused:
        parse(json.dumps(case))
    assert refused.value.place == path_of(case)


@pytest.mark.parametrize("case", [case for case in CASES if case.id in TAKEN])
def test_a_tolerated_case_is_told_of(case, request):
    name = request.node.callspec.id
    messages = [note.message for note in parse(json.dumps(case)).notes]
    assert TAKEN[name] in messages
