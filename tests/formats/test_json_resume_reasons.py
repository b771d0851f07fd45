"""What is wrong with a JSON Resume, and what to write instead: the words of each refusal."""

import json
from itertools import count, takewhile

import pytest

from resume.document.source import SourceError
from resume.formats import parse
from resume.formats.json_resume import official
from resume.formats.json_resume.loading import BROKEN

pytestmark = pytest.mark.any_database


def refusal(text):
    with pytest.raises(SourceError) as refused:
        parse(text.encode(), "json")
    return str(refused.value)


def work(**entry):
    return {"work": [{"name": "A", **entry}]}


# fmt: off
WRONG = [
    (work(highlights=None), "work[0].highlights: null stands here; leave the key out, or write []."),
    (work(startDate=None), "work[0].startDate: null stands here; leave the key out."),
    ({"basics": None}, "basics: null stands here; leave the key out."),
    ({"work": [None]}, "work[0]: null stands in the list; take it out."),
    (work(highlights="設計"), 'work[0].highlights: A list is expected here; put [ ] around it: ["設計"].'),
    ({"work": {"name": "A"}}, 'work: A list is expected here; put [ ] around it: [{"name": "A"}].'),
    ({"skills": [{"level": 5}]}, 'skills[0].level: A text is expected here; write it in quotes: "5".'),
    (work(highlights=["a", True]), 'work[0].highlights[1]: A text is expected here; write it in quotes: "true".'),
    (work(summary=["a"]), "work[0].summary: One text in quotes is expected here, and no list or object."),
    ({"skills": ["Python"]}, 'skills[0]: An object is expected here; write {"name": "Python"}.'),
    ({"basics": {"location": "東京"}}, 'basics.location: An object is expected here; write {"address": "東京"}.'),
    ({"basics": []}, "basics: An object is expected here; write keys and their values in { }."),
    (work(startDate=""), "work[0].startDate: An empty text is not a date: leave the key out."),
    (work(startDate="May"), "work[0].startDate: “May” is not a date; write 2024, 2024-09 or 2024-09-15."),
    (work(endDate="Present"), "work[0].endDate: “Present” is not a date; leave the key out for what goes on, or write 2024 or 2024-09."),
    ({"basics": {"email": "x"}}, "basics.email: “x” is no mail address; write one such as jane@example.com, or leave the key out."),
    (work(url="example.com"), "work[0].url: “example.com” is no address that can be linked; write it with http:// or https://, or leave the key out."),
]
BROKEN_TEXTS = [
    ('{"work": [],}', "Line 1 13: a key in double quotes is expected"),
    ("{'work': []}", "Line 1 2: a key in double quotes is expected"),
    ('{\n  "work" []}', "Line 2 10: a colon is missing"),
    ('{"work": [] "basics": {}}', "Line 1 13: a comma is missing"),
    ('{"work": [1,]}', "Line 1 13: a value is expected"),
    ('{"work": []}}', "Line 1 13: the data ended before"),
    ('{"work": "a', "Line 1 10: the text that begins here has no closing quote"),
    ('{"work": "a\nb"}', "Line 1 12: a text goes over its line"),
    (r'{"work": "C:\work"}', "Line 1 13: a backslash is written twice"),
]
# fmt: on


@pytest.mark.parametrize(("data", "words"), WRONG, ids=[words for _data, words in WRONG])
def test_a_value_of_the_wrong_kind_is_refused_with_what_to_write(data, words):
    assert refusal(json.dumps(data)) == words


@pytest.mark.parametrize(
    ("text", "words"), BROKEN_TEXTS, ids=[words for _text, words in BROKEN_TEXTS]
)
def test_what_is_no_json_is_told_by_line_and_character_with_what_to_mend(text, words):
    line, character = words.removeprefix("Line ").split(" ", 1)
    said = refusal(text)
    assert said.startswith(f"{line}: This is no JSON at character {character}")
    assert "Expecting" not in said


@pytest.mark.parametrize("text", ['{"work": [', '{"work": [{"name": "A"},\n', '{"work"', "{"])
def test_a_file_that_ends_too_early_is_told_as_such(text):
    assert "the file ends before its data does" in refusal(text)


def test_every_way_in_which_a_text_is_broken_has_a_message_of_its_own():
    told = {refusal(text).partition(": ")[2].partition(": ")[2] for text, _words in BROKEN_TEXTS}
    own = {message.partition(": ")[2].replace("%%", "%") for message in BROKEN.values()}
    # Newer versions of Python tell a comma before a bracket by itself.
    assert own - told <= {"this comma is one too many; take it out."}
    assert len(own) == 9


def test_of_many_nulls_the_first_are_named_together():
    entries = [{"name": "A", "highlights": None, "url": None} for _ in range(3)]
    assert refusal(json.dumps({"work": entries[:1]})) == (
        "work[0].url: null stands here and at work[0].highlights; "
        "leave these keys out, or write [] where a list belongs."
    )
    said = refusal(json.dumps({"work": entries}))
    assert "at work[0].highlights, work[1].url, work[1].highlights …;" in said


def places(part, path=()):
    """Yield every place of the schema as the keys and indexes that lead there."""
    yield path
    for key, each in part.get("properties", {}).items():
        yield from places(each, (*path, key))
    if "items" in part:
        yield from places(part["items"], (*path, 0))


def data_with(value, path):
    for step in reversed(path):
        value = [value] if step == 0 else {step: value}
    return value


# An empty end is one of the tolerated spellings.
PLACES = [path for path in places(official.schema()) if path and path[-1] != "endDate"]


def test_null_is_refused_at_every_place_with_what_to_do():
    said = {path: refusal(json.dumps(data_with(None, path))) for path in PLACES}
    assert len(said) > 90
    assert {path for path, words in said.items() if "null stands" not in words} == set()
    assert {path for path, words in said.items() if "leave the key out" not in words} == {
        path for path in PLACES if path[-1] == 0
    }


def test_a_long_value_is_cut_in_the_example():
    assert len(refusal(json.dumps({"skills": ["長" * 5000]}))) < 150
    numbers = takewhile(lambda each: each < 3000, count())
    assert len(refusal(json.dumps({"work": dict.fromkeys(map(str, numbers), "x")}))) < 150
