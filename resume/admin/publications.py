"""Publications."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Publication

from .base import RecordAdmin
from .profile import LINE_FIELDSET


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    page = "resume.views.publications.publication_page"
    list_display = ["title", "kind", "date", "venue", "status", "order"]
    list_editable = ["order"]
    list_filter = ["status", "kind", "pinned"]
    search_fields = ["title", "venue", "authors", "url", "doi", "skills__name"]
    autocomplete_fields = ["section", "skills"]
    fieldsets = [
        (
            None,
            {"fields": ["kind", "title", "url", "status", "publish_at", "pinned", "slug"]},
        ),
        (_("Where and when"), {"fields": ["venue", "authors", "date", "doi"]}),
        (_("Proof"), {"fields": ["skills"]}),
        LINE_FIELDSET,
    ]
