"""Pictures, with their size, their smaller renditions, and the words that stand for them."""

import contextlib
import io
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.db.models.fields.files import ImageFieldFile
from django.utils.translation import gettext_lazy as _
from PIL import Image

from .fields import LineField

QUALITY = 80


def rendition_name(name, width):
    """Return the name of the rendition of that width: "covers/a.webp" has "covers/a.480.webp"."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{width}{path.suffix}"))


def original_name(name):
    """Return the name of the picture that `name` would be a rendition of, or None."""
    path = PurePosixPath(name)
    stem, dot, width = path.stem.rpartition(".")
    if not dot or not stem or not (width.isascii() and width.isdecimal()):
        return None
    return str(path.with_name(f"{stem}{path.suffix}"))


def scaled(content, width):
    """Return the picture in the file `content`, made `width` pixels wide, in its own format."""
    with Image.open(content) as image:
        form = image.format
        height = max(1, round(image.height * width / image.width))
        whole = image if image.mode in ("RGB", "RGBA", "L") else image.convert("RGBA")
        smaller = whole.resize((width, height), Image.Resampling.LANCZOS)
        smaller.info = {}
    buffer = io.BytesIO()
    options = {"quality": QUALITY} if form == "WEBP" else {"optimize": True}
    smaller.save(buffer, form, **options)
    return ContentFile(buffer.getvalue())


class PictureFile(ImageFieldFile):
    """A stored picture. Its renditions are stored with it and go with it.

    No row says which of them there are: a fixture or an older backup may come without. What names
    them is the picture's width, and the view of the media answers with the picture itself for a
    rendition that is not there.
    """

    def save(self, name, content, save=True):
        super().save(name, content, save=False)
        self.store_renditions()
        if save:
            self.instance.save()

    save.alters_data = True

    def delete(self, save=True):
        name = self.name
        widths = self.field.widths if self else ()
        super().delete(save)
        for width in widths:
            self.storage.delete(rendition_name(name, width))

    delete.alters_data = True

    def store_renditions(self):
        """Store the renditions that are narrower than the picture; none of what is no picture."""
        with contextlib.suppress(OSError), self.storage.open(self.name) as file:
            content = io.BytesIO(file.read())
            with Image.open(content) as image:
                width = image.width
            for narrower in self.field.widths:
                if narrower < width:
                    name = rendition_name(self.name, narrower)
                    self.storage.save(name, scaled(content, narrower))

    @property
    def shown_width(self):
        """The picture's width as its row says it; None where it does not."""
        return getattr(self.instance, self.field.width_field or "", None)

    @property
    def shown_height(self):
        """The picture's height as its row says it; None where it does not."""
        return getattr(self.instance, self.field.height_field or "", None)

    @property
    def srcset(self):
        """The candidates of an <img> from narrow to wide, or "" for a picture of one size."""
        widths = [width for width in self.field.widths if width < (self.shown_width or 0)]
        if not widths:
            return ""
        candidates = [f"{self.rendition_url(width)} {width}w" for width in widths]
        return ", ".join([*candidates, f"{self.url} {self.shown_width}w"])

    @property
    def smallest_url(self):
        """The address of the narrowest rendition, or of the picture when it is no wider."""
        narrowest = self.field.widths[0]
        is_wider = narrowest < (self.shown_width or 0)
        return self.rendition_url(narrowest) if is_wider else self.url

    def rendition_url(self, width):
        """Return the address of the rendition of that width, which must be one of the field's."""
        return self.storage.url(rendition_name(self.name, width))


class PictureField(models.ImageField):
    """A picture whose size is kept beside it; a page survives that its file is gone."""

    attr_class = PictureFile
    # A face at the head of a page on a plain and on a fine screen; a cover from phone to desktop.
    widths = (240, 480, 960, 1440)

    def update_dimension_fields(self, instance, force=False, *args, **kwargs):
        # Django opens the file when the size is not known: a lost file would break every page
        # that reads the row, and `loaddata` before the media are copied.
        with contextlib.suppress(OSError):
            super().update_dimension_fields(instance, force, *args, **kwargs)


class IconField(PictureField):
    """A square picture for the tab of a browser, and for the home screen of a phone."""

    widths = (48,)


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
