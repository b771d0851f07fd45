"""Employers with their positions."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Employer, Position
from resume.models.aliases import move_to_alias

from .base import BaseAdmin, RecordAdmin, StackedInline
from .profile import LINE_FIELDSET


class PositionInline(StackedInline):
    model = Position
    fields = [
        "role",
        ("employment", "status"),
        ("start", "end", "duration"),
        ("section", "order"),
    ]


@admin.register(Employer)
class EmployerAdmin(RecordAdmin):
    page = "resume.views.employers.employer_page"
    actions = BaseAdmin.actions
    list_display = ["name", "alias", "business", "size"]
    search_fields = ["name", "alias", "aliases", "business", "positions__role"]
    fieldsets = [
        (None, {"fields": ["name", "alias", "business", "size", "url", "body"]}),
        (_("Address and other spellings"), {"fields": ["slug", "aliases"]}),
    ]
    inlines = [PositionInline]

    def save_related(self, request, form, formsets, change):
        """Save the positions; then give an employer with a new alias the address of the alias."""
        super().save_related(request, form, formsets, change)
        if "alias" in form.changed_data and form.instance.alias:
            move_to_alias(form.instance)


@admin.register(Position)
class PositionAdmin(RecordAdmin):
    list_display = ["__str__", "employment", "start", "end", "duration", "status", "order"]
    list_editable = ["order"]
    list_filter = ["status", "employment", "employer"]
    list_select_related = ["employer"]
    search_fields = ["role", "duration", "employer__name", "employer__alias", "employer__aliases"]
    autocomplete_fields = ["employer", "parent", "section"]
    fieldsets = [
        (None, {"fields": ["employer", "parent", "role", "employment", "status", "slug"]}),
        (_("Period"), {"fields": ["start", "end", "duration"]}),
        (_("Text"), {"fields": ["body"]}),
        LINE_FIELDSET,
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("employer")
