import pytest
from django.urls import reverse

from resume.views import skills
from tests.factories import (
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


def test_skills_stand_under_their_categories_in_the_order_of_the_résumé(client):
    second, first = make_section(title="道具", order=2), make_section(title="言語", order=1)
    names = {"Docker": second, "Go": first, "Python": first}
    for order, (name, section) in enumerate(reversed(names.items())):
        make_skill(name=name, section=section, order=order)
    html = read(client, reverse("skills")).html
    texts = ["<h2>言語", "Python", "Go<", "<h2>道具", "Docker"]
    assert sorted(texts, key=html.index) == texts


def test_the_title_of_a_draft_category_is_not_shown_its_published_skills_are(client):
    section = make_section(title="下書き", status="draft")
    skill = make_skill(name="Python", section=section)
    for path in (reverse("skills"), skill.get_absolute_url()):
        page = read(client, path)
        assert "Python" in page.html
        assert "下書き" not in page.html


def test_a_claim_is_shown_as_written(client):
    skill = make_skill(name="Ruby", claim="学習経験あり")
    for path in (reverse("skills"), skill.get_absolute_url()):
        assert "学習経験あり" in read(client, path).html


def test_parts_stand_inside_their_skill_at_any_depth(client):
    cloud = make_skill(name="クラウド")
    network = make_skill(name="ネットワーク", parent=cloud)
    make_skill(name="VPC", parent=network)
    page = read(client, reverse("skills"))
    assert [page.html.count(f'class="depth-{depth}"') for depth in range(3)] == [1, 1, 1]
    assert page.html.index("depth-1") < page.html.index("ネットワーク") < page.html.index("VPC")
    assert read(client, network.get_absolute_url()).html.count("クラウド") >= 1
    assert network.get_absolute_url() in read(client, cloud.get_absolute_url()).links


def test_proof_is_counted_and_each_count_links_to_the_list(client):
    skill, written = make_skill(), make_skill()
    for project in (make_project(), make_project()):
        project.skills.add(skill)
    make_project(status="draft").skills.add(skill)
    publication, post = make_publication(), make_post()
    for each in (skill, written):
        publication.skills.add(each)
        post.skills.add(each)
    overview = read(client, "/en" + reverse("skills"))
    path = f"/en{skill.get_absolute_url()}"
    assert f'<a href="{path}#projects">4</a>' in overview.html
    assert f'<a href="/en{written.get_absolute_url()}#publications">2</a>' in overview.html
    page = read(client, path)
    for text, anchor in (
        ("2 projects", "projects"),
        ("1 publication", "publications"),
        ("1 post", "posts"),
    ):
        assert f'<a href="#{anchor}">{text}</a>' in page.html
        assert anchor in page.ids


def test_the_page_answers_how_long_by_claim_and_by_work(client):
    skill = make_skill(claim="6 年")
    for start, end in (("2021-04", "2024-05"), ("2023-06", "2023-12")):
        make_project(position=make_position(start=start, end=end)).skills.add(skill)
    make_project(section=make_section(), position=None).skills.add(skill)
    page = read(client, f"/en{skill.get_absolute_url()}")
    for text in ("6 年", "3 years 2 months", "3 projects", "1 project has no dates"):
        assert text in page.html
    assert read(client, "/en" + reverse("skills")).html.count("3 years 2 months") == 1


def test_bars_of_where_it_was_used_say_so_in_words_and_lead_there(client):
    skill = make_skill()
    position = make_position(role="主任", start="2021-04", end="2024-05")
    make_project(position=position, start="2022-01", end="2022-03").skills.add(skill)
    page = read(client, f"/en{skill.get_absolute_url()}")
    (bars,) = [found for found in page.all("ol") if found.get("class") == "timeline"]
    assert bars["aria-label"] == "When it was used"
    assert page.html.count("timeline-bar") == 1
    # What it was used for, not the whole of the position.
    timeline = page.html[page.html.index('id="timeline"') : page.html.index('id="projects"')]
    assert "Jan 2022 – Mar 2022" in timeline
    assert f"/en{position.get_absolute_url()}" in timeline


def test_the_newest_bars_have_the_years_to_themselves(client, monkeypatch):
    monkeypatch.setattr(skills, "BARS", 1)
    skill = make_skill()
    for start, end in (("2001-04", "2003-03"), ("2021-04", "2024-05")):
        make_project(position=make_position(start=start, end=end)).skills.add(skill)
    page = read(client, f"/en{skill.get_absolute_url()}")
    timeline = page.html[page.html.index('id="timeline"') : page.html.index('id="projects"')]
    assert timeline.count("timeline-bar") == 1
    assert [year for year in ("2001", "2021", "2024") if f">{year}</text>" in timeline] == [
        "2021",
        "2024",
    ]
    assert "5 years 2 months" in page.html


def test_a_project_stands_with_the_part_it_used_and_what_was_written_about_it(client):
    cloud = make_skill(name="GCP")
    part = make_skill(name="GKE", parent=cloud)
    project, publication = make_project(), make_publication(title="推論基盤の話")
    project.skills.add(part)
    project.publications.add(publication)
    page = read(client, cloud.get_absolute_url())
    for record in (project, project.position, part, publication):
        assert record.get_absolute_url() in page.links


def test_what_has_no_claim_and_no_proof_shows_neither(client):
    html = read(client, f"/en{make_skill().get_absolute_url()}").html
    for word in ("Claimed", "Proof", "In dated work", "no dates"):
        assert word not in html


def test_a_skill_without_proof_shows_no_count(client):
    make_skill()
    assert "0 " not in read(client, "/en" + reverse("skills")).html


def test_a_part_of_a_draft_skill_has_no_page(client):
    part = make_skill(parent=make_skill(status="draft"))
    assert client.get(part.get_absolute_url()).status_code == 404
