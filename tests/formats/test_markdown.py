from resume.document.dates import DateStyle
from resume.document.schema import (
    Education,
    Employer,
    Fact,
    Line,
    Position,
    Profile,
    Project,
    Publication,
    Resume,
    Section,
    Skill,
)
from resume.formats.markdown import render


def rendered(*sections, **profile):
    return render(Resume(profile=Profile(**profile), sections=sections))


def test_nothing_renders_to_nothing():
    assert render(Resume()) == ""


def test_headings_follow_the_depth_of_the_tree():
    inner = Section(title="内", body="本文")
    assert rendered(Section(title="外", children=(inner,))) == "# 外\n\n## 内\n\n本文\n"


def test_a_section_without_a_title_has_no_heading():
    assert rendered(Section(body="本文")) == "本文\n"


def test_groups_nest_as_lists():
    line = Line((Skill(name="Python", claim="6 年"),))
    labelled = Section(
        title="監視系",
        style="break",
        layout="lines",
        children=(Line((Skill(name="datadog"), Skill(name="sentry"))),),
    )
    group = Section(title="言語", style="bullet", children=(line, labelled))
    assert rendered(Section(title="技術", children=(group,))) == (
        "# 技術\n\n- 言語\n  - Python(6 年)\n  - 監視系  \n    datadog/sentry\n"
    )


def test_parts_of_a_skill_stand_below_it():
    part = Line((Skill(name="GKE"), Skill(name="GCS")))
    skill = Skill(name="GCP", claim="3 年", lines=(part,))
    section = Section(title="クラウド", children=(Line((skill,)),))
    assert rendered(section) == "# クラウド\n\n- GCP(3 年)\n  - GKE/GCS\n"


def test_lines_are_joined_by_hard_breaks():
    schools = tuple(
        Line((Education(institution=name, outcome="卒業", end=year),))
        for name, year in [("甲大学", "2019"), ("乙大学", "2021")]
    )
    assert rendered(Section(title="学歴", layout="lines", children=schools)) == (
        "# 学歴\n\n2019 甲大学 卒業  \n2021 乙大学 卒業\n"
    )


def test_positions_are_headings_with_their_roles_and_projects():
    employer = Employer(name="例社")
    role = Position(employer=employer, role="主任", start="2022", body="役割")
    stint = Position(
        employer=employer,
        start="2021-04",
        end="2024-05",
        body="概要",
        roles=(role,),
        projects=(Project(title="開発", body="- 設計"),),
    )
    section = Section(title="職歴", layout="headings", children=(Line((stint,)),))
    assert rendered(section, date_style=DateStyle.KANJI) == (
        "# 職歴\n\n## 例社 (2021年4月〜2024年5月)\n\n概要\n\n"
        "### 例社 主任 (2022年〜)\n\n役割\n\n### 開発\n\n- 設計\n"
    )


def project(layout):
    facts = (Fact(label="期間"), Fact(label="担当", value="設計"))
    item = Project(title="開発", start="2021", facts=facts, facts_layout=layout, body="本文")
    return rendered(Section(layout="headings", children=(Line((item,)),)))


def test_facts_lead_a_project_in_their_layout():
    assert project("bullets") == "# 開発\n\n- 期間: 2021〜\n- 担当: 設計\n\n本文\n"
    assert project("bold") == "# 開発\n\n**期間** 2021〜  \n**担当** 設計\n\n本文\n"
    assert project("brackets") == "# 開発\n\n【期間】2021〜  \n【担当】設計\n\n本文\n"
    assert project("plain") == "# 開発\n\n期間:2021〜  \n担当:設計\n\n本文\n"
    assert project("table") == (
        "# 開発\n\n|  |  |\n|---|---|\n| 期間 | 2021〜 |\n| 担当 | 設計 |\n\n本文\n"
    )


def test_a_publication_links_to_its_url():
    item = Publication(title="記事", url="https://example.com/", lead="技術ブログ")
    assert rendered(Section(children=(Line((item,)),))) == (
        "- 技術ブログ [記事](https://example.com/)\n"
    )


def test_entries_of_a_section_without_a_title_stand_beside_the_sections():
    entry = Line((Project(title="開発"),))
    sections = (Section(title="技術"), Section(layout="headings", children=(entry,)))
    assert rendered(*sections) == "# 技術\n\n# 開発\n"
