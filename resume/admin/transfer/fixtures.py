"""Django fixtures as files: every row of the résumé written, and read back by an allow-list.

`loaddata` writes any table and trusts its file. Here the file comes from a browser: rows are told
by their natural key, never by a primary key, and what `allowed` does not list refuses the whole
file.
"""

from django.core.serializers import serialize
from django.db import models
from django.utils.translation import gettext_noop

from resume.document.source import Note, SourceError
from resume.formats.json_resume.loading import load

from .allowed import FIELDS, MODELS, PASSED_OVER, PICTURES


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
    rows = load(text)
    if not rows:
        message = gettext_noop("The file is an empty list; choose the one that holds the rows.")
        raise SourceError(message)
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


def _check(row, place):
    """Raise SourceError for a row that is not exactly an allowed model with allowed fields."""
    if not isinstance(row, dict) or not isinstance(row.get("fields"), dict):
        message = gettext_noop(
            "This is no row of a fixture, which names a “model” and its “fields”. A file that "
            "begins with “[” is read as one; a JSON Resume begins with “{”."
        )
        raise SourceError(message, place=place)
    label = row.get("model")
    if not isinstance(label, str) or label not in FIELDS:
        message = gettext_noop(
            "Rows of “%(model)s” are not taken; take them out of the file. Allowed are: "
            "%(allowed)s."
        )
        params = {"model": str(label)[:80], "allowed": ", ".join(FIELDS)}
        raise SourceError(message, params, place)
    if set(row) != {"model", "fields"}:
        message = gettext_noop(
            "A row may name its model and its fields only. Rows are told by their address, not by "
            "a primary key: save the file by “All rows” of this page, or write it by dumpdata with "
            "--natural-primary --natural-foreign."
        )
        raise SourceError(message, place=place)
    unknown = set(row["fields"]) - set(FIELDS[label]) - set(PASSED_OVER)
    if unknown:
        message = gettext_noop(
            "“%(model)s” has no field “%(field)s” that a file may write; take it out."
        )
        raise SourceError(message, {"model": label, "field": min(unknown)[:80]}, place)
    for name, value in row["fields"].items():
        if name not in PASSED_OVER:
            _check_type(MODELS[label]._meta.get_field(name), value, f"{place}.fields.{name}")


def _check_type(field, value, place):
    """Raise SourceError for a value that JSON gives another type than the field's."""
    if isinstance(field, models.ManyToManyField):
        fits = isinstance(value, list) and all(_is_key(each) for each in value)
        wanted = gettext_noop('A list of keys is expected here, such as [["python"], ["go"]].')
    elif isinstance(field, models.ForeignKey):
        fits = _is_key(value) or (value is None and field.null)
        wanted = gettext_noop('A key is expected here, such as ["python"].')
    elif isinstance(field, models.JSONField):
        fits = isinstance(value, dict)
        wanted = gettext_noop("An object is expected here; write keys and their values in { }.")
    elif isinstance(field, models.BooleanField):
        fits = isinstance(value, bool)
        wanted = gettext_noop("Write true or false here, without quotes.")
    elif isinstance(field, models.IntegerField):
        fits = isinstance(value, int) and not isinstance(value, bool)
        wanted = gettext_noop("Write a whole number here, without quotes.")
    else:
        fits = isinstance(value, str) or (value is None and field.null)
        wanted = gettext_noop("Write a text in quotes here, or leave the field out.")
    if not fits:
        raise SourceError(wanted, place=place)


def _is_key(value):
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(part, str | int) and not isinstance(part, bool) for part in value)
    )
