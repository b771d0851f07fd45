"""Times between two stays, which no list, table, paragraph or heading of employers names as one."""

import pytest

from resume.formats.markdown.text.gaps import is_gap

from .test_employers import employers, projects, work
from .test_heads import read_twice

STAYS = [("Foo", "2021", "current"), ("Bar Works", "2017", "2019")]


@pytest.mark.parametrize(
    "name",
    [
        "Career break",
        "Planned career break",
        "Career Break (parental leave)",
        "Sabbatical",
        "Sabbatical year - travelled in Asia",
        "Gap year",
        "Parental leave",
        "Leave of absence",
        "Maternity leave & study",
        "Break to care for my father",
        "Time off",
        "Full-time parent",
        "Job search",
        "育児休業",
        "離職期間（家族の看護）",
        "職業訓練（プログラミング科）受講",
        "プログラミングスクール受講",
        "Web制作講座を修了",
        "Coding bootcamp",
        "出産・育児のため離職",
        "（家族の介護のため）",
        "夫の転勤に伴い退職",
        "病気療養のため休職",
        "帰郷・転職活動",
        "公務員試験の勉強",
        "語学学習",
        "（海外留学（カナダ））",
        *("(休暇)", "長期休暇", "お休み", "世界一周旅行", "サバティカル休暇"),
    ],
)
def test_a_time_for_oneself_is_a_gap(name):
    assert is_gap(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Breakwater Labs", "Sabbatical Ltd", "Leaven Foods", "Travel Republic", "Gap"),
        *(
            "Timeoff Inc.",
            "介護の森",
            "学習館",
            "甲プログラミングスクール",
            "Bootcamp Labs",
            "育児休業支援株式会社",
            "機械学習",
            "帰国子女センター",
            *("休暇村", "甲旅行", "休暇申請システム"),
        ),
    ],
)
def test_a_name_may_begin_like_a_gap(name):
    assert is_gap(name) == (name == "Gap")


@pytest.mark.parametrize(
    "shape",
    [
        "## {name}\n\n*Engineer, {period}*\n\n- Built it",
        "## Engineer, {name}\n\n{period}\n\n- Built it",
        "**{name}** — _Engineer_ ({period})\n\nBuilt it.",
        "- **{name}** — _Engineer_ ({period})\n  - Built it",
        "- {name}, Engineer ({period})",
        "* **{period}**: Engineer at {name}\n  * Built it",
    ],
)
@pytest.mark.parametrize("gap", ["Career break", "Parental leave", "Sabbatical"])
def test_a_gap_between_two_stays_is_no_employer(shape, gap):
    entries = [
        shape.format(name="Foo", period="2021 – Present"),
        shape.replace("Engineer, ", "")
        .replace(" — _Engineer_", "")
        .replace("Engineer at ", "")
        .replace(", Engineer", "")
        .format(name=gap, period="2019 – 2021"),
        shape.format(name="Bar Works", period="2017 – 2019"),
    ]
    text = "# Experience\n\n" + ("\n" if shape[0] in "-*" and shape[1] == " " else "\n\n").join(
        entries
    )
    read_twice(text + "\n")
    assert [(name, start, end) for name, _role, start, end in employers(text)] == STAYS


def test_a_gap_that_ends_a_list_is_text():
    text = "# Experience\n\n- **Foo** — Engineer (2021 – now)\n- **Gap year** (2020 – 2021)\n"
    read_twice(text)
    assert employers(text) == [("Foo", "Engineer", "2021", "current")]


@pytest.mark.parametrize("gap", ["Career break", "育児休業"])
def test_a_row_of_a_gap_goes_on_with_the_one_before_it(gap):
    table = (
        "| Dates | Company | Title |\n|---|---|---|\n"
        f"| 2021 – Present | Foo | Engineer |\n| 2019 – 2021 | {gap} | – |\n"
        "| 2017 – 2019 | Bar Works | Engineer |"
    )
    read_twice(work(table))
    assert [(name, start, end) for name, _role, start, end in employers(work(table))] == STAYS


@pytest.mark.parametrize(
    "shape",
    [
        "### （{period}　{name}）",
        "### {period}: （{name}）",
        "### {name}（{period}）",
        "### {name}\n\n【在籍期間】{period}",
        "**（{period}　{name}）**",
        "**{name}（{period}）**",
        "{period}　（{name}）",
        "- {period}: （{name}）",
        "- {name}（{period}）",
    ],
)
@pytest.mark.parametrize("gap", ["育児のため離職", "帰郷・転職活動", "休暇"])
def test_a_reason_not_to_work_is_no_employer(shape, gap):
    stays = [
        ("株式会社甲野", "2020年4月～現在"),
        (gap, "2018年8月～2020年3月"),
        ("株式会社乙川", "2015年4月～2018年7月"),
    ]
    bare = shape.translate({ord("（"): " ", ord("）"): " "})
    shapes = [bare, shape, bare]
    text = "# 職務経歴\n\n" + "\n\n".join(
        each.format(name=name, period=period) + "\n\n  経理"
        for each, (name, period) in zip(shapes, stays, strict=True)
    )
    read_twice(text + "\n")
    assert [(name, start) for name, _role, start, _end in employers(text)] == [
        ("株式会社甲野", "2020-04"),
        ("株式会社乙川", "2015-04"),
    ]


def test_a_gap_in_a_list_of_stays_is_no_project_of_the_stay_before():
    text = work(
        "- Foo Works (2019 – 2022)\n  - Engineer. Built.\n"
        "- Sabbatical (2018 – 2019)\n  - Cooked.\n"
        "- Bar Ltd (2017 – 2018)\n  - Engineer. Built."
    )
    assert [each[0] for each in employers(text)] == ["Foo Works", "Bar Ltd"]
    assert projects(text) == []
    dated = "## Foo\n\n2019 – 2022\n\n- {0} (2018 – 2019)\n  - It."
    assert projects(work(dated.format("Sabbatical"))) == []
    assert projects(work(dated.format("Billing portal"))) == ["Billing portal"]
