"""What of a file's extras is for the owner alone."""

import unicodedata

import pytest

from resume.store.privacy import contact_facts, public_extras, with_private_extras


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


@pytest.mark.parametrize(
    "fact",
    [
        "taro@example.jp",
        "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ",
        "090-1234-5678",
        "０９０－１２３４－５６７８",
        "03ー1234ー5678",
        "09012345678",
        "090 1234 5678",
        "03(1234)5678",
        "(03) 1234-5678",
        "+81 90 1234 5678",
        "(555) 123-4567",
    ],
)
def test_a_mail_address_or_number_is_found_as_people_type_it(fact):
    narrow = unicodedata.normalize("NFKC", fact)
    assert contact_facts(f"連絡は {fact} まで、{fact}") == [narrow]
    assert public_extras({"note": f"連絡は {fact} まで"}) == {}


@pytest.mark.parametrize("word", ["生年月日", "年齢", "住所", "電話番号", "携帯", "Phone"])
def test_the_word_before_a_fact_is_found(word):
    assert contact_facts(f"- {word}: x") == [word]


@pytest.mark.parametrize(
    "text",
    [
        "iPhone アプリの開発、smartphone",
        "2020-04-01 から 2021-03-31",
        "ISBN 978-4-06-123456-7",
        "v0.10-20-3000",
        "@typescript-eslint/parser",
        "1,000 人、100-200-3000",
    ],
)
def test_what_only_looks_like_a_number_or_address_is_not_found(text):
    assert contact_facts(text) == []
