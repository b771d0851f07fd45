"""Imports as they are kept: the file, where its lines went, and the way back."""

import hashlib
import json
from collections.abc import Callable, Collection

import reversion
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from resume.document import codec, schema
from resume.document.source import Source
from resume.document.text import FORBIDDEN_CHARACTERS
from resume.models import Audience, Generation, Import

from .load import load_resume
from .report import Report
from .save import SaveError, save_document, save_resume
from .touched import changed_since, restore, snapshot, touched


def import_source(
    source: Source,
    data: bytes,
    file_name: str,
    *,
    publish: bool = False,
    accept_evidence: bool = False,
    accept: Collection[str] | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Save the document of a file, compared with the last import of its format, and keep both.

    The file's bytes, the ledger, the document from before and the rows that it touched are kept in
    the same transaction; nothing is when nothing changed and the file is the last one.
    Raises SaveError.
    """
    with transaction.atomic():
        Generation.objects.hold()
        last = _last(source.format)
        base = codec.from_data(last.document) if last else None
        before = None if dry_run else (load_resume(Audience.OWNER), snapshot())
        report, document = save_document(
            source.resume,
            base=base,
            recognise=source.recognise,
            publish=publish,
            accept_evidence=accept_evidence,
            accept=accept,
            exact=False,
            dry_run=dry_run,
            progress=progress,
        )
        same = last is not None and bytes(last.source) == data
        if before is not None and not (report.is_unchanged and same):
            row = Import(source=data, file_name=file_name, report=report.to_data())
            row.document, row.before = codec.to_data(document), codec.to_data(before[0])
            row.rows = touched(before[1], snapshot())
            _keep(row, source)
    return report


def _last(format_name: str) -> Import | None:
    """Return the last import of a format that was not undone, if any."""
    imports = Import.objects.filter(format=format_name)
    return imports.defer("ledger", "notes", "before", "rows", "report").latest_kept()


def undo_import(row: Import) -> Report:
    """Make the database what it was before the import. Raises SaveError.

    Refused for any but the last import, and when something was changed since. What a post refers
    to by now stays, and the report says so.
    """
    with transaction.atomic(), reversion.create_revision():
        Generation.objects.hold()
        if row.undone_at is not None or row != Import.objects.latest_kept():
            raise SaveError(_("Only the last import can be undone; undo the later ones first."))
        if not is_unedited(row):
            raise changed_since()
        report = save_resume(codec.from_data(row.before), exact=True, dry_run=True)
        restore(row.rows)
        reversion.set_comment(_("Import undone"))
        row.undone_at = timezone.now()
        row.save(update_fields=["undone_at"])
    return report


def is_unedited(row: Import) -> bool:
    """True while the database says what it said right after the import."""
    return row.after == digest(load_resume(Audience.OWNER))


def digest(resume: schema.Resume) -> str:
    """Return a fingerprint of a whole document (SHA-256, in hexadecimal)."""
    text = json.dumps(codec.to_data(resume), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _keep(row: Import, source: Source) -> None:
    """Fill in what the file itself says, and save the import."""
    row.created_at = timezone.now()
    row.file_name = FORBIDDEN_CHARACTERS.sub("\ufffd", " ".join(row.file_name.splitlines()))[-255:]
    stem = f"{row.created_at:%Y-%m-%d-%H%M%S}-{row.file_name.rpartition('.')[0] or row.file_name}"
    row.slug, number = slugify(stem)[:90].strip("-"), 2
    taken = set(Import.objects.filter(slug__startswith=row.slug).values_list("slug", flat=True))
    stem = row.slug
    while row.slug in taken:
        row.slug, number = f"{stem}-{number}", number + 1
    row.format = source.format
    row.ledger = [[s.first, s.last, s.destination.value, s.record] for s in source.ledger]
    row.notes = [
        {"message": note.message, "params": note.params, "place": note.place}
        for note in source.notes
    ]
    row.after = digest(load_resume(Audience.OWNER))
    row.full_clean()
    row.save()
