"""Tables whose rows tell projects, as sheets of engineers for the clients of an agency do."""

import pytest
from django.test import TestCase

from resume.formats.markdown import parse, render
from resume.models import Audience
from resume.store import load_resume, save_resume

from .test_employers import employers, work
from .test_openings import read_twice
from .test_told_projects import EMPLOYER, told

TITLES = ["保険の契約照会の刷新", "証券会社のネットワーク監視", "衣料品のEC"]
TIMES = [("2020-04", "current"), ("2018-04", "2020-03"), ("2016-04", "2018-03")]
PROJECTS = [(title, *when) for title, when in zip(TITLES, TIMES, strict=True)]
HEAD = "| No. | 期間 | 業務内容 | 役割・規模 | 言語 | 設計 | 製造 |\n|:-:|-|-|-|-|:-:|:-:|\n"
SHEET = HEAD + (
    "| 3 | 2020年4月〜現在<br>（12ヶ月） | {0[0]}<br>・画面の設計 | SE<br>12名 | Java | ● | ● |\n"
    "| 2 | 2018年4月〜2020年3月 | {0[1]}<br>・一次切り分け | OP | Shell | | |\n"
    "| 1 | 2016年4月<br>〜<br>2018年3月 | {0[2]}<br>・商品の登録 | PG | PHP | | ○ |"
)
PLAIN = SHEET.format(TITLES)


def contexts(table):
    """Return files in which the table stands under an employer, and in sections of their own."""
    data = "# スキルシート\n\n## 基本情報\n\n| 項目 | 内容 |\n|---|---|\n| 年齢 | 34歳 |\n\n"
    return [
        work(EMPLOYER, "事業内容：受託開発", table, "※ 2014年6月までは研修"),
        work(f"{EMPLOYER}\n\n### 担当プロジェクト", table),
        f"{data}## 業務経歴\n\n{table}\n",
        f"{data}## プロジェクト経歴\n\n{table}\n",
        f"{data}## 案件の一覧表\n\n{table}\n",
        f"# スキルシート\n\n氏名：甲\n\n{table}\n",
        f"# 業務経歴書\n\n{table}\n",
    ]


@pytest.mark.parametrize("text", contexts(PLAIN))
def test_a_sheet_of_projects_is_read_wherever_work_is_told(text):
    assert told(text) == PROJECTS
    assert PLAIN in render(read_twice(text))


@pytest.mark.parametrize("mark", ["**{}**", "【{}】", "<b>{}</b>", "■{}"])
def test_the_title_of_a_project_is_marked_in_its_cell(mark):
    text = work(EMPLOYER, SHEET.format([mark.format(title) for title in TITLES]))
    assert told(text) == PROJECTS
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    "field", ["【金融】{}", "【金融】<br>{}", "（金融）<br>{}", "業種：金融<br>{}"]
)
def test_the_field_of_a_project_is_no_part_of_its_title(field):
    text = work(EMPLOYER, SHEET.format([field.format(title) for title in TITLES]))
    assert told(text) == PROJECTS


@pytest.mark.parametrize(
    "head",
    [
        "案件名・業務内容",
        "プロジェクト名（概要）",
        "作業内容",
        "システム名",
        "開発内容",
        "担当業務",
        "件名",
    ],
)
def test_many_words_head_the_column_of_projects(head):
    assert told(work(EMPLOYER, PLAIN.replace("業務内容", head))) == PROJECTS
    assert told(work(EMPLOYER, PLAIN.replace("業務内容", "所感"))) == []


def test_a_project_may_take_several_rows_and_so_may_its_period():
    rows = (
        "| 1 | 2020年4月 | 契約照会 | SE | Java | ● | |\n"
        "|   | 〜 | 代理店の画面を作る | 12名 | | | ● |\n"
        "|   | 2021年3月 | | | | | |\n"
        "| 2 | 2018年4月〜 | ネットワーク監視 | OP | Shell | | |\n"
        "|   | 2020年3月 | 手順書を直す | | | | |"
    )
    text = work(EMPLOYER, f"{HEAD}{rows}".replace("業務内容", "案件名"))
    assert told(text) == [
        ("契約照会", "2020-04", "2021-03"),
        ("ネットワーク監視", "2018-04", "2020-03"),
    ]
    assert render(read_twice(text)) == text


def test_a_second_row_may_head_the_columns():
    second = "| | | | | | 外部 | 内部 |\n"
    table = PLAIN.replace("|:-:|:-:|\n", f"|:-:|:-:|\n{second}")
    text = work(EMPLOYER, table)
    assert told(text) == PROJECTS
    assert render(read_twice(text)) == text
    assert told(work(EMPLOYER, PLAIN.replace("|:-:|:-:|\n", f"|:-:|:-:|\n{second * 2}"))) == []


def test_a_head_with_many_columns_is_no_text():
    steps = [f"工程その{number}の有無と備考" for number in range(30)]
    line, rule, *rows = PLAIN.split("\n")
    wide = "\n".join(
        [
            f"{line} {' | '.join(steps)} |",
            f"{rule}{'---|' * len(steps)}",
            *(f"{row}{' |' * len(steps)}" for row in rows),
        ]
    )
    assert told(work(EMPLOYER, wide)) == PROJECTS


def test_a_period_may_stand_over_the_title_in_its_cell():
    table = (
        "| 期間・案件名 | 業務内容 | 言語 | 役割 |\n|---|---|---|---|\n"
        "| 2020/04〜現在<br>契約照会 | 設計 | Java | SE |\n"
        "| 2020年3月（1ヶ月）<br>監視 | 報告 | Shell | OP |"
    )
    text = work(EMPLOYER, table)
    assert told(text) == [("契約照会", "2020-04", "current"), ("監視", "2020-03", "2020-03")]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("| No | 期　間 | 業　務　内　容 | 役割 | 言語 |", "|-|-|-|-|-|"),
        ("| No | 期間<br>(年月) | 案件名<br>業務内容 | 役割<br>規模 | 言語 |", "|-|-|-|-|-|"),
        ("| | | | | |", "|-|-|-|-|-|\n| No | 期間 | 業務内容 | 役割 | 言語 |"),
    ],
)
def test_the_head_of_a_sheet_may_be_spaced_broken_or_a_row(line, rule):
    rows = "| 1 | 2020/04〜現在 | 契約照会の刷新<br>・設計 | SE | Java |"
    text = work(EMPLOYER, f"{line}\n{rule}\n{rows}")
    assert told(text) == [("契約照会の刷新", "2020-04", "current")]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("期間 | ", "2020/04 | 2021/03"),
        ("期間 | |", "2020/04 | 〜 | 2021/03"),
        ("期間(自) | 期間(至)", "2020/04 | 2021/03"),
        ("開始年月 | 終了年月", "2020/04 | 2021/03"),
        ("期間 | ", "2020/04〜2021/03 | 12ヶ月"),
    ],
)
def test_the_two_ends_of_a_period_may_stand_in_columns_of_their_own(head, cells):
    count = cells.count("|") + 1
    rows = f"|{'-|' * (count + 3)}\n| {cells} | 契約照会の刷新<br>・設計 | SE | Java |"
    text = work(EMPLOYER, f"| {head} | 業務内容 | 役割 | 言語 |\n{rows}")
    assert told(text) == [("契約照会の刷新", "2020-04", "2021-03")]


IN_COMPANY = (
    "| 期間 | 業務内容 | 環境 |\n|---|---|---|\n"
    "| 2020年4月〜現在 | **{0[0]}**<br>{1}<br>【担当】製造 | Java |\n"
    "| 2018年4月〜2020年3月 | **{0[1]}**<br>- 一次切り分け | Shell |\n"
    "| 2016年4月〜2018年3月 | {2} | |"
)


@pytest.mark.parametrize(
    "about", ["【プロジェクト概要】<br>契約の照会。", "プロジェクト概要：統一した。"]
)
@pytest.mark.parametrize("last", ["新入社員研修", "技術研修（社外）<br>Javaの基礎を学ぶ。"])
def test_a_row_of_training_stands_among_those_of_projects(about, last):
    titles = ["契約照会の刷新", "監視システムの開発"]
    text = work(EMPLOYER, IN_COMPANY.format(titles, about, last))
    training = last.partition("<br>")[0]
    assert told(text) == [
        (title, *when) for title, when in zip([*titles, training], TIMES, strict=True)
    ]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize("last", ["社内ヘルプデスク", "研修の企画"])
def test_rows_of_something_else_among_projects_tell_of_none(last):
    titles = ["契約照会の刷新", "監視システムの開発"]
    text = work(EMPLOYER, IN_COMPANY.format(titles, "- 設計", last))
    assert told(text) == []
    assert render(read_twice(text)) == text


def test_rows_of_training_alone_are_no_projects():
    rows = IN_COMPANY.format(["新人研修", "技術研修"], "- 実習", "配属前研修")
    assert told(work(EMPLOYER, rows)) == []


def test_a_label_in_bold_leads_the_title_in_a_cell():
    titles = [f"**【プロジェクト】{title}**<br>【担当】設計" for title in TITLES]
    text = work(EMPLOYER, SHEET.format(titles))
    assert told(text) == PROJECTS
    assert render(read_twice(text)) == text


def test_a_table_of_labels_tells_the_project_of_the_line_over_it():
    rows = "| 項目 | 内容 |\n|---|---|\n| 期間 | {} |\n| 役割 | SE |\n| 言語 | Java |"
    tables = [rows.format("2020/04〜現在"), rows.format("2018/04〜2020/03")]
    text = work(EMPLOYER, "**契約照会**", tables[0], "**監視**", tables[1])
    read_twice(text)
    assert told(text) == [("契約照会", "2020-04", "current"), ("監視", "2018-04", "2020-03")]
    assert told(text.replace("| 期間", "| 規模")) == []


@pytest.mark.parametrize(
    "head", ["| {0} | |\n|-|-|\n| 期間 | {1} |", "| {1} | **{0}** |\n|-|-|\n| 規模 | 3名 |"]
)
def test_the_head_of_a_table_of_labels_may_name_a_project(head):
    rows = [head.format(title, "2020/04〜現在") for title in ("契約照会", "監視")]
    text = work(EMPLOYER, *(f"{each}\n| 役割 | SE |\n| 言語 | Java |" for each in rows))
    assert told(text) == [("契約照会", "2020-04", "current"), ("監視", "2020-04", "current")]
    assert render(read_twice(text)) == text
    assert told(text.replace("役割", "その他の事項")) == []
    assert told(text.replace("2020/04〜", "")) == []
    assert [title for title, *_when in told(text.replace("監視", "乙株式会社"))] == ["契約照会"]


def test_a_heading_with_the_number_of_a_project_is_over_its_title():
    table = "| 項目 | 内容 |\n|---|---|\n| 案件名 | 契約照会 |\n| 期間 | 2020/04〜現在 |"
    assert told(work(EMPLOYER, f"### 案件1\n\n{table}")) == [("契約照会", "2020-04", "current")]


SHEET_HEAD = "| 期間 | 業務内容 | 言語 | 役割 |\n|-|-|-|-|\n"
OTHERS = [
    # what a table is about stands in its first column
    "| 技術 | 期間 | 内容 |\n|-|-|-|\n| Java | 2018/04〜現在 | 検索の開発<br>・API |",
    "| 工程 | 業務内容 | 期間 |\n|-|-|-|\n| 設計 | APIの設計<br>・REST | 2020/04〜現在 |",
    "| 年度 | 業務内容 | 言語 | 役割 |\n|-|-|-|-|\n| 2020年 | 導入支援<br>10件 | Java | SE |",
    # tasks, steps, sentences and departments
    f"{SHEET_HEAD}| 2018/04〜現在 | ・検索の開発<br>・運用 | Go | SE |",
    f"{SHEET_HEAD}| 2018/04〜現在 | 詳細設計、製造、運用 | Go | SE |",
    f"{SHEET_HEAD}| 2018/04〜現在 | 検索の開発を担当 | Go | SE |",
    f"{SHEET_HEAD}| 2018/04〜現在 | システム開発部<br>・設計 | Go | SE |",
    # no sheet of projects
    "| 期間 | 部署 | 業務内容 |\n|-|-|-|\n| 2018/04〜現在 | 開発部 | 検索の開発 |",
    "| 分類 | 名称 | 経験年数 |\n|-|-|-|\n| 言語 | Java | 8年 |",
]


@pytest.mark.parametrize("table", OTHERS)
def test_a_table_of_something_else_tells_no_projects(table):
    for text in (work(EMPLOYER, table), f"# 経歴書\n\n## 業務経歴\n\n{table}\n"):
        assert told(text) == []
        assert table in render(read_twice(text))


def test_a_table_under_another_heading_tells_no_projects():
    for title in ("スキル", "資格", "登壇", "希望条件"):
        text = f"# 経歴書\n\n## {title}\n\n{PLAIN}\n"
        assert told(text) == []
        read_twice(text)


def test_rows_that_begin_with_a_company_are_no_projects():
    table = PLAIN.replace(TITLES[1], "株式会社乙のシステム開発")
    text = f"# 経歴書\n\n## 業務経歴\n\n{table}\n"
    assert (told(text), employers(text)) == ([], [])
    assert len(told(text.replace("乙の", "乙様向けの"))) == 3


class ThroughTheDatabase(TestCase):
    def test_the_sheets_come_back_where_they_stood(self):
        for text in contexts(PLAIN):
            with self.subTest(text=text):
                save_resume(parse(text).resume, exact=True)
                assert render(load_resume(Audience.OWNER)) == render(parse(text).resume)


PANDOC = (
    '<table style="width:85%;">\n<colgroup>\n<col style="width: 28%" />\n</colgroup>\n<tbody>\n'
    "<tr>\n<td>期間</td>\n<td>プロジェクト内容</td>\n<td>役割</td>\n</tr>\n"
    "<tr>\n<td>2020年4月～現在</td>\n<td><p>契約照会の刷新</p>\n<ul>\n<li>設計</li>\n</ul></td>\n"
    "<td>PL<br />\n15名</td>\n</tr>\n"
    "<tr>\n<td>2018年4月～2020年3月</td>\n<td><p>監視の移行</p>\n<ul>\n<li>報告</li>\n</ul></td>\n"
    "<td>PG</td>\n</tr>\n</tbody>\n</table>"
)
BY_HAND = (
    "<table>\n  <thead>\n"
    "    <tr><th>期間</th><th>案件名</th><th>言語</th></tr>\n  </thead>\n  <tbody>\n"
    '    <tr><td rowspan="2">2020年4月～現在</td><td rowspan="2"><b>契約照会の刷新</b></td>'
    "<td>Java</td></tr>\n    <tr><td>Go</td></tr>\n"
    "    <tr>\n      <td>2018年4月～2020年3月</td>\n"
    "      <td>監視の移行</td><td>C</td>\n    </tr>\n"
    "  </tbody>\n</table>"
)
OF_HTML = [("契約照会の刷新", "2020-04", "current"), ("監視の移行", "2018-04", "2020-03")]


@pytest.mark.parametrize("table", [PANDOC, BY_HAND])
def test_a_table_of_projects_may_be_raw_html(table):
    for text in contexts(table):
        assert told(text) == OF_HTML
        assert table in render(read_twice(text))
    project = parse(work(EMPLOYER, table)).resume.sections[0].children[0].items[0].projects[1]
    assert project.body.startswith("<table")
    assert project.body.endswith("</tbody>\n</table>")
    assert "契約照会" not in project.body
    wrapped = work(EMPLOYER, table.replace("監視の移行", "監視\n移行"))
    assert told(wrapped) == [OF_HTML[0], ("監視 移行", "2018-04", "2020-03")]
    assert render(read_twice(wrapped)) == wrapped


def test_a_table_of_raw_html_may_label_one_project():
    rows = [("案件名", "契約照会"), ("期間", "2020年4月～現在"), ("役割", "PL")]
    html = "\n".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in rows)
    text = work(EMPLOYER, f"<table>\n{html}\n</table>")
    assert told(text) == [("契約照会", "2020-04", "current")]
    assert render(read_twice(text)) == text


@pytest.mark.parametrize(
    "table",
    [
        PANDOC.replace("プロジェクト内容", "所感"),
        PANDOC.replace("</td>\n</tr>\n<tr>", "</td></tr><tr>"),
        PANDOC.replace("</colgroup>\n", "</colgroup>\n\n"),
        PANDOC.replace("</table>", ""),
    ],
)
def test_raw_html_that_is_told_otherwise_stays_text(table):
    text = work(EMPLOYER, table)
    assert told(text) == []
    read_twice(text)


@pytest.mark.parametrize(
    ("when", "what"),
    [("工期", "工事名"), ("時期", "書名・教材名"), ("会期", "展覧会名"), ("期間", "物件名")],
)
@pytest.mark.parametrize("title", ["", "\n\n### 主な担当工事", "\n\n【担当物件】"])
def test_what_was_built_published_or_shown_heads_a_column_of_projects(when, what, title):
    table = (
        f"| {when} | {what} | 規模 | 立場 |\n|---|---|---|---|\n"
        "| 2020年4月～2021年3月 | 山手の家 | 木造2階 | 主任 |\n"
        "| 2019年5月刊 | 川辺の棟 | RC造3階 | 担当 |"
    )
    text = work(EMPLOYER + title, table)
    assert told(text) == [
        ("山手の家", "2020-04", "2021-03"),
        ("川辺の棟", "2019-05", "2019-05"),
    ]
    read_twice(text)


@pytest.mark.parametrize("what", ["工事", "工事区分", "製品名", "資格名", "会社名"])
def test_a_column_of_something_else_than_titles_tells_no_projects(what):
    table = (
        f"| 期間 | {what} | 規模 | 立場 |\n|---|---|---|---|\n"
        "| 2020年4月～2021年3月 | 内装 | 3件 | 主任 |\n| 2019年5月 | 電気 | 2件 | 担当 |"
    )
    assert told(work(EMPLOYER, table)) == []


@pytest.mark.parametrize("number", [False, True])
@pytest.mark.parametrize("gap", ["（産休・育休）", "育児休業", "(休暇)"])
def test_a_time_of_no_work_among_projects_is_none_and_hides_none(gap, number):
    rows = [
        ("2015/04", "2017/03", "在庫の刷新", "設計", "Java"),
        ("2017/04", "2018/03", gap, "", ""),
        ("2018/04", "現在", "検索の構築", "製造", "Go"),
    ]
    head = ("開始", "終了", "案件名", "作業", "言語")
    rows = [(("項番" if not n else str(n)), *row) for n, row in enumerate((head, *rows))]
    lines = ["| " + " | ".join(row[not number :]) + " |" for row in rows]
    table = "\n".join([lines[0], "|" + "---|" * (5 + number), *lines[1:]])
    text = f"# スキルシート\n\n## 開発経歴\n\n{table}\n"
    assert told(text) == [
        ("在庫の刷新", "2015-04", "2017-03"),
        ("検索の構築", "2018-04", "current"),
    ]
    assert render(read_twice(text)) == text
    assert len(told(text.replace(gap, "育児休業の管理"))) == 3
