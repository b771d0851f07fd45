"""The table of projects and skills: which rows, which columns, which marks."""

import pytest

from resume.evidence import SkillTree, count_rows, matrix
from resume.models import Skill
from tests.factories import make_position, make_project, make_section, make_skill

pytestmark = pytest.mark.django_db


def use(*skills, **fields):
    project = make_project(**{"position": None, "section": make_section(), **fields})
    project.skills.set(skills)
    return project


def shown(first=0, last=20, **narrowing):
    """Return ({project: the names of its skills}, the names of the columns)."""
    tree = SkillTree(Skill.objects.published().order_by("pk"))
    found = matrix(tree, first, last, **narrowing)
    names = [skill.name for skill in found.columns]
    rows = {
        row.project: [name for name, used in zip(names, row.cells, strict=True) if used]
        for row in found.rows
    }
    return rows, names


def test_a_project_is_marked_for_what_it_used_and_what_that_is_part_of():
    cloud = make_skill(name="GCP")
    gke, php = make_skill(name="GKE", parent=cloud), make_skill(name="PHP")
    make_skill(name="Ruby")
    one, two = use(gke, start="2022"), use(php, start="2021")
    use()
    assert shown() == ({one: ["GCP", "GKE"], two: ["PHP"]}, ["GCP", "GKE", "PHP"])


def test_the_newest_come_first_by_their_own_start_or_that_of_their_position():
    php = make_skill(name="PHP")
    undated = use(php)
    old = use(php, start="2019-05")
    new = use(php, start="2024")
    at_work = use(php, section=None, position=make_position(start="2021-04"))
    assert list(shown()[0]) == [new, at_work, old, undated]


def test_a_page_has_its_rows_and_the_columns_of_these():
    for number in range(3):
        use(make_skill(name=f"技術{number}"), start=str(2020 + number))
    tree = SkillTree(Skill.objects.published())
    first, last = matrix(tree, 0, 2), matrix(tree, 2, 4)
    assert [skill.name for skill in first.columns] == ["技術1", "技術2"]
    assert (len(first.rows), first.has_more) == (2, True)
    assert (len(last.rows), last.has_more) == (1, False)


def test_among_some_skills_only_these_have_columns_and_only_their_projects_rows():
    section = make_section()
    cloud = make_skill(name="GCP", section=section)
    gke, php = make_skill(name="GKE", parent=cloud), make_skill(name="PHP")
    both, one = use(gke, php, start="2022"), use(cloud, start="2021")
    use(php)
    among = SkillTree(Skill.objects.published()).in_category(section.pk)
    assert among == {cloud.pk, gke.pk}
    assert shown(among=among) == ({both: ["GCP", "GKE"], one: ["GCP"]}, ["GCP", "GKE"])


def test_each_of_the_chosen_skills_or_a_part_of_it_was_used():
    cloud = make_skill(name="GCP")
    gke = make_skill(name="GKE", parent=cloud)
    php, ruby = make_skill(name="PHP"), make_skill(name="Ruby")
    both = use(gke, php)
    use(cloud)
    one = use(php)
    assert shown(chosen=[cloud, php])[0] == {both: ["GCP", "GKE", "PHP"]}
    assert set(shown(chosen=[php])[0]) == {both, one}
    assert shown(chosen=[php, ruby]) == ({}, [])


def test_neither_a_draft_nor_what_only_drafts_used_is_in_it():
    php, secret = make_skill(name="PHP"), make_skill(name="秘密", status="draft")
    ruby = make_skill(name="Ruby")
    one = use(php, secret)
    use(ruby, status="draft")
    use(ruby, section=None, position=make_position(status="draft"))
    assert shown() == ({one: ["PHP"]}, ["PHP"])


def test_the_rows_of_several_tables_are_counted_at_once(django_assert_num_queries):
    cloud = make_skill(name="GCP")
    gke, php = make_skill(name="GKE", parent=cloud), make_skill(name="PHP")
    ruby = make_skill(name="Ruby")
    use(cloud, gke)
    use(gke, php)
    use(cloud, status="draft")
    tree = SkillTree(Skill.objects.published())
    families = [tree.skills, tree.within(cloud.pk), tree.within(php.pk), tree.within(ruby.pk)]
    with django_assert_num_queries(2):
        assert count_rows(families) == [2, 2, 1, 0]


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_are_the_same_for_one_row_and_for_three(count, django_assert_num_queries):
    skills = [make_skill() for _ in range(count)]
    for _ in range(count):
        use(*skills, section=None, position=make_position())
    tree = SkillTree(Skill.objects.published())
    with django_assert_num_queries(3):
        matrix(tree, 0, 20)
    with django_assert_num_queries(4):
        matrix(tree, 0, 20, chosen=skills)
