"""What others certify: education, certifications, awards."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .base import Record, RecordQuerySet
from .fields import CanonicalURLField, LineField, PartialDateField
from .printing import LINE_ORDER, Dated, Listed


class CredentialQuerySet(RecordQuerySet):
    def for_list(self):
        """Published records."""
        return self.published()


class Credential(Listed, Record):
    """A record of the credentials page."""

    objects = CredentialQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = LINE_ORDER

    def get_absolute_url(self):
        return f"{reverse('credentials')}#{self.slug}"


class Education(Dated, Credential):
    """A stay at a school."""

    institution = LineField(_("institution"), max_length=200)
    area = LineField(_("department or field"), max_length=200, blank=True)
    outcome = LineField(_("outcome"), max_length=100, blank=True, help_text=_("卒業, 修了 …"))

    name_field = "institution"
    line_fields = ("institution", "area", "outcome")
    told_fields = ("start", "end")

    class Meta(Credential.Meta, Dated.Meta):
        verbose_name = _("education")
        verbose_name_plural = _("education")


class Certification(Credential):
    """A qualification or a test score."""

    name = LineField(_("name"), max_length=200)
    note = LineField(_("note"), max_length=200, blank=True)
    issuer = LineField(_("issuer"), max_length=200, blank=True)
    date = PartialDateField(_("obtained"))
    expires = PartialDateField(_("expires"))
    url = CanonicalURLField(_("URL of the certificate"))

    name_field = "name"
    line_fields = ("name", "note")
    told_fields = ("date",)

    class Meta(Credential.Meta):
        verbose_name = _("certification")
        verbose_name_plural = _("certifications")


class Award(Credential):
    """A prize or a rank."""

    name = LineField(_("name"), max_length=200)
    note = LineField(_("note"), max_length=200, blank=True)
    awarder = LineField(_("awarded by"), max_length=200, blank=True)
    date = PartialDateField(_("date"))

    name_field = "name"
    line_fields = ("name", "note")
    told_fields = ("date",)

    class Meta(Credential.Meta):
        verbose_name = _("award")
        verbose_name_plural = _("awards")
