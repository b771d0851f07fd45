"""Fixtures through the admin: the résumé's rows by an allow-list, all or none of them."""

import json

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from reversion.models import Version

from resume.admin.transfer.allowed import FIELDS, MODELS, PASSED_OVER
from resume.models import Employer, Position, Post, Profile, Project, Skill, Upload
from tests import factories
from tests.admin.test_transfer import accept, changes, empty_the_database, send, told

pytestmark = pytest.mark.django_db

PAGE = "/admin/transfer/"
CAREER = json.loads((settings.BASE_DIR / "fixtures" / "career.json").read_text(encoding="utf-8"))
SAMPLE = json.loads(
    (settings.BASE_DIR / "fixtures" / "sample_post.json").read_text(encoding="utf-8")
)


@pytest.fixture
def owner(admin_client):
    admin_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return admin_client


def upload(client, rows):
    return send(client, json.dumps(rows, ensure_ascii=False).encode(), "rows.json")


def error(client, *rows):
    """Return the words by which the rows are refused; nothing of them is written."""
    answer = upload(client, list(rows))
    assert answer.status_code == 200
    assert not Upload.objects.exists()
    assert not Skill.objects.exists()
    return answer.context["error"]


def row(model, **fields):
    return {"model": f"resume.{model}", "fields": fields}


PYTHON = row("skill", slug="python", name="Python")


def rows_of(client):
    return json.loads(client.get(f"{PAGE}rows/").content)


def test_rows_that_are_there_already_ask_for_nothing(owner):
    accept(owner, upload(owner, [PYTHON]))
    html = upload(owner, [PYTHON]).content.decode()
    assert "The site says all of this already, and nothing is to be done." in html
    assert "Accept all rows" not in html
    assert "Accept all rows" in upload(owner, [row("skill", slug="go", name="Go")]).content.decode()


def test_every_field_of_an_allowed_model_is_allowed_or_passed_over():
    for label, model in MODELS.items():
        fields = {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}
        assert fields - {"id"} == set(FIELDS[label]) | fields & set(PASSED_OVER), label
        assert not set(FIELDS[label]) & set(PASSED_OVER)


def test_tables_of_upkeep_users_and_sessions_are_not_allowed():
    labels = {model._meta.label_lower for model in apps.get_models()}
    assert {"auth.user", "sessions.session", "resume.import", "resume.generation"} <= labels
    assert {label for label in FIELDS if not label.startswith("resume.")} == set()
    ours = {model._meta.label_lower for model in apps.get_app_config("resume").get_models()}
    # A category is a section by another name.
    upkeep = ("generation", "import", "redirect", "settled", "skillcategory", "upload")
    assert ours - set(FIELDS) == {f"resume.{name}" for name in upkeep}


def test_the_owners_rows_are_shown_then_loaded_as_a_whole(owner):
    preview = upload(owner, CAREER + SAMPLE)
    assert not Skill.objects.exists()
    assert len(changes(preview)["added"]) == len(CAREER + SAMPLE)
    assert 'name="change"' not in preview.content.decode()
    done = accept(owner, preview)
    assert "changes were made" in told(done)[0]
    again = rows_of(owner)
    assert len(again) == len(CAREER + SAMPLE)
    empty_the_database()
    call_command("loaddata", "fixtures/career.json", "fixtures/sample_post.json", verbosity=0)
    owner.force_login(get_user_model().objects.create_superuser("again", password="x"))
    loaded = rows_of(owner)
    for each in (*again, *loaded):
        each["fields"].pop("updated_at", None)
    key = json.dumps
    assert sorted(again, key=key) == sorted(loaded, key=key)


def test_a_second_load_changes_nothing_and_makes_no_revision(owner):
    call_command("loaddata", "fixtures/career.json", verbosity=0)  # the same rows: the test above
    preview = upload(owner, CAREER)
    assert changes(preview) == {}
    accept(owner, preview)
    assert not Version.objects.exists()


def test_a_changed_row_is_shown_and_keeps_its_earlier_state_in_its_history(owner):
    skill = factories.make_skill(name="Python", claim="6 年")
    preview = upload(owner, [row("skill", slug="python", claim="7 年")])
    assert changes(preview) == {"changed": ["Python"]}
    assert "<del>6</del> 年" in preview.content.decode()
    accept(owner, preview)
    skill.refresh_from_db()
    assert (skill.claim, skill.name) == ("7 年", "Python")
    states = [each.field_dict["claim"] for each in Version.objects.get_for_object(skill)]
    assert states == ["7 年", "6 年"]


def test_rows_refer_to_rows_anywhere_in_the_file(owner):
    accept(
        owner,
        upload(
            owner,
            [
                row("project", slug="p", title="基盤", position=["r"], skills=[["vpc"]]),
                row("skill", slug="vpc", name="VPC", parent=["aws"]),
                row("skill", slug="aws", name="AWS"),
                row("position", slug="r", role="技術者", employer=["e"]),
                row("employer", slug="e", name="株式会社例"),
            ],
        ),
    )
    project = Project.objects.get()
    assert project.position.employer.name == "株式会社例"
    assert project.skills.get().parent.name == "AWS"


@pytest.mark.parametrize(
    "model", ["auth.user", "sessions.session", "resume.import", "resume.generation", "x", None, 1]
)
def test_a_table_that_is_not_allowed_refuses_the_whole_file_naming_the_row(owner, model):
    before = get_user_model().objects.count()
    words = error(owner, PYTHON, {"model": model, "fields": {"username": "intruder"}})
    assert words.startswith("[1]: ")
    assert str(model) in words
    assert get_user_model().objects.count() == before


@pytest.mark.parametrize(
    ("second", "place", "words"),
    [
        (row("skill", slug="r", name="R", no_such=1), "[1]", "no_such"),
        (row("skill", slug="r", name="R", id=1), "[1]", "id"),
        (row("skill", slug="r", name="R", posts=[]), "[1]", "posts"),
        ({**row("skill", slug="r", name="R"), "pk": 1}, "[1]", "primary key"),
        ("text", "[1]", "no row"),
        ({"model": "resume.skill", "fields": []}, "[1]", "no row"),
        (row("skill", slug="r", name=["R"]), "[1].fields.name", "text in quotes"),
        (row("skill", slug="r", name="R", order="1"), "[1].fields.order", "number"),
        (row("skill", slug="r", name="R", order=True), "[1].fields.order", "number"),
        (row("skill", slug="r", name="R", order=10**30), "[1].fields.order", "too large"),
        (row("skill", slug="r", name="R", order=-1), "[1] resume.skill r", ""),
        (row("skill", slug="r", name="R", extras=[]), "[1].fields.extras", "{ }"),
        (row("skill", slug="r", name="R", parent=1), "[1].fields.parent", '["python"]'),
        (row("skill", slug="r", name="R", parent=["a", "b"]), "[1] resume.skill r: parent", "a/b"),
        (row("post", slug="r", title="R", skills=["x"]), "[1].fields.skills", '[["python"]'),
        (row("post", slug="r", title="R", pinned="x"), "[1].fields.pinned", "true or false"),
        (row("skill", slug="r", name="R", parent=["none"]), "[1] resume.skill r: parent", "none"),
        (row("skill", slug="../../x", name="R"), "[1] resume.skill ../../x", ""),
        (row("skill", name="R"), "[1] resume.skill", ""),
        (row("skill", slug="r", name="R" * 300), "[1] resume.skill r: name: ", "at most 200"),
        (row("skill", slug="r", name="a\x00b"), "[1].fields.name", "U+0000"),
        (row("skill", slug="r", name="a\ud800b"), "[1].fields.name", "U+D800"),
        (row("skill", slug="python", name="R"), "[1] resume.skill python", "twice"),
        (row("publication", slug="r", title="R", url="javascript:alert(1)"), "[1] ", "http"),
        (row("position", slug="r", role="R", start="いつか", employer=["e"]), "[1] ", "いつか"),
        (row("position", slug="r", role="R"), "[1] resume.position r", ""),
        (row("skill", slug="r", name="R", status="secret"), "[1] resume.skill r", ""),
        (row("post", slug="r", title="R", publish_at="then"), "[1] resume.post r", "then"),
        (row("profile", slug="other", name="R"), "[1] resume.profile other", ""),
    ],
)
def test_a_bad_row_refuses_the_whole_file_naming_it(owner, second, place, words):
    data = json.dumps([PYTHON, second]).encode()
    answer = send(owner, data, "rows.json")
    assert answer.status_code == 200
    assert answer.context["error"].startswith(place)
    assert words in answer.context["error"]
    assert not Skill.objects.exists()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[{"model": NaN}]', "NaN"),
        ('[{"model": "resume.skill", "fields": {"extras": {"a": 1e999}}}]', "1e999"),
        ('[{"model": "resume.skill", "model": "auth.user"}]', "twice"),
        ('[{"model": "resume.skill",\n "fields": }]', "Line 2"),
        (f'[{{"a": {"9" * 5000}}}]', "too large"),
        (f'[{{"a": {"[" * 200}{"]" * 200}}}]', "levels"),
        ('[{"basics": {"name": "Jane"}}]', "a JSON Resume begins with “{”"),
    ],
)
def test_what_is_no_clean_json_is_refused_in_words(owner, text, words):
    answer = send(owner, text.encode(), "rows.json")
    assert words in answer.context["error"]


def test_pictures_are_passed_over_and_those_of_records_stay(owner):
    post = factories.make_post(title="記事", cover_alt="図")
    Post.objects.update(cover="covers/mine.webp")
    preview = upload(
        owner, [row("post", slug=post.slug, cover="../../data/db.sqlite3", title="題")]
    )
    assert "1" in preview.context["notes"][0]
    accept(owner, preview)
    post.refresh_from_db()
    assert (post.title, post.cover.name) == ("題", "covers/mine.webp")


def test_a_published_row_may_not_hold_a_name_behind_an_alias(owner):
    employer = row("employer", slug="a", name="株式会社秘密", alias="大手EC企業A社")
    post = row("post", slug="p", title="株式会社秘密の話", status="published")
    assert "official name" in error(owner, employer, post)
    assert "official name" in error(owner, post, employer)
    accept(
        owner, upload(owner, [employer, {**post, "fields": {**post["fields"], "status": "draft"}}])
    )
    assert Employer.objects.get().public_name == "大手EC企業A社"


def test_what_changed_since_the_preview_is_shown_again(owner):
    skill = factories.make_skill(name="Python", claim="6 年")
    preview = upload(owner, [row("skill", slug="python", claim="7 年")])
    Skill.objects.update(claim="8 年")
    again = accept(owner, preview)
    assert "nothing was taken" in told(again)[0]
    skill.refresh_from_db()
    assert skill.claim == "8 年"
    accept(owner, again)
    skill.refresh_from_db()
    assert skill.claim == "7 年"


def test_a_fixture_has_no_hidden_way_to_primary_keys(owner):
    position = factories.make_position()
    accept(owner, upload(owner, [row("position", slug=position.slug, role="新しい役割")]))
    assert Position.objects.get().pk == position.pk
    assert Position.objects.get().role == "新しい役割"
    assert Profile.objects.count() == 0
