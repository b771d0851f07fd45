"""Employers and the positions held there; internships are positions too."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resume.document.dates import CURRENT
from resume.document.text import core_name
from resume.document.written import follow

from .base import Audience, Named, NamedQuerySet, Record, RecordQuerySet, Status
from .fields import CanonicalURLField, LineField, MarkdownField, NamesField
from .printing import Dated, Listed


class EmployerQuerySet(NamedQuerySet):
    def published(self):
        """The employers with a position that everybody may see."""
        return self.filter(Exists(Position.objects.published().filter(employer=OuterRef("pk"))))

    def visible_to(self, audience):
        return self.all() if audience == Audience.OWNER else self.published()

    def with_links(self):
        """Adds the published stints, newest first, each with its roles and projects."""
        from .projects import Project

        projects = Project.objects.published().order_by("order", "pk")
        positions = (
            Position.objects.published()
            .order_by("-start", "order", "place", "pk")
            .prefetch_related(Prefetch("projects", queryset=projects))
        )
        stints = positions.filter(parent__isnull=True).prefetch_related(
            Prefetch("roles", queryset=positions)
        )
        return self.prefetch_related(Prefetch("positions", queryset=stints))

    def for_list(self):
        """Published employers with their stints, roles and projects."""
        return self.published().with_links()

    for_detail = for_list


class Employer(Named):
    """An organisation worked for. Public pages show its alias where it has one."""

    name = LineField(_("official name"), max_length=200)
    alias = LineField(
        _("public alias"),
        max_length=200,
        blank=True,
        help_text=_(
            "Shown instead of the official name, for example 大手EC企業A社. The page moves to an "
            "address made from it, and older addresses are forgotten."
        ),
    )
    aliases = NamesField(
        _("other spellings"),
        blank=True,
        help_text=_("One a line. An import recognises the employer by them."),
    )
    url = CanonicalURLField(_("website"))
    business = LineField(_("business"), max_length=200, blank=True)
    size = LineField(_("number of employees"), max_length=100, blank=True)
    body = MarkdownField(_("text"), blank=True)

    objects = EmployerQuerySet.as_manager()

    name_field = "name"
    private_fields = ("name", "aliases")

    class Meta:
        verbose_name = _("employer")
        verbose_name_plural = _("employers")
        ordering = ["pk"]

    @property
    def public_name(self):
        return self.alias or self.name

    @property
    def is_published(self):
        return bool(self.pk) and self.positions.published().exists()

    @property
    def public_url(self):
        """The website, which names its owner as surely as the name does: none with an alias."""
        return "" if self.alias else self.url

    def public_texts(self):
        texts = super().public_texts()
        if not self.public_url:
            texts.pop("url", None)
        return texts

    def get_absolute_url(self):
        return reverse("employer", args=[self.slug])

    def resume_line(self, sections):
        """Return what sorts the employer: the first line of its positions."""
        return min(position.resume_line(sections) for position in self.positions.all())

    def follow_name(self, before):
        """Save the positions whose line as written tells the name that the employer had before."""
        for position in self.positions.exclude(written=""):
            line = follow(position.written, {"employer": before}, {"employer": self.name})
            # The heading of a role leaves the name to that of its stint.
            if line or not position.parent_id:
                position.written = line
                position.save()

    def clean(self):
        super().clean()
        if self.alias:
            if core_name(self.name) in core_name(self.alias):
                raise ValidationError({"alias": _("The alias holds the official name.")})
            from .aliases import refuse_while_named

            refuse_while_named(self)


# What a line about a position needs, no more.
POSITION_LINE = (
    *("slug", "role", "start", "end", "duration"),
    *("employer__slug", "employer__name", "employer__alias"),
)


class PositionQuerySet(RecordQuerySet):
    def public(self):
        """Return the condition: published, and a role inside no stint or a published one."""
        stint_public = Q(parent__isnull=True) | Q(parent__status=Status.PUBLISHED)
        return super().public() & stint_public

    def for_lines(self):
        """What a line about each position needs, its employer's name among it."""
        return self.select_related("employer").only(*POSITION_LINE)

    def for_home(self):
        """Return a list of the published positions, newest first, each with its employer."""
        newest = self.published().order_by("-start", "order", "place", "pk")
        return list(newest.select_related("employer"))


class Position(Dated, Listed, Record):
    """A role held at an employer, or a stint that holds several roles."""

    class Employment(models.TextChoices):
        FULL_TIME = "full_time", _("full-time")
        CONTRACT = "contract", _("fixed-term contract")
        DISPATCH = "dispatch", _("dispatch")
        PART_TIME = "part_time", _("part-time")
        INTERNSHIP = "internship", _("internship")
        FREELANCE = "freelance", _("freelance")
        EXECUTIVE = "executive", _("executive")

    employer = models.ForeignKey(
        Employer, models.PROTECT, related_name="positions", verbose_name=_("employer")
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="roles",
        verbose_name=_("stint"),
        help_text=_("The stay at the employer that this role was part of, if it had several."),
    )
    role = LineField(_("role"), max_length=200, blank=True)
    employment = models.CharField(
        _("employment"), max_length=20, choices=Employment, blank=True, default=""
    )
    duration = LineField(
        _("duration"),
        max_length=50,
        blank=True,
        help_text=_("As written, such as 2 年, where the dates are not known."),
    )
    body = MarkdownField(_("text"), blank=True)

    objects = PositionQuerySet.as_manager()

    line_fields = ("role", "duration")
    told_fields = ("start", "end")
    numbered_within = ("parent", "section")

    class Meta(Dated.Meta):
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["order", "place", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["employer", "role", "start"],
                condition=Q(parent__isnull=True),
                name="position_once_at_employer",
                violation_error_message=_("This employer has that role from that date already."),
            ),
            models.UniqueConstraint(
                fields=["parent", "role", "start"],
                condition=Q(parent__isnull=False),
                name="position_once_in_stint",
                violation_error_message=_("This stint has that role from that date already."),
            ),
        ]

    @property
    def public_name(self):
        return " ".join(filter(None, [self.employer.public_name, self.role]))

    def told(self):
        return {**super().told(), "employer": self.employer.name}

    @property
    def is_current(self):
        """True while it goes on."""
        return self.end == CURRENT

    LEVELS = 2  # a stint, and its roles

    @property
    def is_deepest(self):
        """True for a role in a stint, which holds no roles of its own."""
        return self.parent is not None

    def resume_line(self, sections):
        """Return what sorts the position; a role comes after its stint."""
        line = super().resume_line(sections)
        return (*self.parent.resume_line(sections), *line[1:]) if self.parent else line

    def get_absolute_url(self):
        return f"{self.employer.get_absolute_url()}#{self.slug}"

    def clean(self):
        super().clean()
        if self.parent:
            if self.parent_id == self.pk or self.parent.parent_id:
                raise ValidationError({"parent": _("A stint is not part of another one.")})
            if self.parent.employer_id != self.employer_id:
                raise ValidationError({"parent": _("The stint is at another employer.")})
