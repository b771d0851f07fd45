"""Education, certifications and awards."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from resume.models import Award, Certification, Education

from .base import RecordAdmin
from .fieldsets import LINE_FIELDSETS, address_fieldset


class CredentialAdmin(RecordAdmin):
    list_editable = ["order"]
    list_filter = ["status"]
    list_select_related = ["section"]
    autocomplete_fields = ["section"]


@admin.register(Education)
class EducationAdmin(CredentialAdmin):
    help_texts = {
        "area": _("For example physics."),
    }
    list_display = ["institution", "area", "outcome", "period", "state", "order"]
    search_fields = ["institution", "area", "outcome"]
    fieldsets = [
        (None, {"fields": ["institution", "area", "outcome", ("start", "end"), "status"]}),
        *LINE_FIELDSETS,
        address_fieldset(),
    ]


@admin.register(Certification)
class CertificationAdmin(CredentialAdmin):
    help_texts = {
        "name": _("For example TOEIC or kaggle expert."),
        "note": _("Printed behind the name, for example a score."),
        "issuer": _("Who gives it."),
    }
    list_display = ["name", "note", "issuer", "date", "section", "state", "order"]
    search_fields = ["name", "note", "issuer", "section__title"]
    fieldsets = [
        (None, {"fields": ["name", "note", "issuer", ("date", "expires"), "url", "status"]}),
        *LINE_FIELDSETS,
        address_fieldset(),
    ]


@admin.register(Award)
class AwardAdmin(CredentialAdmin):
    help_texts = {
        "note": _("Printed behind the name, for example a rank."),
    }
    list_display = ["name", "note", "awarder", "date", "section", "state", "order"]
    search_fields = ["name", "note", "awarder", "section__title"]
    fieldsets = [
        (None, {"fields": ["name", "note", "awarder", "date", "status"]}),
        *LINE_FIELDSETS,
        address_fieldset(),
    ]
