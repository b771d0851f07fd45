"""Posts."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Post

from .base import RecordAdmin


@admin.register(Post)
class PostAdmin(RecordAdmin):
    page = "resume.views.blog.post_page"
    date_hierarchy = "publish_at"
    list_display = ["title", "publish_at", "status", "updated_at"]
    list_filter = ["status", "pinned"]
    search_fields = ["title", "body", "skills__name", "projects__title", "projects__alias"]
    autocomplete_fields = ["skills", "projects", "publications"]
    fieldsets = [
        (None, {"fields": ["title", "body", "status", "publish_at", "pinned", "slug"]}),
        (_("What it belongs to"), {"fields": ["projects", "skills", "publications"]}),
        (_("Cover picture"), {"fields": ["cover", "cover_alt"]}),
    ]
