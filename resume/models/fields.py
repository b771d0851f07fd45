"""Field classes that refuse what no page could show and keep one spelling of what is compared.

The work is done in `to_python`, which `loaddata` calls as well as every form.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from resume import markup
from resume.colours import COLOUR
from resume.document.dates import PartialDate, read_end
from resume.document.text import URL_LENGTH, TextError, canonical_url, forbidden_character


def refuse_forbidden_characters(text):
    """Raise ValidationError naming the first character of `text` that cannot be stored."""
    if found := forbidden_character(text):
        raise ValidationError(
            _("The character %(character)s cannot be used here."),
            code="forbidden_character",
            params={"character": found},
        )


class LineField(models.CharField):
    """One line of text, kept as typed."""

    def to_python(self, value):
        value = super().to_python(value)
        if isinstance(value, str):
            refuse_forbidden_characters(value)
            if "\n" in value or "\r" in value:
                raise ValidationError(_("This is one line of text."), code="line_break")
        return value


class NamesField(models.TextField):
    """Several names, one a line."""

    def to_python(self, value):
        value = super().to_python(value)
        if not isinstance(value, str):
            return value
        refuse_forbidden_characters(value)
        return "\n".join(filter(None, (line.strip() for line in value.splitlines())))


class MarkdownField(MarkdownxField):
    """Markdown, stored as typed except for line ends (a browser's form sends CRLF)."""

    def to_python(self, value):
        value = super().to_python(value)
        if isinstance(value, str):
            value = value.replace("\r\n", "\n").replace("\r", "\n")
            refuse_forbidden_characters(value)
        return value

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        try:
            markup.check(value)
        except markup.MarkupError as error:
            raise ValidationError(_(error.message), code=error.code, params=error.params) from error


class PartialDateField(models.CharField):
    """A date to the year, month or day, as ISO text: "", "2019", "2023-06" or "2023-06-15"."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 10, "blank": True, "default": "", **kwargs})

    def to_python(self, value):
        value = super().to_python(value)
        try:
            return self.read(value) if value else ""
        except ValueError as error:
            raise ValidationError(self.refusal, code="date", params={"value": value}) from error

    refusal = _(
        "“%(value)s” is not a date. Write a year, a month or a day: 2019, 2023/06, 2023-06-15, "
        "令和5年6月."
    )

    @staticmethod
    def read(text):
        return str(PartialDate.read(text))


class PeriodEndField(PartialDateField):
    """The end of a period: a date, "current", or "" when it is not known."""

    refusal = _("“%(value)s” is not an end. Write a date such as 2024/05, or “current” (現在).")

    @staticmethod
    def read(text):
        return read_end(text)


class ColourField(models.CharField):
    """A colour as #rrggbb in lower case, or ""."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 7, "blank": True, "default": "", **kwargs})

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return ""
        colour = value.lower()
        if not COLOUR.fullmatch(colour):
            raise ValidationError(
                _("“%(value)s” is not a colour. Write it like #0b5c8a."),
                code="colour",
                params={"value": value},
            )
        return colour


class CanonicalURLField(models.CharField):
    """A URL in its one spelling, or null; the same page is the same text."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": URL_LENGTH, "blank": True, "null": True, **kwargs})

    def to_python(self, value):
        value = super().to_python(value)
        if not value:
            return None
        try:
            return canonical_url(value)
        except TextError as error:
            raise ValidationError(self.refusals[error.code], code=error.code) from error

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return canonical_url(value) if value else None

    refusals = {
        "url_characters": _("A URL holds no spaces or control characters."),
        "url_malformed": _("This is not a URL."),
        "url_scheme": _("A URL begins with http://, https:// or mailto:."),
        "url_host": _("A URL names a host, and no user or password."),
        "url_mail": _("A mailto: URL names one mail address."),
        "url_long": _("This URL is too long."),
    }
