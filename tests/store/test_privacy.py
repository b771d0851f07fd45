"""What of a file's extras is for the owner alone."""

import pytest

from resume.store.privacy import public_extras


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
