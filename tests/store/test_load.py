import pytest

from resume.document import schema
from resume.models import Audience, Status
from resume.store import load_resume
from tests.factories import (
    make_award,
    make_certification,
    make_education,
    make_employer,
    make_fact,
    make_position,
    make_profile,
    make_profile_link,
    make_project,
    make_publication,
    make_section,
    make_skill,
)

pytestmark = pytest.mark.django_db


def lines(section):
    """The names on each line of a section."""
    return [[item.name for item in line.items] for line in section.children]


def test_an_empty_database_gives_an_empty_resume():
    assert load_resume() == schema.Resume()


def test_children_of_all_kinds_share_one_numbering():
    root = make_section(title="職務経歴")
    make_section(title="後", parent=root, order=3)
    make_skill(name="Python", section=root, order=2)
    make_section(title="先", parent=root, order=1)
    first, line, last = load_resume().sections[0].children
    assert (first.title, line.items[0].name, last.title) == ("先", "Python", "後")


def test_equal_order_is_one_line_and_place_orders_it():
    section = make_section()
    make_skill(name="Vue", section=section, order=1, place=1)
    make_skill(name="React", section=section, order=1, place=0)
    make_skill(name="PHP", section=section, order=2)
    assert lines(load_resume().sections[0]) == [["React", "Vue"], ["PHP"]]


def test_drafts_are_for_the_owner_only():
    section = make_section()
    make_skill(name="公開", section=section, order=1)
    make_skill(name="下書き", section=section, order=2, status=Status.DRAFT)
    make_section(title="下書きの章", status=Status.DRAFT)
    assert lines(load_resume().sections[0]) == [["公開"]]
    assert len(load_resume().sections) == 1
    owners = load_resume(Audience.OWNER)
    assert lines(owners.sections[0]) == [["公開"], ["下書き"]]
    assert len(owners.sections) == 2


def test_a_line_that_lost_an_item_is_composed_anew():
    section = make_section()
    words = {"section": section, "order": 1}
    make_skill(name="React", written="React と Vue", **words)
    make_skill(name="Vue", place=1, status=Status.DRAFT, **words)
    (line,) = load_resume().sections[0].children
    assert (line.written, len(line.items)) == ("", 1)
    assert load_resume(Audience.OWNER).sections[0].children[0].written == "React と Vue"


def test_a_line_that_tells_of_a_skill_elsewhere_leaves_for_nobody_but_the_owner():
    make_skill(name="React", written="React、Vue", section=make_section(), order=1)
    make_skill(name="Go", written="Go、Rust")
    for drafts in (False, True):
        assert {item.written for item in load_resume(drafts=drafts).items()} == {""}
    written = {item.written for item in load_resume(Audience.OWNER).items()}
    assert written == {"React、Vue", "Go、Rust"}


def test_a_line_names_no_hidden_record_of_its_kind():
    words = {"section": make_section(), "written": "東京大学大学院 修了、東京大学 卒業"}
    make_education(institution="東京大学大学院", **words)
    assert load_resume().sections[0].children[0].written == words["written"]
    make_skill(name="東京大学", status=Status.DRAFT)
    assert load_resume().sections[0].children[0].written == words["written"]
    make_education(institution="東京大学", status=Status.DRAFT)
    assert load_resume().sections[0].children[0].written == ""
    assert load_resume(Audience.OWNER).sections[0].children[0].written == words["written"]


def test_a_group_whose_members_are_all_hidden_is_left_out():
    root = make_section(title="技術", order=1)
    group = make_section(title="言語", parent=root)
    make_skill(section=group, status=Status.DRAFT)
    make_section(title="見出しだけ", order=2)
    assert [section.title for section in load_resume().sections] == ["見出しだけ"]


def test_links_are_seen_by_their_audience():
    section = make_section()
    for number, audience in enumerate(Audience):
        make_profile_link(label=audience.value, audience=audience, section=section, order=number)
    seen = {
        audience: [line.items[0].label for line in load_resume(audience).sections[0].children]
        for audience in Audience
    }
    assert seen == {
        Audience.PUBLIC: ["public"],
        Audience.RECIPIENT: ["public", "recipient"],
        Audience.OWNER: ["public", "recipient", "owner"],
    }


def test_official_names_are_the_owners():
    employer = make_employer(
        name="株式会社秘密", alias="大手EC企業A社", aliases="秘密", url="https://example.com/"
    )
    section = make_section(layout="headings")
    position = make_position(employer=employer, section=section)
    make_project(position=position, title="極秘計画", alias="社内の計画")
    public = load_resume().sections[0].children[0].items[0]
    assert public.employer == schema.Employer(key=employer.slug, name="大手EC企業A社")
    assert (public.projects[0].title, public.projects[0].alias) == ("社内の計画", "")
    owners = load_resume(Audience.OWNER).sections[0].children[0].items[0]
    assert (owners.employer.name, owners.employer.alias) == ("株式会社秘密", "大手EC企業A社")
    assert (owners.projects[0].title, owners.projects[0].alias) == ("極秘計画", "社内の計画")


def test_a_draft_position_hides_its_roles_and_projects():
    section = make_section(layout="headings")
    make_section()
    draft = make_position(section=section, status=Status.DRAFT)
    make_position(employer=draft.employer, parent=draft, role="主任")
    make_project(position=draft)
    assert list(load_resume().items()) == []
    assert len(list(load_resume(Audience.OWNER).items())) == 3


def test_references_name_visible_records_only():
    project = make_project(section=make_section(layout="headings"))
    seen, draft = make_skill(), make_skill(status=Status.DRAFT)
    article = make_publication()
    project.skills.add(seen, draft)
    project.publications.add(article)
    article.skills.add(seen)
    item = load_resume().sections[0].children[0].items[0]
    assert (item.skills, item.publications) == ((seen.slug,), (article.slug,))
    assert [each.skills for each in load_resume().unlisted if each.key == article.slug] == [
        (seen.slug,)
    ]


def test_records_without_a_section_are_unlisted():
    make_publication(title="プレスリリース")
    make_section()
    assert [item.title for item in load_resume().unlisted] == ["プレスリリース"]


def fill(times):
    make_profile()
    for _ in range(times):
        section = make_section(layout="headings")
        position = make_position(section=section)
        make_position(employer=position.employer, parent=position, role="主任")
        project = make_project(position=position)
        make_fact(project=project)
        skill = make_skill(section=section, order=2)
        make_skill(parent=skill)
        publication = make_publication(section=section, order=3)
        publication.skills.add(skill)
        project.skills.add(skill)
        project.publications.add(publication)
        make_education(section=section, order=4)
        make_certification(section=section, order=5)
        make_award(section=section, order=6)
        make_profile_link(section=section, order=7)


@pytest.mark.parametrize("times", [1, 3])
def test_loading_takes_thirteen_queries_whatever_the_rows(times, django_assert_num_queries):
    fill(times)
    with django_assert_num_queries(13):
        resume = load_resume()
    assert len(list(resume.items())) == 10 * times


def test_badges_show_nobody_a_skill_that_is_a_draft():
    badge = "![%s](https://img.shields.io/badge/-%s-000000)"
    body = " ".join(badge % (name, name) for name in ("Go", "Rust"))
    section = make_section(body=body, holds="skills", extras={"badges": True})
    make_skill(name="Go", section=section, order=1)
    draft = make_skill(name="Rust", section=section, order=2)
    assert load_resume().sections[0].body == body
    draft.status = Status.DRAFT
    draft.save()
    assert load_resume().sections[0].body == ""
    assert load_resume(Audience.OWNER, drafts=True).sections[0].body == body
