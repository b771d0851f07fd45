import pytest
from django.core.exceptions import ValidationError

from resume.models import Section
from tests.factories import make_section

pytestmark = pytest.mark.django_db


def test_a_section_is_not_inside_itself():
    outer = make_section()
    inner = make_section(parent=make_section(parent=outer))
    outer.parent = inner
    with pytest.raises(ValidationError, match="inside itself"):
        outer.full_clean()


def test_a_section_is_not_inside_sections_that_are_inside_each_other():
    outer = make_section()
    inner = make_section(parent=outer)
    Section.objects.filter(pk=outer.pk).update(parent=inner)
    with pytest.raises(ValidationError, match="inside itself"):
        Section(title="別", parent=Section.objects.get(pk=inner.pk)).full_clean()
