"""The forms of the admin: no lost update, no lost error, an address for every record."""

import copy

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import FileField, UniqueConstraint
from django.forms.models import BaseInlineFormSet, construct_instance
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from resume.document.text import unique_slug

from .conflicts import ShownField, digest, stored_beside, stored_record

# A key of more digits fits no database.
MAX_DIGITS = 19


class AdminForm(forms.ModelForm):
    """A form that shows every error, also one of a field that it does not hold."""

    def add_error(self, field, error):
        """Add `error`; what concerns a field outside of the form concerns the whole form."""
        if field is None and hasattr(error, "error_dict"):
            known = {NON_FIELD_ERRORS: []}
            for name, errors in error.error_dict.items():
                if name in self.fields:
                    known[name] = errors
                else:
                    known[NON_FIELD_ERRORS] += [self._named(name, each) for each in errors]
            error = ValidationError({name: errors for name, errors in known.items() if errors})
        super().add_error(field, error)

    def _named(self, name, error):
        if name == NON_FIELD_ERRORS:
            return error
        label = self._meta.model._meta.get_field(name).verbose_name
        return ValidationError(f"{capfirst(label)}: {' '.join(error.messages)}", code=error.code)


class RecordForm(AdminForm):
    """Edits one record: refuses to overwrite what was stored after the form was shown."""

    shown = ShownField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        model_fields = {field.name for field in self._meta.model._meta.get_fields()}
        self.stored = {
            name: value
            for name, value in self.initial.items()
            if name in model_fields and name in self.fields
        }
        if "slug" in self.fields:
            self.fields["slug"].required = False
        self.taken_slugs = set()
        self.was_stale = False
        if self.instance.pk:
            self.initial["shown"] = digest(self.stored)

    @property
    def is_stale(self):
        """True when the stored row is not the one that the form showed."""
        return bool(self.instance.pk) and self["shown"].data != digest(self.stored)

    def clean(self):
        """Give the record a free address when the one of the form is empty."""
        super().clean()
        if self._errors or not hasattr(self.instance, "free_slug"):
            return
        in_form = "slug" in self.fields
        if not (self.cleaned_data["slug"] if in_form else self.instance.slug):
            slug = self._free_slug()
            self.taken_slugs.add(slug)
            if in_form:
                self.cleaned_data["slug"] = slug
            else:
                self.instance.slug = slug

    def _free_slug(self):
        files = [field.name for field in self.instance._meta.fields if isinstance(field, FileField)]
        record = construct_instance(self, copy.copy(self.instance), exclude=files)
        slug = record.free_slug()
        if slug not in self.taken_slugs:
            return slug
        # Two new rows of one form: what the first took is not in the database yet.
        others = type(record).objects.values_list("slug", flat=True)
        return unique_slug(record.slug_source, record.slug_parent, {*others, *self.taken_slugs})

    def validate_constraints(self):
        """Check every constraint: a field that the form does not hold has its stored value."""
        try:
            self.instance.validate_constraints(exclude=set(self._errors))
        except ValidationError as error:
            self._update_errors(error)

    def _post_clean(self):
        super()._post_clean()
        self._forget_impossible_choices()
        self.was_stale = self.is_stale
        if self.was_stale:
            self.refuse_to_overwrite()

    def _forget_impossible_choices(self):
        """Drop refused keys that are no numbers: the list of choices could not be shown again."""
        for name in self._errors:
            if isinstance(self.fields.get(name), forms.ModelChoiceField):
                key = self.add_prefix(name)
                self.data = self.data.copy()
                kept = [pk for pk in self.data.getlist(key) if pk.isascii() and pk.isdecimal()]
                self.data.setlist(key, [pk for pk in kept if len(pk) < MAX_DIGITS])

    def refuse_to_overwrite(self):
        """Add the stored text beside every field that differs, if any; saving again replaces it."""
        differing = [name for name in self.changed_data if name in self.stored]
        if not differing:
            return
        self.show_stored_digest()
        self.add_error(
            None,
            _(
                "Somebody else changed this record while you were editing it. Nothing was saved. "
                "Your text is still here, and what is stored now stands at each field that "
                "differs. Saving again replaces it."
            ),
        )
        for name in differing:
            self.add_error(name, stored_beside(self._meta.model, name, self.stored[name]))

    def show_stored_digest(self):
        """Let the form, shown again, carry the digest of the row as it is stored now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("shown")] = digest(self.stored)


class OrderForm(AdminForm):
    """The line numbers of a list: refuses to overwrite a number that somebody else changed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "order" in self.fields:
            self.fields["order"].show_hidden_initial = True

    def clean(self):
        super().clean()
        shown = self.add_initial_prefix("order")
        stored = str(self.initial.get("order", ""))
        if "order" in self.changed_data and self.data.get(shown) != stored:
            self.data = self.data.copy()
            self.data[shown] = stored
            self.add_error(
                "order",
                ValidationError(
                    _("Somebody else changed this to %(order)s. Saving again replaces it."),
                    code="conflict",
                    params={"order": stored},
                ),
            )


class RecordFormSet(BaseInlineFormSet):
    """Rows of one record: no row that somebody else changed, deleted or added is lost unseen."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.taken_slugs = set()
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
