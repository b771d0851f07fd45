"""Spellings beside the schema that are understood, each with a note; all else is for the schema.

The literal list: an end that is null or empty; a date without its zeros; keys of older versions.
An older key stays in the file's extras beside the new one, so that nothing of the file is lost.
"""

import re
from collections.abc import Iterator
from typing import Any

from resume.document.source import Note, SourceError, gettext_noop

from . import official

ENDS = ("work", "volunteer", "education", "projects")
DATES = ("startDate", "endDate", "date", "releaseDate")
UNPADDED = re.compile(r"([12]\d{3})-(\d{1,2})(?:-(\d{1,2}))?")

# Keys of older versions: where, the old key, the key of now.
OLDER_KEYS = (
    ("basics", "picture", "image"),
    ("basics", "website", "url"),
    ("work", "company", "name"),
    ("work", "website", "url"),
    ("volunteer", "website", "url"),
    ("education", "gpa", "score"),
    ("publications", "website", "url"),
)
FRESH_KEYS = ("employment", "info", "contact", "disposition", "service", "affiliation")


def understand(data: Any) -> tuple[dict[str, Any], tuple[Note, ...]]:
    """Return the data in the spelling of the schema, and what was spelled otherwise.

    Raises SourceError for what is no JSON Resume: another schema, or a misspelt first-level key.
    """
    if not isinstance(data, dict):
        raise SourceError(gettext_noop("This is no JSON Resume: its file begins with “{”."))
    _refuse_others(data)
    data = {key: _copy(key, value) for key, value in data.items()}
    notes = [*_bio(data)]
    for section, value in data.items():
        entries = value if isinstance(value, list) else [value]
        for index, entry in enumerate(entries):
            if isinstance(entry, dict):
                place = f"{section}[{index}]" if isinstance(value, list) else section
                notes += _older_keys(section, entry, place)
                notes += _dates(section, entry, place)
    return data, tuple(notes)


def is_plain(section: str, value: Any) -> bool:
    """True for what `understand` leaves as it is."""
    entries = value if isinstance(value, list) else [value]
    copies = [dict(entry) for entry in entries if isinstance(entry, dict)]
    return section != "bio" and not any(
        [*_older_keys(section, copy, ""), *_dates(section, copy, "")] for copy in copies
    )


def without_older(section: str, entry: dict[str, Any]) -> dict[str, Any]:
    """Return the entry without the older keys that `understand` would read as others."""
    older = {old for where, old, new in OLDER_KEYS if where == section and new not in entry}
    return {key: value for key, value in entry.items() if key not in older}


def _copy(key: str, value: Any) -> Any:
    """Return the value with entries that may be changed, and the caller's left alone."""
    if isinstance(value, list):
        return [dict(each) if isinstance(each, dict) else each for each in value]
    return dict(value) if isinstance(value, dict) else value


def _refuse_others(data: dict[str, Any]) -> None:
    meta = data.get("meta")
    fresh = isinstance(meta, dict) and str(meta.get("format", "")).upper().startswith("FRESH")
    known = set(official.names()) & set(data)
    if fresh or (not known - {"meta"} and any(key in data for key in FRESH_KEYS)):
        message = gettext_noop(
            "This is FRESH, not JSON Resume; convert it first, with HackMyResume for example."
        )
        raise SourceError(message, place="meta.format")
    for key in data:
        near = official.near(key)
        if near and near not in data:
            message = gettext_noop("JSON Resume has no key “%(key)s”; did you mean “%(known)s”?")
            raise SourceError(message, {"key": key[:80], "known": near}, key[:80])
    if data and not known and "bio" not in data:
        key = next(iter(data))[:80]
        message = gettext_noop(
            "This is no JSON Resume, which has no key “%(key)s”; its keys are %(known)s."
        )
        names = ", ".join(name for name in official.names() if not name.startswith("$"))
        raise SourceError(message, {"key": key, "known": names}, key)


def _bio(data: dict[str, Any]) -> Iterator[Note]:
    """Read the `bio` of v0.0.x as basics: a name in two, mail and phone by place, named sites."""
    bio = data.get("bio")
    if not isinstance(bio, dict) or "basics" in data:
        return
    del data["bio"]
    basics = dict(bio)
    names = [basics.pop(key) for key in ("firstName", "lastName") if isinstance(bio.get(key), str)]
    if names and "name" not in basics:
        basics["name"] = " ".join(names)
    for key in ("email", "phone"):
        if isinstance(bio.get(key), dict):
            texts = [text for text in basics.pop(key).values() if isinstance(text, str) and text]
            basics.update({key: texts[0]} if texts else {})
            basics.update({f"{key}Others": texts[1:]} if texts[1:] else {})
    if isinstance(bio.get("profiles"), dict):
        accounts = basics.pop("profiles").items()
        basics["profiles"] = [{"network": name, "username": user} for name, user in accounts]
    data["basics"] = basics
    yield _older("bio", "basics", "bio")


def _older_keys(section: str, entry: dict[str, Any], place: str) -> Iterator[Note]:
    for where, old, new in OLDER_KEYS:
        if where == section and new not in entry and isinstance(entry.get(old), str):
            entry[new] = entry[old]
            yield _older(old, new, f"{place}.{old}")


def _older(old: str, new: str, place: str) -> Note:
    message = gettext_noop("“%(old)s” is of an older version; it was read as “%(new)s”.")
    return Note(message, {"old": old, "new": new}, place)


def _dates(section: str, entry: dict[str, Any], place: str) -> Iterator[Note]:
    known = official.properties(section)
    if section in ENDS and "endDate" in entry and entry["endDate"] in (None, ""):
        del entry["endDate"]
        yield Note(gettext_noop("An empty end was read as not known."), {}, f"{place}.endDate")
    for key in DATES:
        text = entry.get(key)
        match = UNPADDED.fullmatch(text) if key in known and isinstance(text, str) else None
        if match and text != (padded := "-".join(each.zfill(2) for each in match.groups() if each)):
            entry[key] = padded
            message = gettext_noop("“%(value)s” was read as %(date)s.")
            yield Note(message, {"value": text, "date": padded}, f"{place}.{key}")
