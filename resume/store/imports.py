"""Imports as they are kept: the file, where its lines went, and the way back."""

import hashlib
import json
from collections.abc import Callable, Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from resume.document import codec, schema
from resume.document.source import Source
from resume.models import Audience, Generation, Import

from .load import load_resume
from .report import Report
from .save import SaveError, save_resume


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

    The file's bytes, the ledger, and the document from before are kept in the same transaction;
    nothing is when nothing changed and the file is the last one. Raises SaveError.
    """
    with transaction.atomic():
        Generation.objects.hold()
        last = Import.objects.filter(format=source.format).latest_kept()
        base = codec.from_data(last.document) if last else None
        before = load_resume(Audience.OWNER)
        report = save_resume(
            source.resume,
            base=base,
            publish=publish,
            accept_evidence=accept_evidence,
            accept=accept,
            dry_run=dry_run,
            progress=progress,
        )
        same = last is not None and bytes(last.source) == data
        if not dry_run and not (report.is_unchanged and same):
            _keep(source, data, file_name, before, report)
    return report


def undo_import(row: Import) -> Report:
    """Make the database what it was before the import. Raises SaveError.

    Refused for any but the last import, and when something was changed since.
    """
    with transaction.atomic():
        Generation.objects.hold()
        if row != Import.objects.latest_kept():
            raise SaveError(_("Only the last import can be undone; undo the later ones first."))
        if not is_unedited(row):
            raise SaveError(
                _(
                    "Records were changed since this import, and undoing it would lose that. "
                    "Change back what you need by hand, or by the history of each record."
                )
            )
        report = save_resume(codec.from_data(row.before), exact=True)
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


def _keep(
    source: Source, data: bytes, file_name: str, before: schema.Resume, report: Report
) -> None:
    now = timezone.now()
    name = file_name.replace("\n", " ").replace("\r", " ")[-255:]
    stem = slugify(f"{now:%Y-%m-%d-%H%M%S}-{name.rsplit('.', 1)[0]}", allow_unicode=True)[:90]
    slug, number = stem, 2
    while Import.objects.filter(slug=slug).exists():
        slug, number = f"{stem}-{number}", number + 1
    notes: list[dict[str, Any]] = [
        {"message": note.message, "params": note.params, "place": note.place}
        for note in source.notes
    ]
    Import.objects.create(
        slug=slug,
        created_at=now,
        file_name=name,
        format=source.format,
        source=data,
        ledger=[[s.first, s.last, s.destination.value, s.record] for s in source.ledger],
        notes=notes,
        document=codec.to_data(source.resume),
        before=codec.to_data(before),
        report=report.to_data(),
        after=digest(load_resume(Audience.OWNER)),
    )
