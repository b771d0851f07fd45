"""Lost updates: what a form showed, and the words for what was stored meanwhile.

A form carries a digest of the row it showed. The save compares it with the row it locked. Where
they differ nothing is saved, and the stored text stands beside each field that differs.
"""

import hashlib
import json

from django import forms
from django.db.models import ForeignKey, ManyToManyField
from django.db.models.fields.files import FieldFile
from django.forms.models import model_to_dict
from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class ShownField(forms.CharField):
    """The digest of the row that a form showed. It is no change of the record."""

    widget = forms.HiddenInput

    def __init__(self):
        super().__init__(required=False, label="")

    def has_changed(self, initial, data):
        return False


def digest(values):
    """Return a digest of {field name: value} as `model_to_dict` gives it."""
    text = json.dumps({name: _plain(value) for name, value in values.items()}, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def record_digest(record, related=()):
    """Return a digest of all that can be edited of `record`, and of `related` records with it."""
    values = {"": model_to_dict(record)}
    values |= {f"{each._meta.label} {each.pk}": model_to_dict(each) for each in related}
    return digest({name: digest(each) for name, each in values.items()})


def stored_text(model, name, value):
    """Return how the stored `value` of the model's field reads."""
    field = model._meta.get_field(name)
    if isinstance(field, ManyToManyField):
        return "\n".join(str(record) for record in value)
    if isinstance(field, ForeignKey):
        return str(field.remote_field.model._default_manager.filter(pk=value).first() or "")
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)


def stored_beside(model, name, value):
    """Return HTML with the stored value of a field, to stand beside what was typed."""
    return render_to_string(
        "admin/stored.html",
        {
            "fields": [
                (
                    capfirst(model._meta.get_field(name).verbose_name),
                    stored_text(model, name, value),
                )
            ]
        },
    )


def stored_record(model, values):
    """Return HTML with every stored value of a row."""
    fields = [
        (capfirst(model._meta.get_field(name).verbose_name), stored_text(model, name, value))
        for name, value in values.items()
        if value not in ("", None, [])
    ]
    return render_to_string("admin/stored.html", {"fields": fields})


def _plain(value):
    if isinstance(value, list):
        return sorted(getattr(each, "pk", each) for each in value)
    if isinstance(value, FieldFile):
        return value.name or ""
    return "" if value is None else str(value)
