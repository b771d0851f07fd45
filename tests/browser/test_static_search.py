"""The search of the site as files finds what the server finds, under a strict policy."""

import functools
import threading
import unicodedata
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from playwright.sync_api import expect

from resume.management.commands.export_site import starting_paths
from resume.output.base import Base
from resume.output.folder import Folder
from resume.output.site import export
from resume.search import (
    MOST_CHARACTERS,
    MOST_WORDS,
    Index,
    count_alone,
    excerpt,
    find,
    marked,
    parse,
)
from resume.search.entries import Reader
from resume.search.folding import fold
from tests.browser.axe import violations
from tests.browser.conftest import WATCH
from tests.factories import make_post, make_skill

# The mark of the database has it made, also where no other test is run.
pytestmark = [pytest.mark.browser, pytest.mark.any_database, pytest.mark.django_db]

FIXTURES = [settings.BASE_DIR / "fixtures" / name for name in ("career.json", "sample_post.json")]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
QUERIES = [
    "aws",
    "ﾃﾞｰﾀ 基盤",
    "きばん",
    "ㇰ",
    "AI",
    "c",
    "ない aws",
    "ない",
    "機械学習 mlops python",
    "…",
    "㍿",
    "の",
    "会社",
    "2023/06",
    "a e i o n s t r u",
]
FOUND = """
async ([module, list, queries, limits]) => {
    const search = await import(module);
    const entries = (await (await fetch(list)).json()).map(search.prepared);
    const texts = (found) => found.map((piece) => [piece.text, Boolean(piece.isHit)]);
    return queries.map((typed) => {
        const query = search.parse(typed, limits);
        return search.find(entries, query).map((entry) => [
            entry.title,
            texts(search.marked(entry.title, query.words)),
            texts(search.excerpt(entry.written, query.words)),
        ]);
    });
}
"""
FOLDED = """
async ([module, texts]) => {
    const search = await import(module);
    return texts.map((text) => [search.fold(text), search.foldWithPlaces(text).folded]);
}
"""


class Handler(SimpleHTTPRequestHandler):
    """A plain server of files, which sets the site's own policy."""

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *words):
        pass


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """The owner's site as files below a path: its address, and the entries that the server has."""
    folder = tmp_path_factory.mktemp("static")
    handler = functools.partial(Handler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}"
    signals = (request_started, request_finished)
    with django_db_blocker.unblock(), transaction.atomic():
        for signal in signals:
            signal.disconnect(close_old_connections)
        call_command("loaddata", *FIXTURES, verbosity=0)
        make_skill(name="㍿と…ﾃﾞｰﾀ", claim="<b>太字</b>", aliases="カナ")
        make_post(title="長い記事", body="あ" * 300 + " ﾃﾞｰﾀの…基盤 AWS " + "い" * 300 + "𠮷 python")
        export(Folder(folder / "cv"), Base(origin, "/cv/"), starting_paths)
        entries = Index(None, Reader()).entries
        transaction.set_rollback(True)
        for signal in signals:
            signal.connect(close_old_connections)
    yield f"{origin}/cv", entries
    server.shutdown()
    server.server_close()


@pytest.fixture
def exported(site):
    return site[0]


@pytest.fixture
def entries(site):
    return site[1]


def module_of(page):
    return page.locator("script[type=module]").get_attribute("src")


def test_it_finds_what_the_server_finds_in_the_same_order_with_the_same_marks(
    page, exported, entries
):
    page.goto(f"{exported}/search/")
    limits = [MOST_CHARACTERS, MOST_WORDS]
    arguments = [module_of(page), "/cv/search/list.json", QUERIES, limits]
    expected = []
    for typed in QUERIES:
        query = parse(typed)
        expected.append(
            [
                [
                    entry.title.written,
                    [[piece.text, piece.is_hit] for piece in marked(entry.title, query.words)],
                    [[piece.text, piece.is_hit] for piece in excerpt(entry.text, query.words)],
                ]
                for entry in find(entries, query)
            ]
        )
    assert page.evaluate(FOUND, arguments) == expected
    assert sum(map(bool, expected)) > 8


def test_it_folds_every_character_as_the_server_does(page, exported):
    page.goto(f"{exported}/search/")
    # What Python's Unicode does not know yet, a newer browser may fold.
    known = [
        chr(code)
        for code in (*range(0xD800), *range(0xE000, 0x33500), *range(0xE0000, 0xE0200))
        if unicodedata.category(chr(code)) not in ("Cn", "Co")
    ]
    texts = ["|".join(known[start : start + 256]) for start in range(0, len(known), 256)]
    texts += [unicodedata.normalize("NFD", text) for text in texts]
    found = page.evaluate(FOLDED, [module_of(page), texts])
    assert len(texts) > 1000
    different = {
        (text, one, other)
        for whole, (here, placed) in zip(texts, found, strict=True)
        if (here, placed) != (fold(whole),) * 2
        for text, one, other in zip(
            whole.split("|"), here.split("|"), fold(whole).split("|"), strict=False
        )
        if one != other
    }
    assert different == set()
    assert [(here, placed) for here, placed in found] == [(fold(text),) * 2 for text in texts]


def test_a_visitor_types_finds_and_follows(page, exported):
    page.add_init_script(WATCH)
    page.goto(f"{exported}/en/skills/")
    page.locator("header [name=q]").fill("ﾃﾞｰﾀ 基盤")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=*")
    assert page.locator("[role=status]").inner_text() == "5 results"
    assert page.locator("main [name=q]").input_value() == "ﾃﾞｰﾀ 基盤"
    assert page.locator("h2 mark").first.inner_text() == "データ"
    assert page.locator("h2[lang=ja]").count() == 5
    page.locator("nav a", has_text="Projects 2").last.click()
    assert page.locator("[role=status]").inner_text() == "2 results"
    assert violations(page) == []
    page.locator(".results a").first.click()
    page.wait_for_url("**/cv/en/projects/**")
    assert page.evaluate("window.violations") == []


def test_texts_and_queries_stay_texts(page, exported):
    page.goto(f"{exported}/search/?q=%3Cb%3E")
    assert page.locator(".results p mark").inner_text() == "<b>"
    assert page.locator(".results b").count() == 0
    page.goto(f"{exported}/search/?q=%3Cimg%20src=x%20onerror=alert(1)%3E&in=%3Cb%3E&page=x")
    expect(page.locator("#found")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img").count() == 0


def test_words_that_are_not_found_together_are_counted_alone(page, exported, entries):
    page.goto(f"{exported}/search/?q=zzz+aws")
    ((word, count),) = count_alone(entries, parse("zzz aws"))
    assert page.locator("#found li").inner_text() == f"{word} {count}"


def test_where_nothing_is_found_the_page_says_what_to_do(page, exported):
    page.goto(f"{exported}/en/search/?q=zzz")
    expect(page.locator("#found p")).to_have_text(
        [
            "0 results",
            "Nothing here holds “zzz”.",
            "Try a shorter word or another spelling, or look through the skills.",
        ]
    )
    page.locator("#found a").click()
    page.wait_for_url("**/cv/en/skills/")


def test_without_javascript_it_says_that_it_needs_it(browser, exported):
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{exported}/en/search/?q=aws")
    assert page.locator("noscript").count() == 1
    assert "needs JavaScript" in page.content()
    page.close()


def test_a_list_that_cannot_be_read_is_told(page, exported):
    page.route("**/list.json", lambda route: route.abort())
    page.goto(f"{exported}/en/search/?q=aws")
    assert "could not be read" in page.locator("[role=alert]").inner_text()
