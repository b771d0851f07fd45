import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse

from resume.models import Project
from tests.factories import make_profile, make_section, make_skill
from tests.store.test_load import fill

pytestmark = pytest.mark.django_db

LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


class Page(HTMLParser):
    """The text of the résumé without any space, and the addresses it links to, in order."""

    def __init__(self, html):
        super().__init__()
        self.text, self.links = "", []
        self.feed(html[html.index('<div class="resume"') : html.index("</main>")])

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs)["href"])

    def handle_data(self, data):
        self.text += "".join(data.split())


def fragments(markdown):
    """Yield the text of every line of the file, without its Markdown marks and spaces."""
    for line in markdown.splitlines():
        text = re.sub(r"^\s*(#+|-) ", "", line)
        if piece := "".join(LINK.sub(r"\1", text).split()):
            yield piece


def missing_in_order(expected, text):
    """Return the first of `expected` that does not follow the one before it in `text`, or None."""
    position = 0
    for piece in expected:
        position = text.find(piece, position)
        if position < 0:
            return piece
        position += len(piece)
    return None


@pytest.fixture
def owners_page(client):
    call_command("loaddata", "fixtures/career.json", verbosity=0)
    return Page(client.get(reverse("resume")).content.decode())


@pytest.fixture
def source():
    return (Path(settings.BASE_DIR) / "fixtures" / "career.md").read_text(encoding="utf-8")


def test_every_fragment_of_the_owners_file_is_there_in_order(owners_page, source):
    pieces = list(fragments(source))
    assert len(pieces) > 170
    assert missing_in_order(pieces, owners_page.text) is None


def test_a_missing_or_misplaced_fragment_is_found(owners_page, source):
    pieces = list(fragments(source))
    assert missing_in_order([pieces[-1], pieces[0]], owners_page.text) == pieces[0]
    assert missing_in_order([*pieces, "無い文"], owners_page.text) == "無い文"


def test_the_page_says_no_more_than_the_file(owners_page, source):
    assert owners_page.text == "".join(fragments(source))


def test_the_files_links_are_there_in_order(owners_page, source):
    outside = [address for address in owners_page.links if not address.startswith("/")]
    assert outside == [url for _text, url in LINK.findall(source)]


def test_every_project_skill_and_position_links_to_its_page(owners_page):
    inside = [address for address in owners_page.links if address.startswith("/")]
    for word, number in [("projects", 8), ("skills", 52), ("employers", 7)]:
        assert len([each for each in inside if each.startswith(f"/{word}/")]) == number
    assert Project.objects.first().get_absolute_url() in inside


@pytest.mark.parametrize("rows", [1, 3])
def test_page_takes_thirteen_queries_whatever_the_rows(client, rows, django_assert_num_queries):
    fill(rows)
    with django_assert_num_queries(13):
        client.get(reverse("resume"))


def test_contents_link_to_headings(client):
    section = make_section(title="技術")
    make_skill(section=section)
    html = client.get(reverse("resume")).content.decode()
    assert f'<a href="#section-{section.slug}">技術</a>' in html
    assert f'<h2 id="section-{section.slug}">技術</h2>' in html


def test_an_empty_site_says_so(client):
    response = client.get("/en/resume/")
    assert "There is nothing here yet." in response.content.decode()


def test_the_owners_text_keeps_its_language_in_the_english_interface(client):
    make_profile()
    make_section()
    assert '<div class="resume" lang="ja">' in client.get("/en/resume/").content.decode()
    assert '<div class="resume">' in client.get("/resume/").content.decode()
