"""Skills against the work: without proof, and missing."""

import pytest

from tests import factories
from tests.factories import make_project, make_section, make_skill

from .found import said

pytestmark = pytest.mark.django_db


def test_a_skill_is_proved_by_what_it_or_a_part_of_it_is_linked_to():
    cloud = make_skill(name="例Cloud")
    part = make_skill(name="例VM", parent=cloud)
    make_skill(name="例DB", parent=cloud)
    assert len(said("skill-proof")) == 3
    make_project(section=make_section(), start="2020").skills.add(part)
    assert said("skill-proof") == [
        "Nothing is linked to “例Cloud › 例DB”, and no project names it."
    ]


@pytest.mark.parametrize("make", [factories.make_post, factories.make_publication])
def test_writing_proves_a_skill_as_a_project_does(make):
    skill = make_skill(name="例Lang")
    make().skills.add(skill)
    assert said("skill-proof") == []


def test_a_skill_that_a_project_names_without_a_link_says_where():
    make_skill(name="Elixir")
    make_project(
        title="通知の刷新", body="- Elixir による実装", section=make_section(), start="2020"
    )
    assert said() == ["Nothing is linked to “Elixir”. “通知の刷新” names it."]


def use(body, *skills, **fields):
    """Make a project with that text, and skills that it is linked to."""
    project = make_project(body=body, section=make_section(), start="2020", **fields)
    for name in skills or ["例Lang"]:
        project.skills.add(make_skill(name=name))
    return project


@pytest.mark.parametrize(
    ("body", "tool"),
    [
        ("- ansible による構成管理", "Ansible"),
        ("- Kotlinでの実装", "Kotlin"),
        ("- Ｋａｆｋａを導入", "Apache Kafka"),
        ("- API を Ruby on Rails で実装", "Ruby on Rails"),
        ("- S3 への保存", "Amazon S3"),
        ("- Circle-CI の整備", "CircleCI"),
        ("Wrote it in Scala.", "Scala"),
    ],
)
def test_a_tool_that_a_project_uses_and_no_skill_covers_is_missing(body, tool):
    use(body)
    [words] = said("skill-missing")
    assert f"uses {tool}, which is none of your skills." in words


@pytest.mark.parametrize(
    ("skills", "missing"),
    [
        (["AWS"], False),
        (["AWS", "Lambda"], True),
        (["Lambda"], True),
        (["Google Cloud"], True),
    ],
)
def test_a_cloud_covers_its_services_where_none_is_listed_by_itself(skills, missing):
    use("- S3 への保存", *skills)
    assert bool(said("skill-missing")) is missing


@pytest.mark.parametrize(
    ("body", "skill"),
    [
        ("- AWS Step Functions の導入", "StepFunctions"),
        ("- BQ での集計", "BigQuery"),
        ("- BigQuery での集計", "BQ"),
        ("- Artifact Registry の整備", "GAR"),
        ("- GCP の整備", "Google Cloud 全般"),
        ("- Golang による実装", "Go"),
        ("- `terraform plan` の実行", "例Lang"),
        ("- https://example.com/terraform を参照", "例Lang"),
        ("- IAP自動継続購読の実装", "例Lang"),
        ("- Go to market の支援", "例Lang"),
        ("React to every alert; express, scala and spark are words.", "React"),
        ("perl of wisdom and angular shapes", "例Lang"),
    ],
)
def test_a_tool_that_a_skill_covers_or_no_text_means_is_not_missing(body, skill):
    use(body, skill)
    assert said("skill-missing") == []


def test_a_tool_is_missing_once_whatever_the_number_of_projects():
    use("- Kotlin")
    make_project(body="- Kotlin と Kotlin", section=make_section(), start="2020", title="別")
    [words] = said("skill-missing")
    assert "and 1 more use Kotlin" in words


def test_a_tool_that_a_section_lists_as_text_is_not_missing():
    use("- Kotlin")
    make_section(title="技術", body="|言語|\n|---|\n|Kotlin, Scala|")
    assert said("skill-missing") == []


def test_without_any_skill_no_tool_is_missing():
    make_project(body="- Kotlin", section=make_section(), start="2020")
    assert said("skill-missing") == []
