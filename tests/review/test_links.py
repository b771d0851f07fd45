"""Links inside the site: to pages that are there, and to others."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.test import override_settings
from django.utils import timezone

from resume.models import Post, Redirect
from resume.review import review
from tests.factories import make_post, make_project, make_section, make_skill

from .found import TODAY, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "is_dead"),
    [
        ("/projects/ない/", True),
        ("/projekts/", True),
        ("./other.md", True),
        ("#見出し", True),
        ("/media/none.pdf", True),
        ("https://www.example.com/projects/none/", True),
        ("/en/projects/none/", True),
        ("/projects/下書き/", True),
        ("/projects/検索/", False),
        ("/en/projects/検索/", False),
        ("/projects/検索", False),
        ("/resume/", False),
        ("/", False),
        ("/old.html", False),
        ("/blog/feed.xml", False),
        ("#project-検索", False),
        ("/skills/go/projects/", False),
        ("/en/skills/go/projects/page/2/", False),
        ("/skills/none/projects/", True),
        ("/projects/by/skill/", False),
        ("/projects/by/skill/言語/", False),
        ("/projects/by/skill/下書き/", True),
        ("/projects/by/skill/none/", True),
        ("https://example.org/projects/none/", False),
        ("mailto:a@example.com", False),
    ],
)
def test_a_link_inside_the_site_leads_to_a_page(address, is_dead):
    section = make_section()
    make_project(title="検索", section=section, start="2020")
    make_project(title="下書き", section=section, start="2020", status="draft")
    make_skill(name="Go", section=make_section(title="言語", slug="言語"))
    make_skill(section=make_section(title="下書き", slug="下書き", status="draft"))
    Redirect.objects.create(old_path="/old.html", target="/resume/")
    make_section(body=f"[先]({address})")
    with override_settings(SITE_ORIGIN="https://www.example.com"):
        assert bool(said("dead-link")) is is_dead


def test_a_picture_is_not_missed_while_its_store_does_not_answer(monkeypatch):
    make_section(body="[図](/media/a.webp) [先](/none/)")
    missing = ["“/media/a.webp” leads nowhere.", "“/none/” leads nowhere."]
    assert said("dead-link") == missing

    def refuse(name):
        raise ConnectionError

    monkeypatch.setattr(default_storage, "exists", refuse)
    assert said("dead-link") == missing[1:]


def test_a_list_of_contents_that_leads_nowhere_is_one_finding():
    make_section(body="- [概要](#概要)\n- [経歴](#経歴)\n- [記事](/none/)")
    assert said("dead-link") == ["“/none/” leads nowhere.", "“#概要” and 1 more lead nowhere."]


def test_a_link_to_a_post_that_becomes_public_by_its_time_is_dead_until_then():
    make_section(body="[記事](/blog/soon/)")
    post = make_post(slug="soon", publish_at=timezone.now() + timedelta(days=1))
    assert "dead-link" in {finding.kind.code for finding in review(TODAY)[0]}
    # What stands for the day that passes: Django's own update, which moves no generation.
    QuerySet(Post).filter(pk=post.pk).update(publish_at=timezone.now() - timedelta(days=1))
    assert "dead-link" not in {finding.kind.code for finding in review(TODAY)[0]}
