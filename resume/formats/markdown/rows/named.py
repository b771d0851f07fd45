"""What a cell of a table says that may name one who employs."""

import re

from ..text.names import CLIENT, ENTITY, is_work
from ..text.places import ELSEWHERE
from ..text.vocabulary import clean

# What a place, or the name of a part of one who employs, sounds like.
OTHERS = re.compile(
    rf"^(?:{ELSEWHERE.pattern}|自社|客先|本社|支社|常駐.*)$|(?:部|課|室|係|チーム|グループ)$|。|[をにはが](?![ぁ-ん]*$)"
)
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
BOLD = re.compile(r"\*\*(?P<name>[^*]+)\*\*")


def first_line(cell: str) -> str:
    """Return what stands over the others in a cell, without markup."""
    return clean(BREAK.split(cell)[0])


def is_other(name: str) -> bool:
    """True for a place, a part of one who employs, or the name of a piece of work."""
    return bool(OTHERS.search(name)) or is_work(name)


def is_named(name: str) -> bool:
    """True for a text that a legal form makes the name of one who employs, and nothing more."""
    fits = len(name) <= 60 and not CLIENT.search(name)
    return fits and bool(ENTITY.search(name)) and not is_other(name)


def in_bold(cell: str, name: str) -> str:
    """Return the name that a cell tells, without what stands after it where it leads in bold."""
    match = BOLD.match(cell)
    bold = match["name"] if match and ENTITY.search(match["name"]) else ""
    return bold if bold and name.startswith(bold) else name
