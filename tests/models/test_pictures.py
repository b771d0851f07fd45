"""Pictures keep renditions in the sizes that pages show, and take them along when they go."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from resume.models import Profile, Project
from resume.models.pictures import original_name, rendition_name
from tests.factories import make_profile, make_project

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def picture(width, height, form="WEBP", mode="RGB"):
    buffer = io.BytesIO()
    Image.new(mode, (width, height), 90).save(buffer, form)
    return ContentFile(buffer.getvalue(), f"a.{form.lower()}")


def stored(media):
    """Return {file name: (format, size)} of the pictures in the storage."""
    found = {}
    for path in media.rglob("*.*"):
        with Image.open(path) as image:
            found[path.name] = (image.format, image.size)
    return found


def test_a_picture_is_stored_with_every_narrower_rendition(media):
    make_project(cover=picture(1200, 600), cover_alt="図")
    assert stored(media) == {
        "a.webp": ("WEBP", (1200, 600)),
        "a.240.webp": ("WEBP", (240, 120)),
        "a.480.webp": ("WEBP", (480, 240)),
        "a.960.webp": ("WEBP", (960, 480)),
    }


@pytest.mark.parametrize(("width", "height"), [(240, 10), (1, 1), (200, 4000)])
def test_no_rendition_is_as_wide_as_the_picture(media, width, height):
    project = make_project(cover=picture(width, height), cover_alt="図")
    assert stored(media) == {"a.webp": ("WEBP", (width, height))}
    assert project.cover.srcset == ""


@pytest.mark.parametrize(("form", "mode"), [("PNG", "P"), ("PNG", "LA"), ("JPEG", "L")])
def test_every_form_and_mode_of_a_picture_can_be_scaled(media, form, mode):
    project = make_project(cover=picture(300, 3, form, mode), cover_alt="図")
    name = f"a.240.{form.lower()}"
    assert stored(media)[name] == (form, (240, 2))
    assert project.cover.srcset.split(", ")[0] == f"/media/covers/{name} 240w"


def test_every_candidate_of_a_picture_is_served_in_its_width(client, media):
    project = make_project(cover=picture(1500, 750), cover_alt="図")
    candidates = [each.split() for each in Project.objects.get().cover.srcset.split(", ")]
    assert [width for _url, width in candidates] == ["240w", "480w", "960w", "1440w", "1500w"]
    for url, width in candidates:
        response = client.get(url)
        with Image.open(io.BytesIO(response.getvalue())) as image:
            assert f"{image.width}w" == width
            assert image.width == image.height * 2
    assert project.cover.url == candidates[-1][0]


def test_renditions_go_with_their_picture_and_no_other_goes(media):
    kept = make_project(cover=picture(300, 300), cover_alt="図")
    project = make_project(cover=picture(1200, 600), cover_alt="図")
    assert len(stored(media)) == 6
    project.cover.delete()
    assert set(stored(media)) == {"a.webp", "a.240.webp"}
    assert (Project.objects.get(pk=project.pk).cover.name, kept.cover.name) == ("", "covers/a.webp")


def test_what_is_no_picture_is_stored_alone(media):
    record = Project(cover=ContentFile(b"no picture", "a.webp"))
    record.cover.save("a.webp", ContentFile(b"no picture"), save=False)
    assert [path.name for path in media.rglob("*.*")] == ["a.webp"]


def test_a_row_whose_file_is_gone_names_its_candidates_and_breaks_nothing(media):
    project = make_project(cover=picture(500, 250), cover_alt="図")
    for path in media.rglob("*.*"):
        path.unlink()
    project = Project.objects.get()
    assert project.cover.srcset.endswith(", /media/covers/a.webp 500w")
    project.cover.delete()
    assert Project.objects.get().cover.name == ""


def test_a_picture_of_unknown_size_has_one_address():
    project = Project(cover="covers/a.webp")
    assert (project.cover.srcset, project.cover.url) == ("", "/media/covers/a.webp")


def test_an_icon_has_one_small_rendition(media):
    make_profile(icon="picture", icon_picture=picture(180, 180, "PNG"))
    profile = Profile.objects.get()
    assert stored(media) == {"a.png": ("PNG", (180, 180)), "a.48.png": ("PNG", (48, 48))}
    assert profile.icon_picture.smallest_url == "/media/icons/a.48.png"
    assert Profile(icon_picture="icons/b.png").icon_picture.smallest_url == "/media/icons/b.png"


def test_a_rendition_is_named_by_its_picture_and_its_width():
    assert rendition_name("covers/a.webp", 480) == "covers/a.480.webp"
    assert original_name("covers/a.480.webp") == "covers/a.webp"
    for name in ("covers/a.webp", "a.b.webp", ".480.webp", "a.²48.webp", "", "a."):
        assert original_name(name) is None
    assert default_storage.exists("covers/a.480.webp") is False
