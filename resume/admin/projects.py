"""Projects with their facts."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Position, Project, ProjectFact
from resume.models.aliases import move_to_alias

from .base import RecordAdmin, TabularInline
from .fieldsets import LINE_FIELDSETS, TUCKED_AWAY, address_fieldset
from .forms import RecordForm
from .formsets import NumberedFormSet


class ProjectFactForm(RecordForm):
    """A row of facts: its one constraint is on the numbers, which the formset compares together."""

    def validate_constraints(self):
        pass

    def validate_unique(self):
        pass


class ProjectFactInline(TabularInline):
    model = ProjectFact
    form = ProjectFactForm
    formset = NumberedFormSet
    fields = ["label", "value", "order"]
    ordering = ["order", "pk"]
    show_change_link = False
    words = _(
        "Lines such as duties, technology or team size, under your own labels. None are needed."
    )
    help_texts = {"order": _("Empty: after the last one.")}


@admin.register(Project)
class ProjectAdmin(RecordAdmin):
    page = "resume.views.projects.project_page"
    list_display = ["title", "position", "period", "state", "order"]
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
        (None, {"fields": ["title", "position", ("start", "end"), ("status", "featured")]}),
        (
            _("Text"),
            {
                "fields": ["body"],
                "description": _("What the problem was, what you did, what came of it."),
            },
        ),
        (
            _("Proof"),
            {
                "fields": ["skills", "publications"],
                "description": _(
                    "The skills you used, whose pages then list this project, and what was "
                    "written about it."
                ),
            },
        ),
        (_("Cover picture"), {"fields": ["cover", "cover_alt"]}),
        (_("Where the title may not be named"), {"fields": ["alias"]}),
        *LINE_FIELDSETS,
        (_("How the facts are printed"), {"classes": TUCKED_AWAY, "fields": ["facts_layout"]}),
        address_fieldset(),
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
