"""What leaves by the transfer page: the right bytes, under a right name, and nothing private."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from resume.formats import FORMATS
from resume.models import Import, ProfileLink, Project, Skill
from tests import factories
from tests.admin.test_transfer import CAREER, accept, empty_the_database, send

pytestmark = pytest.mark.django_db

PAGE = "/admin/transfer/"


@pytest.fixture
def owner(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


@pytest.fixture
def career():
    call_command("loaddata", "fixtures/career.json", verbosity=0)


def test_the_markdown_is_the_owners_file_byte_for_byte(owner, career):
    answer = owner.get(f"{PAGE}files/markdown/site/")
    assert answer.content == CAREER
    assert answer["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''%E8%81%B7%E5%8B%99%E7%B5%8C%E6%AD%B4.md"
    )
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


def test_drafts_are_in_the_owners_own_file_only(owner, career):
    Project.objects.filter(title="ML基盤の開発").update(status="draft")
    assert "ML基盤の開発" not in owner.get(f"{PAGE}files/markdown/site/").content.decode()
    assert owner.get(f"{PAGE}files/markdown/own/").content == CAREER


def test_contact_facts_are_in_the_rows_and_in_no_other_file(owner):
    section = factories.make_section(title="連絡先", holds="links")
    factories.make_profile_link(
        label="電話",
        kind="phone",
        url=None,
        value="090-0000-0000",
        audience="owner",
        section=section,
    )
    files = [
        owner.get(f"{PAGE}files/{download.format}/{download.contents}/").content.decode()
        for download in owner.get(PAGE).context["downloads"]
    ]
    assert len(files) >= 2
    assert [file for file in files if "090-0000-0000" in file] == []
    assert "090-0000-0000" in owner.get(f"{PAGE}rows/").content.decode()


def test_every_format_that_is_offered_can_be_written(owner, career):
    offered = {download.format for download in owner.get(PAGE).context["downloads"]}
    assert offered == {name for name in FORMATS if hasattr(FORMATS[name], "render")}


@pytest.mark.parametrize("path", ["rendercv/site/", "docx/site/", "markdown/all/"])
def test_what_is_not_offered_is_not_found(owner, path):
    assert owner.get(f"{PAGE}files/{path}").status_code == 404


def test_the_rows_load_to_the_same_rows(owner, career, tmp_path):
    factories.make_post(title="記事")
    ProfileLink.objects.update(audience="owner")
    first = owner.get(f"{PAGE}rows/")
    assert first["Content-Disposition"] == 'attachment; filename="resume.json"'
    file = tmp_path / "rows.json"
    file.write_bytes(first.content)
    empty_the_database()
    assert not Skill.objects.exists()
    call_command("loaddata", str(file), verbosity=0)
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("owner", password="x"))
    assert json.loads(client.get(f"{PAGE}rows/").content) == json.loads(first.content)


@pytest.mark.parametrize(
    "data", [CAREER, b"\xef\xbb\xbf" + CAREER.replace(b"\n", b"\r\n").rstrip()]
)
def test_the_file_as_imported_comes_back_byte_for_byte(owner, data):
    accept(owner, send(owner, data, name="../経歴\u3000書 (1).md"))
    answer = owner.get(reverse("admin:transfer_imported", args=[Import.objects.get().pk]))
    assert answer.content == data
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E7%B5%8C")


def test_the_file_as_imported_is_offered_with_its_truth(owner):
    accept(owner, send(owner, CAREER))
    assert "byte for byte" in owner.get(PAGE).content.decode()
    Skill.objects.filter(name="PHP").update(claim="4 年")
    page = owner.get(PAGE).content.decode()
    assert "byte for byte" not in page
    assert "before later edits" in page


def test_a_name_cannot_leave_its_folder(owner):
    factories.make_profile(name='../a\\b:"c"')
    disposition = owner.get(f"{PAGE}files/markdown/own/")["Content-Disposition"]
    assert disposition == 'attachment; filename="a b c .md"'


@pytest.mark.parametrize("name", ["admin:transfer_imported", "admin:transfer_undo"])
def test_the_page_of_a_missing_import_leads_to_those_that_there_are(owner, name):
    response = owner.get(reverse(name, args=[999]), follow=True)
    assert response.redirect_chain == [(reverse("admin:resume_import_changelist"), 302)]
    assert "There is no such import." in response.content.decode()
