"""The admin in a real browser: editing reaches the site, conflicts are shown, the policy holds."""

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from resume import models
from resume.models import Project
from tests import factories
from tests.browser.conftest import PASSWORD, WATCH

pytestmark = pytest.mark.browser

# Lists with a column of the order, which stays in sight.
ORDERED = [
    models.Award,
    models.Certification,
    models.Education,
    models.Position,
    models.ProfileLink,
    models.Project,
    models.Publication,
    models.Section,
    models.Skill,
    models.SkillCategory,
]


def test_log_in_edit_a_project_and_see_it_on_the_site(page, live_server, owner):
    project = factories.make_project(title="基盤の構築", body="- 設計")
    page.goto(f"{live_server.url}/admin/")
    page.locator("#id_username").fill("owner")
    page.locator("#id_password").fill(PASSWORD)
    page.locator("[type=submit]").click()
    page.locator(".model-project a").first.click()
    page.get_by_role("link", name="基盤の構築").click()
    page.locator("#id_body").fill("- 設計\n- **運用**")
    page.locator("[name=_continue]").first.click()
    expect(page.locator(".messagelist .success").first).to_be_visible()
    page.goto(f"{live_server.url}{project.public_path}")
    expect(page.locator("main strong")).to_have_text("運用")


@pytest.mark.parametrize(("width", "is_below"), [(390, True), (1280, False)])
def test_the_answer_to_a_finding_stands_below_it_on_a_phone(
    admin_page, live_server, width, is_below
):
    factories.make_award(name="新人賞")
    admin_page.set_viewport_size({"width": width, "height": 800})
    for path in (reverse("admin:review"), reverse("admin:index")):
        admin_page.goto(live_server.url + path)
        finding = admin_page.locator(".front-findings li").first
        words, button = (finding.locator(part).bounding_box() for part in ("div", "button"))
        assert (button["y"] >= words["y"] + words["height"]) is is_below


@pytest.mark.any_database
@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_column_of_a_list_hides_behind_the_order_on_a_laptop(
    admin_page, live_server, transactional_db, language
):
    call_command("loaddata", "fixtures/career.json", verbosity=0)
    admin_page.set_viewport_size({"width": 1280, "height": 800})
    admin_page.set_extra_http_headers({"Accept-Language": language})
    hidden = {}
    for model in ORDERED:
        path = reverse(f"admin:resume_{model.__name__.lower()}_changelist")
        admin_page.goto(live_server.url + path)
        table = admin_page.locator(".results")
        hidden[model] = table.evaluate("(table) => table.scrollWidth - table.clientWidth")
    assert set(hidden.values()) == {0}
    assert table.evaluate(
        "(table) => { table.style.width = '300px'; return table.scrollWidth > table.clientWidth }"
    )


@pytest.mark.any_database
def test_the_accents_of_the_profile_stand_right_below_their_label(admin_page, live_server):
    profile = factories.make_profile()
    admin_page.goto(live_server.url + reverse("admin:resume_profile_change", args=[profile.pk]))
    row = admin_page.locator(".field-accents")
    label, drawing = (row.locator(part).bounding_box() for part in ("label", "svg >> nth=0"))
    assert drawing["y"] - (label["y"] + label["height"]) < 12


def test_the_second_of_two_editors_sees_both_texts(admin_page, live_server):
    project = factories.make_project(title="題", body="元の本文")
    path = live_server.url + reverse("admin:resume_project_change", args=[project.pk])
    admin_page.goto(path)
    admin_page.locator("#id_body").fill("私の本文")
    Project.objects.update(body="相手の本文")
    admin_page.locator("[name=_continue]").first.click()
    assert admin_page.locator("#id_body").input_value() == "私の本文"
    expect(admin_page.locator(".field-body .stored-text")).to_have_value("相手の本文")
    assert Project.objects.get().body == "相手の本文"
    admin_page.locator("[name=_continue]").first.click()
    expect(admin_page.locator(".messagelist .success").first).to_be_visible()
    assert Project.objects.get().body == "私の本文"


def make_everything():
    project = factories.make_project(title="基盤")
    factories.make_fact(project=project)
    skill = factories.make_skill(name="Python", section=factories.make_section(holds="skills"))
    factories.make_skill(name="Django", parent=skill)
    project.skills.add(skill)
    factories.make_profile()
    return [
        project,
        project.position,
        project.position.employer,
        skill,
        skill.section,
        factories.make_profile_link(),
        factories.make_publication(),
        factories.make_education(),
        factories.make_certification(),
        factories.make_award(),
        factories.make_post(),
    ]


def admin_paths(records):
    """Return the paths of the admin: lists, forms, histories, questions, log in and out."""
    paths = [reverse("admin:index"), reverse("admin:password_change")]
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        paths.append(reverse(f"{name}_changelist"))
        if model._meta.app_label == "resume" and model._meta.model_name not in (
            "profile",
            "import",
            "settled",
        ):
            paths += [reverse(f"{name}_add"), reverse(f"{name}_recoverlist")]
    for record in records:
        for page in ("change", "history", "delete"):
            name = f"admin:resume_{record._meta.model_name}_{page}"
            paths.append(reverse(name, args=[record.pk]))
    return paths


@pytest.mark.any_database
def test_no_page_of_the_admin_breaks_the_policy(admin_page, live_server):
    records = make_everything()
    told = []
    admin_page.on("console", lambda message: told.append(message) if bad(message) else None)
    admin_page.on("pageerror", lambda error: told.append(error))
    admin_page.add_init_script(WATCH)
    found = {}
    for path in admin_paths(records):
        response = admin_page.goto(live_server.url + path, wait_until="load")
        assert response.status == 200, path
        if found_here := admin_page.evaluate("window.violations"):
            found[path] = found_here
    path = reverse("admin:resume_project_change", args=[records[0].pk])
    admin_page.goto(live_server.url + path)
    admin_page.locator(".field-skills .select2-selection").click()
    expect(admin_page.locator(".select2-results__option").first).to_contain_text("Django")
    found["autocomplete"] = admin_page.evaluate("window.violations")
    admin_page.context.clear_cookies()
    admin_page.goto(f"{live_server.url}/admin/login/")
    found["login"] = admin_page.evaluate("window.violations")
    assert {path: here for path, here in found.items() if here} == {}
    assert [str(message) for message in told] == []


def bad(message):
    return message.type in ("error", "warning")


@pytest.mark.any_database
def test_the_walk_sees_what_breaks_the_policy(admin_page, live_server):
    """The control: an inline style is a violation, and is collected."""
    admin_page.add_init_script(WATCH)
    admin_page.goto(f"{live_server.url}/admin/")
    admin_page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert admin_page.evaluate("window.violations") == ["style-src-attr inline"]
