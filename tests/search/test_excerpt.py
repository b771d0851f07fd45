"""A hit in its context, cut from the text as it was written."""

from hypothesis import given
from hypothesis import strategies as st

from resume.search.excerpt import BEFORE, LENGTH, excerpt, marked
from resume.search.folding import fold, folded
from tests.search.test_folding import ALPHABET


def text_of(pieces):
    return "".join(piece.text for piece in pieces)


def hits(pieces):
    return [piece.text for piece in pieces if piece.is_hit]


def test_a_hit_is_shown_as_it_was_written():
    pieces = marked(folded("…のﾃﾞｰﾀ基盤とＡＷＳ"), ["でーた", "aws"])
    assert hits(pieces) == ["ﾃﾞｰﾀ", "ＡＷＳ"]
    assert text_of(pieces) == "…のﾃﾞｰﾀ基盤とＡＷＳ"


def test_a_word_that_is_a_part_of_one_character_marks_the_character():
    assert hits(marked(folded("㍿例"), ["会社"])) == ["㍿"]


def test_overlapping_and_neighbouring_hits_are_one():
    words = [fold(word) for word in ("データ", "タ基盤", "整備")]
    assert hits(marked(folded("データ基盤整備"), words)) == ["データ基盤整備"]


def test_a_text_without_a_hit_shows_its_beginning():
    pieces = excerpt(folded("あ" * 500), ["x"])
    assert text_of(pieces) == "あ" * LENGTH + "…"
    assert hits(pieces) == []
    assert excerpt(folded(""), ["x"]) == []


def test_a_hit_in_the_middle_stands_between_ellipses():
    pieces = excerpt(folded("あ" * 500 + "い" + "あ" * 500), ["い"])
    assert pieces[0].text == pieces[-1].text == "…"
    assert hits(pieces) == ["い"]
    assert len(text_of(pieces)) == LENGTH + 2
    assert text_of(pieces).index("い") == BEFORE + 1


def test_the_excerpt_is_taken_where_most_words_stand_together():
    text = "AWS " + "あ" * 300 + "GCP と AWS と Azure" + "あ" * 300
    assert hits(excerpt(folded(text), ["aws", "gcp", "azure"])) == ["GCP", "AWS", "Azure"]


def test_a_latin_word_is_not_cut_at_the_edge():
    pieces = excerpt(
        folded("infrastructure " * 40 + "target " + "infrastructure " * 40), ["target"]
    )
    words = text_of(pieces).strip("…").split()
    assert set(words) == {"infrastructure", "target"}


@given(
    st.text(ALPHABET, max_size=400), st.lists(st.text(ALPHABET, min_size=1, max_size=5), max_size=4)
)
def test_pieces_are_a_part_of_the_written_text_whatever_is_looked_for(text, typed):
    words = [word for each in typed if (word := fold(each).strip()) and " " not in word]
    source = folded(text)
    assert text_of(marked(source, words)) == text
    shown = text_of(excerpt(source, words))
    assert shown.removeprefix("…").removesuffix("…") in text or shown in text
    for hit in hits(marked(source, words)):
        assert any(word in fold(hit) for word in words)


def test_a_word_that_is_everywhere_is_looked_at_a_bounded_number_of_times():
    source = folded("a" * 100_000)
    assert len(hits(excerpt(source, ["a"]))) == 1
