"""What cannot be saved: refused as a whole, in words that name the record, field and reason."""

import json

import pytest
from django.db import connection
from django.utils.translation import override

from resume import formats
from resume.document.schema import (
    Award,
    Certification,
    Education,
    Employer,
    Fact,
    Line,
    Position,
    Profile,
    ProfileLink,
    Project,
    Publication,
    Resume,
    Section,
    Skill,
)
from resume.models import Import
from resume.models import ProfileLink as ProfileLinks
from resume.models import Project as Projects
from resume.models import Publication as Publications
from resume.models import Section as Sections
from resume.store import SaveError, save_resume
from tests.factories import make_employer, make_publication, make_skill
from tests.store.career import CAREER, import_text, rows

pytestmark = pytest.mark.django_db

LONG = "長" * 301
X = Employer(name="株式会社例")


def listed(*items, **fields):
    return Resume(
        sections=(Section(title="章", children=tuple(Line((item,)) for item in items), **fields),)
    )


DEEP = Skill(
    name="a",
    lines=(
        Line(
            (Skill(name="b", lines=(Line((Skill(name="c", lines=(Line((Skill(name="d"),)),)),)),)),)
        ),
    ),
)
# fmt: off
REFUSED = [
    (listed(Project(title=LONG)), "project “長長", "title: Ensure this value has at most 300"),
    (listed(Skill(name="Python", claim=LONG)), "skill “Python”", "claim: Ensure this value has at"),
    (listed(Skill(name="")), "skill “章”", "name: This field cannot be blank."),
    (listed(Skill(name="a\nb")), "skill “a", "name: This is one line of text."),
    (listed(Skill(name="a\x00b")), "skill “a", "name: The character U+0000 cannot be used here."),
    (listed(Skill(name="a\ud800b")), "skill “a", "name: The character U+D800 cannot be used here."),
    (listed(Publication(title="記事", url="javascript:alert(1)")), "publication “記事”", "URL: A URL begins with http://"),
    (listed(Certification(name="資格", url="data:text/html,x")), "certification “資格”", "URL of the certificate: A URL begins"),
    (listed(ProfileLink(label="空")), "account or contact fact “空”", "Give a URL or a value."),
    (listed(Skill(name="Python", key="../../x")), "skill “Python”", "address: Enter a valid “slug”"),
    (listed(Skill(name="Python", key="a" * 121)), "skill “Python”", "address: Ensure this value has at most 120"),
    (listed(Skill(name="a", key="k"), Skill(name="b", key="k")), "skill", "two records of the document have the address “k”"),
    (listed(Skill(name="Python"), Skill(name="Python")), "skill “Python”", "This category has that skill already."),
    (listed(Position(employer=X, role="主任"), Position(employer=X, role="主任")), "position “株式会社例 主任”", "This employer has that role from that date already."),
    (listed(Position(employer=X, role="主任", start="2020", end="2019")), "position “株式会社例 主任”", "end: The period ends before it starts."),
    (listed(Education(institution="大学", start="いつか")), "education “大学”", "start: “いつか” is not a date."),
    (listed(Award(name="賞", date="2020-13")), "award “賞”", "date: “2020-13” is not a date."),
    (listed(Position(employer=X, employment="king")), "position “株式会社例”", "employment: Value 'king' is not a valid choice."),
    (listed(Publication(title="甲", url="https://a.example/"), Publication(title="乙", url="https://A.example")), "publication “乙”", "URL: Another publication has this URL."),
    (listed(ProfileLink(label="甲", url="https://a.example/"), ProfileLink(label="乙", url="https://a.example/")), "account or contact fact “乙”", "URL already exists."),
    (listed(Project(title="計画", facts=(Fact(label="長" * 101),))), "project fact “計画”", "label: Ensure this value has at most 100"),
    (listed(Project(title="計画", body="[" * 60 + "a")), "project “計画”", "text: Line 1 is nested too deeply"),
    (listed(Project(title="計画", body="[a](https://zenn.dev/a/articles/1)\n\n" + "[" * 60)), "project “計画”", "text: Line 3 is nested too deeply"),
    (listed(Project(title="計画", body="[a](https://zenn.dev/a/articles/1)\n\n\x00")), "project “計画”", "text: The character U+0000 cannot be used here."),
    (listed(Project(title="計画", body="x" * 200_000)), "project “計画”", "text: The text has 200000 bytes"),
    (listed(Skill(name="Python", written="別の行")), "skill “Python”", "line as written: The line as written does not hold “Python”."),
    (listed(Skill(name="Python", extras={"x": float("nan")})), "skill “Python”", "cannot be kept"),
    (listed(Skill(name="Python", extras={"x": ["a\x00"]})), "skill “Python”", "The character U+0000 cannot be used here."),
    (listed(Skill(name="Python", extras={"\ud800": 1})), "skill “Python”", "The character U+D800 cannot be used here."),
    (Resume(profile=Profile(language="xx")), "profile “profile”", "language of the content: Value 'xx'"),
    (listed(Position(employer=Employer(name="甲", alias="株式会社 甲"))), "employer “甲”", "public alias: The alias holds the official name."),
    (listed(DEEP), "skill “d”", "part of: Skills have at most two levels of parts."),
]
# fmt: on


@pytest.mark.parametrize(
    ("resume", "record", "reason"), REFUSED, ids=[each[2][:40] for each in REFUSED]
)
@pytest.mark.parametrize("exact", [False, True])
def test_a_document_that_breaks_a_rule_is_refused_whole_in_words(resume, record, reason, exact):
    make_skill(name="前から")
    before = rows()
    with override("en"), pytest.raises(SaveError) as refusal:
        save_resume(
            Resume(sections=(Section(title="先"), *resume.sections), profile=resume.profile),
            exact=exact,
        )
    words = str(refusal.value)
    assert words.startswith(record)
    assert reason in words
    assert not any(word in words for word in ("constraint", "resume_", "UNIQUE", "Traceback"))
    assert rows() == before


def test_an_import_that_is_refused_is_not_kept():
    source = formats.parse(CAREER.encode())
    from dataclasses import replace

    from resume.store import import_source

    bad = replace(source, resume=listed(Project(title=LONG)))
    with pytest.raises(SaveError):
        import_source(bad, CAREER.encode(), "career.md")
    assert not Import.objects.exists()
    assert rows() == []


def test_the_transaction_goes_on_after_a_refusal():
    with pytest.raises(SaveError):
        save_resume(listed(Skill(name="Python"), Skill(name="Python")))
    save_resume(listed(Skill(name="Python")))
    assert [section.title for section in Sections.objects.all()] == ["章"]


def test_what_a_change_breaks_is_refused_whole():
    make_employer(name="株式会社秘密", alias="大手A社")
    import_text(CAREER, publish=True)
    before = rows()
    with override("en"), pytest.raises(SaveError, match="“text” holds an official name"):
        import_text(CAREER.replace("責務がありました", "株式会社秘密で責務がありました"))
    assert rows() == before


def test_an_address_that_is_taken_by_another_record_is_refused():
    make_publication(title="甲", url="https://a.example/", slug="a")
    key = Publication(title="乙", key="b", url="https://a.example/")
    save_resume(listed(key))
    assert Publications.objects.get().title == "甲"
    other = Publication(title="甲", key="a", url="https://b.example/")
    with override("en"), pytest.raises(SaveError, match="Another publication has this URL"):
        save_resume(listed(other, Publication(title="丙", url="https://b.example/")), exact=True)


@pytest.mark.parametrize("level", ["##", "###"])
def test_a_heading_of_300_characters_is_saved_and_one_more_is_refused_in_words(level):
    heading = "長" * 300
    start = f"# 職務経歴\n\n## 株式会社例 開発者 (2020/01〜現在)\n\n{level} "
    import_text(f"{start}{heading[:200]}\n\n- 設計\n")
    with override("en"), pytest.raises(SaveError, match="title: Ensure this value has at most"):
        save_resume(listed(Project(title=heading + "長")))


def test_the_words_of_a_refusal_are_the_readers():
    with override("ja"), pytest.raises(SaveError) as refusal:
        save_resume(listed(Project(title=LONG)))
    assert str(refusal.value).startswith("プロジェクト “長長")


def test_two_that_swap_their_names_are_saved():
    first = [Skill(name="甲", key="a"), Skill(name="乙", key="b")]
    second = [Skill(name="乙", key="a"), Skill(name="甲", key="b")]
    save_resume(listed(*first))
    save_resume(listed(*second), base=listed(*first))
    assert {
        row["fields"]["slug"]: row["fields"]["name"]
        for row in rows()
        if row["model"] == "resume.skill"
    } == {"a": "乙", "b": "甲"}


def test_two_that_swap_their_addresses_are_saved():
    def links(a, b):
        return listed(
            ProfileLink(label="甲", key="a", url=f"https://{a}.example/"),
            ProfileLink(label="乙", key="b", url=f"https://{b}.example/"),
            Publication(title="丙", key="c", url=f"https://{a}.example/"),
            Publication(title="丁", key="d", url=f"https://{b}.example/"),
        )

    save_resume(links("x", "y"), exact=True)
    save_resume(links("y", "x"), exact=True)
    assert dict(ProfileLinks.objects.values_list("slug", "url")) == {
        "a": "https://y.example/",
        "b": "https://x.example/",
    }
    assert dict(Publications.objects.values_list("slug", "url")) == {
        "c": "https://y.example/",
        "d": "https://x.example/",
    }


def test_extras_are_kept_as_they_came():
    extras = {"深": [{"a": None, "b": [True, 1.5, "文"]}], "大": 10**30}
    save_resume(listed(Project(title="計画", extras=extras)))
    assert Projects.objects.get().extras == extras
    assert json.loads(json.dumps(extras)) == extras
    assert connection.vendor in ("sqlite", "postgresql")
