"""What the commands that print to a person share: language, colour, safe text, progress."""

import os
import re
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, SystemCheckError
from django.core.management.color import no_style
from django.utils import translation
from django.utils.translation import gettext as _

# Controls that a terminal obeys, and marks that reorder what stands beside them.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
# Where a person says which language programs speak, the strongest first (POSIX 8.2, GNU gettext).
LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
ERASE_LINE = "\r\x1b[K"
INTERRUPTED = 128 + 2  # what a shell calls a program ended by Ctrl+C
READER_GONE = 128 + 13  # and one whose reader went away (SIGPIPE)


def visible(text):
    """Return `text` on one line, with what a terminal would obey written as an escape."""
    return UNSAFE.sub(lambda found: found[0].encode("unicode_escape").decode(), str(text))


def operator_language():
    """Return the language of the interface that whoever runs the command reads.

    The environment's where it names one that the interface has, else LANGUAGE_CODE; English where
    the output cannot hold Japanese.
    """
    try:
        "日本語".encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return "en"
    named = next(filter(None, map(os.environ.get, LANGUAGE_VARIABLES)), "")
    code = re.split(r"[_.:@-]", named, maxsplit=1)[0]
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def at(place):
    """Return where in a file something is: a line for a number, else a path in the data."""
    return _("line %(number)s") % {"number": place} if place.isdigit() else visible(place)


class TerminalCommand(BaseCommand):
    """A command that speaks the operator's language, and refuses in plain words.

    A CommandError is printed as it is, without the name of its class, and ends with its code.
    """

    def run_from_argv(self, argv):
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")
        with translation.override(operator_language()):
            super().run_from_argv(argv)

    def execute(self, *args, **options):
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        if plain and not options["force_color"]:
            self.style = no_style()
            self.stderr.style_func = None
        if not getattr(self, "_called_from_command_line", False):
            return super().execute(*args, **options)
        try:
            super().execute(*args, **options)
            sys.stdout.flush()
        except SystemCheckError:
            raise
        except CommandError as error:
            if options["traceback"]:
                raise
            self.stderr.write(str(error))
            sys.exit(error.returncode)
        except KeyboardInterrupt:
            self.stderr.write(_("Stopped."))
            sys.exit(INTERRUPTED)
        except BrokenPipeError:
            # Python flushes once more when it ends; there is nobody to hear of that either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(READER_GONE)
        return None


class Progress:
    """One line on a terminal that tells how far long work is, erased at the end.

    Elsewhere, in a pipe or a log, it says nothing.
    """

    def __init__(self, stream, is_wanted=True):
        self.stream = stream
        self.is_shown = is_wanted and stream.isatty() and os.environ.get("TERM") != "dumb"
        self.due = 0.0

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.say("")

    def say(self, words):
        """Show `words` in place of what was shown before."""
        if self.is_shown:
            self.stream.write(ERASE_LINE + words, style_func=str, ending="")
            self.stream.flush()
            self.due = time.monotonic() + 0.1

    @property
    def is_due(self):
        """True when something may be shown: on a terminal, ten times a second at most."""
        return self.is_shown and time.monotonic() >= self.due

    def count(self, done, total):
        """Show how many records of all are done."""
        if self.is_due:
            words = _("Comparing records: %(done)d of %(total)d")
            self.say(words % {"done": done, "total": total})
