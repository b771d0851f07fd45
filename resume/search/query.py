"""What somebody looks for, and what is found: every word, in the order of how well it fits."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .entries import Entry
from .folding import fold

MOST_CHARACTERS = 100
MOST_WORDS = 8

# How well a word fits, best first.
IS_NAME, BEGINS_NAME, IN_NAME, BEGINS_WORD, IN_WORD = range(5)


@dataclass(frozen=True)
class Query:
    """What was typed, each of its words folded and as typed, and whether some was left out."""

    typed: str
    words: tuple[str, ...]
    typed_words: tuple[str, ...]
    is_cut: bool = False

    @property
    def phrase(self) -> str:
        """The words as one text."""
        return " ".join(self.words)


def parse(typed: str) -> Query:
    """Return the Query of what was typed: its first words, as many as are looked for at once."""
    kept = typed.strip()[:MOST_CHARACTERS].rstrip()
    words: dict[str, str] = {}
    for typed_word in kept.split():
        for word in fold(typed_word).split():
            words.setdefault(word, typed_word)
    is_cut = len(kept) < len(typed.strip()) or len(words) > MOST_WORDS
    return Query(kept, tuple(words)[:MOST_WORDS], tuple(words.values())[:MOST_WORDS], is_cut)


def find(entries: Iterable[Entry], query: Query) -> list[Entry]:
    """Return the entries that hold every word, in names or text: the best first.

    A name that is a word comes before one that begins with it, and that before one that holds it;
    then come texts in which a word begins with it. Equal ones stay in the order of `entries`.
    """
    if not query.words:
        return []
    begins = {word: _begins(word) for word in query.words}
    found = []
    for place, entry in enumerate(entries):
        if all(_holds(entry, word) for word in query.words):
            fit = sum(_fit(entry, word, pattern) for word, pattern in begins.items())
            # "Cloud Run" is better named by itself than by two names that hold a word of it each.
            is_named = any(query.phrase in name for name in entry.names)
            found.append((not is_named, fit, place, entry))
    found.sort(key=lambda each: each[:3])
    return [entry for *_rank, entry in found]


def count_alone(entries: list[Entry], query: Query) -> list[tuple[str, int]]:
    """Return (word as typed, how many entries hold it) of the words that are found alone."""
    counts = Counter(
        typed
        for entry in entries
        for typed, word in zip(query.typed_words, query.words, strict=True)
        if _holds(entry, word)
    )
    return [(typed, counts[typed]) for typed in query.typed_words if counts[typed]]


def _holds(entry: Entry, word: str) -> bool:
    return word in entry.text.text or any(word in name for name in entry.names)


def _fit(entry: Entry, word: str, begins: re.Pattern[str] | None) -> int:
    if word in entry.names:
        return IS_NAME
    if any(word in name for name in entry.names):
        if any(name.startswith(word) or _found(begins, name) for name in entry.names):
            return BEGINS_NAME
        return IN_NAME
    if begins is None or begins.search(entry.text.text):
        return BEGINS_WORD
    return IN_WORD


def _found(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is not None and bool(pattern.search(text))


def _begins(word: str) -> re.Pattern[str] | None:
    """Return what finds `word` at the beginning of a word; None for Japanese, which shows none."""
    if not (word[0].isascii() and word[0].isalnum()):
        return None
    return re.compile(rf"(?<![a-z0-9]){re.escape(word)}")
