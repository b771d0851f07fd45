"""The official schema (schema.json, of the npm package @jsonresume/schema 1.3.1, MIT) as the judge.

It is of JSON Schema draft 7, where `format` says nothing unless a checker is asked. The project's
own validator does ask, for `email` and `uri`, so it is asked here too, with two differences: an
empty text is taken (people leave keys empty), and `$schema` may be any text. An address has to be
one that can be linked, so that no export carries a `javascript:` URL or a password.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, FormatChecker

from resume.document.source import SourceError
from resume.document.text import TextError, canonical_url

from .loading import join
from .reasons import reason

formats = FormatChecker(formats=())


@formats.checks("email")
def _is_email(value: object) -> bool:
    if not isinstance(value, str) or not value:
        return True
    name, at, host = value.rpartition("@")
    return bool(name and at and host) and not any(each.isspace() for each in value)


@formats.checks("uri", raises=TextError)
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or not value or bool(canonical_url(value))


@cache
def schema() -> dict[str, Any]:
    """Return the schema as it is used: its one reference put in its place, which is quicker."""
    text = (Path(__file__).parent / "schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    found["properties"]["$schema"].pop("format")
    date = found["definitions"]["iso8601"]

    def resolved(part: Any) -> Any:
        if isinstance(part, dict):
            if part.get("$ref") == "#/definitions/iso8601":
                return date
            return {key: resolved(each) for key, each in part.items()}
        return part

    found["properties"] = resolved(found["properties"])
    return found


def names() -> tuple[str, ...]:
    """Return the keys of the first level that JSON Resume knows."""
    return tuple(schema()["properties"])


@cache
def properties(slot: str) -> dict[str, Any]:
    """Return the schema of each key in the entries of a slot ("work", "basics.profiles")."""
    part = schema()
    for step in slot.split(".") if slot else ():
        part = part.get("properties", {}).get(step, {})
        part = part.get("items", part)
    found: dict[str, Any] = part.get("properties", {})
    return found


@cache
def _judge(slot: str, key: str) -> Callable[[Any], bool]:
    part = properties(slot)[key]
    if part.keys() <= {"type", "description"} and part.get("type") == "string":
        return lambda value: isinstance(value, str)  # most keys; the validator is slow
    return Draft7Validator(part, format_checker=formats).is_valid


def fits(slot: str, key: str, value: Any) -> bool:
    """True when the value may stand under the key of an entry; any value may under others."""
    return key not in properties(slot) or _judge(slot, key)(value)


def validate(data: Any) -> None:
    """Raise SourceError, naming the path, for the first thing that the schema refuses."""
    errors = _whole().iter_errors(data)
    error = next(errors, None)
    if error is not None:
        raise SourceError(*reason(error, errors), join(list(error.absolute_path)))


@cache
def _whole() -> Draft7Validator:
    return Draft7Validator(schema(), format_checker=formats)


def ordered(value: Any, part: dict[str, Any] | None = None) -> Any:
    """Return a value with its keys in the order of the schema, others after them by the alphabet.

    The order of a file's own keys cannot be kept: PostgreSQL stores JSON objects without one.
    """
    if isinstance(value, list):
        items = part.get("items") if part else None
        return [ordered(each, items) for each in value]
    if not isinstance(value, dict):
        return value
    known = part.get("properties", {}) if part else {}
    keys = [key for key in known if key in value]
    keys += sorted(key for key in value if key not in known)
    return {key: ordered(value[key], known.get(key)) for key in keys}


def near(key: str) -> str:
    """Return the known key that `key` differs from by its case or by one letter, or ""."""
    if key in names() or len(key) > 20:
        return ""
    folded = key.casefold()
    return next((name for name in names() if _differs_by_one(folded, name)), "")


def _differs_by_one(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return len(other) - len(one) <= 1 and (
        one[start:] == other[start + 1 :] or one[start + 1 :] == other[start + 1 :]
    )
