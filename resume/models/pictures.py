"""Pictures, with their size and the words that stand for them."""

import contextlib

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import LineField


class PictureField(models.ImageField):
    """A picture whose size is kept beside it; a page survives that its file is gone."""

    def update_dimension_fields(self, instance, force=False, *args, **kwargs):
        # Django opens the file when the size is not known: a lost file would break every page
        # that reads the row, and `loaddata` before the media are copied.
        with contextlib.suppress(OSError):
            super().update_dimension_fields(instance, force, *args, **kwargs)


class Illustrated(models.Model):
    """A cover picture with the words that stand for it."""

    cover = PictureField(
        _("cover picture"),
        upload_to="covers/",
        blank=True,
        width_field="cover_width",
        height_field="cover_height",
    )
    cover_alt = LineField(
        _("what the cover shows"),
        max_length=300,
        blank=True,
        help_text=_("Read out to people who do not see the picture."),
    )
    cover_width = models.PositiveIntegerField(null=True, blank=True, editable=False)
    cover_height = models.PositiveIntegerField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.cover and not self.cover_alt:
            raise ValidationError({"cover_alt": _("Say what the picture shows.")})
