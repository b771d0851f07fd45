"""Skills under their categories, and parts under their skill."""

import reversion
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Section, Skill, SkillCategory

from .base import TabularInline
from .fieldsets import LINE_FIELDSETS, TUCKED_AWAY, address_fieldset
from .profile import SectionAdmin, TreeAdmin

SKILL_FIELDS = ["name", "claim", "context", "level", "status", "order", "place"]

# In the heads of columns.
SHORT_HELP = {
    "claim": _("As you write it: 6 years"),
    "level": _("As you write it"),
    "status": _("A draft is seen here only"),
    "order": _("Same number: one line"),
    "place": _("First, second … on it"),
}

# Before the admin classes, which would register the inline's model first, without its parts.
reversion.register(Skill, follow=["children"])


class SkillInline(TabularInline):
    model = Skill
    fk_name = "section"
    fields = SKILL_FIELDS
    help_texts = SHORT_HELP
    words = _("Skills with the same line number stand on one line, in the order of their places.")


class PartInline(TabularInline):
    model = Skill
    fk_name = "parent"
    fields = SKILL_FIELDS
    help_texts = SHORT_HELP
    words = _("What belongs to it, for example the services of a cloud.")
    verbose_name = _("part")
    verbose_name_plural = _("parts")


@admin.register(Skill)
class SkillAdmin(TreeAdmin):
    page = "resume.views.skills.skill_page"
    list_display = ["indented_name", "claim", "section", "state", "order"]
    list_editable = ["order"]
    list_filter = ["status", "context", ("section", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["section", "parent"]
    search_fields = ["name", "aliases", "claim", "parent__name", "section__title"]
    autocomplete_fields = ["section", "parent"]
    fieldsets = [
        (None, {"fields": ["name", ("claim", "context", "level"), "status"]}),
        *LINE_FIELDSETS,
        (_("Part of another skill"), {"classes": TUCKED_AWAY, "fields": ["parent"]}),
        address_fieldset("aliases", title=_("Address and other spellings")),
    ]
    help_texts = {
        "parent": _("For example GCP for BigQuery. It then stands in no category itself."),
        "written": _(
            "Only where the line differs from what its fields give. It counts while it names the "
            "skills of its line, in their order, and no other one."
        ),
    }
    inlines = [PartInline]

    def tree(self):
        """The skills as the résumé prints them: by category, the parts below their skill."""
        lines = Section.objects.lines()
        rows = Skill.objects.values_list("pk", "parent_id", "section_id", "order", "place")
        in_order = sorted(
            rows, key=lambda row: (row[2] is None, lines.get(row[2], ()), row[3], row[4], row[0])
        )
        return [(pk, parent) for pk, parent, *_line in in_order]

    @admin.display(description=_("name"))
    def indented_name(self, skill):
        return self.indented(skill, skill.name)


@admin.register(SkillCategory)
class SkillCategoryAdmin(SectionAdmin):
    list_display = ["indented_title", "state", "order"]
    list_filter = ["status"]
    search_fields = ["title", "skills__name", "skills__aliases"]
    fieldsets = [
        (None, {"fields": ["title", ("parent", "order"), "status"]}),
        (_("Text below the heading"), {"classes": TUCKED_AWAY, "fields": ["body"]}),
        address_fieldset(),
    ]
    help_texts = {"parent": _("The heading it stands under. Empty: on the first level.")}
    inlines = [SkillInline]

    def get_queryset(self, request):
        return super().get_queryset(request).skill_categories()

    def save_model(self, request, obj, form, change):
        """Save a section that holds skills."""
        obj.holds = Section.Holds.SKILLS
        super().save_model(request, obj, form, change)
