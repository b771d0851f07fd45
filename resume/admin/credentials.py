"""Education, certifications and awards."""

from django.contrib import admin

from resume.models import Award, Certification, Education

from .base import RecordAdmin
from .profile import LINE_FIELDSET


class CredentialAdmin(RecordAdmin):
    list_editable = ["order"]
    list_filter = ["status"]
    list_select_related = ["section"]
    autocomplete_fields = ["section"]


@admin.register(Education)
class EducationAdmin(CredentialAdmin):
    list_display = ["institution", "area", "outcome", "start", "end", "status", "order"]
    search_fields = ["institution", "area", "outcome"]
    fieldsets = [
        (None, {"fields": ["institution", "area", "outcome", "start", "end", "status", "slug"]}),
        LINE_FIELDSET,
    ]


@admin.register(Certification)
class CertificationAdmin(CredentialAdmin):
    list_display = ["name", "note", "issuer", "date", "section", "status", "order"]
    search_fields = ["name", "note", "issuer", "section__title"]
    fieldsets = [
        (None, {"fields": ["name", "note", "issuer", "date", "expires", "url", "status", "slug"]}),
        LINE_FIELDSET,
    ]


@admin.register(Award)
class AwardAdmin(CredentialAdmin):
    list_display = ["name", "note", "awarder", "date", "section", "status", "order"]
    search_fields = ["name", "note", "awarder", "section__title"]
    fieldsets = [
        (None, {"fields": ["name", "note", "awarder", "date", "status", "slug"]}),
        LINE_FIELDSET,
    ]
