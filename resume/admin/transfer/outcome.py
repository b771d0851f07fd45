"""What is said once a file was accepted: what was done, what is not public, what to do next."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from resume.models import Import
from resume.store.report import ADDED, UNCHANGED

GONE = gettext_lazy(
    "This file is no longer waiting: it was taken, discarded or replaced. Choose it again."
)


def tell(request, report, *, publish):
    """Say how much was changed, and what of the new records is not public."""
    made = [change for change in report.changes if change.made and change.action != UNCHANGED]
    text = ngettext("%(count)d change was made.", "%(count)d changes were made.", len(made))
    messages.success(request, text % {"count": len(made)})
    linked = '{} <a href="{}">{}</a>'
    drafts = reverse("admin:index") + "#unpublished-title"
    if not publish and any(change.action == ADDED for change in made):
        said = _("New records are drafts, which only you see here.")
        messages.info(request, format_html(linked, said, drafts, _("Publish them")))
    elif report.held_back:
        messages.warning(
            request, format_html(linked, report.held_back, drafts, _("Not public yet"))
        )


def taken_already(request, file):
    """Answer a form that was sent twice: with what the first one did, where that was kept."""
    last = Import.objects.latest_kept()
    if last is None or bytes(last.source) != bytes(file.data):
        messages.warning(request, GONE)
        return HttpResponseRedirect(reverse("admin:transfer"))
    messages.info(request, _("This file was taken already. Here is what it changed."))
    return HttpResponseRedirect(reverse("admin:resume_import_change", args=[last.pk]))
