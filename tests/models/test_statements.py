"""Queries that are composed once give what composing them each time gives."""

from functools import partial

import pytest
from django.db.models import prefetch_related_objects

from resume.models import (
    Award,
    Certification,
    Education,
    Position,
    Post,
    ProfileLink,
    Project,
    Publication,
    Section,
    Skill,
    statements,
)
from resume.models.base import Audience
from resume.models.statements import PAGE, PART, Statement, remembering
from tests.factories import (
    make_employer,
    make_position,
    make_post,
    make_project,
    make_section,
    make_skill,
)
from tests.views.everything import make_everything

pytestmark = pytest.mark.django_db

NAMED = [
    Award,
    Certification,
    Education,
    Position,
    Post,
    ProfileLink,
    Project,
    Publication,
    Section,
    Skill,
]


def test_a_statement_is_composed_once_and_sent_with_each_value():
    made = []

    def by_slug(slug):
        made.append(slug)
        return Post.objects.published().filter(slug=slug)

    statement = Statement(by_slug)
    a, b = make_post(slug="a"), make_post(slug="b")
    make_post(slug="c", status="draft")
    assert [statement.first(slug) for slug in ("a", "b", "c", "' OR 1=1 --", "\x01")] == [
        a,
        b,
        None,
        None,
        None,
    ]
    assert len(made) == 1


def test_a_statement_reads_the_rows_of_the_moment():
    statement = Statement(Skill.objects.published)
    assert list(statement.rows()) == []
    skill = make_skill()
    assert list(statement.rows()) == [skill]
    skill.delete()
    assert list(statement.rows()) == []


def test_a_statement_wants_all_its_values():
    statement = Statement(lambda slug: Post.objects.filter(slug=slug))
    with pytest.raises(TypeError):
        statement.rows()
    statement.first("a")
    with pytest.raises(TypeError):
        statement.rows("a", "b")


def test_its_rows_come_with_what_they_are_related_to(django_assert_num_queries):
    make_position(employer=make_employer(name="株式会社例"))
    with django_assert_num_queries(2):
        (position,) = Statement(Position.objects.published).rows()
        prefetch_related_objects([position], "employer")
        assert position.employer.name == "株式会社例"


def test_what_select_related_names_comes_with_them(django_assert_num_queries):
    at_work = make_project(position=make_position(employer=make_employer(name="株式会社例")))
    personal = make_project(position=None, section=make_section())
    statement = Statement(lambda *keys: Project.objects.for_lines().filter(pk__in=keys))
    with django_assert_num_queries(1):
        found = {project.pk: project for project in statement.rows(at_work.pk, personal.pk)}
        assert found[at_work.pk].position.employer.public_name == "株式会社例"
        assert found[at_work.pk].position.period == at_work.position.period
        assert found[personal.pk].position is None


def test_a_row_is_marked_visible_exactly_where_its_audience_may_see_it():
    make_everything(2)
    hide_some()
    for model in NAMED:
        rows = {row.pk for row in model.objects.all()}
        for audience in Audience:
            statement = Statement(partial(model.objects.with_visibility, audience))
            marked = {row.pk: bool(row.is_visible) for row in statement.rows()}
            assert set(marked) == rows
            visible = {row.pk for row in model.objects.visible_to(audience)}
            assert {pk for pk in marked if marked[pk]} == visible
            assert visible == rows or audience != Audience.OWNER
            assert 0 < len(visible) < len(rows) or audience != Audience.PUBLIC


def hide_some():
    """Make drafts among the rows, and published rows inside of drafts."""
    stint = make_position()
    make_project(position=make_position(parent=stint, employer=stint.employer))
    whole = make_skill()
    make_skill(parent=make_skill(parent=whole))
    for row in (stint, whole):
        type(row).objects.filter(pk=row.pk).update(status="draft")
    for model in NAMED:
        first = model.objects.first()
        if isinstance(first, ProfileLink):
            model.objects.filter(pk=first.pk).update(audience="owner")
        else:
            model.objects.filter(pk=first.pk).update(status="draft")


@pytest.mark.parametrize(
    ("number", "queries"), [(0, 0), (1, 1), (PAGE, 1), (PAGE + 1, 1), (PART, 1), (PART + 1, 2)]
)
def test_rows_of_any_number_of_keys_come_in_parts(number, queries, django_assert_num_queries):
    statement = Statement(lambda *keys: Skill.objects.filter(pk__in=keys))
    skill = make_skill()
    # The last of them is there, so each part has been asked about.
    keys = [*range(skill.pk + 1, skill.pk + number), skill.pk][:number]
    with django_assert_num_queries(queries):
        assert [row.pk for row in statement.rows_of_keys(keys)] == keys[-1:]


def test_inside_remembering_a_question_is_asked_once_and_its_records_are_new(
    django_assert_num_queries,
):
    statement = Statement(lambda slug: Post.objects.filter(slug=slug))
    make_post(slug="a", title="前")
    with remembering(), django_assert_num_queries(2):
        first = statement.first("a")
        first.title = "書き換え"
        assert statement.first("a").title == "前"
        assert statement.first("b") is None
    Post.objects.update(title="後")
    assert statement.first("a").title == "後"


def test_what_is_remembered_is_bounded(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(statements, "MOST_REMEMBERED", 2)
    statement = Statement(lambda slug: Post.objects.filter(slug=slug))
    with remembering(), django_assert_num_queries(4):
        for slug in ("a", "b", "c", "a"):
            statement.first(slug)


def test_the_links_of_posts_are_those_of_a_prefetch():
    make_everything(2)
    draft = make_project(status="draft")
    posts = list(Post.objects.with_links().order_by("slug"))
    for post in posts:
        post.projects.add(draft)
    for post in Post.objects.with_links().filter(status="published"):
        read = Post.objects.for_detail(post.slug)
        listed = Post.objects.for_list([post.pk])[post.pk]
        for name in ("shown_projects", "shown_skills", "shown_publications"):
            assert getattr(read, name) == getattr(post, name)
        assert (listed.shown_projects, listed.shown_skills) == (
            post.shown_projects,
            post.shown_skills,
        )
        assert post.shown_projects
        assert draft not in post.shown_projects
