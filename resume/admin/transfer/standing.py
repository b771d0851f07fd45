"""Why an import stands that somebody would undo, and what can be done instead."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from resume.models import Import
from resume.store import is_unedited


@dataclass(frozen=True)
class Standing:
    """The reason, what can be done, and the pages where it is done as (words, path)."""

    reason: str
    advice: str
    ways: list[tuple[str, str]]
    is_undone: bool = False

    @property
    def title(self):
        """The heading of a page about it."""
        if self.is_undone:
            return _("This import is undone already")
        return _("This import cannot be undone now")


def why_it_stands(record):
    """Return the Standing of an import that cannot be undone now, or None."""
    if record.undone_at:
        return _undone(record)
    last = Import.objects.latest_kept()
    if record != last:
        return _built_on(last)
    if not is_unedited(record):
        return Standing(
            _("Records were changed since, so the import as a whole can no longer be undone."),
            _(
                "Change back by hand what you need: the history of each record holds what it was "
                "before the import."
            ),
            [(_("See what was changed last"), reverse("admin:index") + "#changes-title")],
        )
    return None


def name_of(record):
    """Return what an import is called: by its file."""
    return record.file_name or record.slug


def _undone(record):
    when = date_format(timezone.localtime(record.undone_at), "DATETIME_FORMAT")
    return Standing(
        _("This import was undone on %(time)s.") % {"time": when},
        _("The file is kept: to take it again, download it and choose it anew."),
        [
            (_("Download the file"), reverse("admin:transfer_imported", args=[record.pk])),
            (_("Import and export"), reverse("admin:transfer")),
        ],
        is_undone=True,
    )


def _built_on(last):
    return Standing(
        _("A later import stands on this one: “%(name)s”.") % {"name": name_of(last)},
        _("Imports are undone one after the other, the last one first."),
        [
            (
                _("Undo “%(name)s”") % {"name": name_of(last)},
                reverse("admin:transfer_undo", args=[last.pk]),
            )
        ],
    )
