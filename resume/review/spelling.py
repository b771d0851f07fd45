"""Words as they are spelled: misspelled terms, letters of the wrong width."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from django.utils.translation import gettext_lazy as _

from resume.document.text import fold
from resume.models import Certification

from .dictionary import misspellings, squash, terms
from .facts import Facts
from .findings import Finding, Kind
from .texts import Text

MISSPELLED = Kind(
    "misspelling",
    _("Misspelled words"),
    _("Engineers read a misspelled tool as one that was never used; searches do not find it."),
    _("Correct the word."),
)
WIDTH = Kind(
    "full-width",
    _("Letters of the wrong width"),
    _("Full-width letters look foreign beside others, and machines take them for others."),
    _("Write letters and digits in half width, katakana in full width."),
)
# Latin words; none that goes on with a digit or with a letter that has an accent.
OTHER = r"0-9À-ɏ_"
WORD = re.compile(rf"(?<![A-Za-z{OTHER}])[A-Za-z]{{3,}}(?:-[A-Za-z]+){{0,3}}(?![A-Za-z{OTHER}])")
LATIN = re.compile(r"[A-Za-z]+")
FULL_WIDTH = re.compile(r"[Ａ-Ｚａ-ｚ０-９]+(?:[　 ．，－＋]?[Ａ-Ｚａ-ｚ０-９]+)*|[ｦ-ﾟ]{2,}")
SHORTEST = 7  # letters: below, too many right words are one letter apart
LONGEST = 30
SHORTEST_EXAM = 5
SHOWN = 5
# What a right word may have more or less than a term at its end.
ENDINGS = ("s", "es", "d", "ed", "r", "er", "e", "al", "ly", "ing", "y")


def misspelled_words(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the words that the dictionary knows as wrong, or that are one letter from a term."""
    right = _right_words(facts)
    for text in facts.texts:
        found = dict.fromkeys(
            pair for line in text.lines for pair in _misspelled(text, line, right)
        )
        for wrong, correct in found:
            words = _("“%(wrong)s” is written “%(right)s”.")
            params = {"wrong": wrong, "right": correct}
            yield Finding(MISSPELLED, text.record, fold(wrong), words, params, text.field)


def full_width_letters(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the texts that hold full-width letters or digits, or half-width katakana."""
    for text in facts.texts:
        if found := list(dict.fromkeys(FULL_WIDTH.findall("\n".join(text.lines)))):
            shown = "、".join(found[:SHOWN]) + ("…" if len(found) > SHOWN else "")
            half = unicodedata.normalize("NFKC", found[0])
            words = _("%(words)s: write “%(half)s”.")
            params = {"words": shown, "half": half}
            yield Finding(WIDTH, text.record, " ".join(found), words, params, text.field)


def _misspelled(text: Text, line: str, right: frozenset[str]) -> Iterator[tuple[str, str]]:
    wrong_words = misspellings()
    folded = fold(line)
    for wrong in _japanese():
        if wrong in folded:
            yield wrong, wrong_words[wrong]
    is_exam = isinstance(text.record, Certification)
    for match in WORD.finditer(line):
        parts = [match[0]] if fold(match[0]) in wrong_words else match[0].split("-")
        for word in parts:
            if squash(word) in right:
                continue
            if known := wrong_words.get(fold(word)) or _near(word, is_exam and word.isupper()):
                yield word, known


@lru_cache(maxsize=10_000)
def _near(word: str, is_exam: bool) -> str:
    """Return the term that `word` is a misspelling of, or ""."""
    folded = word.casefold()
    if is_exam and len(folded) >= SHORTEST_EXAM:
        for exam in _exams():
            if exam[0] == folded[0] and distance(exam, folded) <= 2:
                return exam.upper()
    if not SHORTEST <= len(folded) <= LONGEST:
        return ""
    for key in _one_less(folded):
        for term, name in _neighbours().get(key, ()):
            differs = term[0] == folded[0] and not _is_inflected(term, folded)
            if differs and distance(term, folded) == 1:
                return name
    return ""


def distance(one: str, other: str) -> int:
    """Return how many letters to insert, delete, replace or swap with the next make one the other.

    The optimal string alignment distance.
    """
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, match in enumerate(other, 1):
            cost = min(
                last[column] + 1, current[column - 1] + 1, last[column - 1] + (letter != match)
            )
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == match:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, last = last, current
    return last[-1]


def _is_inflected(term: str, word: str) -> bool:
    longer, shorter = (term, word) if len(term) > len(word) else (word, term)
    return any(longer == shorter + ending for ending in ENDINGS)


def _one_less(word: str) -> set[str]:
    """Return the word, and the word without each of its letters."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


@cache
def _neighbours() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for term in terms():
        if not term.near:
            continue
        for name in term.names:
            if LATIN.fullmatch(name) and len(name) >= SHORTEST:
                for key in _one_less(name.casefold()):
                    found.setdefault(key, []).append((name.casefold(), name))
    return found


@cache
def _exams() -> tuple[str, ...]:
    return tuple(term.name.casefold() for term in terms() if term.kind == "exam")


@cache
def _japanese() -> tuple[str, ...]:
    return tuple(wrong for wrong in misspellings() if not wrong.isascii())


def _right_words(facts: Facts) -> frozenset[str]:
    """Return the words that are right: of the dictionary, and of names the owner did not choose."""
    names = [name for term in terms() for name in (*term.names, *term.covers)]
    names += [name for each in facts.employers for name in (each.name, each.alias, each.aliases)]
    names += [publication.title for publication in facts.publications]
    names += [link.value for link in facts.links]
    return frozenset(squash(word) for name in names for word in re.findall(r"\w+", name))
