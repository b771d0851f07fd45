"""Heads of entries that take several lines: a name, a role and a period, each on its own.

"**Engineer**" over "**X Inc. - Boston, MA**" over "*May 2021 - Present*", or a name over a period;
or a heading that tells the role, with the name in bold below it. Blank lines may part them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from resume.document.dates import Period
from resume.document.periods import find_period

from .headings import DURATION, Entry
from .names import ENTITY, PROJECT_WORDS, ROLE_END, SCHOOL, employment_kind
from .vocabulary import EMPLOYER_NAME_LABELS, clean, is_label, section_kind

BREAK = re.compile(r"<br\s*/?>$", re.IGNORECASE)
BOLD = re.compile(r"\*\*(?P<name>[^*]{2,80})\*\*(?P<rest>[^。*]{0,60})$")
OTHER_BLOCK = re.compile(r"\s*(?:[-*+>|#:]\s|\d+[.)]\s|[|`<#~]|---|===|\*\*\*|:::)|\s{4}")
# Where somebody worked, after the name: " - Boston, MA (Remote)", " - 東京".
PLACE = re.compile(
    r"\s+[-–—|]\s+(?:[A-Z][\w .'-]*,\s*[A-Z][\w .'()-]*|Remote.*|[一-鿿]{2,4}[都道府県市区]?)$"
)
LOOKED_AT = 8  # lines, blank ones too, in which a head has to end
LINE_LENGTH = 120


def read_head(lines: Sequence[str]) -> tuple[Entry, int] | None:
    """Return who, as what and when the first lines of a text tell, and how many lines these are.

    None where they do not: the second or third of them has to say when and nothing else. A school
    is named only with a role.
    """
    rows = list(_texts(lines))
    texts = [text for _number, text in rows]
    number = next((n for n in (1, 2) if n < len(texts) and _period_alone(texts[n])), 0)
    if not number:
        return None
    told = texts[:number] if number > 1 else [texts[0], *texts[2:3]]
    first, *others = (PLACE.sub("", text) for text in told)
    role = next((text for text in others if _is_role(text)), "")
    name = first
    if _is_role(first) and number > 1:
        name, role = others[0], first
    if number > 1 and not role:
        return None
    found = find_period(texts[number])
    attended = SCHOOL.search(name) and not role
    if not found or attended or _is_role(name) or not _is_name(name):
        return None
    return Entry(name, role, employment_kind(role), found.period), rows[number][0] + 1


def employer_below(title: str, lines: Sequence[str]) -> str:
    """Return the employer whom the first line under a heading that tells a role names, or "".

    It is in bold, and bears the sign of one who employs or stands over a period.
    """
    first = next((line for line in lines if line.strip()), "")
    match = BOLD.match(_unbroken(first)) if len(first) <= LINE_LENGTH else None
    if not match or not _is_role(clean(title)):
        return ""
    name = PLACE.sub("", clean(match["name"]))
    dated = find_period(match["rest"]) or period_of_head(lines)
    known = ENTITY.search(name) or (dated and not PROJECT_WORDS.search(name))
    return name if known and _is_name(name) and not SCHOOL.search(name) else ""


def name_of_label(told: Iterable[tuple[str, str]]) -> str:
    """Return the first name of one who employs among labels and their values, or ""."""
    values = (value for label, value in told if EMPLOYER_NAME_LABELS.fullmatch(label))
    return next((name for name in map(clean, values) if 1 < len(name) <= 80), "")


def period_of_head(lines: Sequence[str]) -> Period:
    """Return the period that is all of one of the first three lines, or an empty one."""
    dated = (text for _number, text in _texts(lines) if _period_alone(text))
    found = find_period(next(dated, ""))
    return found.period if found else Period()


def period_leading(lines: Sequence[str]) -> Period:
    """Return the period with which the first line of a text begins, or an empty one."""
    first = next((text for _number, text in _texts(lines)), "")
    found = find_period(first)
    return found.period if found and not found.first else Period()


def _texts(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the first lines that say something, without markup, up to another kind of block."""
    left = 3
    for number, line in enumerate(lines[:LOOKED_AT]):
        if not left or len(line) > LINE_LENGTH or OTHER_BLOCK.match(line):
            break
        if text := clean(_unbroken(line)).strip("*_ "):
            yield number, text
            left -= 1


def _unbroken(line: str) -> str:
    """Return a line without the hard break at its end."""
    return BREAK.sub("", line.strip().rstrip("\\")).strip()


def _period_alone(text: str) -> bool:
    found = find_period(text.strip("()（） "))
    if not found or found.first:
        return False
    rest = text.strip("()（） ")[found.last :].strip(" ()（）")
    return not rest or bool(DURATION.match(rest))


def _is_role(text: str) -> bool:
    return bool(ROLE_END.search(text)) and not ENTITY.search(text) and len(text) <= LINE_LENGTH


def _is_name(text: str) -> bool:
    known = is_label(text) or section_kind(text) is not None
    return 1 < len(text) <= 80 and not known and not re.search(r"[。:：]", text)
