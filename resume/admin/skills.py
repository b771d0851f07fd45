"""Skills under their categories, and parts under their skill."""

import reversion
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Section, Skill, SkillCategory

from .base import RecordAdmin, TabularInline
from .profile import LINE_FIELDSET

SKILL_FIELDS = ["name", "claim", "context", "level", "status", "order", "place"]

# Before the admin classes, which would register the inline's model first, without its parts.
reversion.register(Skill, follow=["children"])


class SkillInline(TabularInline):
    model = Skill
    fk_name = "section"
    fields = SKILL_FIELDS


class PartInline(TabularInline):
    model = Skill
    fk_name = "parent"
    fields = SKILL_FIELDS
    verbose_name = _("part")
    verbose_name_plural = _("parts")


@admin.register(Skill)
class SkillAdmin(RecordAdmin):
    page = "resume.views.skills.skill_page"
    list_display = ["name", "claim", "context", "section", "parent", "status", "order"]
    list_editable = ["order"]
    list_filter = ["status", "context", "section"]
    list_select_related = ["section", "parent"]
    search_fields = ["name", "aliases", "claim", "parent__name", "section__title"]
    autocomplete_fields = ["section", "parent"]
    fieldsets = [
        (None, {"fields": ["name", "claim", "context", "level", "parent", "status"]}),
        (_("Address and other spellings"), {"fields": ["slug", "aliases"]}),
        LINE_FIELDSET,
    ]
    inlines = [PartInline]


@admin.register(SkillCategory)
class SkillCategoryAdmin(RecordAdmin):
    list_display = ["title", "parent", "status", "order"]
    list_editable = ["order"]
    list_filter = ["status"]
    list_select_related = ["parent"]
    search_fields = ["title", "skills__name", "skills__aliases"]
    autocomplete_fields = ["parent"]
    fieldsets = [(None, {"fields": ["title", "parent", "order", "status", "body", "slug"]})]
    inlines = [SkillInline]

    def get_queryset(self, request):
        return super().get_queryset(request).skill_categories()

    def save_model(self, request, obj, form, change):
        """Save a section that holds skills."""
        obj.holds = Section.Holds.SKILLS
        super().save_model(request, obj, form, change)
