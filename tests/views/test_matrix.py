"""The table of projects and skills on the site: its addresses, its filters, its form."""

from urllib.parse import unquote

import pytest
from django.urls import reverse

from resume.sitemaps import pages
from resume.views import matrix, skills
from tests.factories import make_employer, make_position, make_project, make_section, make_skill
from tests.page import Page

pytestmark = pytest.mark.django_db

WHOLE = "/en/projects/by/skill/"
CHOSEN = "/en/projects/with/skills/"


def use(*used, **fields):
    project = make_project(**fields)
    project.skills.set(used)
    return project


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return Page(response.content.decode())


def projects(page):
    """Return the links to projects, in their order."""
    return [link for link in page.links if unquote(link).startswith("/en/projects/プロジェクト")]


def path_of(project):
    return f"/en{project.get_absolute_url()}"


@pytest.fixture
def clouds():
    """Two categories, three skills and the projects that used them."""
    cloud = make_skill(name="GCP", section=make_section(title="クラウド", slug="cloud", order=1))
    gke = make_skill(name="GKE", parent=cloud)
    php = make_skill(name="PHP", section=make_section(title="言語", slug="languages", order=2))
    make_skill(name="Ruby", section=make_section(title="学習", slug="learning", order=3))
    return {"both": use(gke, php), "gke": use(gke), "php": use(php)}


def test_the_table_says_in_words_what_it_shows(client, clouds):
    page = read(client, WHOLE)
    assert [found["scope"] for found in page.all("th")].count("row") == 3
    assert page.html.count("<td>✓</td>") == 2 + 3 + 1
    (region,) = page.all("div", role="region")
    assert region["aria-label"]
    assert region["tabindex"] == "0"


def test_a_category_has_a_page_of_its_own_that_names_itself(client, clouds):
    page = read(client, f"{WHOLE}cloud/")
    assert set(projects(page)) == {path_of(clouds["both"]), path_of(clouds["gke"])}
    current = [found["href"] for found in page.all("a") if found.get("aria-current") == "page"]
    assert f"{WHOLE}cloud/" in current
    assert WHOLE not in current
    assert "PHP</a>" not in page.html


def test_a_table_says_in_its_title_and_its_trail_of_what_it_is(client, clouds):
    for path, name in (
        (f"{WHOLE}cloud/", "クラウド"),
        ("/en/skills/gcp/projects/", "GCP"),
        (f"{CHOSEN}?skill=gcp&skill=php", "GCP, PHP"),
    ):
        page = read(client, path)
        assert f"<title>{name} – Projects by skill – " in page.html
        assert f'<li lang="ja"><span aria-current="page">{name}</span></li>' in page.html
        assert WHOLE in page.links
    page = read(client, WHOLE)
    assert "<title>Projects by skill – " in page.html
    # Only what the owner wrote is in the owner's language.
    assert '<li><span aria-current="page">Projects by skill</span></li>' in page.html


def test_a_category_that_no_project_used_and_a_draft_one_have_none(client, clouds):
    make_skill(section=make_section(title="下書き", slug="draft", status="draft"))
    use(make_skill(section=make_section(title="下書き", slug="drafts", status="draft")))
    for slug in ("learning", "draft", "drafts", "none"):
        assert client.get(f"{WHOLE}{slug}/").status_code == 404
    assert "下書き" not in read(client, WHOLE).html


def test_several_skills_are_chosen_by_a_form_whose_answer_is_kept_nowhere(client, clouds):
    page = read(client, WHOLE)
    assert [form["action"] for form in page.all("form")] == ["/en/search/", CHOSEN]
    assert {found["value"] for found in page.all("input", name="skill")} == {"gcp", "gke", "php"}
    response = client.get(CHOSEN, {"skill": ["gcp", "php"]})
    found = Page(response.content.decode())
    assert projects(found) == [path_of(clouds["both"])]
    assert {each["value"] for each in found.all("input") if "checked" in each} == {"gcp", "php"}
    assert "no-store" in response["Cache-Control"]
    assert found.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert not page.all("meta", name="robots")
    # The page in the other language is of the same choice.
    (switch,) = [each["href"] for each in found.all("a") if "hreflang" in each]
    assert switch == "/projects/with/skills/?skill=gcp&skill=php"
    assert "PHP" in read(client, switch).html


def test_what_no_project_used_together_is_said(client, clouds):
    use(make_skill(name="Go"))
    page = read(client, f"{CHOSEN}?skill=go&skill=php")
    assert "No project used all of them." in page.html
    assert not page.all("table")


@pytest.mark.parametrize(
    ("query", "leads_to"),
    [
        ("", WHOLE),
        ("?skill=none&x=1", WHOLE),
        ("?skill=php", "/en/skills/php/projects/"),
        ("?skill=php&skill=php&page=2", "/en/skills/php/projects/"),
    ],
)
def test_a_choice_of_fewer_than_two_has_an_address_already(client, clouds, query, leads_to):
    response = client.get(CHOSEN + query)
    assert (response.status_code, response["Location"]) == (302, leads_to)
    assert client.get(leads_to).status_code == 200


@pytest.mark.parametrize("number", ["", "0", "1", "2", "-1", "x", "1e3", "９", "9" * 30])
def test_a_page_that_is_not_there_is_missing(client, clouds, number):
    assert client.get(CHOSEN, {"skill": ["gcp", "php"], "page": number}).status_code == 404


def test_pages_lead_to_each_other_and_the_first_names_no_number(client, monkeypatch):
    monkeypatch.setattr(matrix, "ROWS", 2)
    go, php = make_skill(name="Go"), make_skill(name="PHP")
    position = make_position()
    made = [use(go, php, position=position, order=number) for number in range(5)]
    for path, ask in (
        (WHOLE, "page/{}/"),
        ("/en/skills/go/projects/", "page/{}/"),
        (f"{CHOSEN}?skill=go&skill=php", "&page={}"),
    ):
        shown = []
        for number in (1, 2, 3):
            page = read(client, path + (ask.format(number) if number > 1 else ""))
            shown += projects(page)
            links = {found["rel"]: found["href"] for found in page.all("a") if "rel" in found}
            expected = {"next": path + ask.format(number + 1)} if number < 3 else {}
            if number > 1:
                expected["prev"] = path + (ask.format(number - 1) if number > 2 else "")
            assert links == expected
        assert shown == [path_of(each) for each in made]
        assert client.get(path + ask.format(4)).status_code == 404
    for path in (WHOLE, "/en/skills/go/projects/"):
        assert client.get(f"{path}page/1/").status_code == 404


def test_the_list_of_pages_has_the_tables_and_those_of_skills_whose_page_cannot_show_all(
    client, clouds, monkeypatch
):
    monkeypatch.setattr(matrix, "ROWS", 1)
    monkeypatch.setattr(matrix, "SHOWN", 1)
    monkeypatch.setattr(skills, "SHOWN", 1)
    use(make_skill(name="Go"))
    tables = [page for page in pages() if "matrix" in page[0]]
    assert tables == [
        ("matrix", ()),
        ("matrix", (2,)),
        ("matrix", (3,)),
        ("matrix", (4,)),
        ("category-matrix", ("cloud",)),
        ("category-matrix", ("cloud", 2)),
        ("category-matrix", ("languages",)),
        ("category-matrix", ("languages", 2)),
        ("skill-matrix", ("gcp",)),
        ("skill-matrix", ("gcp", 2)),
        ("skill-matrix", ("gke",)),
        ("skill-matrix", ("gke", 2)),
        ("skill-matrix", ("php",)),
        ("skill-matrix", ("php", 2)),
    ]
    for name, arguments in tables:
        assert client.get(reverse(name, args=arguments)).status_code == 200
    assert "/en/skills/gcp/projects/" in read(client, "/en/skills/gcp/").links


def test_pages_that_are_files_have_no_form_to_choose_by(client, clouds, settings):
    settings.SERVED_AS_FILES = True
    page = read(client, WHOLE)
    assert [form["action"] for form in page.all("form")] == ["/en/search/"]
    assert f"{WHOLE}cloud/" in page.links


def test_the_official_name_of_an_employer_is_not_shown(client):
    employer = make_employer(name="株式会社秘密", alias="大手A社")
    use(make_skill(), position=make_position(employer=employer), title="秘密計画", alias="ある計画")
    html = read(client, WHOLE).html
    assert "大手A社" in html
    assert "ある計画" in html
    assert "秘密" not in html


def test_a_site_without_projects_has_an_empty_table(client):
    page = read(client, WHOLE)
    assert not page.all("table")
    assert [form["action"] for form in page.all("form")] == ["/en/search/"]
