"""When somebody was at one employer, where a text about it tells that by events.

"2015年4月 入社" and "2018年3月に退社", each a line, an item, a row or a sentence of its own.
"""

import re
from collections.abc import Iterator, Sequence

from resume.document.dates import PartialDate, Period
from resume.document.periods import find_dates, find_period

from .vocabulary import clean

JOINING = "入社|入職|入行|入所|入団|入庁"
LEAVING = "退社|退職|退行|退所|退団|退庁|離職|契約満了"
JOIN, LEAVE = f"(?:{JOINING})", f"(?:{LEAVING})"
STAYS = re.compile(r"現在に至る|現在まで|在職中|在籍中|現職")
# Why somebody left, before that they did: "一身上の都合により退職", "自己都合退職".
REASON = (
    r"(?:に|で|付けで|をもって)?\s*(?:.*(?:により|によって|につき|のため|に伴い)[、\s]*)?"
    r"(?:(?:自己|会社)都合(?:で|による)?|(?:契約)?期間満了(?:で|による)?|定年|円満|依願|早期)?"
)
END = r"(?:$|(?=[\s(（、|・/／~〜～:：-])|し(?:た|ました)?(?:$|、))"
# How somebody was hired, where another would tell by whom: "新卒で入社".
HOW = re.compile(r"(?:新卒|中途)(?:採用)?(?:で|として)?\s*")
JOINED = re.compile(rf"(?:に|付けで|より)?\s*(?:{HOW.pattern})?{JOIN}{END}")
LEFT = re.compile(rf"{REASON}(?:同社|当社)?を?\s*{LEAVE}{END}")
HAPPENED = re.compile(f"{JOINING}|{LEAVING}|{STAYS.pattern}")
# A sentence that tells where somebody is today: "現在は株式会社Xで設計をしています。"
NOW = re.compile(r"(?:現在|現職|今)は、?(?P<told>[^。]{2,200})")
ELSEWHERE = re.compile(rf"{LEAVE}|離れ|辞め")
AT = re.compile(r"(?:という|[にでの]|所属|勤務|在籍|$)")
MARKS = re.compile(r"^\s*(?:[-*+]\s+|#+\s+)?|\s*\|\s*")
STRESS = re.compile(r"^[\s#*_■◆●・【〔(（\[+-]+")
LINE_LENGTH = 200


def read_tenure(lines: Sequence[str], start: PartialDate | None = None, name: str = "") -> Period:
    """Return from when to when the events in a text tell, of which the start may be known.

    An end is told where a single one is: who left twice was there again. The text may name who
    employed.
    """
    joined, left = start, set[PartialDate]()
    stays = False
    for date, text in _events(lines):
        if date and JOINED.match(text):
            joined = joined or date
            stays = stays or bool(STAYS.search(text))
        elif date and joined and LEFT.match(text.removeprefix(name)) and not date.is_before(joined):
            left.add(date)
        elif not date and STAYS.fullmatch(text):
            stays = True
    if joined and len(left) == 1:
        return Period(joined, left.pop())
    return Period(joined, current=bool(joined and stays and not left))


def with_joining(period: Period, lines: Sequence[str]) -> Period:
    """Return a period that rows tell, from when a row before them tells that somebody joined.

    "| 2011年4月 | 入社、研修 |" over "| 2011年6月〜2014年3月 | 営業部 |".
    """
    joined = read_tenure(lines).start
    is_earlier = joined and period.start and joined.is_before(period.start)
    return Period(joined, period.end, period.current) if is_earlier else period


def goes_on(title: str, lines: Sequence[str], start: PartialDate) -> bool:
    """True where a heading, or text, tells who was joined, and a line what goes on until today.

    "**2019年6月〜現在 営業部**" below "2019年6月 株式会社X 入社": what begins during a stay
    and still goes on tells that the stay does.
    """
    if not re.search(JOIN, title) and not read_tenure(lines).start:
        return False
    texts = (STRESS.sub("", line) for line in lines if len(line) <= LINE_LENGTH)
    told = (found.period for found in map(find_period, texts) if found and not found.first)
    began = (each.start for each in told if each.current)
    return any(each and not each.is_before(start) for each in began)


def _events(lines: Sequence[str]) -> Iterator[tuple[PartialDate | None, str]]:
    """Yield what the lines and sentences tell, each with the date that leads it."""
    if not HAPPENED.search("\n".join(lines)):
        return  # as of most texts: asked once, not of each line
    for line in lines:
        if len(line) <= LINE_LENGTH and HAPPENED.search(line):
            for text in MARKS.sub(" ", line).split("。"):
                text = clean(text).strip("()（）")
                date = next(find_dates(text), None)
                if date and not date.first:
                    yield date.date, text[date.last :].lstrip(" 　:：、")
                else:
                    yield None, text


def told_of_now(lines: Sequence[str]) -> list[str]:
    """Return what the sentences of a text tell of today, without white space."""
    sentences = (clean(line) for line in lines if NOW.search(line))
    found = (match for text in sentences for match in NOW.finditer(text))
    told = ("".join(match["told"].split()) for match in found)
    return [each for each in told if not ELSEWHERE.search(each)]


def is_of_now(name: str, told: Sequence[str]) -> bool:
    """True for the name of the employer with whom what is told of today begins."""
    bare = "".join(name.split())
    return len(bare) > 2 and any(t.startswith(bare) and AT.match(t, len(bare)) for t in told)
