"""How records are worded, and that each is read as itself again."""

import pytest

from resume.document.dates import DateStyle
from resume.document.schema import (
    Award,
    Certification,
    Education,
    Employer,
    Line,
    Position,
    Profile,
    ProfileLink,
    Publication,
    Resume,
    Section,
    Skill,
)
from resume.formats.markdown import parse, render


def parts(*names):
    return (Line(tuple(Skill(name=name) for name in names)),)


def printed(section, **profile):
    resume = Resume(
        profile=Profile(language="en", date_style=DateStyle.ENGLISH, **profile), sections=(section,)
    )
    return render(resume)


def listed(title, holds, *items):
    lines = tuple(Line((item,)) for item in items)
    return Section(title=title, holds=holds, children=lines)


def work(*positions):
    lines = tuple(Line((position,)) for position in positions)
    return Section(title="Work", holds="positions", layout="headings", children=lines)


POSITIONS = [
    (Position(employer=Employer(name="Acme Inc."), role="Engineer"), "Acme Inc. Engineer"),
    (Position(employer=Employer(name="St Mary's"), role="Nurse"), "St Mary's — Nurse"),
    (Position(employer=Employer(name="個人事業主"), role="技術顧問"), "個人事業主 — 技術顧問"),
    (
        Position(employer=Employer(name="Acme", url="https://acme.example/"), role="Cook"),
        "[Acme](https://acme.example/) — Cook",
    ),
    (
        Position(employer=Employer(name="Lycée"), role="Lecturer", employment="part_time"),
        "Lycée — Lecturer (part-time)",
    ),
    (
        Position(employer=Employer(name="Lycée"), role="Chef", employment="freelance"),
        "Lycée — Chef (freelance)",
    ),
    (
        Position(employer=Employer(name="例病院"), role="看護師", employment="part_time"),
        "例病院 看護師 (パート・アルバイト)",
    ),
]


@pytest.mark.parametrize(("position", "title"), POSITIONS)
def test_a_heading_names_an_employer_and_a_role_that_are_read_again(position, title):
    dated = Position(
        employer=position.employer,
        role=position.role,
        employment=position.employment,
        start="2014-09",
        end="2018-03",
    )
    text = printed(work(dated))
    assert text == f"# Work\n\n## {title} (Sep 2014 – Mar 2018)\n"
    assert parse(text).resume.sections == (work(dated),)


def test_an_address_in_another_spelling_stays_in_the_heading_alone():
    heading = "[Acme](HTTPS://Acme.example) Engineer (2014/09〜2018/03)"
    (line,) = parse(f"# 職務経歴\n\n## {heading}\n").resume.sections[0].children
    assert (line.items[0].employer, line.written) == (Employer(name="Acme"), heading)


def test_what_an_employer_does_stands_under_the_first_of_its_headings():
    bank = Employer(name="Bank", business="Retail banking")
    first = Position(employer=bank, role="Chef", start="2020", end="current", body="- Led")
    second = Position(employer=bank, role="Commis", start="2018", end="2020")
    text = printed(work(first, second))
    assert text == (
        "# Work\n\n## Bank — Chef (2020 – Present)\n\nBusiness: Retail banking\n\n- Led\n\n"
        "## Bank — Commis (2018 – 2020)\n"
    )
    found = [line.items[0] for line in parse(text).resume.sections[0].children]
    assert [(each.employer.business, each.body) for each in found] == [
        ("Retail banking", "- Led"),
        ("", ""),
    ]


def test_what_an_employer_does_beside_other_words_stays_text():
    text = "# 職務経歴\n\n## 株式会社例 (2020/01〜現在)\n\n事業内容: SaaS\n従業員数: 10名\n"
    (line,) = parse(text).resume.sections[0].children
    assert (line.items[0].employer.business, line.items[0].body) == (
        "",
        "事業内容: SaaS\n従業員数: 10名",
    )


SECTIONS = [
    (
        listed(
            "Skills",
            "skills",
            Skill(name="Data", lines=parts("C/C++", "Redis (cluster)")),
            Skill(name="Ops", claim="Expert", lines=parts("Kubernetes")),
            Skill(name="HTML & CSS", claim="Good"),
        ),
        "- Data — C/C++, Redis (cluster)\n- Ops (Expert) — Kubernetes\n- HTML & CSS (Good)",
    ),
    (
        listed(
            "Skills",
            "skills",
            Skill(name="Field work", claim="Diver", lines=parts("SCUBA", "Boat handling")),
        ),
        "- Field work (Diver)\n  - SCUBA/Boat handling",
    ),
    (
        listed(
            "Education",
            "education",
            Education(institution="Gymnasium Altona", end="1998-06"),
            Education(institution="TU Hamburg", area="Maschinenbau", start="1999", end="2005"),
            Education(institution="TU Hamburg", area="Physik", start="2005", end="2009"),
            Education(institution="FGV", area="LL.M."),
        ),
        (
            "- Gymnasium Altona (Jun 1998)\n- TU Hamburg — Maschinenbau (1999 – 2005)\n"
            "- TU Hamburg — Physik (2005 – 2009)\n- FGV — LL.M."
        ),
    ),
    (
        listed(
            "Certificates",
            "certifications",
            Certification(name="NMC", url="https://nmc.example/", issuer="Council", date="2012-09"),
            Certification(name="Life Support (ILS)", issuer="UK (RC)", date="2023"),
            Certification(name="CUA", issuer="HFI"),
        ),
        (
            "- [NMC](https://nmc.example/) (Council, Sep 2012)\n"
            "- Life Support (ILS) (UK (RC), 2023)\n- CUA (issued by HFI)"
        ),
    ),
    (
        listed(
            "Awards",
            "awards",
            Award(name="Prize, silver", awarder="Guild", date="2019-06-01", note="It won. Twice."),
            Award(name="Finalist", date="2014-10"),
        ),
        "- Prize, silver (Guild, 1 Jun 2019): It won. Twice.\n- Finalist (Oct 2014)",
    ),
    (
        listed(
            "Publications",
            "publications",
            Publication(
                title="A [sic] b", url="https://x.example/a_(b)", venue="C, D", date="2019"
            ),
            Publication(title="Bread: rye (a)", venue="Book (2)", date="2018-05"),
            Publication(title="E", kind="paper", authors="F. G, *H*", doi="10.1/x", date="2020"),
            Publication(title="I", url="https://x.example/(", kind="paper", authors="J, K"),
        ),
        (
            "- [A [sic] b](https://x.example/a_(b)) (C, D, 2019)\n"
            "- Bread: rye (a) (Book (2), May 2018)\n- E — F. G, *H* (2020, doi:10.1/x)\n"
            "- [I](<https://x.example/(>) — J, K"
        ),
    ),
    (
        listed(
            "Links",
            "links",
            ProfileLink(
                label="Website", kind="website", url="https://x.example/me", audience="public"
            ),
            ProfileLink(label="Behance", url="https://www.behance.net/x", audience="public"),
            ProfileLink(label="Twitter", url="https://t.example/", value="x", audience="public"),
            ProfileLink(label="Telegram", value="@x", audience="public"),
        ),
        (
            "- [Website](https://x.example/me)\n- [Behance](https://www.behance.net/x)\n"
            "- [Twitter](https://t.example/): x\n- Telegram: @x"
        ),
    ),
]


@pytest.mark.parametrize(("section", "lines"), SECTIONS)
def test_the_lines_of_a_list_are_read_as_the_same_records_again(section, lines):
    text = printed(section)
    assert text == f"# {section.title}\n\n{lines}\n"
    assert parse(text).resume.sections == (section,)


def test_a_dash_parts_a_school_that_its_name_alone_does_not_tell():
    text = "# 学歴\n\n- 2014/04〜2018/03 例大学 工学部\n- 例経営塾 — 経営コース 修了\n"
    (section,) = parse(text).resume.sections
    assert [line.items[0] for line in section.children] == [
        Education(institution="例大学", area="工学部", start="2014-04", end="2018-03"),
        Education(institution="例経営塾", area="経営コース", outcome="修了"),
    ]
    assert render(parse(text).resume) == text


@pytest.mark.parametrize(
    "line",
    [
        "TypeScript、React — 画面の開発",
        "Go — DeNA時代にバックエンド開発で使用",
        "AWS Academy — 3年の経験があります",
    ],
)
def test_words_after_a_dash_that_name_no_parts_make_none(line):
    (section,) = parse(f"# スキル\n\n- {line}\n").resume.sections
    items = [item for child in section.children for item in child.items]
    assert not any(item.lines for item in items)


@pytest.mark.parametrize(
    ("line", "value"),
    [("メール: me", ""), ("E-mail: x@y.example", ""), ("電話: 03", ""), ("Telegram: @x", "@x")],
)
def test_a_contact_fact_in_a_list_of_links_makes_no_public_record(line, value):
    (section,) = parse(f"# リンク\n\n- {line}\n").resume.sections
    found = [item.value for child in section.children for item in child.items]
    assert found == ([value] if value else [])


SUMMARY = Section(title="Summary", holds="summary", body="I cook.")


@pytest.mark.parametrize(
    ("name", "title", "head"),
    [
        ("Jane Roe", "", "**Jane Roe**"),
        ("Jane Roe", "Chef — and cook", "**Jane Roe** — Chef — and cook"),
        ("田中 健一", "SRE / インフラ", "**田中 健一** — SRE / インフラ"),
    ],
)
def test_the_first_line_says_whose_resume_it_is(name, title, head):
    text = printed(SUMMARY, name=name, title=title)
    assert text == f"{head}\n\n# Summary\n\nI cook.\n"
    resume = parse(text).resume
    assert (resume.profile.name, resume.profile.title) == (name, title)
    assert resume.sections == (SUMMARY,)


def test_a_name_that_the_text_tells_is_not_told_twice():
    text = "# 職務経歴書\n\n氏名：山岸 遥\n"
    resume = parse(text).resume
    assert resume.profile.name == "山岸 遥"
    assert render(resume) == text


@pytest.mark.parametrize("line", ["**職務経歴書**", "**株式会社例**", "**自己PR**", "**2020年**"])
def test_a_first_line_in_bold_that_names_nobody_stays_text(line):
    resume = parse(f"{line}\n\n本文です。\n").resume
    assert resume.profile.name == ""


def test_a_name_that_no_first_line_could_tell_is_left_out():
    assert printed(SUMMARY, name="R2-D2") == "# Summary\n\nI cook.\n"
