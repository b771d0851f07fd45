"""Which keys of an entry tell which fields of a record, and how each is written.

An end that is absent is open (not known): JSON Resume has no word for "to this day". A record that
goes on says so in our own key.
"""

from collections.abc import Iterable
from dataclasses import replace

from resume.document.dates import PartialDate
from resume.document.schema import Line, Skill
from resume.document.text import TextError, canonical_url

from ..markdown.text.names import REMARK, employment_kind
from . import bodies
from .entries import Entry, Group, Values

# How long a line may be in the model of each field.
NAME, LONG, SHORT, VALUE = 200, 300, 100, 300


def _line(text: str, limit: int) -> str:
    """Return the text where one line of a record can hold it, or ""."""
    return text if len(text) <= limit and not {"\n", "\r"} & set(text) else ""


def text_group(key: str, field: str, limit: int, loose: bool = False) -> Group:
    """Return the group of a key and a field that hold one line of the same text."""

    def read(part: Entry) -> Values:
        return {field: _line(part.get(key, ""), limit)}

    def write(values: Values) -> Entry:
        return {key: values[field]} if values[field] else {}

    return Group((key,), (field,), read, write, loose=loose)


def url_group(field: str = "url", loose: bool = False) -> Group:
    """Return the group of an address."""

    def read(part: Entry) -> Values:
        try:
            return {field: canonical_url(part["url"]) if part.get("url") else ""}
        except TextError:
            return {field: ""}

    def write(values: Values) -> Entry:
        return {"url": values[field]} if values[field] else {}

    return Group(("url",), (field,), read, write, loose=loose)


def _date(text: str) -> str:
    """Return the text where it is a day, month or year that there is, or ""."""
    try:
        return str(PartialDate.parse(text)) if text else ""
    except ValueError:
        return ""


def date_group(key: str) -> Group:
    """Return the group of a single date."""

    def read(part: Entry) -> Values:
        return {"date": _date(part.get(key, ""))}

    def write(values: Values) -> Entry:
        return {key: values["date"]} if _date(values["date"]) else {}

    return Group((key,), ("date",), read, write)


def _read_period(part: Entry) -> Values:
    start, end = _date(part.get("startDate", "")), _date(part.get("endDate", ""))
    if start and end and PartialDate.parse(end).is_before(PartialDate.parse(start)):
        end = ""
    return {"start": start, "end": end}


def _write_period(values: Values) -> Entry:
    dates = {"startDate": values["start"], "endDate": values["end"]}
    # A date before the year 1000 has no place in the schema, and the other one stands alone.
    return {key: text for key, text in dates.items() if _date(text) and "1000" <= text < "3000"}


PERIOD = Group(("startDate", "endDate"), ("start", "end"), _read_period, _write_period)


def body_group(key: str) -> Group:
    """Return the group of a text and its highlights."""

    def read(part: Entry) -> Values:
        return {"body": bodies.join(part.get(key, ""), part.get("highlights", []))}

    def write(values: Values) -> Entry:
        text, highlights = bodies.split(values["body"])
        entry: Entry = {key: text} if text else {}
        return entry | ({"highlights": highlights} if highlights else {})

    return Group((key, "highlights"), ("body",), read, write)


def _write_level(values: Values) -> Entry:
    level = values["level"] or values["claim"]
    return {"level": level} if level else {}


# What the level says is the claim: it stands beside the name wherever the skill is shown.
LEVEL = Group(
    ("level",),
    ("level", "claim"),
    lambda part: {"level": "", "claim": _line(part.get("level", ""), SHORT)},
    _write_level,
)


def _read_role(part: Entry) -> Values:
    """Return the role, and how somebody was employed in it: "Lecturer (part-time)"."""
    role = _line(part.get("position", ""), NAME)
    remark = REMARK.search(role)
    kind = employment_kind(remark["kind"]) if remark else ""
    if remark and kind:
        return {"role": role[: remark.start()], "employment": kind}
    return {"role": role, "employment": employment_kind(role)}


ROLE = Group(
    ("position",),
    ("role", "employment"),
    _read_role,
    lambda values: {"position": values["role"]} if values["role"] else {},
)


def part_names(lines: Iterable[Line]) -> list[str]:
    """Return the names of a skill's parts and of theirs, in the order of their lines."""
    names = []
    for line in lines:
        for item in line.items:
            if isinstance(item, Skill):
                names += [item.name, *part_names(item.lines)]
    return names


def _read_keywords(part: Entry) -> Values:
    names = part.get("keywords", [])
    is_clear = len(set(names)) == len(names) and all(_line(name, NAME).strip() for name in names)
    items = tuple(Skill(name=name) for name in names) if is_clear else ()
    return {"lines": (Line(items),) if items else ()}


def _write_keywords(values: Values) -> Entry:
    names = part_names(values["lines"])
    return {"keywords": names} if names else {}


def _edit_keywords(known: Values, part: Entry) -> Values:
    """Parts that are still named stay as they are; new ones follow on a line of their own."""
    names = list(part.get("keywords", []))
    if not _read_keywords(part)["lines"]:
        return {}
    had = set(part_names(known["lines"]))
    kept = tuple(_without(known["lines"], set(names)))
    new = tuple(Skill(name=name) for name in names if name not in had)
    return {"lines": (*kept, Line(new)) if new else kept}


def _without(lines: Iterable[Line], names: set[str]) -> Iterable[Line]:
    for line in lines:
        items = [each for each in line.items if isinstance(each, Skill) and each.name in names]
        changed = len(items) < len(line.items)
        if items:
            yield Line(
                tuple(
                    replace(
                        item,
                        lines=tuple(_without(item.lines, names)),
                        written="" if changed else item.written,
                    )
                    for item in items
                )
            )


KEYWORDS = Group(("keywords",), ("lines",), _read_keywords, _write_keywords, _edit_keywords)

LOCATION_PARTS = ("address", "city", "region", "postalCode", "countryCode")


def _read_location(part: Entry) -> Values:
    location = part.get("location", {})
    words = [location[name].strip() for name in LOCATION_PARTS if location.get(name)]
    text = ", ".join(filter(None, (" ".join(word.split()) for word in words)))
    return {"value": _line(text, VALUE)}


def _write_location(values: Values) -> Entry:
    return {"location": {"address": values["value"]}} if values["value"] else {}


LOCATION_TEXT = Group(("location",), ("value",), _read_location, _write_location)
