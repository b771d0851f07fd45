"""The lists in a text, each with its items and what stands below these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .nesting import CODE, indentation, untabbed

ITEM = re.compile(r"(?:[-*+]|(?P<number>\d{1,2}[.)]))[ \t]+(?P<text>\S.*)")
BULLET = re.compile(r"[-*+][ \t]+(?P<text>\S.*)")
LINK = re.compile(r"!?\[[^\[\]]*\]\([^()\s]*\)|<?https?://[^\s<>]+>?")


@dataclass(frozen=True)
class ListedItem:
    """An item of a list: its text, the lines below it, and where it begins and ends.

    The line is the whole of one with a number, which prints by that.
    """

    first: int
    end: int
    text: str
    below: Sequence[str]
    line: str = ""


@dataclass
class ItemList:
    """A list with as many columns before it, under the item of another or (the outermost) none."""

    indent: int
    depth: int
    under: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def items(self, lines: Sequence[str]) -> list[ListedItem]:
        """Return the items; what stands below each is indented as if the list were not."""
        pairs = zip(self.starts, self.ends, strict=True)
        return [self._item(lines[first:end], first, end) for first, end in pairs]

    def _item(self, lines: Sequence[str], first: int, end: int) -> ListedItem:
        match = ITEM.fullmatch(lines[0].strip())
        below = list(lines[1:])
        if self.indent:
            below = [_moved_left(each, self.indent) for each in below]
        # A link that goes on with the item's own line needs no indentation.
        below = [f"  {each}" if LINK.match(each) else each for each in below]
        line = match[0] if match and match["number"] else ""
        return ListedItem(first, end, match["text"] if match else "", below, line)


def lists(lines: Sequence[str]) -> Iterator[ItemList]:
    """Yield the lists in `lines` by where they begin; what is indented belongs to an item."""
    found: list[ItemList] = []
    going: list[ItemList] = []  # the outermost first
    last = 0
    for number, line in enumerate(lines):
        match = ITEM.fullmatch(line.strip())
        if line.strip() and (match or not _goes_on(lines, number)):
            indent = indentation(line)
            # Text ends what stands as far in, and an item what stands further in.
            while going and going[-1].indent >= indent + bool(match):
                going.pop().ends.append(last)
            if match and going and going[-1].indent == indent:
                going[-1].ends.append(last)
                going[-1].starts.append(number)
            elif match and (going or indent < CODE):
                under = lines[going[-1].starts[-1]].strip() if going else ""
                going.append(ItemList(indent, len(going), under, [number]))
                found.append(going[-1])
        last = number + 1 if line.strip() else last
    for each in going:
        each.ends.append(last)
    yield from found


def _moved_left(line: str, columns: int) -> str:
    line = untabbed(line)
    return line[:columns].lstrip(" ") + line[columns:]


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """True for what needs no more indentation to belong to the item of the line right above it.

    It is a link, or indented as the item is.
    """
    line = lines[number]
    goes_on = line[0] in " \t" or LINK.fullmatch(line.rstrip())
    return bool(goes_on and number and lines[number - 1].strip())


def items(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Return the items of a list, those inside of others left out: the line of each, its text."""
    matches = ((number, BULLET.match(line)) for number, line in enumerate(lines))
    return [(number, match["text"].rstrip()) for number, match in matches if match]
