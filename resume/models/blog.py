"""Posts written here, in Markdown."""

from django.db import models
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .base import Record, SkilledQuerySet
from .fields import LineField, MarkdownField
from .pictures import Illustrated
from .statements import Statement


class PostQuerySet(SkilledQuerySet):
    def public(self):
        """Return the condition: published, and its time has come."""
        return super().public() & models.Q(publish_at__lte=Now())

    def with_links(self):
        """Adds the published records that the post is linked to, as `shown_<relation>`."""
        return self.with_shown("projects", "skills", "publications")

    def for_list(self, keys):
        """Return {key: published post} for the keys, each with its projects and skills."""
        return with_linked(BY_KEY.rows_of_keys(keys), "projects", "skills")

    def for_details(self, keys):
        """Return {key: published post} for the keys, each with everything that it is linked to."""
        return with_linked(BY_KEY.rows_of_keys(keys), *LINKED)

    def for_detail(self, slug):
        """Return the published post with everything that it is linked to, or None."""
        return next(iter(with_linked(BY_SLUG.rows(slug), *LINKED).values()), None)


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

    # Lists show posts beside publications, which have one.
    kind = ""

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["-publish_at", "-pk"]
        # What lists, the feed and the question after the generation read, newest first.
        indexes = [models.Index(fields=["status", "publish_at"], name="post_by_time")]

    def get_absolute_url(self):
        return reverse("post", args=[self.slug])


def with_linked(posts, *relations):
    """Return {key: post} of the posts, each with what `with_links` gives it of the relations."""
    found = {post.pk: post for post in posts}
    for relation in relations:
        name = f"shown_{relation}"
        for post in posts:
            setattr(post, name, [])
        for record in LINKED[relation].rows_of_keys(list(found)):
            getattr(found[record.post_key], name).append(record)
    return found


def linked(relation):
    """Return the Statement of what posts are linked to and is published; `post_key` says which."""
    other = Post._meta.get_field(relation).remote_field
    return Statement(
        lambda *keys: (
            other.model.objects.published()
            .filter(**{f"{other.name}__in": keys})
            .annotate(post_key=models.F(other.name))
        )
    )


# What the pages of posts are made from: a site may have thousands of them.
BY_SLUG = Statement(lambda slug: Post.objects.published().filter(slug=slug))
BY_KEY = Statement(lambda *keys: Post.objects.published().filter(pk__in=keys))
LINKED = {relation: linked(relation) for relation in ("projects", "skills", "publications")}
