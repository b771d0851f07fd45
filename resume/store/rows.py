"""One record as a row: checked, and private unless it was asked to be public."""

import re
from typing import Any

from django.core.exceptions import ValidationError

from resume import models
from resume.models import Audience, Status

from .load import CONTACT_KINDS
from .records import Record

# Facts about a person that nobody publishes by accident.
PRIVATE = re.compile(
    r"生年月日|年齢|住所|電話番号|携帯|メールアドレス|date of birth|phone|"
    r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+|(?<!\d)0\d{1,3}-\d{2,4}-\d{4}(?!\d)",
    re.IGNORECASE,
)


class SaveError(ValueError):
    """A document that cannot be saved, in words that name the record and the field."""


def set_status(row: Any, record: Record, *, publish: bool, exact: bool) -> None:
    """Make a new record a draft, unless it was asked to be published."""
    if isinstance(row, models.ProfileLink):
        keeps = exact or publish or row.kind in CONTACT_KINDS
        row.audience = row.audience if keeps else Audience.OWNER
        return
    if not hasattr(row, "status"):
        return
    row.status = Status.PUBLISHED if publish else Status.DRAFT
    if record.status:
        row.status = record.status
    elif isinstance(row, models.Section) and PRIVATE.search(row.body):
        row.status = Status.DRAFT


def check_and_save(row: Any, record: Record, new: bool = False) -> None:
    """Save the row, checked; a new one that may not be public yet is a draft.

    Raises SaveError.
    """
    relations = [field.name for field in row._meta.fields if field.is_relation]
    try:
        try:
            row.full_clean(exclude=relations, validate_unique=False, validate_constraints=False)
        except ValidationError:
            if not new or getattr(row, "status", "") != Status.PUBLISHED:
                raise
            row.status = Status.DRAFT
            row.full_clean(exclude=relations, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        raise SaveError(_refusal(record, row, error)) from error
    row.save()


def write_facts(row: Any, record: Record) -> None:
    """Replace the labelled lines of a project."""
    row.facts.all().delete()
    for order, (label, value) in enumerate(record.values["facts"], 1):
        fact = models.ProjectFact(project=row, order=order, label=label, value=value)
        try:
            fact.full_clean(exclude=["project"], validate_unique=False)
        except ValidationError as error:
            raise SaveError(_refusal(record, fact, error)) from error
        fact.save()


def holds_others(row: Any) -> bool:
    """True while records that protect the row, or posts, still refer to it."""
    for relation in row._meta.related_objects:
        name = relation.get_accessor_name()
        if relation.name == "facts" or not name:
            continue
        if relation.many_to_many and relation.related_model is not models.Post:
            continue
        if getattr(row, name).exists():
            return True
    return False


def _refusal(record: Record, row: Any, error: ValidationError) -> str:
    fields = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    names = {field.name: field.verbose_name for field in row._meta.fields}
    reasons = "; ".join(
        f"{names.get(name, name)}: {' '.join(messages)}" if name in names else " ".join(messages)
        for name, messages in fields.items()
    )
    return f"{row._meta.verbose_name} “{record.name[:80]}”: {reasons}"
