"""The owner's résumé as rows: complete, in order, and nothing that the file does not say."""

import io
import json
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.core.serializers.base import DeserializationError

from resume.formats import markdown
from resume.models import Generation, Post, ProfileLink, Project, Publication, Skill
from resume.store import load_resume

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
CAREER = (FIXTURES / "career.md").read_bytes()

pytestmark = pytest.mark.django_db


@pytest.fixture
def career():
    call_command("loaddata", "fixtures/career.json", verbosity=0)


@pytest.fixture
def demo(career):
    call_command("loaddata", "fixtures/sample_post.json", verbosity=0)


def dump(*labels):
    """Return the rows as `dumpdata` writes them."""
    out = io.StringIO()
    call_command("dumpdata", *labels, natural_foreign=True, natural_primary=True, stdout=out)
    return json.loads(out.getvalue())


def test_the_rows_print_the_file_byte_for_byte(career):
    assert markdown.render(load_resume()).encode() == CAREER


def test_the_fixture_is_the_dump_of_its_rows(career):
    assert dump("resume") == json.loads((FIXTURES / "career.json").read_text(encoding="utf-8"))


def test_loading_twice_leaves_the_same_rows(demo):
    once = dump("resume")
    call_command("loaddata", "fixtures/career.json", "fixtures/sample_post.json", verbosity=0)
    assert dump("resume") == once


def test_a_dump_loads_to_the_same_dump(demo, tmp_path, admin_user):
    before = dump("resume", "auth.user")
    file = tmp_path / "dump.json"
    file.write_text(json.dumps(before), encoding="utf-8")
    call_command("flush", interactive=False, verbosity=0)
    call_command("loaddata", str(file), verbosity=0)
    assert dump("resume", "auth.user") == before


def test_the_generation_is_in_no_dump_and_moves_with_a_load(demo):
    token = Generation.objects.get().token
    assert not [row for row in dump("resume") if row["model"] == "resume.generation"]
    call_command("loaddata", "fixtures/career.json", verbosity=0)
    assert Generation.objects.get().token != token


def test_every_row_satisfies_the_rules_of_its_model(demo):
    for model in apps.get_app_config("resume").get_models():
        for row in model._default_manager.all():
            row.full_clean()


def test_nothing_is_in_the_rows_that_the_file_does_not_say(career):
    text = CAREER.decode()
    choices = {"slug", "style", "layout", "facts_layout", "holds", "kind", "status", "employment"}
    choices |= {"icon"}
    settled = {"context", "audience", "separator", "start", "end", "language", "date_style"}
    said = {
        (row["model"], name, value)
        for row in json.loads((FIXTURES / "career.json").read_text(encoding="utf-8"))
        for name, value in row["fields"].items()
        if isinstance(value, str) and value and name not in choices | settled
    }
    assert len(said) > 100
    assert [each for each in said if each[2] not in text] == []
    dates = {
        row["fields"][name]
        for row in json.loads((FIXTURES / "career.json").read_text(encoding="utf-8"))
        for name in ("start", "end")
        if row["fields"].get(name)
    }
    assert dates == {"2023-06", "current", "2021-04", "2024-05", "2019", "2021"}


def test_fourteen_links_are_nine_records(career):
    urls = re.findall(r"\]\((https?://[^)]+)\)", CAREER.decode())
    publications = set(Publication.objects.exclude(url=None).values_list("url", flat=True))
    links = set(ProfileLink.objects.values_list("url", flat=True))
    assert (len(urls), len(set(urls)), len(publications), len(links)) == (14, 9, 7, 2)
    assert publications | links == set(urls)


def test_a_citation_is_a_relation(career):
    cited = {
        (project.title, url)
        for project in Project.objects.all()
        for url in re.findall(r"\]\((https?://[^)]+)\)", project.body)
    }
    related = {
        (project.title, publication.url)
        for project in Project.objects.all()
        for publication in project.publications.all()
    }
    assert related == cited
    post = Post.objects.count()
    assert (len(cited), post) == (6, 0)


def test_claims_are_as_written(career):
    claims = dict(Skill.objects.filter(parent=None).values_list("name", "claim"))
    assert claims["Python"] == "6 年"
    assert claims["React"] == claims["Vue"] == "1 年"
    assert claims["C#"] == "学習経験あり"
    gcp = Skill.objects.get(name="GCP 全般の知識")
    assert (gcp.claim, gcp.children.count()) == ("3 年", 9)
    assert Skill.objects.filter(name="VPC").count() == 2


def test_a_half_loaded_fixture_leaves_nothing(career, tmp_path):
    before = dump("resume")
    rows = json.loads((FIXTURES / "career.json").read_text(encoding="utf-8"))
    rows[0]["fields"]["business"] = "changed"
    rows[-1]["fields"]["no_such_field"] = "x"
    file = tmp_path / "half.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    with pytest.raises(DeserializationError, match="no_such_field"):
        call_command("loaddata", str(file), verbosity=0)
    assert dump("resume") == before


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        ("resume.publication", "url", "javascript:alert(1)"),
        ("resume.position", "start", "いつか"),
        ("resume.skill", "name", "a\u0000b"),
        ("resume.skill", "name", "a\ud800b"),
    ],
)
def test_a_fixture_with_a_bad_value_is_refused_naming_the_row(tmp_path, model, field, value):
    rows = json.loads((FIXTURES / "career.json").read_text(encoding="utf-8"))
    row = next(each for each in rows if each["model"] == model)
    row["fields"][field] = value
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    with pytest.raises((DeserializationError, CommandError, ValidationError), match=model):
        call_command("loaddata", str(file), verbosity=0)
    assert not Skill.objects.exists()
