"""Text that stands below a list item, and what parts a text in blocks."""

import re
from collections.abc import Sequence

FENCE = re.compile(r"\s*(?:```|~~~)")
INDENT = 2  # of what stands below a list item


def nested(lines: Sequence[str]) -> str | None:
    """Return the text below a list item, or None where a line of it is not below it.

    Its indentation stays where it is small; text that it would turn into code moves to the left.
    """
    lines = trim(lines)
    kept = [line.expandtabs(4) if line.startswith((" ", "\t")) else line for line in lines]
    margins = [len(line) - len(line.lstrip(" ")) for line in kept if line.strip()]
    margin = min(margins, default=INDENT)
    if margin < INDENT:
        return None
    if margin < 4:
        return "\n".join(lines)
    return "\n".join(" " * INDENT + line[margin:] if line.strip() else "" for line in kept)


def trim(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines without the blank ones at their two ends."""
    first, end = 0, len(lines)
    while first < end and not lines[first].strip():
        first += 1
    while end > first and not lines[end - 1].strip():
        end -= 1
    return lines[first:end]


def begins(lines: Sequence[str], number: int) -> bool:
    """True for a line that begins a paragraph; below raw HTML or text it goes on with that."""
    before = lines[number - 1].strip() if number else ""
    return not before or before.startswith(":::") or set(before) <= {"-", "*", "_"}
