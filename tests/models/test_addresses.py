"""Old addresses written by hand: one spelling each, and no way that ends nowhere or in a circle."""

import pytest
from django.core.exceptions import ValidationError

from resume.models import Redirect
from tests.factories import make_post, make_project

pytestmark = pytest.mark.django_db

PERMANENT, GONE = Redirect.Kind.PERMANENT, Redirect.Kind.GONE


def redirect(old_path, target="/projects/", kind=PERMANENT):
    row = Redirect(old_path=old_path, target=target, kind=kind)
    row.full_clean()
    row.save()
    return row


def refusal(*arguments, **fields):
    """Return the message of each field of a redirect that is refused."""
    with pytest.raises(ValidationError) as refused:
        redirect(*arguments, **fields)
    assert not Redirect.objects.filter(old_path=arguments[0]).exists()
    return {field: messages[0] for field, messages in refused.value.message_dict.items()}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("/about.html", "/about.html"),
        (" /about.html#top ", "/about.html"),
        ("http://127.0.0.1:8000/about.html", "/about.html"),
        ("/%E7%B5%8C%E6%AD%B4/", "/経歴/"),
        ("/article.php?id=%E5%8D%81", "/article.php?id=十"),
        ("/en/about.html", "/en/about.html"),
        ("/projects/no-such-project/", "/projects/no-such-project/"),
    ],
)
def test_an_old_address_is_stored_as_requests_name_it(typed, stored):
    assert redirect(typed).old_path == stored


@pytest.mark.parametrize(
    "typed",
    ["about.html", "//example.com/a", "/\\example.com", "https://example.com/a", "/a%00", "/a%0A"],
)
def test_what_is_no_path_of_this_site_is_no_old_address(typed):
    assert refusal(typed) == {"old_path": "Write a path of this site; it begins with one “/”."}


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("/projects/", "/projects/"),
        ("/projects/%E7%B5%8C%E6%AD%B4/", "/projects/経歴/"),
        ("/a%3Fb/", "/a%3Fb/"),
        ("/resume/#section-a", "/resume/#section-a"),
        ("http://127.0.0.1:8000/resume/?x=1", "/resume/?x=1"),
        ("http://127.0.0.1:8000", "/"),
        ("HTTPS://Example.COM", "https://example.com/"),
        ("https://example.com/a?utm_source=x&b=1", "https://example.com/a?b=1"),
    ],
)
def test_a_target_has_one_spelling(typed, stored):
    assert redirect("/old.html", typed).target == stored


@pytest.mark.parametrize(
    "target",
    [
        "projects/",
        "//example.com/",
        "/\\example.com/",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:a@example.com",
        "https://user:secret@example.com/",
        "https:///a",
        "/a%00",
        "/a%0A",
        "/admin/",
        "/admin",
        "/markdownx/upload/",
        "",
    ],
)
def test_a_target_leads_to_a_page_and_nowhere_else(target):
    assert list(refusal("/old.html", target)) == ["target"]


@pytest.mark.parametrize(
    "path", ["/admin", "/admin/resume/", "/static/a.css", "/media/a.png", "/media", "/markdownx/x/"]
)
def test_the_parts_that_are_no_pages_have_no_old_addresses(path):
    assert refusal(path) == {
        "old_path": "This part of the site is its own; nothing can move there."
    }


def test_a_page_that_exists_is_not_hidden():
    project = make_project(title="基盤")
    draft = make_post(title="下書き", status="draft")
    taken = [
        "/",
        "/en/",
        "/projects",
        "/projects/?page=2",
        "/robots.txt",
        "/blog/feed.xml",
        project.public_path,
        f"/en{project.public_path}",
        project.public_path.rstrip("/"),
    ]
    for path in taken:
        assert list(refusal(path)) == ["old_path"]
    assert redirect(draft.public_path).pk


def test_a_circle_and_a_chain_are_refused_naming_the_other():
    for target in ("/a/", "/a/?x=1", "/a/#x", "/en/a/", "http://127.0.0.1:8000/a/"):
        assert refusal("/a/", target) == {"target": "This address would lead to itself."}
    redirect("/b/", "/c/")
    redirect("/gone/", "", GONE)
    assert refusal("/a/", "/b/") == {
        "target": "/b/ is an old address itself; write where that leads: /c/"
    }
    assert refusal("/a/", "/en/b/?x=1") == {
        "target": "/b/ is an old address itself; write where that leads: /c/"
    }
    assert refusal("/a/", "/gone/") == {
        "target": "/gone/ is an old address itself; write where that leads: nowhere"
    }
    for kind, target in ((PERMANENT, "/projects/"), (GONE, "")):
        assert refusal("/c/", target, kind) == {
            "target": "The old address /b/ leads here; change that one first."
        }


def test_a_redirect_can_be_saved_again():
    row = redirect("/a/", "/b/")
    row.full_clean()
    row.kind, row.target = GONE, ""
    row.full_clean()
    row.target = "/b/"
    with pytest.raises(ValidationError, match="leads nowhere"):
        row.full_clean()


def test_one_address_has_one_redirect_however_it_is_written():
    redirect("/経歴.html")
    with pytest.raises(ValidationError) as refused:
        redirect("/%E7%B5%8C%E6%AD%B4.html")
    assert list(refused.value.message_dict) == ["old_path"]


def test_a_page_that_moves_takes_its_old_addresses_along_and_stays_permanent():
    redirect("/old.html", "/projects/a/", Redirect.Kind.TEMPORARY)
    redirect("/projects/b/", "", GONE)
    Redirect.objects.record_move("/projects/a/", "/projects/b/")
    assert set(Redirect.objects.values_list("old_path", "kind", "target")) == {
        ("/old.html", "temporary", "/projects/b/"),
        ("/projects/a/", "permanent", "/projects/b/"),
    }
