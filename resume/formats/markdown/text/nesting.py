"""Text that stands below a list item, and what parts a text in blocks."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from .vocabulary import section_kind

FENCE = re.compile(r"\s*(?:```|~~~)")
OTHER = re.compile(r":::|#{1,6}[ \t]")  # a container or a heading, after which a paragraph begins
LISTED = re.compile(r"[-*+][ \t]+\S")
OTHERWISE = re.compile(r"[#|>+ -]|\*[ \t]")  # how no line begins that titles a text
RULES = frozenset("-*_=─━―＝＿")  # what lines that part a text are drawn with
TITLE_LENGTH = 40
INDENT = 2  # of what stands below a list item
CODE = 4  # columns of an indentation that makes code of what stands in no list


def nested(lines: Sequence[str]) -> str | None:
    """Return the text below a list item, or None where a line of it is not below it.

    Its indentation stays where it is small; text that it would turn into code moves to the left.
    """
    kept, margin = _below(lines)
    if margin < INDENT:
        return None
    if margin < 4:
        return "\n".join(trim(lines))
    return "\n".join(" " * INDENT + line[margin:] if line.strip() else "" for line in kept)


def moved_left(lines: Sequence[str]) -> list[str]:
    """Return the lines below a list item without its indentation; none where one is not."""
    kept, margin = _below(lines)
    return [line[margin:] if line.strip() else "" for line in kept] if margin >= INDENT else []


def moved_out(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines of a list without the few spaces before all of them: " - X"."""
    margin = min((indentation(line) for line in lines if line.strip()), default=0)
    return [line[margin:] for line in lines] if 0 < margin < CODE else lines


def _below(lines: Sequence[str]) -> tuple[list[str], int]:
    """Return the lines without blank ones around and tabs before them, and how far in all stand."""
    kept = list(map(untabbed, trim(lines)))
    return kept, min((indentation(line) for line in kept if line.strip()), default=INDENT)


def untabbed(line: str) -> str:
    """Return a line with spaces for the tabs that indent it."""
    return line.expandtabs(4) if line.startswith((" ", "\t")) else line


def indentation(line: str) -> int:
    """Return how many columns stand before the text of a line."""
    line = untabbed(line)
    return len(line) - len(line.lstrip(" "))


def trim(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines without the blank ones at their two ends."""
    first, end = 0, len(lines)
    while first < end and not lines[first].strip():
        first += 1
    while end > first and not lines[end - 1].strip():
        end -= 1
    return lines[first:end]


def first_block(lines: Sequence[str]) -> list[str]:
    """Return the lines up to the first blank one."""
    return list(takewhile(str.strip, lines))


def begins(lines: Sequence[str], number: int) -> bool:
    """True for a line that begins a paragraph; below raw HTML or text it goes on with that."""
    before = lines[number - 1].strip() if number else ""
    return not before or bool(OTHER.match(before)) or set(before) <= RULES


def titles(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that say what the text below them holds: the number of each, and that.

    One stands alone, or right over a list or a table: 職歴, **学歴**, 【職歴】.
    """
    for number, line in enumerate(lines):
        if not 1 < len(line) <= TITLE_LENGTH or OTHERWISE.match(line):
            continue
        after = lines[number + 1] if number + 1 < len(lines) else ""
        is_title = not after.strip() or after.startswith("|") or LISTED.match(after)
        kind = section_kind(line) if is_title and begins(lines, number) else None
        if kind is not None:
            yield number, kind
