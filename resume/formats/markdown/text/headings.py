"""What the heading of an entry says: who, in which role, when."""

import re
from dataclasses import dataclass
from functools import lru_cache

from resume.document.dates import Period
from resume.document.periods import find_dates, find_period
from resume.document.spans import span

from .names import (
    ENTITY,
    LEGAL_FORM,
    ROLE_END,
    SELF,
    employment_kind,
)
from .places import is_place, without_place
from .roles import EDGE, split_role
from .tenure import HOW, read_tenure
from .vocabulary import clean, is_period_label, section_kind

# Signs that open and close brackets, to stand in a class; with angles only around a period.
OPENS, CLOSES = r"(（\[【［〔", r")）\]】］〕"
OPENS_PERIOD, CLOSES_PERIOD = f"{OPENS}<＜〈《", f"{CLOSES}>＞〉》"
BRACKETS = re.compile(rf"\s*[{OPENS}]([^{OPENS}{CLOSES}]*)[{CLOSES}]")
EMPTY_BRACKETS = re.compile(rf"\s*[{OPENS_PERIOD}]\s*(?:[{CLOSES_PERIOD}]|$)")
# What brackets hold before a period, and where they end after it.
OPENED = re.compile(rf"\s*[{OPENS_PERIOD}]([^{OPENS_PERIOD}{CLOSES_PERIOD}]*)$")
CLOSED = re.compile(rf"[{CLOSES_PERIOD}]|(?=[{OPENS_PERIOD}])")
DURATION = re.compile(
    r"^(?:の|約|計)*\s*[\d.]+\s*(?:年|[ヶケかカヵ]月|週間|months?|mos?\b|years?|yrs?|weeks?).*$"
)
LASTED = re.compile(
    r"半年間?|約?[\d.]+\s*(?:年[間半]*|[ヶケかカヵ]月[間半]*|週間|months?|years?|mos?\b|yrs?\b)"
)
# How long it was, between a date and a title: "2018/12〜5ヶ月 - X".
LASTING = re.compile(
    rf"(?:\s*[~〜～]\s*(?:{LASTED.pattern})|\s*[(（](?:{LASTED.pattern})[)）])"
    r"(?:\s+[-–—―−]\s+|\s*[:：|｜]\s*|\s+)(?=\S)"
)
ABOUT = re.compile(r"^\s*(?:頃|ごろ|くらい|ぐらい)")
WORD = re.compile(r"[^\W_]")
STANDING = re.compile(r"(?:[^()（）]*を経て)?(?:現|前々?)職|在[籍職]中|現在に至る")
# What a company is, beside its name: "X（食品の卸売／資本金2億円／従業員310名）"; or a sentence.
OF_COMPANY = re.compile(
    r"従業員|社員数|資本金|年商|売上高?[\s\d:：約]|(?:非|未|東証\w*|プライム|グロース)上場|。"
    r"|\d\+? (?:people|employees|staff)\b"
)
# A lone date, or events, in brackets at the end.
DATED = re.compile(r"[(（](?P<date>[^()（）]{4,40})[)）]$")
# The same after a space: "X　2018年4月入社".
JOINED_LAST = re.compile(r"\s+(?P<when>(?:19|20)\d\d\s?[年./-][^()（）\s]{0,8}入[社職])$")
COMMA = re.compile(r"[、，,]\s*")
# One that is marked as a date: "X <time>2022年2月</time>", and no end of a range.
TIMED = re.compile(
    r"(?<![\s~〜～–—―−-])\s*<time\b[^<>]*>(?P<date>[^<>]{4,12})</time>(?P<end>(?:</span>)?)$"
)
STANDING_NOW = re.compile(r"[(（\[【](?:現職|在[籍職]中|現在に至る)[)）\]】]|^現職\s*[:：]")
NAME_LABEL = re.compile(
    r"^(?:会社名?|社名|企業名?|勤務先|所属(?:企業|会社)?"
    r"|\W*(?:正社員|契約社員|派遣|業務委託|[副複]業)?\s*[一二三四五六七八九\d]+社目)(?:\s*[:：]\s*|\u3000+)(?=\S)"
)
# What stands in italics: "X — _Engineer_".
ITALIC = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_]+)(?<=\S)\1(?![\w*_])")
# How somebody was employed, after the name: "X　正社員".
EMPLOYED_AS = re.compile(
    r"[\s・]+(?:正社員|契約社員|嘱託社員|派遣社員|業務委託|アルバイト|パート)$"
    r"|\s+[·•|–—-]\s+(?i:full[- ]time|part[- ]time|contract|internship|permanent)$"
)
# "職務経験 (2020/04〜現在 : X)": a section of its own for each employer.
INSIDE = re.compile(r"(?P<title>[^()（）]+?)\s*[(（](?P<name>[^()（）]*[^\W\d][^()（）]*)[)）]$")
# What parts a name from the date before it.
LED = re.compile(r"\s*[:：|｜/／]\s*|\s+[-–—―−]\s+|　+")
# "2019-11-01: X入社（エンジニア）"
JOINED = re.compile(r"\s*(?:に|へ)?(?:入社|入職)(?=\s*(?:[(（]|$))")
# Who employed, where a sentence tells it, and what it tells then: "フリーランスとして独立",
# "株式会社Xにて保守", "株式会社Xでエンジニアとして勤務".
INDEPENDENT = rf"[^、。]{{0,20}}?(?:{SELF.pattern})[^、。]{{0,20}}?(?=として|で|にて)"
WORKED = r"(?:勤務|在籍|所属|活動|アルバイト|インターン(?:シップ)?)"
EMPLOYED = rf"[^、。]{{2,40}}?(?=にて|において|[でに][^、。]{{0,30}}{WORKED}$)"
WITH = re.compile(
    rf"(?P<name>{INDEPENDENT}|{EMPLOYED})(?:として|にて|において|[でに])"
    r"(?:(?P<role>[^、。]{2,20})として)?(?P<rest>.*)$",
    re.IGNORECASE,
)
# The firm of one's own that somebody runs since it was set up: "2020年4月〜 株式会社X設立".
FOUNDED = re.compile(r"(?P<name>[^、。\u3041-\u309f]{3,40})を?(?:設立|創業)")
SUBSIDIARY = re.compile(r"子会社|支[社店]|法人$|海外|現地|合弁")
HAPPENED = re.compile(r"[入退]社|入職|退職|就任|設立|予定")

NO_PERIOD = Period()


@dataclass(frozen=True)
class Entry:
    """The parts of an entry's heading; what is not said is empty."""

    name: str
    role: str = ""
    employment: str = ""
    period: Period = NO_PERIOD


@lru_cache(8192)  # a file is printed with the headings that it was read with
def read_heading(title: str) -> Entry:
    """Return the parts of the heading of an employer: name, role, employment and period.

    The name stands before the period ("X (P): what was done there"), or after one that leads.
    """
    text = ITALIC.sub(r"\2", clean(TIMED.sub(r" (\g<date>)\g<end>", title)))
    text = JOINED_LAST.sub(r"（\g<when>）", text)
    before, after, period = _led_by_date(text) or _around_period(NAME_LABEL.sub("", text))
    period = period or _last_date(text)
    if period.start and not period.end and STANDING_NOW.search(text):
        period = Period(period.start, current=True)
    before, employment = _without_remarks(before)
    after, other = _without_remarks(after)
    if not before or (ENTITY.search(after) and ROLE_END.search(before)):
        before, after = after, before
    inside = INSIDE.match(before)
    if inside and section_kind(inside["title"]) == "positions":
        before = inside["name"]
    name, role = split_role(clean(before))  # "【X】P": the brackets are no part of the name
    if told := _with_whom(name):
        name, role = told["name"], told["role"] or role
        other = other or employment_kind(told["rest"])
    if not role and ROLE_END.search(after):
        role = after
    name = without_place(_founded(name, period))
    return Entry(name, role, employment or other or employment_kind(role), period)


def _founded(name: str, period: Period) -> str:
    """Return the name of a firm without that it was set up, where what says so goes on since."""
    is_open = period.start and not period.end
    match = FOUNDED.fullmatch(name) if is_open else None
    own = match and LEGAL_FORM.search(match["name"]) and not SUBSIDIARY.search(match["name"])
    return match["name"] if match and own else name


def _with_whom(text: str) -> re.Match[str] | None:
    """Return the match of a sentence that names one who employs: more than a legal form."""
    told = WITH.match(text)
    is_name = told and ENTITY.search(told["name"]) and not LEGAL_FORM.fullmatch(told["name"])
    return told if is_name else None


def _led_by_date(text: str) -> tuple[str, str, Period] | None:
    """Return ("", name, start) of a title such as "2020年4月 - X", where one who employs is named.

    It tells when that began, and nothing of an end. Whom somebody joined is such a one.
    """
    date = next(find_dates(text), None)
    if not date or date.first or not date.date.month or find_period(text):
        return None
    match = LED.match(text, date.last)
    rest = text[match.end() if match else date.last :].strip()
    name = HOW.sub("", JOINED.sub("", rest, count=1), count=1)
    joined = name and name != rest
    name = _founded(name, Period(date.date))
    named = match and (ENTITY.search(split_role(name)[0]) or employment_kind(name))
    if not (joined or named) or HAPPENED.search(name) or any(find_dates(name)):
        return None
    return "", name, Period(date.date)


def _last_date(text: str) -> Period:
    """Return what brackets at the end tell after an employer: a lone date, or events from one on.

    "X (2022年2月)", "X（2018年4月入社、2020年3月退社）"
    """
    told = DATED.search(text)
    if not told or not ENTITY.search(text, 0, told.start()):
        return NO_PERIOD
    date = next(find_dates(told["date"]), None)
    alone = date and date.last - date.first == len(told["date"])
    return Period(date.date) if date and alone else read_tenure(COMMA.split(told["date"]))


def split_period(text: str) -> tuple[str, Period]:
    """Return `text` without its period and the brackets around it, and the period."""
    before, after, period = _around_period(text)
    if not period:
        return text.strip(), period
    return EMPTY_BRACKETS.sub("", f"{before} {after}".strip(EDGE)).strip(EDGE), period


def split_start(text: str) -> tuple[str, Period]:
    """Return the title and the start of a text that a date and how long it was lead, or "".

    "2018/12〜5ヶ月 - X", "2018年12月（5ヶ月）：X"; the end is not told.
    """
    date = next(find_dates(text), None) if text[:1].isdigit() else None
    led = LASTING.match(text, date.last) if date and not date.first else None
    return (text[led.end() :].strip(EDGE), Period(date.date)) if date and led else ("", NO_PERIOD)


def stay_alone(text: str) -> Period:
    """Return the period of a text that tells periods and nothing else, from first to last.

    Signs such as ◯, and how long each was, are nothing else.
    """
    periods, rest = [], text
    while found := find_period(rest):
        periods.append(found.period)
        rest = rest[: found.first] + ABOUT.sub("", rest[found.last :])
    return NO_PERIOD if WORD.search(LASTED.sub("", rest)) else span(periods)


def date_alone(text: str) -> Period:
    """Return the month or year that a text tells and nothing else, as the period that it is."""
    found = next(find_dates(text), None)
    if not found or WORD.search(text[: found.first] + text[found.last :]):
        return NO_PERIOD
    return Period(found.date, found.date)


def _around_period(text: str) -> tuple[str, str, Period]:
    """Return what stands before the period and after it, and the period.

    Of the brackets around the period, what else they hold stays with what is before them; several
    periods in one pair of brackets are one stay, from the first to the last.
    """
    found = find_period(text)
    if not found:
        return text.strip(), "", NO_PERIOD
    before, after, periods = text[: found.first], text[found.last :], [found.period]
    if opened := OPENED.search(before):
        rest, after = [*CLOSED.split(after, maxsplit=1), ""][:2]
        while another := find_period(rest):
            periods.append(another.period)
            rest = f"{rest[: another.first]} {rest[another.last :]}"
        inside = f"{opened[1]} {rest}".strip(EDGE)
        told = inside and not is_period_label(inside)
        before = before[: opened.start()] + (f" ({inside})" if told else "")
    before, after = (EMPTY_BRACKETS.sub("", each).strip(f"{EDGE}*_") for each in (before, after))
    return before, after, span(periods)


def _without_remarks(text: str) -> tuple[str, str]:
    """Return `text` without what its brackets say of time, the company or employment, and that."""
    employment = ""
    for bracket in BRACKETS.finditer(text):
        told = bracket[1]
        kind = employment_kind(told)
        aside = DURATION.match(told) or STANDING.fullmatch(told) or OF_COMPANY.search(told)
        if kind or aside or is_place(told) or any(find_dates(told)):
            employment = employment or kind
            text = text.replace(bracket[0], "", 1)
    if (last := EMPLOYED_AS.search(text)) and not employment:
        text, employment = text[: last.start()], employment_kind(last[0])
    return text.strip(EDGE), employment
