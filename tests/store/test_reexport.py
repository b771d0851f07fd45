"""The Markdown that the site gives out, read over the same database, changes nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from resume.document.schema import Education, ProfileLink, Publication
from resume.formats import markdown, parse
from resume.models import Audience, Section, Skill
from resume.models import Publication as PublicationRow
from resume.store import import_source, load_resume

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ROOT = Path(settings.BASE_DIR)
RENDERCV = """\
cv:
  name: Kenta Mori
  website: https://kenta.example.com
  email: kenta@example.com
  social_networks:
    - network: GitHub
      username: kentamori-example
  sections:
    experience:
      - company: Salt & Cedar Restaurant Group
        position: General Manager
        start_date: 2021-07
        end_date: present
        highlights:
          - Led a team of 4
    skills:
      - label: Languages
        details: Python, SQL, Go
    publications:
      - title: A small warehouse
        authors: ["*Kenta Mori*", "A. Sato"]
        doi: 10.1000/xyz123
        date: 2022-09
    projects:
      - name: dbt-lint-example
        date: 2023
        summary: A linter for dbt
"""
SHEET = """\
# 職務経歴書

氏名：山岸 遥

## 職務経歴

### 株式会社みなと（2018年4月〜2023年3月）

#### 在庫の引き当て（2020年4月〜2022年3月）

- Go と PostgreSQL での再構築

## スキル

- 言語
  - Go（5年）/Python（3年）

## 資格

- 応用情報技術者（2019年12月）
"""
FILES = {
    **{
        path.name: path.read_bytes()
        for path in sorted((ROOT / "tests/data/json_resume").glob("*.resume.json"))
    },
    "career.md": (ROOT / "fixtures/career.md").read_bytes(),
    "rendercv.yaml": RENDERCV.encode(),
    "sheet.md": SHEET.encode(),
}
UNTOLD = {ProfileLink: {"audience": "owner"}, Education: {"written": ""}}
READERS = {
    "owner": {"audience": Audience.OWNER},
    "own": {"audience": Audience.PUBLIC, "drafts": True},
    "site": {"audience": Audience.PUBLIC},
}


def read(data, **options):
    return import_source(parse(data), data, "file", **options)


def export(**options):
    return markdown.render(load_resume(**options)).encode()


@pytest.mark.parametrize("options", READERS.values(), ids=READERS)
@pytest.mark.parametrize("name", FILES)
def test_an_export_read_over_its_database_changes_nothing(name, options):
    read(FILES[name], publish=True)
    exported = export(**options)
    report = read(exported)
    assert set(report.counts()) == {"unchanged"}
    assert set(read(exported).counts()) == {"unchanged"}


def test_what_the_owner_changed_in_an_export_is_all_that_changes():
    read(FILES["senior-engineer.resume.json"], publish=True)
    exported = export().replace(b"Mentored four engineers", b"Mentored five engineers")
    changes = [each for each in read(exported).changes if each.action != "unchanged"]
    assert [(each.model, each.name) for each in changes] == [
        ("Position", "Dropbox Senior Software Engineer")
    ]
    assert [each.name for each in changes[0].fields] == ["body"]


def test_a_skill_with_parts_gets_the_part_that_an_export_has_anew():
    read(FILES["senior-engineer.resume.json"], publish=True)
    sections = Section.objects.count()
    read(export().replace(b"Kafka/Kubernetes", b"Kafka/Flink/Kubernetes"))
    assert Skill.objects.get(name="Flink").parent.name == "Infrastructure"
    assert Section.objects.count() == sections


def test_an_edit_between_two_readings_of_an_export_is_kept():
    read(FILES["rendercv.yaml"], publish=True)
    exported = export()
    read(exported)
    PublicationRow.objects.update(title="A smaller warehouse")
    report = read(exported.replace(b"team of 4", b"team of 6"))
    made = [(each.action, each.model) for each in report.changes if each.made]
    assert made == [("changed", "Position")]
    assert PublicationRow.objects.get().title == "A smaller warehouse"


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            "# Links\n\n- [Website](https://aiko.example.com/)",
            [ProfileLink(label="Website", kind="website", url="https://aiko.example.com/")],
        ),
        (
            "# Links\n\n- [Mastodon](https://social.example.com/@aiko): aiko",
            [ProfileLink(label="Mastodon", url="https://social.example.com/@aiko", value="aiko")],
        ),
        (
            "# Links\n\n- [How to focus](https://aiko.example.com/focus)",
            [Publication(title="How to focus", url="https://aiko.example.com/focus")],
        ),
        ("# Publications\n\n- A small warehouse", [Publication(title="A small warehouse")]),
        ("# Publications\n\n- Mori, K. (2020). A warehouse. Journal of Stores.", []),
        (
            "# Education\n\n- 2006 – 2011 University of Texas at Austin Physics",
            [
                Education(
                    institution="University of Texas at Austin",
                    area="Physics",
                    start="2006",
                    end="2011",
                )
            ],
        ),
    ],
)
def test_what_the_writer_prints_is_read_as_what_it_was(lines, found):
    items = list(parse(lines.encode()).resume.items())
    assert [replace(each, **UNTOLD.get(type(each), {})) for each in items] == found
