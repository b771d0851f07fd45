"""Rows of another model inside a form: none that somebody else changed is lost unseen."""

from django.core.exceptions import ValidationError
from django.db.models import Max, UniqueConstraint
from django.forms.models import BaseInlineFormSet
from django.utils.html import format_html
from django.utils.translation import gettext as _

from .conflicts import stored_record


class RecordFormSet(BaseInlineFormSet):
    """Rows of one record: no row that somebody else changed, deleted or added is lost unseen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.taken_slugs = set()
        self.taken_lines = set()
        self.deleted_meanwhile = range(0)
        self.added_meanwhile = []
        if self.is_bound:
            self._compare_rows()

    def _compare_rows(self):
        key = self.model._meta.pk.name
        initial, total = self.initial_form_count(), self.total_form_count()
        stored = {str(record.pk): record for record in self.get_queryset()}
        posted = [self.data.get(f"{self.add_prefix(i)}-{key}", "") for i in range(initial)]
        self.added_meanwhile = [record for pk, record in stored.items() if pk not in posted]
        kept = [i for i in range(initial) if posted[i] in stored]
        gone = [i for i in range(initial) if i not in kept]
        if gone:
            typed = [i for i in gone if not self.data.get(f"{self.add_prefix(i)}-DELETE")]
            self._renumber([*kept, *typed, *range(initial, total)], len(kept))
            self.deleted_meanwhile = range(len(kept), len(kept) + len(typed))
            for i in self.deleted_meanwhile:
                self.data[f"{self.add_prefix(i)}-{key}"] = ""

    def _renumber(self, order, initial):
        """Put the posted rows into `order`, of which the first `initial` are stored ones."""
        data = self.data.copy()
        rows = []
        for i in order:
            start = f"{self.add_prefix(i)}-"
            rows.append({name[len(start) :]: name for name in self.data if name.startswith(start)})
        for name in self.data:
            if name.removeprefix(f"{self.prefix}-")[:1].isdigit():
                del data[name]
        for i, row in enumerate(rows):
            for field, name in row.items():
                data.setlist(f"{self.add_prefix(i)}-{field}", self.data.getlist(name))
        data[f"{self.prefix}-INITIAL_FORMS"] = initial
        data[f"{self.prefix}-TOTAL_FORMS"] = len(rows)
        self.data = data
        del self.management_form

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        # The record itself, not its key: a new row names itself by it before it has one.
        setattr(form.instance, self.fk.name, self.instance)
        form.taken_slugs = self.taken_slugs
        form.taken_lines = self.taken_lines
        return form

    def full_clean(self):
        super().full_clean()
        if self.added_meanwhile and (any(self._errors) or self._non_form_errors):
            names = ", ".join(str(record) for record in self.added_meanwhile)
            self._non_form_errors.append(
                _("Somebody else added rows meanwhile; they stay: %(names)s") % {"names": names}
            )

    def clean(self):
        """Refuse to delete a row that changed, and to forget one that was deleted."""
        super().clean()
        for i in self.deleted_meanwhile:
            self.forms[i].add_error(
                None, _("Somebody else deleted this row. Saving again adds it anew.")
            )
        self._refuse_twins()
        refusals = []
        for form in self.initial_forms:
            if self.can_delete and self._should_delete_form(form) and form.was_stale:
                form.show_stored_digest()
                refusals.append(
                    format_html(
                        "{} {}",
                        _("Somebody else changed a row that you delete. Saving again deletes it."),
                        stored_record(self.model, form.stored),
                    )
                )
        if refusals:
            raise ValidationError(refusals)

    def _refuse_twins(self):
        """Refuse two rows that a constraint with a condition does not allow beside each other."""
        for constraint in self.model._meta.constraints:
            if not isinstance(constraint, UniqueConstraint) or not constraint.condition:
                continue
            if self.fk.name not in constraint.fields:
                continue
            seen = set()
            for form in self.forms:
                unused = not form.instance.pk and not form.has_changed()
                if unused or self._should_delete_form(form):
                    continue
                row = tuple(
                    getattr(form.instance, name)
                    for name in constraint.fields
                    if name != self.fk.name
                )
                if row in seen:
                    form.add_error(None, constraint.get_violation_error_message())
                seen.add(row)


class NumberedFormSet(RecordFormSet):
    """Rows whose numbers the database holds unique: they may be dealt out anew all the same."""

    def save(self, commit=True):
        """Save; first give every row that leaves its number one that no row has."""
        leaving = [
            form.instance
            for form in self.initial_forms
            if "order" in form.changed_data or form in self.deleted_forms
        ]
        rows = self.model._default_manager.filter(pk__in=[row.pk for row in leaving])
        last = self.get_queryset().aggregate(last=Max("order"))["last"] or 0
        for free, pk in enumerate(rows.values_list("pk", flat=True), last + 1):
            self.model._default_manager.filter(pk=pk).update(order=free)
        return super().save(commit)
