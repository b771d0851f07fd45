"""Posts."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Post

from .base import RecordAdmin
from .fieldsets import address_fieldset


@admin.register(Post)
class PostAdmin(RecordAdmin):
    page = "resume.views.blog.post_page"
    date_hierarchy = "publish_at"
    list_display = ["title", "publish_at", "state", "updated_at"]
    list_filter = ["status", "pinned"]
    search_fields = ["title", "body", "skills__name", "projects__title", "projects__alias"]
    autocomplete_fields = ["skills", "projects", "publications"]
    fieldsets = [
        (None, {"fields": ["title", ("status", "publish_at"), "pinned"]}),
        (_("Text"), {"fields": ["body"]}),
        (
            _("What it belongs to"),
            {
                "fields": ["projects", "skills", "publications"],
                "description": _("The post then stands on their pages, as proof of them."),
            },
        ),
        (_("Cover picture"), {"fields": ["cover", "cover_alt"]}),
        address_fieldset(),
    ]
