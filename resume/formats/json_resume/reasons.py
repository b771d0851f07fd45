"""What the schema refuses, in words that say what to write instead."""

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any

from jsonschema import ValidationError

from resume.document.source import gettext_noop

from .loading import join

Reason = tuple[str, dict[str, Any]]

PATTERN = gettext_noop("“%(value)s” is not a date; write 2024, 2024-09 or 2024-09-15.")
NO_END = gettext_noop(
    "“%(value)s” is not a date; leave the key out for what goes on, or write 2024 or 2024-09."
)
EMPTY_DATE = gettext_noop("An empty text is not a date: leave the key out.")
EMAIL = gettext_noop(
    "“%(value)s” is no mail address; write one such as jane@example.com, or leave the key out."
)
URI = gettext_noop(
    "“%(value)s” is no address that can be linked; write it with http:// or https://, or leave "
    "the key out."
)
NOT_FITTING = gettext_noop("“%(value)s” does not fit the schema of JSON Resume; leave it out.")

# What stands in the place of a text, a list or an object.
NULL = gettext_noop("null stands here; leave the key out.")
NULL_LIST = gettext_noop("null stands here; leave the key out, or write [].")
NULLS = gettext_noop(
    "null stands here and at %(others)s; leave these keys out, or write [] where a list belongs."
)
NULL_ENTRY = gettext_noop("null stands in the list; take it out.")
TEXT = gettext_noop("A text is expected here; write it in quotes: %(example)s.")
ONE_TEXT = gettext_noop("One text in quotes is expected here, and no list or object.")
LIST = gettext_noop("A list is expected here; put [ ] around it: %(example)s.")
OBJECT = gettext_noop("An object is expected here; write %(example)s.")
KEYS = gettext_noop("An object is expected here; write keys and their values in { }.")

EXAMPLE_LENGTH = 60
OTHERS_LOOKED_AT, OTHERS_NAMED = 200, 3


def reason(error: ValidationError, others: Iterable[ValidationError] = ()) -> Reason:
    """Return the message for what the schema refuses, and what fills it.

    Tools write null for all that is empty, so the first of the `others` that are null are named.
    """
    value = error.instance
    rule = error.validator_value if error.validator == "format" else error.validator
    params = {"value": (value if isinstance(value, str) else _json(value))[:80]}
    if value is None and (nulls := _nulls(others)):
        return NULLS, {"others": nulls}
    if rule == "type":
        return _wrong_type(error)
    if rule == "pattern":
        is_end = error.absolute_path[-1] == "endDate"
        return (NO_END if is_end else PATTERN) if value else EMPTY_DATE, params
    return {"email": EMAIL, "uri": URI}.get(str(rule), NOT_FITTING), params


def _wrong_type(error: ValidationError) -> Reason:
    """Return what to write in place of a value of another type than the schema's."""
    value, wanted = error.instance, error.validator_value
    is_simple = not isinstance(value, (list, dict))
    if value is None:
        is_entry = bool(error.absolute_path) and isinstance(error.absolute_path[-1], int)
        return NULL_ENTRY if is_entry else NULL_LIST if wanted == "array" else NULL, {}
    if wanted == "string":
        return (TEXT, {"example": _example(f'"{_json(value)}"')}) if is_simple else (ONE_TEXT, {})
    if wanted == "array":
        return LIST, {"example": _example(_json([value]))}
    if not is_simple:
        return KEYS, {}
    schema: Any = error.schema
    key = next(iter(schema["properties"]))
    return OBJECT, {"example": _example(_json({key: str(value)}))}


def _nulls(errors: Iterable[ValidationError]) -> str:
    """Return the places of the first that are null, or ""."""
    nulls = (each for each in islice(errors, OTHERS_LOOKED_AT) if each.instance is None)
    places = [join(list(each.absolute_path)) for each in islice(nulls, OTHERS_NAMED + 1)]
    return ", ".join(places[:OTHERS_NAMED]) + (" …" if len(places) > OTHERS_NAMED else "")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _example(text: str) -> str:
    """Return an example that is cut in its middle where it is long, its brackets kept."""
    half = EXAMPLE_LENGTH // 2
    return text if len(text) <= EXAMPLE_LENGTH else f"{text[:half]}…{text[-half:]}"
