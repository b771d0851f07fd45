"""What of a file's extras is for the owner alone."""

import pytest

from resume.store.privacy import public_extras, with_private_extras


@pytest.mark.parametrize(
    "private",
    [
        {"birthDate": "1990-01-02"},
        {"date_of_birth": "1990"},
        {"homeAddress": {"city": "Tulsa"}},
        {"生年月日": "1990年"},
        {"note": "call 090-1234-5678"},
        {"note": "+81 90 1234 5678"},
        {"contact": "a.b@example.com"},
        {"references": [{"name": "Jane"}]},
        {"basics": {"location": {"city": "Tulsa"}}},
        {"deep": [{"phone": "1"}]},
        {"texts": ["a@example.com"]},
    ],
    ids=str,
)
def test_private_extras_are_dropped_at_every_level(private):
    left = {"basics": {}, "deep": [{}], "texts": []}
    assert public_extras(private) == {key: left[key] for key in private if key in left}


def test_other_extras_stay():
    extras = {
        "location": "Palo Alto, CA",
        "image": "page.png",
        "language": "ja",
        "courses": ["DB1101 - Basic SQL"],
        "url": "https://social.example/@lena",
        "work": [None, {"startDate": "2014-10-01"}],
        "meta": {"version": "v1.0.0", "lastModified": "2017-12-24T15:53:00"},
    }
    assert public_extras(extras) == extras


def test_a_file_keeps_the_private_extras_that_no_export_tells():
    stored = {"basics": {"location": {"city": "Tulsa"}, "x": 1}, "references": [], "theme": "even"}
    assert with_private_extras({}, stored) == {"references": []}
    assert with_private_extras({"basics": {"x": 2}}, stored) == {
        "basics": {"location": {"city": "Tulsa"}, "x": 2},
        "references": [],
    }
    only_private = {"basics": {"location": {"city": "Tulsa"}}}
    assert with_private_extras({"theme": "odd"}, only_private) == {**only_private, "theme": "odd"}


def test_a_file_has_the_last_word_on_private_extras_that_it_tells():
    stored = {"references": [{"name": "Jane"}], "theme": "even"}
    assert with_private_extras({"references": []}, stored) == {"references": []}
