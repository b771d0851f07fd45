"""JSON read strictly: what has two meanings, or cannot be stored and given back, is refused."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from resume.document.source import SourceError, gettext_noop
from resume.document.text import forbidden_character

MAX_DEPTH = 200
MAX_LENGTH = 50_000  # values in one list or object; a résumé has some dozens
MAX_INTEGER = 2**63
MAX_FLOAT = 1e16  # above it the databases keep another number than the file's

# A string (an unfinished one reaches to the end) or a bracket. Possessive, so that it is linear.
TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[{\]}]', re.DOTALL)

# How Python's messages about a broken text begin, and what the owner of the file can do.
BROKEN = {
    "Expecting property name": gettext_noop(
        "This is no JSON at character %(column)d: a key in double quotes is expected. A comma "
        "before “}” is one too many."
    ),
    "Expecting ':'": gettext_noop(
        "This is no JSON at character %(column)d: a colon is missing between a key and its value."
    ),
    "Expecting ','": gettext_noop(
        "This is no JSON at character %(column)d: a comma is missing, or a bracket that closes."
    ),
    "Expecting value": gettext_noop(
        "This is no JSON at character %(column)d: a value is expected. Text stands in double "
        "quotes, and a comma before “]” is one too many."
    ),
    "Illegal trailing comma": gettext_noop(
        "This is no JSON at character %(column)d: this comma is one too many; take it out."
    ),
    "Extra data": gettext_noop(
        "This is no JSON at character %(column)d: the data ended before. Take out what follows, "
        "or the bracket that closes too early."
    ),
    "Unterminated string": gettext_noop(
        "This is no JSON at character %(column)d: the text that begins here has no closing quote."
    ),
    "Invalid control character": gettext_noop(
        "This is no JSON at character %(column)d: a text goes over its line or holds a tab; "
        "write \\n or \\t in it."
    ),
    "Invalid \\": gettext_noop(
        "This is no JSON at character %(column)d: a backslash is written twice, as \\\\."
    ),
}
CUT_OFF = gettext_noop(
    "This is no JSON: the file ends before its data does. A bracket or quote is not closed, or "
    "the file was not copied as a whole."
)
BROKEN_OTHERWISE = gettext_noop("This is no JSON at character %(column)d: %(problem)s.")

Path = tuple[Any, ...]


class _Refused:
    """Stands where a value cannot be taken, until its path is known."""

    def __init__(self, message: str, **params: str) -> None:
        self.message = message
        self.params = params


def load(text: str) -> Any:
    """Return the value of a JSON text (RFC 8259).

    Raises SourceError, naming the line or the path, for what is no JSON, for NaN and infinite
    numbers too large to keep, a key that stands twice, too many levels or values, and for
    characters that no résumé holds.
    """
    _check_depth(text)
    try:
        data = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_integer,
            parse_float=_float,
        )
    except json.JSONDecodeError as error:
        raise _broken(error) from error
    for value, path in walk(data):
        _check(value, path)
    return data


def _broken(error: json.JSONDecodeError) -> SourceError:
    """Return the refusal of a text that is no JSON, in words that say what to mend."""
    beginnings = (each for each in BROKEN if error.msg.startswith(each))
    message = BROKEN.get(next(beginnings, ""), BROKEN_OTHERWISE)
    if error.msg.startswith("Expecting") and error.pos >= len(error.doc.rstrip()):
        message = CUT_OFF
    params = {"column": error.colno, "problem": error.msg}
    return SourceError(message, params, str(error.lineno))


def walk(data: Any) -> Iterator[tuple[Any, Path]]:
    """Yield every value and every key with its path, as nested pairs (path above, key)."""
    waiting: list[tuple[Any, Path]] = [(data, ())]
    while waiting:
        value, path = waiting.pop()
        yield value, path
        if isinstance(value, dict):
            for key, each in value.items():
                yield key, (path, key)
                waiting.append((each, (path, key)))
        elif isinstance(value, list):
            waiting += [(each, (path, index)) for index, each in enumerate(value)]


def place_of(path: Path) -> str:
    """Return a path as people write it: "work[0].startDate"."""
    steps: list[Any] = []
    while path:
        path, step = path
        steps.append(step)
    return join(steps[::-1])


def join(steps: list[Any]) -> str:
    """Return the steps of a path as one text."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".").encode("utf-8", "replace").decode()[:200]


def _check_depth(text: str) -> None:
    depth = 0
    for token in TOKEN.finditer(text):
        bracket = token[0]
        if bracket in ("[", "{"):
            depth += 1
            if depth > MAX_DEPTH:
                message = gettext_noop(
                    "More than %(limit)d levels stand in one another; a résumé needs a few."
                )
                line = text.count("\n", 0, token.start()) + 1
                raise SourceError(message, {"limit": MAX_DEPTH}, str(line))
        elif bracket in ("]", "}"):
            depth -= 1


def _check(value: Any, path: Path) -> None:
    if isinstance(value, str):
        if found := forbidden_character(value):
            message = gettext_noop(
                "The character %(character)s cannot be used in a résumé; take it out."
            )
            raise SourceError(message, {"character": found}, place_of(path))
    elif isinstance(value, (dict, list)) and len(value) > MAX_LENGTH:
        message = gettext_noop("More than %(limit)d values stand here; a résumé has some dozens.")
        raise SourceError(message, {"limit": MAX_LENGTH}, place_of(path))
    elif isinstance(value, _Refused):
        raise SourceError(value.message, value.params, place_of(path))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _value in pairs:
            if key in seen:
                message = gettext_noop("The key “%(key)s” stands here twice; keep one of them.")
                found[key] = _Refused(message, key=key[:80].encode("utf-8", "replace").decode())
            seen.add(key)
    return found


def _constant(name: str) -> _Refused:
    return _Refused(
        gettext_noop("“%(value)s” is no number of JSON; leave the key out."), value=name
    )


def _integer(digits: str) -> Any:
    # Python itself refuses to read thousands of digits.
    number = int(digits) if len(digits) < 25 else MAX_INTEGER
    return number if abs(number) < MAX_INTEGER else _too_large(digits)


def _float(digits: str) -> Any:
    number = float(digits)
    return number if math.isfinite(number) and abs(number) < MAX_FLOAT else _too_large(digits)


def _too_large(digits: str) -> _Refused:
    message = gettext_noop(
        "The number %(value)s is too large to be kept; write it in quotes, as text."
    )
    return _Refused(message, value=digits[:40])
