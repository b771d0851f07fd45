"""An exported file edited by hand: the edit takes effect, and everything else stays as it was."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from resume.document.schema import (
    Employer,
    Line,
    Position,
    Profile,
    ProfileLink,
    Project,
    Resume,
    Section,
    Skill,
)
from resume.document.source import SourceError
from resume.formats import markdown
from resume.formats.json_resume import parse, render

CAREER = markdown.parse(
    (Path(settings.BASE_DIR) / "fixtures/career.md").read_text(encoding="utf-8")
).resume

ACME = Employer(key="acme", name="Acme", business="Rockets", aliases=("ACME",))
PYTHON = Skill(key="python", name="Python", claim="6 年", lead="主に")
AWS = Skill(
    key="aws",
    name="AWS",
    lines=(
        Line((Skill(key="ecs", name="ECS", claim="2 年"), Skill(key="ec2", name="EC2"))),
        Line((Skill(key="vpc", name="VPC", written="VPC など"),)),
    ),
)
ROCKET = Project(
    key="rocket", title="Rocket", body="飛ばす。\n\n- 設計\n  - 図面\n- 発射", skills=("python",)
)
ROLES = (
    Position(key="lead", employer=ACME, role="Lead", start="2023-01", end="current"),
    Position(key="dev", employer=ACME, role="Developer", start="2020", end="2022-12"),
)
STINT = Position(key="stint", employer=ACME, duration="3 年", roles=ROLES, projects=(ROCKET,))
ALONE = Position(
    key="solo", employer=Employer(key="solo", name="Solo"), role="Founder", start="2018-04"
)
RESUME = Resume(
    profile=Profile(name="山田", name_kana="ヤマダ", title="Engineer"),
    sections=(
        Section(key="sum", title="要約", holds="summary", body="はじめ。"),
        Section(
            key="work",
            title="職歴",
            holds="positions",
            children=(Line((STINT,)), Line((ALONE,))),
        ),
        Section(
            key="skills",
            title="技術",
            holds="skills",
            children=(
                Line((replace(PYTHON, written="主に Python(6 年)/Go"), Skill(key="go", name="Go"))),
                Line((AWS,)),
            ),
        ),
        Section(key="pr", title="自己PR", body="よく働く。"),
    ),
    unlisted=(
        ProfileLink(key="mail", label="メール", kind="email", value="a@example.com"),
        ProfileLink(key="mail-2", label="Mail", kind="email", value="b@example.com"),
    ),
)


def edited(edit, resume=RESUME):
    """The document of the exported file after `edit` changed its data."""
    data = json.loads(render(resume))
    edit(data)
    return parse(json.dumps(data)).resume


def swap(value, old, new):
    """`value` with one part of it, wherever it stands, replaced by another."""
    if value == old:
        return new
    if isinstance(value, tuple):
        found = tuple(swap(each, old, new) for each in value)
        return tuple(each for each in found if each is not None)
    if isinstance(value, Line):
        return Line(swap(value.items, old, new)) if swap(value.items, old, new) else None
    for name in ("sections", "children", "roles", "projects", "items", "lines", "unlisted"):
        if hasattr(value, name) and not callable(getattr(value, name)):
            value = replace(value, **{name: swap(getattr(value, name), old, new)})
    return value


def test_the_file_is_the_document():
    assert edited(lambda data: None) == RESUME
    assert edited(lambda data: None, CAREER) == CAREER


def test_a_role_changed_by_hand_is_the_role_of_that_position_alone():
    def edit(data):
        assert data["work"][1]["position"] == "Developer"
        data["work"][1]["position"] = "Tester"

    assert edited(edit) == swap(RESUME, ROLES[1], replace(ROLES[1], role="Tester"))


def test_an_end_written_by_hand_closes_the_period():
    def edit(data):
        data["work"][0]["endDate"] = "2024-03"

    assert edited(edit) == swap(RESUME, ROLES[0], replace(ROLES[0], end="2024-03"))


def test_a_skill_deleted_by_hand_is_gone_and_its_line_is_composed_anew():
    def edit(data):
        del data["skills"][1]

    without = swap(RESUME, Skill(key="go", name="Go"), None)
    first = replace(PYTHON, written="主に Python(6 年)/Go")
    assert edited(edit) == swap(without, first, PYTHON)


def test_a_level_changed_by_hand_is_the_new_claim():
    def edit(data):
        assert data["skills"][0]["level"] == "6 年"
        data["skills"][0]["level"] = "7 年"

    skills = edited(edit).sections[2].children[0].items
    assert skills == (replace(PYTHON, claim="7 年"), Skill(key="go", name="Go"))


def test_keywords_changed_by_hand_leave_the_other_parts_as_they_are():
    def edit(data):
        assert data["skills"][2]["keywords"] == ["ECS", "EC2", "VPC"]
        data["skills"][2]["keywords"] = ["ECS", "VPC", "WAF"]

    ecs, vpc = AWS.lines[0].items[0], AWS.lines[1].items[0]
    lines = (Line((ecs,)), Line((vpc,)), Line((Skill(name="WAF"),)))
    assert edited(edit) == swap(RESUME, AWS, replace(AWS, lines=lines))


def test_a_highlight_changed_by_hand_leaves_the_others_as_they_are():
    def edit(data):
        assert data["projects"][0]["highlights"] == ["設計\n- 図面", "発射"]
        data["projects"][0]["highlights"][1] = "着陸"

    body = "飛ばす。\n\n- 設計\n  - 図面\n- 着陸"
    assert edited(edit) == swap(RESUME, ROCKET, replace(ROCKET, body=body))


def test_a_project_added_at_the_end_is_new():
    def edit(data):
        data["projects"].append({"name": "Side", "description": "趣味。"})

    section = Section(
        title="プロジェクト",
        holds="projects",
        layout="headings",
        children=(Line((Project(title="Side", body="趣味。"),)),),
    )
    assert edited(edit) == replace(RESUME, sections=(*RESUME.sections, section))


def test_a_project_added_for_an_employer_stands_in_a_position_there():
    def edit(data):
        data["projects"].append({"name": "Site", "entity": "Solo", "type": "web"})

    project = Project(title="Site", extras={"type": "web"})
    assert edited(edit) == swap(RESUME, ALONE, replace(ALONE, projects=(project,)))


def test_a_position_added_on_top_stands_above_the_others():
    def edit(data):
        data["work"].insert(0, {"name": "Next", "position": "CTO", "startDate": "2025"})

    children = edited(edit).sections[1].children
    new = Position(employer=Employer(name="Next"), role="CTO", start="2025")
    assert children == (Line((new,)), Line((STINT,)), Line((ALONE,)))


def test_a_new_role_at_a_known_employer_is_at_that_employer():
    def edit(data):
        data["work"].append({"name": "Acme", "position": "Adviser", "startDate": "2025"})

    new = edited(edit).sections[1].children[2].items[0]
    assert new == Position(employer=ACME, role="Adviser", start="2025")


def test_skills_put_into_another_order_are_in_that_order():
    def edit(data):
        data["skills"].reverse()

    lines = edited(edit).sections[2].children
    names = [[item.name for item in line.items] for line in lines]
    assert names == [["AWS", "Go"], ["Python"]]
    assert [line.written for line in lines] == ["", ""]


def test_an_employer_renamed_in_all_its_entries_is_renamed():
    def edit(data):
        for entry in data["work"][:2]:
            entry["name"] = "Acme Inc"

    acme = replace(ACME, name="Acme Inc")
    roles = tuple(replace(role, employer=acme) for role in ROLES)
    assert edited(edit) == swap(RESUME, STINT, replace(STINT, employer=acme, roles=roles))


def test_an_employer_named_anew_in_one_of_its_stays_is_another_employer():
    other = replace(ALONE, key="again", employer=ACME)
    resume = swap(RESUME, ALONE, other)

    def edit(data):
        assert data["work"][2]["name"] == "Acme"
        data["work"][2]["name"] = "Other"

    found = edited(edit, resume)
    moved = replace(other, key="", employer=Employer(name="Other", business="Rockets"))
    assert found == swap(resume, other, moved)


def test_a_business_changed_by_hand_is_the_employers():
    def edit(data):
        data["work"][0]["description"] = "Balloons"

    acme = replace(ACME, business="Balloons")
    roles = tuple(replace(role, employer=acme) for role in ROLES)
    assert edited(edit) == swap(RESUME, STINT, replace(STINT, employer=acme, roles=roles))


def test_deleting_the_roles_deletes_the_stint_and_keeps_its_projects():
    def edit(data):
        del data["work"][:2]

    found = edited(edit)
    assert found.sections[1].children == (Line((ALONE,)),)
    assert found.sections[-1].children == (Line((ROCKET,)),)


def test_basics_changed_by_hand_take_effect():
    def edit(data):
        data["basics"].update(name="鈴木", summary="おわり。", email="c@example.com")

    summary = replace(RESUME.sections[0], body="おわり。")
    mail = replace(RESUME.unlisted[0], value="c@example.com")
    found = swap(swap(RESUME, RESUME.sections[0], summary), RESUME.unlisted[0], mail)
    assert edited(edit) == replace(found, profile=replace(RESUME.profile, name="鈴木"))


def test_a_mail_address_deleted_by_hand_is_gone():
    def edit(data):
        del data["basics"]["email"]

    assert edited(edit) == replace(RESUME, unlisted=RESUME.unlisted[1:])


def test_an_unknown_key_added_by_hand_is_kept_with_its_record():
    def edit(data):
        data["projects"][0]["stars"] = 5
        data["colour"] = "red"

    found = swap(RESUME, ROCKET, replace(ROCKET, extras={"stars": 5}))
    profile = replace(RESUME.profile, extras={"colour": "red"})
    assert edited(edit) == replace(found, profile=profile)


def test_the_real_file_takes_an_edit_and_stays_itself_otherwise():
    def edit(data):
        data["projects"][3]["name"] = "推薦 API"
        del data["skills"][2]

    found = edited(edit, CAREER)
    before = {item.title: item for item in CAREER.items() if isinstance(item, Project)}
    after = {item.title: item for item in found.items() if isinstance(item, Project)}
    old = "社内用レコメンド APIの立ち上げプロジェクト"
    assert after.pop("推薦 API") == replace(before.pop(old), title="推薦 API")
    assert after == before
    golang = next(item for item in CAREER.items() if getattr(item, "name", "") == "Golang")
    left = [item for item in CAREER.items() if isinstance(item, Skill) and item != golang]
    assert [item for item in found.items() if isinstance(item, Skill)] == left


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 2),
        ("version", None),
        ("sections", {}),
        ("sections", ["x"]),
        ("sections", [{"title": 5}]),
        ("sections", [{"children": [[{"kind_of": "Position", "employer": 99}]]}]),
        ("sections", [{"children": [[{"at": "nowhere", "mark": ""}]]}]),
        ("sections", [{"children": [[{"kind_of": "Line"}]]}]),
        ("sections", [{"children": [[{"kind_of": "Award"}]]}]),
        ("unlisted", [{"kind_of": "Education", "institution": "x", "start": "soon"}]),
        ("unlisted", [{"kind_of": "Education", "institution": "x", "start": "2020", "end": "1"}]),
        ("unlisted", [{"kind_of": "Skill", "name": "x", "lines": [[]]}]),
        ("employers", [{}]),
        ("profile", {"date_style": "?"}),
        ("profile", {"extras": []}),
    ],
)
def test_our_key_changed_into_what_is_no_resume_is_refused(key, value):
    data = json.loads(render(RESUME))
    data["meta"]["keireki"][key] = value
    with pytest.raises(SourceError) as refused:
        parse(json.dumps(data))
    assert refused.value.place.startswith("meta.keireki")


def test_our_key_that_is_no_object_is_refused():
    with pytest.raises(SourceError, match=r"^meta\.keireki: "):
        parse('{"meta": {"keireki": null}}')


@pytest.mark.parametrize(
    "kept", [{}, {"summary": [[]]}, {"summary": "別"}, {"summary": "一\r\n二"}]
)
def test_a_summary_keeps_its_line_ends_and_what_another_tool_called_by_its_name(kept):
    resume = Resume(sections=(Section(title="要約", holds="summary", body="一\n二", extras=kept),))
    assert parse(render(resume)).resume == resume
    data = json.loads(render(resume))
    assert data["basics"]["summary"].splitlines() == ["一", "二"]
    data["basics"]["summary"] = "三"
    (section,) = parse(json.dumps(data)).resume.sections
    rest = {} if kept.get("summary") == "一\r\n二" else kept
    assert (section.body, section.extras) == ("三", rest)
