"""Markdown in: nothing of a file is lost, and what is not understood stays text."""

from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from hypothesis import example, given, settings
from hypothesis import strategies as st

from resume.document.lines import LINE
from resume.document.schema import Line, Position, Project, Section
from resume.document.source import Destination
from resume.formats.markdown import parse, render

CAREER = (Path(django_settings.BASE_DIR) / "fixtures" / "career.md").read_text(encoding="utf-8")

FRAGMENTS = [
    "# 職務経歴書",
    "## 職務経歴",
    "### 株式会社X (2021/04〜2022/03)",
    "### Y社 エンジニア",
    "#### 検索基盤の開発（2021年5月〜9月）",
    "#### 業務内容",
    "## スキル",
    "## アウトプット",
    "## 学歴",
    "- Python(3年)",
    "- 言語: Go, Rust",
    "  - GKE/GCS",
    "* 基本情報 (2015/11)",
    "- ",
    "1. 一",
    "    code",
    "[記事](https://example.com/2020/01/02/a)",
    "- [話](https://zenn.dev/a/articles/b)",
    "- 期間: 2021/05〜2021/09",
    "- 担当業務: 設計",
    "【在籍期間】",
    "2021年4月〜現在",
    "**役割** リード",
    "| 期間 | 内容 |",
    "|---|---|",
    "| 2020/01〜2020/02 | 開発 |",
    "<details>",
    "</details>",
    "```",
    "---",
    "===",
    "> 引用",
    "2019 立教大学 経営学部 卒業  ",
    "本文です。",
    "",
    "",
    "",
    "\\",
    "<!--",
    "####### x",
    "#",
    "フリーランス(2021/1 - )",
    "## 副業",
    "### 2019-11-01: X入社",
    "[^1]: 注",
    "\u3000",
    "- a  ",
    "  b",
    "- <u>株式会社B 2019/01〜2020/01</u>",
    "  - 雇用形態：正社員",
    "      - 深い",
    "\t- タブ",
    "**Z社（SRE、2020/01〜現在）** ※出向",
    ":::details 2020/01〜2021/01 株式会社Q {open}",
    ":::",
    "| 入社 | 退社 | 会社名 |",
    "|2019/04|現在|株式会社T|",
    "### 主な実績",
    "#### 1. 検索の改善（2021/06）",
    "### プロジェクト",
    "# 職務経歴書 2021年3月",
    "## 職務経歴概要",
    "* 開発期間  ",
    "２０２２年１月〜３月",
    "~~~",
    "<!-- a -->",
    "<div>",
    "職歴",
    "====",
]
TEXTS = st.builds(
    str.join, st.sampled_from(["\n", "\r\n"]), st.lists(st.sampled_from(FRAGMENTS), max_size=14)
) | st.text(max_size=80)


def positions(source):
    return [item for item in source.resume.items() if isinstance(item, Position)]


def projects(source):
    return [item for item in source.resume.items() if isinstance(item, Project)]


def entries(source):
    """Return [(employer, role, start, end)] in the order of the file."""
    return [(each.employer.name, each.role, each.start, each.end) for each in positions(source)]


def employer(heading, below=""):
    """Return what one heading under 職務経歴 gives."""
    return entries(parse(f"# 職務経歴\n\n## {heading}\n\n{below}\n"))


def bodies(section):
    yield section.body
    for child in section.children:
        if isinstance(child, Section):
            yield from bodies(child)
        else:
            for item in child.items:
                for part in (item, *getattr(item, "projects", ()), *getattr(item, "roles", ())):
                    yield from pieces(part)


def pieces(item):
    """Yield the text of an item, parted where lists of projects were taken out of it."""
    lines = getattr(item, "body", "").split("\n")
    places = {each.extras.get(LINE, 0) for each in getattr(item, "projects", ())}
    for first, end in pairwise(sorted({0, *places, len(lines)})):
        yield "\n".join(lines[first:end]).strip("\n")


def test_the_owners_file_prints_back_byte_for_byte():
    assert render(parse(CAREER).resume) == CAREER


def test_the_owners_file_gives_its_employers_projects_and_lines():
    source = parse(CAREER)
    assert entries(source)[:2] == [
        ("株式会社 CoeFont", "MLOpsエンジニア", "2023-06", "current"),
        ("ピクシブ株式会社", "機械学習エンジニア", "2021-04", "2024-05"),
    ]
    assert len(positions(source)) == 7
    assert len(projects(source)) == 8
    kinds = {span.destination for span in source.ledger}
    assert kinds == {Destination.FIELD, Destination.BODY, Destination.VERBATIM, Destination.BLANK}


@settings(deadline=None)
@given(TEXTS)
@example("# \n\nx\n## a\n### b")
@example("---\na: b\n---\n# x")
@example(
    "### 株式会社X (2021/04〜2022/03)\n## 職務経歴\n### Y社 エンジニア\n#### 業務内容\n### 開発"
)
@example("- a\n\n---\n===\n")
def test_the_document_of_a_printed_document_is_that_document(text):
    resume = parse(text).resume
    assert parse(render(resume)).resume == resume


@settings(deadline=None)
@given(TEXTS)
def test_printing_is_a_fixed_point(text):
    printed = render(parse(text).resume)
    assert render(parse(printed).resume) == printed


@settings(deadline=None)
@given(TEXTS)
def test_every_line_has_one_destination(text):
    source = parse(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    numbers = [number for span in source.ledger for number in range(span.first, span.last + 1)]
    assert numbers == list(range(1, (len(lines) if text.strip("\n\r") else len(numbers)) + 1))


@settings(deadline=None)
@given(TEXTS)
@example(
    "# 職歴\n### 2019-11-01: X入社\n#### 業務内容\n#### 業務内容\n- 設計\n"
    "### 2019-11-01: X入社\n#### 検索の開発（2021年5月〜9月）\n"
    "#### 検索の開発（2021年5月〜9月）\n# 職歴"
)
@example("# 職歴\nフリーランス(2021/1 - )\n<!--\n:::details 2020/01〜2021/01 株式会社Q\n# 職歴")
@example(
    "### 株式会社X (2021/04〜2022/03)\n:::details 2020/01〜2021/01 株式会社Q {open}\n</details>\n"
    "### 株式会社X (2021/04〜2022/03)\n#### 検索基盤の開発（2021年5月〜9月）\n"
    "#### 検索基盤の開発（2021年5月〜9月）"
)
@example(
    "<details>\n# 職務経歴書\nフリーランス(2021/1 - )\n"
    "**Z社（SRE、2020/01〜現在）** ※出向\n## 職務経歴"
)
def test_every_verbatim_block_is_its_slice_of_the_source(text):
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    resume = parse(text).resume
    # Text far below a list item moves to the left; of all other text the indentation stays.
    unindented = [line.strip() for line in text.split("\n")]
    for section in resume.sections:
        for body in bodies(section):
            lines = [line.strip() for line in body.split("\n")]
            assert body in text or "\n".join(lines) in "\n".join(unindented)


@settings(deadline=None)
@given(TEXTS)
def test_no_word_of_the_file_is_lost(text):
    printed = render(parse(text).resume)
    for line in text.splitlines():
        for word in line.replace("#", " ").split():
            if word.isalnum():
                assert word in printed


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("株式会社X エンジニア (2021/04〜現在)", ("株式会社X", "エンジニア", "2021-04", "current")),
        ("2020/04 - 現在 : 株式会社X", ("株式会社X", "", "2020-04", "current")),
        (
            "株式会社X（2022/01 - 現在）／ 開発リーダー",
            ("株式会社X", "開発リーダー", "2022-01", "current"),
        ),
        ("会社名：X株式会社（2019/11〜2022/10）", ("X株式会社", "", "2019-11", "2022-10")),
        (
            "■ 株式会社ABC（SES） 2019年4月 ～ 2021年3月（2年）",
            ("株式会社ABC（SES）", "", "2019-04", "2021-03"),
        ),
        (
            "メルカリ バックエンドエンジニア（2020/01 - 2021/03）",
            ("メルカリ", "バックエンドエンジニア", "2020-01", "2021-03"),
        ),
        ("大手 SIer 【2018.04 - 2020.03】", ("大手 SIer", "", "2018-04", "2020-03")),
        ("フリーランス(2021/1 - )", ("フリーランス", "", "2021-01", "")),
        (
            "Foo Corp, Software Engineer (Sep 2016 - Present)",
            ("Foo Corp", "Software Engineer", "2016-09", "current"),
        ),
    ],
)
def test_a_heading_tells_employer_role_and_period(heading, expected):
    assert employer(heading) == [expected]


@pytest.mark.parametrize(
    "below",
    [
        "【在籍期間】\n2017年10月〜2018年10月",
        "**[所属期間]**\n2017年10月〜2018年10月",
        "| 期間 | 2017年10月〜2018年10月 |\n|---|---|\n| 業務 | 開発 |",
        "雇用形態: 正社員  \n在籍期間: 2017年10月〜2018年10月",
        "正社員として2017年10月〜2018年10月の間フルリモートで勤務",
        "*2017/10 – 2018/10*",
        "### 期間\n\n2017年10月〜2018年10月",
        "2017年10月〜2018年10月\n\n**【案件1】検索の開発**\n期間：2017年11月〜2018年1月",
        "|期間|ロール|\n|--|--|\n|2018/04〜2018/10|PL|\n|2017/10〜2018/03|PG|",
    ],
)
def test_a_period_below_the_heading_is_the_employers(below):
    assert employer("株式会社X", below) == [("株式会社X", "", "2017-10", "2018-10")]


@pytest.mark.parametrize(
    "heading",
    [
        "2019-11-01: 株式会社X退社",
        "2019-11-01: 新卒入社",
        "ECサイトの開発 (2021/04〜2021/09)",
        "副業",
        "その他",
        "業務内容",
        "株式会社X様向けシステム",
    ],
)
def test_what_names_no_employer_gives_none(heading):
    assert employer(heading) == []


def test_outside_of_work_no_employer_is_found():
    work = "# 職務経歴\n\n## 株式会社X (2020/01〜現在)\n\n"
    text = f"{work}# アウトプット\n\n## 株式会社Y主催ハッカソン\n"
    assert entries(parse(text)) == [("株式会社X", "", "2020-01", "current")]


def test_a_summary_of_an_employer_told_below_makes_no_second_record():
    text = (
        "# 職歴\n\n## 概略\n\n### 株式会社X (2020/01〜現在)\n\n# 職務経歴詳細\n\n"
        "## 株式会社X (2020/01〜現在)\n\n本文\n\n### 検索の開発\n"
    )
    assert len(entries(parse(text))) == 1
    assert [project.title for project in projects(parse(text))] == ["検索の開発"]


def test_the_same_employer_at_another_time_is_a_second_stint():
    text = "# 職歴\n\n## 株式会社X (2020/01〜現在)\n\n## 株式会社X (2015/01〜2016/01)\n"
    assert [start for _name, _role, start, _end in entries(parse(text))] == ["2020-01", "2015-01"]


def test_a_heading_beside_an_employers_within_its_period_is_its_project():
    text = "# 職歴\n\n## 株式会社X (2019年4月~2020年3月)\n\n## 検索の開発 (2019年5月~2019年9月)\n"
    assert [project.title for project in positions(parse(text))[0].projects] == ["検索の開発"]


def test_labels_under_an_employer_are_text_and_projects_are_records():
    text = (
        "# 職歴\n\n## 株式会社X\n\n### 業務内容\n\n保守\n\n### 検索の開発\n\n#### 使用技術\n\nGo\n"
    )
    position = positions(parse(text))[0]
    assert position.body == "### 業務内容\n\n保守"
    assert [(each.title, each.body) for each in position.projects] == [
        ("検索の開発", "#### 使用技術\n\nGo")
    ]


def test_facts_lead_a_project_and_the_period_is_composed_from_its_dates():
    text = (
        "# 職歴\n\n## 株式会社X\n\n### 検索\n\n- 期間: 2021/05〜2021/09\n- 担当業務: 設計\n\n本文\n"
    )
    project = projects(parse(text))[0]
    assert [(fact.label, fact.value) for fact in project.facts] == [
        ("期間", ""),
        ("担当業務", "設計"),
    ]
    assert (project.start, project.end, project.body) == ("2021-05", "2021-09", "本文")


def test_a_list_of_which_one_line_does_not_fit_stays_text():
    text = "# スキル\n\n- Python(3年)\n- Goを用いた開発ができます。\n"
    section = parse(text).resume.sections[0]
    assert section.body == "- Python(3年)\n- Goを用いた開発ができます。"
    assert section.children == ()
    fitting = parse("# スキル\n\n- Python(3年)\n- Go\n").resume.sections[0]
    assert len([child for child in fitting.children if isinstance(child, Line)]) == 2


def test_front_matter_is_kept_and_not_shown():
    text = "---\ntitle: 職務経歴書\n---\n\n# 職務経歴\n"
    source = parse(text)
    assert [section.title for section in source.resume.sections] == ["職務経歴"]
    assert render(source.resume) == text
    assert source.ledger[0].destination == Destination.FRONT_MATTER


@pytest.mark.parametrize(
    "text",
    [
        "\n".join("  " * level + "- x" for level in range(200)),
        "```\n# not a heading\n",
        "[" * 20_000,
        "<details>\n\n# 職務経歴\n",
        "# " + "長" * 300 + "\n",
        "[" * 131_072,
        "# x\r\n\r\n- a\r\n",
        "職務経歴書\n==========\n\n職歴\n----\n",
    ],
    ids=[
        "200 levels",
        "open fence",
        "brackets",
        "open details",
        "long title",
        "128 KB",
        "CRLF",
        "setext",
    ],
)
def test_strange_files_are_taken_whole(text):
    resume = parse(text).resume
    printed = render(resume)
    assert parse(printed).resume == resume
    assert "".join(printed.split()).count("x") == text.count("x")


@pytest.mark.parametrize(
    ("written", "name", "kana"),
    [
        ("山田 花子（やまだ はなこ）", "山田 花子", "やまだ はなこ"),
        ("山田 花子 ( ヤマダ・ハナコ )", "山田 花子", "ヤマダ・ハナコ"),
        ("山田花子(Yamada, Hanako)", "山田花子", ""),
        ("ルネ・山田（Renée YAMADA-O'Neil）", "ルネ・山田", ""),
        ("山田 花子（旧姓 田中）", "山田 花子（旧姓 田中）", ""),
        ("Anna Yamada (Ann)", "Anna Yamada (Ann)", ""),
        ("山田 花子（はな子）", "山田 花子（はな子）", ""),
    ],
)
def test_a_name_stands_without_its_reading_in_brackets(written, name, kana):
    for line in (f"- 氏名: {written}", f"| 氏名 | {written} |\n|---|---|\n| 年齢 | 30 |"):
        text = f"# 職務経歴書\n\n{line}\n"
        profile = parse(text).resume.profile
        assert (profile.name, profile.name_kana) == (name, kana)
        assert render(parse(text).resume) == text


def test_a_reading_on_a_line_of_its_own_is_the_reading():
    profile = parse("- 氏名: 山田 花子（ヤマダ）\n- ふりがな: やまだ はなこ\n").resume.profile
    assert (profile.name, profile.name_kana) == ("山田 花子", "やまだ はなこ")


def test_a_wide_space_parts_a_name_from_its_label():
    text = "# 職務経歴書\n\n氏名　田中 一郎（タナカ イチロウ）\n\n## 職務要約\n\n運用を担当。\n"
    profile = parse(text).resume.profile
    assert (profile.name, profile.name_kana) == ("田中 一郎", "タナカ イチロウ")
    assert parse(text.replace("氏名　", "氏名 ")).resume.profile.name == ""
