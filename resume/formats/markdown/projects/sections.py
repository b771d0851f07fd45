"""Projects in the text of a section about projects, where no heading names them.

They are the items of its only list, "- X" or "1. X" over a nested list or "- [X](url)", its
paragraphs, or the rows of a table with a column for their titles and one for when.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from resume.document.dates import Period
from resume.document.periods import find_period
from resume.document.schema import Line, Project

from ..rows.found import Found
from ..rows.tables import ROW_LENGTH
from ..text.accounts import is_account
from ..text.listed_items import BULLET, ListedItem, items, lists
from ..text.names import ENTITY, LEGAL_FORM, PROJECT_WORDS, is_client
from ..text.nesting import FENCE, begins, moved_out, nested
from ..text.table_lines import cells, first_row, is_delimiter
from ..text.vocabulary import clean, is_label, is_part, section_kind
from ..text.work_titles import led_title, plain_title
from .listed import read_list
from .paragraphs import ended, find_projects
from .tables import TITLE_LENGTH, read_rows
from .told import HTML_TABLE, ROW, TABLE, TOLD, Told

LINK = re.compile(r"\[(?P<title>[^\[\]]+)\]\((?P<url>[^()\s]+)\)")
ADDRESS = re.compile(r"\]\(|https?://")
# An item that a link leads, and what that is: "[X](url): …".
LED = re.compile(rf"{LINK.pattern.replace('(?P<title>', '(?:')}\s*[:：(（–—-]\s*\S")
# The same with the address at its end: "X — what it is https://…".
ADDRESSED = re.compile(
    r"(?P<title>[^\W\d][^\[\]:：—–。]{1,40}?)\s+[—–-]\s+\S[^\[\]]*?\s<?(?P<url>https?://[^\s<>]+)>?"
)
REPOSITORY = re.compile(r"https://(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)/[^/]+/[^/]+/?$")
BEGUN = re.compile(r"[^\s\-+>|#:`<]")  # how a paragraph begins
Titled = tuple[str, Period]
ITALIC = re.compile(
    r"(?P<mark>[*_])(?P<title>[^*_\s][^*_]{1,100})(?P=mark)(?:[.,;:]?\s(?P<rest>.*)|$)"
)
ASIDE = re.compile(r"[(|–—-]")  # how what is told of a title in italics begins, without a period
NUMBER = re.compile(r"^\d{1,2}[.)][ \t]+(?=\S)")
# What else the column of titles is headed in a section about projects.
NAME_COLUMN = re.compile(
    r"name|title|app(?:lication)?|product|repo(?:sitory)?|package|(?:web)?site|game", re.IGNORECASE
)
MARGIN = 3  # of what stands below an item with a number


def read_projects(lines: Sequence[str]) -> Found | None:
    """Return the projects of a section about them, or None where its text is something else."""
    if any(map(FENCE.match, lines)):
        return None
    if table := _read_table(lines):
        return table
    if found := list(find_projects(lines, grouped=True)):
        return _standing_together(found)
    lines = moved_out(lines)
    if any(map(NUMBER.match, lines)):
        return _read_numbered(lines)
    if listed := read_list(lines):
        starts, end, projects = listed
        return _found(starts, end, "bullets", projects)
    return _read_links(lines) or _read_led(lines)


def _read_numbered(lines: Sequence[str]) -> Found | None:
    """Return the projects of the only list in a text, where a number leads each of its items."""
    plain = [NUMBER.sub("- ", line, count=1) for line in lines]
    listed = read_list(plain)
    found = None if listed else _read_links(plain)
    if found:
        flat = [line.items[0] for line in found.lines]
        listed = found.starts, found.end, [each for each in flat if isinstance(each, Project)]
    if listed is None:
        return None
    starts, end, projects = listed
    if not all(NUMBER.match(lines[start]) for start in starts):
        return None
    numbered = [_numbered(each, lines[start]) for start, each in zip(starts, projects, strict=True)]
    return _found(starts, end, "lines", numbered)


def read_listed_work(lines: Sequence[str]) -> Found | None:
    """Return the projects of the only list in a text about work, or None.

    There are several, all say when, none names one who employs, and half of them sound like work.
    """
    listed = None if any(map(FENCE.match, lines)) else read_list(lines)
    if listed is None:
        return None
    starts, end, projects = listed
    titles = [project.title for project in projects if project.start]
    works = [title for title in titles if PROJECT_WORDS.search(title)]
    fits = len(projects) == len(titles) > 1 and len(works) * 2 >= len(titles)
    if not fits or any(map(ENTITY.search, titles)):
        return None
    return _found(starts, end, "bullets", projects)


def read_projects_below(lines: Sequence[str]) -> Found | None:
    """Return the projects that stand below a table or list of employers, if all say when."""
    found = list(find_projects(lines))
    return _standing_together(found) if all(project.start for *_lines, project in found) else None


def read_projects_in_tables(lines: Sequence[str]) -> Found | None:
    """Return the projects that tables alone tell in a text, each of which says when, or None."""
    tables = any(is_delimiter(line) or HTML_TABLE.match(line) for line in lines)
    if not tables or any(map(FENCE.match, lines)):
        return None
    found = [told for told in find_projects(lines) if TOLD in told[-1].extras]
    fits = all(
        project.start and (is_client(project.title) or not LEGAL_FORM.search(project.title))
        for *_lines, project in found
    )
    return _standing_together(found) if fits else None


def read_assigned(lines: Sequence[str], told: Callable[[str], Titled | None]) -> Found | None:
    """Return the projects of a text about work each of which says at whom it was done, or None.

    They are all the items of its list, or begin paragraphs, over what was done.
    """
    if any(map(FENCE.match, lines)):
        return None
    outer = [each for each in lists(lines) if not each.depth]
    items = outer[0].items(lines) if len(outer) == 1 else []
    pairs = [(item, told(item.text)) for item in items if not item.line]
    listed = [_assigned(item, titled) for item, titled in pairs if titled]
    if items and len(listed) == len(items):
        return _found(tuple(item.first for item in items), items[-1].end, "bullets", listed)
    begun = [(n, told(line)) for n, line in enumerate(lines) if BEGUN.match(line)]
    projects = [Told(n, *titled) for n, titled in begun if titled and begins(lines, n)]
    whole = all(project.title in lines[project.first] for project in projects)
    return _standing_together(list(ended(projects, lines, {}))) if whole else None


def _assigned(item: ListedItem, titled: Titled) -> Project:
    return replace(_dated(*titled, item.text), body=nested(item.below) or "")


def _standing_together(found: Sequence[tuple[int, int, Project]]) -> Found | None:
    """Return the projects that begin and end at these lines, or None with others between them.

    Rows of a table have to say when.
    """
    starts = tuple(first for first, _end, _project in found)
    undated = (each for *_lines, each in found if not each.start)
    if not found or any(each.extras.get(TOLD) in (TABLE, ROW) for each in undated):
        return None
    if starts[1:] != tuple(end for _first, end, _project in found[:-1]):
        return None
    return _found(starts, found[-1][1], "lines", [_alone(project) for *_lines, project in found])


def _read_links(lines: Sequence[str]) -> Found | None:
    """Return the projects of a flat list each of whose items links to one or titles it, or None.

    The last items may link to nothing, and tell of others: "- 他のライブラリへの修正".
    """
    links = items(lines)
    starts = tuple(n for n, _text in links)
    if len(links) < 2 or any(
        line.strip() for line in lines[starts[0] : starts[-1]] if not BULLET.match(line)
    ):
        return None
    last = max((n + 1 for n, (_n, text) in enumerate(links) if ADDRESS.search(text)), default=0)
    last = last or len(links)
    found = [project for _n, text in links[:last] if (project := _linked(text))]
    led = last == len(links) or all(LED.match(text) for _n, text in links[:last])
    if len(found) < last or not led:
        return None
    return _found(starts[:last], starts[last - 1] + 1, "bullets", found)


def _read_led(lines: Sequence[str]) -> Found | None:
    """Return the projects of a list whose items English titles in bold lead, or None.

    Text may stand below some of them; the last of several may be titled by none.
    """
    listed = [item for each in lists(lines) if not each.depth for item in each.items(lines)]
    titles = [led_title(item.text) if item.text.startswith("**") else None for item in listed]
    if len(listed) > 2 and not titles[-1]:
        listed, titles = listed[:-1], titles[:-1]
    ends = [*(item.first for item in listed[1:]), *(item.end for item in listed[-1:])]
    found = [
        replace(_dated(*title, item.text), body=body)
        for item, title, end in zip(listed, titles, ends, strict=True)
        if title and (body := _below(item, lines[item.end : end])) is not None
    ]
    whole = found and len(found) == len(listed) and max(len(i.text) for i in listed) <= ROW_LENGTH
    return _found(tuple(i.first for i in listed), ends[-1], "bullets", found) if whole else None


def _below(item: ListedItem, more: Sequence[str]) -> str | None:
    """Return the text below an item, with a line that goes on with it and is not indented."""
    lazy = [f"  {line}" for line in takewhile(str.strip, more)]
    others = any(map(str.strip, more[len(lazy) :]))
    return None if others or item.line else nested([*item.below, *lazy])


def read_repositories(lines: Sequence[str]) -> Found | None:
    """Return the projects of a flat list whose items tell what each repository of code is."""
    told = [LED.match(text) for _n, text in items(lines)]
    alone = all(BULLET.match(line) for line in lines if line.strip())
    is_code = all(match and REPOSITORY.match(match["url"]) for match in told)
    return _read_links(lines) if told and alone and is_code else None


def _linked(text: str) -> Project | None:
    """Return the project that the first link of an item is titled, but for that of a company.

    When it was may stand before it: "2017-2020 [X](url)の開発". An English title in bold may lead
    the item instead, "**X** — what it is", or in italics, "*X*. Lead, 2019", or plain, "X: it".
    """
    if len(text) > ROW_LENGTH:
        return None
    if italic := ITALIC.match(text):
        found, rest = find_period(text), italic["rest"] or ""
        known = is_part(italic["title"]) or clean(italic["title"]) != italic["title"]
        if found or (ASIDE.match(rest) and not known):
            return _dated(italic["title"], found.period if found else Period(), text)
    if led := led_title(text) or plain_title(text):
        return _dated(*led, text)
    addressed = ADDRESSED.fullmatch(text)
    links = (addressed,) if addressed else LINK.finditer(text)
    links = (match for match in links if not ENTITY.search(match["title"]))
    link = next(links, None)
    title = clean(link["title"]) if link else ""
    known = is_label(title) or section_kind(title) is not None
    if not 0 < len(title) <= TITLE_LENGTH or title not in text or "。" in title or known:
        return None
    if not link or is_account(link["url"]):
        return None
    lead = find_period(text if addressed else text[: link.start()])
    return _dated(title, lead.period if lead else Period(), text)


def _dated(title: str, period: Period, written: str) -> Project:
    return Project(title=title, start=period.start_text, end=period.end_text, written=written)


def _alone(project: Project) -> Project:
    """Return a project of a section, which says no more than whether its text names it."""
    return replace(project, extras={TOLD: project.extras[TOLD]} if TOLD in project.extras else {})


def _found(
    starts: tuple[int, ...], end: int, layout: str, projects: Sequence[Project]
) -> Found | None:
    rows = tuple(Line((project,)) for project in projects)
    told_once = len({(each.title, each.start, each.end) for each in projects}) == len(projects)
    return Found(starts[0], end, layout, rows, starts) if told_once else None


def _read_table(lines: Sequence[str]) -> Found | None:
    """Return the projects that the rows of the first table name, or None where one does not."""
    ruled = next((n for n, line in enumerate(lines) if n and is_delimiter(line)), 0)
    first = first_row(lines, ruled)
    end = next((n for n in range(first, len(lines)) if "|" not in lines[n]), len(lines))
    body = lines[first:end]
    if not ruled or any(len(line) > ROW_LENGTH for line in (lines[ruled - 1], *body)):
        return None
    head, rows = cells(lines[ruled - 1]), [cells(line) for line in body]
    told = read_rows(head, rows) or read_rows(_titled(head), rows)
    dated = [row for row in told if row.period]
    if not told or len(told) < len(body) or 0 < len(dated) < len(told):
        return None
    projects = (
        _dated(row.title, row.period, line.strip()) for row, line in zip(told, body, strict=True)
    )
    return Found(first, end, "table", tuple(Line((project,)) for project in projects))


def _titled(head: Sequence[str]) -> list[str]:
    """Return the head of a table of projects, with the one for the column that names them."""
    named = next((n for n, cell in enumerate(head) if NAME_COLUMN.fullmatch(clean(cell))), None)
    return ["Project" if n == named else cell for n, cell in enumerate(head)]


def _numbered(project: Project, line: str) -> Project:
    """Return a project as its line with a number writes it, the text below it far enough in."""
    below = project.body.split("\n")
    least = min((len(each) - len(each.lstrip(" ")) for each in below if each.strip()), default=0)
    more = " " * max(0, MARGIN - least)
    body = "\n".join(f"{more}{each}" if each.strip() else "" for each in below)
    return replace(project, body=body, written=line.strip())
