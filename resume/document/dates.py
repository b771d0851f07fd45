"""Dates as a résumé gives them: to the year, the month or the day, in 西暦 or 和暦.

A date is stored as ISO text cut at its precision ("2019", "2023-06", "2023-06-15"), so that text
sorts as time. A period's end is such a date, "current" (it goes on), or "" (not known).
"""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

CURRENT = "current"
CURRENT_WORDS = ("current", "present", "now", "現在", "現在に至る", "在籍中", "継続中")

# First days of the eras. Before 1868-10-23 no era is written (元号を改める詔書, 元号法).
ERAS = (
    (datetime.date(2019, 5, 1), "令和", "R"),
    (datetime.date(1989, 1, 8), "平成", "H"),
    (datetime.date(1926, 12, 25), "昭和", "S"),
    (datetime.date(1912, 7, 30), "大正", "T"),
    (datetime.date(1868, 10, 23), "明治", "M"),
)
ERA_STARTS = {word: start for start, name, letter in ERAS for word in (name, letter)}

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
WRITTEN_DATE = re.compile(
    r"(?:(?P<era>令和|平成|昭和|大正|明治|[RHSTM])\s*)?(?P<year>\d{1,4}|元)\s*(?:年|[/.\-]|$)\s*"
    r"(?:(?P<month>\d{1,2})\s*(?:月|[/.\-]|$)\s*)?(?:(?P<day>\d{1,2})\s*日?)?",
    re.IGNORECASE,
)


class DateStyle(StrEnum):
    """How dates are written. The value is June 2023 in that style, and is what is stored."""

    SLASH = "2023/06"
    DOT = "2023.06"
    ISO = "2023-06"
    KANJI = "2023年6月"
    ERA = "令和5年6月"
    ENGLISH = "Jun 2023"


@dataclass(frozen=True)
class PartialDate:
    """A date of the Gregorian calendar known to the year, the month or the day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a date with a day has a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the date that ISO text such as "2023-06" names. Raises ValueError."""
        match = ISO_DATE.fullmatch(text)
        if not match:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def read(cls, text: str) -> "PartialDate":
        """Return the date that a person wrote: "2023/6", "2023年6月", "令和5年6月", "R5.6.1".

        Full-width digits and era characters count (NFKC). An era year reaches from the era's
        first to its last day; outside of it the text is refused. Raises ValueError.
        """
        normal = unicodedata.normalize("NFKC", text).strip()
        match = WRITTEN_DATE.fullmatch(normal)
        if not match:
            raise ValueError(f"not a date: {text!r}")
        month = int(match["month"]) if match["month"] else None
        day = int(match["day"]) if match["day"] else None
        number = 1 if match["year"] == "元" else int(match["year"])
        if not match["era"]:
            if len(match["year"]) != 4:
                raise ValueError(f"not a date: {text!r}")
            return cls(number, month, day)
        era = match["era"].upper()
        date = cls(ERA_STARTS[era].year + number - 1, month, day)
        if number < 1 or era not in {word for name in date._eras() for word in name}:
            raise ValueError(f"no such day in that era: {text!r}")
        return date

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.day:
            text += f"-{self.day:02}"
        return text

    @property
    def first_day(self) -> datetime.date:
        """The earliest day the date may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The latest day the date may mean."""
        if self.day:
            return self.first_day
        if not self.month or self.month == 12:
            return datetime.date(self.year, 12, 31)
        return datetime.date(self.year, self.month + 1, 1) - datetime.timedelta(days=1)

    def is_before(self, other: "PartialDate") -> bool:
        """True when this date is earlier than `other` at the coarser of the two precisions."""
        mine, theirs = str(self), str(other)
        length = min(len(mine), len(theirs))
        return mine[:length] < theirs[:length]

    def format(self, style: DateStyle) -> str:
        """Return the date as people write it, to its own precision.

        A date to the month or year in which an era ends and the next begins names both.
        """
        if style is DateStyle.ENGLISH:
            parts = [
                str(self.day) if self.day else "",
                MONTHS[self.month - 1] if self.month else "",
            ]
            return " ".join(filter(None, [*parts, str(self.year)]))
        if style is DateStyle.ERA and (eras := self._eras()):
            years = [
                f"{name}{self.year - start.year + 1}年".replace(f"{name}1年", f"{name}元年")
                for name, _letter in eras
                for start in [ERA_STARTS[name]]
            ]
            return "/".join(years) + self._month_and_day()
        if style in (DateStyle.KANJI, DateStyle.ERA):
            return f"{self.year}年" + self._month_and_day()
        separator = {DateStyle.SLASH: "/", DateStyle.DOT: ".", DateStyle.ISO: "-"}[style]
        return str(self).replace("-", separator)

    def _month_and_day(self) -> str:
        return (f"{self.month}月" if self.month else "") + (f"{self.day}日" if self.day else "")

    def _eras(self) -> list[tuple[str, str]]:
        """Return (name, letter) of the eras that the days of this date fall in, oldest first."""
        found = []
        next_start = datetime.date.max
        for start, name, letter in ERAS:
            if start <= self.last_day and self.first_day < next_start:
                found.append((name, letter))
            next_start = start
        return found[::-1]


@dataclass(frozen=True)
class Period:
    """From a start to an end, either of which may be unknown."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    current: bool = False

    @classmethod
    def parse(cls, start: str, end: str) -> "Period":
        """Return the period of two stored texts. Raises ValueError.

        The three ends are a date (closed), "current", and "" (open: not known).
        """
        period = cls(
            PartialDate.parse(start) if start else None,
            PartialDate.parse(end) if end not in ("", CURRENT) else None,
            end == CURRENT,
        )
        if period.start and period.end and period.end.is_before(period.start):
            raise ValueError(f"the period ends ({end}) before it starts ({start})")
        return period

    @property
    def start_text(self) -> str:
        """The start as a record keeps it, which `parse` reads: "2020-04", or ""."""
        return str(self.start or "")

    @property
    def end_text(self) -> str:
        """The end as a record keeps it: "2021-03", "current", or ""."""
        return CURRENT if self.current else str(self.end or "")

    def __bool__(self) -> bool:
        return bool(self.start or self.end or self.current)

    def days(self, today: datetime.date) -> tuple[datetime.date, datetime.date] | None:
        """Return the first and the last day that it may mean; None where no start is known.

        What goes on reaches to `today`. An end that is not known comes no later than the start is
        sure: on the last day that the start may mean.
        """
        if self.start is None:
            return None
        first = self.start.first_day
        if self.current:
            return first, max(first, today)
        return first, (self.end or self.start).last_day

    def format(self, style: DateStyle) -> str:
        """Return the period as people write it: "2021/04〜2024/05", "Apr 2021 – Present"."""
        if not self:
            return ""
        english = style is DateStyle.ENGLISH
        now = "Present" if english else "現在"
        start = self.start.format(style) if self.start else ""
        end = self.end.format(style) if self.end else now if self.current else ""
        if not start and self.end:
            return end
        return f"{start} – {end}".strip() if english else f"{start}〜{end}"


def read_end(text: str) -> str:
    """Return the stored form of an end as a person wrote it: ISO text, "current" or "".

    Raises ValueError.
    """
    if not text.strip():
        return ""
    if unicodedata.normalize("NFKC", text).strip().casefold() in CURRENT_WORDS:
        return CURRENT
    return str(PartialDate.read(text))
