"""Two editors on one record: nobody's text is overwritten unseen."""

import random

import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client
from django.urls import reverse

from resume.models import Employer, Project, ProjectFact, Section
from tests import factories
from tests.admin.forms import form_values

pytestmark = pytest.mark.django_db

INTERLEAVINGS = 300
# So that several processes can share them.
PARTS = 6
# Who loses what is decided by the forms; that every database stores as they say, one part shows.
ON_EVERY_DATABASE = 0


class Editor:
    """Somebody who has a form open: sees what it showed, and types into it."""

    def __init__(self, user, path):
        self.client = Client()
        self.client.force_login(user)
        self.path = path
        self.values = {}

    def open(self):
        self.read(self.client.get(self.path))

    def read(self, response):
        assert response.status_code == 200
        self.values = form_values(response)

    def save(self):
        """Post the form. Returns True when it was saved, else reads the page that came back."""
        response = self.client.post(self.path, self.values)
        if response.status_code == 302:
            return True
        self.page = response.content.decode()
        self.read(response)
        return False


@pytest.fixture
def editors(admin_user, monkeypatch):
    # A tenth of a page's cost is to keep its templates' contexts, which nobody here asks for.
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_a, **_k: None)
    project = factories.make_project(title="共有", body="本文")
    for order in range(3):
        factories.make_fact(project=project, order=order, label=f"項目{order}", value="値")
    other = get_user_model().objects.create_superuser("other")
    path = reverse("admin:resume_project_change", args=[project.pk])
    return [Editor(admin_user, path), Editor(other, path)]


def stored_texts():
    """Return {place: text} of all that the two editors may change."""
    project = Project.objects.get()
    texts = {"title": project.title, "body": project.body}
    for fact in project.facts.all():
        texts[f"value of {fact.pk}"] = fact.value
    return texts


def test_the_second_save_shows_both_texts_and_saves_nothing(editors):
    first, second = editors
    first.open()
    second.open()
    first.values["title"] = ["最初の題"]
    first.values["body"] = ["最初の\r\n本文"]
    assert first.save()
    second.values["title"] = ["次の題"]
    assert not second.save()
    assert Project.objects.get().title == "最初の題"
    assert second.values["title"] == ["次の題"]
    assert "最初の題" in second.page
    assert "最初の\n本文" in second.page


def test_saving_again_after_reading_wins(editors):
    first, second = editors
    first.open()
    second.open()
    first.values["title"] = ["最初の題"]
    assert first.save()
    second.values["title"] = ["次の題"]
    assert not second.save()
    assert second.save()
    assert Project.objects.get().title == "次の題"


def test_a_third_save_between_is_refused_again(editors):
    first, second = editors
    first.open()
    second.open()
    first.values["title"] = ["一"]
    assert first.save()
    second.values["title"] = ["二"]
    assert not second.save()
    first.open()
    first.values["title"] = ["三"]
    assert first.save()
    assert not second.save()
    assert Project.objects.get().title == "三"


def test_a_row_that_changed_is_not_overwritten(editors):
    first, second = editors
    first.open()
    second.open()
    first.values["facts-1-value"] = ["最初の値"]
    assert first.save()
    second.values["facts-1-value"] = ["次の値"]
    assert not second.save()
    assert "最初の値" in second.page
    assert second.values["facts-1-value"] == ["次の値"]
    assert ProjectFact.objects.get(label="項目1").value == "最初の値"
    assert second.save()
    assert ProjectFact.objects.get(label="項目1").value == "次の値"


def test_different_rows_do_not_disturb_each_other_unseen(editors):
    first, second = editors
    first.open()
    second.open()
    first.values["facts-0-value"] = ["最初の値"]
    assert first.save()
    second.values["facts-2-value"] = ["次の値"]
    # The second form still holds the old text of row 0, which would overwrite the new one.
    assert not second.save()
    assert ProjectFact.objects.get(label="項目0").value == "最初の値"


def test_a_row_that_changed_is_not_deleted_unseen(editors):
    first, second = editors
    first.open()
    second.open()
    first.values["facts-1-value"] = ["最初の値"]
    assert first.save()
    second.values["facts-1-DELETE"] = ["on"]
    assert not second.save()
    assert "最初の値" in second.page
    assert ProjectFact.objects.filter(label="項目1").exists()
    assert second.save()
    assert not ProjectFact.objects.filter(label="項目1").exists()


def test_a_row_that_was_deleted_keeps_what_was_typed(editors):
    first, second = editors
    first.open()
    second.open()
    first.values["facts-1-DELETE"] = ["on"]
    assert first.save()
    second.values["facts-1-value"] = ["次の値"]
    assert not second.save()
    assert ["次の値"] in second.values.values()
    assert not ProjectFact.objects.filter(label="項目1").exists()
    assert second.save()
    assert ProjectFact.objects.get(label="項目1").value == "次の値"


def test_a_row_deleted_by_both_is_gone(editors):
    first, second = editors
    for editor in editors:
        editor.open()
        editor.values["facts-1-DELETE"] = ["on"]
    assert first.save()
    assert second.save()
    assert not ProjectFact.objects.filter(label="項目1").exists()


def test_a_row_that_somebody_added_stays(editors):
    first, second = editors
    first.open()
    second.open()
    first.values |= {
        "facts-TOTAL_FORMS": ["4"],
        "facts-3-order": ["9"],
        "facts-3-label": ["追加"],
        "facts-3-value": ["値"],
    }
    assert first.save()
    second.values["facts-0-value"] = ["次の値"]
    assert second.save()
    assert set(ProjectFact.objects.values_list("label", flat=True)) == {
        "項目0",
        "項目1",
        "項目2",
        "追加",
    }


def test_a_form_without_what_it_showed_is_not_saved(editors):
    first, _second = editors
    first.open()
    del first.values["shown"]
    first.values["title"] = ["題"]
    assert not first.save()
    assert Project.objects.get().title == "共有"


def test_what_was_typed_into_a_deleted_record_is_given_back(editors):
    first, _second = editors
    first.open()
    Project.objects.all().delete()
    first.values["body"] = ["<b>失われない本文</b>"]
    response = first.client.post(first.path, first.values)
    assert response.status_code == 410
    assert "&lt;b&gt;失われない本文&lt;/b&gt;" in response.content.decode()


def test_a_question_older_than_the_record_deletes_nothing(editors):
    first, second = editors
    path = first.path.replace("change", "delete")
    question = form_values(first.client.get(path))
    second.open()
    second.values["facts-0-value"] = ["新しい値"]
    assert second.save()
    assert first.client.post(path, question).status_code == 302
    assert Project.objects.exists()
    assert first.client.post(path, form_values(first.client.get(path))).status_code == 302
    assert not Project.objects.exists()


def test_a_question_about_several_records_is_asked_again(editors):
    first, second = editors
    path = reverse("admin:resume_project_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [Project.objects.get().pk]}
    question = form_values(first.client.post(path, chosen))
    second.open()
    second.values["title"] = ["新しい題"]
    assert second.save()
    again = first.client.post(path, question)
    assert again.status_code == 200
    assert Project.objects.exists()
    assert first.client.post(path, form_values(again)).status_code == 302
    assert not Project.objects.exists()


def test_a_line_number_that_changed_is_not_overwritten(editors):
    first, second = editors
    section = factories.make_section(order=1)
    path = reverse("admin:resume_section_changelist")
    pages = [form_values(editor.client.get(path)) | {"_save": ["1"]} for editor in editors]
    pages[0]["form-0-order"] = ["5"]
    assert first.client.post(path, pages[0]).status_code == 302
    pages[1]["form-0-order"] = ["7"]
    refused = second.client.post(path, pages[1])
    assert refused.status_code == 200
    assert Section.objects.get(pk=section.pk).order == 5
    again = form_values(refused) | {"_save": ["1"]}
    assert again["form-0-order"] == ["7"]
    assert second.client.post(path, again).status_code == 302
    assert Section.objects.get(pk=section.pk).order == 7


def losses(editors, seeds):
    """Return how many texts are lost silently, each seed's interleaving beginning at one page."""
    make_rows()
    editors[0].open()
    first_page = editors[0].values
    found = 0
    for seed in seeds:
        with transaction.atomic():
            found += interleave(editors, first_page, seed)
            transaction.set_rollback(True)
    return found


def interleave(editors, first_page, seed):
    """Let two editors work on one project in a random order; return the number of silent losses.

    An editor knows what a page has shown. A save loses a text silently when it changes a place
    whose text the editor never saw.
    """
    chance = random.Random(seed)
    for editor in editors:
        editor.values = dict(first_page)
    seen = [stored_texts(), stored_texts()]
    lost = 0
    for number in range(3):
        who = chance.randrange(2)
        editor = editors[who]
        if seen[who] is None:
            editor.open()
            seen[who] = stored_texts()
        change(editor, chance, f"{seed}-{number}")
        before = stored_texts()
        saved = editor.save()
        after = stored_texts()
        changed = {place for place in before if before[place] != after.get(place)}
        lost += sum(before[place] != seen[who].get(place) for place in changed)
        # Refused: the page shows the stored texts beside the typed ones.
        seen[who] = None if saved else after
    return lost


def make_rows():
    """Give the project two rows, whatever was done to them before."""
    ProjectFact.objects.all().delete()
    project = Project.objects.get()
    ProjectFact.objects.bulk_create(
        ProjectFact(project=project, order=order, label="項目", value="値") for order in range(2)
    )


def change(editor, chance, text):
    rows = int(editor.values["facts-TOTAL_FORMS"][0])
    kind = chance.choice(["title", "body", "row", "row", "row", "delete", "add"])
    row = f"facts-{chance.randrange(rows)}" if rows else ""
    if kind in ("title", "body"):
        editor.values[kind] = [f"{kind} {text}"]
    elif kind == "row" and rows:
        editor.values[f"{row}-value"] = [f"値 {text}"]
    elif kind == "delete" and rows and editor.values.get(f"{row}-id", [""])[0]:
        editor.values[f"{row}-DELETE"] = ["on"]
    else:
        editor.values["facts-TOTAL_FORMS"] = [str(rows + 1)]
        editor.values |= {
            f"facts-{rows}-order": [str(chance.randrange(10**6))],
            f"facts-{rows}-label": ["追加"],
            f"facts-{rows}-value": [f"値 {text}"],
        }


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(part, marks=[] if part == ON_EVERY_DATABASE else pytest.mark.any_database)
        for part in range(PARTS)
    ],
)
def test_no_interleaving_of_two_editors_loses_a_text(editors, part):
    assert losses(editors, range(part, INTERLEAVINGS, PARTS)) == 0


def test_the_stock_form_does_lose_texts(editors, monkeypatch):
    """The control: what the test above counts is what Django's own forms do."""
    from django.forms import ModelForm
    from django.forms.models import BaseInlineFormSet

    project_admin = admin.site._registry[Project]
    monkeypatch.setattr(type(project_admin), "form", ModelForm)
    monkeypatch.setattr(type(project_admin), "get_fieldsets", stock_fieldsets)
    inline = project_admin.inlines[0]
    monkeypatch.setattr(inline, "form", ModelForm)
    monkeypatch.setattr(inline, "formset", BaseInlineFormSet)
    monkeypatch.setattr(inline, "get_fieldsets", admin.TabularInline.get_fieldsets)
    assert losses(editors, range(10)) > 0


def stock_fieldsets(project_admin, request, obj=None):
    return project_admin.fieldsets


def test_an_employers_form_is_guarded_as_well(editors):
    first, second = editors
    position = factories.make_position()
    path = reverse("admin:resume_employer_change", args=[position.employer_id])
    first.path = second.path = path
    first.open()
    second.open()
    first.values["name"] = ["株式会社一"]
    assert first.save()
    second.values["name"] = ["株式会社二"]
    assert not second.save()
    assert Employer.objects.get(pk=position.employer_id).name == "株式会社一"
