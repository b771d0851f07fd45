import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from resume.models import Employer, Position, Status
from tests.factories import make_employer, make_position, make_project

pytestmark = pytest.mark.django_db


def test_an_employer_is_public_by_a_public_position():
    public, hidden = make_position().employer, make_position(status=Status.DRAFT).employer
    alone = make_employer()
    assert list(Employer.objects.published()) == [public]
    assert set(Employer.objects.visible_to("owner")) == {public, hidden, alone}
    assert [each.is_published for each in (public, hidden, alone)] == [True, False, False]


def test_a_role_is_public_with_its_stint():
    stint = make_position(role="", status=Status.DRAFT)
    make_position(employer=stint.employer, parent=stint, role="主任")
    assert not Position.objects.published().exists()


def test_the_same_role_from_the_same_date_is_one_position():
    position = make_position()
    twin = Position(employer=position.employer, role=position.role, start=position.start)
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    again = make_position(employer=position.employer, role=position.role, start="2024-01")
    assert again.slug != position.slug


def test_the_same_role_twice_in_a_stint_is_refused():
    stint = make_position(role="")
    make_position(employer=stint.employer, parent=stint, role="主任", start="2022")
    twin = Position(
        employer=stint.employer, parent=stint, role="主任", start="2022", slug="another"
    )
    with pytest.raises(ValidationError, match="stint"):
        twin.full_clean()


def test_a_stint_is_at_the_same_employer_and_one_level_deep():
    stint = make_position(role="")
    role = make_position(employer=stint.employer, parent=stint, role="主任")
    with pytest.raises(ValidationError, match="another employer"):
        make_position(parent=stint)
    with pytest.raises(ValidationError, match="not part of another"):
        make_position(employer=stint.employer, parent=role, role="係長")


def test_the_public_name_is_the_alias():
    employer = make_employer(name="株式会社秘密", alias="A社")
    assert (employer.public_name, str(employer)) == ("A社", "A社")
    assert make_position(employer=employer, role="開発").public_name == "A社 開発"
    assert "株式会社秘密" not in employer.public_texts().values()


@pytest.mark.parametrize("number", [1, 3])
def test_an_employers_page_takes_five_queries(number, django_assert_num_queries):
    for _ in range(number):
        stint = make_position(role="")
        make_project(position=make_position(employer=stint.employer, parent=stint))
    with django_assert_num_queries(5):
        projects = [
            project
            for employer in Employer.objects.for_detail()
            for stint in employer.positions.all()
            for role in stint.roles.all()
            for project in role.projects.all()
        ]
    assert len(projects) == number
