"""What is said beside the fields of the forms, and after a record was saved."""

from django.contrib import messages
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resume.models import Employer, Profile, ProfileLink

# {field name: words} for every form that has the field; instead of what the model says.
HELP = {
    "order": gettext_lazy(
        "Items with the same line number print on one line. Left empty on a new record, it comes "
        "after the last one."
    ),
    "start": gettext_lazy("For example 2023-06 or 2019. Empty: not known."),
    "end": gettext_lazy("For example 2024-03. Write “current” while it goes on. Empty: not known."),
    "date": gettext_lazy("For example 2023-06-15, 2023-06 or 2019. Empty: not known."),
    "expires": gettext_lazy("Empty: it does not expire."),
    "slug": gettext_lazy("Letters, digits and hyphens; Japanese is fine."),
    "cover_alt": gettext_lazy(
        "In a few words, for people who do not see the picture. Needed as soon as there is one."
    ),
    "photo_alt": gettext_lazy(
        "In a few words, for people who do not see the picture. Needed as soon as there is one."
    ),
    "cover": gettext_lazy("PNG, JPEG or WebP, at most 10 MB. Where it was taken is removed."),
    "photo": gettext_lazy("PNG, JPEG or WebP, at most 10 MB. Where it was taken is removed."),
}
EXAMPLES = {
    "start": "2023-06",
    "end": gettext_lazy("2024-03 or current"),
    "date": "2023-06",
    "expires": "2026-06",
    "url": "https://",
}


class WordedForms:
    """Says in the form what each field wants."""

    # {field name: words} for this form alone.
    help_texts = {}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        words = self.help_texts.get(db_field.name) or HELP.get(db_field.name)
        if words:
            kwargs["help_text"] = words
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and db_field.name in EXAMPLES:
            field.widget.attrs["placeholder"] = EXAMPLES[db_field.name]
        return field


def tell_state(request, record):
    """Add a message that says who can see the saved `record` now, with a link to its page."""
    level, text = public_state(record)
    link = ""
    if level == messages.SUCCESS and hasattr(record, "get_absolute_url"):
        path = record.get_absolute_url()
        link = format_html(' <a href="{}">{}</a>', path, _("See it on the site"))
    messages.add_message(request, level, format_html("{}{}", text, link))


def public_state(record):
    """Return (level of the message, who can see the stored record now)."""
    model = type(record)
    if isinstance(record, Profile):
        return messages.SUCCESS, _("It stands on every page of the site.")
    if model._meta.concrete_model.objects.published().filter(pk=record.pk).exists():
        return messages.SUCCESS, _("Everybody can see it now.")
    if isinstance(record, Employer):
        return messages.INFO, _("Not public yet: it shows with its first published position.")
    if isinstance(record, ProfileLink):
        return messages.INFO, _("Not public. Seen by: %(who)s.") % {
            "who": record.get_audience_display()
        }
    if not record.is_published:
        return messages.INFO, _("It is a draft, which only you see here.")
    publish_at = getattr(record, "publish_at", None)
    if publish_at and publish_at > timezone.now():
        when = date_format(timezone.localtime(publish_at), "SHORT_DATETIME_FORMAT")
        return messages.INFO, _("It will be public from %(when)s.") % {"when": when}
    return messages.INFO, _("Published, but not public yet: what it belongs to is a draft.")
