"""Every page of the admin opens, saves, and costs a constant number of queries."""

import pytest
from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from tests import factories
from tests.admin.forms import form_values

pytestmark = pytest.mark.django_db

MAKERS = {
    "profile": factories.make_profile,
    "profilelink": factories.make_profile_link,
    "section": factories.make_section,
    "employer": factories.make_employer,
    "position": factories.make_position,
    "project": factories.make_project,
    "skill": factories.make_skill,
    "publication": factories.make_publication,
    "education": factories.make_education,
    "certification": factories.make_certification,
    "award": factories.make_award,
    # A browser's form knows no parts of a second.
    "post": lambda: factories.make_post(publish_at=timezone.now().replace(microsecond=0)),
}


def url(record, page="change"):
    return reverse(f"admin:resume_{record._meta.model_name}_{page}", args=[record.pk])


def values_of(record):
    return {
        field.attname: getattr(record, field.attname)
        for field in record._meta.concrete_fields
        if field.name != "updated_at"
    }


@pytest.mark.parametrize("word", MAKERS)
def test_a_form_saved_as_shown_changes_nothing(owner, word):
    record = MAKERS[word]()
    page = owner.get(url(record))
    response = owner.post(url(record), form_values(page))
    assert response.status_code == 302, response.context["errors"]
    assert values_of(type(record).objects.get(pk=record.pk)) == values_of(record)


@pytest.mark.parametrize("model", list(admin.site._registry), ids=str)
def test_lists_and_add_forms_open(owner, model):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    assert owner.get(reverse(f"{name}_changelist"), follow=True).status_code == 200
    if admin.site._registry[model].has_add_permission(
        owner.get(reverse("admin:index")).wsgi_request
    ):
        assert owner.get(reverse(f"{name}_add")).status_code == 200
