"""What the owner chose about the site itself: its colour, its icon, its first page, who finds it.

Nothing of it is in a résumé file, so no import touches it.
"""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import ColourField, LineField
from .pictures import IconField

# Written in an icon, one letter or two can still be read.
ICON_LETTERS = 2


class SiteChoices(models.Model):
    """The choices, each with a default with which a site looks whole."""

    class Icon(models.TextChoices):
        STANDARD = "standard", _("the icon that Keireki brings")
        LETTER = "letter", _("a letter on the accent colour")
        PICTURE = "picture", _("a picture of my own")

    accent = ColourField(
        _("accent colour"),
        help_text=_(
            "The colour of links and buttons. Choose any: where it would be hard to read, it is "
            "made darker on light paper and lighter on dark paper."
        ),
    )
    icon = models.CharField(
        _("icon"),
        max_length=10,
        choices=Icon,
        default=Icon.STANDARD,
        help_text=_("What stands in the browser's tab beside the title of a page."),
    )
    icon_letter = LineField(
        _("letter of the icon"),
        max_length=ICON_LETTERS,
        blank=True,
        help_text=_("One letter or two. Empty: the first one of the name, else of the title."),
    )
    icon_picture = IconField(
        _("picture of the icon"),
        upload_to="icons/",
        blank=True,
        width_field="icon_width",
        height_field="icon_height",
        help_text=_("Its middle is cut out as a square. Simple shapes can be seen best."),
    )
    icon_width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    icon_height = models.PositiveIntegerField(null=True, blank=True, editable=False)
    home_now = models.BooleanField(
        _("show my career"),
        default=True,
        help_text=_("The positions whose end is “current”, and the years of all of them."),
    )
    home_projects = models.PositiveSmallIntegerField(
        _("number of projects"),
        default=6,
        validators=[MaxValueValidator(12)],
        help_text=_(
            "At most so many of the projects marked “featured”. While none is marked, the first "
            "three of the newest position. 0: no projects."
        ),
    )
    home_writing = models.PositiveSmallIntegerField(
        _("number of posts and publications"),
        default=5,
        validators=[MaxValueValidator(20)],
        help_text=_("Those marked “pinned” come first, then the newest. 0: no writing."),
    )
    noindex = models.BooleanField(
        _("ask search engines not to list this site"),
        default=False,
        help_text=_(
            "For a quiet job search: who has the address still sees every page, but search "
            "engines that follow the rules drop the site within days or weeks."
        ),
    )

    class Meta:
        abstract = True

    @property
    def letters(self):
        """What a letter icon shows: as chosen, else the first letter of the name or title."""
        return self.icon_letter or self.name[:1] or self.title[:1]

    def clean(self):
        super().clean()
        if "/" in self.icon_letter or self.icon_letter != self.icon_letter.strip():
            raise ValidationError({"icon_letter": _("Write letters or digits.")})
        if self.icon == self.Icon.PICTURE and not self.icon_picture:
            raise ValidationError({"icon_picture": _("Choose a picture, or another icon.")})
        if self.icon == self.Icon.LETTER and not self.letters:
            raise ValidationError(
                {"icon_letter": _("Write the letter: there is no name or title to take it from.")}
            )
