"""An item of a list as a project: its title, when that was, and the text below it."""

import re
from collections.abc import Sequence

from resume.document.dates import Period
from resume.document.periods import find_period
from resume.document.schema import Project

from ..text.gaps import is_gap
from ..text.headings import split_period, split_start
from ..text.labels import LABELLED, labelled
from ..text.listed_items import ListedItem
from ..text.names import PROJECT_WORDS, ROLE_END
from ..text.nesting import nested
from ..text.posts import is_post
from ..text.vocabulary import clean, is_label, is_project_group
from ..text.works import REMARK
from .placed import NUMBERED
from .tables import TITLE_LENGTH
from .told import labelled_period

REMARKED = re.compile(rf"\*\*(?P<title>[^*]+)\*\*{REMARK}")

# What was made, and when it came out, perhaps as what: "『X』（2022年刊）　編集".
CAME_OUT = re.compile(
    r"(?P<title>\S.{0,98}?)\s*[(（](?:19|20)\d\d年?(?:\d{1,2}月)?\s*"
    r"(?:刊行?|発[売行表]|出版|公開|放[送映]|竣工|完成|上演|開催|リリース)[)）][^。]{0,40}"
)


def item_projects(items: Sequence[ListedItem], grouped: bool) -> list[Project]:
    """Return the items of a list as projects, or none where one of them is something else.

    Each has to have a title and text below it; at least half have to say when, or what was done in
    which role or with what, unless a heading says that projects stand below it. A title may come
    again at another time, where most do not.
    """
    signed = [item for item in items if grouped or _is_signed(item)]
    found = [item_project(item) for item in items]
    projects = [each for each in found if each]
    told = {(each.title, each.start, each.end) for each in projects}
    if all(map(_is_held, {title for title, *_when in told})):
        return []
    titles = {title for title, *_when in told}
    fits = len(told) == len(items) < 2 * len(titles) and len(signed) * 2 >= len(items)
    fits = fits and all(each.body for each in projects)
    return projects if fits else []


def _is_held(title: str) -> bool:
    """True for a role, or a post, that was held at an employer."""
    return bool(ROLE_END.search(title) and not PROJECT_WORDS.search(title)) or is_post(title)


def _is_signed(item: ListedItem) -> bool:
    labels = (label for label, _value in labelled(item.below))
    return bool(read_title(item.text)[1]) or any(map(is_label, labels))


def item_project(item: ListedItem) -> Project | None:
    """Return the project that an item of a list titles, with what stands below it, or None."""
    title, period = read_title(item.text)
    below = Period() if period else _period_led(item.below)
    body = nested(item.below)
    unfit = len(item.text) > 2 * TITLE_LENGTH or not 0 < len(title) <= TITLE_LENGTH or "。" in title
    # The line as written has to hold the title as it is.
    if unfit or body is None or title not in item.text:
        return None
    if is_label(title) or is_project_group(title) or is_gap(title):
        return None
    label = LABELLED.match(f"- {item.text}")
    if label and not label["bare"] and not label["bold"] and not period:
        return None
    told = period or below
    return Project(
        title=title,
        start=told.start_text,
        end=told.end_text,
        body=body,
        written=item.line or (item.text if item.text != title or below else ""),
        extras={NUMBERED: True} if item.line else {},
    )


def read_title(text: str) -> tuple[str, Period]:
    """Return the title and the period of an item.

    A remark may stand after a title in bold, or when that came out after any.
    """
    title, start = split_start(clean(text))
    if start:
        return title, start
    title, period = split_period(clean(text))
    remarked = None if title in text else REMARKED.fullmatch(text)
    remarked = remarked or (None if period else CAME_OUT.fullmatch(text))
    return (clean(remarked["title"]), period) if remarked else (title, period)


def _period_led(below: Sequence[str]) -> Period:
    """Return the period with which the first line below an item begins, or that of a label."""
    first = next((line.strip() for line in below if line.strip()), "")
    text = clean(first.lstrip("-*+ \t"))
    found = find_period(text) if len(text) <= TITLE_LENGTH else None
    return found.period if found and not found.first else labelled_period(labelled(below))
