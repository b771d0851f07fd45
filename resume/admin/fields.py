"""Form fields for text: a browser ends lines with CRLF, which is no change of the text."""

from django import forms
from markdownx.fields import MarkdownxFormField


def with_plain_lines(text):
    """Return `text` with lines ended by LF alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


class TextFormField(forms.CharField):
    def to_python(self, value):
        return with_plain_lines(super().to_python(value))


class MarkdownFormField(MarkdownxFormField):
    """Markdown as typed: spaces and empty lines at its ends are kept too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{**kwargs, "strip": False})

    def to_python(self, value):
        return with_plain_lines(super().to_python(value))
