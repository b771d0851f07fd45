"""The owner's choices in the admin: chosen without code, refused in words, undone at once."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from PIL import Image

from resume.colours import STANDARD, accents
from resume.models import Profile, Redirect
from tests.admin.forms import form_values
from tests.factories import make_post, make_profile, make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def profile():
    return make_profile(name="山田 花子")


def form(owner, record):
    path = reverse(f"admin:resume_{record._meta.model_name}_change", args=[record.pk])
    return path, owner.get(path, headers={"accept-language": "en"})


def post(owner, record, without=(), **changes):
    """Post the record's form with some fields changed, and some left out as unchecked boxes are."""
    path, page = form(owner, record)
    values = {**form_values(page), **changes}
    for name in without:
        del values[name]
    response = owner.post(path, values, headers={"accept-language": "en"})
    record.refresh_from_db()
    return response


def errors(response):
    assert response.status_code == 200
    return response.context["adminform"].form.errors


def picture(size, form="JPEG", colour="navy"):
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    Image.new("RGB", size, colour).save(buffer, form, exif=exif)
    return SimpleUploadedFile("x.jpg", buffer.getvalue(), "image/jpeg")


def test_a_form_that_is_saved_unchanged_chooses_nothing(owner, profile):
    assert post(owner, profile).status_code == 302
    assert (profile.accent, profile.icon, profile.noindex) == ("", "standard", False)
    assert (profile.home_now, profile.home_projects, profile.home_writing) == (True, 6, 5)


def test_a_colour_is_chosen_shown_as_it_is_used_and_given_up(owner, profile):
    assert f'type="color" name="accent" value="{STANDARD}"' in form(owner, profile)[1].text
    post(owner, profile, accent="#FFE600")
    assert profile.accent == "#ffe600"
    page = form(owner, profile)[1].text
    assert 'type="color" name="accent" value="#ffe600"' in page
    assert all(accent in page for accent in accents("#ffe600"))
    post(owner, profile)
    assert profile.accent == "#ffe600"
    post(owner, profile, **{"accent-clear": "on"})
    assert profile.accent == ""
    post(owner, profile, accent=STANDARD)
    assert profile.accent == ""


@pytest.mark.parametrize("colour", ["red", "#fff", "#ffe6000", "url(x)", "#ffe60\x00"])
def test_what_is_no_colour_is_refused_in_words(owner, profile, colour):
    assert list(errors(post(owner, profile, accent=colour))) == ["accent"]
    assert profile.accent == ""


def test_an_icon_is_the_square_middle_of_a_picture_without_its_metadata(owner, profile):
    assert post(owner, profile, icon="picture", icon_picture=picture((900, 300))).status_code == 302
    with default_storage.open(profile.icon_picture.name) as file:
        content = file.read()
    with Image.open(io.BytesIO(content)) as image:
        assert (image.format, image.size) == ("PNG", (180, 180))
        assert dict(image.getexif()) == {}
    assert b"where I live" not in content
    assert profile.icon_picture.name.endswith(".png")
    assert "x.jpg" not in profile.icon_picture.name


def test_a_small_picture_gives_an_icon_of_full_size(owner, profile):
    post(owner, profile, icon="picture", icon_picture=picture((20, 30), "PNG"))
    assert (profile.icon_width, profile.icon_height) == (180, 180)


def test_an_icon_that_cannot_be_made_is_refused_at_its_field(owner, profile):
    no_picture = SimpleUploadedFile("x.png", b"no picture", "image/png")
    assert list(errors(post(owner, profile, icon_picture=no_picture))) == ["icon_picture"]
    assert list(errors(post(owner, profile, icon="picture"))) == ["icon_picture"]
    assert list(errors(post(owner, profile, icon_letter="ABC"))) == ["icon_letter"]
    for letter in ("/", "a/"):
        assert list(errors(post(owner, profile, icon_letter=letter))) == ["icon_letter"]
    Profile.objects.update(name="", title="")
    assert list(errors(post(owner, profile, icon="letter"))) == ["icon_letter"]
    assert post(owner, profile, icon="letter", icon_letter="K").status_code == 302


def test_the_home_page_takes_a_number_that_fits_one_screen(owner, profile):
    post(owner, profile, ["home_now"], home_projects="0", home_writing="20")
    assert (profile.home_now, profile.home_projects, profile.home_writing) == (False, 0, 20)
    for name, number in (("home_projects", "13"), ("home_writing", "21"), ("home_writing", "-1")):
        assert list(errors(post(owner, profile, **{name: number}))) == [name]


def test_writing_is_pinned_in_its_own_form(owner):
    for record in (make_post(), make_publication()):
        assert post(owner, record, pinned="on").status_code == 302
        assert record.pinned


def test_the_owner_is_reminded_while_the_site_is_not_to_be_listed(owner, profile, rf):
    def note():
        request = rf.get("/admin/")
        return render_to_string("admin/_noindex.html", request=request).strip()

    assert note() == ""
    post(owner, profile, noindex="on")
    assert profile.noindex
    assert reverse("admin:resume_profile_changelist") in note()


def test_a_redirect_is_written_by_hand_and_refused_at_its_field(owner):
    path = reverse("admin:resume_redirect_add")
    values = form_values(owner.get(path))
    assert values["kind"] == ["permanent"]

    def add(**changes):
        return owner.post(path, {**values, **changes}, headers={"accept-language": "en"})

    assert list(errors(add(old_path="/old.html"))) == ["target"]
    assert list(errors(add(old_path="/", target="/projects/"))) == ["old_path"]
    assert list(errors(add(old_path="", target="/projects/"))) == ["old_path"]
    assert add(old_path="/old.html", kind="gone").status_code == 302
    whole = "http://127.0.0.1:8000"
    assert add(old_path=f"{whole}/a.html", target=f"{whole}/projects/").status_code == 302
    assert set(Redirect.objects.values_list("old_path", "kind", "target")) == {
        ("/old.html", "gone", ""),
        ("/a.html", "permanent", "/projects/"),
    }
    again = add(old_path="/%6Fld.html", target="/projects/")
    assert list(errors(again)) == ["old_path"]
