"""A file that does not say its language changes none: it only gives a new résumé one."""

import json

import pytest

from resume import formats
from resume.formats import json_resume
from resume.models import Audience, Profile
from resume.store import import_source, load_resume
from tests.factories import make_profile
from tests.store.career import CAREER, import_text

pytestmark = pytest.mark.django_db

JSON_RESUME = json.dumps(
    {"basics": {"name": "Hanako Yamada"}, "work": [{"name": "Acme", "startDate": "2020-04"}]}
)
RENDERCV = "cv:\n  name: Hanako Yamada\n  sections:\n    experience:\n      - company: Acme\n"
UNTOLD = pytest.mark.parametrize("text", [JSON_RESUME, RENDERCV], ids=["json", "rendercv"])


def import_file(text, **options):
    """Import a file of any format, and return what its profile would change, by field."""
    data = text.encode()
    report = import_source(formats.parse(data), data, "file", **options)
    fields = [
        each for change in report.changes if change.model == "Profile" for each in change.fields
    ]
    return {each.name: (each.before, each.after) for each in fields}


def stored():
    profile = Profile.objects.get()
    return profile.language, profile.date_style


@UNTOLD
def test_the_first_one_over_a_site_keeps_its_language_and_its_dates(text):
    import_text(CAREER)
    assert stored() == ("ja", "2023/06")
    changes = import_file(text, dry_run=True)
    assert changes["name"] == ("", "Hanako Yamada")
    assert changes.keys() & {"language", "date_style"} == set()
    import_file(text)
    assert stored() == ("ja", "2023/06")


@UNTOLD
def test_a_newer_one_keeps_them_too(text):
    import_file(text)
    assert stored() == ("en", "Jun 2023")
    changes = import_file(text.replace("Hanako Yamada", "山田はなこ"))
    assert changes == {"name": ("Hanako Yamada", "山田はなこ")}
    assert stored() == ("en", "Jun 2023")


@UNTOLD
@pytest.mark.parametrize(
    ("employer", "expected"), [("Acme", ("en", "Jun 2023")), ("アクメ", ("ja", "2023/06"))]
)
def test_a_new_resume_is_in_the_language_of_its_letters(text, employer, expected):
    import_file(text.replace("Acme", employer))
    assert stored() == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("japanese", ("ja", "2023/06")),
        ("english", ("en", "Jun 2023")),
        ("german", ("en", "Jun 2023")),
    ],
)
def test_a_locale_of_rendercv_tells_the_language(locale, expected):
    import_file(f"{RENDERCV}locale:\n  language: {locale}\n")
    assert stored() == expected


def test_a_locale_of_rendercv_is_proposed_to_a_site_in_another_language():
    make_profile(name="山田花子", language="ja")
    changes = import_file(f"{RENDERCV}locale:\n  language: english\n", dry_run=True)
    assert changes["language"] == ("ja", "en")
    changes = import_file(f"{RENDERCV}locale:\n  language: german\n", dry_run=True)
    assert "language" not in changes


def test_an_export_of_our_own_tells_its_language():
    make_profile(name="Hanako", language="en", date_style="Jun 2023")
    text = json_resume.render(load_resume(Audience.OWNER))
    Profile.objects.update(language="ja", date_style="2023/06")
    changes = import_file(text)
    assert changes == {"language": ("ja", "en"), "date_style": ("2023/06", "Jun 2023")}
    assert stored() == ("en", "Jun 2023")
