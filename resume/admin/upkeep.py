"""What the installation keeps: redirects can be edited, the rest is looked at."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Import, Redirect, Settled

from .base import BaseAdmin


@admin.register(Redirect)
class RedirectAdmin(BaseAdmin):
    list_display = ["old_path", "kind", "target"]
    list_filter = ["kind"]
    search_fields = ["old_path", "target"]
    view_on_site = False
    fieldsets = [
        (
            None,
            {
                "fields": ["old_path", "kind", "target"],
                "description": _(
                    "When the address of a published page changes, the old one leads to the new "
                    "one by itself. Write here what this site cannot know: the addresses of a "
                    "site that stood here before."
                ),
            },
        ),
    ]
    radio_fields = {"kind": admin.VERTICAL}


class ReadOnlyAdmin(admin.ModelAdmin):
    view_on_site = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    date_hierarchy = "created_at"
    list_display = ["slug", "created_at", "file_name", "format"]
    list_filter = ["format"]
    fields = ["slug", "created_at", "file_name", "format", "source_text"]

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("source"))
    def source_text(self, record):
        return bytes(record.source).decode("utf-8", "replace")


@admin.register(Settled)
class SettledAdmin(ReadOnlyAdmin):
    """A question that is asked again once its row is deleted."""

    list_display = ["key", "kind", "settled_at"]
    list_filter = ["kind"]
    search_fields = ["key"]
