"""What an uploaded file would change, and the run that makes it so."""

import hashlib
import json
from dataclasses import asdict, dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resume import formats
from resume.document.source import Note, Source
from resume.models import Generation, Import
from resume.store import Report, import_source
from resume.store.report import NOTHING_FOUND

from . import fixtures, rows
from .changes import token
from .ledger import Ledger, read_ledger

FORMAT_NAMES = {
    "markdown": "Markdown",
    "json": "JSON Resume",
    "rendercv": "RenderCV (YAML)",
    "fixture": gettext_lazy("Django fixture"),
}


# What files of data are called, which begin otherwise than Markdown does.
OF_DATA = (".json", ".yaml", ".yml")


class OutdatedError(Exception):
    """What was accepted is not what the file would change now."""


@dataclass(frozen=True)
class Proposal:
    """A file that was read and compared with the database; nothing of it is written.

    `source` is None for a fixture, which is taken as a whole.
    """

    format: str
    text: str
    notes: tuple[Note, ...]
    report: Report
    source: Source | None = None
    file_name: str = ""

    @property
    def format_name(self):
        return FORMAT_NAMES.get(self.format, self.format)

    @property
    def remarks(self):
        """What the comparison has to say of the file as a whole, in the reader's language."""
        found = list(self.report.notes)
        if self.format == "markdown" and self.file_name.lower().endswith(OF_DATA):
            found.append(
                _(
                    "The content is read as Markdown, though the name is that of a file of data. A "
                    "JSON Resume begins with “{”, and a file of RenderCV has a line “cv:”."
                )
            )
        elif self.format == "markdown" and self.report.is_text_alone:
            found.append(_(NOTHING_FOUND))
        return found

    @property
    def digest(self):
        """A fingerprint of every change: the acceptance is of these and of no others."""
        data = [asdict(change) for change in self.report.changes]
        text = json.dumps(data, sort_keys=True, cls=DjangoJSONEncoder)
        return hashlib.sha256(text.encode()).hexdigest()[:32]

    @property
    def ledger(self):
        return read_ledger(self.text, self.source.ledger) if self.source else Ledger()


def propose(data, file_name):
    """Return what the file would change. Raises SourceError or SaveError; writes nothing."""
    text, notes = formats.decode(data)
    if fixtures.is_fixture(text):
        found = fixtures.read(text)
        report = rows.load(found, dry_run=True)
        return Proposal("fixture", text, (*notes, *fixtures.notes(found)), report)
    source = formats.parse(data)
    report = import_source(source, data, file_name, dry_run=True)
    return Proposal(source.format, text, source.notes, report, source, file_name)


def accept(data, file_name, *, seen, chosen, publish, accept_evidence):
    """Make the chosen changes of a proposal whose digest was `seen`; return (report, import).

    The comparison is made anew under the lock of every writer. Raises OutdatedError when it gives
    anything else than what was seen; SourceError or SaveError as `propose` does. The import is None
    for a fixture.
    """
    with transaction.atomic():
        Generation.objects.hold()
        proposal = propose(data, file_name)
        if proposal.digest != seen:
            raise OutdatedError
        if proposal.source is None:
            return rows.load(fixtures.read(proposal.text)), None
        report = import_source(
            proposal.source,
            data,
            file_name,
            publish=publish,
            accept_evidence=accept_evidence,
            accept={each.id for each in proposal.report.changes if token(each) in chosen},
        )
        return report, Import.objects.latest_kept()
