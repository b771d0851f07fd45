"""Folding for search: what counts as the same, and the way back to what was written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume.search.folding import fold, folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＡＷＳ", "aws"),
        ("ﾃﾞｰﾀ基盤", "データ基盤"),
        ("データ", "でーた"),
        ("か\u3099くせい", "がくせい"),
        ("ヷ", "わ\u3099"),
        ("ヽ", "ゝ"),
        ("㈱", "(株)"),
        ("㍿", "株式会社"),
        ("①", "1"),
        ("Straße", "STRASSE"),
        ("Ὀδυσσεύς", "ὈΔΥΣΣΕΎΣ"),
        ("a\u3000b", "a b"),
        ("a\u200bb", "ab"),
        ("辻\U000e0100", "辻"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_two_spellings_count_as_the_same(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("は", "ば"), ("つ", "っ"), ("ー", "一"), ("c", "c#")])
def test_two_words_do_not(one, other):
    assert fold(one) != fold(other)


# Behind it nothing is assigned but marks of variants.
LAST = 0x33500


def test_every_character_folds_the_same_in_every_normal_form_and_once_and_for_all():
    different = []
    for first in (*range(0, 0xD800, 256), *range(0xE000, LAST, 256), 0xE0000, 0xE0100):
        text = "|".join(map(chr, range(first, first + 256)))
        once = fold(text)
        if fold(once) != once or fold(unicodedata.normalize("NFD", text)) != once:
            different.append(hex(first))
    assert different == []


ALPHABET = "aＡßﬁİデﾃﾞがか\u3099㍿…① \u3000\u200b辻\U000e0100한\u1112\u1161\u0301\ufdfa"


@given(st.text(ALPHABET), st.data())
def test_a_part_of_the_folded_text_leads_back_to_what_it_was_made_from(text, data):
    whole = folded(text)
    assert whole.written == text
    start = data.draw(st.integers(0, len(whole.text)))
    end = data.draw(st.integers(start, len(whole.text)))
    first, last = whole.span(start, end)
    assert 0 <= first <= last <= len(text)
    # What was cut out holds the part: it is more only where one character became several.
    assert whole.text[start:end] in fold(text[first:last])


@given(st.text(ALPHABET), st.text("いろはabc", min_size=1), st.text(ALPHABET))
def test_a_word_between_other_texts_is_found_again_exactly(before, word, after):
    # A mark that joins the last letter of the word would make it another one.
    whole = folded(f"{before}|{word}|{after}")
    start = whole.text.index(f"|{word}|") + 1
    first, last = whole.span(start, start + len(word))
    assert whole.written[first:last] == word


def test_a_place_where_lengths_differ_is_not_off_by_any():
    whole = folded("…ﾃﾞｰﾀ㍿AWS")
    start = whole.text.index("aws")
    assert (whole.text, start) == ("...でーた株式会社aws", 10)
    assert whole.span(start, start + 3) == (6, 9)
    assert whole.span(3, 5) == (1, 4)
    assert whole.span(6, 7) == (5, 6)
