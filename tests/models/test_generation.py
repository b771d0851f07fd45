"""Whatever way public content is changed, the generation moves with it."""

import pytest
import reversion
from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.db import transaction
from django.db.models.signals import post_migrate
from reversion.models import Version

from resume.models import Generation, Import, Post, Project, ProjectFact, Redirect, Settled, Skill
from resume.models.base import ContentQuerySet, is_public_content
from tests.factories import (
    make_fact,
    make_post,
    make_project,
    make_section,
    make_skill,
)

pytestmark = pytest.mark.django_db


def token():
    return Generation.objects.values_list("token", flat=True).get(pk=1)


def save(post):
    post.save()


def save_some_fields(post):
    post.save(update_fields=["body"])


def create(post):
    Post.objects.create(title="別の記事", slug="other")


def get_or_create(post):
    Post.objects.get_or_create(slug="other", defaults={"title": "別の記事"})


def update_or_create(post):
    Post.objects.update_or_create(slug=post.slug, defaults={"title": "別の題"})


def update(post):
    Post.objects.update(title="別の題")


def bulk_update(post):
    Post.objects.bulk_update([post], ["title"])


def bulk_create(post):
    Post.objects.bulk_create([Post(title="別の記事", slug="other")])


def update_through_a_relation(post):
    post.skills.all().update(claim="3年")


def delete(post):
    post.delete()


def delete_many(post):
    Post.objects.filter(pk=post.pk).delete()


def delete_unread(post):
    ProjectFact.objects.all()._raw_delete("default")


def delete_by_cascade(post):
    post.projects.get().delete()


def add(post):
    post.skills.add(Skill.objects.get(posts=None))


def take_away(post):
    post.skills.remove(post.skills.get())


def clear(post):
    post.skills.clear()


def set_from_the_other_side(post):
    post.skills.get().posts.set([])


def load_a_fixture(post):
    for row in serializers.deserialize("json", serializers.serialize("json", [post])):
        row.save()


def change_a_redirect(post):
    Redirect.objects.create(old_path="/a/", target="/b/")


def run_the_command(post):
    call_command("republish", verbosity=0)


CHANGES = [
    save,
    save_some_fields,
    create,
    get_or_create,
    update_or_create,
    update,
    bulk_update,
    bulk_create,
    update_through_a_relation,
    delete,
    delete_many,
    delete_unread,
    delete_by_cascade,
    add,
    take_away,
    clear,
    set_from_the_other_side,
    load_a_fixture,
    change_a_redirect,
    run_the_command,
]


@pytest.fixture
def linked_post():
    """A post with a skill and a project, beside another skill."""
    post = make_post()
    post.skills.add(make_skill())
    project = make_project(position=None, section=make_section())
    make_fact(project=project)
    post.projects.add(project)
    make_skill()
    return post


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_moves_the_generation(change, linked_post, capsys):
    before = token()
    change(linked_post)
    assert token() != before


def test_what_no_page_shows_moves_nothing(django_user_model):
    make_post()
    before = token()
    django_user_model.objects.create_user("somebody")
    Settled.objects.create(kind=Settled.Kind.FINDING, key="a")
    Import.objects.create(slug="a", format="json", source=b"", created_at="2026-01-01T00:00:00Z")
    Post.objects.filter(slug="none").update(title="x")
    list(Post.objects.all())
    assert token() == before


def test_a_revision_that_is_restored_moves_the_generation():
    post = make_post(title="前の題")
    with reversion.create_revision():
        post.save()
    version = Version.objects.get_for_object(post).get()
    before = token()
    version.revision.revert()
    assert token() != before


def test_migrations_that_were_run_move_the_generation_and_none_does_not():
    Generation.objects.move()
    before = token()
    call_command("migrate", verbosity=0)
    assert token() == before
    config = apps.get_app_config("resume")
    post_migrate.send(config, app_config=config, apps=apps, plan=[("a migration", False)])
    assert token() != before


def test_every_public_table_moves_it_for_the_bulk_methods():
    public = [model for model in apps.get_app_config("resume").get_models() if moves(model)]
    managers = {model: model._default_manager.get_queryset() for model in public}
    assert {model for model, rows in managers.items() if not isinstance(rows, ContentQuerySet)} == {
        Redirect  # whose moves end in a save
    }
    assert {Post, Project, ProjectFact, Skill} < set(public)


def moves(model):
    return is_public_content(model) and not model._meta.auto_created


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("change", [save, update, bulk_create, delete, take_away])
def test_the_row_and_the_generation_change_together_or_not_at_all(change, linked_post, monkeypatch):
    class KilledError(Exception):
        pass

    def killed(manager):
        raise KilledError

    linked_post.title = "別の題"
    before = serializers.serialize("json", [*Post.objects.all()])
    monkeypatch.setattr(type(Generation.objects), "move", killed)
    with pytest.raises(KilledError):
        change(linked_post)
    assert serializers.serialize("json", [*Post.objects.all()]) == before


@pytest.mark.django_db(transaction=True)
def test_an_undone_change_leaves_the_generation():
    Generation.objects.move()
    before = token()
    with transaction.atomic():
        make_post()
        assert token() != before
        transaction.set_rollback(True)
    assert token() == before
