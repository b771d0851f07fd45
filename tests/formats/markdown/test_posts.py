"""Headings below an employer's of where somebody was posted, which are no projects."""

import pytest

from resume.document.schema import Position, Project
from resume.formats.markdown import render
from resume.formats.markdown.text.posts import is_post

from .test_heads import read_twice

STAY = "## 職務経歴\n\n### 株式会社甲（2016年5月～現在）\n\n{}\n"


def roles(resume):
    (stay,) = (i for line in resume.sections[0].children for i in line.items)
    assert isinstance(stay, Position)
    return [(each.role, each.start, each.end) for each in stay.roles]


def titles(resume):
    return [item.title for item in resume.items() if isinstance(item, Project)]


@pytest.mark.parametrize(
    "title",
    [
        "2016年5月～2020年3月　経理部 会計課",
        "経理部 決算課 係長（2020年4月～現在）",
        "大阪支店 営業部",
        "本社・人事課",
        "東工場 → 本社 → 品質管理部",
        "派遣先：甲銀行（総務部）",
        "出向先企業：乙株式会社",
        "係長",
        "バックエンドエンジニア",
        "研究員",
    ],
)
def test_units_roles_and_whom_somebody_was_sent_to_are_posts(title):
    assert is_post(title)


@pytest.mark.parametrize(
    "title",
    [
        "在庫管理システムの刷新",
        "経理部の帳票の電子化",
        "派遣先管理システム",
        "Search Team",
        "営業部 販売管理の導入",
        "在庫管理システムのリーダー",
    ],
)
def test_work_or_a_team_in_english_is_no_post(title):
    assert not is_post(title)


def test_a_department_beside_a_role_and_its_department_is_where_another_was_held():
    text = STAY.format(
        "#### 2020年4月～現在　経理部 決算課 係長\n\n- 決算\n\n"
        "**決算早期化プロジェクト（2021年4月〜2022年3月）**\n\n締めを早めた。\n\n"
        "#### 2016年5月～2020年3月　経理部 会計課\n\n- 経費精算"
    )
    resume = read_twice(text)
    assert roles(resume) == [
        ("経理部 決算課 係長", "2020-04", "current"),
        ("経理部 会計課", "2016-05", "2020-03"),
    ]
    assert titles(resume) == ["決算早期化プロジェクト"]
    assert render(resume) == text


@pytest.mark.parametrize(
    "posts",
    [
        "#### 派遣先：乙銀行（総務部）\n2020年4月～現在\n- 備品管理",
        "#### 2020年4月～現在　経理部\n\n- 決算\n\n#### 2016年5月～2020年3月　総務部\n\n- 備品管理",
        "#### バックエンドエンジニア\n\n- 保守",
        "#### 経理部 連結・開示グループ（2019年4月～）\n\n- 決算",
        "#### 大阪支店（2016年5月～現在）\n\n##### 業務内容\n\n- 接客",
    ],
)
def test_posts_are_no_projects_but_text(posts):
    text = STAY.format(posts)
    resume = read_twice(text)
    assert (roles(resume), titles(resume)) == ([], [])
    assert render(resume) == text


def test_work_below_a_post_is_a_project_still():
    text = STAY.format(
        "#### 開発部（2016年5月～現在）\n\n"
        "##### 在庫管理の刷新（2018年4月～2019年3月）\n\n- 設計\n\n"
        "##### 会員APIの開発（2019年4月～現在）\n\n- 設計"
    )
    assert titles(read_twice(text)) == ["在庫管理の刷新", "会員APIの開発"]


def test_posts_in_a_list_are_no_projects():
    posts = ["1. 営業部 マネージャー（2021年10月～現在）", "2. 名古屋支店（2014年4月～2021年9月）"]
    text = STAY.format("\n".join(f"{post}\n    - 新規開拓" for post in posts))
    resume = read_twice(text)
    assert (titles(resume), render(resume)) == ([], text)
    work = text.replace("営業部 マネージャー", "受発注システムの刷新")
    assert titles(read_twice(work)) == ["受発注システムの刷新"]
