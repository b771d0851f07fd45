import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from resume.models import Project, ProjectFact, Status
from tests.factories import make_fact, make_position, make_project, make_section

pytestmark = pytest.mark.django_db


def test_a_project_stands_in_a_position_or_in_a_section():
    project = make_project()
    project.section = make_section()
    with pytest.raises(ValidationError, match="not in both"):
        project.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        project.save()
    assert make_project(position=None, section=None).pk


def test_a_project_is_public_with_its_position():
    stint = make_position(role="", status=Status.DRAFT)
    role = make_position(employer=stint.employer, parent=stint, role="主任")
    make_project(position=stint)
    make_project(position=role)
    make_project(section=make_section(), position=None, status=Status.DRAFT)
    shown = make_project(section=make_section(), position=None)
    assert list(Project.objects.published()) == [shown]


def test_the_public_name_is_the_alias():
    project = make_project(title="極秘計画", alias="社内の計画")
    assert (project.public_name, project.slug) == ("社内の計画", "社内の計画")
    assert "極秘計画" not in project.public_texts().values()


def test_a_cover_says_what_it_shows():
    project = make_project()
    project.cover = "covers/a.webp"
    with pytest.raises(ValidationError, match="what the picture shows"):
        project.clean()


def test_facts_have_one_order_and_a_natural_key():
    fact = make_fact(order=1)
    assert ProjectFact.objects.get_by_natural_key(*fact.natural_key()) == fact
    with pytest.raises(IntegrityError), transaction.atomic():
        ProjectFact.objects.create(project=fact.project, order=1, label="役割")
