"""Publications."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Publication

from .base import RecordAdmin
from .fieldsets import LINE_FIELDSETS, address_fieldset


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    page = "resume.views.publications.publication_page"
    list_display = ["title", "kind", "date", "venue", "state", "order"]
    list_editable = ["order"]
    list_filter = ["status", "kind", "pinned"]
    search_fields = ["title", "venue", "authors", "url", "doi", "skills__name"]
    autocomplete_fields = ["section", "skills"]
    fieldsets = [
        (None, {"fields": ["kind", "title", "url", ("status", "publish_at"), "pinned"]}),
        (_("Where and when"), {"fields": ["venue", "authors", "date", "doi"]}),
        (
            _("Proof"),
            {
                "fields": ["skills"],
                "description": _("The skills it shows; it then stands on their pages."),
            },
        ),
        *LINE_FIELDSETS,
        address_fieldset(),
    ]
    help_texts = {
        "url": _("Where it can be read. One address is one publication, wherever you cite it."),
        "authors": _("As printed there, with yourself. Empty: you alone."),
    }
