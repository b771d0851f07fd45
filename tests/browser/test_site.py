"""The public site as people meet it: any light, any width, a keyboard, hostile content."""

import gzip
import io
import re
from itertools import pairwise, product
from urllib.parse import urlencode

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from PIL import Image

from resume.models import Profile, Publication, Section, Skill
from resume.sitemaps import DETAILS, LISTS
from tests.browser.axe import violations
from tests.factories import (
    make_award,
    make_certification,
    make_education,
    make_employer,
    make_fact,
    make_position,
    make_post,
    make_profile,
    make_profile_link,
    make_project,
    make_publication,
    make_section,
    make_skill,
)

pytestmark = [pytest.mark.browser, pytest.mark.any_database]

SCHEMES = ("light", "dark")
WIDTHS = (360, 1440)
TITLE = "あ" * 120 + "a" * 80
ADDRESS = f"https://example.com/{'a' * 60}"

OVERFLOWING = """
    () => [...document.querySelectorAll("body *")].filter((element) => {
        if (element.closest("pre, table, svg, .skip")) return false;
        const box = element.getBoundingClientRect();
        return box.width && (box.right > innerWidth + 1 || box.left < -1);
    }).map((element) => element.outerHTML.slice(0, 120))
"""
FOCUSED = """
    () => {
        const style = getComputedStyle(document.activeElement);
        return [
            document.activeElement.outerHTML.slice(0, 200),
            style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        ];
    }
"""
MEDIA_BOX = rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)[.\d]*\]"
# What a thumb must hit, but for links in a sentence: WCAG 2.2, 2.5.8 (24 pixels).
SMALL = """
    () => [...document.querySelectorAll("a, button, input, select, summary, label")]
        .filter((element) => {
            const box = element.getBoundingClientRect();
            const isInText = getComputedStyle(element).display === "inline";
            const target = element.closest("label") ?? element;
            return box.width && !isInText && target === element && !element.closest(".skip")
                && Math.min(box.width, box.height) < 24;
        }).map((element) => element.outerHTML.slice(0, 120))
"""
FOCUSABLE = """
    document.querySelectorAll("a[href], summary, input, button, [tabindex='0']").length
"""
SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts.push(entry.value);
    }).observe({type: "layout-shift", buffered: true});
"""

# What stands in the header for the keyboard, each with its edges, in the order of the page.
IN_HEADER = """
    () => [...document.querySelectorAll(".site-header :is(a, input, button)")].map((element) => {
        const box = element.getBoundingClientRect();
        return [box.left, box.right, box.top, box.bottom].map(Math.round);
    })
"""
# Takes the last part of the header away, and returns where the others stood and stand.
WITHOUT_THE_LAST = """
    () => {
        const header = document.querySelector(".site-header");
        const places = () => [...header.querySelectorAll(":scope > *, a, input")].map((element) => {
            const box = element.getBoundingClientRect();
            return [element.outerHTML, box.x, box.y];
        });
        const before = places();
        header.lastElementChild.remove();
        const after = places();
        return [before.slice(0, after.length), after];
    }
"""


def page_types():
    """Return the path of one page of each type, in the Japanese interface."""
    details = {
        name: model.objects.published().order_by("pk").first() for name, model in DETAILS.items()
    }
    return [
        *(reverse(name) for name in LISTS),
        *(f"{reverse('search')}?q={words}" for words in ("", "a", "zzz%20a", "zzz")),
        *(record.get_absolute_url() for record in details.values() if record),
        *tables(),
    ]


def tables():
    """Return the table of a category, of a skill and of two chosen skills, where there are any."""
    slugs = list(Skill.objects.filter(projects__isnull=False).order_by("pk").values_list("slug"))
    if len(slugs) < 2:
        return []
    (category,) = Section.objects.filter(skills__slug=slugs[0][0])
    chosen = urlencode([("skill", slug) for (slug,) in slugs[:2]])
    return [
        reverse("category-matrix", args=[category.slug]),
        reverse("skill-matrix", args=slugs[0]),
        f"{reverse('chosen-matrix')}?{chosen}",
    ]


@pytest.fixture
def career(transactional_db):
    call_command("loaddata", "fixtures/career.json", "fixtures/sample_post.json", verbosity=0)


@pytest.fixture
def hostile(transactional_db):
    """A site of titles of 200 characters, long addresses and many of everything."""
    make_profile(title=TITLE)
    work = make_section(title=TITLE, layout="headings")
    skills_section = make_section(title="スキル", order=2, holds="skills")
    make_profile_link(label=TITLE, url=ADDRESS, section=skills_section, order=90)
    employer = make_employer(name=TITLE, business=TITLE, url=ADDRESS, body=TITLE)
    positions = [
        make_position(
            employer=employer,
            section=work,
            role=f"{number}{TITLE[:190]}",
            order=number,
            start=str(1990 + number),
            end=str(1992 + number),
        )
        for number in range(30)
    ]
    body = f"{TITLE}\n\n<{ADDRESS}>\n\n| {TITLE} | b |\n|---|---|\n| a | b |\n\n```\n{TITLE}\n```\n"
    project = make_project(position=positions[-1], title=TITLE, body=body, featured=True)
    make_fact(project=project, label=TITLE[:100], value=TITLE)
    names = [f"{number}{TITLE[:60]}" for number in range(40)]
    skills = [
        make_skill(name=name, claim=TITLE[:100], section=skills_section, order=number)
        for number, name in enumerate(names)
    ]
    project.skills.set(skills)
    publication = make_publication(title=TITLE, venue=TITLE, url=ADDRESS, authors=TITLE)
    project.publications.add(publication)
    publication.skills.set(skills)
    post = make_post(title=TITLE, body=body)
    post.skills.set(skills)
    for make in (make_education, make_certification, make_award):
        name = "institution" if make is make_education else "name"
        make(section=skills_section, order=91, **{name: TITLE})


@pytest.fixture
def shown(page, live_server):
    """Return a function that shows a path at a width, in a scheme."""

    def show(path, width=1280, scheme="light"):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert page.goto(live_server.url + path).status == 200
        return page

    return show


def test_every_page_type_is_accessible_in_both_schemes_on_phone_and_wide(career, shown):
    found = {}
    for path in [*page_types(), *(f"/en{path}" for path in ("/", "/resume/"))]:
        page = shown(path)
        for scheme, width in product(SCHEMES, WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            if broken := violations(page):
                found[path, scheme, width] = broken
    assert found == {}


def test_what_is_not_accessible_is_found(career, shown):
    page = shown("/")
    page.evaluate("document.querySelector('h1').remove()")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x>')")
    assert {"image-alt", "page-has-heading-one"} <= {rule for rule, _elements in violations(page)}


@pytest.mark.parametrize("content", ["career", "hostile", "transactional_db"])
def test_no_page_scrolls_sideways_on_a_narrow_phone(content, request, shown):
    """The last case is an installation without any data."""
    request.getfixturevalue(content)
    found = {}
    for path in page_types():
        page = shown(path, width=320)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            found[path] = page.evaluate(OVERFLOWING)
    assert found == {}


def test_no_target_is_smaller_than_a_fingertip(career, shown):
    for path in page_types():
        assert shown(path, width=390).evaluate(SMALL) == [], path


def test_a_target_that_is_too_small_is_found(career, shown):
    page = shown(reverse("matrix"), width=390)
    page.locator(".tags a").first.evaluate("link => { link.style.lineHeight = 1; }")
    (found,) = page.evaluate(SMALL)
    assert "/projects/by/skill/" in found


def test_what_is_too_wide_is_found(career, shown):
    page = shown("/", width=320)
    page.evaluate("document.querySelector('main').append(new Image(900, 10))")
    page.evaluate("document.querySelector('main > img').style.maxInlineSize = 'none'")
    assert page.evaluate("document.documentElement.scrollWidth") > 320


@pytest.mark.parametrize("width", WIDTHS)
def test_hostile_content_overflows_nothing(hostile, shown, width):
    found = {}
    for path in page_types():
        if broken := shown(path, width=width).evaluate(OVERFLOWING):
            found[path] = broken
    assert found == {}


def test_hostile_content_is_accessible(hostile, shown):
    found = {path: broken for path in page_types() if (broken := violations(shown(path, 360)))}
    assert found == {}


@pytest.mark.parametrize("path", ["/", "/resume/", "/skills/", "/projects/by/skill/"])
def test_everything_is_reached_by_keyboard_and_focus_is_seen(career, shown, path):
    page = shown(path)
    count = page.evaluate(FOCUSABLE)
    seen = []
    for _ in range(count):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
    assert count > 10
    assert [element for element, visible in seen if not visible] == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")


def test_the_skip_link_leads_to_the_content(career, shown):
    page = shown("/resume/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def jumps(boxes):
    """Return the neighbours of which the second stands neither below nor right of the first."""
    return [
        (first, second)
        for first, second in pairwise(boxes)
        if not (second[2] >= first[3] or second[0] >= first[1])
    ]


@pytest.mark.parametrize("path", ["/resume/", "/en/resume/"])
@pytest.mark.parametrize("width", [375, 800, 1280])
def test_the_header_is_gone_through_in_the_order_in_which_it_is_seen(career, shown, path, width):
    page = shown(path, width=width)
    boxes = page.evaluate(IN_HEADER)
    assert len(boxes) == 11
    assert jumps(boxes) == []
    page.locator(".languages").evaluate("languages => { languages.style.gridRow = 4; }")
    assert len(jumps(page.evaluate(IN_HEADER))) == 1


@pytest.mark.parametrize("path", ["/resume/", "/en/resume/"])
@pytest.mark.parametrize("width", [375, 800, 1280])
def test_no_part_of_the_header_moves_when_the_next_one_arrives(career, shown, path, width):
    page = shown(path, width=width)
    for left in (3, 2, 1):
        before, after = page.evaluate(WITHOUT_THE_LAST)
        assert len(after) >= left
        assert before == after


@pytest.mark.parametrize("path", ["/", "/resume/"])
@pytest.mark.parametrize("chosen", [{}, {"accent": "#c0392b", "icon": "letter"}])
def test_a_page_is_four_requests_and_forty_kilobytes_at_most(
    career, page, live_server, settings, tmp_path, path, chosen
):
    settings.MEDIA_ROOT = tmp_path
    profile = Profile.objects.get()
    for name, value in chosen.items():
        setattr(profile, name, value)
    photo = io.BytesIO()
    Image.new("RGB", (480, 480), "teal").save(photo, "WEBP")
    profile.photo.save("photo.webp", ContentFile(photo.getvalue()))
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.add_init_script(SHIFTS)
    page.goto(live_server.url + path, wait_until="networkidle")
    sizes = [len(gzip.compress(answer.body())) for answer in answers]
    assert 3 <= len(sizes) <= 4
    assert sum(sizes) < 40 * 1024
    assert page.evaluate("window.shifts") == []


def test_the_resume_prints_on_a4_without_what_is_for_the_screen(career, shown):
    page = shown("/resume/")
    page.emulate_media(media="print")
    for part in (".site-header", ".site-footer", "nav.contents", ".skip"):
        assert not page.locator(part).is_visible(), part
    heading = page.locator(".resume h4").first
    assert heading.evaluate("heading => getComputedStyle(heading).breakAfter") == "avoid"
    link = page.locator(".resume a[href^='https://prtimes.jp']").first
    after = link.evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://prtimes.jp/" in after
    pages = re.findall(MEDIA_BOX, page.pdf(prefer_css_page_size=True))
    assert {(int(width), int(height)) for width, height in pages} <= {(594, 841), (595, 842)}
    assert 4 <= len(pages) <= 6


def test_a_table_that_is_too_wide_for_an_upright_page_prints_on_its_side(hostile, shown):
    for path, is_wide in ((reverse("matrix"), True), (reverse("skills"), False)):
        page = shown(path)
        sizes = re.findall(MEDIA_BOX, page.pdf(prefer_css_page_size=True))
        assert {int(width) > int(height) for width, height in sizes} == {is_wide}
    assert not shown(reverse("matrix")).locator("#choose").is_hidden()


def test_paper_says_what_was_chosen_what_was_looked_for_and_where_a_publication_is(career, shown):
    page = shown(tables()[0])
    page.emulate_media(media="print")
    assert page.locator("nav.filters a:visible").all_inner_texts() == ["言語"]
    page = shown(f"{reverse('search')}?q=推論")
    page.emulate_media(media="print")
    assert page.locator("main input:visible").input_value() == "推論"
    assert page.locator("nav:visible a:visible").count() == 1
    page = shown(Publication.objects.exclude(url="").first().get_absolute_url())
    page.emulate_media(media="print")
    after = page.locator("a.button").evaluate("link => getComputedStyle(link, '::after').content")
    assert "https://" in after
    assert page.locator("a.button").is_visible()


def test_the_contents_follow_the_reader_on_a_wide_screen(career, shown):
    page = shown("/resume/", width=1440)
    page.evaluate("window.scrollTo(0, 3000)")
    box = page.locator("nav.contents").bounding_box()
    assert 0 <= box["y"] < 100
    narrow = shown("/resume/", width=360)
    narrow.evaluate("window.scrollTo(0, 3000)")
    assert narrow.locator("nav.contents").bounding_box()["y"] < 0


TEXTS = """
    (list) => [...list.querySelectorAll("li")].map((item) => {
        const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
        let text = walker.nextNode();
        while (!text.data.trim()) text = walker.nextNode();
        const range = document.createRange();
        range.setStart(text, text.data.search(/\\S/));
        range.setEnd(text, text.data.length);
        return Math.round(range.getBoundingClientRect().left);
    })
"""


def test_a_task_is_aligned_as_any_other_item_and_what_is_in_it_stands_further_in(
    page, live_server, transactional_db
):
    post = make_post(body="- [x] 済んだ仕事\n  - その中\n- [ ] 次の仕事\n- ふつうの項目\n")
    page.goto(live_server.url + post.public_path)
    task, inside, other_task, plain = page.locator(".contains-task-list").evaluate(TEXTS)
    assert task == other_task
    assert abs(task - plain) <= 1
    assert inside - task > 10
    markers = page.locator(".contains-task-list > li").evaluate_all(
        "(items) => items.map((item) => getComputedStyle(item).listStyleType)"
    )
    assert markers == ["none", "none", "disc"]
