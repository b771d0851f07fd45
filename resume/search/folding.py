"""Text as search compares it, and the way back to the text as it was written.

One width, one case, one kana, one normal form: NFKC, one case, then hiragana for
katakana. `static/search.js` folds by the same rules (tests/browser/test_static_search.py compares
the two, character by character), so the exported site finds what this one finds.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

# From small ァ to small ヶ, and the two marks of repetition, each hiragana stands 0x60 before.
KANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
# No hiragana of one character has a voiced sound mark here.
KANA |= {0x30F7: "わ\u3099", 0x30F8: "ゐ\u3099", 0x30F9: "ゑ\u3099", 0x30FA: "を\u3099"}
# Half-width sound marks and the later parts of a Korean syllable join the character before them.
JOINING = ((0xFF9E, 0xFF9F), (0x1160, 0x11FF), (0xFFA0, 0xFFDC))
MOST_KEPT = 20_000  # characters; a Japanese site uses some four thousand


def is_joined(character: str) -> bool:
    """Return whether a character may become one with those before it."""
    if unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf"):
        return True
    return any(first <= ord(character) <= last for first, last in JOINING)


def fold_cluster(cluster: str) -> str:
    """Return a character, together with those that join it, as it is compared."""
    # Invisible characters, such as a zero-width space or a variant of a kanji, tell nothing apart.
    seen = "".join(each for each in cluster if not _is_invisible(each))
    cased = unicodedata.normalize("NFKC", seen).lower().upper().lower()
    folded = unicodedata.normalize("NFKC", cased).translate(KANA)
    return " " if folded.isspace() else folded


def _is_invisible(character: str) -> bool:
    code = ord(character)
    is_variant = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return is_variant or unicodedata.category(character) == "Cf"


class _Folds(dict[int, str]):
    """What each character folds to, worked out once; its keys are code points, for `translate`."""

    def __missing__(self, code: int) -> str:
        fold = fold_cluster(chr(code))
        # Whoever asks for all of Unicode does not get it kept.
        if len(self) < MOST_KEPT:
            self[code] = fold
        return fold


class _Evens(dict[str, bool]):
    """Whether each character folds to one character and joins none, worked out once."""

    def __missing__(self, character: str) -> bool:
        is_even = len(FOLDS[ord(character)]) == 1 and not is_joined(character)
        if len(self) < MOST_KEPT:
            self[character] = is_even
        return is_even


FOLDS = _Folds()
EVENS = _Evens()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, the text as it is compared, and where the two are of different lengths.

    `uneven` holds (start, end) in the folded text and (start, end) in the written one.
    """

    written: str
    text: str
    uneven: tuple[tuple[int, int, int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the part of the written text that a part of the folded one was made from."""
        if not self.uneven:
            return start, max(start, end)
        if end <= start:
            return self._place(start)[0], self._place(start)[0]
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, position: int) -> tuple[int, int]:
        """Return (start, end) in the written text of what stands at a folded position."""
        index = bisect_right(self.uneven, position, key=lambda part: part[0]) - 1
        if index < 0:
            return position, position + 1
        _start, end, written_start, written_end = self.uneven[index]
        if position < end:
            return written_start, written_end
        return written_end + position - end, written_end + position - end + 1


def fold(text: str) -> str:
    """Return `text` as it is compared."""
    return folded(text).text


def folded(text: str) -> Folded:
    """Return `text` with the form in which it is compared."""
    odd = set() if text.isascii() else {each for each in set(text) if not EVENS[each]}
    if not odd:
        return Folded(text, text.translate(FOLDS))
    parts: list[str] = []
    uneven = []
    length = done = 0
    for found in _clusters(odd).finditer(text):
        start, end = found.span()
        part = fold_cluster(found[0])
        parts += [text[done:start].translate(FOLDS), part]
        length += start - done
        uneven.append((length, length + len(part), start, end))
        length += len(part)
        done = end
    parts.append(text[done:].translate(FOLDS))
    return Folded(text, "".join(parts), tuple(uneven))


def _clusters(odd: set[str]) -> re.Pattern[str]:
    """Return what finds each character of `odd`, together with those that join it."""
    joined = re.escape("".join(filter(is_joined, odd)))
    single = f"[{re.escape(''.join(odd))}]"
    return re.compile(f".[{joined}]+|{single}" if joined else single, re.DOTALL)
