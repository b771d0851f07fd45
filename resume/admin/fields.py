"""Form fields: what a browser or a language writes otherwise is no change of the value."""

import contextlib

from django import forms
from django.utils.translation import pgettext
from markdownx.fields import MarkdownxFormField

from resume.document.dates import CURRENT, read_end


def with_plain_lines(text):
    """Return `text` with lines ended by LF alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


class TextFormField(forms.CharField):
    def to_python(self, value):
        return with_plain_lines(super().to_python(value))


def current_word():
    """Return the word for an end that goes on, as the interface's language writes it."""
    return pgettext("end of a period", "current")


class PeriodEndFormField(forms.CharField):
    """The end of a period: what goes on is shown, and may be written, in the owner's language."""

    def prepare_value(self, value):
        return current_word() if value == CURRENT else value

    def has_changed(self, initial, data):
        # What is no end is told by the model's field.
        with contextlib.suppress(ValueError):
            data = read_end(data or "")
        return super().has_changed(initial, data)


class MarkdownFormField(MarkdownxFormField):
    """Markdown as typed: spaces and empty lines at its ends are kept too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{**kwargs, "strip": False})

    def to_python(self, value):
        return with_plain_lines(super().to_python(value))
