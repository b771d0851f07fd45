"""Label and value lines, in the notations people use, and the periods that stand in them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from resume.document.dates import DateStyle, Period
from resume.document.periods import find_period, span
from resume.document.schema import Fact

from .headings import stay_alone
from .names import DEPARTMENT, PROJECT_WORDS, ROLE_END, employment_kind
from .tenure import read_tenure
from .vocabulary import (
    END_LABELS,
    PERIOD_LABELS,
    START_LABELS,
    clean,
    is_label,
    is_period_label,
)

LABELLED = re.compile(
    r"^\s*(?:[-*+]\s+)?(?:"
    r"\*\*\s*[\[【]?(?P<bold>[^*\[\]【】:：]{1,30})[\]】]?\s*[:：]?\s*\*\*\s*[:：]?"
    r"|[【\[](?P<bracket>[^【】\[\]]{1,30})[】\]](?!\()\s*[:：]?"
    r"|\|\s*(?P<cell>[^|]{1,30}?)\s*\|"
    r"|[■□◆◇●○▼]\s*(?P<marked>[^:：\s()（）]{2,10})(?:[(（][^()（）]*[)）])?(?=\s*$)"
    r"|(?<=[-*+] )(?P<bare>[^\s:：|*\[\]【】#<>`]{2,8})(?=\s*$)"
    r"|(?P<plain>[^\s:：|*\[\]【】#<>`][^:：|*\[\]【】<>`]{0,29}?)\s*[:：](?!//)"
    r")(?P<value>.*)$"
)
NOTATIONS = ("bold", "bracket", "cell", "marked", "bare", "plain")
# "**勤務先：X**", "_期間：2020年4月〜現在_", "**【案件】X**"
STRESSED = re.compile(
    r"^\s*(?P<mark>\*\*|[*_])(?=[^\s*_])"
    r"(?P<text>(?:[^*_:：]{1,30}[:：]|【[^*【】]{1,30}】(?=[^\s*]))[^*]+?)(?P=mark)\s*$"
)
QUOTED = re.compile(r"^(?:\s*>)+\s?")
BREAK = re.compile(r"\s*<br\s*/?>\s*$", re.IGNORECASE)
# What opens a text that is folded away: "<details><summary>…", ":::details …".
FOLD = re.compile(r"\s*(?:<details\b[^<>]*>\s*|<summary\b[^<>]*>\s*|:::+\s*details\b\s*)*")
EMPLOYED = re.compile(r"勤務|在籍|所属|従事|入社|参画|として|employed|worked", re.IGNORECASE)
# How each layout of facts prints; `writer` has the same shapes.
FACT_SHAPES = {
    "bullets": re.compile(r"- (?P<label>[^:]{1,100}): (?P<value>.+)"),
    "bold": re.compile(r"\*\*(?P<label>[^*]{1,100})\*\* (?P<value>.+?)(?:  )?"),
    "brackets": re.compile(r"【(?P<label>[^】]{1,100})】(?P<value>.+?)(?:  )?"),
    "plain": re.compile(r"(?P<label>[^\s:*#>|\-+【`][^:]{0,99}):(?P<value>[^/\s].*?)(?:  )?"),
}
# What may follow a period that leads a line ("*2019 - 2021* | Tokyo"), and how long that was.
LEADING = re.compile(r"[*_\s]*(?:[(（][^()（）]*[)）]\s*)?(?:[|｜·・,、/]|$)")
ITEM = re.compile(r"[-*+]\s+(?P<text>\S.{0,99})")
# What an item tells of a stay beside its period, the department and the kind of employment.
STANDING = re.compile(
    r"(?:として|時短|常勤)?(?:勤務|在籍|在職|所属)?|(?:現|前々?)職|[副複本]業|在[籍職]中"
)
BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
HELD = re.compile(r"職務|役割|役職|職位|職種|ポジション|ロール")  # labels of what is held
PARTS = re.compile(r"\s*[、,:：/／|｜・]\s*")
# The line under the head of a table.
DELIMITER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
SIGN = re.compile(r"[\U0001f000-\U0001faff\u2600-\u27bf]\ufe0f?")
EMPLOYMENT_LENGTH = 15  # of a part that tells how somebody was employed
LINE_LENGTH = 500  # of a line in which a period is looked for
LOOKED_AT = 40  # lines of an entry in which its own period is looked for


def labelled(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (label, value) of the lines that have one; an empty value is the next line's."""
    for number, line in enumerate(lines):
        match = LABELLED.match(STRESSED.sub(r"\g<text>", QUOTED.sub("", line)))
        if match:
            label = next(filter(None, match.group(*NOTATIONS)))
            following = (each.strip() for each in lines[number + 1 : number + 3])
            value = BREAK.sub("", match["value"]).strip().removesuffix("|").rstrip()
            yield clean(label), value or next(filter(None, following), "")


def period_below(lines: Sequence[str]) -> Period:
    """Return the period that the text under an entry's heading gives, or an empty one.

    A labelled line, a column of periods (from the first to the last), the first sentence, or lines
    that tell of joining and leaving.
    """
    lines = lines[:LOOKED_AT]
    opened = (QUOTED.sub("", FOLD.sub("", line[:LINE_LENGTH], count=1)).strip() for line in lines)
    first = next(filter(None, opened), "")
    text = clean(first).strip("*_ ")
    if period := stay_alone(text):
        return period
    if period := _led_facts(first):
        return period
    # A label that is indented tells of the item over it.
    outer = ["" if line[:1].isspace() and LABELLED.match(line) else line for line in lines]
    told = list(labelled(outer))
    found = [
        match.period
        for label, value in told
        if is_period_label(label) and (match := find_period(value))
    ]
    found = found[:1] or _joined_and_left(told) or _column(lines)
    if found:
        return span(found)
    if several := stay_of_items(lines):
        return several
    match = find_period(text)
    alone = match and (
        len(text) - (match.last - match.first) <= 12
        or (not match.first and LEADING.match(text, match.last))
    )
    if first.startswith("|"):
        whole = next(filter(None, map(_whole, first.strip("| ").split("|"))), Period())
        return whole or read_tenure(lines)
    if match and alone and not first.startswith("#"):
        return match.period
    if match and EMPLOYED.search(first) and not first.startswith("#"):
        return stay(text.partition("。")[0])
    return read_tenure(lines)


def _led_facts(line: str) -> Period:
    """Return the period that leads a line of facts of a stay, each after an emoji, or none.

    "📅 2020.04 〜 2023.08　👤 正社員　🏷 開発部"
    """
    text = SIGN.sub("、", line).strip("、 　")
    found = find_period(text) if text != line else None
    led = found and not found.first and text[found.last :].lstrip(" 　").startswith("、")
    return (_told_of_stay(text, held=True) or Period()) if led else Period()


def _joined_and_left(told: Sequence[tuple[str, str]]) -> list[Period]:
    """Return the period between the values of two labels, for its start and its end, if any."""
    values = [
        next((value for label, value in told if words.fullmatch(label)), "")
        for words in (START_LABELS, END_LABELS)
    ]
    match = find_period("〜".join(values)) if values[0] else None
    return [match.period] if match else []


def _whole(cell: str) -> Period:
    """Return the period that is all of a cell, or an empty one."""
    match = find_period(cell.strip())
    return match.period if match and match.last - match.first == len(cell.strip()) else Period()


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
    return span(found) if found else Period()


def stay_of_items(lines: Sequence[str], held: bool = True) -> Period:
    """Return the period of a list that leads a text, each item of which tells of the stay.

    "- 開発部 (2018年2月〜2019年8月)" over "- 企画部 (2019年9月〜)", "- 副業" over "- 2020年4月〜",
    or, where what was `held` then counts, "- 職務 2018年4月〜: リーダー".
    """
    items = _first_block(lines[next((n for n, t in enumerate(lines) if t.strip()), 0) :])
    matches = [ITEM.fullmatch(item.strip()) for item in items[:LOOKED_AT]]
    texts = [clean(match["text"]) for match in matches if match]
    if all(map(_whole, texts)):
        return Period()  # a list of periods tells of anything
    told = [_told_of_stay(text, held) for text in texts]
    periods = [period for period in told if period]
    return span(periods) if periods and None not in told and len(told) == len(items) else Period()


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
    first = next((line for line in lines if line.strip()), "")[:LINE_LENGTH]
    text = clean(first).strip("*_ ()（）")
    match = find_period(text)
    if match and (period := stay_alone(text)):
        return period
    if not match or match.first:
        return Period()
    before, *roles = re.split(r"\s*[/／|｜]\s*", text[match.last :])
    alone = not before.strip() and all(map(ROLE_END.search, roles))
    return match.period if alone else Period()


def is_delimiter(line: str) -> bool:
    """True for the line between the head of a table and its rows."""
    return "|" in line and bool(DELIMITER.fullmatch(line.strip()))


def table_heads(lines: Sequence[str]) -> Iterator[str]:
    """Yield what the columns of the tables in `lines` are headed."""
    for head, rule in pairwise(lines):
        if "|" in head and len(head) <= LINE_LENGTH and DELIMITER.fullmatch(rule.strip()):
            yield from (clean(cell) for cell in head.strip().strip("|").split("|"))


def first_row(lines: Sequence[str], rule: int) -> int:
    """Return the line of the first row below that of a rule; blank lines may part the two."""
    after = range(rule + 1, len(lines))
    first = next((n for n in after if lines[n].strip()), rule + 1)
    return first if lines[first : first + 1] and lines[first].startswith("|") else rule + 1


def period_columns(head: Sequence[str]) -> Sequence[int]:
    """Return which columns of a table say when: that of periods, or those of starts and ends."""
    for words in ((PERIOD_LABELS,), (START_LABELS, END_LABELS)):
        found = [
            next((index for index, cell in enumerate(head) if each.fullmatch(clean(cell))), None)
            for each in words
        ]
        if None not in found:
            return [index for index in found if index is not None]
    return []


def period_cell(row: Sequence[str], columns: Sequence[int]) -> str:
    """Return what the cells in these columns of a row say of the period."""
    return "〜".join(row[index] for index in columns if index < len(row))


def read_facts(lines: Sequence[str], period: Period, style: DateStyle) -> tuple[list[Fact], str]:
    """Return the facts that lead an entry, and the layout that prints them as they stand.

    They are facts only where all the lines up to the first blank one are labels with values.
    """
    block = list(_first_block(lines))
    for layout, shape in FACT_SHAPES.items():
        matches = [shape.fullmatch(line) for line in block]
        rows = [(match["label"], match["value"]) for match in matches if match]
        if not rows or len(rows) != len(block) or not all(is_label(label) for label, _ in rows):
            continue
        if layout != "bullets" and any(not line.endswith("  ") for line in block[:-1]):
            continue
        written = period.format(style)
        return [
            Fact(label=label, value="" if value == written else value) for label, value in rows
        ], layout
    return [], "bullets"


def first_block_length(lines: Sequence[str]) -> int:
    """Return how many lines lead up to the first blank one."""
    return len(_first_block(lines))


def date_style(texts: Iterator[str]) -> DateStyle:
    """Return the style in which most of the periods in `texts` are written."""
    counts = dict.fromkeys(DateStyle, 0)
    for text in texts:
        found = find_period(text)
        if found:
            written = text[found.first : found.last]
            for style in DateStyle:
                counts[style] += found.period.format(style) == written
    return max(counts, key=lambda style: counts[style])


def _first_block(lines: Sequence[str]) -> Sequence[str]:
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return lines[:end]


def _column(lines: Sequence[str]) -> list[Period]:
    """Return the periods in the column of a table whose head says that it holds periods."""
    short = [line.strip().strip("|") for line in lines if len(line) <= 4 * LINE_LENGTH]
    rows = [[cell.strip() for cell in line.split("|")] for line in short]
    for number, row in enumerate(rows):
        columns = period_columns(row)
        if len(row) < 2 or not columns:
            continue
        cells = [period_cell(each, columns) for each in rows[number + 1 :]]
        return [match.period for cell in cells if (match := find_period(cell))]
    return []
