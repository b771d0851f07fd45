"""The admin for everybody: axe finds nothing, nothing scrolls sideways, the focus is seen."""

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from resume.evidence import all_suggestions
from resume.models import Post, Profile, Project, Settled, SkillCategory, Status
from tests import factories
from tests.browser.axe import violations

pytestmark = [pytest.mark.browser, pytest.mark.any_database]

WIDTHS = (360, 1440)
NARROWEST = 320
SCHEMES = ("light", "dark")
HEIGHT = 900


@pytest.fixture
def career(transactional_db):
    """The owner's résumé, with a draft and a project that has facts."""
    call_command("loaddata", "fixtures/career.json", "fixtures/sample_post.json", verbosity=0)
    project = Project.objects.order_by("order", "pk").first()
    factories.make_fact(project=project, order=1)
    Project.objects.exclude(pk=project.pk).update(status=Status.DRAFT)
    Project.skills.through.objects.all().delete()
    declined = next(each for each in all_suggestions()[0] if not each.is_ambiguous)
    Settled.objects.create(kind=Settled.Kind.SUGGESTION, key=declined.key)
    return project


def change(record):
    return reverse(f"admin:resume_{record._meta.model_name}_change", args=[record.pk])


def save(page, url, title):
    """Save the record's form with another title; return its form's address."""
    page.goto(url)
    page.locator("#id_title").fill(title)
    page.locator("[name=_continue]").click()
    expect(page.locator(".messagelist .success").first).to_be_visible()


def kinds_of_pages(project):
    """Return {kind: path} of one page of every kind."""
    category = SkillCategory.objects.filter(holds="skills", skills__isnull=False).first()
    post = Post.objects.get()
    return {
        "front": reverse("admin:index"),
        "facts to look at": reverse("admin:review"),
        "application": reverse("admin:app_list", args=["resume"]),
        "list in an order": reverse("admin:resume_section_changelist"),
        "list with drafts": reverse("admin:resume_project_changelist"),
        "list by date": reverse("admin:resume_post_changelist"),
        "empty list": reverse("admin:resume_redirect_changelist"),
        "search without a result": reverse("admin:resume_project_changelist") + "?q=zzz",
        "add": reverse("admin:resume_project_add"),
        "change": change(project),
        "change with a date": change(post),
        "rows in a table": change(category),
        "rows one below the other": change(project.position.employer),
        "profile": change(Profile.objects.get()),
        "delete": reverse("admin:resume_post_delete", args=[post.pk]),
        "delete what is protected": reverse(
            "admin:resume_position_delete", args=[project.position_id]
        ),
        "history": reverse("admin:resume_project_history", args=[project.pk]),
        "deleted records": reverse("admin:resume_project_recoverlist"),
        "suggestions": reverse("admin:suggestions"),
        "password": reverse("admin:password_change"),
    }


def found_on(page):
    """Return {what: found} for the page as shown in each width and scheme; {} is good."""
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            if broken := violations(page):
                found[f"{width} {scheme}"] = broken
    page.set_viewport_size({"width": NARROWEST, "height": HEIGHT})
    if over := sideways(page):
        found["scrolls sideways"] = over
    return found


def sideways(page):
    """Return by how many pixels the page is wider than the window."""
    root = "document.documentElement"
    return page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")


def test_axe_finds_nothing_in_any_scheme_or_width(admin_page, live_server, career):
    page, origin = admin_page, live_server.url
    save(page, origin + change(career), "基盤の開発")
    found = {}
    for kind, path in kinds_of_pages(career).items():
        assert page.goto(origin + path).status == 200, kind
        found[kind] = found_on(page)
    page.goto(origin + kinds_of_pages(career)["history"])
    with page.expect_navigation(wait_until="load"):
        page.locator("#change-history tbody a").last.click()
    found["old state"] = found_on(page)
    found["conflict"] = found_on(with_conflict(page, origin, career))
    found["question"] = found_on(with_question(page, origin))
    page.context.clear_cookies()
    page.goto(f"{origin}/admin/login/")
    found["login"] = found_on(page)
    assert {kind: here for kind, here in found.items() if here} == {}


def with_conflict(page, origin, project):
    """Open the form, let somebody else save, and save: the page shows both texts."""
    page.goto(origin + change(project))
    page.locator("#id_body").fill("私の本文")
    Project.objects.filter(pk=project.pk).update(body="相手の本文")
    page.locator("[name=_continue]").click()
    expect(page.locator(".stored-text").first).to_be_visible()
    return page


def with_question(page, origin):
    """Publish a text with a mail address from the front page, which asks first."""
    factories.make_section(title="連絡", body="メール: taro@example.jp", status=Status.DRAFT)
    page.goto(f"{origin}/admin/")
    page.get_by_role("button", name="連絡").click()
    expect(page.locator("[name=asked]")).to_be_attached()
    return page


def test_what_could_not_be_saved_is_given_back_on_a_page_without_faults(
    admin_page, live_server, career
):
    admin_page.goto(live_server.url + change(career))
    admin_page.locator("#id_body").fill("失われない本文")
    admin_page.context.clear_cookies()
    admin_page.locator("[name=_continue]").click()
    expect(admin_page.locator("textarea").last).to_be_visible()
    assert found_on(admin_page) == {}


def test_the_walk_sees_a_fault(admin_page, live_server):
    """The control: pale words, a field without a label and a wide box are all found."""
    admin_page.goto(f"{live_server.url}/admin/")
    assert found_on(admin_page) == {}
    admin_page.evaluate(
        """() => {
            const main = document.querySelector("#content-main");
            main.insertAdjacentHTML("beforeend", "<p id=pale>淡い</p><input>");
            const pale = document.querySelector("#pale");
            pale.style.color = "#888";
            pale.style.width = "2000px";
        }"""
    )
    found = found_on(admin_page)
    rules = {rule for rule, _nodes in found["1440 light"]}
    assert rules == {"color-contrast", "label"}
    assert found["scrolls sideways"] > 0


@pytest.mark.parametrize(
    "kind", ["front", "facts to look at", "list in an order", "rows in a table", "change"]
)
def test_the_focus_is_always_seen(admin_page, live_server, career, kind):
    admin_page.goto(live_server.url + kinds_of_pages(career)[kind])
    unseen, seen = walk(admin_page)
    assert unseen == []
    assert seen > 20


def walk(page):
    """Press Tab through the page; return the elements whose focus is not seen, and how many are."""
    unseen, seen = [], 0
    for _ in range(400):
        page.keyboard.press("Tab")
        html, shown = page.evaluate(
            """() => {
                const element = document.activeElement;
                const style = getComputedStyle(element);
                const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                const box = element.getBoundingClientRect();
                const there = document.elementFromPoint(
                    box.left + box.width / 2, box.top + box.height / 2);
                const owner = element.closest(".select2-selection");
                const around = owner && getComputedStyle(owner).outlineStyle !== "none";
                const open = !there || element.contains(there) || there.contains(element);
                return [element.outerHTML.slice(0, 120), (ring || Boolean(around)) && open];
            }"""
        )
        if html.startswith("<body"):
            break
        if shown:
            seen += 1
        else:
            unseen.append(html)
    return unseen, seen
