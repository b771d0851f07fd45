"""Django fixtures as files: every row of the résumé written, and read back by an allow-list.

`loaddata` writes any table and trusts its file. Here the file comes from a browser: rows are told
by their natural key, never by a primary key, and what `allowed` does not list refuses the whole
file.
"""

import json

from django.core.serializers import serialize
from django.db import models
from django.utils.translation import gettext_noop

from resume.document.source import Note, SourceError
from resume.document.text import forbidden_character

from .allowed import FIELDS, MODELS, PASSED_OVER, PICTURES

DEEPEST = 50


def is_fixture(text):
    """Return True for a JSON list: no résumé format is one."""
    start = text.lstrip()
    return start.startswith("[") and start[1:].lstrip()[:1] in ("{", "]")


def dump():
    """Return every row of the résumé as a fixture, for `loaddata` and for this page."""
    rows = [row for model in MODELS.values() for row in model._default_manager.order_by("pk")]
    options = {"use_natural_foreign_keys": True, "use_natural_primary_keys": True}
    return serialize("json", rows, indent=2, ensure_ascii=False, **options) + "\n"


def read(text):
    """Return the rows of a fixture. Raises SourceError naming the first one that is refused."""
    try:
        rows = json.loads(text, parse_constant=_no_number, object_pairs_hook=_each_key_once)
        _check_texts(rows)
    except json.JSONDecodeError as error:
        message = gettext_noop("This is no JSON: %(problem)s.")
        raise SourceError(message, {"problem": error.msg}, str(error.lineno)) from error
    except RecursionError as error:
        raise SourceError(gettext_noop("The data is nested too deep.")) from error
    except ValueError as error:
        if isinstance(error, SourceError):
            raise
        message = gettext_noop("This is no JSON: %(problem)s.")
        raise SourceError(message, {"problem": error}) from error
    if not rows:
        raise SourceError(gettext_noop("The file is an empty list."))
    for number, row in enumerate(rows):
        _check(row, f"[{number}]")
    return rows


def notes(rows):
    """Return what the owner should know about the file."""
    pictures = sum(1 for row in rows for name in PICTURES if row["fields"].get(name))
    if not pictures:
        return ()
    message = gettext_noop(
        "Pictures named in the file: %(count)d. A fixture holds no pictures, so none is taken: "
        "records keep those they have."
    )
    return (Note(message, {"count": pictures}),)


def _no_number(name):
    raise SourceError(gettext_noop("%(name)s is no number in JSON."), {"name": name})


def _each_key_once(pairs):
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        name = next(each for each in names if names.count(each) > 1)
        raise SourceError(gettext_noop("The key “%(key)s” stands here twice."), {"key": name[:80]})
    return found


def _check_texts(value, depth=0):
    if depth > DEEPEST:
        raise SourceError(gettext_noop("The data is nested too deep."))
    if isinstance(value, dict):
        for name, each in value.items():
            _check_texts(name)
            _check_texts(each, depth + 1)
    elif isinstance(value, list):
        for each in value:
            _check_texts(each, depth + 1)
    elif isinstance(value, str) and (found := forbidden_character(value)):
        message = gettext_noop("The character U+%(code)s cannot be used in a résumé.")
        raise SourceError(message, {"code": found.removeprefix("U+")})
    elif isinstance(value, float) and value in (float("inf"), float("-inf")):
        _no_number("1e999")


def _check(row, place):
    """Raise SourceError for a row that is not exactly an allowed model with allowed fields."""
    if not isinstance(row, dict) or not isinstance(row.get("fields"), dict):
        raise SourceError(gettext_noop("This is no row of a fixture."), place=place)
    label = row.get("model")
    if not isinstance(label, str) or label not in FIELDS:
        message = gettext_noop("Rows of “%(model)s” are not taken. Allowed are: %(allowed)s.")
        params = {"model": str(label)[:80], "allowed": ", ".join(FIELDS)}
        raise SourceError(message, params, place)
    if set(row) != {"model", "fields"}:
        message = gettext_noop(
            "A row may name its model and its fields only. Rows are told by their address, not by "
            "a primary key: write the file with --natural-primary --natural-foreign."
        )
        raise SourceError(message, place=place)
    unknown = set(row["fields"]) - set(FIELDS[label]) - set(PASSED_OVER)
    if unknown:
        message = gettext_noop("“%(model)s” has no field “%(field)s” that a file may write.")
        raise SourceError(message, {"model": label, "field": min(unknown)[:80]}, place)
    for name, value in row["fields"].items():
        if name not in PASSED_OVER:
            _check_type(MODELS[label]._meta.get_field(name), value, f"{place}.fields.{name}")


def _check_type(field, value, place):
    """Raise SourceError for a value that JSON gives another type than the field's."""
    if isinstance(field, models.ManyToManyField):
        fits = isinstance(value, list) and all(_is_key(each) for each in value)
    elif isinstance(field, models.ForeignKey):
        fits = _is_key(value) or (value is None and field.null)
    elif isinstance(field, models.JSONField):
        fits = isinstance(value, dict)
    elif isinstance(field, models.BooleanField):
        fits = isinstance(value, bool)
    elif isinstance(field, models.IntegerField):
        fits = isinstance(value, int) and not isinstance(value, bool)
    else:
        fits = isinstance(value, str) or (value is None and field.null)
    if not fits:
        raise SourceError(gettext_noop("The value has the wrong type."), place=place)


def _is_key(value):
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(part, str | int) and not isinstance(part, bool) for part in value)
    )
