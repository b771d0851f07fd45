"""Write the résumé as a file: composed from the records, or the bytes of the last import."""

import contextlib
import os
import secrets
import stat
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resume.formats import FORMATS
from resume.management.terminal import TerminalCommand, visible
from resume.models import Audience, Import
from resume.store import is_unedited, load_resume

STANDARD_OUTPUT = "-"
WRITABLE = [name for name, module in FORMATS.items() if hasattr(module, "render")]


class Command(TerminalCommand):
    help = (
        "Write the résumé as a file. Drafts are part of it; private contact facts and names "
        "behind an alias are not."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--format",
            choices=WRITABLE,
            help="what to write; markdown without. With --as-imported, the last import in it",
        )
        parser.add_argument(
            "--as-imported",
            action="store_true",
            help="give the last import back, byte for byte, if nothing was edited since",
        )
        parser.add_argument(
            "-o",
            "--output",
            metavar="FILE",
            default=STANDARD_OUTPUT,
            help="where to write, whole or not at all; - is the standard output",
        )

    def handle(self, *, as_imported, output, verbosity, **options):
        if as_imported:
            data, private = imported(options["format"]), 0
        else:
            data, private = composed(options["format"] or "markdown")
        if output == STANDARD_OUTPUT:
            self.print(data)
        else:
            write(Path(output), data)
        if verbosity == 0:
            return
        if private:
            words = ngettext(
                "%(count)d private record is left out: a contact fact, or a draft that names "
                "what an alias hides.",
                "%(count)d private records are left out: contact facts, and drafts that name "
                "what an alias hides.",
                private,
            )
            self.stderr.write(words % {"count": private}, self.style.WARNING)
        if output != STANDARD_OUTPUT:
            words = _("Wrote %(file)s (%(size)d bytes).")
            message = words % {"file": visible(output), "size": len(data)}
            self.stderr.write(message, self.style.SUCCESS)

    def print(self, data):
        """Write the bytes as they are; a caller that gave a text stream gets text."""
        if buffer := getattr(self.stdout, "buffer", None):
            self.stdout.flush()
            rest = memoryview(data)
            while rest:  # with PYTHONUNBUFFERED a write to a pipe may take a part only
                rest = rest[buffer.write(rest) :]
            buffer.flush()
        else:
            self.stdout.write(data.decode("utf-8", "surrogateescape"), ending="")


def composed(format_name):
    """Return the résumé's bytes, and how many private records are not in them.

    Raises CommandError where there is nothing to write.
    """
    resume = load_resume(Audience.PUBLIC, drafts=True)
    data = FORMATS[format_name].render(resume).encode()
    if not resume.sections and not resume.unlisted:
        raise CommandError(_("There is no résumé yet. Read one with: manage.py import_resume FILE"))
    everything = load_resume(Audience.OWNER)
    return data, len(list(everything.items())) - len(list(resume.items()))


def imported(format_name):
    """Return the bytes of the last import, of one format or of any.

    Raises CommandError when there is none, or when a record was changed since.
    """
    imports = Import.objects.filter(format=format_name) if format_name else Import.objects.all()
    last = imports.latest_kept()
    if last is None:
        raise CommandError(_("There is no import to give back. Leave out --as-imported."))
    if not is_unedited(last):
        words = _("Records were changed since %(file)s was imported, so it no longer says all.")
        raise CommandError(
            words % {"file": visible(last.file_name)}
            + "\n"
            + _("Leave out --as-imported to write what the records say now.")
        )
    return bytes(last.source)


def write(path, data):
    """Write a file whole, or leave what was there. Raises CommandError saying why it cannot be."""
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(data)  # a pipe or a device: nothing to be replaced
        else:
            replace(target, data)
    except (OSError, ValueError) as error:
        reasons = {
            FileNotFoundError: _("There is no such folder."),
            NotADirectoryError: _("There is no such folder."),
            IsADirectoryError: _("This is a folder, not a file."),
            PermissionError: _("You may not write there."),
        }
        reason = reasons.get(type(error)) or getattr(error, "strerror", None) or error
        outcome = _("Nothing was written.")
        raise CommandError(f"{visible(path)}: {visible(reason)}\n{outcome}") from error


def replace(path, data):
    """Put a finished file in the place of `path`, with the permissions that it had."""
    if path.is_dir():
        raise IsADirectoryError
    unfinished = path.with_name(f".{path.name[:50]}-{secrets.token_hex(6)}")
    try:
        with unfinished.open("xb") as file:
            if path.exists():
                os.chmod(unfinished, stat.S_IMODE(path.stat().st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
