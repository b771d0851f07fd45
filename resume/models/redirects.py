"""Old addresses: where what they had is now, or that it is gone."""

from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import translate_url
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from resume.document.text import URL_LENGTH

from . import addresses
from .fields import LineField


class RedirectQuerySet(models.QuerySet):
    def get_by_natural_key(self, old_path):
        return self.get(old_path=old_path)

    def record_move(self, old_path, new_path):
        """Remember that what was at `old_path` is now at `new_path`; no chain, no loop."""
        self.filter(old_path=new_path).delete()
        self.filter(target=old_path).update(target=new_path)
        moved = {"kind": Redirect.Kind.PERMANENT, "target": new_path}
        self.update_or_create(old_path=old_path, defaults=moved)

    def answering(self, addresses):
        """Return the row that answers at the first possible one of some addresses, or None."""
        rows = {row.old_path: row for row in self.filter(old_path__in=addresses)}
        return next((rows[address] for address in addresses if address in rows), None)

    def forget(self, path):
        """Delete every redirect that leads to `path`: an old address may hold a hidden name."""
        self.filter(target=path).delete()


class Redirect(models.Model):
    """An address that a page had before, here or in the site that stood here earlier.

    An old path without a language stands for both interfaces. A visitor is sent to what is written
    here and nowhere else: nothing of a request becomes part of the target.
    """

    class Kind(models.TextChoices):
        PERMANENT = "permanent", _("moved for good (301)")
        TEMPORARY = "temporary", _("moved for a while (302)")
        GONE = "gone", _("removed for good (410)")

    old_path = LineField(
        _("old address"),
        max_length=400,
        unique=True,
        help_text=_(
            "A path of this site at which no page is any more, such as /about.html or "
            "/article.php?id=12. It is known under /en/ too."
        ),
    )
    kind = models.CharField(
        _("what happened"),
        max_length=10,
        choices=Kind,
        default=Kind.PERMANENT,
        help_text=_(
            "Browsers and search engines remember what moved for good. Who asks for what was "
            "removed is told so."
        ),
    )
    target = LineField(
        _("new address"),
        max_length=URL_LENGTH,
        blank=True,
        help_text=_(
            "A path of this site such as /projects/, or a whole address with https://. Empty for "
            "what was removed."
        ),
    )

    objects = RedirectQuerySet.as_manager()

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ["old_path"]

    def __str__(self):
        return self.old_path

    def natural_key(self):
        return (self.old_path,)

    def destination(self, path):
        """Return where a visitor of `path` goes; a page of this site in the language of `path`."""
        english = addresses.is_english(path) and not addresses.is_english(self.old_path)
        if not english or not self.target.startswith("/"):
            return self.target
        with translation.override(settings.LANGUAGE_CODE):
            return translate_url(self.target, "en")

    def clean(self):
        """Bring both addresses into their one spelling; refuse what would lead nowhere."""
        super().clean()
        if not self.old_path:
            return
        with refusing("old_path"):
            self.old_path = addresses.clean_old_path(self.old_path)
            self.refuse_taken_path()
        with refusing("target"):
            self.clean_target()
            self.refuse_chain()

    def refuse_taken_path(self):
        """Raise ValidationError where the redirect would never be asked."""
        path = self.old_path.partition("?")[0]
        if addresses.is_kept(path):
            raise ValidationError(_("This part of the site is its own; nothing can move there."))
        if addresses.is_page(path):
            raise ValidationError(_("There is a page at this address; no redirect is asked there."))

    def clean_target(self):
        """Bring the target into its one spelling. Raises ValidationError."""
        if self.kind == self.Kind.GONE:
            if self.target:
                raise ValidationError(_("What was removed leads nowhere; leave this empty."))
            return
        if not self.target:
            raise ValidationError(_("Say where the page is now."))
        self.target = addresses.clean_target(self.target)
        if addresses.is_kept(self.target, addresses.EDITING):
            raise ValidationError(_("Visitors are not sent into the admin."))

    def refuse_chain(self):
        """Raise ValidationError where a visitor would be sent on twice, or in a circle."""
        asked = addresses.addresses_of_target(self.target)
        if self.old_path in asked:
            raise ValidationError(_("This address would lead to itself."))
        others = Redirect.objects.exclude(pk=self.pk)
        if following := others.answering(asked):
            raise ValidationError(
                _("%(path)s is an old address itself; write where that leads: %(target)s"),
                params={"path": following, "target": following.target or _("nowhere")},
            )
        for row in others.filter(target__startswith="/"):
            if self.old_path in addresses.addresses_of_target(row.target):
                raise ValidationError(
                    _("The old address %(path)s leads here; change that one first."),
                    params={"path": row},
                )


@contextmanager
def refusing(field):
    """Let a ValidationError that is raised inside be one of `field`."""
    try:
        yield
    except ValidationError as error:
        raise ValidationError({field: error}) from error
