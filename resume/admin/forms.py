"""The forms of the admin: no lost update, no lost error, an address and a line for every record."""

import copy

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import FileField
from django.forms.models import construct_instance
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from resume.document.text import unique_slug
from resume.models.printing import Listed

from .conflicts import ShownField, digest, stored_beside

# A key of more digits fits no database.
MAX_DIGITS = 19


def mark_siblings(field, record):
    """Tell the script that moves rows which ones share a numbering with the record's row."""
    keys = [getattr(record, f"{name}_id") or 0 for name in record.numbered_within]
    field.widget.attrs["data-siblings"] = "-".join(map(str, keys))
    if record.numbered_within[0] == "parent" and record.pk:
        inside = [record.pk, *([0] * (len(keys) - 1))]
        field.widget.attrs["data-children"] = "-".join(map(str, inside))


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
        if "order" in self.fields:
            self._prepare_order()
        self.taken_slugs = set()
        self.taken_lines = set()
        self.was_stale = False
        if self.instance.pk:
            self.initial["shown"] = digest(self.stored)

    @property
    def is_stale(self):
        """True when the stored row is not the one that the form showed."""
        return bool(self.instance.pk) and self["shown"].data != digest(self.stored)

    def _prepare_order(self):
        """Let the line number of a new record be left empty, and mark it for the script."""
        if not self.instance._state.adding:
            mark_siblings(self.fields["order"], self.instance)
            return
        self.fields["order"].required = False
        self.initial["order"] = None

    def has_changed(self):
        """True when the form is in use: a number alone in a new row is not."""
        in_use = self.changed_data != ["order"] or not self.empty_permitted
        return in_use and super().has_changed()

    def clean(self):
        """Give the record a line after the last one, and a free address, where it has none."""
        super().clean()
        if "order" in self.cleaned_data:
            if self.cleaned_data["order"] is None:
                self.cleaned_data["order"] = self._next_line()
            self.taken_lines.add(self.cleaned_data["order"])
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

    def _typed_record(self):
        files = [field.name for field in self.instance._meta.fields if isinstance(field, FileField)]
        return construct_instance(self, copy.copy(self.instance), exclude=files)

    def _next_line(self):
        return max(self._typed_record().next_line(), *(line + 1 for line in self.taken_lines), 1)

    def _free_slug(self):
        record = self._typed_record()
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
        if self.instance.pk and isinstance(self.instance, Listed):
            self.instance.stored = copy.copy(self.instance)
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
        # A list without rows makes a form for its media alone.
        if "order" in self.fields and self.instance.pk:
            order = self.fields["order"]
            order.show_hidden_initial = True
            order.help_text = ""
            mark_siblings(order, self.instance)
            name = getattr(self.instance, "title", "") or str(self.instance)
            order.widget.attrs["data-name"] = name
            order.widget.attrs["aria-label"] = _("Line of “%(name)s”") % {"name": name}

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
