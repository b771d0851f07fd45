"""The owner's real file: what the review finds in it, each read and right."""

from collections import Counter

import pytest
from django.core.management import call_command

from resume.models import Employer, Project
from resume.review import findings
from tests.store.career import CAREER, import_text

from .found import TODAY, found, said

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def career(rows_of_module):
    with rows_of_module():
        call_command("loaddata", "fixtures/career.json", verbosity=0)


def test_the_owners_file_gives_these_findings_and_no_others(career):
    assert Counter(finding.kind.code for finding in findings(TODAY)) == {
        "misspelling": 2,
        "dangling": 1,
        "employers-overlap": 1,
        "employer-twice": 1,
        "certification-name": 4,
        "certification-issuer": 5,
        "certification-date": 5,
        "certification-expiry": 2,
        "school-name": 2,
        "school-entry": 2,
        "school-outcome": 1,
        "award-year": 4,
        "project-period": 8,
        "project-role": 5,
        "project-team": 6,
        "skill-missing": 8,
        "skill-proof": 28,
    }


def test_what_is_wrong_in_the_owners_file(career):
    assert found("misspelling", "dangling", "employers-overlap") == [
        (
            "misspelling",
            "MLOps 推論基盤の立ち上げプロジェクト",
            "“Registory” is written “Registry”.",
        ),
        ("misspelling", "TOFFEL 80 点", "“TOFFEL” is written “TOEFL”."),
        ("dangling", "MLOps 推論基盤の立ち上げプロジェクト", "“サーバーの” breaks off."),
        (
            "employers-overlap",
            "株式会社 CoeFont MLOpsエンジニア",
            (
                "“ピクシブ株式会社 機械学習エンジニア” and "
                "“株式会社 CoeFont MLOpsエンジニア” overlap: 2023/06–2024/05."
            ),
        ),
    ]


def test_an_employer_that_the_owner_names_twice(career):
    assert said("employer-twice") == [
        "“ピクシブ株式会社” and “pixiv 株式会社” may be one employer."
    ]


def test_official_names_in_the_owners_file(career):
    assert said("certification-name", "school-name", "school-outcome") == [
        "“GCP の PDE” is officially called “Google Cloud Professional Data Engineer”.",
        "“AWS の SAA” is officially called “AWS Certified Solutions Architect - Associate”.",
        "“TOEIC” is officially called “TOEIC Listening & Reading Test”.",
        "“基礎情報” is officially called “基本情報技術者試験”.",
        "“慶應大学” is officially called “慶應義塾大学”.",
        "“経済大学院” is officially called “経済学研究科”.",
        "“卒業” of “慶應大学” is 修了.",
    ]


def test_certificates_and_awards_of_the_owners_file(career):
    assert said("certification-expiry") == [
        "“GCP の PDE 資格” holds for 2 years; it does not say until when.",
        "“AWS の SAA 資格” holds for 3 years; it does not say until when.",
    ]
    assert said("certification-issuer")[3:] == [
        "“TOFFEL 80 点” does not say who gave it.",
        "“基礎情報” does not say who gave it: 独立行政法人情報処理推進機構（IPA）.",
    ]
    # “SAJ2017” says its year.
    assert [name for _kind, name, _words in found("award-year")] == [
        "kaggle expert",
        "日本統計学会 第8回スポーツデータ解析コンペティション 学生奨励賞",
        "日本統計学会 第7回スポーツデータ解析コンペティション SEM 賞",
        "第7回慶応データ解析コンテスト　入賞",
    ]


def test_projects_of_the_owners_file(career):
    projects = list(Project.objects.order_by("pk").values_list("title", flat=True))
    assert [name for _kind, name, _words in found("project-period")] == projects
    # The engineering manager, the PoC and recruiting say the role.
    roles = [name for _kind, name, _words in found("project-role")]
    assert roles == [projects[number] for number in (0, 1, 3, 4, 6)]
    # “約20名のエンジニア” and “個人開発” say how many.
    teams = [name for _kind, name, _words in found("project-team")]
    assert teams == [projects[number] for number in (0, 1, 3, 4, 6, 7)]


def test_tools_that_the_owner_used_and_does_not_list(career):
    missing = [finding.what for finding in findings(TODAY) if finding.kind.code == "skill-missing"]
    assert missing == [
        "pytest",
        "Amazon Aurora",
        "BigQuery Data Transfer Service",
        "Cloud Run",
        "Google Tag Manager",
        "Swagger",
        "Terraform",
        "GitLab CI",
    ]


def test_skills_of_the_owner_that_nothing_proves(career):
    words = said("skill-proof")
    assert "Nothing is linked to “Golang”, and no project names it." in words
    assert "Nothing is linked to “StepFunctions”. “ML基盤の開発” names it." in words
    assert not [each for each in words if "“Python”" in each or "FastAPI" in each]


def test_an_official_name_behind_an_alias_is_found_wherever_it_is_public(career):
    assert said("hidden-name") == []
    Employer.objects.filter(slug="株式会社-coefont").update(alias="音声AI企業A社", slug="a")
    places = [(kind, name) for kind, name, _words in found("hidden-name")]
    assert places == [
        ("hidden-name", "データ分析基盤の整備・社内データ分析文化の醸成"),
        ("hidden-name", "DynamoDBとAuroraで作るミニマムなデータ基盤の事例紹介"),
        ("hidden-name", "MLOpsチームの設立をチームトポロジーの視点から振り返る"),
    ]


def test_an_import_of_the_file_gives_the_findings_of_its_rows(career):
    of_rows = {finding.id for finding in findings(TODAY)}
    for model in (Project, Employer):
        assert model.objects.exists()
    assert import_text(CAREER, accept_evidence=True).counts().get("added", 0) == 0
    assert {finding.id for finding in findings(TODAY)} == of_rows


def test_ids_are_unique_and_of_one_line(career):
    ids = [finding.id for finding in findings(TODAY)]
    assert len(set(ids)) == len(ids) == 85
    assert not [each for each in ids if "\n" in each or len(each) > 300]
