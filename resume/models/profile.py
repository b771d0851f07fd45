"""The person, with accounts and contact facts."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from resume.document.dates import DateStyle

from .base import Audience, Content, ContentQuerySet, Named, NamedQuerySet
from .choices import SiteChoices
from .fields import CanonicalURLField, LineField
from .pictures import PictureField
from .printing import Listed
from .sections import HEADINGS, Section
from .statements import Statement


class ProfileQuerySet(ContentQuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)

    def current(self) -> "Profile":
        """Return the profile; an empty one, not saved, before the owner has made it."""
        return PROFILE.first() or Profile()

    def for_site(self):
        """Return the current profile with `heading`, the résumé's first published one or ""."""
        profile = PROFILE_WITH_HEADING.first() or Profile()
        if profile.pk is None:
            [profile.heading] = next(iter(HEADINGS.tuples()), [""])
        profile.heading = profile.heading or ""
        return profile

    def with_heading(self):
        """Adds `heading`."""
        return self.annotate(
            heading=models.Subquery(Section.objects.headings().values("title")[:1])
        )


# Every page reads it, the résumé without the heading that it has itself.
PROFILE = Statement(lambda: Profile.objects.all())
PROFILE_WITH_HEADING = Statement(lambda: Profile.objects.with_heading())


class Profile(SiteChoices, Content):
    """Who the site is about: one row, every field of which may be empty."""

    slug = models.SlugField(max_length=10, unique=True, default="profile", editable=False)
    name = LineField(pgettext_lazy("of a person", "name"), max_length=100, blank=True)
    name_kana = LineField(_("name in kana"), max_length=100, blank=True)
    title = LineField(
        pgettext_lazy("of a person", "title"),
        max_length=200,
        blank=True,
        help_text=_("What kind of engineer; the site's name while the name is empty."),
    )
    photo = PictureField(
        _("photo"),
        upload_to="photos/",
        blank=True,
        width_field="photo_width",
        height_field="photo_height",
    )
    photo_alt = LineField(_("what the photo shows"), max_length=300, blank=True)
    photo_width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    photo_height = models.PositiveIntegerField(null=True, blank=True, editable=False)
    language = models.CharField(
        _("language of the content"),
        max_length=10,
        choices=[("ja", "日本語"), ("en", "English")],
        default="ja",
    )
    date_style = models.CharField(
        _("how dates are written"),
        max_length=20,
        choices=[(style.value, style.value) for style in DateStyle],
        default=DateStyle.SLASH.value,
    )
    extras = models.JSONField(default=dict, blank=True, editable=False)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profile")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(slug="profile"),
                name="profile_is_one_row",
                violation_error_message=_("There is one profile."),
            )
        ]

    def __str__(self):
        return self.name or self.title or str(_("Profile"))

    def natural_key(self):
        return (self.slug,)

    def get_absolute_url(self):
        return reverse("home")

    def clean(self):
        super().clean()
        if self.photo and not self.photo_alt:
            raise ValidationError({"photo_alt": _("Say what the picture shows.")})


class ProfileLinkQuerySet(NamedQuerySet):
    def visible_to(self, audience):
        """The links and contact facts that `audience` may see."""
        audiences = list(Audience)
        return self.filter(audience__in=audiences[: audiences.index(Audience(audience)) + 1])

    def published(self):
        """The links that everybody may see."""
        return self.visible_to(Audience.PUBLIC)


# They stand at the foot of every page.
PUBLIC_LINKS = Statement(lambda: ProfileLink.objects.published())


class ProfileLink(Listed, Named):
    """An account, a site, or a contact fact, seen by its audience only."""

    class Kind(models.TextChoices):
        ACCOUNT = "account", _("account")
        WEBSITE = "website", _("website")
        EMAIL = "email", _("e-mail")
        PHONE = "phone", _("phone")
        ADDRESS = "address", pgettext_lazy("postal", "address")
        OTHER = "other", _("other")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.ACCOUNT)
    label = LineField(_("label"), max_length=200)
    url = CanonicalURLField(_("URL"), unique=True)
    value = LineField(
        _("value"), max_length=300, blank=True, help_text=_("A phone number, an address …")
    )
    audience = models.CharField(
        _("seen by"), max_length=10, choices=Audience, default=Audience.OWNER
    )

    objects = ProfileLinkQuerySet.as_manager()

    name_field = "label"
    line_fields = ("label",)
    told_fields = ("url", "value")

    class Meta:
        verbose_name = _("account or contact fact")
        verbose_name_plural = _("accounts and contact facts")
        ordering = ["order", "place", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(url__isnull=False) | ~models.Q(value=""),
                name="profilelink_says_something",
                violation_error_message=_("Give a URL or a value."),
            )
        ]

    @property
    def is_published(self):
        return self.audience == Audience.PUBLIC
