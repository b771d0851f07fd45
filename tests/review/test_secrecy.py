"""Official names behind an alias, wherever they are public."""

import pytest

from resume.models import Employer, Project
from tests.factories import make_fact, make_post, make_project, make_section

from .found import said

pytestmark = pytest.mark.django_db


def test_an_official_name_behind_an_alias_is_found_in_bodies_titles_facts_and_addresses():
    Employer.objects.create(name="株式会社ミナト", alias="小売A社", slug="a")
    Project.objects.create(
        title="計画ロマン", alias="新規事業", slug="b", status="published", start="2020"
    )
    section = make_section(title="概要")
    project = make_project(section=section, start="2020", body="- 設計")
    fact = make_fact(project=project, label="顧客", order=1)
    type(section).objects.filter(pk=section.pk).update(body="ミナト社の仕事")
    type(fact).objects.filter(pk=fact.pk).update(value="計画ロマンの顧客")
    assert said("hidden-name") == [
        "“株式会社ミナト” is public here; its alias is “小売A社”.",
        "“計画ロマン” is public here; its alias is “新規事業”.",
    ]


def test_a_draft_and_the_record_itself_may_hold_the_name():
    Employer.objects.create(name="株式会社ミナト", alias="小売A社", slug="a")
    make_post(title="下書き", body="ミナト", status="draft")
    assert said("hidden-name") == []
