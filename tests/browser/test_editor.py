"""The Markdown editor in a real browser."""

import io
import re

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from resume.models import Project
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.any_database]


@pytest.fixture
def editor(admin_page, live_server):
    project = factories.make_project(body="- 設計\n- 実装")
    path = reverse("admin:resume_project_change", args=[project.pk])
    admin_page.goto(f"{live_server.url}{path}")
    admin_page.locator(".markdown-tools").first.wait_for()
    return admin_page


def body(page):
    return page.locator("#id_body")


def test_the_first_preview_is_there_without_a_request(admin_page, live_server):
    project = factories.make_project(body="- 設計")
    asked = []
    admin_page.on("request", lambda request: asked.append(request.url))
    path = reverse("admin:resume_project_change", args=[project.pk])
    admin_page.goto(f"{live_server.url}{path}", wait_until="networkidle")
    expect(admin_page.locator("#id_body-preview li")).to_have_text("設計")
    assert [url for url in asked if "/markdownx/" in url] == []


def test_the_preview_follows_the_text_and_has_a_name(editor):
    body(editor).fill("**「重要」**です")
    preview = editor.get_by_role("group", name=re.compile("プレビュー|Preview")).first
    expect(preview.locator("strong")).to_have_text("「重要」")
    expect(preview).to_have_attribute("aria-live", "polite")


def test_tab_indents_a_list_item_and_undo_takes_it_back(editor):
    body(editor).focus()
    editor.keyboard.press("Control+End")
    editor.keyboard.press("Tab")
    assert body(editor).input_value() == "- 設計\n  - 実装"
    editor.keyboard.press("Shift+Tab")
    assert body(editor).input_value() == "- 設計\n- 実装"
    editor.keyboard.press("Control+z")
    assert body(editor).input_value() == "- 設計\n  - 実装"


def test_tab_leaves_a_text_without_a_list(editor):
    body(editor).fill("本文")
    editor.keyboard.press("Tab")
    assert body(editor).input_value() == "本文"
    expect(body(editor)).not_to_be_focused()


def test_escape_and_tab_leave_a_list(editor):
    body(editor).focus()
    editor.keyboard.press("Control+End")
    editor.keyboard.press("Escape")
    editor.keyboard.press("Tab")
    assert body(editor).input_value() == "- 設計\n- 実装"
    expect(body(editor)).not_to_be_focused()


def test_a_key_of_the_input_method_is_left_to_it(editor):
    body(editor).focus()
    editor.keyboard.press("Control+End")
    taken = editor.evaluate(
        """() => [{isComposing: true}, {keyCode: 229}].map((state) => {
            const event = new KeyboardEvent("keydown",
                {key: "Tab", bubbles: true, cancelable: true, ...state});
            document.querySelector("#id_body").dispatchEvent(event);
            return event.defaultPrevented;
        })"""
    )
    assert taken == [False, False]
    assert body(editor).input_value() == "- 設計\n- 実装"


def test_the_browsers_own_shortcuts_stay(editor):
    body(editor).focus()
    taken = editor.evaluate(
        """() => ["d", "[", "]", "Tab"].map((key) => {
            const event = new KeyboardEvent("keydown",
                {key, ctrlKey: true, bubbles: true, cancelable: true});
            document.querySelector("#id_body").dispatchEvent(event);
            return event.defaultPrevented;
        })"""
    )
    assert taken == [False] * 4


def test_an_added_row_gets_a_preview(editor):
    editor.locator("#facts-group .add-row a").click()
    editor.locator("#id_facts-0-value").fill("**強調**")
    expect(editor.locator("#facts-0 .markdown-preview strong")).to_have_text("強調")


def picture_file():
    buffer = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(buffer, "PNG")
    return {"name": "図.png", "mimeType": "image/png", "buffer": buffer.getvalue()}


def test_a_picture_is_uploaded_by_the_button_with_its_words(editor):
    editor.on("dialog", lambda dialog: dialog.accept("構成図"))
    body(editor).focus()
    editor.keyboard.press("Control+End")
    with editor.expect_file_chooser() as chooser:
        editor.locator(".field-body .markdown-upload").click()
    chooser.value.set_files(picture_file())
    expect(body(editor)).to_have_value(re.compile(r"!\[構成図\]\(/media/pictures/.+\.webp\)$"))
    picture = editor.locator("#id_body-preview img")
    expect(picture).to_have_attribute("alt", "構成図")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 40


def test_a_refused_picture_is_told_beside_the_field(editor):
    editor.on("dialog", lambda dialog: dialog.accept("図"))
    with editor.expect_file_chooser() as chooser:
        editor.locator(".field-body .markdown-upload").click()
    chooser.value.set_files({"name": "x.png", "mimeType": "image/png", "buffer": b"no picture"})
    status = editor.locator(".field-body .markdown-status")
    expect(status).to_contain_text(re.compile("PNG"))
    assert body(editor).input_value() == "- 設計\n- 実装"


def test_after_a_logout_the_text_stays_and_the_reason_is_told(editor):
    editor.context.clear_cookies()
    body(editor).fill("消えない本文")
    status = editor.locator(".field-body .markdown-status")
    expect(status).to_be_visible()
    expect(editor.locator("#id_body-preview form")).to_have_count(0)
    assert body(editor).input_value() == "消えない本文"
    assert Project.objects.get().body == "- 設計\n- 実装"
