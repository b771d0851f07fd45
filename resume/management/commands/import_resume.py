"""Read a résumé file into the database, and tell what became of it."""

import json
import sys
from pathlib import Path

from django.core.management.base import CommandError
from django.db import connection
from django.utils.translation import gettext as _

from resume.document.source import SourceError
from resume.formats import FORMATS, MAX_BYTES, decode, parse
from resume.management.report import ReportLines
from resume.management.terminal import INTERRUPTED, Progress, TerminalCommand, at, visible
from resume.models import Import
from resume.store import SaveError, import_source

STANDARD_INPUT = "-"


class Command(TerminalCommand):
    help = "Read a résumé file into the database: records, texts, and where each line went."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the file; - is the standard input")
        parser.add_argument(
            "--format", choices=FORMATS, help="what FILE is written in; its content tells without"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="tell what would change, and write nothing"
        )
        parser.add_argument(
            "--publish", action="store_true", help="publish new records; drafts without"
        )
        parser.add_argument(
            "--accept-evidence",
            action="store_true",
            help="link the skills that projects name to them, where the name is clear",
        )

    def handle(self, *, file, dry_run, publish, accept_evidence, verbosity, **options):
        name = _("standard input") if file == STANDARD_INPUT else file
        data = read(file, name)
        with Progress(self.stderr, verbosity > 0) as progress:
            progress.say(_("Reading %(file)s") % {"file": visible(name)})
            source = parsed(data, options["format"], name)
            report = saved(
                source,
                data,
                name,
                dry_run=dry_run,
                publish=publish,
                accept_evidence=accept_evidence,
                progress=progress.count,
            )
        if verbosity == 0:
            return
        lines = ReportLines(report, source, self.style)
        words = _("%(file)s, read as %(format)s")
        self.print(
            words % {"file": visible(name), "format": source.format},
            *lines.notes(),
            *lines.changes(with_unchanged=verbosity > 1),
            *lines.counts(),
            *lines.ledger(),
            *(lines.ledger_by_line(decode(data)[0]) if verbosity > 1 else ()),
            *lines.evidence(),
            *lines.next_steps(publish, dry_run),
        )

    def print(self, *lines):
        for line in lines:
            self.stdout.write(line)


def read(file, name):
    """Return the bytes of a file, or of the standard input.

    Raises CommandError for one that is not there, is no file, may not be read, or is too large.
    """
    try:
        if file == STANDARD_INPUT:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise refusal(name, _("There is no such file.")) from error
    except IsADirectoryError as error:
        raise refusal(name, _("This is a folder, not a file.")) from error
    except PermissionError as error:
        raise refusal(name, _("You may not read this file.")) from error
    except (OSError, ValueError) as error:
        raise refusal(name, getattr(error, "strerror", None) or error) from error
    if len(data) > MAX_BYTES:
        words = _(
            "This file is too large: at most %(limit)d MB are read. A résumé is far smaller as "
            "text: take embedded pictures out of it."
        )
        raise refusal(name, words % {"limit": MAX_BYTES // 1024 // 1024})
    return data


def parsed(data, format_name, name):
    """Return what the file says. Raises CommandError with the place and the reason."""
    try:
        return parse(data, format_name)
    except SourceError as error:
        if is_fixture(data):
            words = _("This is a fixture of Django. Read it with: manage.py loaddata %(file)s")
            raise refusal(name, words % {"file": name}) from error
        raise refusal(name, _(error.message) % error.params, error.place) from error


def saved(source, data, name, **options):
    """Return the report of saving. Raises CommandError when nothing was written."""
    last = Import.objects.latest_kept()
    try:
        return import_source(source, data, visible(Path(name).name), **options)
    except SaveError as error:
        raise refusal(name, error) from error
    except KeyboardInterrupt as interrupt:
        # The key may have come right after the transaction ended: the database knows.
        connection.close()
        if Import.objects.latest_kept() == last:
            words = _("Stopped. Nothing was written.")
        else:
            words = _("Stopped. The import was complete, and is written.")
        raise CommandError(words, returncode=INTERRUPTED) from interrupt


def is_fixture(data):
    """True for the JSON that `manage.py dumpdata` writes."""
    try:
        records = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(records, list) and any(
        isinstance(each, dict) and {"model", "fields"} <= each.keys() for each in records
    )


def refusal(name, reason, place=""):
    """Return the error that says which file is refused, where in it, and why."""
    where = f"{visible(name)}, {at(place)}" if place else visible(name)
    outcome = _("Nothing was written.")
    return CommandError(f"{where}: {visible(reason)}\n{outcome}")
