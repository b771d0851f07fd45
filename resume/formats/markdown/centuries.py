"""Years of two digits in a file that writes all of its periods so: "18/04〜20/03", "20年4月〜現在".

By itself such a text may tell days, versions or a duration. Where the whole file leaves no doubt,
its centuries are written in for the reader, in full-width digits, and taken out of what he gives.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from resume.document.source import Source

WRITTEN_IN = re.compile("(?:１９|２０)(?=[0-9]{2})")
MONTH = "(?:1[0-2]|0?[1-9])"
# Of dots, both numbers have two digits, and no word before them of which they may be the version.
DATE = (
    rf"(?:[0-9]{{2}}(?:\s*年\s*{MONTH}\s*月|/{MONTH}(?![0-9/]))"
    r"|(?<![A-Za-z][ (（])[0-9]{2}\.(?:1[0-2]|0[1-9])(?![0-9.]))"
)
RANGE = re.compile(
    rf"(?<![A-Za-z0-9０-９.:/'‘’-])(?P<start>{DATE})(?P<between>\s*(?:[~〜～–—―-]|から)\s*)"
    rf"(?:(?P<end>{DATE})|(?P<now>現[在職]|在[籍職]中|present|now|current)|(?=[\s)）\]】`*|]|$))",
    re.IGNORECASE | re.MULTILINE,
)
# What leaves a doubt: periods that say their century or era, and days of a month.
OTHERWISE = re.compile(
    r"(?:19|20)[0-9]{2}\s*[年/.-]\s*[0-9]{1,2}\s*月?\s*[~〜～–—―-]|令和|平成|昭和|\b[RHS][0-9]"
    r"|(?<![0-9/])[0-9]{1,2}/(?:1[3-9]|[23][0-9])\s*[~〜～–—―-]"
    r"|[~〜～–—―-]\s*[0-9]{1,2}/(?:1[3-9]|[23][0-9])(?![0-9/])"
)
THIS_CENTURY, LAST_CENTURY = range(32), range(70, 100)


def with_centuries(text: str) -> str:
    """Return `text` with the centuries of its years, where each of its ranges is one of years."""
    ranges = list(RANGE.finditer(text))
    if not any(map(_tells_years, ranges)) or not all(map(_may_be_of_years, ranges)):
        return text
    if OTHERWISE.search(text) or WRITTEN_IN.search(text):
        return text
    return RANGE.sub(_with_century, text)


def without_centuries(source: Source) -> Source:
    """Return what was read in such a text as it was written there."""
    return replace(source, resume=_shortened(source.resume), ledger=_shortened(source.ledger))


def _shortened(value: Any) -> Any:
    if type(value) is str:  # and no word of a list, which is one as well
        return WRITTEN_IN.sub("", value)
    if isinstance(value, tuple):
        return tuple(map(_shortened, value))
    if isinstance(value, dict):
        return {key: _shortened(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(value, **{name: _shortened(part) for name, part in parts.items()})
    return value


def _tells_years(match: re.Match[str]) -> bool:
    """True for a range, of which no other is told than of years: a number is no month's."""
    numbers = [int(match[name][:2]) for name in ("start", "end") if match[name]]
    return bool(match["end"] or match["now"]) and ("年" in match["start"] or max(numbers) > 12)


def _may_be_of_years(match: re.Match[str]) -> bool:
    dates = [_date(match[name]) for name in ("start", "end") if match[name]]
    return all(year for year, _month in dates) and dates == sorted(dates)


def _date(text: str) -> tuple[int, int]:
    """Return the year and the month of a date; the year is 0 where no century is certain."""
    year, month = map(int, re.findall("[0-9]+", text))
    century = 2000 if year in THIS_CENTURY else 1900 if year in LAST_CENTURY else -year
    return century + year, month


def _with_century(match: re.Match[str]) -> str:
    start, end = (_written(match[name] or "") for name in ("start", "end"))
    return f"{start}{match['between']}{end}{match['now'] or ''}"


def _written(text: str) -> str:
    return text and ("２０" if int(text[:2]) in THIS_CENTURY else "１９") + text
