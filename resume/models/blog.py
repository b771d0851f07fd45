"""Posts written here, in Markdown."""

from django.db import models
from django.db.models import Prefetch
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import Record, SkilledQuerySet
from .fields import LineField, MarkdownField
from .pictures import Illustrated


class PostQuerySet(SkilledQuerySet):
    def public(self):
        """Return the condition: published, and its time has come."""
        return super().public() & models.Q(publish_at__lte=Now())

    def with_work(self):
        """Adds the published projects and skills that the post belongs to."""
        from .projects import Project
        from .skills import Skill

        return self.prefetch_related(
            Prefetch("projects", queryset=Project.objects.published()),
            Prefetch("skills", queryset=Skill.objects.published()),
        )

    def with_links(self):
        """Adds the projects and skills, and the publications that the post cites."""
        from .publications import Publication

        return self.with_work().prefetch_related(
            Prefetch("publications", queryset=Publication.objects.published())
        )

    def for_list(self):
        """Published posts with their projects and skills."""
        return self.published().with_work()

    def for_detail(self):
        """Published posts with everything that they are linked to."""
        return self.published().with_links()


class Post(Illustrated, Record):
    """A piece of writing on this site."""

    title = LineField(_("title"), max_length=200)
    body = MarkdownField(_("text"), blank=True)
    publish_at = models.DateTimeField(
        _("publish at"), default=timezone.now, help_text=_("Not shown before.")
    )
    pinned = models.BooleanField(
        _("pinned"),
        default=False,
        help_text=_("Stands before newer writing on the home page."),
    )
    updated_at = models.DateTimeField(_("last change"), auto_now=True)
    skills = models.ManyToManyField(
        "Skill", blank=True, related_name="posts", verbose_name=_("skills")
    )
    projects = models.ManyToManyField(
        "Project", blank=True, related_name="posts", verbose_name=_("projects")
    )
    publications = models.ManyToManyField(
        "Publication", blank=True, related_name="posts", verbose_name=_("publications")
    )

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-publish_at", "-pk"]
        # What lists, the feed and the question after the generation read, newest first.
        indexes = [models.Index(fields=["status", "publish_at"], name="post_by_time")]

    def get_absolute_url(self):
        return reverse("post", args=[self.slug])
