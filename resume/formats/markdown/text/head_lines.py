"""A short line that tells of a stay, in parts: "**Engineer** | Apr 2020 – Present"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resume.document.dates import Period
from resume.document.periods import find_period

from .headings import DURATION, NO_PERIOD, WORD, stay_alone
from .labels import HELD, labelled
from .names import ACADEMIC, COURSE, ENTITY, NO_FORM, ROLE_END, employment_kind
from .places import TOWN, is_place
from .vocabulary import PERIOD_LABELS, clean, is_label

BREAK = re.compile(r"<br\s*/?>$", re.IGNORECASE)
BULLET = re.compile(r"^[-*+][ \t]+")
DEFINED = re.compile(r"^:[ \t]+")
SPACE = re.compile(r"&(?:nbsp|emsp|ensp|thinsp);")
# What a line says beside its period, which names nobody.
STAYING = re.compile(r"(?:に|の間|まで)?(?:在籍|勤務|所属|在職|従事)(?:中)?")
SPLIT = re.compile(rf"\s*[|｜·•／]\s*|\s+[/–—―−-]\s+|\s*[、，]\s*|,\s+{NO_FORM}|　+|  +")
EDGE = " \t　()（）[]【】*_,:：;-–—―|｜/・"
# The label of a period that leads a line: "期間：2020年4月〜現在".
PERIOD_LEAD = re.compile(rf"^(?:{PERIOD_LABELS.pattern})\s*[:：]\s*", re.IGNORECASE)
LEADING = re.compile(r"\s*[|｜·]")
EMPLOYMENT_LENGTH = 12
LINE_LENGTH = 120


@dataclass(frozen=True)
class HeadLine:
    """The names, roles and period of a line; where and for how long are left out.

    It is led by the period where that stands first, parted from the rest.
    """

    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    period: Period = NO_PERIOD
    is_led: bool = False


@lru_cache(256)
def read_head_line(line: str) -> HeadLine:
    """Return the parts of one line; a long one has none."""
    if len(line) > LINE_LENGTH:
        return HeadLine()
    text = BULLET.sub("", unbroken(line))
    text = clean(SPACE.sub("  ", text).replace("**", "  ")).strip("*_ ")
    text = PERIOD_LEAD.sub("", text)
    found = find_period(text)
    rest = f"{text[: found.first]} | {text[found.last :]}" if found else text
    roles: list[str] = []
    names: list[str] = []
    for part in _parts(rest):
        (roles if ROLE_END.search(part) and not ENTITY.search(part) else names).append(part)
    if found and names and (period := stay_alone(text)):
        return HeadLine(period=period)
    is_led = bool(found and not found.first and LEADING.match(text, found.last))
    return HeadLine(tuple(names), tuple(roles), found.period if found else NO_PERIOD, is_led)


def was_attended(name: str, lines: Sequence[str]) -> bool:
    """True for what was studied at, unless text below its name tells a role held there.

    The first line does, or one with a label: "- 職種: 技術補佐員".
    """
    if not COURSE.search(name):
        return False
    first = next(filter(str.strip, lines), "")
    labels = (clean(value) for label, value in labelled(lines) if HELD.fullmatch(clean(label)))
    return not any(map(ACADEMIC.search, (*read_head_line(first).roles, *labels)))


def unbroken(line: str) -> str:
    """Return a line without the hard break at its end, and the mark that leads a definition."""
    return BREAK.sub("", DEFINED.sub("", line.strip()).rstrip("\\")).strip()


def _parts(text: str) -> Iterator[str]:
    for part in SPLIT.split(_without_town(text)):
        part = _bare(part)
        told = len(part) <= EMPLOYMENT_LENGTH and employment_kind(part)
        is_role = part.isascii() and ROLE_END.search(part)
        aside = DURATION.match(part) or is_place(part) or STAYING.fullmatch(part)
        left_out = (told and not is_role) or aside or (part.isascii() and is_label(part))
        if WORD.search(part) and not left_out:
            yield part


def _bare(part: str) -> str:
    """Return a part without what is around it: brackets too, but for those of a legal form.

    Those at its end stay where they opened in it: "X園（社会福祉法人Y）".
    """
    bare = part.strip(EDGE)
    is_kept = ENTITY.search(part) and not ENTITY.search(bare)
    is_kept = is_kept or len(re.findall("[(（]", bare)) > len(re.findall("[)）]", bare))
    return part.strip(EDGE.replace("()（）", "")) if is_kept else bare


def _without_town(text: str) -> str:
    """Return `text` with its towns parted from it: "Engineer, HP" has none."""
    return TOWN.sub(lambda match: match[0] if ROLE_END.search(match[0][:-4]) else " | ", text)
