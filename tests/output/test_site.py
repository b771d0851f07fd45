"""The owner's site as files: what a visitor of the live site gets, and every link followed."""

import gzip
from io import BytesIO
from urllib.parse import quote, unquote

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.urls import reverse
from PIL import Image

from portfolio.published import Published
from resume.ingredients import ingredients
from resume.management.commands.export_site import starting_paths
from resume.models import Post, Profile, Project, Publication, Skill
from resume.models.statements import remembering
from resume.output.answers import Visitor
from resume.output.base import Base
from resume.output.folder import MARKER, STATES, Folder
from resume.output.site import DeadLink, DeadLinksError, export
from resume.state import current_state
from tests.canaries import CANARY, hide_canaries
from tests.factories import (
    make_post,
    make_profile,
    make_profile_link,
    make_project,
    make_publication,
    make_skill,
)
from tests.page import Page
from tests.portfolio.visitors import Question, ask

FIXTURES = [settings.BASE_DIR / "fixtures" / name for name in ("career.json", "sample_post.json")]
HERE = Base(settings.SITE_ORIGIN)
BELOW = Base("https://me.github.io", "/cv/")
SERVED = {"scheme": "http", "HOST": "127.0.0.1:8000"}
ENDINGS = (".br", ".gz")
# What only the site as files has: its search.
OWN = {"/search/", "/en/search/", "/search/list.json"}

# Every page is tested on both databases elsewhere; the files made of them are the same.
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def lasting_connection():
    """Keep requests from closing the connection, as Django's own test client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "site")


@pytest.fixture
def owners_site(settings, tmp_path):
    """The owner's site with every choice made that brings files of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    call_command("loaddata", *FIXTURES, verbosity=0)
    Profile.objects.update(accent="#0f766e", icon=Profile.Icon.LETTER, icon_letter="経")
    make_project(title="表紙", cover=picture(), cover_alt="図", status="published")


def picture():
    content = BytesIO()
    Image.new("RGB", (600, 300), "teal").save(content, "WEBP")
    return ContentFile(content.getvalue(), "cover.webp")


def files(folder):
    """Return {URL path: bytes} of the plain files of a site."""
    found = {}
    for file in folder.path.rglob("*"):
        name = str(file.relative_to(folder.path))
        if file.is_file() and name not in (MARKER, STATES) and not name.endswith(ENDINGS):
            path = name.removesuffix("index.html") if name.endswith("index.html") else name
            found[f"/{path}"] = file.read_bytes()
    return found


def file_of(folder, path):
    """Return the file of a URL path, which may end in that of a compressed form."""
    plain, ending = (path[:-3], path[-3:]) if path.endswith(ENDINGS) else (path, "")
    return folder.path / (plain[1:] + ("index.html" if plain.endswith("/") else "") + ending)


def dead_links(folder, base=HERE):
    with pytest.raises(DeadLinksError) as error:
        export(folder, base, starting_paths)
    return error.value.found


@pytest.mark.usefixtures("owners_site")
def test_every_file_has_the_bytes_that_a_visitor_gets_in_every_coding(folder, settings):
    with remembering():
        outcome = export(folder, HERE, starting_paths)
    # But for the forms, which need a server: the next test.
    settings.SERVED_AS_FILES = True
    site = Published(get_wsgi_application(), Question(), HERE.origin, "sessionid", 64 * 1024 * 1024)
    found = files(folder)
    assert (len(found), outcome.new) == (outcome.files, outcome.files)
    compressed = 0
    for path, body in found.items():
        if path in OWN:
            continue
        asked = path.encode().decode("latin-1")
        assert (path, ask(site, asked, **SERVED).body) == (path, body)
        for coding, ending in (("br", ".br"), ("gzip", ".gz")):
            served = ask(site, asked, ACCEPT_ENCODING=coding, **SERVED)
            if served.headers.get("content-encoding") == coding:
                compressed += 1
                file = file_of(folder, path + ending).read_bytes()
                if path.startswith("/theme/"):  # packed anew for every browser, by Django
                    assert gzip.decompress(file) == gzip.decompress(served.body) == body
                else:
                    assert file == served.body
    assert compressed > 2 * 150


@pytest.mark.usefixtures("owners_site")
def test_a_form_that_needs_a_server_is_in_no_file(folder, client):
    export(folder, HERE, starting_paths)
    found = files(folder)
    choosing = reverse("chosen-matrix").encode()
    assert {path for path, body in found.items() if choosing in body} == set()
    assert choosing in client.get("/projects/by/skill/").content
    # What the form narrows has pages of its own, which are there.
    assert b"GKE" in found["/projects/by/skill/クラウド/"]


@pytest.mark.usefixtures("owners_site")
def test_everything_that_pages_load_is_there(folder):
    export(folder, HERE, starting_paths)
    found = files(folder)
    parts = {path.split("/")[1] for path in found}
    assert parts >= {"theme", "icon", "media", "en", "robots.txt", "404.html"}
    assert {path for path in found if path.startswith("/icon/")} == {"/icon/0f766e-経.svg"}
    media = sorted(path.partition(".")[2] for path in found if path.startswith("/media/"))
    assert media == ["240.webp", "480.webp", "webp"]
    assert {path for path in found if path.startswith("/sitemap")} == {
        "/sitemap.xml",
        "/sitemap-pages.xml",
        "/sitemap-posts-0.xml",
    }
    assert b"Page not found" in found["/en/404.html"]


@pytest.mark.usefixtures("owners_site")
def test_below_a_path_every_address_is_below_it(folder):
    make_post(
        slug="own",
        body='[a](/resume/) <img src="/static/icon.svg"> ![b](/static/icon.svg) [c](../)',
        status="published",
    )
    export(folder, BELOW, starting_paths)
    found = {path: body.decode() for path, body in files(folder).items() if path[-1] != "p"}
    pages = {path: Page(html) for path, html in found.items() if path.endswith("/")}
    outside = {
        (path, address)
        for path, page in pages.items()
        for address in (*page.links, *page.loaded)
        if address.startswith("/") and not address.startswith("/cv/")
    }
    assert outside == set()
    assert {path for path, text in found.items() if settings.SITE_ORIGIN in text} == set()
    assert pages["/blog/own/"].links.count("/cv/resume/") == 2
    for path, page in pages.items():
        assert page.all("link", rel="canonical")[0]["href"] == f"{BELOW.origin}/cv{quote(path)}"
    assert "https://me.github.io/cv/en/resume/" in found["/sitemap-pages.xml"]
    assert 'xml:base="https://me.github.io/cv/"' in found["/blog/feed.xml"]
    assert 'href="/cv/resume/"' in found["/blog/feed.xml"].replace("&quot;", '"').replace(
        "&lt;", "<"
    )


@pytest.mark.usefixtures("owners_site")
def test_after_one_edit_only_the_pages_that_show_it_are_written(folder):
    export(folder, HERE, starting_paths)
    assert export(folder, HERE, starting_paths).new == 0
    before = files(folder)
    post = Post.objects.get()
    post.body += "\n\nもう一行。"
    post.save()
    path = unquote(post.get_absolute_url())
    outcome = export(folder, HERE, starting_paths)
    after = files(folder)
    changed = {path for path in after if after[path] != before.get(path)}
    assert changed == {
        path,
        f"/en{path}",
        "/blog/feed.xml",
        "/en/blog/feed.xml",
        "/search/list.json",
    }
    assert (outcome.new, set(before)) == (len(changed), set(after))


@pytest.mark.usefixtures("owners_site")
def test_nothing_that_is_not_public_is_in_it(folder):
    hide_canaries()
    export(folder, HERE, starting_paths)
    found = files(folder)
    assert {path for path, body in found.items() if CANARY.encode() in body} == set()
    assert not {path for path in found if path.startswith(("/admin", "/healthz"))}


def test_a_dead_link_is_named_with_its_page_and_nothing_is_written(folder):
    make_post(slug="old", status="published")
    export(folder, HERE, starting_paths)
    before = files(folder)
    make_post(
        slug="new",
        body="[a](/nowhere/) [b](/blog/old/#no) [c](/admin/) [d](/blog/old/#content)"
        " ![](/media/x.png)",
        status="published",
    )
    assert set(dead_links(folder)) == {
        DeadLink("/blog/new/", "/nowhere/", 404),
        DeadLink("/blog/new/", "/blog/old/#no", 200),
        DeadLink("/blog/new/", "/admin/", 302),
        DeadLink("/blog/new/", "/media/x.png", 404),
    }
    assert files(folder) == before


def test_a_page_that_cannot_be_made_fails_the_export(folder, monkeypatch):
    make_post(slug="bad", status="published")

    def fail(*arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("resume.views.blog.post_page", fail)
    assert DeadLink("/", "/blog/bad/", 500) in dead_links(folder)
    assert not folder.path.exists()


def test_a_site_without_any_record_is_a_site(folder):
    export(folder, HERE, starting_paths)
    assert {"/", "/resume/", "/en/blog/", "/404.html"} <= set(files(folder))


EDITS = {
    "a post": lambda: Post.objects.update(title="別の題"),
    "what a post is linked to": lambda: Project.objects.update(title="別の仕事"),
    "a new link": lambda: Post.objects.get().skills.add(Skill.objects.last()),
    "what a post cites": lambda: Publication.objects.update(title="別の記事"),
    "what an article is linked to": lambda: Publication.objects.get().projects.clear(),
    "an article in the stream": lambda: Publication.objects.update(venue="別の場所"),
    "the profile": lambda: Profile.objects.update(name="別の名前"),
    "the account at the foot": lambda: make_profile_link(audience="public"),
    "nothing": lambda: None,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_is_not_made_again_would_have_been_the_same(folder, tmp_path, edit):
    make_profile(name="山田 花子")
    make_skill()
    article, project = make_publication(date="2025-01-02"), make_project()
    article.projects.add(project)
    post = make_post(slug="kept")
    post.projects.add(project)
    post.publications.add(article)
    export(folder, HERE, starting_paths, ingredients=ingredients)
    edit()
    with remembering():
        export(folder, HERE, starting_paths, ingredients=ingredients)
    afresh = Folder(tmp_path / "afresh")
    export(afresh, HERE, starting_paths)
    assert files(folder) == files(afresh)


def test_what_was_made_while_the_content_moved_is_made_again(folder, tmp_path):
    project = make_project(title="秘")
    make_post(slug="kept").projects.add(project)
    Project.objects.update(status="draft")

    def passing():
        """The project is public when the pages are made, and not when they were told apart."""
        found = ingredients()
        Project.objects.update(status="published")
        return found

    export(folder, HERE, starting_paths, ingredients=passing, state=current_state)
    assert "秘" in files(folder)["/blog/kept/"].decode()
    Project.objects.update(status="draft")
    export(folder, HERE, starting_paths, ingredients=ingredients, state=current_state)
    afresh = Folder(tmp_path / "afresh")
    export(afresh, HERE, starting_paths)
    assert files(folder) == files(afresh)
    assert "秘" not in files(folder)["/blog/kept/"].decode()


def test_pages_that_are_made_from_the_same_are_not_made_again(folder, monkeypatch):
    kept, edited = make_post(slug="kept"), make_post(slug="edited")
    export(folder, HERE, starting_paths, ingredients=ingredients)
    Post.objects.filter(pk=edited.pk).update(body="別の文")
    asked = []
    get = Visitor.get
    monkeypatch.setattr(Visitor, "get", lambda self, path: asked.append(path) or get(self, path))
    export(folder, HERE, starting_paths, ingredients=ingredients)
    assert {"/blog/edited/", "/en/blog/edited/", "/blog/"} <= set(asked)
    assert {kept.get_absolute_url(), "/en/blog/kept/"} & set(asked) == set()


@pytest.mark.parametrize("spoil", ["page", "states"])
def test_a_file_that_somebody_changed_is_made_again(folder, spoil):
    make_post(slug="kept")
    export(folder, HERE, starting_paths, ingredients=ingredients)
    before = files(folder)
    spoiled = {"page": "blog/kept/index.html", "states": STATES}[spoil]
    (folder.path / spoiled).write_bytes(b"[spoiled")
    export(folder, HERE, starting_paths, ingredients=ingredients)
    assert files(folder) == before


def test_below_another_address_every_page_is_made_again(folder):
    make_post(slug="kept", body="[a](/resume/)")
    export(folder, HERE, starting_paths, ingredients=ingredients)
    export(folder, BELOW, starting_paths, ingredients=ingredients)
    assert b'href="/cv/resume/"' in files(folder)["/blog/kept/"]
