"""Projects that are the items of a list in the text of an employer, where no heading names them.

"- **X** (2020/04〜2021/03)" over a nested list, or "- X" over lines such as "役割：リーダー". The
list is taken out of the employer's text, and printed where it stood.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from resume.document.dates import CURRENT, Period
from resume.document.periods import find_period
from resume.document.schema import Item, Position, Project

from .headings import split_period, split_start
from .labels import LABELLED, labelled
from .names import PROJECT_WORDS, ROLE_END
from .nesting import FENCE, nested
from .paragraph_projects import find_projects
from .told_projects import PARAGRAPH, ROW, TABLE, TOLD, table_parts, told_how
from .vocabulary import clean, is_label, is_project_group
from .work_titles import led_projects, led_run

LINE = "line"  # the key under which a project says at which line of the text its list stands
MARGIN = "margin"  # that under which one says how far its item is indented
INDENT = 4  # at most
NUMBERED = "numbered"  # that under which one says that a number leads its item
ITEM = re.compile(r"(?:[-*+]|(?P<number>\d{1,2}[.)]))[ \t]+(?P<text>\S.*)")
HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>.+)")
TITLE = re.compile(r"\*\*(?P<title>[^*]+)\*\*:?\s*")
LINK = re.compile(r"!?\[[^\[\]]*\]\([^()\s]*\)|<?https?://[^\s<>]+>?")
REMARKED = re.compile(r"\*\*(?P<title>[^*]+)\*\*\s*[(（][^()（）]+[)）]")
TITLE_LENGTH = 100


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


def take_projects(
    text: str, employer: str = ""
) -> tuple[str, tuple[Project, ...], list[tuple[int, int]]]:
    """Return `text` without the lists of projects in it, the projects, and their lines in it.

    A line of the text may name the employer again, which is no project.
    """
    lines = text.split("\n")
    if any(map(FENCE.match, lines)):
        return text, (), []
    if paragraphs := list(find_projects(lines)):
        return _without(lines, [told for told in paragraphs if told[2].title != employer])
    kept: list[str] = []
    projects: list[Project] = []
    taken: list[tuple[int, int]] = []
    titles: set[str] = set()
    done = 0
    for items in map(_without_labels, _lists(lines)):
        grouped = _is_grouped(lines[: items[0].first])
        if not _projects(items, 0, grouped):
            run = led_run(_led(items), grouped)
            items = items[run.start : run.stop] or items
        kept = _joined(kept, lines[done : items[0].first])
        done = items[0].first
        found = _projects(items, len(kept), grouped) or led_projects(
            _led(items), grouped, {LINE: len(kept)}
        )
        if found and titles.isdisjoint(each.title for each in found):
            titles.update(each.title for each in found)
            projects += found
            taken.append((items[0].first, items[-1].end))
            done = items[-1].end
    return "\n".join(_joined(kept, lines[done:])).strip("\n"), tuple(projects), taken


def _joined(kept: Sequence[str], more: Sequence[str]) -> list[str]:
    """Return the lines of a text with more of them, without blank ones before the first.

    A list that opened the text leaves some, and the places of what follows are told without them.
    """
    return list(dropwhile(lambda line: not line.strip(), [*kept, *more]))


def _without_labels(items: list[ListedItem]) -> list[ListedItem]:
    """Return the items of a list after those that tell facts of the employer: "- 職種: SE"."""
    told = (n for n, item in enumerate(items) if item.below or not _is_fact(item.text))
    return items[next(told, 0) :]


def _is_fact(text: str) -> bool:
    return any(is_label(label) for label, _value in labelled([f"- {text}"]))


def read_list(lines: Sequence[str]) -> tuple[tuple[int, ...], int, list[Project]] | None:
    """Return where the items of the only list in `lines` begin, where it ends, and its projects.

    None where there is no list or another one, or where one of the items is no project.
    """
    lists = list(_lists(lines))
    projects = _projects(lists[0], 0, grouped=True) if len(lists) == 1 else []
    if not projects:
        return None
    starts = tuple(item.first for item in lists[0])
    return starts, lists[0][-1].end, [replace(each, extras={}) for each in projects]


def _without(
    lines: Sequence[str], found: Sequence[tuple[int, int, Project]]
) -> tuple[str, tuple[Project, ...], list[tuple[int, int]]]:
    """Return a text without the paragraphs that are projects, the projects, and their lines.

    A title that comes again at the same time stays in the text.
    """
    kept: list[str] = []
    projects: dict[tuple[str, str, str], Project] = {}
    taken = []
    done = 0
    for first, end, project in found:
        key = project.title, project.start, project.end
        if key in projects:
            continue
        kept = _joined(kept, lines[done:first])
        projects[key] = replace(project, extras={**project.extras, LINE: len(kept)})
        taken.append((first, end))
        done = end
    return "\n".join(_joined(kept, lines[done:])).strip("\n"), tuple(projects.values()), taken


def text_below(item: Item) -> str:
    """Return the text of an entry that a line names, with its projects where they stood in it."""
    if isinstance(item, Position):
        return text_with_projects(item)
    return item.body if isinstance(item, Project) else ""


def text_with_projects(position: Position) -> str:
    """Return the text of a position with the lists of projects where they stood in it."""
    lines = position.body.split("\n") if position.body else []
    lists: dict[int, list[Project]] = {}
    for project in position.projects:
        if LINE in project.extras:
            lists.setdefault(_line(project), []).append(project)
    printed: list[str] = []
    done = 0
    for place in sorted(lists):
        printed += lines[done:place] + [""] * (place - max(done, len(lines)))
        printed += _printed(lists[place])
        printed += [""] if any(lines[place : place + 1]) else []
        done = place
    return "\n".join([*printed, *lines[done:]]).rstrip("\n")


def _printed(projects: Sequence[Project]) -> list[str]:
    """Return the lines of projects that stand at one place; the rows of a table share its head."""
    printed: list[str] = []
    head: Sequence[str] = ()
    for project in projects:
        title, body = project.written or project.title, project.body.split("\n")
        told = told_how(project)
        parts = table_parts(body)
        if told == ROW and head and head == parts[0]:
            printed[-1 - len(parts[2]) :] = [*parts[1], *parts[2], ""]
        elif told:
            printed += [*body, ""]
        elif PARAGRAPH in project.extras or TOLD in project.extras:
            printed += [title, "", *body, ""]
        else:
            margin = project.extras.get(MARGIN)
            pad = " " * margin if isinstance(margin, int) and 0 < margin <= INDENT else ""
            line = title if NUMBERED in project.extras else f"{pad}- {title}"
            printed += [line, *(body if project.body else [])]
        head = parts[0] if told in (TABLE, ROW) else ()
    return printed


def _line(project: Project) -> int:
    place = project.extras[LINE]
    return place if isinstance(place, int) and 0 <= place < 10_000 else 0


def _lists(lines: Sequence[str]) -> Iterator[list[ListedItem]]:
    """Yield the lists in `lines`, each as its items; what is indented belongs to an item."""
    items: list[ListedItem] = []
    number = 0
    while number < len(lines):
        match = ITEM.fullmatch(lines[number])
        if not match:
            if lines[number].strip() and items:
                yield items
                items = []
            number += 1
            continue
        end = last = number + 1
        while end < len(lines) and _goes_on(lines, end):
            end += 1
            last = end if lines[end - 1].strip() else last
        # A link that goes on with the item's own line needs no indentation.
        below = [f"  {each}" if LINK.match(each) else each for each in lines[number + 1 : last]]
        line = match[0].rstrip() if match["number"] else ""
        items.append(ListedItem(number, last, match["text"].rstrip(), below, line))
        number = end
    if items:
        yield items


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """True for a line that belongs to the item above: a blank or indented one, or a link in it."""
    line = lines[number]
    is_below = not line.strip() or line[0] in " \t"
    return is_below or bool(lines[number - 1].strip() and LINK.fullmatch(line.rstrip()))


def _projects(items: Sequence[ListedItem], place: int, grouped: bool) -> list[Project]:
    """Return the items of a list as projects, or none where one of them is something else.

    Each has to have a title and text below it; at least half have to say when, or what was done in
    which role or with what, unless a heading says that projects stand below it.
    """
    signed = [item for item in items if grouped or _is_signed(item)]
    found = [_project(item, place) for item in items]
    projects = [each for each in found if each]
    titles = {each.title for each in projects}
    if all(ROLE_END.search(title) and not PROJECT_WORDS.search(title) for title in titles):
        return []  # what was held at the employer
    fits = len(titles) == len(items) and len(signed) * 2 >= len(items)
    return projects if fits else []


def _led(items: Sequence[ListedItem]) -> list[tuple[str, Sequence[str]]]:
    """Return the text of each item, "" of one with a number, with the lines below it."""
    return [("" if item.line else item.text, item.below) for item in items]


def _is_signed(item: ListedItem) -> bool:
    labels = (label for label, _value in labelled(item.below))
    return bool(_titled(item.text)[1]) or any(map(is_label, labels))


def _is_grouped(before: Sequence[str]) -> bool:
    """True where the heading right above, or a line in bold, says that projects stand below it."""
    last = next((line for line in reversed(before) if line.strip()), "")
    match = HEADING.fullmatch(last) or TITLE.fullmatch(last)
    return bool(match and is_project_group(match["title"]))


def _project(item: ListedItem, place: int) -> Project | None:
    title, period = _titled(item.text)
    below = Period() if period else _period_led(item.below)
    body = nested(item.below)
    unfit = len(item.text) > 2 * TITLE_LENGTH or not 0 < len(title) <= TITLE_LENGTH or "。" in title
    # The line as written has to hold the title as it is.
    if unfit or not body or title not in item.text or is_label(title):
        return None
    label = LABELLED.match(f"- {item.text}")
    if label and not label["bare"] and not label["bold"] and not period:
        return None
    told = period or below
    return Project(
        title=title,
        start=str(told.start or ""),
        end=CURRENT if told.current else str(told.end or ""),
        body=body,
        written=item.line or (item.text if item.text != title or below else ""),
        extras={LINE: place, NUMBERED: True} if item.line else {LINE: place},
    )


def _titled(text: str) -> tuple[str, Period]:
    """Return the title and the period of an item; a remark may stand after a title in bold."""
    title, start = split_start(clean(text))
    if start:
        return title, start
    title, period = split_period(clean(text))
    remarked = None if title in text else REMARKED.fullmatch(text)
    return (clean(remarked["title"]), period) if remarked else (title, period)


def _period_led(below: Sequence[str]) -> Period:
    """Return the period with which the first line below an item begins, or an empty one."""
    first = next((line.strip() for line in below if line.strip()), "")
    text = clean(first.lstrip("-*+ \t"))
    found = find_period(text) if len(text) <= TITLE_LENGTH else None
    return found.period if found and not found.first else Period()
