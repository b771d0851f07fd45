"""A newer version of the owner's file: compared with the last import and the edits made since."""

import copy
import json

import pytest

from resume import formats
from resume.formats import FORMATS, markdown
from resume.models import (
    Audience,
    Employer,
    Import,
    Position,
    Post,
    Profile,
    ProfileLink,
    Project,
    Publication,
    Section,
    Skill,
)
from resume.store import import_source, load_resume
from tests.factories import make_post, make_project, make_skill
from tests.store.career import CAREER, edited, import_text, rows, told

pytestmark = pytest.mark.django_db

NO_EMPLOYER = (
    "The file has no employer in common with the last one that was read: it counts as another "
    "résumé, and nothing is removed."
)
NOTHING = (
    "The file has nothing in common with the last one that was read: it counts as another résumé, "
    "and nothing is removed."
)
YOURS = "The site says something else; that stays unless you take the file's."


@pytest.fixture(scope="module", autouse=True)
def imported(rows_of_module):
    with rows_of_module():
        import_text(CAREER, publish=True)


def printed():
    return markdown.render(load_resume(Audience.OWNER))


# The edits that people make to their files


def test_an_open_end_that_is_closed_is_one_change():
    text = edited(("(2023/06〜現在)", "(2023/06〜2025/09)"))
    report = import_text(text)
    name = "株式会社 CoeFont MLOpsエンジニア"
    assert told(report) == [("changed", "Position", name, {"end": ("current", "2025-09")})]
    assert printed() == text


def test_an_end_that_is_corrected_is_one_change():
    text = edited(("(2021/04〜2024/05)", "(2021/04〜2024/03)"))
    report = import_text(text)
    name = "ピクシブ株式会社 機械学習エンジニア"
    assert told(report) == [("changed", "Position", name, {"end": ("2024-05", "2024-03")})]
    assert printed() == text


def test_a_new_employer_on_top_is_added_on_top():
    heading = "## 株式会社 CoeFont MLOpsエンジニア (2023/06〜現在)"
    new = "## 株式会社新天地 部長 (2025/10〜現在)\n\n### 新しい基盤\n\n- 設計\n\n"
    text = edited((heading, new + heading.replace("現在", "2025/09")))
    report = import_text(text)
    assert told(report) == [
        ("added", "Employer", "株式会社新天地", {}),
        ("added", "Position", "株式会社新天地 部長", {}),
        ("added", "Project", "新しい基盤", {}),
        (
            "changed",
            "Position",
            "株式会社 CoeFont MLOpsエンジニア",
            {"end": ("current", "2025-09")},
        ),
    ]
    assert printed() == text
    assert Position.objects.get(role="部長").status == "draft"


def test_a_section_that_is_renamed_keeps_its_row_and_its_address():
    section = Section.objects.get(title="技術スタック")
    text = edited(("# 技術スタック", "# スキル"))
    report = import_text(text)
    assert told(report) == [
        ("changed", "Section", "スキル", {"title": ("技術スタック", "スキル")}),
    ]
    assert printed() == text
    section.refresh_from_db()
    assert (section.title, section.slug) == ("スキル", "技術スタック")


def test_a_project_that_is_rewritten_is_one_change():
    old = "リサーチチームが提供する音声AIモデルの運用・改善に対して責務がありました。"
    new = "音声AIの運用を一から作りました。"
    text = edited((old, new))
    body = Project.objects.get(title="ML基盤の開発").body
    report = import_text(text)
    assert told(report) == [
        ("changed", "Project", "ML基盤の開発", {"body": (body, body.replace(old, new))})
    ]
    assert printed() == text


def test_a_project_that_is_renamed_and_rewritten_is_another_one():
    text = edited(("### ML基盤の開発\n\nリサーチチームが提供する", "### 推論基盤\n\n研究の"))
    report = import_text(text)
    assert told(report) == [
        ("added", "Project", "推論基盤", {}),
        ("removed", "Project", "ML基盤の開発", {}),
    ]
    assert printed() == text


def test_a_new_skill_stands_where_the_file_has_it():
    text = edited(("  - PHP(3 年)", "  - Rust(1 年)\n  - PHP(3 年)"))
    report = import_text(text)
    assert told(report) == [("added", "Skill", "Rust", {})]
    assert printed() == text


def test_a_claim_that_grows_is_one_change():
    text = edited(("Python(6 年)", "Python(7 年)"))
    report = import_text(text)
    assert told(report) == [("changed", "Skill", "Python", {"claim": ("6 年", "7 年")})]
    assert printed() == text


def test_lines_in_another_order_are_told_once():
    text = edited(("  - Python(6 年)\n  - PHP(3 年)", "  - PHP(3 年)\n  - Python(6 年)"))
    report = import_text(text)
    (change,) = [each for each in report.changes if each.action != "unchanged"]
    assert (change.action, change.model, change.name) == ("changed", "Section", "言語")
    assert [each.name for each in change.fields] == ["order"]
    assert change.fields[0].before[:2] == ("Python", "PHP")
    assert change.fields[0].after[:2] == ("PHP", "Python")
    assert not report.is_unchanged
    assert printed() == text
    assert import_text(text).is_unchanged


def test_a_record_in_another_section_moves():
    text = edited(
        ("  - DynamoDB(0.5年)\n", ""),
        ("  - FastAPI/Flask/Django/Echo\n", "  - DynamoDB(0.5年)\n  - FastAPI/Flask/Django/Echo\n"),
    )
    report = import_text(text)
    assert told(report) == [
        ("changed", "Skill", "DynamoDB", {"section": ("ミドルウェア", "Webフレームワーク")})
    ]
    assert printed() == text
    assert import_text(text).is_unchanged


def test_what_the_file_drops_is_removed_with_all_that_stands_in_it():
    start, end = CAREER.index("## ピクシブ株式会社"), CAREER.index("# 技術スタック")
    text = CAREER[:start] + CAREER[end:]
    report = import_text(text)
    assert {each[0] for each in told(report)} == {"removed"}
    assert [each[1:3] for each in told(report) if each[1] != "Project"] == [
        ("Position", "ピクシブ株式会社 機械学習エンジニア"),
        ("Employer", "ピクシブ株式会社"),
    ]
    assert printed() == text
    assert not Employer.objects.filter(name="ピクシブ株式会社").exists()


# What the owner did since


def test_what_only_the_owner_changed_stays_without_a_word():
    project = Project.objects.get(title="ML基盤の開発")
    project.body = "私の文"
    project.save()
    Skill.objects.filter(name="Python").update(claim="10 年")
    before = rows()
    report = import_text(edited(("(2021/04〜2024/05)", "(2021/04〜2024/03)")))
    assert [each[:3] for each in told(report)] == [
        ("changed", "Position", "ピクシブ株式会社 機械学習エンジニア")
    ]
    after = rows()
    assert len([row for row in after if row not in before]) == 1


def test_what_both_changed_is_a_conflict_that_the_owner_wins():
    project = Project.objects.get(title="ML基盤の開発")
    project.body = "私の文"
    project.save()
    text = edited(("責務がありました", "責務があります"))
    report = import_text(text)
    (change,) = [each for each in report.changes if each.action != "unchanged"]
    assert (change.action, change.name, change.words) == ("conflict", "ML基盤の開発", YOURS)
    assert change.fields[0].before == "私の文"
    assert "責務があります" in change.fields[0].after
    project.refresh_from_db()
    assert project.body == "私の文"
    assert report.is_unchanged


def test_a_conflict_is_settled_by_the_import_that_told_it():
    Skill.objects.filter(name="Python").update(claim="10 年")
    text = edited(("Python(6 年)", "Python(7 年)"))
    assert import_text(text).counts()["conflict"] == 1
    assert import_text(text).counts() == {"unchanged": 120}


def test_one_record_may_have_a_change_and_a_conflict():
    Position.objects.filter(role="機械学習エンジニア").update(end="2024-06")
    text = edited(
        (
            "ピクシブ株式会社 機械学習エンジニア (2021/04〜2024/05)",
            "ピクシブ株式会社 主任 (2021/04〜2024/03)",
        )
    )
    report = import_text(text)
    assert told(report) == [
        (
            "changed",
            "Position",
            "ピクシブ株式会社 主任",
            {"role": ("機械学習エンジニア", "主任")},
        ),
        ("conflict", "Position", "ピクシブ株式会社 主任", {"end": ("2024-06", "2024-03")}),
    ]


def test_both_to_the_same_is_no_change():
    Skill.objects.filter(name="Python").update(claim="7 年")
    report = import_text(edited(("Python(6 年)", "Python(7 年)")))
    assert told(report) == []


def test_what_the_owner_deleted_stays_deleted_and_is_said():
    Skill.objects.get(name="PHP").delete()
    report = import_text(edited(("Python(6 年)", "Python(7 年)")))
    assert told(report) == [
        ("changed", "Skill", "Python", {"claim": ("6 年", "7 年")}),
        ("kept", "Skill", "PHP", {}),
    ]
    (kept,) = [each for each in report.changes if each.action == "kept"]
    assert kept.words == "You deleted it or did not take it; it stays out."
    assert not Skill.objects.filter(name="PHP").exists()


def test_what_the_file_drops_and_the_owner_changed_is_a_conflict_and_stays():
    Skill.objects.filter(name="PHP").update(level="上級")
    report = import_text(edited(("  - PHP(3 年)\n", "")))
    assert told(report) == [("conflict", "Skill", "PHP", {})]
    assert Skill.objects.filter(name="PHP").exists()


def test_what_the_owner_added_is_never_removed():
    section = Section.objects.get(title="言語")
    make_skill(name="Elixir", section=section, order=9)
    employer = Employer.objects.get(name="ピクシブ株式会社")
    make_project(title="私の計画", position=employer.positions.get(), order=9)
    start, end = CAREER.index("## ピクシブ株式会社"), CAREER.index("# 技術スタック")
    report = import_text(CAREER[:start] + CAREER[end:])
    assert Skill.objects.filter(name="Elixir").exists()
    assert Project.objects.filter(title="私の計画").exists()
    assert [each[:3] for each in told(report) if each[0] == "kept"] == [
        ("kept", "Position", "ピクシブ株式会社 機械学習エンジニア"),
        ("kept", "Employer", "ピクシブ株式会社"),
    ]
    (words,) = {each.words for each in report.changes if each.model == "Position" and each.words}
    assert words == "The file no longer has it; it stays, because “私の計画” needs it."


def test_what_a_post_refers_to_stays_and_is_said():
    post = make_post()
    post.skills.add(Skill.objects.get(name="PHP"))
    report = import_text(edited(("  - PHP(3 年)\n", "")))
    assert told(report) == [("kept", "Skill", "PHP", {})]
    (kept,) = [each for each in report.changes if each.action == "kept"]
    assert kept.words == "The file no longer has it; it stays, because a post refers to it."
    assert Post.objects.get().skills.get().name == "PHP"


def test_a_record_is_known_after_the_owner_renamed_it():
    Project.objects.filter(title="ML基盤の開発").update(title="推論の基盤")
    Employer.objects.filter(name="ピクシブ株式会社").update(name="PIXIV Inc.")
    report = import_text(
        edited(("責務がありました", "責務があります"), ("(2021/04〜2024/05)", "(2021/04〜2024/03)"))
    )
    assert [(each[0], each[1], list(each[3])) for each in told(report)] == [
        ("changed", "Project", ["body"]),
        ("changed", "Position", ["end"]),
    ]
    assert Project.objects.get(title="推論の基盤")
    assert Employer.objects.get(name="PIXIV Inc.").positions.get().end == "2024-03"


def test_the_owners_order_stays_and_what_is_new_is_fitted_in():
    Skill.objects.filter(name="Python").update(order=90)
    text = edited(("  - PHP(3 年)\n", "  - PHP(3 年)\n  - Rust(1 年)\n"))
    report = import_text(text)
    assert told(report) == [("added", "Skill", "Rust", {})]
    section = Section.objects.get(title="言語")
    names = list(section.skills.order_by("order", "place").values_list("name", flat=True))
    assert names[:3] == ["PHP", "Rust", "Golang"]
    assert names[-1] == "Python"


def test_two_orders_are_a_conflict_that_the_owner_wins():
    Skill.objects.filter(name="Python").update(order=90)
    text = edited(("  - PHP(3 年)\n  - Golang(0.5年)", "  - Golang(0.5年)\n  - PHP(3 年)"))
    before = rows()
    report = import_text(text)
    assert [(each[0], each[2], list(each[3])) for each in told(report)] == [
        ("conflict", "言語", ["order"])
    ]
    assert rows() == before


def test_what_the_owner_moved_stays_where_it_is():
    award = Skill.objects.get(name="helm")
    award.section = Section.objects.get(title="言語")
    award.order, award.place = 50, 0
    award.save()
    import_text(edited(("helm/kustomize/argoCD/k9s", "helm/kustomize/k9s")))
    award.refresh_from_db()
    assert (award.section.title, award.order) == ("言語", 50)
    assert not Skill.objects.filter(name="argoCD").exists()


@pytest.mark.parametrize(
    ("line", "new"),
    [("Python 3 (6 年)", "Python 3 (7 年)"), ("Python (6 年、うち業務 6 年)", "")],
)
def test_a_line_as_written_follows_the_file_or_is_dropped(line, new):
    Skill.objects.filter(name="Python").update(written=line)
    report = import_text(edited(("Python(6 年)", "Python(7 年)")))
    changes = {"claim": ("6 年", "7 年"), "written": (line, new)}
    assert told(report) == [("changed", "Skill", "Python", changes)]


def test_a_newer_file_keeps_its_notation_over_an_edit_that_only_the_line_followed():
    heading = "## ピクシブ株式会社 機械学習エンジニア (2021/04〜2024/05)"
    import_text(edited((heading, "## **ピクシブ株式会社** 機械学習エンジニア【2021/04〜2024/05】")))
    position = Position.objects.get(employer__name="ピクシブ株式会社")
    position.stored = copy.copy(position)
    position.end = "2024-03"
    position.full_clean()
    position.save()
    assert position.written == "**ピクシブ株式会社** 機械学習エンジニア【2021/04〜2024/03】"
    report = import_text(
        edited((heading, "## **ピクシブ株式会社** 主任機械学習エンジニア【2021/04〜2024/05】"))
    )
    assert [change.action for change in report.changes if change.action != "unchanged"] == [
        "changed"
    ]
    position.refresh_from_db()
    assert position.written == "**ピクシブ株式会社** 主任機械学習エンジニア【2021/04〜2024/03】"
    assert position.end == "2024-03"


# Another résumé


ANOTHER = "# 職務経歴書\n\n## 職務経歴\n\n### 株式会社新天地 部長 (2025/10〜現在)\n\n- 設計\n"


def test_another_resume_removes_nothing_and_the_report_says_so():
    before = Position.objects.count()
    report = import_text(ANOTHER)
    assert report.notes == (NO_EMPLOYER,)
    assert {change.action for change in report.changes if change.made} == {"added"}
    assert Position.objects.count() == before + 1


def test_a_file_that_no_record_is_read_from_removes_nothing_and_the_report_says_so():
    positions, skills = Position.objects.count(), Skill.objects.count()
    report = import_text("次の仕事を探しています。\n")
    assert report.notes == (NOTHING,)
    assert {change.action for change in report.changes if change.made} == {"added"}
    assert (Position.objects.count(), Skill.objects.count()) == (positions, skills)


def test_a_skill_in_common_makes_no_newer_version_and_the_note_claims_nothing_else():
    before = Position.objects.count()
    report = import_text(ANOTHER + "\n## 技術スタック\n\n- 言語\n  - Python(6 年)\n")
    assert [each.name for each in report.changes if each.model == "Skill"] == ["Python"]
    assert {change.action for change in report.changes if change.made} == {"added"}
    assert report.notes == (NO_EMPLOYER,)
    assert Position.objects.count() == before + 1


def test_a_file_without_employers_is_another_resume_when_it_shares_no_record():
    report = import_text("# 技術スタック\n\n- 言語\n  - COBOL(6 年)\n")
    assert report.notes == (NOTHING,)
    assert {change.action for change in report.changes if change.made} == {"added"}


def test_one_employer_in_common_makes_it_a_newer_version():
    text = ANOTHER + "\n### 株式会社 CoeFont MLOpsエンジニア (2023/06〜現在)\n\n- 設計\n"
    report = import_text(text)
    assert report.notes == ()
    assert "removed" in {change.action for change in report.changes}


# What no export has


JSON = {
    "basics": {
        "name": "丹 愛子",
        "email": "aiko@example.com",
        "phone": "090-0000-0000",
        "location": {"city": "大阪"},
        "profiles": [{"network": "GitHub", "url": "https://github.com/aiko-example"}],
    },
    "work": [{"name": "うみ研究所", "position": "開発", "startDate": "2018-04"}],
    "references": [{"name": "坊", "reference": "頼れる同僚です"}],
    "x-tool": {"theme": "even"},
}


def import_json(text):
    data = text.encode()
    return import_source(formats.parse(data, "json"), data, "resume.json")


def test_an_export_that_is_read_again_takes_no_private_fact_away():
    import_json(json.dumps(JSON))
    links, extras = set(ProfileLink.objects.values_list("label")), Profile.objects.get().extras
    assert {"references", "x-tool"} <= extras.keys()
    exported = FORMATS["json"].render(load_resume(Audience.PUBLIC, drafts=True))
    assert "aiko@example.com" not in exported
    assert "坊" not in exported
    report = import_json(exported)
    words = "It is not public, so no export has it: it stays. Delete it in the admin."
    assert {
        (each.action, each.words) for each in report.changes if each.model == "ProfileLink"
    } == {
        ("kept", words),
        ("unchanged", ""),
    }
    assert report.is_unchanged
    assert set(ProfileLink.objects.values_list("label")) == links
    assert Profile.objects.get().extras == extras


def test_a_contact_fact_that_the_file_replaces_is_removed():
    import_json(json.dumps(JSON))
    changed = {**JSON, "basics": {**JSON["basics"], "phone": "080-1111-1111"}}
    report = import_json(json.dumps(changed))
    assert [each[1] for each in told(report) if each[0] == "kept"] == []
    assert ProfileLink.objects.get(kind="phone").value == "080-1111-1111"


def test_a_contact_fact_that_is_public_is_removed_with_its_line():
    import_json(json.dumps(JSON))
    ProfileLink.objects.update(audience=Audience.PUBLIC)
    basics = {name: value for name, value in JSON["basics"].items() if name != "phone"}
    report = import_json(json.dumps({**JSON, "basics": basics}))
    assert [each[:2] for each in told(report)] == [("removed", "ProfileLink")]


# Links


def test_a_link_that_a_text_gains_makes_a_publication_and_a_relation():
    text = edited(
        (
            "- 基盤のインフラ開発\n",
            "- [新しい記事](https://zenn.dev/a/articles/1)\n- 基盤のインフラ開発\n",
        )
    )
    report = import_text(text)
    assert [each[:3] for each in told(report)] == [
        ("changed", "Project", "ML基盤の開発"),
        ("added", "Publication", "新しい記事"),
    ]
    (project,) = [each for each in told(report) if each[1] == "Project"]
    assert project[3]["publications"] == (("プレスリリース",), ("プレスリリース", "新しい記事"))
    article = Publication.objects.get(title="新しい記事")
    assert (article.projects.get().title, article.status) == ("ML基盤の開発", "draft")


def test_a_link_that_a_text_loses_is_no_relation_any_more():
    line = "[プレスリリース](https://prtimes.jp/main/html/rd/p/000000080.000078329.html)"
    report = import_text(edited((line, "")))
    assert [each[:3] for each in told(report)] == [
        ("changed", "Project", "ML基盤の開発"),
        ("removed", "Publication", "プレスリリース"),
    ]
    assert Project.objects.get(title="ML基盤の開発").publications.count() == 0


def test_a_link_that_the_owner_took_away_stays_away():
    project = Project.objects.get(title="社内用レコメンド APIの立ち上げプロジェクト")
    project.publications.clear()
    report = import_text(edited(("Python(6 年)", "Python(7 年)")))
    assert told(report) == [("changed", "Skill", "Python", {"claim": ("6 年", "7 年")})]
    assert project.publications.count() == 0


def test_the_owners_text_keeps_the_links_of_the_file_out():
    Project.objects.filter(title="ML基盤の開発").update(body="私の文")
    text = edited(
        (
            "- 基盤のインフラ開発\n",
            "- [新しい記事](https://zenn.dev/a/articles/1)\n- 基盤のインフラ開発\n",
        )
    )
    report = import_text(text)
    assert [(each[0], each[1], sorted(each[3])) for each in told(report)] == [
        ("conflict", "Project", ["body", "publications"]),
        ("added", "Publication", []),
    ]
    project = Project.objects.get(title="ML基盤の開発")
    assert [each.title for each in project.publications.all()] == ["プレスリリース"]


# Several imports


def test_the_last_import_is_what_the_next_is_compared_with():
    second = edited(("Python(6 年)", "Python(7 年)"))
    import_text(second)
    assert Import.objects.count() == 2
    report = import_text(CAREER)
    assert told(report) == [("changed", "Skill", "Python", {"claim": ("7 年", "6 年")})]
    assert printed() == CAREER


def test_a_file_that_reads_the_same_is_kept_and_changes_nothing():
    before = rows()
    report = import_text(CAREER + "\n\n")
    assert report.is_unchanged
    assert rows() == before
    assert Import.objects.count() == 2
