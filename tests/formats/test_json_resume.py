"""JSON Resume in and out: the schema's own rules, tolerated spellings, files that are refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from jsonschema import Draft7Validator

from resume.document.schema import (
    Award,
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
from resume.document.source import SourceError
from resume.formats import FORMATS, json_resume, markdown
from resume.formats import parse as parse_bytes
from resume.formats.json_resume import official, parse, render

SAMPLES = sorted((Path(__file__).parents[1] / "data/json_resume").glob("*.json"))
CAREER = Path(settings.BASE_DIR) / "fixtures/career.md"

# One value for every key of the schema, and the entry that each key is tried in.
TEXTS = ["text", ""]
DATES = ["2014", "2014-03", "2014-03-09"]
URLS = ["https://example.com/a", "http://EXAMPLE.com"]
ENTRIES = {
    "basics": {
        "name": TEXTS,
        "label": TEXTS,
        "image": ["photo.png", ""],
        "email": ["a.b@example.com"],
        "phone": ["(912) 555-4321", ""],
        "url": URLS,
        "summary": TEXTS,
        "location": [{}, {"address": "1 Road\nHouse"}, {"city": "X", "countryCode": "JP"}],
        "profiles": [[], [{"network": "T"}], [{"username": "n"}], [{"url": URLS[0]}]],
    },
    "work": {
        "name": TEXTS,
        "location": TEXTS,
        "description": TEXTS,
        "position": TEXTS,
        "url": URLS,
        "startDate": DATES,
        "endDate": DATES,
        "summary": TEXTS,
        "highlights": [[], ["One", "Two"], [""]],
    },
    "volunteer": {"organization": TEXTS, "startDate": DATES, "highlights": [[], ["One"]]},
    "education": {
        "institution": TEXTS,
        "area": TEXTS,
        "studyType": TEXTS,
        "startDate": DATES,
        "endDate": DATES,
        "score": ["4.0"],
        "courses": [[], ["DB1101"]],
    },
    "awards": {"title": TEXTS, "date": DATES, "awarder": TEXTS, "summary": TEXTS},
    "certificates": {"name": TEXTS, "date": DATES, "url": URLS, "issuer": TEXTS},
    "publications": {
        "name": TEXTS,
        "publisher": TEXTS,
        "releaseDate": DATES,
        "url": URLS,
        "summary": TEXTS,
    },
    "skills": {"name": TEXTS, "level": TEXTS, "keywords": [[], ["A", "B"], ["A", "A"], [""]]},
    "languages": {"language": TEXTS, "fluency": TEXTS},
    "interests": {"name": TEXTS, "keywords": [[], ["A"]]},
    "references": {"name": TEXTS, "reference": TEXTS},
    "projects": {
        "name": TEXTS,
        "description": TEXTS,
        "highlights": [[], ["One"]],
        "keywords": [[], ["A"]],
        "startDate": DATES,
        "endDate": DATES,
        "url": URLS,
        "roles": [[], ["Lead"]],
        "entity": TEXTS,
        "type": TEXTS,
    },
    "meta": {"canonical": URLS, "version": ["v1.0.0"], "lastModified": ["2017-12-24T15:53:00"]},
}
ONE = ("basics", "meta")


def in_place(section, entry):
    """A file with one entry."""
    return {section: entry if section in ONE else [entry]}


VALID = [
    {},
    {"$schema": "any text"},
    *({section: {} if section in ONE else []} for section in ENTRIES),
    *(
        in_place(section, {key: value})
        for section, keys in ENTRIES.items()
        for key, values in keys.items()
        for value in values
    ),
    {
        section: entry if section in ONE else [entry, {}, {**entry, "own": [None, {"x": 1.5}]}]
        for section, keys in ENTRIES.items()
        for entry in [{key: values[0] for key, values in keys.items()}]
    }
    | {"sideProjects": [{"b": 1, "a": None}]},
    *(json.loads(path.read_text(encoding="utf-8")) for path in SAMPLES),
]
INVALID = [
    *((section, {section: None}) for section in ENTRIES),
    *(
        (f"{section}.{key}" if section in ONE else f"{section}[0].{key}", in_place(section, bad))
        for section, keys in ENTRIES.items()
        for key in keys
        if key != "endDate"
        for bad in ({key: None}, {key: 0})
    ),
    *(
        (f"{section}[0].{key}[0]", {section: [{key: [None]}]})
        for section, keys in ENTRIES.items()
        for key, values in keys.items()
        if isinstance(values[0], list) and section not in ONE
    ),
    ("basics.profiles[0].url", {"basics": {"profiles": [{"url": None}]}}),
    ("basics.location.city", {"basics": {"location": {"city": None}}}),
    ("basics.email", {"basics": {"email": "no address"}}),
    ("basics.url", {"basics": {"url": "javascript:alert(1)"}}),
    ("work[0].url", {"work": [{"url": "https://user:secret@example.com/"}]}),
    ("work[0].endDate", {"work": [{"endDate": 0}]}),
    ("work[0].endDate", {"work": [{"endDate": "present"}]}),
    ("work[0].startDate", {"work": [{"startDate": ""}]}),
    ("awards[0].date", {"awards": [{"date": "2013-12-021"}]}),
    ("$schema", {"$schema": {}}),
]


def as_id(value):
    return repr(value)[:50]


@pytest.mark.parametrize("data", VALID, ids=as_id)
def test_every_valid_file_survives_with_every_key_and_value(data):
    assert json.loads(render(parse(json.dumps(data)).resume)) == data


@pytest.mark.parametrize(("place", "data"), INVALID, ids=as_id)
def test_what_the_schema_refuses_is_refused_with_its_path(place, data):
    with pytest.raises(SourceError) as refused:
        parse(json.dumps(data))
    assert refused.value.place == place


def test_the_format_is_found_by_content():
    assert FORMATS["json"] is json_resume
    data = SAMPLES[-1].read_bytes()
    assert parse_bytes(data).resume == parse(data.decode()).resume
    assert parse_bytes(data).format == "json"


def test_a_sample_becomes_records():
    sample = next(path for path in SAMPLES if path.name == "sample.resume.json")
    resume = parse(sample.read_text(encoding="utf-8")).resume
    profile = resume.profile
    assert (profile.name, profile.title) == ("Richard Hendriks", "Programmer")
    assert resume.summary.startswith("Richard hails from Tulsa.")
    work, project = resume.sections[1].children[0].items[0], resume.sections[2].children[0].items[0]
    assert work.employer == Employer(
        name="Pied Piper",
        business="Awesome compression company",
        url="http://piedpiper.example.com/",
    )
    assert (work.role, work.start, work.end) == ("CEO/President", "2013-12-01", "2014-12-01")
    assert work.body.endswith("\n- Successfully won Techcrunch Disrupt\n" + work.body[-79:])
    assert (project.title, project.start) == ("Miss Direction", "2016-08-24")
    web = Skill(
        name="Web Development",
        claim="Master",
        lines=(Line((Skill(name="HTML"), Skill(name="CSS"), Skill(name="Javascript"))),),
    )
    assert resume.sections[3].children[0] == Line((web,))
    assert [
        (link.kind, link.label, link.value, link.audience)
        for link in resume.items()
        if isinstance(link, ProfileLink)
    ] == [
        ("website", "Website", "", "public"),
        ("account", "Twitter", "neutralthoughts", "public"),
        ("account", "SoundCloud", "dandymusicnl", "public"),
        ("email", "E-mail", "richard.hendriks@mail.com", "owner"),
        ("phone", "Phone", "(912) 555-4321", "owner"),
        (
            "address",
            "Location",
            "2712 Broadway St, San Francisco, California, CA 94115, US",
            "owner",
        ),
    ]


def test_a_file_in_japanese_has_japanese_headings():
    resume = parse('{"work": [{"name": "株式会社れい"}]}').resume
    assert (resume.profile.language, resume.sections[0].title) == ("ja", "職務経歴")


def test_the_three_ends_are_told_apart():
    ends = ("2024-03", "current", "")
    lines = tuple(
        Line((Position(employer=Employer(name=f"E{end}"), start="2020", end=end),)) for end in ends
    )
    resume = Resume(sections=(Section(title="Work", holds="positions", children=lines),))
    data = json.loads(render(resume))
    assert [entry.get("endDate") for entry in data["work"]] == ["2024-03", None, None]
    assert parse(json.dumps(data)).resume == resume
    del data["meta"]
    found = parse(json.dumps(data)).resume
    assert [item.end for item in found.items()] == ["2024-03", "", ""]


def test_a_foreign_tool_finds_each_role_project_and_skill():
    acme = Employer(name="Acme", business="Rockets", url="https://acme.example/")
    python = Skill(key="python", name="Python", claim="6 年")
    project = Project(
        title="P", body="A.\n\n- b\n- c", facts=(Fact(label="規模", value="3"),), skills=("python",)
    )
    roles = (
        Position(employer=acme, role="Lead", start="2022", end="current"),
        Position(employer=acme, role="Developer", start="2020", end="2021", body="- x"),
    )
    stint = Position(employer=acme, roles=roles, projects=(project,))
    work = Section(title="職歴", holds="positions", children=(Line((stint,)),))
    skills = Section(title="技術", holds="skills", children=(Line((python,)),))
    about = {"name": "Acme", "description": "Rockets", "url": "https://acme.example/"}
    assert {
        key: value
        for key, value in json.loads(render(Resume(sections=(work, skills)))).items()
        if key != "meta"
    } == {
        "work": [
            {**about, "position": "Lead", "startDate": "2022"},
            {
                **about,
                "position": "Developer",
                "startDate": "2020",
                "endDate": "2021",
                "highlights": ["x"],
            },
        ],
        "skills": [{"name": "Python", "level": "6 年"}],
        "projects": [
            {
                "name": "P",
                "description": "A.",
                "highlights": ["b", "c"],
                "keywords": ["Python"],
                "entity": "Acme",
            }
        ],
    }


def test_the_real_resume_comes_back_whole_and_fits_the_schema():
    resume = markdown.parse(CAREER.read_text(encoding="utf-8")).resume
    text = render(resume)
    assert parse(text).resume == resume
    data = json.loads(text)
    schema = json.loads((Path(official.__file__).parent / "schema.json").read_text())
    assert list(Draft7Validator(schema).iter_errors(data)) == []
    assert data["work"][1] == {
        "name": "ピクシブ株式会社",
        "position": "機械学習エンジニア",
        "startDate": "2021-04",
        "endDate": "2024-05",
    }
    assert len(data["projects"]) == 8
    assert data["projects"][7]["entity"] == "ピクシブ株式会社"


def test_the_text_is_readable_and_always_the_same():
    extras = {"b": 1, "a": 2, "basics": {"z": "ん", "image": "", "y": 0}}
    text = render(Resume(profile=Profile(name="山田", is_language_told=False, extras=extras)))
    assert text.startswith(
        '{\n  "basics": {\n    "name": "山田",\n    "image": "",\n    "y": 0,\n    "z": "ん"\n'
        '  },\n  "a": 2,\n  "b": 1'
    )
    assert text.endswith("}\n")


def test_employers_that_are_told_differently_keep_what_each_entry_says():
    data = {"work": [{"name": "A", "description": "x"}, {"name": "A", "position": "B"}]}
    resume = parse(json.dumps(data)).resume
    assert [item.employer for item in resume.items()] == [Employer(name="A")] * 2
    assert json.loads(render(resume)) == data


def test_a_field_changed_in_the_database_wins_over_the_spelling_that_was_kept():
    data = {"publications": [{"name": "A", "url": "HTTP://example.com"}]}
    resume = parse(json.dumps(data)).resume
    section = resume.sections[0]
    work = section.children[0].items[0]
    assert work == Publication(
        title="A", url="http://example.com/", extras={"url": "HTTP://example.com"}
    )
    moved = Line((replace(work, url="https://example.org/"),))
    changed = replace(resume, sections=(replace(section, children=(moved,)),))
    assert json.loads(render(changed))["publications"][0]["url"] == "https://example.org/"


@pytest.mark.parametrize(
    ("data", "item", "notes"),
    [
        (
            {"work": [{"name": "A", "startDate": "2020", "endDate": ""}]},
            Position(employer=Employer(name="A"), start="2020"),
            ["work[0].endDate: An empty end was read as not known."],
        ),
        (
            {"education": [{"institution": "A", "endDate": None}]},
            Education(institution="A"),
            ["education[0].endDate: An empty end was read as not known."],
        ),
        (
            {"awards": [{"title": "A", "date": "2023-9-28"}]},
            Award(name="A", date="2023-09-28"),
            ["awards[0].date: “2023-9-28” was read as 2023-09-28."],
        ),
        (
            {"work": [{"company": "A"}]},
            Position(employer=Employer(name="A"), extras={"company": "A"}),
            ["work[0].company: “company” is of an older version; it was read as “name”."],
        ),
    ],
    ids=as_id,
)
def test_tolerated_spellings_are_understood_and_reported(data, item, notes):
    source = parse(json.dumps(data))
    assert list(source.resume.items()) == [item]
    assert [str(note) for note in source.notes] == notes
    assert parse(render(source.resume)) == replace(source, notes=())


def test_the_basics_of_older_versions_are_understood():
    data = {"basics": {"picture": "a.png", "website": "https://example.com/"}}
    source = parse(json.dumps(data))
    assert [note.place for note in source.notes] == ["basics.picture", "basics.website"]
    written = json.loads(render(source.resume))["basics"]
    assert (written["image"], written["url"]) == ("a.png", "https://example.com/")


def test_the_bio_of_the_first_versions_is_understood():
    bio = {
        "firstName": "Ada",
        "lastName": "Lovelace",
        "email": {"personal": "ada@example.com"},
        "profiles": {"github": "ada"},
    }
    source = parse(json.dumps({"bio": bio}))
    assert source.resume.profile.name == "Ada Lovelace"
    assert source.resume.unlisted[0].value == "ada@example.com"
    assert source.notes[0].place == "bio"
    assert json.loads(render(source.resume))["basics"]["profiles"] == [
        {"network": "github", "username": "ada"}
    ]


def test_what_has_no_records_is_kept_and_told():
    notes = parse('{"languages": [{"language": "ja"}], "work": [{"position": "A"}]}').notes
    assert [note.place for note in notes] == ["work[0]", "languages"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ('{"meta": {"format": "FRESH@0.6.0"}, "name": "A"}', "This is FRESH, not JSON Resume"),
        ('{"name": "A", "employment": {}}', "This is FRESH, not JSON Resume"),
        ('{"basic": {"name": "A"}, "work": []}', "basic: .*did you mean “basics”"),
        ('{"Work": []}', "Work: .*did you mean “work”"),
        ('{"keywords": [{"keywords": null}]}', "keywords: .*no JSON Resume"),
        ("[]", "begins with “{”"),
        ("", "1: This is no JSON"),
        ('{"work": [\n{]}', "2: This is no JSON"),
        ('{"x": NaN}', "x: “NaN” is no number"),
        ('{"x": [0, -Infinity]}', r"x\[1\]: “-Infinity” is no number"),
        ('{"x": 1e999}', "x: The number 1e999 is too large"),
        ('{"x": ' + "9" * 5000 + "}", "x: The number 9+ is too large"),
        ('{"work": [{"name": "a", "name": "b"}]}', r"work\[0\].name: .*stands here twice"),
        ('{"work": [{"name": "a\\u0000"}]}', r"work\[0\].name: .*U\+0000"),
        ('{"x": "\\ud800"}', r"x: .*U\+D800"),
        ('{"\\ud800": 1}', r".*U\+D800"),
        ('{"work": [' + "{}," * 50_000 + "{}]}", "work: More than 50000 values"),
        ("[" * 128_000, "1: More than 200 levels"),
        ('{"a":' * 100_000, "1: More than 200 levels"),
        ('{"\\"' * 10_000, "1: This is no JSON"),
    ],
    ids=lambda text: text[:30],
)
def test_a_file_that_is_no_json_resume_is_refused_in_words(text, refusal):
    with pytest.raises(SourceError, match=refusal) as refused:
        parse(text)
    assert len(str(refused.value)) < 300


def test_a_language_is_told_by_our_own_key_only():
    standard = '{"basics": {"name": "Hanako"}}'
    profile = parse(standard).resume.profile
    assert (profile.language, profile.is_language_told) == ("en", False)
    assert json.loads(render(parse(standard).resume)) == json.loads(standard)
    for language in ("en", "ja"):
        told = Resume(profile=Profile(name="Hanako", language=language))
        assert parse(render(told)).resume == told


@pytest.mark.parametrize(
    ("position", "role", "employment"),
    [
        ("Lecturer (part-time)", "Lecturer", "part_time"),
        ("看護師（パート）", "看護師", "part_time"),
        ("Software Engineer Intern", "Software Engineer Intern", "internship"),
        ("Engineer (Backend)", "Engineer (Backend)", ""),
        ("Nurse", "Nurse", ""),
    ],
)
def test_a_role_tells_how_somebody_was_employed(position, role, employment):
    text = json.dumps({"work": [{"name": "Acme", "position": position}]})
    resume = parse(text).resume
    (item,) = resume.items()
    assert (item.role, item.employment) == (role, employment)
    assert json.loads(render(resume))["work"] == [{"name": "Acme", "position": position}]


def test_a_level_beside_a_claim_in_an_older_export_is_kept():
    skill = Skill(key="go", name="Go", level="Expert", claim="6 年")
    resume = Resume(sections=(Section(title="Skills", holds="skills", children=(Line((skill,)),)),))
    data = json.loads(render(resume))
    node = data["meta"]["keireki"]["sections"][0]["children"][0][0]
    assert parse(json.dumps(data)).resume == resume
    assert node.pop("level") == "Expert"
    assert parse(json.dumps(data)).resume == resume
