"""The owner's real file: every skill that a project names is proved by it, and no other.

The list was written by hand from the file, before and without any code: what a reader of each
project would say that it names, whatever the spelling.
"""

import datetime

import pytest

from resume.evidence import prove, suggestions
from resume.models import Project, Skill
from tests.store.career import CAREER, import_text

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)
GCP, AWS = "GCP 全般の知識", "AWS 全般の知識"

# Of 52 skills (50 names: VPC and IAM stand under both clouds) the file names 28 in a project.
NAMED = {
    "ML基盤の開発": {
        AWS,
        f"{AWS} VPC",
        "Cfn",
        "EC2",
        "ECS",
        "FastAPI",
        "StepFunctions",  # as: aws step functions
        "WAF",
        "datadog",
        "sentry",
    },
    "データ分析基盤の整備・社内データ分析文化の醸成": {GCP, "DynamoDB"},
    "エンジニアリングマネージャーとして開発組織の改善": set(),
    "社内用レコメンド APIの立ち上げプロジェクト": {"PHP"},
    "MLOps 推論基盤の立ち上げプロジェクト": {
        GCP,
        f"{GCP} VPC",
        "BQ",
        "GAR",  # as: Artifact Registory
        "GCS",
        "GKE",
        "IAP",
        "PHP",
        "Python",
        "React",
        "Vue",
        "docker",
        "kustomize",
    },
    "機械学習モデルの社内PoCプロジェクト": {GCP, "FastAPI", "React"},
    "その他の細かい開発業務": {
        "Airflow",
        "BQ",
        "Cloud Logging",
        "GCE",
        "Jenkins",
        "PHP",
        "React",
        "Vue",
    },
    "採用・広報業務": set(),
}
NAMED_NOWHERE = {
    *("C#", "Cloud Watch", "Digdag", "Django", "ECR", "Echo", "ElasticSearch", "Flask", "Golang"),
    *("Java", "Lambda", "MySQL", "R", "Redis", "Ruby", "Solr", "TypeScript"),
    *("Vertex Matching Engine", "argoCD", "docker-compose", "helm", "k9s"),
    *(f"{GCP} IAM", f"{AWS} IAM"),
}
# The other spellings that the owner gives these skills, so that the texts name them.
ALIASES = {GCP: "GCP", AWS: "AWS", "GAR": "Artifact Registory", "StepFunctions": "Step Functions"}
# A name that two skills bear: whose it is, the owner says.
OF_WHICH_CLOUD = {"ML基盤の開発": AWS, "MLOps 推論基盤の立ち上げプロジェクト": GCP}


@pytest.fixture(scope="module")
def career(rows_of_module):
    """The owner's site with all suggestions accepted: the ambiguous ones as the owner would."""
    with rows_of_module():
        accept_everything()


def accept_everything():
    import_text(CAREER, publish=True)
    for name, spellings in ALIASES.items():
        Skill.objects.filter(name=name).update(aliases=spellings)
    skills = {skill.slug: skill for skill in Skill.objects.select_related("parent")}
    for each in suggestions():
        project = Project.objects.get(slug=each.slug)
        meant = [skills[slug] for slug in each.targets]
        if each.is_ambiguous:
            cloud = OF_WHICH_CLOUD[project.title]
            meant = [skill for skill in meant if skill.parent.name == cloud]
        (skill,) = meant
        project.skills.add(skill)


def label(skill):
    """Return the skill's name, with that of the cloud where two bear it."""
    return f"{skill.parent.name} {skill.name}" if skill.name in ("VPC", "IAM") else skill.name


@pytest.mark.usefixtures("career")
def test_each_skill_is_proved_by_the_projects_that_name_it_or_a_part_of_it_and_by_no_other():
    wrong = {}
    for skill in Skill.objects.select_related("parent"):
        names = {label(skill), *map(label, Skill.objects.filter(parent=skill))}
        expected = {title for title, named in NAMED.items() if named & names}
        uses = prove(skill, TODAY).uses
        in_itself = {title for title, named in NAMED.items() if label(skill) in named}
        if {use.project.title for use in uses} != expected or {
            use.project.title for use in uses if not use.parts
        } != in_itself:
            wrong[label(skill)] = ({use.project.title for use in uses}, expected)
    assert wrong == {}


@pytest.mark.usefixtures("career")
def test_every_skill_is_in_the_list_once():
    named = set().union(*NAMED.values())
    assert (len(named), len(NAMED_NOWHERE)) == (28, 24)
    assert not named & NAMED_NOWHERE
    assert {label(skill) for skill in Skill.objects.select_related("parent")} == (
        named | NAMED_NOWHERE
    )
    assert set(Project.objects.values_list("title", flat=True)) == set(NAMED)


@pytest.mark.usefixtures("career")
def test_the_months_of_the_owners_skills():
    """2021/04 to 2024/05 are 38 months; 2023/06 to 2026/11 are 42; they overlap in 12."""

    def months(name):
        return len(prove(Skill.objects.get(name=name), TODAY).months)

    assert {name: months(name) for name in ("PHP", "DynamoDB", "FastAPI", GCP, AWS, "Ruby")} == {
        "PHP": 38,
        "DynamoDB": 42,
        "FastAPI": 68,
        GCP: 68,
        AWS: 42,
        "Ruby": 0,
    }
