"""A career that is told completely gives no finding; each flaw put into it gives its one."""

import sys

import pytest
from django.core.management import call_command

from resume.models import (
    Award,
    Certification,
    Education,
    Employer,
    Position,
    Post,
    Project,
    ProjectFact,
    Section,
    Skill,
)
from resume.review import Kind, findings

from .found import TODAY, found

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def clean(rows_of_module):
    """An invented career of ten years, complete: projects, skills, certificates."""
    with rows_of_module():
        call_command("loaddata", "tests/data/review/clean.json", verbosity=0)


def test_a_complete_career_gives_no_finding(clean):
    assert (Project.objects.count(), Skill.objects.count(), Certification.objects.count()) == (
        9,
        53,
        9,
    )
    assert found() == []


def put(model, called, **fields):
    """Return what changes one row that is known by its name."""

    def edit():
        [record] = [each for each in model.objects.all() if str(each) == called]
        model.objects.filter(pk=record.pk).update(**fields)

    return edit


def write(model, called, old, new):
    """Return what replaces words in the text of one row."""

    def edit():
        [record] = [each for each in model.objects.all() if str(each) == called]
        assert record.body.count(old) == 1
        model.objects.filter(pk=record.pk).update(body=record.body.replace(old, new))

    return edit


def without_fact(label):
    """Return what takes a fact from the project of the inference platform."""

    def edit():
        deleted, _rows = ProjectFact.objects.filter(
            project__title="推論基盤の刷新", label=label
        ).delete()
        assert deleted == 1

    return edit


PLATFORM = "推論基盤の刷新"
FLAWS = {
    "hidden-name": write(Post, "はじめに", "失敗した話", "ミナト商事の話"),
    "misspelling": write(Project, PLATFORM, "FastAPI で実装し", "FastAPIi で実装し"),
    "dangling": write(Project, PLATFORM, "- 基盤の設計", "- 基盤の"),
    "dead-link": write(Post, "はじめに", "(/employers/)", "(/employer/)"),
    "employers-overlap": put(Position, "架空データ株式会社 機械学習エンジニア", end="2022-06"),
    "employer-twice": put(Employer, "一般社団法人架空研究所", name="架空データ"),
    "certification-name": put(Certification, "応用情報技術者試験 合格", name="応用情報"),
    "certification-issuer": put(Certification, "統計検定 準1級", issuer=""),
    "certification-date": put(Certification, "統計検定 準1級", date=""),
    "certification-expiry": put(Certification, "TOEFL iBT 92点", expires=""),
    "school-name": put(Education, "東京工業大学", institution="東工大"),
    "school-entry": put(Education, "東京工業大学", start=""),
    "school-outcome": put(Education, "慶應義塾大学大学院", outcome="卒業"),
    "award-year": put(Award, "架空データ分析コンペティション 3位", date=""),
    "project-period": put(Project, "特徴量ストアの構築", start="", end=""),
    "project-role": without_fact("役割"),
    "project-team": without_fact("規模"),
    "skill-missing": write(Project, PLATFORM, "`kustomize`", "Helm"),
    "skill-proof": lambda: Skill.objects.get(name="Kafka").projects.clear(),
    "mixed-style": write(Post, "はじめに", "書きます。", "書くものである。"),
    "full-width": write(Section, "自己PR", "3つで話します", "３つで話します"),
}


@pytest.mark.parametrize("kind", FLAWS)
def test_a_flaw_in_it_gives_its_one_finding(clean, kind):
    FLAWS[kind]()
    assert [finding.kind.code for finding in findings(TODAY)] == [kind]


def test_every_kind_of_finding_has_a_flaw():
    modules = [module for name, module in sys.modules.items() if name.startswith("resume.review.")]
    kinds = {
        value.code for module in modules for value in vars(module).values() if type(value) is Kind
    }
    assert kinds == set(FLAWS)


@pytest.mark.parametrize("copies", [1, 3])
def test_the_review_takes_seventeen_queries_whatever_the_number_of_rows(
    clean, django_assert_num_queries, copies
):
    section = Section.objects.get(title="個人開発")
    for number in range(copies):
        skill = Skill.objects.create(
            slug=f"s{number}", name=f"例{number}", section=Section.objects.get(title="言語")
        )
        project = Project.objects.create(
            slug=f"p{number}", title=f"例{number}", section=section, start="2020", body="[x](/y/)"
        )
        ProjectFact.objects.create(project=project, label="役割", order=1)
        project.skills.add(skill)
        Employer.objects.create(slug=f"e{number}", name=f"例{number}")
    with django_assert_num_queries(17):
        assert len(findings(TODAY)) == copies
