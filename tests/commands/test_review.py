"""`manage.py review`: a line a fact, coloured on a terminal, plain in a pipe; nothing changes."""

import io

import pytest
from django.core.management import call_command
from django.utils.translation import override

from resume.models import Settled
from resume.review import findings
from tests.factories import make_award, make_certification, make_project, make_section
from tests.review.found import TODAY
from tests.store.career import rows

from .terminal import CAREER, run, run_on_terminal


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


def review(**options):
    """Return the lines that the command prints, and what it says beside them."""
    out, said = io.StringIO(), io.StringIO()
    call_command("review", stdout=out, stderr=said, **options)
    return out.getvalue().splitlines(), said.getvalue()


@pytest.mark.django_db
def test_a_line_says_the_kind_the_place_and_what_was_found():
    make_award(name="社長賞")
    make_certification(name="TOFFEL", issuer="ETS", date="2020", expires="2099")
    lines, said = review()
    assert lines == [
        "misspelling  certification “TOFFEL”, name: “TOFFEL” is written “TOEFL”.",
        "award-year  award “社長賞”, date: “社長賞” does not say its year.",
    ]
    assert said == "2 facts to look at. 0 settled.\n"


@pytest.mark.django_db
def test_what_was_settled_is_told_only_when_asked_for():
    make_award(name="社長賞")
    [finding] = findings(TODAY)
    Settled.objects.create(kind="finding", key=finding.id)
    assert review() == ([], "0 facts to look at. 1 settled.\n")
    lines, _said = review(settled=True)
    assert lines == ["award-year  award “社長賞”, date: “社長賞” does not say its year."]


@pytest.mark.django_db
def test_more_words_add_how_it_is_settled_and_its_id_and_none_leave_out_the_total():
    make_award(name="社長賞")
    lines, _said = review(verbosity=2)
    assert lines[1:] == ["    Fill in “date”; a year is enough.", "    award-year award/社長賞"]
    assert review(verbosity=0)[1] == ""


@pytest.mark.django_db
def test_what_a_terminal_would_obey_is_made_visible():
    make_project(title="基盤", section=make_section(), start="2020", body="- \u202eデータの")
    [line] = review()[0]
    assert "\u202e" not in line
    assert "\\u202eデータの" in line


@pytest.mark.django_db
def test_the_review_changes_nothing():
    call_command("loaddata", "fixtures/career.json", verbosity=0)
    before = rows()
    assert len(review()[0]) == 85
    assert rows() == before
    assert Settled.objects.count() == 0


def test_it_ends_well_plain_in_a_pipe_and_in_colour_on_a_terminal(database):
    assert run(database, "import_resume", CAREER).returncode == 0
    done = run(database, "review")
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert "“Registory” is written “Registry”." in lines[0]
    assert b"\x1b" not in done.stdout
    assert done.stderr.decode() == f"{len(lines)} facts to look at. 0 settled.\n"
    code, written = run_on_terminal(database, "review")
    assert code == 0
    assert "\x1b[" in written.splitlines()[0]
    code, written = run_on_terminal(database, "review", NO_COLOR="1")
    assert (code, "\x1b" in written) == (0, False)
