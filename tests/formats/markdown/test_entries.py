"""Which headings under an employer begin a project, where their levels say little."""

import pytest

from resume.document.schema import Position, Project
from resume.formats.markdown import parse, render

from .test_employers import projects
from .test_heads import read_twice

EMPLOYER = "# 職務経歴\n\n## 株式会社甲（2018/04〜2021/03）"
FIRST = (
    "### 受発注システムの開発\n\n2020/04〜2021/03\n\n#### 使用技術\n\n- Go\n\n#### 業務内容\n\n実装"
)
SECOND = "#### 在庫システムの刷新\n\n2018/04〜2020/03\n\n#### 使用技術\n\n- Ruby"


def under(*blocks, deeper=0):
    """Return a file with one employer, all its headings so many levels deeper."""
    text = "\n\n".join([EMPLOYER, *blocks]) + "\n"
    return text.replace("# ", "#" * deeper + "# ")


@pytest.mark.parametrize("deeper", [0, 1, 2])
def test_a_project_may_slip_to_the_level_of_the_labels_before_it(deeper):
    text = under(FIRST, SECOND, "### 帳票の改修（2018/04〜2018/06）\n\n本文", deeper=deeper)
    assert render(read_twice(text)) == text
    assert projects(text) == ["受発注システムの開発", "在庫システムの刷新", "帳票の改修"]


def test_a_project_below_another_has_its_own_labels_and_its_own_time():
    text = under(FIRST, SECOND.replace("#### 使", "##### 使"))
    assert render(read_twice(text)) == text
    assert projects(text) == ["受発注システムの開発", "在庫システムの刷新"]


@pytest.mark.parametrize(
    "second",
    [
        "#### 検索機能の追加\n\n#### 使用技術",
        "#### 第2期の開発（2020/06〜2020/12）\n\n##### 使用技術\n\n- Ruby",
        "#### 在庫システムの刷新（2018/04〜2020/03）\n\n#### 工夫した点",
    ],
)
def test_other_headings_among_the_labels_of_a_project_are_parts_of_it(second):
    text = under(FIRST, second)
    assert render(read_twice(text)) == text
    assert projects(text) == ["受発注システムの開発"]


GROUP = "### 開発業務\n\n主なものです。\n\n- 発注の自動化\n- CRE(信頼性)の組織づくり: 2019/04〜"
PARTS = "#### 発注の自動化\n\n本文\n\n#### CREの組織づくり\n\n本文"


@pytest.mark.parametrize("deeper", [0, 1, 2])
def test_a_heading_that_lists_those_below_it_is_a_group_of_projects(deeper):
    text = under(GROUP, PARTS, "### 育成業務\n\n本文\n\n#### 面談", deeper=deeper)
    assert render(read_twice(text)) == text
    assert projects(text) == ["発注の自動化", "CREの組織づくり", "育成業務"]


@pytest.mark.parametrize(
    ("group", "parts"),
    [
        (GROUP, PARTS + "\n\n#### 面談\n\n本文"),
        (GROUP.replace("業務", "業務（2019/04〜2020/03）"), PARTS),
        (GROUP, PARTS.partition("\n\n#### CRE")[0]),
        (GROUP.partition("\n- CRE")[0], PARTS),
    ],
)
def test_a_heading_that_lists_others_or_says_when_is_a_project(group, parts):
    text = under(group, parts)
    assert render(read_twice(text)) == text
    assert projects(text) == ["開発業務"]


@pytest.mark.parametrize(
    "title",
    [
        "習得スキル",
        "決済チーム メンバー内訳",
        "身につけたこと",
        "業務内容（一部）",
        "登壇歴",
        "使用技術（この職場で）",
        "プロジェクト（一部）",
        *("チーム編成", "【常駐先】"),
    ],
)
def test_a_heading_over_a_part_of_an_entry_names_no_project(title):
    text = under(f"### {title}\n\n- 甲乙", "### 在庫システムの刷新\n\n本文")
    assert render(read_twice(text)) == text
    assert projects(text) == ["在庫システムの刷新"]


@pytest.mark.parametrize("title", ["【秘書業務】", "企画部業務", "総務・経理業務"])
def test_what_an_office_does_all_the_time_is_a_project_only_beside_others(title):
    alone, other = under(f"### {title}\n\n- 甲乙", "### 営業業務\n\n- 丙"), "### 在庫の刷新\n\n本文"
    assert projects(alone) == []
    assert render(read_twice(alone)) == alone
    assert len(projects(under(f"### {title}\n\n- 甲乙", other))) == 2


@pytest.mark.parametrize(
    "title", ["秘書業務（2018/05〜2018/06）", "販売管理業務", "監視業務", "常駐先：甲銀行の検索"]
)
def test_other_work_than_that_of_an_office_may_be_a_project(title):
    assert len(projects(under(f"### {title}\n\n- 甲乙"))) == 1


def test_what_stands_among_labels_under_several_employers_names_no_project():
    parts = "### 業務内容\n\n実装\n\n### チームと私\n\n3 名"
    text = under(parts, "## 株式会社乙（2016/04〜2018/03）", parts)
    assert render(read_twice(text)) == text
    assert projects(text) == []


@pytest.mark.parametrize(
    "parts",
    [
        "### データ取得と可視化\n\n本文\n\n### 推薦の改善\n\n本文",
        "### 業務内容\n\n実装\n\n### 社内業務（2018/05〜2018/06）\n\n本文",
    ],
)
def test_what_stands_among_projects_or_says_when_may_come_again(parts):
    text = under(parts, "## 株式会社乙（2016/04〜2018/03）", parts)
    assert render(read_twice(text)) == text
    assert len(projects(text)) == (2 if "業務内容" in parts else 4)


def dated(text):
    """Return [(title, start, end)] of the projects."""
    found = (item for item in parse(text).resume.items() if isinstance(item, Project))
    return [(item.title, item.start, item.end) for item in found]


def test_the_line_below_a_heading_that_only_says_when_titles_a_project():
    text = under(
        "### 2020.04〜\n\n検索の担当\n\n- Go",
        "### 2019.07〜2020.01, 2020.03〜06\n\n帳票の改修",
        "### 2019.05\n\n移行の準備\n\n| 言語 | Go |\n|---|---|",
        "### 2018\n\n- 画面の試作\n  - Go",
    )
    assert render(read_twice(text)) == text
    assert dated(text) == [
        ("検索の担当", "2020-04", ""),
        ("帳票の改修", "2019-07", "2020-06"),
        ("移行の準備", "2019-05", "2019-05"),
        ("画面の試作", "2018", "2018"),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "検索を担当した。",
        "- 検索の担当\n- 帳票の改修",
        "- 役割: リーダー",
        "役割：リーダー",
        "業務内容\n\n- 検索",
        "検索の担当と\n帳票の改修",
        "",
    ],
)
def test_other_text_below_a_heading_that_only_says_when_titles_nothing(below):
    text = under(f"### 2020.04〜2020.06\n\n{below}", "### 2019.05〜2019.06\n\n帳票の改修")
    assert [title for title, *_when in dated(text)] == ["2020.04〜2020.06", "帳票の改修"]


BESIDE_ROLES = [
    "#### 主なプロジェクト\n\n2021年1月〜2021年12月",
    "### 主なプロジェクト",
    "#### 補足",
]


@pytest.mark.parametrize("beside", BESIDE_ROLES)
def test_what_stands_beside_a_role_stays_below_it(beside):
    text = (
        "## 職歴\n\n# 甲電機株式会社\n\n2017年4月〜現在\n\n"
        f"#### Engineer（2017年4月〜2020年3月）\n\n{beside}\n\n"
        "#### Manager（2020年4月〜現在）\n\n本文\n"
    )
    resume = read_twice(text)
    assert render(resume).split() == text.split()
    (position,) = [item for item in resume.items() if isinstance(item, Position) and item.roles]
    assert [role.role for role in position.roles] == ["Engineer", "Manager"]


@pytest.mark.parametrize("beside", ["", "## Experience", *BESIDE_ROLES])
def test_no_line_is_lost_beside_the_last_of_the_roles(beside):
    text = f"### 甲社（2017〜2020）\n\n#### 乙社 — Developer（2018〜2019）\n\n{beside}"
    text = f"## 職歴\n\n# 丙電機株式会社\n\n2017年4月〜現在\n\n{text}\n"
    assert render(read_twice(text)).split() == text.split()
    text = text[text.index("###") :]
    assert render(read_twice(text)).split() == text.split()
