"""Contact facts and birth dates that a text may hold."""

import unicodedata

import pytest

from resume.document.contacts import contact_facts, tells_how_to_reach


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
    assert tells_how_to_reach(f"連絡は {fact} まで")


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
