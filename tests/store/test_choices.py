"""What the owner chose about the site is in no résumé file, so no import touches it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from resume.formats import parse
from resume.models import Audience, Post, Profile, Publication
from resume.models.choices import SiteChoices
from resume.store import load_resume, save_resume
from resume.store.records import FIELDS
from tests.factories import make_post

pytestmark = pytest.mark.django_db

CHOICES = {
    "accent": "#c0392b",
    "icon": "letter",
    "icon_letter": "K",
    "icon_picture": "icons/a.png",
    "icon_width": 180,
    "icon_height": 180,
    "home_now": False,
    "home_projects": 1,
    "home_writing": 2,
    "noindex": True,
}


def test_an_import_leaves_every_choice_as_it_is():
    call_command("loaddata", "fixtures/career.json", verbosity=0)
    Profile.objects.update(**CHOICES)
    Publication.objects.update(pinned=True)
    make_post(pinned=True)
    file = parse((Path(settings.BASE_DIR) / "fixtures" / "career.md").read_bytes())
    for document, exact in ((file.resume, False), (load_resume(Audience.OWNER), True)):
        save_resume(document, exact=exact)
        assert Profile.objects.values(*CHOICES).get() == CHOICES
        assert Publication.objects.filter(pinned=True).count() == 10
        assert Post.objects.filter(pinned=True).count() == 1


def test_every_choice_has_a_default_and_no_place_in_a_file():
    names = {field.name for field in SiteChoices._meta.get_fields()}
    assert set(CHOICES) == names
    assert names & set(FIELDS["Profile"]) == set()
    assert "pinned" not in FIELDS["Publication"]
