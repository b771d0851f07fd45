"""What the installation keeps: redirects can be edited, the rest is looked at."""

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resume import formats
from resume.document.source import Destination, SourceError, Span
from resume.models import Import, Redirect, Settled
from resume.store import Report
from resume.store.report import ACTIONS, UNCHANGED

from .base import BaseAdmin, WordedList
from .transfer import views
from .transfer.allowed import may_transfer
from .transfer.changes import group
from .transfer.ledger import Ledger, read_ledger
from .transfer.proposal import FORMAT_NAMES
from .transfer.standing import name_of, why_it_stands


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
                "description": gettext_lazy(
                    "When the address of a published page changes, the old one leads to the new "
                    "one by itself. Write here what this site cannot know: the addresses of a "
                    "site that stood here before."
                ),
            },
        ),
    ]
    radio_fields = {"kind": admin.VERTICAL}


class ReadOnlyAdmin(WordedList, admin.ModelAdmin):
    view_on_site = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class FormatFilter(admin.SimpleListFilter):
    """The formats of the files that were imported, by the names that a reader knows."""

    title = gettext_lazy("format")
    parameter_name = "format"

    def lookups(self, request, model_admin):
        formats_there = Import.objects.order_by("format").values_list("format", flat=True)
        return [(name, FORMAT_NAMES.get(name, name)) for name in formats_there.distinct()]

    def queryset(self, request, queryset):
        return queryset.filter(format=self.value()) if self.value() else queryset


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    """The imports that were made; `transfer` holds the pages by which the next one is."""

    date_hierarchy = "created_at"
    list_display = ["created_at", "file", "format_name", "counts", "state"]
    list_filter = [FormatFilter]
    fields = ["file", "created_at", "format_name", "counts", "state"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("source", "document", "before")

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        context = {"may_transfer": may_transfer(request.user), **(extra_context or {})}
        return super().changelist_view(request, context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Show what the import changed, and the file beside its ledger."""
        if obj:
            standing = why_it_stands(obj)
            text = readable(obj)
            context |= {
                "title": _("Import of “%(name)s”") % {"name": name_of(obj)},
                "subtitle": None,
                "may_transfer": may_transfer(request.user),
                "standing": standing,
                "notes": [views.note_in_words(**note) for note in obj.notes],
                "groups": group(Report.from_data(obj.report), linked=True),
                "ledger": ledger(obj, text),
                "text": text,
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description=gettext_lazy("file name"))
    def file(self, record):
        return name_of(record)

    @admin.display(description=gettext_lazy("format"), ordering="format")
    def format_name(self, record):
        return FORMAT_NAMES.get(record.format, record.format)

    @admin.display(description=gettext_lazy("what changed"))
    def counts(self, record):
        counts = Report.from_data(record.report).counts()
        words = [f"{ACTIONS[name]} {number}" for name, number in counts.items()]
        return ", ".join(words) or ACTIONS[UNCHANGED]

    @admin.display(description=gettext_lazy("state"))
    def state(self, record):
        return _("undone") if record.undone_at else _("taken")


def readable(record):
    """Return the text of an imported file."""
    try:
        return formats.decode(bytes(record.source))[0]
    except SourceError:
        return ""


def ledger(record, text):
    """Return the file beside its ledger; no lines where the two no longer fit."""
    spans = [
        Span(first, last, Destination(where), name) for first, last, where, name in record.ledger
    ]
    return read_ledger(text, spans) if text else Ledger()


@admin.register(Settled)
class SettledAdmin(ReadOnlyAdmin):
    """A question that is asked again once its row is deleted."""

    list_display = ["key", "kind", "settled_at"]
    list_filter = ["kind"]
    search_fields = ["key"]
