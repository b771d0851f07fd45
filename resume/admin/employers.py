"""Employers with their positions."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Employer, Position
from resume.models.aliases import move_to_alias

from .base import BaseAdmin, RecordAdmin, StackedInline
from .fieldsets import LINE_FIELDSETS, TUCKED_AWAY, address_fieldset


class PositionInline(StackedInline):
    model = Position
    fields = [
        ("role", "employment"),
        ("start", "end", "duration"),
        ("section", "order"),
        "status",
    ]
    help_texts = {"role": _("For example MLOps engineer.")}


@admin.register(Employer)
class EmployerAdmin(RecordAdmin):
    page = "resume.views.employers.employer_page"
    actions = BaseAdmin.actions
    list_display = ["name", "alias", "business", "size"]
    search_fields = ["name", "alias", "aliases", "business", "positions__role"]
    fieldsets = [
        (None, {"fields": ["name", "alias"]}),
        (
            _("About the company"),
            {
                "fields": [("business", "size"), "url", "body"],
                "description": _("Whoever does not know it reads this first. All may be empty."),
            },
        ),
        address_fieldset("aliases", title=_("Address and other spellings")),
    ]
    help_texts = {
        "business": _("For example speech synthesis."),
        "size": _("As you write it, for example 120 people."),
    }
    inlines = [PositionInline]

    def save_related(self, request, form, formsets, change):
        """Save the positions; then give an employer with a new alias the address of the alias.

        Lines as written that tell the name follow it.
        """
        super().save_related(request, form, formsets, change)
        if change and "name" in form.changed_data:
            form.instance.follow_name(form.initial["name"])
        if "alias" in form.changed_data and form.instance.alias:
            move_to_alias(form.instance)


@admin.register(Position)
class PositionAdmin(RecordAdmin):
    list_display = ["__str__", "employment", "period", "state", "order"]
    list_editable = ["order"]
    list_filter = ["status", "employment", "employer"]
    list_select_related = ["employer"]
    search_fields = ["role", "duration", "employer__name", "employer__alias", "employer__aliases"]
    autocomplete_fields = ["employer", "parent", "section"]
    fieldsets = [
        (None, {"fields": ["employer", "role", "employment", "status"]}),
        (_("Period"), {"fields": [("start", "end"), "duration"]}),
        (_("Text"), {"fields": ["body"]}),
        *LINE_FIELDSETS,
        (
            _("One of several roles at the employer"),
            {"classes": TUCKED_AWAY, "fields": ["parent"]},
        ),
        address_fieldset(),
    ]
    help_texts = {"role": _("For example MLOps engineer.")}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("employer")
