"""A résumé that is exported as Markdown and read into an empty database is the same records.

What Markdown has no words for stays in the JSON export alone: contact facts, which are private, and
what no field holds.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from resume.formats import markdown, parse
from resume.models import Audience
from resume.store import import_source, load_resume
from tests.store.career import rows

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

DATA = Path(settings.BASE_DIR) / "tests" / "data"
FILES = {
    path.name: path.read_bytes()
    for path in sorted([*DATA.glob("people/*.json"), *DATA.glob("json_resume/*.resume.json")])
}
UNTOLD = ("extras",)


def facts():
    """Return the rows that a Markdown file can tell, without what no field holds."""
    found = []
    for row in rows():
        fields = {name: each for name, each in row["fields"].items() if name not in UNTOLD}
        if fields.get("audience") != "owner":
            found.append((row["model"], fields))
    return sorted(found, key=repr)


def read(data):
    """Read a file into an empty database; return its facts and the Markdown that it gives."""
    with transaction.atomic():
        import_source(parse(data), data, "file", publish=True)
        told = facts(), markdown.render(load_resume(Audience.PUBLIC))
        transaction.set_rollback(True)
    return told


@pytest.mark.parametrize("name", FILES)
def test_a_json_resume_comes_back_from_its_markdown_as_the_same_records(name):
    before, exported = read(FILES[name])
    after, again = read(exported.encode())
    assert after == before
    assert again == exported


def test_a_fact_that_is_lost_on_the_way_is_seen():
    before, exported = read(FILES["nurse_en.json"])
    after, _again = read(exported.replace("Nursing and Midwifery Council, ", "").encode())
    assert [fields["name"] for model, fields in before if (model, fields) not in after] == [
        "NMC Registration"
    ]
