"""What is found for a query, and in which order."""

import pytest

from resume.search.entries import Entry
from resume.search.folding import fold, folded
from resume.search.query import MOST_CHARACTERS, MOST_WORDS, count_alone, find, parse


def entry(title, text="", aliases=()):
    names = "\n".join(["", *map(fold, [title, *aliases]), ""])
    return Entry("skills", "skill", folded(title), names, folded(text), "/")


def titles(entries, typed):
    return [found.title.written for found in find(entries, parse(typed))]


def test_a_word_is_found_in_a_title_an_alias_and_a_text():
    entries = [entry("CloudFormation", aliases=["Cfn"]), entry("その他", "Cfnの導入"), entry("AWS")]
    assert titles(entries, "cfn") == ["CloudFormation", "その他"]


def test_every_word_must_be_found_wherever_it_stands():
    entries = [entry("データ基盤", "AWS での構築"), entry("データ"), entry("AWS")]
    assert titles(entries, "aws データ") == ["データ基盤"]
    assert titles(entries, "ＡＷＳ　でーた") == ["データ基盤"]


def test_two_japanese_characters_inside_a_longer_word_are_found():
    assert titles([entry("x", "機械学習基盤の構築")], "学習") == ["x"]


def test_titles_come_first_the_closest_of_them_at_the_top():
    entries = [
        entry("その他", "domain aim"),
        entry("導入", "ai の導入"),
        entry("email"),
        entry("生成 AI"),
        entry("AI"),
    ]
    assert titles(entries, "ai") == ["AI", "生成 AI", "email", "その他", "導入"]


def test_a_word_that_only_stands_inside_others_comes_last():
    entries = [entry("a", "container"), entry("b", "AI container")]
    assert titles(entries, "ai") == ["b", "a"]


def test_a_title_that_is_the_whole_query_comes_before_one_that_holds_its_words():
    entries = [entry("Run on the Cloud"), entry("Google Cloud Run")]
    assert titles(entries, "cloud run") == ["Google Cloud Run", "Run on the Cloud"]


def test_equals_stay_in_the_order_of_the_list():
    assert titles([entry("AWS 1"), entry("AWS 2")], "aws") == ["AWS 1", "AWS 2"]


@pytest.mark.parametrize("typed", ["", "   ", "\u3000", "\u200b"])
def test_nothing_typed_finds_nothing(typed):
    assert titles([entry("AWS", "x")], typed) == []


def test_signs_are_letters_like_any_other():
    entries = [entry("C"), entry("C++"), entry("100%", "(a|b)* <b>")]
    assert titles(entries, "c++") == ["C++"]
    assert titles(entries, "%") == titles(entries, "(a|b)*") == titles(entries, "<b>") == ["100%"]


def test_a_query_is_cut_at_its_limits_and_says_so():
    query = parse("あ" * (MOST_CHARACTERS + 1))
    assert (query.typed, query.is_cut) == ("あ" * MOST_CHARACTERS, True)
    query = parse(" ".join(f"w{number}" for number in range(MOST_WORDS + 1)))
    assert (len(query.words), query.is_cut) == (MOST_WORDS, True)
    query = parse(" ".join(f"w{number}" for number in range(MOST_WORDS)))
    assert (len(query.words), query.is_cut) == (MOST_WORDS, False)
    # One character that folds to eighteen stays a bounded query.
    assert len(parse("\ufdfa" * 1000).words) <= MOST_WORDS


def test_a_word_that_is_typed_twice_counts_once():
    assert parse("AWS aws ＡＷＳ").words == ("aws",)


def test_words_that_are_found_alone_are_counted_as_they_were_typed():
    entries = [entry("AWS"), entry("AWS ECS"), entry("GCP")]
    assert count_alone(entries, parse("GCP ＡＷＳ zzz")) == [("GCP", 1), ("ＡＷＳ", 2)]
