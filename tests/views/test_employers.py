import pytest
from django.urls import reverse

from tests.factories import (
    make_employer,
    make_position,
    make_profile,
    make_project,
    make_section,
)
from tests.page import Page

pytestmark = pytest.mark.django_db


def read(client, path):
    return Page(client.get(path).content.decode())


def test_employers_stand_in_the_order_of_the_résumé(client):
    last, first = make_section(order=2), make_section(order=1)
    names = {}
    for name, section, order in (("丙", last, 0), ("乙", first, 2), ("甲", first, 1)):
        names[name] = make_employer(name=name)
        make_position(employer=names[name], section=section, order=order)
    names["丁"] = make_employer(name="丁")
    make_position(employer=names["丁"], section=None)
    html = read(client, reverse("employers")).html
    assert sorted(names, key=html.index) == ["甲", "乙", "丙", "丁"]


def test_an_employer_without_a_published_position_has_no_page(client):
    employer = make_employer()
    make_position(employer=employer, status="draft")
    assert client.get(employer.get_absolute_url()).status_code == 404


def test_a_position_shows_role_employment_period_text_and_projects(client):
    make_profile(date_style="令和5年6月")
    position = make_position(
        role="研究員", employment="contract", start="2019-04", end="2021", body="**担当**"
    )
    project = make_project(position=position, title="計画")
    page = read(client, position.employer.get_absolute_url())
    for text in ("研究員", "平成31年4月〜令和3年", "<strong>担当</strong>", "計画"):
        assert text in page.html
    assert project.get_absolute_url() in page.links
    assert position.slug in page.ids


def test_a_stint_holds_its_roles(client):
    stint = make_position(role="", start="2020")
    make_position(employer=stint.employer, parent=stint, role="主任", start="2021")
    page = read(client, stint.employer.get_absolute_url())
    assert page.count("h2") == 1
    assert page.count("h3") == 1
    assert page.html.count(">主任<") == 1


def test_with_an_alias_neither_the_name_nor_the_website_is_shown(client):
    employer = make_employer(
        name="株式会社本名", alias="大手企業A社", url="https://honmyou.example.com/"
    )
    make_position(employer=employer)
    page = read(client, employer.get_absolute_url())
    assert "大手企業A社" in page.html
    assert "本名" not in page.html
    assert "honmyou" not in page.html


def test_without_an_alias_the_website_is_linked(client):
    employer = make_employer(url="https://www.example.com/about")
    make_position(employer=employer)
    page = read(client, employer.get_absolute_url())
    assert "https://www.example.com/about" in page.links


def test_the_english_interface_writes_english_dates_around_the_owners_text(client):
    position = make_position(role="研究員", start="2021-04", end="current")
    page = read(client, f"/en{position.employer.get_absolute_url()}")
    assert "Apr 2021 – Present" in page.html
    assert '<span lang="ja">研究員</span>' in page.html
