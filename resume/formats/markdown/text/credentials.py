"""One line of a list as a qualification, an award or a stay at a school."""

import re

from resume.document.lines import DASH, JAPANESE
from resume.document.periods import FoundDate, find_dates, find_period
from resume.document.schema import Award, Certification, Education, Item

from .brackets import last_bracket, split_date
from .links import LINK, canonical, url_of
from .misfit import CLAIMED, MARKS, Misfit

SCHOOL = re.compile(
    r"(?P<school>\S*?(?:大学校|大学(?:(?:大学)?院(?=\s))?|高等専門学校|高専|高等学校|高校|専門学校|学園|学院|カレッジ|スクール)"
    r"|[A-Z][\w.& ]*?(?:University|College|Institute|School)(?:\s+of\s+[A-Z]\w+)?"
    r"|(?:University|College|Institute|School)\s+of\s+[A-Z]\w+(?:\s+at\s+[A-Z]\w+)?)"
)
# Of what is studied, and of no school: "BSc Physics".
DEGREE = re.compile(
    r"\b(?:[BM]\.?(?:Sc|A|S|Eng|Tech|Des|Ed|Com)|[BM]\.E|Ph\.?D|MBA|bachelor|master|doctor|"
    r"diploma|degree|course|certificate|student)|学士|修士|博士|課程|学部|学科|専攻|コース",
    re.IGNORECASE,
)
# Where somebody learned, in the part of a line in Latin letters that says so.
PLACE = re.compile(
    r"\b(?:Universit\w+|Universidade?|College|Institute?|School|Academy|Polytechnic|Hochschule|"
    r"Conservatory|École|Ecole)\b"
)
PARTED = re.compile(r"\s*[,;·]\s*|\s+[—–-]\s+")
# A name by itself, and when it was in brackets.
ONLY_SCHOOL = re.compile(
    r"[^\d\s:：;,、()（）-][^:：;,、()（）]*? ?[(（][^()（）]*\d{4}[^()（）]*[)）]"
)
OUTCOME = re.compile(
    r"(?:卒業見込み?|修了見込み?|卒業|修了|中退|中途退学|単位取得満期退学|在学中?|卒)$"
)
# Who gave it, where no date stands beside.
GIVEN_BY = re.compile(r"(?:issued by |awarded by |発行[:：]\s*|授与[:：]\s*)(?P<name>\S.*)")
NOTED = re.compile(r"[:：]\s+")


def read_certification(text: str, separator: str, label: str) -> list[Item]:
    """Return the certification of a line, with who issued it, its date and its note."""
    link, url = LINK.match(text), ""
    if link:
        url = canonical(url_of(link))
        text = link["text"] + text[link.end() :]
        if url != url_of(link):
            raise Misfit
    name, note, issuer, date = _credential(text, link["text"] if link else "")
    return [Certification(name=name, note=note, issuer=issuer, date=date, url=url)]


def read_award(text: str, separator: str, label: str) -> list[Item]:
    """Return the award of a line, with who gave it, its date and its note."""
    name, note, awarder, date = _credential(text)
    return [Award(name=name, note=note, awarder=awarder, date=date)]


def read_education(text: str, separator: str, label: str) -> list[Item]:
    """Return the stay at a school that a line such as "2019 X大学 Y学部 卒業" tells.

    A dash may part the school from what was studied: "Lycée X — Cuisine (2009 – 2011)".
    """
    if told := _by_parts(text):
        return [told]
    rest, start, end = _without_period(text)
    if re.search(r"入学|。", rest) or MARKS.search(rest):
        raise Misfit
    school, dash, area = rest.partition(DASH)
    match = SCHOOL.match(rest)
    if not dash and match:
        school, area = match["school"], rest[match.end() :].strip()
    elif not dash and (not ONLY_SCHOOL.fullmatch(text) or DEGREE.search(rest)):
        raise Misfit
    outcome = OUTCOME.search(area)
    name = outcome[0] if outcome else ""
    area = area[: len(area) - len(name)].rstrip(" 　(（,、，").lstrip(" 　、，,")
    if area not in text or len(school) > 200:  # a date stood in the midst of it
        raise Misfit
    return [Education(institution=school, area=area, outcome=name, start=start, end=end)]


def _by_parts(text: str) -> Education | None:
    """Return the stay of a line whose one part is a school, and another what was studied there.

    "**PhD, Signal Processing**, University of X, 2011 – 2016"; None for any other line.
    """
    bare = text.replace("**", "").replace("|", ",")
    is_printed = DASH in text and bare == text  # by the writer, whose own rule is below
    if is_printed or JAPANESE.search(text) or MARKS.search(bare):
        return None
    try:
        rest, start, end = _without_period(bare)
    except Misfit:
        return None
    parts = [part for part in PARTED.split(rest) if part]
    schools = [part for part in parts if PLACE.search(part) and not DEGREE.search(part)]
    if len(schools) != 1 or len(parts) < 2:
        return None
    around = (part.strip(" ,;·—–-") for part in rest.split(schools[0], 1))
    studied = [part for part in around if DEGREE.search(part)]
    if len(studied) != 1 or studied[0] not in text:
        return None
    return Education(institution=schools[0], area=studied[0], start=start, end=end)


def _without_period(text: str) -> tuple[str, str, str]:
    found = find_period(text)
    dates = list(find_dates(text))
    start = end = ""
    rest = text
    if found:
        start, end = found.period.start_text, found.period.end_text
        rest = text[: found.first] + text[found.last :]
    elif len(dates) == 1:
        end = str(dates[0].date)
        rest = text[: dates[0].first] + text[dates[0].last :]
    elif dates:
        raise Misfit
    return rest.strip(" 　:：()（）"), start, end


def _credential(text: str, linked: str = "") -> tuple[str, str, str, str]:
    """Return (name, note, who gave it, date) of a certificate or an award."""
    if given := _given(text):
        name, note, giver, date = given
        if not MARKS.search(name):
            return name, note, giver, date
    noted = CLAIMED.match(text)
    if MARKS.search(text) or re.search(r"。|ます$|です$", noted["name"] if noted else text):
        raise Misfit
    name, date = text, ""
    dates = list(find_dates(text))
    if len(dates) == 1 and (rest := _without(text, dates[0])):
        name, date = rest, str(dates[0].date)
    match = CLAIMED.match(name) if name != linked else None
    note = match["claim"] if match else ""
    return (match["name"] if match else name), note[:200], "", date


def _given(text: str) -> tuple[str, str, str, str] | None:
    """Return the parts of a line such as "Prize (Academy, May 2019): for X", or None.

    In it, the name may hold brackets of its own.
    """
    for noted in (None, *NOTED.finditer(text)):
        whole, note = (text[: noted.start()], text[noted.end() :]) if noted else (text, "")
        name, inside = last_bracket(whole)
        giver, date = split_date(inside)
        if by := GIVEN_BY.fullmatch(inside):
            giver, date = by["name"], ""
        elif not date:
            continue
        is_name = re.search(r"[^\W\d]", giver) and not any(find_dates(giver))
        if name and is_name and max(len(giver), len(note)) <= 200:
            return name, note, giver, date
    return None


def _without(text: str, found: FoundDate) -> str:
    """Return `text` without a date that stands at its edge or in brackets, else ""."""
    before, after = text[: found.first].rstrip(), text[found.last :].lstrip()
    after = re.sub(r"^(?:に)?(?:取得|合格|認定|修了)?\s*(?=[)）\]】]|$)", "", after)
    if before.endswith(("(", "（", "[", "［", "【")) and re.match(r"[)）\]］】]", after):
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    if before and after:
        return ""
    return f"{before}{after}".strip(" 　:：-–,、，")
