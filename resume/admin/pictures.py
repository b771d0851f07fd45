"""Uploaded pictures: decided by their bytes, bounded before they are decoded, stored clean."""

import io
import secrets

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms.widgets import Script
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("PNG", "JPEG", "WEBP")
MAX_BYTES = 10 * 1024 * 1024
MAX_PIXELS = 25_000_000
# Wider than any screen shows a picture of a page.
LONGEST_SIDE = 2560
QUALITY = 85
# What a phone's home screen asks of an icon.
ICON_SIDE = 180

# All that Pillow raises for a file that is broken or made to break it.
BROKEN = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
)
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)


def clean_picture(upload, form="WEBP"):
    """Return an uploaded picture as a new file: upright, without metadata, newly named.

    It is a WebP picture as large as a page can show it, or as "PNG" a square icon.

    Raises ValidationError for what is no PNG, JPEG or WebP, for more than 10 MB or 25 megapixels
    (before anything is decoded), and for a moving picture.
    """
    if upload.size > MAX_BYTES:
        raise ValidationError(_("A picture has at most 10 MB."), code="too_large")
    try:
        upload.seek(0)
        with Image.open(upload, formats=FORMATS) as image:
            refuse_unsuitable(image)
            content = encode(image) if form == "WEBP" else encode_icon(image)
    except BOMBS as error:
        raise too_many_pixels() from error
    except BROKEN as error:
        raise ValidationError(
            _("This file is no PNG, JPEG or WebP picture, or it is damaged."), code="no_picture"
        ) from error
    name = f"{secrets.token_urlsafe(16)}.{form.lower()}"
    return SimpleUploadedFile(name, content, f"image/{form.lower()}")


def too_many_pixels():
    """Return the refusal of a picture that would be too large once decoded."""
    return ValidationError(_("A picture has at most 25 megapixels."), code="too_many_pixels")


def refuse_unsuitable(image):
    """Raise ValidationError for an opened, not yet decoded picture that is too large or moves."""
    if image.width * image.height > MAX_PIXELS:
        raise too_many_pixels()
    if getattr(image, "is_animated", False) and image.format != "MPO":
        raise ValidationError(_("A moving picture cannot be used."), code="animated")


def upright(image):
    """Return `image` as it is meant to be seen: turned, in RGB, with its transparency."""
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    turned = ImageOps.exif_transpose(image)
    transparent = turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info
    return turned.convert("RGBA" if transparent else "RGB")


def encode(image):
    """Return the bytes of `image` as WebP, upright and without metadata."""
    clean = upright(image)
    clean.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean.info = {}
    buffer = io.BytesIO()
    clean.save(buffer, "WEBP", quality=QUALITY, exif=b"", icc_profile=b"", xmp=b"")
    return buffer.getvalue()


def encode_icon(image):
    """Return the bytes of the square middle of `image` as a PNG, without metadata."""
    clean = ImageOps.fit(upright(image), (ICON_SIDE, ICON_SIDE))
    clean.info = {}
    buffer = io.BytesIO()
    clean.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


class PictureField(forms.ImageField):
    """A picture of a record, stored clean."""

    default_validators = []

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        return clean_picture(file) if file else file


class IconFormField(PictureField):
    """A picture for the browser's tab: PNG, which every browser takes there."""

    def to_python(self, data):
        file = forms.FileField.to_python(self, data)
        return clean_picture(file, "PNG") if file else file


class PictureWidget(AdminFileWidget):
    """Shows the stored picture, small, and with JavaScript the chosen one before it is sent."""

    template_name = "admin/picture.html"

    class Media:
        js = [Script("admin/picture.js", type="module")]

    def __init__(self, attrs=None):
        accept = "image/png,image/jpeg,image/webp"
        super().__init__({"accept": accept, "data-picture": True, **(attrs or {})})


class PictureUploadForm(forms.Form):
    """A picture dropped into a text: with the words that stand for it."""

    image = PictureField()
    alt = forms.CharField(
        max_length=300,
        error_messages={"required": gettext_lazy("Say what the picture shows.")},
    )
