"""What the owner published elsewhere: one record for one canonical URL."""

from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .base import Record, SkilledQuerySet
from .fields import CanonicalURLField, LineField, PartialDateField
from .printing import LINE_ORDER, Listed


class PublicationQuerySet(SkilledQuerySet):
    def public(self):
        """Return the condition: published, and its time has come."""
        due = Q(publish_at__isnull=True) | Q(publish_at__lte=Now())
        return super().public() & due

    def writing(self):
        """What belongs in the stream of writing: not repositories, not press releases."""
        return self.filter(kind__in=Publication.WRITING)

    def with_work(self):
        """Adds `shown_projects` and `shown_skills`: the published ones that it belongs to."""
        return self.with_shown("projects", "skills")

    def with_links(self):
        """Adds the projects and skills, and the posts that cite the publication."""
        from .blog import Post

        return self.with_work().prefetch_related(
            Prefetch("posts", queryset=Post.objects.published())
        )

    def for_list(self):
        """Published records with their projects and skills."""
        return self.published().with_work()

    def for_detail(self):
        """Published records with everything that they are linked to."""
        return self.published().with_links()


class Publication(Listed, Record):
    """An article, talk, paper or other public work."""

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        PRESS_RELEASE = "press_release", _("press release")
        TALK = "talk", _("talk")
        PAPER = "paper", _("paper")
        THESIS = "thesis", _("thesis")
        BOOK = "book", _("book")
        REPOSITORY = "repository", _("repository")
        OTHER = "other", _("other")

    WRITING = (Kind.ARTICLE, Kind.BOOK, Kind.PAPER, Kind.THESIS)

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.ARTICLE)
    title = LineField(_("title"), max_length=300)
    url = CanonicalURLField(
        _("URL"),
        unique=True,
        error_messages={"unique": _("Another publication has this URL.")},
    )
    venue = LineField(
        _("venue"), max_length=200, blank=True, help_text=_("Journal, conference or society.")
    )
    authors = LineField(_("authors"), max_length=300, blank=True)
    doi = LineField(_("DOI"), max_length=200, blank=True)
    date = PartialDateField(_("date"))
    publish_at = models.DateTimeField(
        _("publish at"), null=True, blank=True, help_text=_("Not shown before. Empty: at once.")
    )
    pinned = models.BooleanField(
        _("pinned"),
        default=False,
        help_text=_("Stands before newer writing on the home page."),
    )
    skills = models.ManyToManyField(
        "Skill", blank=True, related_name="publications", verbose_name=_("skills")
    )

    objects = PublicationQuerySet.as_manager()

    line_fields = ("title",)
    told_fields = ("url", "venue")

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = LINE_ORDER

    def get_absolute_url(self):
        return reverse("publication", args=[self.slug])
