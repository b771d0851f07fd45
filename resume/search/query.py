"""What somebody looks for, and what is found: every word, in the order of how well it fits."""

from collections.abc import Iterable
from dataclasses import dataclass

from .entries import Entry
from .folding import fold

MOST_CHARACTERS = 100
MOST_WORDS = 6

LATIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
LOOKED_AT = 3  # places of one text

# How well a word fits, best first.
IS_NAME, BEGINS_NAME, IN_NAME, BEGINS_WORD, IN_WORD = range(5)


@dataclass(frozen=True)
class Query:
    """What was typed, each of its words folded and as typed, and whether some was left out."""

    typed: str
    words: tuple[str, ...]
    typed_words: tuple[str, ...]
    is_cut: bool = False


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
    phrase = " ".join(query.words)
    # Japanese shows no beginnings of words, so there each place is as good as another.
    words = [(word, word[0] in LATIN) for word in query.words]
    found = []
    for place, entry in enumerate(entries):
        names, text = entry.names, entry.text.text
        fit = 0
        for word, is_latin in words:
            if word in names:
                fit += _fit(names, word, is_latin)
            elif word in text:
                fit += IN_WORD if is_latin and not _begins(text, word) else BEGINS_WORD
            else:
                break
        else:
            # "Cloud Run" is better named by itself than by two names that hold a word of it each.
            found.append((phrase not in names, fit, place, entry))
    # No two have one place, so entries are never compared.
    found.sort()
    return [entry for *_rank, entry in found]


def count_alone(entries: Iterable[Entry], query: Query) -> list[tuple[str, int]]:
    """Return (word as typed, how many entries hold it) of the words that are found alone."""
    counts = [0] * len(query.words)
    for entry in entries:
        names, text = entry.names, entry.text.text
        for number, word in enumerate(query.words):
            if word in text or word in names:
                counts[number] += 1
    return [found for found in zip(query.typed_words, counts, strict=True) if found[1]]


def _fit(names: str, word: str, is_latin: bool) -> int:
    if f"\n{word}\n" in names:
        return IS_NAME
    begins = f"\n{word}" in names or (is_latin and _begins(names, word))
    return BEGINS_NAME if begins else IN_NAME


def _begins(text: str, word: str) -> bool:
    """Return whether a Latin word begins at one of the first places where `word` stands."""
    place = text.find(word)
    for _ in range(LOOKED_AT):
        if place <= 0:
            return place == 0
        if text[place - 1] not in LATIN:
            return True
        place = text.find(word, place + 1)
    return False
