"""Projects that are the items of a list in the text of an employer, where no heading names them.

"- **X** (2020/04〜2021/03)" over a nested list, "- X" over lines such as "役割：リーダー", or items
over nested lists that sound like work. The list is taken out of the employer's text, and printed
where it stood.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from resume.document.lines import LINE
from resume.document.schema import Project

from ..text.labels import labelled
from ..text.listed_items import ItemList, ListedItem, lists
from ..text.nesting import FENCE
from ..text.vocabulary import clean, is_label, is_part, is_project_group
from ..text.work_titles import led_projects, led_run
from ..text.works import is_done, sound_like_work
from .item_projects import CAME_OUT, item_project, item_projects, read_title
from .paragraphs import find_projects
from .placed import INDENT, NUMBERED
from .tables import TITLE_LENGTH
from .titled import find_titled
from .told import PARAGRAPH, TOLD

HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>.+)")
LABEL = re.compile(r"\*\*([^*]+)\*\*\s*[:：]?|[【\[]([^【】\[\]]+)[】\]]|[■□◆◇●○▼]\s*(\S.*)")
OF_PROJECTS = re.compile(r"(?:プロジェクト|案件)$")
COLON = re.compile(r"[:：][\s*]*$")
BOLD = re.compile(r"\*\*[^*]+\*\*")
# The first of the lines that tell projects, the one after the last, and these projects.
Stretch = tuple[int, int, Sequence[Project]]


def take_projects(
    text: str, employer: str = "", known: Container[str] = ()
) -> tuple[str, tuple[Project, ...], list[tuple[int, int]]]:
    """Return `text` without the lists of projects in it, the projects, and their lines in it.

    A line of the text may name the employer again, which is no project. By the signs that are
    known, projects of other employers in the file begin.
    """
    lines = text.split("\n")
    if any(map(FENCE.match, lines)):
        return text, (), []
    told = list(find_projects(lines))
    if not any(project.start for *_lines, project in told):
        titled = list(find_titled(lines, known))
        # What a label signs may be one of several that are titled so.
        told = titled if {each[0] for each in titled} >= {each[0] for each in told} else told
    return _without(lines, _told_once(told, employer) if told else _in_lists(lines, known))


def _told_once(found: Iterable[tuple[int, int, Project]], employer: str) -> Iterator[Stretch]:
    """Yield the projects but for the employer's name, and for a title again at the same time."""
    known = set()
    for first, end, project in found:
        key = project.title, project.start, project.end
        if project.title != employer and key not in known:
            known.add(key)
            yield first, end, [project]


def _in_lists(lines: Sequence[str], known: Container[str]) -> Iterator[Stretch]:
    """Yield the projects of each list that tells some, none of which a list before it tells."""
    titles: set[str] = set()
    done = 0
    for each in lists(lines):
        if each.depth > 1 or each.starts[0] < done:
            continue
        items, found = _read(each, lines, known)
        if found and titles.isdisjoint(told.title for told in found):
            titles.update(told.title for told in found)
            inside = {INDENT: each.indent} if each.indent else {}
            placed = [replace(told, extras={**told.extras, **inside}) for told in found]
            done = items[-1].end
            yield items[0].first, done, placed


def _without(
    lines: Sequence[str], found: Iterable[Stretch]
) -> tuple[str, tuple[Project, ...], list[tuple[int, int]]]:
    """Return a text without what tells projects, these with their places in it, and those lines."""
    kept: list[str] = []
    projects: list[Project] = []
    taken: list[tuple[int, int]] = []
    done = 0
    for first, end, told in found:
        _keep(kept, lines[done:first])
        projects += [replace(each, extras={**each.extras, LINE: len(kept)}) for each in told]
        taken.append((first, end))
        done = end
    _keep(kept, lines[done:])
    return "\n".join(kept).strip("\n"), tuple(projects), taken


def _keep(kept: list[str], more: Sequence[str]) -> None:
    """Add more lines to those that stay in a text, without blank ones before the first.

    A list that opened the text leaves some, and the places of what follows are told without them.
    """
    kept += more if kept else dropwhile(lambda line: not line.strip(), more)


def signs_of(projects: Iterable[Project]) -> frozenset[str]:
    """Return the signs by which projects in the text of an employer begin, where they have one."""
    told = (each for each in projects if TOLD not in each.extras)
    return frozenset(
        each.written[:1]
        if PARAGRAPH in each.extras
        else "- *"
        if each.written.startswith("*")
        else "- ("
        if each.start
        else "- "
        for each in told
    )


def _read(
    each: ItemList, lines: Sequence[str], known: Container[str]
) -> tuple[list[ListedItem], list[Project]]:
    """Return the items of a list that are projects, one after another, and these, or none.

    A list in an item has to stand under a label of what was done; what leads a list, or ends it,
    may tell facts of the employer.
    """
    label = clean(each.under.lstrip("-*+ ") if each.depth else _label_above(lines, each.starts[0]))
    done = is_done(label)
    # In an item, 業務詳細 stands over what was done: its items are no projects without a sign.
    grouped = is_project_group(label) and not (each.depth and label.endswith("詳細"))
    if each.depth and not (grouped or done):
        return [], []
    items = _without_facts(each.items(lines), grouped)
    if found := item_projects(items, grouped):
        return items, found
    if all_of_it := _read_whole(each, lines, label):
        return all_of_it
    items = _titled_items(items)
    is_bold = all(BOLD.match(item.text) for item in items)
    titles = _titles(items)
    plain = "- " in known
    whole = not (is_bold or done or plain)
    if sound_like_work(titles, whole, is_bold and "- *" in known, one=plain):
        return items, item_projects(items, grouped=True)
    items = each.items(lines)
    return _read_led(items, grouped) or _read_dated(items, known) or ([], [])


def _titles(items: Sequence[ListedItem]) -> list[str]:
    """Return the titles of items, one of several times once."""
    told = [read_title(item.text) for item in items]
    titles = [title for title, _period in told]
    return list(dict.fromkeys(titles)) if len(set(told)) == len(told) else titles


def _read_dated(
    items: list[ListedItem], known: Container[str]
) -> tuple[list[ListedItem], list[Project]] | None:
    """Return the items of a list that all say when, and these as projects where they sound so.

    Nothing has to stand below them: "- 在庫管理の刷新（2020/04〜2021/03）".
    """
    told = [read_title(item.text) for item in items]
    if not all(period for _title, period in told):
        return None
    if not sound_like_work(_titles(items), known="- (" in known):
        return None
    return _all_of(items)


def _all_of(items: list[ListedItem]) -> tuple[list[ListedItem], list[Project]] | None:
    """Return the items of a list and their projects, where each of them is one."""
    found = [project for project in map(item_project, items) if project]
    return (items, found) if len(found) == len(items) else None


def _read_led(
    items: Sequence[ListedItem], grouped: bool
) -> tuple[list[ListedItem], list[Project]] | None:
    """Return the items of a list that English titles of projects in bold lead, and these."""
    led = [("" if item.line and not grouped else item.text, item.below) for item in items]
    run = led_run(led, grouped)
    told = items[run.start : run.stop]
    projects = led_projects(led[run.start : run.stop], grouped)
    pairs = zip(told, projects, strict=True)
    return (list(told), [_numbered(item, project) for item, project in pairs]) if told else None


def _numbered(item: ListedItem, project: Project) -> Project:
    """Return the project of an item, which prints by its number where it has one."""
    more = {**project.extras, NUMBERED: True}
    return replace(project, written=item.line, extras=more) if item.line else project


def _read_whole(
    each: ItemList, lines: Sequence[str], label: str
) -> tuple[list[ListedItem], list[Project]] | None:
    """Return the items of a list of titles, some alone, under a label for projects, and these."""
    items = each.items(lines) if is_project_group(label) else []
    if items and all(CAME_OUT.fullmatch(item.text) for item in items):
        return _all_of(items)
    items = items if OF_PROJECTS.search(label) else []
    titles = [read_title(item.text)[0] for item in items]
    return _all_of(items) if sound_like_work(titles, known=True) else None


def _without_facts(items: list[ListedItem], grouped: bool) -> list[ListedItem]:
    """Return the items of a list after those that tell facts of the employer: "- 職種: SE".

    In a group of projects, these have labels.
    """
    told = (
        n
        for n, item in enumerate(items)
        if item.below or read_title(item.text)[1] or (grouped and not _is_fact(item.text))
    )
    return items[next(told, len(items)) :]


def _is_fact(text: str) -> bool:
    return any(is_label(label) for label, _value in labelled([f"- {text}"]))


def _titled_items(items: list[ListedItem]) -> list[ListedItem]:
    """Return the items of a list without labels, and items in it that nothing stands below."""
    labels = (is_part(item.text) or COLON.search(item.text) for item in items)
    told = [n for n, label in enumerate(labels) if items[n].below and not label]
    return items[told[0] : told[-1] + 1] if told else []


def read_list(lines: Sequence[str]) -> tuple[tuple[int, ...], int, list[Project]] | None:
    """Return where the items of the only list in `lines` begin, where it ends, and its projects.

    None where there is no list or another one, or where one of the items is no project.
    """
    outer = [each for each in lists(lines) if not each.depth]
    items = outer[0].items(lines) if len(outer) == 1 else []
    # The last of several may only say that there were more: "- 以降割愛".
    items = items[:-1] if len(items) > 2 and not any(map(str.strip, items[-1].below)) else items
    projects = item_projects(items, grouped=True)
    if not projects:
        return None
    return tuple(item.first for item in items), items[-1].end, projects


def _label_above(lines: Sequence[str], number: int) -> str:
    """Return what the heading, or the line in bold, right above a line says, or "".

    A line that stands over projects by its words needs no mark.
    """
    above = (lines[n].strip() for n in range(number - 1, -1, -1))
    last = next(filter(None, above), "")
    if OF_PROJECTS.search(plain := last.rstrip(":： ")) and is_project_group(plain):
        return plain
    match = HEADING.fullmatch(last) or LABEL.fullmatch(last)
    plain = last[:-1] if last.endswith(":") and len(last) <= TITLE_LENGTH else ""
    over = plain if is_project_group(plain) else ""
    return next(filter(None, match.groups()), "") if match else over
