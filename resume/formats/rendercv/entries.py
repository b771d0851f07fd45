"""One entry of a section as a record, told by its keys."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from resume.document.dates import CURRENT, PartialDate, read_end
from resume.document.schema import Education, Employer, Fact, Item, Position, Project, Publication
from resume.document.source import SourceError, gettext_noop
from resume.document.text import TextError, canonical_url, forbidden_character

from ..markdown.text.names import employment_kind


def _position(entry: Mapping[str, Any], place: str) -> Item:
    start, end = _period(entry, place)
    role = line_text(entry.get("position"), f"{place}.position")
    return Position(
        employer=Employer(name=line_text(entry["company"], f"{place}.company")),
        role=role,
        employment=employment_kind(role),
        start=start,
        end=end,
        body=_body(entry),
        extras=_extras(entry, "company position"),
    )


def _education(entry: Mapping[str, Any], place: str) -> Item:
    start, end = _period(entry, place)
    names = (entry.get("degree"), entry.get("area"))
    return Education(
        institution=line_text(entry["institution"], f"{place}.institution"),
        area=" ".join(line_text(name, place) for name in names if name),
        start=start,
        end=end,
        extras=_extras(entry, "institution degree area", body=False),
    )


def _publication(entry: Mapping[str, Any], place: str) -> Item:
    authors = entry.get("authors")
    names = authors if isinstance(authors, list) else [authors]
    url = entry.get("url")
    return Publication(
        title=line_text(entry["title"], f"{place}.title"),
        kind="paper" if entry.get("journal") or entry.get("doi") else "article",
        url=url_text(url, f"{place}.url") if url else "",
        venue=line_text(entry.get("journal"), f"{place}.journal"),
        authors=", ".join(line_text(name, f"{place}.authors") for name in names if name)[:300],
        doi=line_text(entry.get("doi"), f"{place}.doi"),
        date=_date(entry.get("date"), f"{place}.date", free=True),
        extras=_extras(entry, "title authors journal doi url", body=False),
    )


def _project(entry: Mapping[str, Any], place: str) -> Item:
    start, end = _period(entry, place)
    name = line_text(entry["name"], f"{place}.name")
    linked = LINKED.fullmatch(name)
    body = _body(entry)
    extras = _extras(entry, "name")
    said = line_text(extras.pop("date", ""), f"{place}.date")
    return Project(
        title=linked["text"] if linked else name,
        start=start,
        end=end,
        facts=(Fact(label="Date", value=said),) if said else (),
        # A title is plain text: where it was a link, the link leads the text below it.
        body="\n\n".join(filter(None, [name, body])) if linked else body,
        extras=extras,
    )


Entry = Callable[[Mapping[str, Any], str], Item]
ENTRIES: dict[str, Entry] = {
    "company": _position,
    "institution": _education,
    "title": _publication,
    "name": _project,
}
LIST_ITEM = re.compile(r"(?:-|\d+\.) ")
LINKED = re.compile(r"\[(?P<text>[^\[\]]+)\]\([^()\s]+\)")
DATES = ("start_date", "end_date", "date")


def _extras(entry: Mapping[str, Any], names: str, body: bool = True) -> dict[str, Any]:
    """Return the keys of an entry that no field holds, a date in free words among them."""
    known = {*names.split(), *DATES, *(("summary", "highlights") if body else ())}
    kept = {str(key): json_value(value) for key, value in entry.items() if key not in known}
    if entry.get("date") and not _date(entry["date"], "", free=True):
        kept["date"] = json_value(entry["date"])
    return kept


def _period(entry: Mapping[str, Any], place: str) -> tuple[str, str]:
    """Return (start, end) as RenderCV has them: a date wins, and without an end it goes on."""
    if single := _date(entry.get("date"), f"{place}.date", free=True):
        return single, single
    start = _date(entry.get("start_date"), f"{place}.start_date")
    end = entry.get("end_date")
    if end is None or end == "":
        return start, CURRENT if start else ""
    try:
        return start, read_end(str(end))
    except ValueError as error:
        raise _no_date(end, f"{place}.end_date") from error


def _date(value: Any, place: str, free: bool = False) -> str:
    """Return ISO text cut at its precision; free text, where it is allowed, is no date."""
    if value is None or value == "":
        return ""
    try:
        return str(PartialDate.read(str(value)))
    except ValueError as error:
        if free or str(value).casefold() == CURRENT:
            return ""
        raise _no_date(value, place) from error


def _no_date(value: Any, place: str) -> SourceError:
    message = gettext_noop("“%(value)s” is not a date; write 2024, 2024-09 or 2024-09-15.")
    return SourceError(message, {"value": str(value)[:80]}, place)


def _body(entry: Mapping[str, Any]) -> str:
    highlights = entry.get("highlights") or []
    points = highlights if isinstance(highlights, list) else [highlights]
    parts = [str(entry.get("summary") or ""), "\n".join(f"- {_line(point)}" for point in points)]
    return "\n\n".join(filter(None, parts))


def as_text(entry: Any, number: int) -> str:
    """Return an entry that is no record as a line of Markdown; it is the `number`th here."""
    if not isinstance(entry, Mapping):
        return "" if entry is None else _line(entry)
    if entry.get("label"):
        return f"- {_line(entry['label'])}: {_line(entry.get('details') or '')}"
    mark = f"{number}." if entry.get("number") else "-"
    return "\n".join(f"{mark} {_line(value)}" for value in entry.values() if value)


def join_texts(texts: Sequence[str]) -> str:
    """Return lines of Markdown as one text: list items stand together, paragraphs apart."""
    joined = ""
    for text in filter(None, texts):
        together = LIST_ITEM.match(text) and LIST_ITEM.match(joined.rpartition("\n")[2])
        joined += ("\n" if together else "\n\n") * bool(joined) + text
    return joined


def _line(value: Any) -> str:
    return " ".join(str(value).split())


def line_text(value: Any, place: str) -> str:
    """Return one line of text. Raises SourceError for a list, a mapping or a bad character."""
    if isinstance(value, (list, Mapping)):
        message = gettext_noop("One line of text is expected here, and no list or mapping.")
        raise SourceError(message, place=place)
    text = "" if value is None else _line(value)
    if found := forbidden_character(text):
        message = gettext_noop(
            "The character %(character)s cannot be used in a résumé; take it out."
        )
        raise SourceError(message, {"character": found}, place)
    return text


def url_text(value: Any, place: str) -> str:
    try:
        return canonical_url(str(value))
    except TextError as error:
        message = gettext_noop(
            "“%(value)s” is no address that can be linked; write it with http:// or https://, or "
            "leave the key out."
        )
        raise SourceError(message, {"value": str(value)[:80]}, place) from error


def json_value(value: Any) -> Any:
    """Return a YAML value as a JSON value: dates become text."""
    if isinstance(value, Mapping):
        return {str(key): json_value(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [json_value(each) for each in value]
    if isinstance(value, (datetime.date, bytes)):
        return str(value)
    return value
