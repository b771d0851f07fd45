"""The transfer page in a real browser: dropped, ticked, accepted and undone, by any means."""

from itertools import product

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

from resume.formats import MAX_BYTES
from resume.models import Import, Skill
from tests.browser.axe import violations
from tests.browser.conftest import WATCH

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
WIDTHS = (1280, 360)  # what is done to a page between two looks is done to the narrow one
CAREER = settings.BASE_DIR / "fixtures" / "career.md"

DROP = """([text, name]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, {type: "text/markdown"}));
    for (const type of ["dragenter", "dragover", "drop"]) {
        document.querySelector(".transfer-drop").dispatchEvent(
            new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: transfer}));
    }
}"""
# The element with the focus where the bar of the buttons lies over it, else "".
COVERED = """() => {
    const bar = document.querySelector(".transfer-accept");
    const focused = document.activeElement;
    if (focused === document.body || bar.contains(focused)) return "";
    const [above, below] = [bar, focused].map((each) => each.getBoundingClientRect());
    const apart = below.bottom <= above.top || below.top >= above.bottom;
    return apart ? "" : focused.outerHTML;
}"""


@pytest.fixture
def told(admin_page):
    """What the console says; violations of the policy are errors there."""
    found = []
    admin_page.on("console", lambda message: found.append(message.text))
    admin_page.on("pageerror", lambda error: found.append(str(error)))
    admin_page.add_init_script(WATCH)
    return found


@pytest.fixture
def start(admin_page, live_server):
    admin_page.goto(live_server.url + reverse("admin:transfer"))
    return admin_page


def choose(page):
    page.locator("#id_file").set_input_files(CAREER)
    page.locator(".transfer-drop [type=submit]").click()
    page.locator("#accept-form").wait_for()


def succeed(page):
    """Wait until the page says that something was done."""
    page.locator(".messagelist .success").wait_for(timeout=60_000)


def is_wider(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_a_file_is_dropped_ticked_accepted_and_undone(told, start):
    start.evaluate(DROP, [CAREER.read_text(encoding="utf-8"), "職務経歴書.md"])
    start.locator("#accept-form").wait_for()
    assert not Skill.objects.exists()
    ticked = start.locator(".transfer-ticked")
    rows = start.locator("#accept-form [name=change]").count()
    assert rows > 100
    expect(ticked).to_contain_text(f" {rows} / {rows}")
    start.locator(".transfer-added [data-tick=none]").click()
    expect(ticked).to_contain_text(f" 0 / {rows}")
    start.locator(".transfer-added [data-tick=all]").click()
    start.locator(".transfer-name", has_text="TOFFEL").locator("input").uncheck()
    expect(ticked).to_contain_text(f" {rows - 1} / {rows}")
    start.locator("#accept-form [type=submit]").first.click()
    succeed(start)
    assert Skill.objects.count() == 52
    kept = Import.objects.get()
    assert bytes(kept.source) == CAREER.read_bytes()
    start.locator(f"a[href='{reverse('admin:transfer_undo', args=[kept.pk])}']").click()
    start.locator("#content [type=submit]").click()
    succeed(start)
    assert not Skill.objects.exists()
    assert start.evaluate("window.violations") == []
    assert told == []


@pytest.mark.any_database
def test_the_keyboard_alone_is_enough(start):
    start.locator("#id_file").set_input_files(CAREER)
    start.locator("#id_file").focus()
    start.keyboard.press("Tab")
    start.keyboard.press("Enter")
    start.locator("#accept-form").wait_for()
    box = start.locator("#accept-form [name=change]").first
    box.focus()
    start.keyboard.press("Space")
    expect(box).not_to_be_checked()
    start.keyboard.press("Space")
    start.locator(".transfer-kind summary").last.focus()
    start.keyboard.press("Enter")
    start.locator("#accept-form [name=publish]").focus()
    start.keyboard.press("Space")
    start.keyboard.press("Tab")
    start.keyboard.press("Tab")
    start.keyboard.press("Enter")
    succeed(start)
    assert set(Skill.objects.values_list("status", flat=True)) == {"published"}


@pytest.mark.any_database
def test_the_bar_that_accepts_covers_nothing_that_has_the_focus(start):
    start.set_viewport_size({"width": 1280, "height": 720})
    choose(start)
    start.locator(".transfer-summary a").first.focus()
    covered, stops = [], 0
    while not start.evaluate("document.activeElement.matches('.transfer-ledger')"):
        covered.append(start.evaluate(COVERED))
        start.keyboard.press("Tab")
        stops += 1
    assert stops > 30
    assert set(covered) == {""}
    row = start.locator("#accept-form summary").last
    row.focus()
    row.evaluate("(row) => window.scrollBy(0, row.getBoundingClientRect().bottom - 650)")
    assert "summary" in start.evaluate(COVERED)


@pytest.mark.any_database
def test_while_a_form_is_on_its_way_the_page_says_so_and_sends_it_once(start):
    status = start.locator(".transfer-drop [role=status]")
    expect(status).to_have_text("")
    # It stays on its way: the page asks for nothing, and so is there to be looked at.
    start.locator(".transfer-drop").evaluate(
        """(form) => {
            window.sent = 0;
            form.addEventListener("submit", (event) => {
                window.sent += !event.defaultPrevented;
                event.preventDefault();
            });
        }"""
    )
    start.locator("#id_file").set_input_files(CAREER)
    for _time in range(2):
        start.locator(".transfer-drop [type=submit]").click()
        expect(status).to_have_text("Working… A long file may take a minute.")
    assert start.evaluate("window.sent") == 1
    another = {"name": "another.md", "mimeType": "text/markdown", "buffer": b"# a"}
    start.locator("#id_file").set_input_files(another)
    expect(status).to_have_text("")
    start.locator(".transfer-drop [type=submit]").click()
    assert start.evaluate("window.sent") == 2


@pytest.mark.any_database
def test_without_a_script_the_page_does_all_but_dropping(browser, live_server, owner, client):
    client.force_login(owner)
    context = browser.new_context(java_script_enabled=False)
    session = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + reverse("admin:transfer"))
    expect(page.locator(".transfer-hint")).to_be_hidden()
    choose(page)
    expect(page.locator(".transfer-all")).to_be_hidden()
    expect(page.locator(".transfer-ticked")).to_be_hidden()
    page.locator("#accept-form [type=submit]").first.click()
    succeed(page)
    assert Skill.objects.count() == 52
    context.close()


@pytest.mark.any_database
def test_a_file_that_is_too_large_is_refused_before_it_is_sent(start):
    sent = []
    start.on("request", lambda request: sent.append(request.method))
    file = {"name": "large.md", "mimeType": "text/markdown", "buffer": b"x" * (MAX_BYTES + 1)}
    start.locator("#id_file").set_input_files(file)
    expect(start.locator(".transfer-refusal")).to_contain_text("5 MB")
    start.locator(".transfer-drop [type=submit]").click()
    # What the page itself is made of may still be on its way; the file is what may not leave.
    assert "POST" not in sent
    start.locator("#id_file").set_input_files(CAREER)
    start.locator(".transfer-drop [type=submit]").click()
    start.locator("#accept-form").wait_for()
    assert "POST" in sent


@pytest.mark.any_database
def test_a_file_that_misses_the_box_does_not_replace_the_page(start):
    taken = start.evaluate(
        """() => ["dragover", "drop"].map((type) => {
            const event = new DragEvent(type, {bubbles: true, cancelable: true});
            document.querySelector("#header").dispatchEvent(event);
            return event.defaultPrevented;
        })"""
    )
    assert taken == [True, True]


@pytest.mark.any_database
def test_every_page_fits_and_is_accessible(start):
    found = {}

    def look(name):
        for scheme, width in product(SCHEMES, WIDTHS):
            start.emulate_media(color_scheme=scheme)
            start.set_viewport_size({"width": width, "height": 800})
            found[name, scheme, width] = (violations(start), is_wider(start))

    look("choose")
    choose(start)
    look("preview")
    start.locator("#accept-form [type=submit]").first.click()
    succeed(start)
    look("result")
    Skill.objects.filter(name="PHP").update(claim="4 年")
    text = CAREER.read_text(encoding="utf-8").replace("PHP(3 年)", "PHP(5 年)")
    origin = start.url.split("/admin/")[0]
    start.goto(origin + reverse("admin:transfer"))
    look("choose later")
    start.evaluate(DROP, [text, "経歴.md"])
    start.locator(".transfer-difference").wait_for()
    look("conflict")
    undo = origin + reverse("admin:transfer_undo", args=[Import.objects.get().pk])
    start.goto(undo)
    start.locator(".transfer-note .button").first.wait_for()
    look("no undo")
    Skill.objects.filter(name="PHP").update(claim="3 年")
    start.goto(undo)
    start.locator("form.transfer-buttons").wait_for()
    look("undo")
    assert found == dict.fromkeys(found, ([], False))


@pytest.mark.any_database
def test_the_checks_find_what_is_wrong(start):
    """The control: a picture without words is a finding, and too wide a one widens the page."""
    start.evaluate(
        """() => {
            document.querySelector("#content").innerHTML +=
                '<img src="/static/icon.svg" width="3000" height="9">';
        }"""
    )
    assert "image-alt" in dict(violations(start))
    assert is_wider(start)
