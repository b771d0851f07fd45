"""A document while it is put together: sections and lines that new items can be fitted into."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, replace

from resume.document.schema import Item, Line, Position, Project, Section

from .standard import SECTIONS, TITLES

HOLDS = {slot: (holds, layout) for holds, layout, slots in SECTIONS for slot in slots}


@dataclass
class Placed:
    """An item with its entry: the slot and the index there, which a person may have changed."""

    item: Item
    slot: str = ""
    index: int = -1
    edited: bool = False


@dataclass
class Row:
    """The items of a line. One that is not `whole` lost, changed or moved an item."""

    placed: list[Placed]
    whole: bool = True

    def line(self) -> Line:
        """Return the line; as it was written only while it says that still."""
        is_whole = self.whole and not any(placed.edited for placed in self.placed)
        items = (placed.item for placed in self.placed)
        return Line(tuple(item if is_whole else replace(item, written="") for item in items))


@dataclass
class Box:
    """A section with its rows and sections, or, without a section, what holds the sections."""

    section: Section | None
    children: list["Row | Box"]

    def boxes(self) -> Iterator["Box"]:
        """Yield this box and all in it, in the order of the document."""
        waiting = [self]
        while waiting:
            box = waiting.pop()
            yield box
            waiting += [each for each in reversed(box.children) if isinstance(each, Box)]

    def rows(self) -> Iterator[Row]:
        """Yield the rows of this box alone that have an item left."""
        return (each for each in self.children if isinstance(each, Row) and each.placed)

    def finished(self) -> Section:
        """Return the section with what it holds."""
        children = [
            each.finished() if isinstance(each, Box) else each.line()
            for each in self.children
            if isinstance(each, Box) or each.placed
        ]
        return replace(self.section or Section(), children=tuple(children))

    def sort(self) -> None:
        """Put the items of each slot into the order of the file, in the places that they have."""
        places: dict[str, list[tuple[Row, int]]] = {}
        for row in self.rows():
            for number, placed in enumerate(row.placed):
                if placed.slot:
                    places.setdefault(placed.slot, []).append((row, number))
        for spots in places.values():
            found = [row.placed[number] for row, number in spots]
            wanted = in_file_order(found)
            for (row, number), placed, was in zip(spots, wanted, found, strict=True):
                row.placed[number] = placed
                row.whole = row.whole and placed is was


def in_file_order(placed: list[Placed]) -> list[Placed]:
    """Return placed items in the order of their entries; one without an entry keeps its place."""
    waiting = iter(sorted((each for each in placed if each.slot), key=lambda each: each.index))
    return [next(waiting) if each.slot else each for each in placed]


def join_position(root: Box, placed: Placed) -> bool:
    """Add a project to the position at the employer that it names; False where there is none."""
    entity = placed.item.extras.get("entity")
    if not isinstance(placed.item, Project) or not entity:
        return False
    for box in root.boxes():
        for row in box.rows():
            for other in row.placed:
                position = other.item
                if isinstance(position, Position) and position.employer.name == entity:
                    extras = {k: v for k, v in placed.item.extras.items() if k != "entity"}
                    projects = (*position.projects, replace(placed.item, extras=extras))
                    other.item = replace(position, projects=projects)
                    return True
    return False


class Neighbours:
    """Where new items go: after the entry before theirs, or before the next one."""

    def __init__(self, root: Box, unlisted: Box, language: str) -> None:
        self.root = root
        self.language = language
        self.known: dict[str, list[tuple[int, int, Box, Row]]] = {}
        for box in (*root.boxes(), unlisted):
            for row in box.rows():
                for placed in row.placed:
                    self.note(placed, box, row)

    def note(self, placed: Placed, box: Box, row: Row) -> None:
        """Remember where an entry stands."""
        found = self.known.setdefault(placed.slot, [])
        insort(found, (placed.index, len(found), box, row))

    def add(self, placed: Placed) -> None:
        """Put a new item on a line of its own.

        Where the file has no other entry of its list, it goes to the end of the section that holds
        its kind, or of a new one.
        """
        row = Row([placed])
        known = self.known.get(placed.slot, [])
        number = bisect_left(known, placed.index, key=lambda each: each[0])
        if number:
            _index, _number, box, neighbour = known[number - 1]
            box.children.insert(_place(box, neighbour) + 1, row)
        elif known:
            _index, _number, box, neighbour = known[0]
            box.children.insert(_place(box, neighbour), row)
        else:
            box = _section(self.root, placed.slot, self.language)
            box.children.append(row)
        self.note(placed, box, row)


def _place(box: Box, row: Row) -> int:
    return next(number for number, each in enumerate(box.children) if each is row)


def _section(root: Box, slot: str, language: str) -> Box:
    """Return the section for a kind of record, made where the document has none."""
    holds, layout = HOLDS[slot]
    for box in root.boxes():
        if box.section and box.section.holds == holds:
            return box
    box = Box(Section(title=TITLES[language][holds], holds=holds, layout=layout), [])
    root.children.append(box)
    return box
