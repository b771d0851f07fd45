"""Projects, the unit in which an engineer's work is told."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from resume.document.dates import Period
from resume.document.text import core_name

from .base import Content, ContentQuerySet, Record, SkilledQuerySet, Status
from .employers import POSITION_LINE
from .fields import LineField, MarkdownField
from .pictures import Illustrated
from .printing import Dated, Listed, Numbered
from .statements import Statement

# Whose dates tell when a project went on, in this order: its own, its position's, its stint's.
DATE_HOLDERS = ("", "position__", "position__parent__")


class ProjectQuerySet(SkilledQuerySet):
    def public(self):
        """Return the condition: published, and inside no position or a public one."""
        stint_public = Q(position__parent__isnull=True) | Q(
            position__parent__status=Status.PUBLISHED
        )
        position_public = Q(position__status=Status.PUBLISHED) & stint_public
        return super().public() & (Q(position__isnull=True) | position_public)

    def with_skills(self):
        """Adds the position, its employer, and the published skills."""
        from .skills import Skill

        return self.select_related("position__employer", "position__parent").prefetch_related(
            Prefetch("skills", queryset=Skill.objects.published())
        )

    def with_links(self):
        """Adds the facts, all that proves the project, and all that it proves."""
        from .blog import Post
        from .publications import Publication

        return self.with_skills().prefetch_related(
            "facts",
            Prefetch("publications", queryset=Publication.objects.published()),
            Prefetch("posts", queryset=Post.objects.published()),
        )

    def that_used(self, skills):
        """The projects in which any of the `skills`, a QuerySet or keys, was used."""
        used = Project.skills.through.objects.filter(skill__in=skills).values("project")
        return self.filter(pk__in=used)

    def for_lines(self):
        """What a line about each project needs, no more: its position and employer too."""
        at_work = [f"position__{name}" for name in POSITION_LINE]
        projects = self.select_related("position__employer")
        return projects.only("slug", "title", "alias", "start", "end", *at_work)

    def in_lines(self, keys):
        """Return {key: project} of some projects, as `for_lines` has them."""
        return {project.pk: project for project in BY_KEY.rows_of_keys(keys)}

    def newest_first(self):
        """By their start, or that of the position or its stint; undated ones last."""
        starts = [NullIf(f"{holder}start", models.Value("")) for holder in DATE_HOLDERS]
        newest = Coalesce(*starts).desc(nulls_last=True)
        position = models.F("position_id").asc(nulls_last=True)
        return self.order_by(newest, position, "order", "pk")

    def with_dates(self):
        """Return (key, key of the position, dates) of each project, in the order of their lines.

        `Project.period_of` reads the dates.
        """
        dates = [f"{holder}{name}" for holder in DATE_HOLDERS for name in ("start", "end")]
        return self.order_by("order", "pk").values_list("pk", "position", *dates)

    def for_list(self):
        """Published projects with employer and skills."""
        return self.published().with_skills()

    def for_detail(self):
        """Published projects with everything that they are linked to."""
        return self.published().with_links()

    def for_home(self, number):
        """Return a list of at most `number` featured projects.

        Without any, the first three of the newest position.
        """
        if not number:
            return []
        newest = models.F("position__start").desc(nulls_last=True)
        position = models.F("position_id").asc(nulls_last=True)
        order = ("-featured", newest, position, "order", "pk")
        projects = list(self.for_list().order_by(*order)[:number])
        featured = [project for project in projects if project.featured]
        first = [each for each in projects if each.position_id == projects[0].position_id]
        return featured or first[:3]


class Project(Dated, Illustrated, Listed, Record):
    """Work with a beginning and an end: inside a position, or personal."""

    class FactsLayout(models.TextChoices):
        BULLETS = "bullets", _("a list")
        BOLD = "bold", _("lines with a bold label")
        BRACKETS = "brackets", _("lines with a label in 【】")
        PLAIN = "plain", _("lines")
        TABLE = "table", _("a table")

    position = models.ForeignKey(
        "Position",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("position"),
        help_text=_("Empty for a personal project."),
    )
    title = LineField(_("title"), max_length=300)
    alias = LineField(
        _("public alias"),
        max_length=300,
        blank=True,
        help_text=_("Shown instead of the title, where the title may not be named."),
    )
    facts_layout = models.CharField(
        _("facts printed as"), max_length=10, choices=FactsLayout, default=FactsLayout.BULLETS
    )
    body = MarkdownField(_("text"), blank=True)
    featured = models.BooleanField(
        _("featured"), default=False, help_text=_("Shown on the home page.")
    )
    skills = models.ManyToManyField(
        "Skill", blank=True, related_name="projects", verbose_name=_("skills")
    )
    publications = models.ManyToManyField(
        "Publication", blank=True, related_name="projects", verbose_name=_("publications")
    )

    objects = ProjectQuerySet.as_manager()

    private_fields = ("title",)
    told_fields = ("title", "start", "end")
    numbered_within = ("position", "section")

    class Meta(Dated.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = [models.F("position__order").asc(nulls_first=True), "order", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(position__isnull=True) | Q(section__isnull=True),
                name="project_in_position_or_section",
                violation_error_message=_(
                    "A project stands in a position or in a section, not in both."
                ),
            ),
        ]

    @staticmethod
    def period_of(dates):
        """Return the Period of the dates that `with_dates` gives for a project."""
        pairs = zip(dates[::2], dates[1::2], strict=True)
        return Period.parse(*next((pair for pair in pairs if pair[0]), ("", "")))

    def told(self):
        told = super().told()
        if any(not fact.value for fact in self.facts.all()):
            # A fact tells the period.
            del told["start"], told["end"]
        return told

    @property
    def public_name(self):
        return self.alias or self.title

    @property
    def slug_parent(self):
        return self.position.employer.slug if self.position else ""

    def get_absolute_url(self):
        return reverse("project", args=[self.slug])

    def resume_line(self, sections):
        """Return what sorts the project: after its position, or in its own section."""
        line = super().resume_line(sections)
        return (*self.position.resume_line(sections), *line[1:]) if self.position else line

    def public_texts(self):
        texts = super().public_texts()
        return texts if self.alias else {**texts, "title": self.title}

    def clean(self):
        super().clean()
        if self.alias:
            if core_name(self.title) in core_name(self.alias):
                raise ValidationError({"alias": _("The alias holds the official name.")})
            from .aliases import refuse_while_named

            refuse_while_named(self)


BY_KEY = Statement(lambda *keys: Project.objects.for_lines().filter(pk__in=keys))


class ProjectFactQuerySet(ContentQuerySet):
    def get_by_natural_key(self, project, order):
        return self.get(project__slug=project, order=order)


class ProjectFact(Numbered, Content):
    """A labelled line about a project, in the owner's own words: 期間, 担当, 使用技術 …"""

    project = models.ForeignKey(
        Project, models.CASCADE, related_name="facts", verbose_name=_("project")
    )
    order = models.PositiveIntegerField(_("order"), default=0)
    label = LineField(_("label"), max_length=100)
    value = MarkdownField(
        _("value"), blank=True, help_text=_("Empty: the project's period is printed.")
    )

    objects = ProjectFactQuerySet.as_manager()

    numbered_within = ("project",)

    class Meta:
        verbose_name = _("project fact")
        verbose_name_plural = _("project facts")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["project", "order"], name="projectfact_order")
        ]

    def __str__(self):
        return self.label

    def natural_key(self):
        return (*self.project.natural_key(), self.order)

    natural_key.dependencies = ["resume.project"]
