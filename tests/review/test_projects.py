"""What a project tells: its period, the role, the size of the team."""

import pytest

from resume.review.projects import PERIOD_LABEL, ROLE_LABEL, TEAM_LABEL
from tests.factories import make_fact, make_project, make_section

from .found import found, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"start": "2021"}, True),
        ({"title": "受注システム（2021年）"}, True),
        ({"body": "期間: 3ヶ月"}, True),
        ({"body": "- 2021年4月〜2022年3月に担当"}, True),
        ({"body": "- 年間300万円の削減"}, False),
        ({"title": "2021年度の会計システム"}, True),
        ({"body": "- 2021年にサービスを公開"}, False),
    ],
)
def test_a_project_tells_its_period_in_a_field_a_title_or_a_text(fields, is_told):
    make_project(**fields)
    assert bool(said("project-period")) is not is_told


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("- 役割: サブリーダー", True),
        ("【担当】設計", True),
        ("テックリードとして参画した。", True),
        ("設計は一人で担当した。", True),
        ("- 主な役割: 設計", True),
        ("基盤の刷新（テックリード）", True),
        ("Worked as a backend engineer.", True),
        ("I led a team of four.", True),
        ("- 設計と実装", False),
        ("- Managed SSL の導入", False),
        ("- エンジニアにおける採用", False),
        ("ユーザーとしての要望を集めた。", False),
    ],
)
def test_a_project_tells_the_role_by_a_label_or_as_what_one_worked(body, is_told):
    make_project(body=body)
    assert bool(said("project-role")) is not is_told


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("- 規模: 大", True),
        ("5名体制で開発", True),
        ("約２０名のエンジニアと働いた", True),
        ("開発メンバーは（3〜5人）です", True),
        ("- **開発体制**\n  - エンジニアのみ", True),
        ("|チーム構成|設計と実装|", True),
        ("- 監視体制の整備", False),
        ("- メンバーの育成", False),
        ("個人開発です", True),
        ("a team of eight", True),
        ("with 4 engineers", True),
        ("- そのうち 1 人は新卒入社予定", False),
        ("- 100万人が使うサービス", False),
        ("- 3名様までの予約", False),
        ("- 2人の子を持つ親に向けた画面", False),
    ],
)
def test_a_project_tells_the_size_of_the_team(body, is_told):
    make_project(body=body)
    assert bool(said("project-team")) is not is_told


def test_a_label_of_a_fact_tells_as_well_as_a_line():
    project = make_project(start="2021")
    for order, label in enumerate(["体制", "ポジション"]):
        make_fact(project=project, label=label, value="別紙", order=order)
    assert said("project-role", "project-team", "project-period") == []


def test_a_run_of_empty_lines_is_gone_through_once():
    """From each of its lines to its end again would take hours."""
    for label in (PERIOD_LABEL, ROLE_LABEL, TEAM_LABEL):
        assert not label.search("\n" * 1_000_000)
        assert not label.search("\n|" * 500_000)


def test_a_personal_project_needs_no_role_and_no_team():
    make_project(section=make_section())
    assert [kind for kind, _name, _words in found()] == ["project-period"]
