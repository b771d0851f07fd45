"""What proves a skill: by what, for how long, and for whom to see."""

import datetime

import pytest

from resume.evidence import prove, tally
from resume.models import Audience, Skill
from tests.factories import (
    make_employer,
    make_position,
    make_post,
    make_project,
    make_publication,
    make_section,
    make_skill,
)

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)


def use(*skills, **fields):
    """Make a project that used the skills."""
    project = make_project(**fields)
    project.skills.set(skills)
    return project


def personal(**fields):
    return {"section": make_section(), **fields}


def shown(skill, **options):
    return prove(skill, TODAY, **options)


def test_a_skill_is_proved_by_what_is_linked_to_it_and_by_nothing_else():
    skill, other = make_skill(), make_skill()
    project = use(skill, other)
    use(other)
    publication, post = make_publication(), make_post()
    make_publication().skills.add(other)
    publication.skills.add(skill)
    post.skills.add(skill)
    proof = shown(skill)
    assert [each.project for each in proof.uses] == [project]
    assert (proof.publications, proof.posts) == ((publication,), (post,))
    assert not shown(make_skill())


def test_employers_that_overlap_count_once():
    skill = make_skill()
    use(skill, position=make_position(start="2023-06", end="current"))
    use(skill, position=make_position(start="2021-04", end="2024-05"))
    assert len(shown(skill).months) == 68
    assert tally([skill], TODAY)[skill.pk].months == shown(skill).months


def test_a_project_counts_for_its_own_dates_and_else_for_those_of_its_position_or_stint():
    skill = make_skill()
    stint = make_position(start="2020-01", end="2022-12")
    role = make_position(
        employer=stint.employer, parent=stint, role="主任", start="", end="", order=1
    )
    own = use(skill, position=role, start="2021-05", end="2021-07")
    assert len(shown(skill).months) == 3
    of_stint = use(skill, position=role)
    assert len(shown(skill).months) == 36
    assert {each.project: each.is_own for each in shown(skill).uses} == {
        own: True,
        of_stint: False,
    }


def test_what_has_no_dates_proves_counts_no_months_and_is_told():
    skill = make_skill()
    intern = make_position(start="", end="", duration="2 年")
    use(skill, position=intern)
    use(skill, **personal(start="2022-01", end="2022-03"))
    proof = shown(skill)
    assert (proof.projects, proof.undated, len(proof.months)) == (2, 1, 3)
    assert [bool(each.period) for each in proof.uses] == [True, False]


def test_writing_proves_and_covers_no_months():
    skill = make_skill()
    make_publication(date="2022-08").skills.add(skill)
    make_post().skills.add(skill)
    proof = shown(skill)
    assert proof
    assert len(proof.months) == 0
    assert tally([skill], TODAY)[skill.pk].proofs == 2


def test_a_part_proves_the_whole_and_not_the_other_way_round():
    cloud = make_skill(name="GCP")
    gke, bq = make_skill(name="GKE", parent=cloud), make_skill(name="BQ", parent=cloud)
    pods = make_skill(name="Pod", parent=gke)
    of_parts = use(pods, bq, **personal(start="2022-01", end="2022-03"))
    of_whole = use(cloud, **personal(start="2021-01", end="2021-02"))
    proof = shown(cloud)
    assert [(each.project, set(each.parts)) for each in proof.uses] == [
        (of_parts, {pods, bq}),
        (of_whole, set()),
    ]
    assert set(proof.parts) == {gke, bq}
    assert [each.project for each in shown(gke).uses] == [of_parts]
    assert [each.project for each in shown(pods).uses] == [of_parts]
    counts = tally(Skill.objects.all(), TODAY)
    assert {key: counts[key.pk].projects for key in (cloud, gke, bq, pods)} == {
        cloud: 2,
        gke: 1,
        bq: 1,
        pods: 1,
    }
    assert len(counts[cloud.pk].months) == 5


def test_skills_that_a_fixture_made_part_of_each_other_are_counted_once():
    one = make_skill()
    other = make_skill(parent=one)
    Skill.objects.filter(pk=one.pk).update(parent=other)
    use(other)
    counts = tally(Skill.objects.all(), TODAY)
    assert [counts[skill.pk].projects for skill in (one, other)] == [1, 1]


def test_what_names_the_whole_and_a_part_is_no_use_by_a_part():
    cloud = make_skill(name="GCP")
    use(cloud, make_skill(name="GKE", parent=cloud))
    (each,) = shown(cloud).uses
    assert each.parts == ()
    assert tally([cloud], TODAY)[cloud.pk].projects == 1


def test_the_newest_come_first_and_the_rest_is_counted():
    skill = make_skill()
    old, new, now = (
        use(skill, **personal(start=start, end=end))
        for start, end in (("2019", "2020"), ("2021", "2021"), ("2018", "current"))
    )
    assert [each.project for each in shown(skill).uses] == [now, new, old]
    proof = shown(skill, most=1)
    assert [each.project for each in proof.uses] == [now]
    assert proof.projects == 3
    assert proof.months == shown(skill).months


def test_a_stay_reaches_from_the_first_use_at_a_position_to_the_last():
    skill = make_skill()
    position = make_position(start="2020-01", end="current")
    for start, end in (("2021-04", "2021-05"), ("2022-01", "2022-03")):
        use(skill, position=position, start=start, end=end)
    game = use(skill, **personal(title="遊び", start="2019-01", end="2019-02"))
    at_work, at_home = shown(skill).stays
    assert (at_work.record, at_home.record) == (position, game)
    assert (str(at_work.period.start), str(at_work.period.end)) == ("2021-04", "2022-03")
    assert at_work.public_name == position.public_name
    assert at_home.get_absolute_url() == game.get_absolute_url()


def test_what_was_written_about_a_project_stands_under_it():
    skill = make_skill()
    project = use(skill)
    release, draft, post = make_publication(), make_publication(status="draft"), make_post()
    project.publications.set([release, draft])
    post.projects.add(project)
    proof = shown(skill)
    (each,) = proof.uses
    assert (each.publications, each.posts) == ((release,), (post,))
    # It proves the project: that it shows the skill nobody said.
    assert (proof.publications, proof.posts) == ((), ())


def test_only_the_owner_sees_what_is_not_published():
    cloud = make_skill(name="GCP")
    part = make_skill(name="GKE", parent=cloud, status="draft")
    use(part)
    use(cloud, status="draft")
    use(cloud, position=make_position(status="draft"))
    later = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
    make_publication(status="draft").skills.add(cloud)
    make_publication(publish_at=later).skills.add(cloud)
    make_post(publish_at=later).skills.add(cloud)
    assert not shown(cloud)
    assert not tally(Skill.objects.published(), TODAY)[cloud.pk]
    proof = shown(cloud, audience=Audience.OWNER)
    assert (proof.projects, len(proof.publications), len(proof.posts)) == (3, 2, 1)
    assert tally(Skill.objects.all(), TODAY, Audience.OWNER)[cloud.pk].proofs == 6


def test_a_draft_skill_is_proved_for_its_preview():
    skill = make_skill(status="draft")
    project = use(skill)
    assert [each.project for each in shown(skill).uses] == [project]


def test_an_alias_stands_for_the_official_name():
    skill = make_skill()
    employer = make_employer(name="株式会社秘密", alias="大手A社")
    position = make_position(employer=employer, start="2021-04")
    use(skill, title="秘密計画", alias="ある計画", position=position)
    proof = shown(skill)
    assert [each.public_name for each in proof.stays] == ["大手A社 エンジニア"]
    assert [each.project.public_name for each in proof.uses] == ["ある計画"]


def test_skills_that_nothing_proves_are_found():
    cloud, ruby = make_skill(name="GCP"), make_skill(name="Ruby")
    gke, iam = make_skill(name="GKE", parent=cloud), make_skill(name="IAM", parent=cloud)
    use(gke, status="draft")
    skills = (cloud, gke, ruby, iam)

    def unproved(audience):
        found = tally(skills, TODAY, audience)
        return {skill for skill in skills if not found[skill.pk]}

    assert unproved(Audience.OWNER) == {ruby, iam}
    assert unproved(Audience.PUBLIC) == {cloud, gke, ruby, iam}


@pytest.mark.parametrize("count", [1, 3])
def test_the_queries_are_the_same_for_one_row_and_for_three(count, django_assert_num_queries):
    skill = make_skill()
    for number in range(count):
        part = make_skill(parent=skill, order=number)
        project = use(skill, part, position=make_position())
        project.publications.add(make_publication())
        make_publication().skills.add(part)
        post = make_post()
        post.projects.add(project)
        post.skills.add(skill)
    with django_assert_num_queries(9):
        shown(skill)
    skills = list(Skill.objects.all())
    with django_assert_num_queries(4):
        tally(skills, TODAY)
