import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from resume.models import Skill, Status
from tests.factories import make_section, make_skill

pytestmark = pytest.mark.django_db


def test_a_category_has_a_skill_once():
    section = make_section(holds="skills")
    make_skill(name="Python", section=section)
    with pytest.raises(IntegrityError), transaction.atomic():
        Skill.objects.create(slug="x", name="Python", section=section)
    assert make_skill(name="Python", section=make_section()).pk


def test_a_skill_has_a_part_once_and_two_skills_share_its_name():
    gcp, aws = make_skill(name="GCP"), make_skill(name="AWS")
    make_skill(name="VPC", parent=gcp)
    assert make_skill(name="VPC", parent=aws).pk
    with pytest.raises(IntegrityError), transaction.atomic():
        Skill.objects.create(slug="x", name="VPC", parent=gcp)


def test_a_part_stands_in_its_skill_only():
    part = make_skill(parent=make_skill())
    part.section = make_section()
    with pytest.raises(ValidationError, match="not both"):
        part.full_clean()


def test_a_skill_is_not_part_of_itself():
    first = make_skill()
    second = make_skill(parent=first)
    first.parent = second
    with pytest.raises(ValidationError, match="part of itself"):
        first.full_clean()


def test_a_skill_is_not_part_of_skills_that_are_part_of_each_other():
    first = make_skill()
    second = make_skill(parent=first)
    Skill.objects.filter(pk=first.pk).update(parent=second)
    with pytest.raises(ValidationError, match="part of itself"):
        Skill(name="別", parent=Skill.objects.get(pk=second.pk)).full_clean()


def test_a_part_is_public_with_its_skill():
    part = make_skill(parent=make_skill(status=Status.DRAFT))
    make_skill(parent=part)
    assert not Skill.objects.published().exists()


def test_parts_have_two_levels():
    part = make_skill(parent=make_skill(parent=make_skill()))
    with pytest.raises(ValidationError, match="two levels"):
        make_skill(parent=part)
