import pytest
from django.urls import reverse

from tests.factories import make_post, make_project, make_publication, make_section, make_skill
from tests.page import Page

pytestmark = pytest.mark.django_db


def read(client, path):
    return Page(client.get(path).content.decode())


def test_publications_stand_by_kind_newest_first_and_undated_ones_last(client):
    section = make_section()
    made = {
        "論文": {"kind": "paper", "date": "2024"},
        "後の記事": {"section": section, "order": 2},
        "先の記事": {"section": section, "order": 1},
        "古い記事": {"date": "2020"},
        "新しい記事": {"date": "2022-08"},
    }
    for title, fields in made.items():
        make_publication(title=title, **fields)
    html = read(client, reverse("publications")).html
    assert sorted(made, key=html.index) == [
        "新しい記事",
        "古い記事",
        "先の記事",
        "後の記事",
        "論文",
    ]


def test_a_publication_shows_what_is_known_and_links_to_what_cites_it(client):
    publication = make_publication(
        url="https://example.com/paper", venue="学会", authors="山田", date="2021-03", doi="10.1/x"
    )
    project, skill, post = make_project(), make_skill(), make_post()
    project.publications.add(publication)
    publication.skills.add(skill)
    post.publications.add(publication)
    page = read(client, publication.get_absolute_url())
    for text in ("学会", "山田", '<time datetime="2021-03">2021/03</time>'):
        assert text in page.html
    assert {
        "https://example.com/paper",
        "https://doi.org/10.1/x",
        project.get_absolute_url(),
        skill.get_absolute_url(),
        post.get_absolute_url(),
    } <= set(page.links)


def test_a_publication_without_an_address_links_to_none(client):
    publication = make_publication(url=None, kind="thesis")
    page = read(client, publication.get_absolute_url())
    assert "None" not in page.html
    assert 'class="button"' not in page.html
