"""Every save is a revision that can be restored, and restoring overwrites nothing unseen."""

import pytest
from django.urls import reverse
from reversion.models import Version

from resume.models import Employer, Project, ProjectFact, Skill
from tests import factories
from tests.admin.forms import form_values

pytestmark = pytest.mark.django_db


def path_of(record, page="change", *args):
    name = f"admin:resume_{record._meta.model_name}_{page}"
    return reverse(name, args=[record.pk, *args])


def edit(client, record, **changes):
    values = form_values(client.get(path_of(record)))
    response = client.post(path_of(record), values | changes)
    assert response.status_code == 302, response.context["errors"]


def oldest(record):
    return Version.objects.get_for_object(record).order_by("pk").first()


@pytest.fixture
def project():
    project = factories.make_project(title="最初の題")
    factories.make_fact(project=project, order=1, value="最初の値")
    project.skills.add(factories.make_skill(name="Python"))
    return project


def test_the_state_before_the_first_edit_is_kept(owner, project):
    edit(owner, project, title="次の題")
    titles = [version.field_dict["title"] for version in Version.objects.get_for_object(project)]
    assert titles == ["次の題", "最初の題"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Changed Start. Changed Value for project fact “役割”."),
        (
            "ja",
            "開始 を変更しました。 プロジェクトの項目 “役割” の 内容 を変更しました。",
        ),
    ],
)
def test_the_history_names_what_changed_in_the_editors_language(client, admin_user, language, said):
    project = factories.make_project()
    factories.make_fact(project=project, label="役割", value="担当")
    client.force_login(admin_user)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    edit(client, project, **{"start": "2024-05", "facts-0-value": "リーダー"})
    html = client.get(path_of(project, "history")).content.decode()
    assert said in html


def test_looking_makes_no_revision(owner, project):
    owner.get(path_of(project))
    owner.get(path_of(project, "history"))
    assert not Version.objects.exists()


def test_a_revision_is_restored_with_its_rows_and_relations(owner, project):
    edit(owner, project, **{"title": "次の題", "facts-0-value": "次の値", "skills": []})
    assert not project.skills.exists()
    old = path_of(project, "revision", oldest(project).pk)
    page = owner.get(old)
    assert Project.objects.get().title == "次の題"
    assert owner.post(old, form_values(page)).status_code == 302
    assert Project.objects.get().title == "最初の題"
    assert ProjectFact.objects.get().value == "最初の値"
    assert [skill.name for skill in project.skills.all()] == ["Python"]


def test_restoring_does_not_overwrite_a_newer_save(owner, project):
    edit(owner, project, title="次の題")
    old = path_of(project, "revision", oldest(project).pk)
    page = form_values(owner.get(old))
    edit(owner, project, **{"facts-0-value": "最新の値"})
    response = owner.post(old, page)
    assert response.status_code == 409
    assert "最初の題" in response.content.decode()
    assert Project.objects.get().title == "次の題"
    assert ProjectFact.objects.get().value == "最新の値"


def test_a_deleted_record_is_recovered_even_if_it_was_never_edited(owner, project):
    question = form_values(owner.get(path_of(project, "delete")))
    assert owner.post(path_of(project, "delete"), question).status_code == 302
    version = Version.objects.get_deleted(Project).get()
    path = reverse("admin:resume_project_recover", args=[version.pk])
    assert "最初の題" in owner.get(reverse("admin:resume_project_recoverlist")).content.decode()
    assert owner.post(path, form_values(owner.get(path))).status_code == 302
    assert Project.objects.get().facts.get().value == "最初の値"


def test_a_record_is_recovered_without_what_is_gone(owner, project):
    position = project.position
    question = form_values(owner.get(path_of(project, "delete")))
    owner.post(path_of(project, "delete"), question)
    position.delete()
    version = Version.objects.get_deleted(Project).get()
    path = reverse("admin:resume_project_recover", args=[version.pk])
    assert owner.post(path, form_values(owner.get(path))).status_code == 302
    assert Project.objects.get().position is None


def test_a_state_of_an_older_version_of_the_site_is_refused_kindly(owner, project):
    edit(owner, project, title="次の題")
    version = oldest(project)
    Version.objects.filter(pk=version.pk).update(
        serialized_data=version.serialized_data.replace('"title"', '"former_field"')
    )
    response = owner.get(path_of(project, "revision", version.pk), follow=True)
    assert response.status_code == 200
    assert list(response.context["messages"])
    assert Project.objects.get().title == "次の題"


def test_an_action_makes_a_revision_for_each_record(owner):
    drafts = [factories.make_award(status="draft") for _ in range(2)]
    path = reverse("admin:resume_award_changelist")
    chosen = {"action": "publish", "_selected_action": [draft.pk for draft in drafts]}
    assert owner.post(path, chosen).status_code == 302
    revisions = [Version.objects.get_for_object(draft).first().revision_id for draft in drafts]
    assert len(set(revisions)) == 2


def test_restoring_an_employer_keeps_its_positions_revisions(owner):
    position = factories.make_position(role="最初の役割")
    employer = position.employer
    edit(owner, employer, **{"positions-0-role": "次の役割"})
    old = path_of(employer, "revision", oldest(employer).pk)
    assert owner.post(old, form_values(owner.get(old))).status_code == 302
    assert Employer.objects.get().positions.get().role == "最初の役割"


def test_restoring_a_skill_restores_its_parts(owner):
    skill = factories.make_skill(name="AWS")
    factories.make_skill(name="VPC", parent=skill, claim="1 年")
    edit(owner, skill, **{"children-0-claim": "2 年"})
    old = path_of(skill, "revision", oldest(skill).pk)
    assert owner.post(old, form_values(owner.get(old))).status_code == 302
    assert Skill.objects.get(name="VPC").claim == "1 年"
