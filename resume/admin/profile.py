"""The profile, accounts and contact facts, and the sections of the résumé."""

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from resume.models import Profile, ProfileLink, Section

from .base import BaseAdmin, RecordAdmin
from .colours import preview
from .fieldsets import LINE_FIELDSETS, TUCKED_AWAY, address_fieldset
from .privacy import SectionForm

DEEPEST_SHOWN = 5  # how far a name in a tree is moved in at most


@admin.register(Profile)
class ProfileAdmin(BaseAdmin):
    """The one profile: its list is its form."""

    fieldsets = [
        (None, {"fields": ["name", "name_kana", "title"]}),
        (_("Photo"), {"fields": ["photo", "photo_alt"]}),
        (_("The site"), {"fields": ["language", "date_style"]}),
        (
            _("Home page"),
            {
                "fields": ["home_now", "home_projects", "home_writing"],
                "description": _(
                    "What stands on the first page below your name. A project is featured, and a "
                    "post or publication pinned, by a box in its own form."
                ),
            },
        ),
        (
            _("Look"),
            {"fields": ["accent", "accents", "icon", "icon_letter", "icon_picture"]},
        ),
        (_("Search engines"), {"fields": ["noindex"]}),
    ]
    readonly_fields = ["accents"]
    radio_fields = {"icon": admin.VERTICAL}

    @admin.display(description=_("as it is used"))
    def accents(self, profile):
        return preview(profile.accent)

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Profile.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        """Go to the form of the profile, or to the form that makes it."""
        profile = Profile.objects.first()
        if profile:
            return HttpResponseRedirect(reverse("admin:resume_profile_change", args=[profile.pk]))
        if self.has_add_permission(request):
            return HttpResponseRedirect(reverse("admin:resume_profile_add"))
        return super().changelist_view(request, extra_context)

    def view_on_site(self, record):
        return record.get_absolute_url()


@admin.register(ProfileLink)
class ProfileLinkAdmin(RecordAdmin):
    actions = BaseAdmin.actions
    list_display = ["label", "kind", "url", "audience", "section", "order"]
    list_editable = ["order"]
    list_filter = ["audience", "kind"]
    list_select_related = ["section"]
    search_fields = ["label", "url", "value"]
    autocomplete_fields = ["section"]
    fieldsets = [
        (None, {"fields": ["kind", "label", "url", "value", "audience"]}),
        *LINE_FIELDSETS,
        address_fieldset(title=_("Key of the record")),
    ]
    help_texts = {
        "label": _("What is shown, for example GitHub."),
        "audience": _("Contact facts are seen by you alone until you choose otherwise."),
    }

    def view_on_site(self, record):
        return None


class TreeList(ChangeList):
    """A list in the order of the tree."""

    def get_ordering(self, request, queryset):
        return ["row"]


class TreeAdmin(RecordAdmin):
    """Lists its records as a tree: each below the one it belongs to."""

    sortable_by = []

    def tree(self):
        """Return the (key, parent's key) of every record, siblings in their order."""
        raise NotImplementedError

    def get_queryset(self, request):
        """The records, each with its `row` and `depth` in the tree."""
        rows = tree_rows(self.tree())
        return super().get_queryset(request).annotate(row=chosen(rows, 0), depth=chosen(rows, 1))

    def get_changelist(self, request, **kwargs):
        return TreeList

    def indented(self, record, name):
        """Return the record's `name`, moved in by its depth: all of its lines, where it wraps."""
        depth = min(record.depth or 0, DEEPEST_SHOWN)
        return format_html('<span class="depth depth-{}">{}</span>', depth, name)


@admin.register(Section)
class SectionAdmin(TreeAdmin):
    form = SectionForm
    list_display = ["indented_title", "holds", "style", "state", "order"]
    list_editable = ["order"]
    list_filter = ["status", "holds"]
    search_fields = ["title", "body", "slug"]
    autocomplete_fields = ["parent"]
    fieldsets = [
        (None, {"fields": ["title", ("parent", "order"), ("holds", "status")]}),
        (_("Text below the heading"), {"fields": ["body"]}),
        (
            _("How it prints"),
            {
                "classes": TUCKED_AWAY,
                "fields": [("style", "layout"), "separator"],
                "description": _("As the résumé was written; seldom changed."),
            },
        ),
        address_fieldset(),
    ]
    help_texts = {
        "parent": _("The heading it stands under. Empty: on the first level."),
        "title": _("As it is printed. It may be empty for a group without a label."),
    }

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        fieldsets[-1][1]["fields"].append("asked")
        return fieldsets

    def tree(self):
        return Section.objects.values_list("pk", "parent_id").order_by("order", "pk")

    @admin.display(description=_("title"))
    def indented_title(self, section):
        return self.indented(section, section.title or section.slug)


def tree_rows(sections):
    """Return {key: (row, depth)} of (key, parent's key) pairs, each parent before its children."""
    children = {}
    for pk, parent in sections:
        children.setdefault(parent, []).append(pk)
    rows = {}
    waiting = [(pk, 0) for pk in reversed(children.get(None, []))]
    while waiting:
        pk, depth = waiting.pop()
        rows[pk] = (len(rows), depth)
        waiting += [(child, depth + 1) for child in reversed(children.get(pk, []))]
    return rows


def chosen(rows, index):
    """Return the expression that gives each row its number in `rows`."""
    cases = [When(pk=pk, then=Value(row[index])) for pk, row in rows.items()]
    return Case(*cases, default=Value(0), output_field=IntegerField())
