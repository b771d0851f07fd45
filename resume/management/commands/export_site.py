"""Write the public site as files that any web server or CDN can serve."""

import os
from http import HTTPStatus
from urllib.parse import unquote

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management.base import CommandError
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resume.ingredients import ingredients
from resume.management.terminal import Progress, TerminalCommand, visible
from resume.models.statements import remembering
from resume.output.base import Base, parse_base
from resume.output.folder import BusyError, Folder, NotOursError
from resume.output.site import DeadLinksError, export
from resume.sitemaps import page_urls
from resume.state import current_state

MOST_SHOWN = 20


class Command(TerminalCommand):
    help = (
        "Write every public page, and all that the pages load, as files into a folder. Links are "
        "checked; the folder is replaced whole, or not at all."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", metavar="DIR", help="where; it is made where there is none")
        parser.add_argument(
            "--base-url",
            metavar="URL",
            help="the address at which the site will stand, as in https://name.github.io/cv/; "
            "SITE_ORIGIN without",
        )
        parser.add_argument(
            "--processes",
            type=int,
            default=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1,
            help="how many work at once; one a core without",
        )

    def handle(self, *, folder, base_url, processes, verbosity, **options):
        base = base_of(base_url)
        check_static_files()
        with Progress(self.stderr, verbosity > 0) as progress:

            def tell(done, total):
                if progress.is_due:
                    words = _("Writing pages: %(done)d of %(total)d")
                    progress.say(words % {"done": done, "total": total})

            outcome = export_or_refuse(Folder(folder), base, max(1, processes), tell)
        if verbosity:
            self.say(folder, outcome)

    def say(self, folder, outcome):
        """Tell a person, on the error output as every message, what was written."""
        words = ngettext(
            "%(folder)s: %(new)d of %(files)d file is new.",
            "%(folder)s: %(new)d of %(files)d files are new.",
            outcome.files,
        )
        counts = {"folder": visible(folder), "new": outcome.new, "files": outcome.files}
        self.stderr.write(words % counts, self.style.SUCCESS)


def starting_paths():
    """Return the decoded path of every public page, and of what is made for machines.

    A page stands beside its translation, whose texts are the same and then parsed once.
    """
    found = page_urls()
    pages = len(found) // len(settings.LANGUAGES)
    paths = [path for number in range(pages) for path in found[number::pages]]
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            paths += [reverse("feed"), reverse("search")]
    return [*map(unquote, paths), reverse("robots"), reverse("sitemap")]


def base_of(address):
    """Return the Base that an address names, or that of this site. Raises CommandError."""
    if address is None:
        return Base(settings.SITE_ORIGIN)
    try:
        return parse_base(address)
    except ValueError as error:
        words = _("%(address)s is no address of a site. Write one as https://example.com/site/")
        raise CommandError(words % {"address": visible(address)}) from error


def check_static_files():
    """Raise CommandError where the static files were not collected: no page can be made then."""
    try:
        staticfiles_storage.url("site.css")
    except ValueError as error:
        raise CommandError(
            _("The static files are not collected. Run: manage.py collectstatic --noinput")
        ) from error


def export_or_refuse(folder, base, processes, tell):
    """Return the Outcome of the export. Raises CommandError that says why there is none."""
    try:
        with remembering():
            return export(folder, base, starting_paths, processes, tell, ingredients, current_state)
    except DeadLinksError as error:
        raise CommandError(told(error.found)) from error
    except NotOursError:
        reason = _("It holds files that this command did not write. Name another folder.")
    except BusyError:
        reason = _("Another export is at work there. Try again when it is done.")
    except OSError as error:
        reasons = {
            FileNotFoundError: _("There is no such folder."),
            NotADirectoryError: _("There is no such folder."),
            PermissionError: _("You may not write there."),
        }
        reason = reasons.get(type(error)) or visible(error.strerror or error)
        if error.filename:
            reason += f" ({visible(error.filename)})"
    outcome = _("The site there is as it was.")
    raise CommandError(f"{visible(folder.path)}: {reason}\n{outcome}")


def told(dead):
    """Return the lines that name dead links, the first of many."""
    lines = [_("The site was not written: links lead to nothing.")]
    for found in dead[:MOST_SHOWN]:
        if found.status == HTTPStatus.OK:
            reason = _("no such place on the page")
        else:
            reason = _("answers %(status)d") % {"status": found.status}
        lines.append(f"{visible(found.page)}: {visible(found.link)} ({reason})")
    rest = len(dead) - MOST_SHOWN
    if rest > 0:
        words = ngettext("and %(count)d more", "and %(count)d more", rest)
        lines.append(words % {"count": rest})
    return "\n".join(lines)
