import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from resume.models import Education, Generation, Position, Redirect, Skill, Status
from tests.factories import (
    make_education,
    make_employer,
    make_project,
    make_publication,
    make_skill,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("start", "end"), [("2023-06", "2023-05"), ("2023", "2022-12"), ("2023-06", "2022")]
)
def test_a_period_that_ends_before_it_starts_is_refused(start, end):
    record = make_education()
    record.start, record.end = start, end
    with pytest.raises(ValidationError) as refused:
        record.full_clean()
    assert "end" in refused.value.error_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        Education.objects.filter(pk=record.pk).update(start=start, end=end)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023-06", "2023"), ("2023", "2023-01"), ("2023-06", "current"), ("2023-06", ""),
     ("", "2019"), ("2023-06", "2023-06"), ("2023-06-15", "2023-06")],
)  # fmt: skip
def test_a_period_is_compared_at_the_coarser_precision(start, end):
    record = make_education(start=start, end=end)
    record.refresh_from_db()
    assert (record.start, record.end) == (start, end)


def test_a_line_as_written_holds_its_fields():
    skill = make_skill(name="AWS", claim="1.5年", written="AWS (1.5年)")
    skill.claim = "2年"
    with pytest.raises(ValidationError, match="2年"):
        skill.full_clean()


def test_a_record_is_a_draft_until_it_is_published():
    assert Skill().status == Status.DRAFT
    draft = make_skill(status=Status.DRAFT)
    assert draft not in Skill.objects.published()
    assert draft in Skill.objects.visible_to("owner")
    assert draft not in Skill.objects.visible_to("recipient")


def test_a_slug_depends_on_content_and_is_free():
    gcp, aws = make_skill(name="GCP"), make_skill(name="AWS")
    assert make_skill(name="VPC", parent=gcp).slug == "vpc"
    assert make_skill(name="VPC", parent=aws).slug == "aws-vpc"


def ways_to_change_content():
    """Every way by which content is written: (name, prepare, change)."""
    yield "create", lambda: None, lambda _row: make_skill()
    yield "save", make_skill, lambda row: row.save()
    yield "delete", make_skill, lambda row: row.delete()
    yield "update", make_skill, lambda row: Skill.objects.filter(pk=row.pk).update(name="x")
    yield "delete rows", make_skill, lambda row: Skill.objects.filter(pk=row.pk).delete()
    yield (
        "bulk_create",
        lambda: None,
        lambda _row: Skill.objects.bulk_create([Skill(slug="a", name="a")]),
    )
    yield "bulk_update", make_skill, lambda row: Skill.objects.bulk_update([row], ["name"])
    yield "get_or_create", lambda: None, lambda _row: Skill.objects.get_or_create(slug="b")
    yield "add", make_project, lambda row: row.skills.add(make_skill())
    yield (
        "through related manager",
        lambda: make_project().position,
        lambda row: row.projects.update(order=2),
    )
    yield "redirect", lambda: None, lambda _row: Redirect.objects.record_move("/a/", "/b/")


@pytest.mark.parametrize(
    ("prepare", "change"),
    [pytest.param(*way[1:], id=way[0]) for way in ways_to_change_content()],
)
def test_every_change_of_content_moves_the_generation(prepare, change):
    row = prepare()
    Generation.objects.move()
    before = Generation.objects.get().token
    change(row)
    assert Generation.objects.get().token != before


def test_clearing_a_relation_moves_the_generation():
    project = make_project()
    project.skills.add(make_skill())
    before = Generation.objects.get().token
    project.skills.clear()
    assert Generation.objects.get().token != before


def test_reading_does_not_move_the_generation():
    make_publication()
    before = Generation.objects.get().token
    list(Position.objects.all())
    Skill.objects.filter(pk=0).update(name="x")
    assert Generation.objects.get().token == before


def test_a_rolled_back_change_leaves_the_generation():
    make_employer()
    before = Generation.objects.get().token
    with transaction.atomic():
        make_employer()
        transaction.set_rollback(True)
    assert Generation.objects.get().token == before
