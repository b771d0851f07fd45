"""The transfer page: nothing is written unseen, what is ticked is taken, and all can be undone."""

import json
from html import unescape

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from reversion.models import Revision

from resume.admin.transfer import views
from resume.admin.transfer.allowed import MODELS
from resume.document.dates import DateStyle
from resume.formats import MAX_BYTES
from resume.models import Audience, Import, Position, Profile, Project, Skill, Upload
from resume.store import load_resume
from resume.store.imports import digest
from tests.admin.forms import form_values

pytestmark = pytest.mark.django_db

CAREER = (settings.BASE_DIR / "fixtures" / "career.md").read_bytes()
PAGE = "/admin/transfer/"


def send(client, data, name="職務経歴書.md", **options):
    """Post a file as the form does, and follow to the page that answers."""
    file = SimpleUploadedFile(name, data, "text/markdown")
    return client.post(PAGE, {"file": file}, follow=True, **options)


def accept(client, preview, **changed):
    """Post the preview's form as it stands, with some of its values changed."""
    values = {**form_values(preview), **changed}
    values = {name: value for name, value in values.items() if value is not None}
    return client.post(preview.request["PATH_INFO"], values, follow=True)


def token_of(preview, name):
    """Return the value of the checkbox of the record of that name."""
    rows = [
        row
        for group in preview.context["groups"]
        for kind in group.kinds
        for row in kind.rows
        if row.change.name == name
    ]
    assert len(rows) == 1
    return rows[0].token


def changes(preview):
    """Return {action: names} of what a page shows."""
    return {
        group.action: [row.change.name for kind in group.kinds for row in kind.rows]
        for group in preview.context["groups"]
    }


def told(response):
    return [str(message) for message in response.context["messages"]]


# Nine lists of nine of the one before: a billion texts, were they unfolded.
BOMB = "cv:\n  a0: &a0 [x]\n" + "".join(
    f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)


def empty_the_database():
    connection.check_constraints()  # PostgreSQL empties no table whose checks are pending
    call_command("flush", interactive=False, verbosity=0)


def state():
    return digest(load_resume(Audience.OWNER))


@pytest.fixture
def owner(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def edited(*replaced):
    text = CAREER.decode()
    for old, new in replaced:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text.encode()


# From the file to the records


def test_choosing_a_file_writes_none_of_it(owner):
    before = state()
    preview = send(owner, CAREER)
    assert set(changes(preview)) == {"added"}
    assert {"ML基盤の開発", "PHP", "ピクシブ株式会社"} <= set(changes(preview)["added"])
    assert form_values(preview)["change"] == [
        row.token
        for group in preview.context["groups"]
        for kind in group.kinds
        for row in kind.rows
    ]
    assert (state(), Import.objects.count(), Revision.objects.count()) == (before, 0, 0)


def test_looking_again_writes_nothing_and_shows_the_same(owner):
    preview = send(owner, CAREER)
    again = owner.get(preview.request["PATH_INFO"])
    assert changes(again) == changes(preview)
    assert Import.objects.count() == 0


def test_accepting_takes_every_row_that_is_ticked_as_a_draft(owner):
    result = accept(owner, send(owner, CAREER))
    kept = Import.objects.get()
    assert result.request["PATH_INFO"] == reverse("admin:resume_import_change", args=[kept.pk])
    assert (Position.objects.count(), Project.objects.count(), Skill.objects.count()) == (7, 8, 52)
    assert set(Project.objects.values_list("status", flat=True)) == {"draft"}
    assert bytes(kept.source) == CAREER
    assert kept.file_name == "職務経歴書.md"
    assert not Upload.objects.exists()


def test_publishing_and_linking_evidence_are_asked_for(owner):
    accept(owner, send(owner, CAREER), publish="on", accept_evidence="on")
    project = Project.objects.get(title="ML基盤の開発")
    assert project.status == "published"
    assert "FastAPI" in project.skills.values_list("name", flat=True)
    assert not project.skills.filter(name="VPC").exists()


def test_a_row_that_is_not_ticked_is_not_taken(owner):
    preview = send(owner, CAREER)
    ticked = set(form_values(preview)["change"]) - {token_of(preview, "PHP")}
    result = accept(owner, preview, change=ticked)
    assert Skill.objects.count() == 51
    assert not Skill.objects.filter(name="PHP").exists()
    assert result.content.decode().count("transfer-tag") > 0


def test_drafts_are_told_after_an_import_with_the_way_to_publish_them(owner):
    drafts, published = [
        accept(owner, send(owner, text.encode()), **options)
        for text, options in (
            ("# 職務経歴\n\n## 株式会社例 (2020/04〜現在)\n\n設計\n", {}),
            ("# 職務経歴\n\n## 株式会社別 (2019/04〜2020/03)\n\n運用\n", {"publish": "on"}),
        )
    ]
    words = 'which only you see here. <a href="/admin/#unpublished-title">Publish them</a>'
    assert words in told(drafts)[1]
    assert len(told(published)) == 1
    assert 'id="unpublished-title"' in owner.get("/admin/").content.decode()


def test_what_stays_a_draft_though_it_was_to_be_published_is_told_with_the_reason(owner):
    text = "# 職務経歴書\n\nメール: a@example.jp\n\n## 株式会社例 (2020/04〜現在)\n\n設計\n"
    result = accept(owner, send(owner, text.encode()), publish="on")
    assert told(result)[1].startswith("The text under “職務経歴書” stays a draft")
    assert '<a href="/admin/#unpublished-title">Not public yet</a>' in told(result)[1]
    reason = "It may hold contact facts or a birth date: it is a draft."
    assert reason in result.content.decode()
    assert reason in owner.get(result.request["PATH_INFO"]).content.decode()


def test_a_form_that_is_sent_twice_is_answered_with_what_the_first_did(owner, monkeypatch):
    preview = send(owner, CAREER)
    file = Upload.objects.get()
    first = accept(owner, preview)
    monkeypatch.setattr(views, "waiting", lambda _request, _token: file)
    second = accept(owner, preview)
    assert told(second) == ["This file was taken already. Here is what it changed."]
    assert second.request["PATH_INFO"] == first.request["PATH_INFO"]
    assert Import.objects.count() == 1
    Import.objects.update(source=b"of another file")
    assert "no longer waiting" in told(accept(owner, preview))[0]


def test_what_was_not_taken_is_offered_again_unticked(owner):
    preview = send(owner, CAREER)
    accept(owner, preview, change=set(form_values(preview)["change"]) - {token_of(preview, "PHP")})
    again = send(owner, CAREER)
    assert changes(again) == {"kept": ["PHP"]}
    assert "change" not in form_values(again)
    accept(owner, again, change=[token_of(again, "PHP")])
    assert Skill.objects.filter(name="PHP").exists()


def test_the_file_stands_beside_its_ledger_line_by_line(owner):
    preview = send(owner, CAREER.replace(b"\n", b"\r\n"))
    ledger = preview.context["proposal"].ledger
    lines = [line for block in ledger.blocks for line in block.lines]
    assert lines == list(enumerate(CAREER.decode().splitlines(), 1))
    assert [block.record for block in ledger.verbatim] == ["概要"]
    assert ">Line 5</a>" in preview.content.decode()
    places = {number: block.record for block in ledger.blocks for number, _text in block.lines}
    assert places[9] == places[11] == "ML基盤の開発"


def test_a_file_in_which_nothing_was_found_is_told_how_an_employer_is_read(owner):
    preview = send(owner, "ただの文章です。\n".encode())
    (words,) = preview.context["notes"]
    assert words.startswith("No employer, project or skill was found")
    heading = words[words.index("## ") : words.index("”")]
    read = send(owner, f"{heading}\n\n設計\n".encode())
    assert read.context["notes"] == []
    assert "株式会社例" in changes(read)["added"]


def test_a_file_of_data_that_is_read_as_text_is_told_how_its_format_begins(owner):
    data = b"name: Jane\nskills:\n  - Python\n"
    (words,) = send(owner, data, "Resume.YAML").context["notes"]
    assert "RenderCV has a line “cv:”" in words
    assert send(owner, b"cv:\n  name: Jane\n", "Resume.YAML").context["notes"] == []


def test_stays_at_one_employer_are_told_apart_by_their_periods(owner):
    periods = ("2011/04〜2015/09", "2019/04〜現在")
    stays = "".join(f"## 株式会社例 ({period})\n\n運用\n\n" for period in periods)
    text = f"# 職務経歴\n\n{stays}"
    preview = send(owner, text.encode())
    for answer in (preview, accept(owner, preview)):
        html = answer.content.decode()
        assert [html.count(f'<span class="quiet">{each}</span>') for each in periods] == [1, 1]
    Profile.objects.update(date_style=DateStyle.ENGLISH)
    assert "Apr 2019 – Present" in owner.get(answer.request["PATH_INFO"]).content.decode()


def test_lines_that_were_not_understood_are_named_from_the_first_to_the_last(owner):
    preview = send(owner, "# 職務経歴\n\n謎の行\n謎の行\n謎の行\n".encode())
    assert ">Lines 3–5</a>" in preview.content.decode()


def test_the_encoding_of_a_file_is_told(owner):
    text = "# 職務経歴書\n\n## 株式会社例 エンジニア (2020/04〜2021/03)\n"
    preview = send(owner, text.encode("cp932"))
    assert "Shift_JIS" in " ".join(preview.context["notes"])


def test_all_that_is_to_know_of_how_a_file_was_read_stands_in_one_list(owner):
    work = [{"name": "A", "endDate": ""}, {"name": "B", "endDate": ""}]
    preview = send(owner, json.dumps({"work": work}).encode(), "resume.json")
    html = preview.content.decode()
    assert html.count('<ul class="transfer-note">') == html.count("transfer-note") == 1
    assert html.count("An empty end was read as not known.</li>") == 2


def test_evidence_is_told_by_the_names_of_its_records(owner):
    preview = send(owner, CAREER)
    found = {
        (each["project"], each["text"]): each["skills"] for each in preview.context["suggested"]
    }
    project = "データ分析基盤の整備・社内データ分析文化の醸成 (株式会社 CoeFont MLOpsエンジニア)"
    assert found[project, "DynamoDB"] == ["DynamoDB (ミドルウェア)"]
    assert {each["text"] for each in preview.context["ambiguous"]} == {"VPC"}


# The upload while it waits


def test_a_second_file_takes_the_place_of_the_first(owner):
    first = send(owner, CAREER)
    send(owner, edited(("PHP(3 年)", "PHP(5 年)")))
    assert Upload.objects.count() == 1
    gone = accept(owner, first)
    assert gone.request["PATH_INFO"] == PAGE
    assert "no longer waiting" in told(gone)[0]
    assert not Skill.objects.exists()


def test_a_file_is_seen_by_the_user_who_chose_it_alone(owner):
    preview = send(owner, CAREER)
    other = Client()
    other.force_login(get_user_model().objects.create_superuser("other", password="x"))
    answer = other.get(preview.request["PATH_INFO"])
    assert answer.status_code == 302
    assert "職務経歴書.md" not in other.get(PAGE).content.decode()
    assert Upload.objects.count() == 1


def test_a_file_that_nobody_accepted_is_forgotten_with_the_next(owner):
    preview = send(owner, CAREER)
    Upload.objects.update(created_at=timezone.now() - Upload.KEPT_FOR)
    assert owner.get(preview.request["PATH_INFO"]).status_code == 302
    other = Client()
    other.force_login(get_user_model().objects.create_superuser("other", password="x"))
    send(other, CAREER)
    assert Upload.objects.get().user.username == "other"


def test_a_file_can_be_discarded(owner):
    preview = send(owner, CAREER)
    answer = owner.post(f"{preview.request['PATH_INFO']}discard/", follow=True)
    assert "discarded" in told(answer)[0]
    assert not Upload.objects.exists()
    assert owner.get(f"{preview.request['PATH_INFO']}discard/").status_code == 405


def test_after_a_logout_the_file_still_waits(owner, admin_user):
    preview = send(owner, CAREER)
    owner.logout()
    ticks = {**form_values(preview), "publish": "on", "accept_evidence": "on"}
    answer = owner.post(preview.request["PATH_INFO"], ticks)
    assert answer.url == f"/admin/login/?next={preview.request['PATH_INFO']}"
    owner.force_login(admin_user)
    assert changes(owner.get(preview.request["PATH_INFO"])) == changes(preview)


def test_no_upload_is_in_a_dump(owner):
    send(owner, CAREER)
    assert not Upload._default_manager.exists()
    assert Upload.objects.exists()


# Undo


def test_an_import_is_undone_after_a_question(owner):
    before = state()
    accept(owner, send(owner, CAREER), publish="on")
    undo = reverse("admin:transfer_undo", args=[Import.objects.get().pk])
    question = owner.get(undo)
    assert question.status_code == 200
    assert Skill.objects.count() == 52
    done = owner.post(undo, follow=True)
    assert "undone" in told(done)[0]
    assert (state(), Skill.objects.count()) == (before, 0)
    assert Import.objects.get().undone_at


def test_an_undo_that_is_sent_twice_says_that_it_is_done(owner):
    accept(owner, send(owner, CAREER))
    accept(owner, send(owner, edited(("PHP(3 年)", "PHP(5 年)"))))
    earlier, later = Import.objects.order_by("pk")
    undo = reverse("admin:transfer_undo", args=[later.pk])
    assert told(owner.post(undo, follow=True)) == told(owner.post(undo, follow=True))
    assert not Import.objects.get(pk=earlier.pk).undone_at


def test_the_question_speaks_of_undoing_and_of_no_deletion(owner):
    accept(owner, send(owner, CAREER))
    undo = reverse("admin:transfer_undo", args=[Import.objects.get().pk])
    html = owner.get(undo, headers={"accept-language": "ja"}).content.decode()
    question = html[html.index('id="content-main"') :]
    assert "取り消します" in question
    assert "削除せずに" not in question


# What is refused


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        ("# 経歴\n本文\x00\n".encode(), "Line 2: The character U+0000"),
        (b"# a\n\x80\xff\xff\x81", "Line 2: "),
        (b'{"basics": ', ""),
        (b'{"basics": {"name": NaN}}', ""),
        (b"[" + b"[" * 100_000, None),
        (b'[{"model": ' + b"[" * 100_000, "levels"),
        (b"[]", "empty list"),
        (b"cv:\n  name: [\n", ""),
        (BOMB.encode(), "aliases"),
        (("# 経歴\n\n## 株式会社" + "あ" * 300 + " (2020/04〜2021/03)\n").encode(), None),
        ((">" * 300 + " a\n").encode(), None),
        (("- a\n" + "".join("  " * n + "- b\n" for n in range(200))).encode(), None),
        (b"# a\n\n[x](javascript:alert(1))\n\n```\nopen", None),
    ],
)
def test_bad_input_is_refused_in_words_or_shown_and_never_breaks_the_page(owner, data, words):
    """`words` are those of the refusal; None where the file may be shown as text instead."""
    answer = send(owner, data)
    assert answer.status_code == 200
    error = answer.context.get("error")
    if words is not None:
        assert error
        assert words in error
        assert error in unescape(answer.content.decode())
        assert not Upload.objects.exists()
    if error is None:
        accept(owner, answer)
        assert Import.objects.exists()


def test_a_file_over_the_limit_is_refused_before_its_form_is_read(owner):
    answer = send(owner, b"x" * (MAX_BYTES * 2))
    assert answer.status_code == 413
    assert "5 MB" in answer.context["error"]
    assert not hasattr(answer.wsgi_request, "_files")


def test_a_file_a_little_over_the_limit_is_refused_in_the_same_words(owner):
    answer = send(owner, b"x" * (MAX_BYTES + 1))
    assert answer.status_code == 413
    assert "5 MB" in answer.context["error"]


def test_a_form_without_a_file_is_refused_in_words(owner):
    assert "Choose a file" in owner.post(PAGE).context["error"]


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}x/", f"{PAGE}x/discard/", f"{PAGE}imports/1/undo/"])
def test_a_post_without_the_forms_token_is_refused(admin_user, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    assert client.post(path).status_code == 403


# Who may


def staff(*names):
    user = get_user_model().objects.create_user("helper", password="x", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(user)
    return client


ALL = [
    f"{action}_{model._meta.model_name}"
    for model in MODELS.values()
    for action in ("add", "change", "delete")
]
PATHS = [
    PAGE,
    f"{PAGE}rows/",
    f"{PAGE}files/markdown/own/",
    f"{PAGE}imports/1/file/",
    f"{PAGE}imports/1/undo/",
    f"{PAGE}x/",
]


@pytest.mark.parametrize("path", PATHS)
def test_who_may_not_change_all_of_the_resume_gets_403(path):
    assert staff(*ALL[1:]).get(path).status_code == 403


def test_who_may_change_all_of_it_sees_the_page_and_the_link():
    helper = staff(*ALL)
    assert helper.get(PAGE).status_code == 200
    assert f'href="{PAGE}"' in helper.get("/admin/").content.decode()


def test_another_resume_is_told_as_such_and_removes_nothing(owner):
    accept(owner, send(owner, CAREER))
    preview = send(owner, "# 職務経歴\n\n## 株式会社新天地 (2025/10〜現在)\n\n設計\n".encode())
    words = "The file has no employer in common with the last one that was read"
    assert words in preview.content.decode()
    assert "removed" not in changes(preview)
    assert words not in send(owner, CAREER).content.decode()
