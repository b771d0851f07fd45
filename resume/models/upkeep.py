"""What the installation keeps: imports, settled findings, the generation."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fields import LineField


class NotInFixtures(models.Manager):
    """Holds no rows. As the default manager it keeps a table out of `dumpdata`."""

    def get_queryset(self):
        return super().get_queryset().none()


def new_token():
    """Return a text that nobody guesses."""
    return secrets.token_urlsafe(16)


class GenerationManager(models.Manager):
    def hold(self) -> None:
        """Lock the generation until the end of the transaction.

        A writer of several rows that takes this lock first never waits for another in a circle.
        """
        self.select_for_update().filter(pk=1).first()

    def move(self):
        """Give the public content a new token, in the transaction of the change.

        It may move too often, never too seldom.
        """
        token = new_token()
        if not self.filter(pk=1).update(token=token):
            self.update_or_create(pk=1, defaults={"token": token})


class Generation(models.Model):
    """Which state of the public content this is: one row with a random token.

    A token and not a counter, because a restored dump must not bring an old number back; for the
    same reason it never enters a fixture.
    """

    token = models.CharField(max_length=32)

    in_fixtures = NotInFixtures()
    objects = GenerationManager()

    class Meta:
        verbose_name = _("generation")
        verbose_name_plural = _("generations")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="generation_is_one_row")
        ]

    def __str__(self):
        return self.token


class ImportQuerySet(models.QuerySet):
    def latest_kept(self) -> "Import | None":
        """Return the last import that was not undone, or None."""
        return self.filter(undone_at__isnull=True).order_by("-created_at", "-pk").first()


class ImportManager(models.Manager):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Import(models.Model):
    """A résumé file as it came, where each of its lines went, and the document it gave."""

    slug = models.SlugField(_("address"), max_length=100, unique=True)
    created_at = models.DateTimeField(_("imported at"))
    file_name = LineField(_("file name"), max_length=255, blank=True)
    format = LineField(_("format"), max_length=20)
    source = models.BinaryField(_("source"))
    ledger = models.JSONField(_("line ledger"), default=list, blank=True)
    notes = models.JSONField(_("notes"), default=list, blank=True)
    document = models.JSONField(_("document as imported"), default=dict, blank=True)
    before = models.JSONField(_("document before"), default=dict, blank=True)
    report = models.JSONField(_("what changed"), default=list, blank=True)
    rows = models.JSONField(_("rows it touched"), default=list, blank=True)
    after = models.CharField(_("digest of the document after"), max_length=64, blank=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    objects = ImportManager.from_queryset(ImportQuerySet)()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return self.slug

    def natural_key(self):
        return (self.slug,)


class UploadQuerySet(models.QuerySet):
    def waiting_for(self, user) -> "Upload | None":
        """Return the file that waits for `user` to accept it, or None."""
        return self.filter(user=user, created_at__gt=timezone.now() - Upload.KEPT_FOR).first()

    def replace(self, user, file_name, data) -> "Upload":
        """Keep a file for `user` in place of the last one; forget those that nobody accepted."""
        self.filter(
            models.Q(user=user) | models.Q(created_at__lte=timezone.now() - Upload.KEPT_FOR)
        ).delete()
        return self.create(user=user, file_name=file_name, data=data)


class Upload(models.Model):
    """A file that waits to be accepted or discarded: one a user, for a day, seen by nobody else.

    It stands in the database because the next request may reach another process or machine.
    """

    KEPT_FOR = timedelta(days=1)

    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    file_name = LineField(max_length=255, blank=True)
    data = models.BinaryField()

    in_fixtures = NotInFixtures()
    objects = UploadQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.file_name


class SettledManager(models.Manager):
    def get_by_natural_key(self, kind, key):
        return self.get(kind=kind, key=key)


class Settled(models.Model):
    """A suggestion that was declined, or a finding that needs no more attention."""

    class Kind(models.TextChoices):
        SUGGESTION = "suggestion", _("suggestion")
        FINDING = "finding", _("finding")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    key = LineField(_("key"), max_length=300)
    settled_at = models.DateTimeField(_("settled at"), auto_now_add=True)

    objects = SettledManager()

    class Meta:
        verbose_name = _("settled question")
        verbose_name_plural = _("settled questions")
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="settled_once")]

    def __str__(self):
        return self.key

    @classmethod
    def key_of(cls, words):
        """Return the key of what `words` name: these, or their beginning and a digest of them."""
        words = " ".join(words.split())
        most = cls._meta.get_field("key").max_length
        if len(words) <= most:
            return words
        digest = hashlib.sha256(words.encode()).hexdigest()[:16]
        return f"{words[: most - len(digest) - 1]} {digest}"

    def natural_key(self):
        return (self.kind, self.key)
