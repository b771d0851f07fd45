"""Projects with their facts."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Position, Project, ProjectFact
from resume.models.aliases import move_to_alias

from .base import RecordAdmin, TabularInline
from .profile import LINE_FIELDSET


class ProjectFactInline(TabularInline):
    model = ProjectFact
    fields = ["order", "label", "value"]
    ordering = ["order", "pk"]
    show_change_link = False


@admin.register(Project)
class ProjectAdmin(RecordAdmin):
    page = "resume.views.projects.project_page"
    list_display = ["title", "position", "start", "end", "featured", "status", "order"]
    list_editable = ["order"]
    list_filter = ["status", "featured", "position__employer"]
    list_select_related = ["position__employer"]
    search_fields = [
        "title",
        "alias",
        "body",
        "facts__label",
        "facts__value",
        "position__role",
        "position__employer__name",
        "position__employer__alias",
        "skills__name",
    ]
    autocomplete_fields = ["position", "section", "skills", "publications"]
    fieldsets = [
        (None, {"fields": ["title", "alias", "position", "status", "featured", "slug"]}),
        (_("Period"), {"fields": ["start", "end"]}),
        (_("Text"), {"fields": ["body", "facts_layout"]}),
        (_("Proof"), {"fields": ["skills", "publications"]}),
        (_("Cover picture"), {"fields": ["cover", "cover_alt"]}),
        LINE_FIELDSET,
    ]
    inlines = [ProjectFactInline]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["queryset"] = Position.objects.select_related("employer")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_related(self, request, form, formsets, change):
        """Save the rest; then give a project with a new alias the address of the alias."""
        super().save_related(request, form, formsets, change)
        if "alias" in form.changed_data and form.instance.alias:
            move_to_alias(form.instance)
