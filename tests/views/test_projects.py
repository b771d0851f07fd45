import pytest
from django.urls import reverse

from tests.factories import (
    make_employer,
    make_fact,
    make_position,
    make_post,
    make_project,
    make_publication,
    make_section,
    make_skill,
)
from tests.page import Page

pytestmark = pytest.mark.django_db


def read(client, path):
    return Page(client.get(path).content.decode())


def test_a_project_links_to_everything_that_it_belongs_to_and_that_proves_it(client):
    project = make_project()
    linked = [make_skill(), make_publication(), make_post()]
    project.skills.add(linked[0])
    project.publications.add(linked[1])
    linked[2].projects.add(project)
    page = read(client, project.get_absolute_url())
    for record in (project.position, *linked):
        assert record.get_absolute_url() in page.links


def test_what_a_project_links_to_links_back(client):
    project = make_project()
    linked = [make_skill(), make_publication(), make_post()]
    project.skills.add(linked[0])
    project.publications.add(linked[1])
    linked[2].projects.add(project)
    for record in (project.position.employer, *linked):
        assert project.get_absolute_url() in read(client, record.get_absolute_url()).links


def test_facts_are_shown_as_written_and_an_empty_one_shows_the_period(client):
    project = make_project(start="2022-01", end="2022-03")
    make_fact(project=project, order=1, label="期間", value="")
    make_fact(project=project, order=2, label="担当", value="**設計**")
    page = read(client, project.get_absolute_url())
    assert "<dd>2022/01〜2022/03</dd>" in page.html
    assert "<strong>設計</strong>" in page.html


def test_a_draft_a_project_of_a_draft_position_and_a_missing_one_have_no_page(client):
    draft = make_project(status="draft")
    inside = make_project(position=make_position(status="draft"))
    for path in (draft.get_absolute_url(), inside.get_absolute_url(), "/projects/nothing/"):
        assert client.get(path).status_code == 404


def test_with_an_alias_the_title_is_not_shown(client):
    project = make_project(title="極秘計画", alias="ある計画")
    for path in (project.get_absolute_url(), reverse("projects"), reverse("home")):
        page = read(client, path)
        assert "ある計画" in page.html
        assert "極秘" not in page.html


def test_projects_stand_under_their_positions_and_personal_ones_by_themselves(client):
    section = make_section()
    position = make_position(section=section, order=1)
    later = make_project(position=position, title="二番", order=2)
    first = make_project(position=position, title="一番", order=1)
    personal = make_project(position=None, section=make_section(order=9), title="個人の計画")
    page = read(client, reverse("projects"))
    links = [record.get_absolute_url() for record in (first, later, personal)]
    assert [link for link in page.links if link in links] == links
    assert page.count("h2") == 2


def test_a_cover_has_its_size_and_its_words(client):
    project = make_project(cover="covers/a.png", cover_alt="構成図")
    type(project).objects.filter(pk=project.pk).update(cover_width=640, cover_height=320)
    page = read(client, project.get_absolute_url())
    assert page.all("img") == [
        {
            "class": "cover",
            "src": "/media/covers/a.png",
            "srcset": (
                "/media/covers/a.240.png 240w, /media/covers/a.480.png 480w, "
                "/media/covers/a.png 640w"
            ),
            "sizes": "(min-width: 46rem) 42rem, calc(100vw - 2rem)",
            "alt": "構成図",
            "width": "640",
            "height": "320",
            "loading": "lazy",
        }
    ]
    assert page.all("meta", property="og:image")[0]["content"].endswith("/media/covers/a.png")


def test_a_page_without_a_picture_promises_none(client):
    page = read(client, make_project().get_absolute_url())
    assert page.all("meta", property="og:image") == []


def test_a_description_is_plain_words_and_cannot_leave_its_attribute(client):
    project = make_project(body='"><b>太字</b> & **強調**')
    page = read(client, project.get_absolute_url())
    assert page.all("meta", name="description")[0]["content"] == '">太字 & 強調'
    assert page.unbalanced == []


def test_an_employer_under_an_alias_is_named_by_it(client):
    employer = make_employer(name="株式会社本名", alias="大手企業A社")
    project = make_project(position=make_position(employer=employer))
    page = read(client, project.get_absolute_url())
    assert "大手企業A社" in page.html
    assert "本名" not in page.html
