"""What the front page of the admin tells: steps, tasks, drafts, changes."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import ADDITION, DELETION, LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.utils import timezone
from django.utils.translation import gettext as _

from resume import overview
from resume.models import Employer, Import, Post, Project, Skill
from tests import factories

pytestmark = pytest.mark.django_db


def staff(*permissions):
    """Return a user of the admin with those rights only, such as "change_project"."""
    user = get_user_model().objects.create_user("helper", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def test_an_empty_installation_begins_with_the_profile(admin_user):
    steps = overview.first_steps(admin_user, "")
    assert [(step.path, step.is_done) for step in steps] == [
        ("/admin/resume/profile/add/", False),
        ("/admin/resume/employer/add/", False),
        ("/admin/resume/project/add/", False),
    ]


def test_a_step_that_was_taken_is_done(admin_user):
    factories.make_profile(title="エンジニア")
    factories.make_employer()
    assert [step.is_done for step in overview.first_steps(admin_user, "")] == [True, True, False]


def test_with_an_employer_and_a_project_there_are_no_first_steps(admin_user):
    factories.make_project()
    assert overview.first_steps(admin_user, "") == []


def test_steps_and_tasks_are_those_that_the_user_may_do():
    user = staff("add_employer", "add_post")
    assert [step.path for step in overview.first_steps(user, "")] == ["/admin/resume/employer/add/"]
    assert [path for _words, path in overview.tasks(user, "")] == ["/admin/resume/post/add/"]


def test_drafts_are_counted_by_kind_and_the_newest_few_named(admin_user):
    for number in range(6):
        factories.make_skill(name=f"技術{number}", status="draft")
    factories.make_skill()
    factories.make_project(status="draft", title="計画")
    found = overview.unpublished(admin_user)
    assert [(drafts.model, drafts.total, drafts.more) for drafts in found] == [
        (Project, 1, 0),
        (Skill, 6, 2),
    ]
    assert [name for _record, name, _path in found[1].rows] == [
        "技術5",
        "技術4",
        "技術3",
        "技術2",
    ]
    assert found[0].list_path == "/admin/resume/project/?status__exact=draft"


def test_a_draft_without_a_name_is_called_by_its_key(admin_user):
    factories.make_section(title="", slug="group", status="draft")
    [drafts] = overview.unpublished(admin_user)
    assert [name for _record, name, _path in drafts.rows] == ["group"]


def test_drafts_that_the_user_may_not_see_are_not_told():
    factories.make_skill(status="draft")
    factories.make_project(status="draft")
    found = overview.unpublished(staff("view_skill"))
    assert [(drafts.model, drafts.may_publish) for drafts in found] == [(Skill, False)]


def test_a_published_post_waits_until_its_time(admin_user):
    factories.make_post()
    later = factories.make_post(publish_at=timezone.now() + timedelta(days=2))
    assert overview.scheduled(admin_user) == [(later, f"/admin/resume/post/{later.pk}/change/")]
    assert overview.scheduled(staff("view_skill")) == []


def log(user, record, flag=ADDITION):
    return LogEntry.objects.log_actions(user.pk, [record], flag, single_object=True)


def test_changes_say_what_who_and_when_with_a_link(admin_user):
    project = factories.make_project(title="基盤")
    log(admin_user, project)
    [change] = overview.last_changes(admin_user, [Project])
    assert (change.name, str(change.words), change.who) == ("基盤", _("added"), "admin")
    assert change.path == f"/admin/resume/project/{project.pk}/change/"


def test_what_was_deleted_has_no_link(admin_user):
    log(admin_user, factories.make_employer(name="旧社"), DELETION)
    [change] = overview.last_changes(admin_user, [Employer])
    assert (change.name, change.path) == ("旧社", "")


def test_changes_of_other_kinds_are_left_out(admin_user):
    log(admin_user, factories.make_employer())
    assert overview.last_changes(admin_user, [Project]) == []


def test_an_import_is_a_change_for_whom_may_see_it(admin_user):
    Import.objects.create(
        slug="first", created_at=timezone.now(), file_name="経歴.md", format="markdown", source=b""
    )
    log(admin_user, factories.make_post(title="記事"))
    assert [change.name for change in overview.last_changes(admin_user, [Post])] == [
        "記事",
        "経歴.md",
    ]
    assert overview.last_changes(staff("view_skill"), [Skill]) == []
