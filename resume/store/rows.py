"""One record as a row: checked, and private unless it was asked to be public."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from resume import models
from resume.document.contacts import contact_facts
from resume.document.text import forbidden_character, unique_slug
from resume.models import Audience, Status

from .compare import Difference, container_field
from .records import Record
from .tables import CONTAINERS
from .unique import Unique


class SaveError(ValueError):
    """A document that cannot be saved, in words that name the record and the field."""


class Rows:
    """Makes and changes the rows of records; saving them is left to the caller."""

    def __init__(self, unique: Unique, slugs: dict[str, set[str]], *, publish: bool, exact: bool):
        self.unique, self.slugs = unique, slugs
        self.publish, self.exact = publish, exact
        self.words: dict[Record, str] = {}

    def make(self, record: Record) -> Any:
        """Return the new row of a record, checked. Raises SaveError.

        Where it is not as public as it was asked to be, `words` says why.
        """
        values = {name: value for name, value in record.values.items() if name != "facts"}
        row = getattr(models, record.kind)(**values)
        if record.employer:
            row.employer = record.employer.row
        place(row, record)
        if record.kind != "Profile":
            taken = self.slugs[record.kind]
            row.slug = record.key or unique_slug(row.slug_source, row.slug_parent, taken)
            taken.add(row.slug)
        self._set_status(row, record)
        try:
            self._check(row, record)
        except SaveError:
            if getattr(row, "status", "") != Status.PUBLISHED or self.exact:
                raise
            row.status = Status.DRAFT
            self._check(row, record)
            self.words[record] = _("It holds a name that an alias hides: it is a draft.")
        self._take(row, record)
        record.row = row
        return row

    def change(self, record: Record, differences: list[Difference]) -> Any:
        """Return the row of a record with what differs, checked. Raises SaveError."""
        row = record.row
        for each in differences:
            if each.name == "employer" and record.employer:
                row.employer = record.employer.row
            elif each.name in CONTAINERS:
                place(row, record)
            elif each.name != "facts":
                setattr(row, each.name, each.after)
        if self.exact and record.key:
            row.slug = record.key
        self._check(row, record)
        self._take(row, record)
        return row

    def facts(self, record: Record) -> list[models.ProjectFact]:
        """Return the labelled lines of a project as new rows, checked. Raises SaveError."""
        found = []
        for order, (label, value) in enumerate(record.values.get("facts", ()), 1):
            fact = models.ProjectFact(project=record.row, order=order, label=label, value=value)
            self._check(fact, record)
            found.append(fact)
        return found

    def _set_status(self, row: Any, record: Record) -> None:
        """Make a new record a draft, unless it was asked to be published."""
        if isinstance(row, models.ProfileLink):
            if not self.exact and not self.publish:
                row.audience = Audience.OWNER
        elif hasattr(row, "status"):
            published = self.publish and record.status != Status.DRAFT
            row.status = Status.PUBLISHED if published else Status.DRAFT
            if self.exact and record.status:
                row.status = record.status
            elif published and isinstance(row, models.Section) and contact_facts(row.body):
                row.status = Status.DRAFT
                words = _("It may hold contact facts or a birth date: it is a draft.")
                self.words[record] = words

    def _check(self, row: Any, record: Record) -> None:
        """Raise SaveError for what the rules of its model refuse.

        Relations are ours, and what must be unique is looked after in memory: no queries. A text
        is not parsed twice.
        """
        known = [field.name for field in row._meta.fields if field.is_relation]
        body = getattr(row, "body", "")
        if record.is_followed and body == record.values["body"] and not forbidden_character(body):
            known.append("body")
        try:
            row.full_clean(exclude=known, validate_unique=False, validate_constraints=False)
            check_extras(getattr(row, "extras", None))
            if isinstance(row, models.ProfileLink) and not row.url and not row.value:
                raise ValidationError(_("Give a URL or a value."))
        except ValidationError as error:
            raise refusal(record, row, error) from error

    def _take(self, row: Any, record: Record) -> None:
        try:
            self.unique.add(row)
        except ValidationError as error:
            raise refusal(record, row, error) from error


def place(row: Any, record: Record) -> None:
    """Put the row where the document has it."""
    if record.kind in ("Profile", "Employer"):
        return
    own = container_field(record.kind, record.container)
    holder: Any = record.container.row if record.container else None
    if own == "parent" and getattr(holder, "is_deepest", False) and is_deeper(record.container):
        # Then its parts stand beside it.
        holder = holder.parent
    for name in CONTAINERS:
        if name != "employer" and hasattr(type(row), name):
            setattr(row, name, holder if name == own else None)
    row.order = record.order
    if hasattr(row, "place"):
        row.place = record.place


def is_deeper(record: Record | None) -> bool:
    """Return whether the owner has the row of a record inside more rows than the file has it."""
    row: Any = record.row if record else None
    while record and row.parent:
        row = row.parent
        record = (
            record.container if record.container and record.container.kind == record.kind else None
        )
    return record is None


def check_extras(extras: Any) -> None:
    """Raise ValidationError for what no database keeps: NaN, NUL, half of a character."""
    if not extras:
        return
    try:
        json.dumps(extras, allow_nan=False)
    except (ValueError, TypeError, RecursionError) as error:
        words = _("What the file says beyond the fields holds a value that cannot be kept.")
        raise ValidationError(words) from error
    if found := forbidden_character("".join(_texts(extras))):
        raise ValidationError(
            _("The character %(character)s cannot be used here."), params={"character": found}
        )


def _texts(value: Any) -> list[str]:
    """Return every text in a JSON value."""
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in _texts(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in _texts(part)]
    return [value] if isinstance(value, str) else []


def refusal(record: Record, row: Any, error: ValidationError) -> SaveError:
    """Return the error that names the record, its fields and what is wrong with them."""
    fields = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    names = {field.name: field.verbose_name for field in row._meta.fields}
    reasons = "; ".join(
        f"{names[name]}: {' '.join(messages)}" if name in names else " ".join(messages)
        for name, messages in fields.items()
    )
    return SaveError(f"{row._meta.verbose_name} “{record.name[:80]}”: {reasons}")
