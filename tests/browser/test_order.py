"""Putting rows into order in a real browser: by buttons, by keys, by dragging, by hand."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from resume.models import Section, Skill
from tests import factories

pytestmark = pytest.mark.browser

ROWS = "#result_list tbody tr"


@pytest.fixture
def sections(admin_page, live_server):
    """The list of sections: 甲 (with 甲一, 甲二), 乙 and 丙 on one line, 丁."""
    # So high that no row is below the bar of buttons, where the mouse would press that.
    admin_page.set_viewport_size({"width": 1280, "height": 1100})
    first = factories.make_section(title="甲", order=1)
    factories.make_section(title="甲一", parent=first, order=1)
    factories.make_section(title="甲二", parent=first, order=4)
    for title, order in (("乙", 2), ("丙", 2), ("丁", 5)):
        factories.make_section(title=title, order=order)
    admin_page.goto(live_server.url + reverse("admin:resume_section_changelist"))
    admin_page.locator(".order-tools").first.wait_for()
    return admin_page


def shown(page):
    """Return [(title, number)] of the rows as they stand."""
    return [
        (title.strip(), number)
        for title, number in page.evaluate(
            f"""[...document.querySelectorAll("{ROWS}")].map((row) =>
                [row.querySelector("th").textContent, row.querySelector("[name$=-order]").value])"""
        )
    ]


def button(page, title, way):
    row = page.locator(ROWS, has=page.get_by_role("link", name=title, exact=True))
    return row.locator(".order-tools button").nth(0 if way == "up" else 1)


MOVED = [("乙", "1"), ("丙", "1"), ("甲", "2"), ("甲一", "1"), ("甲二", "4"), ("丁", "5")]


@pytest.mark.any_database
def test_a_line_moves_as_one_with_what_is_inside_and_deals_out_the_numbers_in_use(sections):
    button(sections, "甲", "down").click()
    assert shown(sections) == MOVED


@pytest.mark.any_database
def test_the_focus_stays_on_the_moved_row_and_it_is_said_where_it_is(sections):
    button(sections, "甲", "down").focus()
    sections.keyboard.press("Enter")
    expect(button(sections, "甲", "down")).to_be_focused()
    note = sections.locator(".order-note")
    expect(note).to_have_attribute("role", "status")
    expect(note).to_contain_text("甲")
    sections.keyboard.press("ArrowDown")
    assert [title for title, _number in shown(sections)][-3:] == ["甲", "甲一", "甲二"]
    assert button(sections, "甲", "down").get_attribute("aria-disabled") == "true"
    before = shown(sections)
    sections.keyboard.press("ArrowDown")
    assert shown(sections) == before


def test_nothing_is_saved_before_save(sections):
    button(sections, "甲", "down").click()
    assert Section.objects.get(title="甲").order == 1
    sections.locator("[name=_save]").click()
    expect(sections.locator(".messagelist .success")).to_be_visible()
    assert dict(Section.objects.values_list("title", "order")) == {
        title: int(number) for title, number in MOVED
    }


def drag(page, title, target, beyond):
    """Drag the row's handle to the height of another row, a little above or below its middle."""
    row = page.locator(ROWS, has=page.get_by_role("link", name=title, exact=True))
    handle = row.locator(".order-handle").bounding_box()
    box = page.locator(ROWS, has=page.get_by_role("link", name=target, exact=True)).bounding_box()
    page.mouse.move(handle["x"] + 8, handle["y"] + 8)
    page.mouse.down()
    page.mouse.move(handle["x"] + 8, box["y"] + box["height"] / 2 + beyond, steps=5)


@pytest.mark.any_database
def test_a_row_is_dragged_by_its_handle(sections):
    drag(sections, "丁", "甲", -5)
    sections.mouse.up()
    assert [title for title, _n in shown(sections)] == ["丁", "甲", "甲一", "甲二", "乙", "丙"]
    assert dict(shown(sections))["丁"] == "1"
    assert dict(shown(sections))["乙"] == "5"


@pytest.mark.any_database
def test_escape_ends_dragging_without_a_change(sections):
    before = shown(sections)
    drag(sections, "丁", "甲", -5)
    sections.keyboard.press("Escape")
    sections.mouse.up()
    assert shown(sections) == before


@pytest.mark.any_database
def test_a_list_sorted_otherwise_offers_numbers_alone(admin_page, live_server):
    factories.make_award(name="甲")
    admin_page.goto(live_server.url + reverse("admin:resume_award_changelist") + "?o=1")
    expect(admin_page.locator("[name$=-order]").first).to_be_visible()
    expect(admin_page.locator(".order-tools")).to_have_count(0)


def test_without_javascript_a_number_is_typed(browser, live_server, owner, client):
    factories.make_award(name="甲", order=1)
    client.force_login(owner)
    context = browser.new_context(java_script_enabled=False)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + reverse("admin:resume_award_changelist"))
    page.locator("[name$=-order]").first.fill("7")
    page.locator("[name=_save]").click()
    expect(page.locator("#id_form-0-order")).to_have_value("7")
    context.close()


@pytest.fixture
def category(admin_page, live_server):
    """The form of a category with Python, and React and Vue on one line."""
    section = factories.make_section(holds="skills")
    for name, order, place in (("Python", 1, 0), ("React", 3, 0), ("Vue", 3, 1)):
        factories.make_skill(name=name, section=section, order=order, place=place)
    path = reverse("admin:resume_skillcategory_change", args=[section.pk])
    admin_page.goto(live_server.url + path)
    admin_page.locator("#skills-0 .order-tools").wait_for()
    return admin_page


def skills(page):
    return page.evaluate(
        """[...document.querySelectorAll("#skills-group tr.form-row:not(.empty-form)")].map((row) =>
            ["name", "order", "place"].map((field) =>
                row.querySelector(`[name$=-${field}]`).value).join(" "))"""
    )


@pytest.mark.any_database
def test_inside_a_line_a_row_changes_its_place_and_at_its_edge_the_line_moves(category):
    up = category.locator("#skills-2 .order-tools button").first
    up.click()
    assert skills(category) == ["Python 1 0", "Vue 3 0", "React 3 1"]
    up.click()
    assert skills(category) == ["Vue 1 0", "React 1 1", "Python 3 0"]


def test_a_row_that_is_added_comes_last_and_can_be_moved_and_removed(category):
    category.locator("#skills-group .add-row a").click()
    category.locator("#id_skills-3-name").fill("Go")
    assert skills(category)[-1] == "Go 4 0"
    category.locator("#skills-3 .order-tools button").first.click()
    category.locator("#skills-group .add-row a").click()
    category.locator("#id_skills-4-name").fill("Rust")
    category.locator("#skills-4 .inline-deletelink").click()
    assert skills(category) == ["Python 1 0", "Go 3 0", "React 4 0", "Vue 4 1"]
    category.locator("[name=_continue]").click()
    expect(category.locator(".messagelist .success").first).to_be_visible()
    stored = Skill.objects.order_by("order", "place").values_list("name", "order")
    assert list(stored) == [("Python", 1), ("Go", 3), ("React", 4), ("Vue", 4)]
