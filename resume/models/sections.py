"""The résumé's own headings and group labels, which hold its texts and records in their order."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .base import Record, RecordQuerySet
from .fields import LineField, MarkdownField
from .printing import Listed, Numbered, last_line
from .statements import Statement


class SectionQuerySet(RecordQuerySet):
    def summary(self):
        """Return the text of the first published summary, or ""."""
        summaries = self.published().filter(holds=Section.Holds.SUMMARY).order_by("order", "pk")
        return next((section.body for section in summaries[:1]), "")

    def headings(self):
        """The published headings of the résumé's first level, in their order."""
        return self.published().filter(parent__isnull=True).order_by("order", "pk")

    def lines(self):
        """Return {pk: the line numbers that lead to the section from the résumé's first level}."""
        children = defaultdict(list)
        for pk, parent, order in SECTION_LINES.tuples():
            children[parent].append((pk, order))
        lines = {}
        waiting = [(None, ())]
        while waiting:
            parent, line = waiting.pop()
            for pk, order in children[parent]:
                lines[pk] = (*line, order)
                waiting.append((pk, lines[pk]))
        return lines

    def skill_categories(self):
        """The sections that list skills."""
        return self.filter(holds=Section.Holds.SKILLS)


HEADINGS = Statement(lambda: Section.objects.headings().values_list("title")[:1])
SECTION_LINES = Statement(lambda: Section.objects.values_list("pk", "parent", "order"))


class Section(Numbered, Record):
    """A heading or group label of the résumé, with the free text under it."""

    class Style(models.TextChoices):
        HEADING = "heading", _("heading")
        BULLET = "bullet", _("list item, its lines below")
        BREAK = "break", _("list item, its lines after a line break")

    class Layout(models.TextChoices):
        BULLETS = "bullets", _("a list")
        LINES = "lines", _("lines")
        HEADINGS = "headings", _("headings")
        TABLE = "table", _("rows of a table, its head at the end of the text")

    class Holds(models.TextChoices):
        TEXT = "", _("text")
        SUMMARY = "summary", _("summary")
        POSITIONS = "positions", _("positions")
        PROJECTS = "projects", _("projects")
        SKILLS = "skills", _("skills")
        LINKS = "links", _("accounts and links")
        PUBLICATIONS = "publications", _("publications")
        EDUCATION = "education", _("education")
        CERTIFICATIONS = "certifications", _("certifications")
        AWARDS = "awards", _("awards")

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
    )
    title = LineField(_("title"), max_length=200, blank=True)
    order = models.PositiveIntegerField(_("line"), default=0)
    style = models.CharField(_("printed as"), max_length=10, choices=Style, default=Style.HEADING)
    layout = models.CharField(
        _("lines printed as"), max_length=10, choices=Layout, default=Layout.BULLETS
    )
    separator = LineField(
        _("separator"),
        max_length=5,
        default="/",
        help_text=_("Between the items of one line."),
    )
    holds = models.CharField(
        _("holds"),
        max_length=20,
        choices=Holds,
        default=Holds.TEXT,
        blank=True,
        help_text=_("What a new record here is."),
    )
    body = MarkdownField(_("text"), blank=True)
    extras = models.JSONField(default=dict, blank=True, editable=False)

    objects = SectionQuerySet.as_manager()

    numbered_within = ("parent",)

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]

    @property
    def slug_parent(self):
        return self.parent.slug if self.parent else ""

    def next_line(self):
        """Return the number after the last line beside the section, whatever kind stands there."""
        return self.parent.next_line_inside() if self.parent else super().next_line()

    def next_line_inside(self):
        """Return the number after the last line in the section: its parts share one numbering."""
        listed = [
            relation.related_model.objects.filter(section=self.pk)
            for relation in self._meta.related_objects
            if issubclass(relation.related_model, Listed)
        ]
        return last_line(Section.objects.filter(parent=self.pk), *listed) + 1

    def get_absolute_url(self):
        return f"{reverse('resume')}#section-{self.slug}"

    def clean(self):
        super().clean()
        inside = [self]
        while ancestor := inside[-1].parent:
            if ancestor in inside:
                raise ValidationError({"parent": _("A section is not inside itself.")})
            inside.append(ancestor)


def in_resume_order(records):
    """Return `records` as a list, in the order in which the résumé prints them."""
    sections = Section.objects.lines()
    return sorted(records, key=lambda record: record.resume_line(sections))
