"""Two texts beside each other, line by line, with the words that differ marked."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

WORDS = re.compile(r"[A-Za-z0-9_]+|\s+|.")
LONGEST = 2_000  # characters of a line that is compared word by word
ALIKE = 0.4  # below this share of common words two lines are not one line changed
APART = 3  # characters in common that part two changes; fewer make the line hard to read

# A line of the difference: "-", "+", " " (in both) or "…" (lines left out), and its pieces, each
# with whether it differs from the other side.
Piece = tuple[str, bool]
Line = tuple[str, list[Piece]]


def compare(before: str, after: str) -> Iterator[Line]:
    """Yield the lines that differ, each with one line around it that does not."""
    old, new = before.splitlines(), after.splitlines()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for number, group in enumerate(matcher.get_grouped_opcodes(1)):
        if number:
            yield "…", []
        for action, first, end, new_first, new_end in group:
            if action == "equal":
                yield from ((" ", [(line, False)]) for line in old[first:end])
            else:
                yield from _replaced(old[first:end], new[new_first:new_end])


def _replaced(old: list[str], new: list[str]) -> Iterator[Line]:
    pairs = [_words(*pair) for pair in zip_longest(old, new, fillvalue="")]
    yield from (("-", pieces) for pieces, _new in pairs[: len(old)])
    yield from (("+", pieces) for _old, pieces in pairs[: len(new)])


def _words(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces of both lines; two lines that are not alike are one piece each."""
    whole = [(old, False)], [(new, False)]
    if not (old and new) or max(len(old), len(new)) > LONGEST:
        return whole
    left, right = WORDS.findall(old), WORDS.findall(new)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    if matcher.ratio() < ALIKE:
        return whole
    pieces: tuple[list[Piece], list[Piece]] = ([], [])
    opcodes = matcher.get_opcodes()
    for number, (action, first, end, new_first, new_end) in enumerate(opcodes):
        texts = "".join(left[first:end]), "".join(right[new_first:new_end])
        is_between = 0 < number < len(opcodes) - 1
        differs = action != "equal" or (is_between and len(texts[0]) < APART)
        for side, text in zip(pieces, texts, strict=True):
            if text and side and side[-1][1] == differs:
                side[-1] = (side[-1][0] + text, differs)
            elif text:
                side.append((text, differs))
    return pieces
