"""Line numbers: a new record comes after the last one, and numbers may be dealt out anew."""

import pytest
from django.urls import reverse

from resume.admin.fields import PeriodEndFormField, current_word
from resume.models import Certification, Section, Skill
from tests import factories
from tests.admin.forms import form_values

pytestmark = pytest.mark.django_db


def add(client, word, **typed):
    path = reverse(f"admin:resume_{word}_add")
    response = client.post(path, {**form_values(client.get(path)), **typed})
    assert response.status_code == 302, response.context["errors"]


def test_a_new_record_comes_after_whatever_stands_last_in_its_section(owner):
    section = factories.make_section(holds="certifications")
    factories.make_award(section=section, order=4)
    factories.make_section(parent=section, order=6)
    add(owner, "certification", name="資格", section=section.pk)
    assert Certification.objects.get().order == 7


def test_a_number_that_was_typed_is_kept(owner):
    section = factories.make_section(holds="certifications")
    factories.make_certification(section=section, order=4)
    add(owner, "certification", name="資格", section=section.pk, order="4")
    assert Certification.objects.get(name="資格").order == 4


def test_a_new_section_comes_after_its_siblings(owner):
    parent = factories.make_section(order=1)
    factories.make_section(parent=parent, order=2)
    add(owner, "section", title="中", parent=parent.pk)
    add(owner, "section", title="外")
    assert Section.objects.get(title="中").order == 3
    assert Section.objects.get(title="外").order == 2


def test_new_rows_of_a_form_come_one_after_the_other(owner):
    category = factories.make_section(holds="skills")
    factories.make_skill(section=category, order=3)
    path = reverse("admin:resume_skillcategory_change", args=[category.pk])
    values = form_values(owner.get(path)) | {"skills-TOTAL_FORMS": "3"}
    for number, name in ((1, "Go"), (2, "Rust")):
        values |= {
            f"skills-{number}-name": name,
            f"skills-{number}-status": "draft",
            f"skills-{number}-order": "",
            f"skills-{number}-place": "0",
        }
    assert owner.post(path, values).status_code == 302
    assert [Skill.objects.get(name=name).order for name in ("Go", "Rust")] == [4, 5]


def test_an_added_row_with_a_number_alone_is_not_in_use(owner):
    category = factories.make_section(holds="skills")
    path = reverse("admin:resume_skillcategory_change", args=[category.pk])
    values = form_values(owner.get(path)) | {
        "skills-TOTAL_FORMS": "1",
        "skills-0-name": "",
        "skills-0-status": "draft",
        "skills-0-order": "1",
        "skills-0-place": "0",
    }
    assert owner.post(path, values).status_code == 302
    assert not Skill.objects.exists()


def facts_form(client, project, **typed):
    path = reverse("admin:resume_project_change", args=[project.pk])
    return client.post(path, {**form_values(client.get(path)), **typed})


def facts_of(project):
    return list(project.facts.order_by("order").values_list("order", "label"))


def test_facts_change_their_numbers_with_each_other(owner):
    project = factories.make_project()
    for order, label in ((1, "担当"), (2, "技術"), (3, "体制")):
        factories.make_fact(project=project, order=order, label=label)
    typed = {"facts-0-order": "2", "facts-1-order": "3", "facts-2-order": "1"}
    assert facts_form(owner, project, **typed).status_code == 302
    assert facts_of(project) == [(1, "体制"), (2, "担当"), (3, "技術")]


def test_a_fact_takes_the_number_of_one_that_is_deleted(owner):
    project = factories.make_project()
    for order, label in ((1, "担当"), (2, "技術")):
        factories.make_fact(project=project, order=order, label=label)
    typed = {"facts-0-order": "2", "facts-1-DELETE": "on"}
    assert facts_form(owner, project, **typed).status_code == 302
    assert facts_of(project) == [(2, "担当")]


def test_two_facts_with_one_number_are_refused(owner):
    project = factories.make_project()
    for order, label in ((1, "担当"), (2, "技術")):
        factories.make_fact(project=project, order=order, label=label)
    response = facts_form(owner, project, **{"facts-0-order": "2"})
    assert response.status_code == 200
    assert response.context["errors"]
    assert facts_of(project) == [(1, "担当"), (2, "技術")]


def test_an_end_that_goes_on_is_the_same_in_every_language():
    field = PeriodEndFormField()
    assert field.prepare_value("current") == current_word()
    assert field.prepare_value("2024-03") == "2024-03"
    assert not field.has_changed("current", "現在")
    assert not field.has_changed("2024-03", "2024年3月")
    assert field.has_changed("current", "2024-03")
    assert field.has_changed("current", "いつか")
