"""When somebody was there, as the text under the heading of an entry tells it."""

import re
from collections.abc import Iterator, Sequence

from resume.document.dates import DateStyle, Period
from resume.document.periods import find_period
from resume.document.spans import span

from .headings import stay_alone
from .labels import HELD, QUOTED, is_labelled, labelled
from .names import DEPARTMENT, PROJECT_WORDS, ROLE_END, employment_kind
from .nesting import first_block
from .table_lines import cells, period_cell, period_columns
from .tenure import read_tenure, with_joining
from .vocabulary import END_LABELS, START_LABELS, clean, is_period_label

# What opens a text that is folded away: "<details><summary>…", ":::details …".
FOLD = re.compile(r"\s*(?:<details\b[^<>]*>\s*|<summary\b[^<>]*>\s*|:::+\s*details\b\s*)*")
EMPLOYED = re.compile(r"勤務|在籍|所属|従事|入社|参画|として|employed|worked", re.IGNORECASE)
# What may follow a period that leads a line ("*2019 - 2021* | Tokyo"), and how long that was.
SIGN = re.compile(r"[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?")
LEADING = re.compile(r"[*_\s]*(?:[(（][^()（）]*[)）]\s*)?(?:[|｜·・,、/／。]|$)")
ITEM = re.compile(r"[-*+]\s+(?P<text>\S.{0,99})")
# What an item tells of a stay beside its period, the department and the kind of employment.
STANDING = re.compile(
    r"(?:として|時短|常勤)?(?:勤務|在籍|在職|所属)?|(?:現|前々?)職|[副複本]業|在[籍職]中"
)
BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
TAG = re.compile(r"`([^`]+)`")
TAGS = re.compile(r"`[^`]+`(?:[\s|/・,、]*`[^`]+`)*")
PARTS = re.compile(r"\s*[、,:：/／|｜・]\s*")
EMPLOYMENT_LENGTH = 15  # of a part that tells how somebody was employed
BESIDE = 12  # signs, at most, that stand beside the period of a line
LINE_LENGTH = 500  # of a line in which a period is looked for
LOOKED_AT = 40  # lines of an entry in which its own period is looked for


def period_below(lines: Sequence[str]) -> Period:
    """Return the period that the text under an entry's heading gives, or an empty one.

    The first line by itself tells it, a labelled line, a column of periods (from the first to the
    last), a list of stays, the first sentence, or lines that tell of joining and leaving.
    """
    lines = lines[:LOOKED_AT]
    opened = (QUOTED.sub("", FOLD.sub("", line[:LINE_LENGTH], count=1)).strip() for line in lines)
    first = next(filter(None, opened), "")
    return (
        stay_alone(clean(first).strip("*_ "))
        or _led_facts(first)
        or _in_tags(first)
        or with_joining(_labelled(lines) or in_column(lines), lines)
        or stay_of_items(lines)
        or _in_first(first)
        or read_tenure(lines)
    )


def _led_facts(line: str) -> Period:
    """Return the period that leads a line of facts of a stay, each after an emoji, or none.

    "📅 2020.04 〜 2023.08　👤 正社員　🏷 開発部"
    """
    text = SIGN.sub("、", line).strip("、 　")
    found = find_period(text) if text != line else None
    led = found and not found.first and text[found.last :].lstrip(" 　").startswith("、")
    return (_told_of_stay(text, held=True) or Period()) if led else Period()


def _in_tags(line: str) -> Period:
    """Return the period that one of the tags tells which are all of a line, or an empty one.

    "`2020年4月〜現在` `週4` `Go`"
    """
    tags = TAG.findall(line) if TAGS.fullmatch(line) else []
    told = [period for period in map(stay_alone, tags) if period]
    return told[0] if len(told) == 1 else Period()


def _labelled(lines: Sequence[str]) -> Period:
    """Return the period under its label, or between those of its start and its end."""
    told = list(labelled(list(_outer(lines))))
    for label, value in told:
        if is_period_label(label) and (match := find_period(value)):
            return match.period
    start, end = (
        next((value for label, value in told if words.fullmatch(label)), "")
        for words in (START_LABELS, END_LABELS)
    )
    match = find_period(f"{start}〜{end}") if start else None
    return match.period if match else Period()


def _outer(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, "" for a label that is indented: it tells of the item over it, if any."""
    is_below = False
    for line in lines:
        is_indented = line[:1].isspace()
        is_below |= bool(line.strip()) and not is_indented
        yield "" if is_indented and is_below and is_labelled(line) else line


def in_column(lines: Sequence[str]) -> Period:
    """Return the period of the column of a table whose head says that it holds periods."""
    rows = [cells(line) for line in lines if "|" in line and len(line) <= 4 * LINE_LENGTH]
    for number, row in enumerate(rows):
        columns = period_columns(row) if len(row) > 1 else []
        if columns:
            told = (find_period(period_cell(each, columns)) for each in rows[number + 1 :])
            return span([found.period for found in told if found])
    return Period()


def _in_first(line: str) -> Period:
    """Return the period that the first line of a text tells beside little else, or in a sentence.

    Of a row of a table, it is all of a cell.
    """
    if line.startswith("|"):
        return next(filter(None, map(_whole, cells(line))), Period())
    text = clean(line).strip("*_ ")
    match = find_period(text)
    if not match or line.startswith("#"):
        return Period()
    # The title of a piece of work, and when that was: "**検索の刷新**（2020/04〜現在）".
    of_work = line.startswith("**") and PROJECT_WORDS.search(text[: match.first])
    others = len(text) - (match.last - match.first)
    if not of_work and (others <= BESIDE or (not match.first and LEADING.match(text, match.last))):
        return match.period
    return stay(text.partition("。")[0]) if EMPLOYED.search(line) else Period()


def _whole(cell: str) -> Period:
    """Return the period that is all of a cell, or an empty one."""
    match = find_period(cell)
    return match.period if match and match.last - match.first == len(cell) else Period()


def stay(text: str) -> Period:
    """Return the period of all those in `text`: one contract after the other makes one stay.

    What only tells since when something was so within a stay is no part of it.
    """
    found: list[Period] = []
    while match := find_period(text):
        since = match.period.start if not match.period.end and not match.period.current else None
        ended = next((each.end for each in found if each.end), None)
        if not (since and ended and since.is_before(ended)):
            found.append(match.period)
        text = text[match.last :]
    return span(found)


def stay_of_items(lines: Sequence[str], held: bool = True) -> Period:
    """Return the period of a list that leads a text, each item of which tells of the stay.

    "- 開発部 (2018年2月〜2019年8月)" over "- 企画部 (2019年9月〜)", "- 副業" over "- 2020年4月〜",
    or, where what was `held` then counts, "- 職務 2018年4月〜: リーダー".
    """
    items = first_block(lines[next((n for n, t in enumerate(lines) if t.strip()), 0) :])
    matches = [ITEM.fullmatch(item.strip()) for item in items[:LOOKED_AT]]
    texts = [clean(match["text"]) for match in matches if match]
    if all(map(_whole, texts)):
        return Period()  # a list of periods tells of anything
    told = [_told_of_stay(text, held) for text in texts]
    periods = [period for period in told if period]
    return span(periods) if None not in told and len(told) == len(items) else Period()


def _told_of_stay(text: str, held: bool) -> Period | None:
    """Return when an item says that was, perhaps an empty period; None where it tells of work."""
    found = find_period(text)
    if found and held and HELD.fullmatch(text[: found.first].strip(" :：")):
        return found.period
    rest = f"{text[: found.first]}、{text[found.last :]}" if found else text
    for part in map(str.strip, PARTS.split(BRACKETS.sub("", rest))):
        employed = len(part) <= EMPLOYMENT_LENGTH and employment_kind(part)
        role = found and held and ROLE_END.search(part) and not PROJECT_WORDS.search(part)
        if not (STANDING.fullmatch(part) or DEPARTMENT.search(part) or employed or role):
            return None
    return found.period if found else Period()


def period_alone(lines: Sequence[str]) -> Period:
    """Return the period that is the whole of the first line of a text, or an empty one.

    Roles held in it may follow, or how long it was: "2015/04〜2017/10 / エンジニア".
    """
    first = next(filter(str.strip, lines), "")[:LINE_LENGTH]
    text = clean(first).strip("*_ ()（）")
    match = find_period(text)
    if match and (period := stay_alone(text)):
        return period
    if not match or match.first:
        return Period()
    before, *roles = re.split(r"\s*[/／|｜]\s*", text[match.last :])
    alone = not before.strip() and all(map(ROLE_END.search, roles))
    return match.period if alone else Period()


def date_style(texts: Iterator[str], otherwise: DateStyle) -> DateStyle:
    """Return the style in which most of the periods in `texts` are written, else the other one."""
    counts = dict.fromkeys(DateStyle, 0)
    for text in texts:
        if found := find_period(text):
            written = text[found.first : found.last]
            for style in DateStyle:
                counts[style] += found.period.format(style) == written
    return max(counts, key=lambda style: counts[style]) if any(counts.values()) else otherwise
