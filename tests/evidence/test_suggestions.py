"""Which skills a text names, and what it cites: suggested, accepted or declined, never stored."""

import pytest

from resume import evidence
from resume.evidence import Suggestion, all_suggestions, suggestions
from resume.evidence.sentences import Sentence
from resume.models import Project, Settled, Skill
from resume.store import load_resume, save_resume
from tests.factories import make_fact, make_project, make_publication, make_section, make_skill
from tests.store.career import CAREER, edited, import_text


def named(body, **fields):
    """Return the texts that a project with the body names."""
    make_project(body=body, section=make_section(), **fields)
    return [each.text for each in suggestions()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "body", "is_named"),
    [
        ("Go", "Go で書いた", True),
        ("Go", "Google と Django", False),
        ("Go", "go-cart", True),
        ("C++", "C++ で書いた", True),
        ("C", "C で書いた", False),
        ("Java", "JavaScript", False),
        ("Vue", "vue.js", False),
        ("Vue", "vue。", True),
        ("AWS", "ＡＷＳの運用", True),
        ("Redis", "[Redis](https://example.com/) を使う", True),
        ("Redis", "[外](https://redis.example/Redis)", False),
        ("Redis", "https://example.com/Redis", False),
        ("リア", "リアクトを使う", False),
        ("リア", "リア を使う", True),
        ("データ", "データー", False),
        ("基盤", "推論基盤の開発", True),
    ],
)
def test_a_skill_is_named_by_a_whole_word(name, body, is_named):
    make_skill(name=name)
    assert bool(named(body)) is is_named


@pytest.mark.django_db
def test_an_alias_names_a_skill_and_the_longest_name_wins():
    make_skill(name="Kubernetes", aliases="k8s\nクバネティス", slug="k")
    make_skill(name="Cloud", slug="cloud")
    make_skill(name="Cloud Logging", slug="logging")
    make_project(body="k8s と Cloud Logging", section=make_section(), slug="p")
    assert suggestions() == [
        Suggestion("p", "k8s", ("k",)),
        Suggestion("p", "cloud logging", ("logging",)),
    ]


@pytest.mark.django_db
def test_titles_and_facts_name_skills_too_and_linked_ones_are_not_suggested():
    python, rust, go = (make_skill(name=name) for name in ("Python", "Rust", "Go"))
    project = make_project(title="Rust の基盤", body="Python", section=make_section())
    make_fact(project=project, label="使用技術", value="Go")
    assert [each.targets for each in suggestions()] == [(rust.slug,), (python.slug,), (go.slug,)]
    project.skills.add(python, go)
    assert [each.targets for each in suggestions()] == [(rust.slug,)]


@pytest.mark.django_db
def test_a_declined_suggestion_stays_away():
    make_skill(name="Rust", slug="rust")
    make_project(body="Rust", section=make_section(), slug="p")
    (found,) = suggestions()
    assert found.key == "p rust"
    Settled.objects.create(kind=Settled.Kind.SUGGESTION, key=found.key)
    assert suggestions() == []


@pytest.mark.django_db
@pytest.mark.parametrize("times", [1, 3])
def test_suggestions_take_five_queries_whatever_the_rows(times, django_assert_num_queries):
    for _ in range(times):
        make_skill(name=f"Rust{_}")
        make_fact(project=make_project(body=f"Rust{_}", section=make_section()))
    with django_assert_num_queries(5):
        assert len(suggestions()) == times


@pytest.mark.django_db
def test_suggestions_are_computed_and_not_stored():
    report = import_text(CAREER)
    assert len(report.suggested) == 29
    assert report.linked == ()
    assert Skill.projects.through.objects.count() == 0
    assert Settled.objects.count() == 0
    assert import_text(CAREER).suggested == report.suggested


@pytest.mark.django_db
def test_accepting_evidence_links_what_is_clear_and_reports_what_is_not():
    report = import_text(CAREER, accept_evidence=True)
    assert (len(report.linked), report.suggested) == (29, ())
    assert {each.text for each in report.ambiguous} == {"vpc"}
    assert {each.skills for each in report.ambiguous} == {("vpc", "aws-全般の知識-vpc")}
    assert not Skill.objects.filter(name="VPC", projects__isnull=False).exists()
    project = Project.objects.get(title="ML基盤の開発")
    assert "FastAPI" in project.skills.values_list("name", flat=True)


@pytest.mark.django_db
def test_accepting_leaves_out_what_was_declined():
    slug = "ml基盤の開発"
    Settled.objects.create(kind=Settled.Kind.SUGGESTION, key=f"{slug} fastapi")
    import_text(CAREER, accept_evidence=True)
    names = Project.objects.get(slug=slug).skills.values_list("name", flat=True)
    assert "FastAPI" not in names
    assert "sentry" in names


@pytest.mark.django_db
def test_accepted_evidence_outlives_a_newer_file():
    import_text(CAREER, accept_evidence=True)
    before = set(Project.skills.through.objects.values_list("project__slug", "skill__slug"))
    import_text(edited(("FastAPIを用いた音声AI", "音声AI")))
    assert set(Project.skills.through.objects.values_list("project__slug", "skill__slug")) == before


@pytest.mark.django_db
def test_a_document_says_what_is_linked():
    import_text(CAREER, publish=True, accept_evidence=True)
    document = load_resume()
    assert save_resume(document).is_unchanged
    assert sum(len(getattr(item, "skills", ())) for item in document.items()) == 29
    assert evidence.suggestions() != []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("- 前の文。Ｇｏ で書いた。後の文", ("", "Ｇｏ", " で書いた。")),
        ("Google と Go の話", ("Google と ", "Go", " の話")),
        ("見出し\n\n**Go** と `go-cart`", ("", "Go", " と go-cart")),
        (
            "https://go.example/ と [Go](https://example.com/Go)",
            ("https://go.example/ と ", "Go", ""),
        ),
        ("あ" * 200 + " Go " + "い" * 200, ("…" + "あ" * 79 + " ", "Go", " " + "い" * 79 + "…")),
    ],
)
def test_a_suggestion_holds_its_sentence_as_it_was_written(body, sentence):
    make_skill(name="Go")
    make_project(title="計画", body=body, section=make_section())
    (found,) = suggestions()
    assert found.sentence == Sentence(*sentence)


@pytest.mark.django_db
def test_a_skill_that_two_names_name_is_suggested_once():
    make_skill(name="CloudFormation", aliases="Cfn", slug="cfn")
    make_project(body="Cfn と CloudFormation", section=make_section(), slug="p")
    assert suggestions() == [Suggestion("p", "cfn", ("cfn",))]


@pytest.mark.django_db
def test_the_language_of_a_code_block_is_no_word_of_the_text():
    make_skill(name="Python")
    assert named("```python\nprint()\n```") == []
    assert named("```\npython -m venv\n```") == ["python"]


@pytest.mark.django_db
def test_the_key_of_a_suggestion_fits_its_column_and_stays_its_own():
    long = ["a" * 110, "b" * 110, "c" * 110]
    first, other = (Suggestion("p", "x", (*long, last)) for last in ("d", "e"))
    assert len(first.key) == len(other.key) == Settled._meta.get_field("key").max_length
    assert first.key != other.key


@pytest.mark.django_db
def test_a_cited_publication_is_suggested_until_it_is_linked_or_declined():
    publication = make_publication(url="https://example.com/paper", slug="paper")
    body = "[論文](https://example.com/paper?utm_source=x)"
    project = make_project(body=body, section=make_section(), slug="p")
    ((found,), declined) = all_suggestions()
    assert (found.relation, found.targets, declined) == ("publications", ("paper",), [])
    # The import links what a file cites by itself; here the owner is asked.
    assert suggestions() == []
    project.publications.add(publication)
    assert all_suggestions() == ([], [])
