"""Skills as the owner claims them; a category is a section that holds skills."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .base import Record, RecordQuerySet, Status
from .fields import LineField, NamesField
from .printing import LINE_ORDER, Listed
from .sections import Section
from .statements import Statement


class SkillQuerySet(RecordQuerySet):
    def public(self):
        """Return the condition: published, and every skill that it is part of is too."""
        parent_public = Q(parent__isnull=True) | Q(parent__status=Status.PUBLISHED)
        whole_public = Q(parent__parent__isnull=True) | Q(parent__parent__status=Status.PUBLISHED)
        return super().public() & parent_public & whole_public

    def family_of(self, slug, audience):
        """The skill of that address, seen by `audience` or not, and its parts that are."""
        inside = Q(parent__slug=slug) | Q(parent__parent__slug=slug)
        parts = self.visible_to(audience).filter(inside)
        return self.filter(Q(slug=slug) | Q(pk__in=parts.values("pk")))

    def with_links(self):
        """Adds the category, and what the skill is part of; `evidence.prove` has the rest."""
        return self.select_related("parent", "section")

    def for_list(self):
        """Published skills with their category."""
        return self.published().select_related("section")

    def for_matrix(self):
        """Published skills, each with whether a published project `is_used` it."""
        from .projects import Project

        users = Project.objects.published().filter(skills=OuterRef("pk"))
        names = ("slug", "name", "parent", "section", "order", "place")
        return self.published().annotate(is_used=Exists(users)).only(*names)

    def for_detail(self, slug):
        """Return the published skill of the address with its place among the others, or None."""
        return BY_SLUG.first(slug)


def nest(skills):
    """Return the skills that are no part of another, each with its parts in `parts`, in order."""
    parts = defaultdict(list)
    for skill in skills:
        parts[skill.parent_id].append(skill)
    for skill in skills:
        skill.parts = parts[skill.pk]
    return parts[None]


def flatten(skills):
    """Yield nested skills in order, each before its parts."""
    for skill in skills:
        yield skill
        yield from flatten(skill.parts)


class Skill(Listed, Record):
    """Something the owner can do, with the claim as written."""

    class Context(models.TextChoices):
        WORK = "work", _("at work")
        PERSONAL = "personal", _("in personal projects")
        LEARNING = "learning", _("learning")

    LEVELS = 3

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    name = LineField(_("name"), max_length=200)
    claim = LineField(
        _("claim"), max_length=100, blank=True, help_text=_("As written: 6 年, 学習経験あり …")
    )
    context = models.CharField(
        _("where it was used"), max_length=10, choices=Context, blank=True, default=""
    )
    level = LineField(_("level"), max_length=100, blank=True, help_text=_("As written."))
    aliases = NamesField(
        _("other spellings"),
        blank=True,
        help_text=_("One a line. A text that uses one of them names this skill."),
    )

    objects = SkillQuerySet.as_manager()

    name_field = "name"
    line_fields = ("name", "claim")
    told_fields = ("level",)
    numbered_within = ("parent", "section")

    class Meta:
        verbose_name = _("skill")
        verbose_name_plural = _("skills")
        ordering = LINE_ORDER
        constraints = [
            models.UniqueConstraint(
                fields=["section", "name"],
                condition=Q(parent__isnull=True),
                name="skill_once_in_section",
                violation_error_message=_("This category has that skill already."),
            ),
            models.UniqueConstraint(
                fields=["parent", "name"],
                condition=Q(parent__isnull=False),
                name="skill_once_in_parent",
                violation_error_message=_("That skill is a part already."),
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | Q(section__isnull=True),
                name="skill_in_parent_or_section",
                violation_error_message=_(
                    "A skill stands in a category or is part of another skill, not both."
                ),
            ),
        ]

    @property
    def public_section(self):
        """The category where everybody may see its title, or None."""
        return self.section if self.section and self.section.is_published else None

    @property
    def slug_parent(self):
        if self.parent:
            return self.parent.slug
        return self.section.slug if self.section else ""

    def get_absolute_url(self):
        return reverse("skill", args=[self.slug])

    @property
    def is_deepest(self):
        """True for a part of a part, which has no parts of its own."""
        return bool(self.parent and self.parent.parent)

    def clean(self):
        super().clean()
        ancestors = []
        ancestor = self.parent
        while ancestor:
            if ancestor == self or ancestor in ancestors:
                raise ValidationError({"parent": _("A skill is not part of itself.")})
            ancestors.append(ancestor)
            ancestor = ancestor.parent
        if len(ancestors) > self.LEVELS - 1:
            # `published()` looks that far up, so that nothing below a draft is public.
            raise ValidationError({"parent": _("Skills have at most two levels of parts.")})


BY_SLUG = Statement(lambda slug: Skill.objects.published().with_links().filter(slug=slug))


class SkillCategory(Section):
    """A section that holds skills, as the admin edits it: together with its skills."""

    class Meta:
        proxy = True
        verbose_name = _("skill category")
        verbose_name_plural = _("skill categories")
