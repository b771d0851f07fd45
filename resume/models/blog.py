"""Posts written here, in Markdown."""

from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import Record, RecordQuerySet
from .fields import LineField, MarkdownField
from .pictures import Illustrated
from .statements import Statement


class PostQuerySet(RecordQuerySet):
    def public(self):
        """Return the condition: published, and its time has come."""
        return super().public() & models.Q(publish_at__lte=Now())

    def with_work(self):
        """Adds `shown_projects` and `shown_skills`: the published ones that the post belongs to."""
        return self.with_shown("projects", "skills")

    def with_links(self):
        """Adds the projects and skills, and `shown_publications`, which the post cites."""
        return self.with_shown("projects", "skills", "publications")

    def for_list(self):
        """Published posts with their projects and skills."""
        return self.published().with_work()

    def for_detail(self, slug):
        """Return the published post with everything that it is linked to, or None."""
        post = PUBLISHED.first(slug)
        if post is not None:
            for relation, statement in LINKED.items():
                setattr(post, f"shown_{relation}", statement.rows(slug))
        return post


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


def _linked(relation):
    """Return the Statement of the published records that a post is linked to, by its slug."""
    other = Post._meta.get_field(relation).remote_field
    return Statement(
        lambda slug: other.model.objects.published().filter(**{f"{other.name}__slug": slug})
    )


# What the page of a post is made from: a site may have thousands of them.
PUBLISHED = Statement(lambda slug: Post.objects.published().filter(slug=slug))
LINKED = {relation: _linked(relation) for relation in ("projects", "skills", "publications")}
