"""A text that may hold contact facts is asked about before everybody can read it."""

import re
from html import unescape

import pytest
from django.urls import reverse

from resume.models import Section
from tests.admin.forms import form_values
from tests.factories import make_project, make_section
from tests.store.career import import_text

pytestmark = pytest.mark.django_db

LIST = "/admin/resume/section/"
MAIL = "挨拶です。\n\nメール: taro@example.jp\n電話: 090-1234-5678\n"


@pytest.fixture
def owner(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def told(response):
    return [str(message) for message in response.context["messages"]]


def publish(client, *sections, path=LIST, **more):
    """Send the action of the list, as the front page does too, which it then leads back to."""
    keys = [each.pk for each in sections]
    values = {"action": "publish", "index": "0", "_selected_action": keys, **more}
    return client.post(path, values, follow=True)


def status(section):
    return Section.objects.get(pk=section.pk).status


def save(client, section, **changed):
    path = reverse("admin:resume_section_change", args=[section.pk])
    values = {**form_values(client.get(path)), **changed}
    return client.post(path, values)


def test_a_draft_with_a_mail_address_is_asked_about_on_the_way_from_the_front_page(owner):
    section = make_section(title="職務経歴書", body=MAIL, status="draft")
    front = owner.get("/admin/").content.decode()
    assert f'action="{LIST}"' in front
    asked = publish(owner, section, back="index")
    assert status(section) == "draft"
    html = unescape(asked.content.decode())
    assert re.findall(r"<li>(line \d+: .+)</li>", html) == [
        "line 3: メール: taro@example.jp",
        "line 4: 電話: 090-1234-5678",
    ]
    edit = reverse("admin:resume_section_change", args=[section.pk])
    assert f'<a href="{edit}">Edit “職務経歴書” first</a>' in html
    assert '<a href="/admin/" class="button cancel-link">No, leave it a draft</a>' in html
    done = owner.post(LIST, form_values(asked), follow=True)
    assert done.request["PATH_INFO"] == "/admin/"
    assert told(done) == ["1 record was changed."]
    assert status(section) == "published"


def test_what_an_import_holds_back_is_what_is_asked_about(owner):
    import_text(f"# 職務経歴書\n\n{MAIL}\n# 自己PR\n\n設計が得意です。\n", publish=True)
    held, free = Section.objects.get(title="職務経歴書"), Section.objects.get(title="自己PR")
    assert (held.status, free.status) == ("draft", "published")
    Section.objects.update(status="draft")
    asked = publish(owner, held, free)
    assert [each.name for each in asked.context["found"]] == ["職務経歴書"]


def test_other_records_of_the_selection_do_not_wait_for_the_answer(owner):
    telling = make_section(title="連絡", body=MAIL, status="draft")
    harmless = make_section(title="自己PR", body="設計", status="draft")
    asked = publish(owner, telling, harmless)
    assert (status(telling), status(harmless)) == ("draft", "published")
    assert told(asked) == ["1 record was changed."]
    assert form_values(asked)["_selected_action"] == [str(telling.pk)]
    html = asked.content.decode()
    assert f'<a href="{LIST}" class="button cancel-link">No, leave it a draft</a>' in html
    done = owner.post(LIST, form_values(asked), follow=True)
    assert done.request["PATH_INFO"] == LIST


def test_after_a_logout_the_answer_leads_to_the_login(owner):
    section = make_section(title="連絡", body=MAIL, status="draft")
    answer = form_values(publish(owner, section, back="index"))
    assert {"asked", "back"} <= answer.keys()
    owner.logout()
    assert owner.post(LIST, answer).url == f"/admin/login/?next={LIST}"


def test_a_text_that_changed_after_the_question_is_asked_about_again(owner):
    section = make_section(title="連絡", body=MAIL, status="draft")
    answer = form_values(publish(owner, section))
    Section.objects.update(body=f"{MAIL}住所: 東京都\n")
    again = owner.post(LIST, answer, follow=True)
    assert "住所: 東京都" in again.content.decode()
    assert status(section) == "draft"


def test_what_is_public_and_what_is_no_section_is_not_asked_about(owner):
    section = make_section(title="連絡", body=MAIL, status="published")
    assert "found" not in publish(owner, section).context
    project = make_project(body=MAIL, status="draft")
    path = reverse("admin:resume_project_changelist")
    assert told(publish(owner, project, path=path)) == ["1 record was changed."]


def test_a_category_of_skills_is_asked_about_in_its_own_list(owner):
    section = make_section(title="言語", body=MAIL, status="draft", holds="skills")
    path = reverse("admin:resume_skillcategory_changelist")
    asked = publish(owner, section, path=path)
    assert status(section) == "draft"
    owner.post(path, form_values(asked))
    assert status(section) == "published"


def test_the_form_asks_once_and_saving_again_answers(owner):
    section = make_section(title="連絡", body=MAIL, status="draft")
    asked = save(owner, section, status="published")
    html = unescape(asked.content.decode())
    facts = "taro@example.jp, 090-1234-5678"
    assert f"This may be a contact fact or a birth date: {facts}. Nothing was saved." in html
    assert status(section) == "draft"
    owner.post(asked.request["PATH_INFO"], form_values(asked))
    assert status(section) == "published"


def test_the_form_asks_about_what_a_public_text_newly_tells_alone(owner):
    section = make_section(title="連絡", body=MAIL, status="published")
    assert save(owner, section, title="連絡先").status_code == 302
    asked = save(owner, section, body=f"{MAIL}\n生年月日: 1990年1月1日\n")
    assert "birth date: 生年月日. Nothing was saved." in unescape(asked.content.decode())
    values = {**form_values(asked), "body": f"{MAIL}\n生年月日: 1990年\n住所: 東京\n"}
    assert owner.post(asked.request["PATH_INFO"], values).status_code == 200  # another question


def test_a_draft_is_saved_without_a_question(owner):
    section = make_section(title="連絡", body="", status="draft")
    assert save(owner, section, body=MAIL).status_code == 302
    assert Section.objects.get(pk=section.pk).body.strip() == MAIL.strip()


def test_a_new_public_section_is_asked_about(owner):
    path = reverse("admin:resume_section_add")
    values = {**form_values(owner.get(path)), "title": "連絡", "body": MAIL, "status": "published"}
    asked = owner.post(path, values)
    assert not Section.objects.exists()
    assert owner.post(path, form_values(asked)).status_code == 302
    assert Section.objects.get().status == "published"
