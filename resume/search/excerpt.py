"""A hit in its context: the text as it was written, cut into what was found and what was not."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .folding import Folded, is_joined

LENGTH = 120  # characters: three lines on a phone
BEFORE = 30  # of them before the hit
MOST_HITS = 200  # of one word that are looked at
ELLIPSIS = "…"


@dataclass(frozen=True)
class Piece:
    """A part of a text, and whether it is a hit."""

    text: str
    is_hit: bool = False


def marked(text: Folded, words: Sequence[str]) -> list[Piece]:
    """Return the whole written text in pieces."""
    return _pieces(text, _hits(text, words), 0, len(text.written))


def excerpt(text: Folded, words: Sequence[str]) -> list[Piece]:
    """Return what the text says around the hits, where most words stand close together.

    Its beginning where there is no hit; [] for an empty text.
    """
    hits = _hits(text, words)
    start = _start(hits, len(words)) if hits else 0
    start = max(0, min(start - BEFORE, len(text.written) - LENGTH))
    end = min(len(text.written), start + LENGTH)
    start, end = _between_words(text.written, start), _between_words(text.written, end)
    pieces = _pieces(text, hits, start, end)
    if start:
        pieces.insert(0, Piece(ELLIPSIS))
    if end < len(text.written):
        pieces.append(Piece(ELLIPSIS))
    return pieces


def _hits(text: Folded, words: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return (start, end, number of the word) in the written text, in their order."""
    found = []
    for number, word in enumerate(words):
        for start in _places(text.text, word):
            found.append((*text.span(start, start + len(word)), number))
    return sorted(found)


def _places(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    for _ in range(MOST_HITS):
        if start < 0:
            return
        yield start
        start = text.find(word, start + len(word))


def _start(hits: list[tuple[int, int, int]], words: int) -> int:
    """Return where the first stretch begins that holds the most different words."""
    best, best_start = 0, hits[0][0]
    starts = [start for start, _end, _number in hits]
    for index, start in enumerate(starts):
        last = bisect_right(starts, start + LENGTH - BEFORE)
        # Bounded: more hits than this in a hundred characters are of the same words.
        held = len({number for _start, _end, number in hits[index : min(last, index + LENGTH)]})
        if held > best:
            best, best_start = held, start
        if best == words:
            break
    return best_start


def _between_words(text: str, place: int) -> int:
    """Return the place, or where the Latin word that it would cut begins, if that is near."""
    start = place
    while 0 < start < len(text) and place - start < BEFORE // 2:
        before, after = text[start - 1], text[start]
        is_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        if not is_word and not is_joined(after):
            return start
        start -= 1
    return place if start else 0


def _pieces(text: Folded, hits: list[tuple[int, int, int]], start: int, end: int) -> list[Piece]:
    pieces = []
    done = start
    for hit_start, hit_end, _number in hits:
        hit_start, hit_end = max(hit_start, done), min(hit_end, end)
        if hit_start >= hit_end:
            continue
        if pieces and hit_start == done and pieces[-1].is_hit:
            pieces[-1] = Piece(pieces[-1].text + text.written[hit_start:hit_end], True)
        else:
            pieces.append(Piece(text.written[done:hit_start]))
            pieces.append(Piece(text.written[hit_start:hit_end], True))
        done = hit_end
    pieces.append(Piece(text.written[done:end]))
    return [piece for piece in pieces if piece.text]
