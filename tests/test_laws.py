"""The laws of the store: what is saved is loaded, twice is once, and a file comes back whole."""

from contextlib import contextmanager

import pytest
from django.db import transaction
from django.utils.translation import override
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from reversion.models import Revision

from resume.document import codec
from resume.document.schema import Resume
from resume.document.source import Source
from resume.formats import FORMATS, parse
from resume.models import Audience, Generation, Import
from resume.store import SaveError, import_source, load_resume, save_resume, undo_import
from tests.store.career import CAREER, rows
from tests.strategies import resumes, stored_resumes

pytestmark = pytest.mark.django_db

# Formats that are read and written; a web page is written only.
BOTH_WAYS = sorted(
    name
    for name, module in FORMATS.items()
    if hasattr(module, "render") and hasattr(module, "parse")
)
few = settings(
    max_examples=6,  # each saves one or two whole documents
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@contextmanager
def nothing_left():
    """Undo at its end what a body wrote: each example begins in an empty database."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def save(resume, **options):
    """Save a drawn document; one that publishes a name which its alias hides is not drawn at all.

    Hypothesis fails where too many are left out.
    """
    try:
        with override("en"):
            return save_resume(resume, **options)
    except SaveError as refusal:
        if "official name" not in str(refusal):
            raise
        return reject()


@few
@given(resume=stored_resumes())
def test_what_is_saved_into_an_empty_database_is_what_is_loaded(resume):
    with nothing_left():
        save(resume, exact=True)
        assert load_resume(Audience.OWNER) == resume


@few
@given(first=stored_resumes(), second=stored_resumes())
def test_what_is_saved_over_another_document_is_what_is_loaded(first, second):
    with nothing_left():
        save(first, exact=True)
        save(second, exact=True)
        assert load_resume(Audience.OWNER) == second


@few
@given(resume=stored_resumes())
def test_saving_what_was_loaded_changes_nothing(resume):
    with nothing_left():
        save(resume, exact=True)
        before, token, count = rows(keys=True), token_now(), Revision.objects.count()
        for exact in (True, False):
            report = save(load_resume(Audience.OWNER), exact=exact)
            assert set(report.counts()) <= {"unchanged"}
        assert (rows(keys=True), token_now(), Revision.objects.count()) == (before, token, count)


@few
@given(resume=resumes(), publish=st.booleans())
def test_importing_twice_is_importing_once(resume, publish):
    with nothing_left():
        save(resume, publish=publish)
        before, token, count = rows(keys=True), token_now(), Revision.objects.count()
        report = save(resume, base=resume, publish=publish)
        assert set(report.counts()) <= {"unchanged"}
        assert (rows(keys=True), token_now(), Revision.objects.count()) == (before, token, count)


@few
@given(resume=resumes())
def test_a_dry_run_tells_what_the_run_tells(resume):
    with nothing_left():
        dry = save(resume, dry_run=True)
        assert rows() == []
        assert save(resume) == dry


@few
@given(first=stored_resumes(), second=resumes())
def test_undoing_an_import_gives_back_every_row(first, second):
    with nothing_left():
        save(first, exact=True)
        before = rows(keys=True)
        import_document(second)
        undo_import(Import.objects.latest_kept())
        assert rows(keys=True) == before
        assert load_resume(Audience.OWNER) == first


@few
@given(first=resumes(), second=resumes())
def test_a_newer_document_leaves_the_older_one_where_the_newer_says_nothing(first, second):
    with nothing_left():
        import_document(first)
        import_document(second)
        before = rows(keys=True)
        import_document(second)
        assert rows(keys=True) == before


def test_a_document_survives_as_data():
    resume = parse(CAREER.encode()).resume
    assert codec.from_data(codec.to_data(resume)) == resume


def token_now():
    return Generation.objects.values_list("token", flat=True).first()


def import_document(resume):
    """Import a document as if a file had held it."""
    data = repr(resume).encode()
    try:
        with override("en"):
            return import_source(Source(resume=resume, format="markdown"), data, "drawn.md")
    except SaveError as refusal:
        if "official name" not in str(refusal):
            raise
        return reject()


@pytest.mark.parametrize("name", BOTH_WAYS)
def test_an_export_that_is_imported_into_an_empty_database_exports_the_same(name):
    source = FORMATS["markdown"].parse(CAREER)
    save_resume(source.resume, publish=True, accept_evidence=True)
    exported = FORMATS[name].render(load_resume())
    save_resume(Resume(), exact=True)
    assert load_resume(Audience.OWNER).sections == ()
    report = import_source(parse(exported.encode(), name), exported.encode(), "x", publish=True)
    assert report.counts()["added"] > 100
    assert FORMATS[name].render(load_resume()).encode() == exported.encode()
