"""The rows of a fixture into the database: all or none, each checked as a form checks it."""

from datetime import UTC, datetime

import reversion
from django.core.exceptions import NON_FIELD_ERRORS, ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from resume.admin.revisions import keep_first_state
from resume.document.source import SourceError
from resume.models import Generation
from resume.store.report import ADDED, CHANGED, UNCHANGED, Change, FieldChange, Report

from .allowed import FIELDS, MODELS


def load(rows, *, dry_run=False):
    """Write the rows that `fixtures.read` gave, in one transaction; report what changed.

    Raises SourceError naming the row and the reason; nothing is written then.
    """
    with transaction.atomic():
        Generation.objects.hold()
        with transaction.atomic():
            found = _written(rows)
            report = Report(tuple(row.change() for row in found))
            transaction.set_rollback(True)
        if dry_run:
            return report
        for row, change in zip(found, report.changes, strict=True):
            if change.action == CHANGED:
                # Apart from the change: a revision holds what is there at its end.
                keep_first_state(row.find())
        with reversion.create_revision():
            reversion.set_comment(_("Fixture"))
            _written(rows)
        return report


def _written(rows):
    """Write the rows and return them; what is referred to is written first."""
    found = [Row(row, f"[{number}]") for number, row in enumerate(rows)]
    keys = set()
    for row in found:
        if (row.label, row.key) in keys:
            row.refuse(_("This row stands twice in the file; take one of the two out."))
        keys.add((row.label, row.key))
    labels = list(FIELDS)
    for row in sorted(found, key=lambda each: labels.index(each.label)):
        row.guard(row.write)
    for row in found:
        row.guard(row.relate)
    for row in found:
        row.guard(row.check)
    return found


class Row:
    """A row of the file and the record that it is or becomes."""

    def __init__(self, row, place):
        self.label, self.place = row["model"], place
        self.model = MODELS[self.label]
        allowed = FIELDS[self.label]
        self.values = {name: value for name, value in row["fields"].items() if name in allowed}
        self.before = {}

    @property
    def key(self):
        """The row's natural key."""
        if self.label == "resume.projectfact":
            return (*(self.values.get("project") or [""]), self.values.get("order", 0))
        return (self.values.get("slug", ""),)

    @property
    def later(self):
        """The relations that may refer to rows not written yet."""
        return [
            name
            for name in self.values
            if (field := self.model._meta.get_field(name)).many_to_many
            or field.related_model is self.model
        ]

    def guard(self, step):
        """Run a step; what it refuses is told with the row."""
        try:
            with transaction.atomic():
                step()
        except ValidationError as error:
            reason = self.in_words(error)
        except (DatabaseError, ValueError, TypeError, OverflowError) as error:
            reason = str(error).strip()
        else:
            return
        self.refuse(reason)

    def in_words(self, error):
        """Return what is wrong, each reason with the name that the file has for the field."""
        if not hasattr(error, "error_dict"):
            return " ".join(error.messages)
        return "; ".join(
            " ".join([*([f"{name}:"] if name != NON_FIELD_ERRORS else []), *messages])
            for name, messages in error.message_dict.items()
        )

    def refuse(self, reason):
        """Raise SourceError for the row."""
        name = "/".join(str(part) for part in self.key)[:80]
        place = f"{self.place} {self.label} {name}"
        raise SourceError("%(reason)s", {"reason": reason}, place)

    def write(self):
        """Save the record with all but the relations that come later."""
        self.record = self.find()
        self.is_new = self.record.pk is None
        if not self.is_new:
            self.before = self.texts()
        for name, value in self.values.items():
            if name not in self.later:
                setattr(self.record, name, self.clean(self.model._meta.get_field(name), value))
        relations = [field.name for field in self.model._meta.fields if field.is_relation]
        self.record.clean_fields(exclude=relations)
        if self.is_new or self.before != self.texts():
            self.record.save()

    def clean(self, field, value):
        """Return the value as the record keeps it. Raises ValidationError."""
        if field.is_relation:
            return self.target(field, value)
        value = field.to_python(value)
        naive = isinstance(value, datetime) and timezone.is_naive(value)
        return timezone.make_aware(value) if naive else value

    def find(self):
        """Return the record with the row's natural key, or a new one."""
        try:
            return self.model._default_manager.get_by_natural_key(*self.key)
        except self.model.DoesNotExist:
            return self.model()

    def relate(self):
        """Set the relations that may refer to any row of the file."""
        for name in self.later:
            field = self.model._meta.get_field(name)
            if field.many_to_many:
                wanted = [self.target(field, key) for key in self.values[name]]
                if set(getattr(self.record, name).all()) != set(wanted):
                    getattr(self.record, name).set(wanted)
            else:
                wanted = self.target(field, self.values[name])
                if getattr(self.record, name) != wanted:
                    setattr(self.record, name, wanted)
                    self.record.save(update_fields=[name])

    def target(self, field, key):
        """Return the record of a natural key, None for none. Raises ValidationError."""
        try:
            return key and field.related_model._default_manager.get_by_natural_key(*key)
        except (ObjectDoesNotExist, TypeError) as error:
            words = _(
                "“%(key)s” is neither in the file nor on the site; add its row, or take the "
                "reference out."
            )
            name = "/".join(map(str, key))[:80]
            raise ValidationError({field.name: words % {"key": name}}) from error

    def check(self):
        """Raise ValidationError where the record, all rows written, breaks a rule of its model."""
        self.record = self.model._default_manager.get(pk=self.record.pk)
        self.record.full_clean()

    def texts(self):
        """Return {field name: the record's value as a reader sees it}."""
        return {name: self.text(self.model._meta.get_field(name)) for name in self.values}

    def text(self, field):
        if field.many_to_many:
            related = getattr(self.record, field.name).all()
            return "\n".join(sorted("/".join(map(str, each.natural_key())) for each in related))
        if getattr(self.record, field.attname) is None:
            return ""
        value = getattr(self.record, field.name)
        if field.is_relation:
            return "/".join(map(str, value.natural_key()))
        if isinstance(value, datetime):
            return value.astimezone(UTC).isoformat()
        return value if isinstance(value, dict | bool) else str(value)

    def change(self):
        after = self.texts()
        fields = tuple(
            FieldChange(self.model.__name__, name, self.before[name], after[name])
            for name in self.values
            if not self.is_new and self.before[name] != after[name]
        )
        action = ADDED if self.is_new else CHANGED if fields else UNCHANGED
        slug = str(self.values.get("slug", ""))
        place = f"{self.place} {self.label}"
        name = str(self.record)
        return Change(place, action, self.model.__name__, name, fields, key=slug, made=True)
