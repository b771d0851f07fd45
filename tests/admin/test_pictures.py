"""Uploaded pictures: bounded before they are decoded, stored upright and clean."""

import io
import struct
import time
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from resume.admin.pictures import MAX_BYTES, clean_picture


def upload(content):
    return SimpleUploadedFile("x.png", content, "image/png")


def encoded(image, form, **options):
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


def opened(content):
    return Image.open(clean_picture(upload(content)))


def huge_png(side):
    """Return a PNG of side × side black pixels, of a few kilobytes."""

    def chunk(name, data):
        check = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)

    packer = zlib.compressobj(9)
    row = bytes(1 + (side + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def refusal(content):
    with pytest.raises(ValidationError) as refused:
        clean_picture(upload(content))
    return refused.value.code


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_the_three_formats_become_webp_under_a_name_of_ours(form):
    cleaned = clean_picture(upload(encoded(Image.new("RGB", (30, 20)), form)))
    assert cleaned.name.endswith(".webp")
    assert "x.png" not in cleaned.name
    with Image.open(cleaned) as image:
        assert (image.format, image.size) == ("WEBP", (30, 20))


def test_a_picture_lying_on_its_side_is_turned_and_loses_its_metadata():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "where I live"
    image = opened(encoded(Image.new("RGB", (30, 20)), "JPEG", exif=exif))
    assert image.size == (20, 30)
    assert dict(image.getexif()) == {}
    assert (
        b"where I live"
        not in clean_picture(upload(encoded(Image.new("RGB", (30, 20)), "JPEG", exif=exif))).read()
    )


def test_transparency_stays():
    image = opened(encoded(Image.new("RGBA", (3, 3), (0, 0, 0, 0)), "PNG"))
    assert image.convert("RGBA").getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "CMYK"])
def test_every_colour_mode_is_accepted(mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(encoded(Image.new(mode, (3, 3)), form)).size == (3, 3)


def test_a_large_picture_is_made_smaller():
    assert opened(encoded(Image.new("RGB", (4000, 1000)), "PNG")).size == (2560, 640)


def test_169_megapixels_in_a_few_kilobytes_are_refused_undecoded():
    content = huge_png(13_000)
    assert len(content) < 30_000
    start = time.perf_counter()
    assert refusal(content) == "too_many_pixels"
    assert time.perf_counter() - start < 1


def test_what_pillow_itself_refuses_as_a_bomb_is_refused():
    assert refusal(huge_png(20_000)) == "too_many_pixels"


def test_more_than_ten_megabytes_are_refused():
    assert refusal(b"x" * (MAX_BYTES + 1)) == "too_large"


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF"])
def test_other_formats_are_refused(form):
    assert refusal(encoded(Image.new("RGB", (3, 3)), form)) == "no_picture"


def test_a_moving_picture_is_refused():
    frames = [Image.new("RGB", (3, 3), colour) for colour in ("red", "blue")]
    content = encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:])
    assert refusal(content) == "animated"


def test_a_damaged_picture_is_refused():
    content = encoded(Image.effect_noise((60, 60), 9), "PNG")
    assert refusal(content[: len(content) // 2]) == "no_picture"
