"""The pages of the transfer: choose a file, look at its changes, accept, undo, download."""

from functools import wraps

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from resume.document.source import SourceError
from resume.formats import MAX_BYTES
from resume.models import Generation, Import, Upload
from resume.store import SaveError, is_unedited, undo_import

from . import changes, downloads, outcome
from .allowed import may_transfer
from .proposal import OutdatedError, accept, propose
from .standing import why_it_stands

# A form around the largest file.
FORM_BYTES = 64 * 1024


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Résumé file"),
        allow_empty_file=True,
        max_length=255,
        error_messages={"required": gettext_lazy("Choose a file first.")},
    )


def for_transfer(view):
    """Decorate a view for those who may change the whole résumé."""

    @wraps(view)
    def inner(request, *args, **kwargs):
        if not may_transfer(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return inner


def page(request, template, status=200, **context):
    """Return a page of the admin that no cache keeps."""
    context = {**admin.site.each_context(request), "opts": Import._meta, **context}
    response = TemplateResponse(request, f"admin/transfer/{template}.html", context, status=status)
    response["Cache-Control"] = "no-store"
    return response


# Choosing a file


@csrf_exempt  # Its token is looked at after the size: reading the form reads the whole file.
@for_transfer
@require_http_methods(["GET", "HEAD", "POST"])
def transfer(request):
    """Show the form and the downloads; keep a file that can be read until it is accepted."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BYTES + FORM_BYTES:
        return choose(request, error=too_large(), status=413)
    return csrf_protect(upload)(request)


def upload(request):
    if request.method != "POST":
        return choose(request)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return choose(request, error=" ".join(form.errors.get("file", [])))
    file = form.cleaned_data["file"]
    if file.size > MAX_BYTES:
        return choose(request, error=too_large(), status=413)
    data = file.read()
    try:
        propose(data, file.name)
    except (SourceError, SaveError) as error:
        return choose(request, error=in_words(error), file_name=file.name)
    with transaction.atomic():
        waiting = Upload.objects.replace(request.user, file.name, data)
    return HttpResponseRedirect(reverse("admin:transfer_preview", args=[waiting.token]))


def choose(request, status=200, **context):
    """Return the page with the form, and `error` in words if there is one."""
    last = Import.objects.latest_kept()
    return page(
        request,
        "choose",
        status,
        title=_("Import and export"),
        form=UploadForm(),
        limit=MAX_BYTES,
        megabytes=MAX_BYTES // 1024 // 1024,
        too_large=too_large(),
        waiting=Upload.objects.waiting_for(request.user),
        downloads=downloads.downloads(),
        imports=Import.objects.defer("source", "document", "before")[:5],
        last=last,
        is_unedited=bool(last) and is_unedited(last),
        **context,
    )


def too_large():
    """Return the words for a file over the limit."""
    megabytes = MAX_BYTES // 1024 // 1024
    words = _(
        "This file is too large: at most %(limit)d MB are read. A résumé is far smaller as text: "
        "take embedded pictures out of it."
    )
    return words % {"limit": megabytes}


def in_words(error):
    """Return what is wrong with a file, and where, in the reader's language."""
    if isinstance(error, SaveError):
        return str(error)
    return note_in_words(error.message, error.params, error.place)


def note_in_words(message, params, place):
    """Return a parser's message, translated, with the line or path that it is about."""
    text = _(message) % params
    if place.isdecimal():
        return _("Line %(line)s: %(text)s") % {"line": place, "text": text}
    return f"{place}: {text}" if place else text


# Looking and accepting


def waiting(request, token):
    """Return the user's upload of that token, or None after saying that it is gone."""
    found = Upload.objects.waiting_for(request.user)
    if found and found.token == token:
        return found
    messages.warning(request, outcome.GONE)
    return None


@for_transfer
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request, token):
    """Show what the file would change; make the ticked changes when they are accepted."""
    file = waiting(request, token)
    if file is None:
        return HttpResponseRedirect(reverse("admin:transfer"))
    try:
        if request.method == "POST":
            return take(request, file)
        return look(request, file)
    except (SourceError, SaveError) as error:
        return choose(request, error=in_words(error), file_name=file.file_name)


def take(request, file):
    """Make the ticked changes, and show what was done."""
    chosen = set(request.POST.getlist("change"))
    publish = "publish" in request.POST
    try:
        with transaction.atomic():
            Generation.objects.hold()
            if not Upload.objects.filter(pk=file.pk).exists():
                return outcome.taken_already(request, file)
            report, kept = accept(
                bytes(file.data),
                file.file_name,
                seen=request.POST.get("seen", ""),
                chosen=chosen,
                publish=publish,
                accept_evidence="accept_evidence" in request.POST,
            )
            file.delete()
    except OutdatedError:
        messages.warning(
            request,
            _(
                "Records were changed after this page was made, so nothing was taken. This is what "
                "the file would change now; your ticks were kept where the rows are the same."
            ),
        )
        return look(request, file, chosen)
    outcome.tell(request, report, publish=publish or kept is None)
    if kept is None:
        return HttpResponseRedirect(reverse("admin:transfer"))
    return HttpResponseRedirect(reverse("admin:resume_import_change", args=[kept.pk]))


def look(request, file, chosen=None):
    """Return the page with what the file would change."""
    proposal = propose(bytes(file.data), file.file_name)
    report = proposal.report
    last = Import.objects.filter(format=proposal.format).latest_kept()
    groups = changes.group(report, chosen)
    return page(
        request,
        "preview",
        title=_("What this file would change"),
        file=file,
        proposal=proposal,
        groups=groups,
        ticked=sum(row.is_ticked for each in groups for kind in each.kinds for row in kind.rows),
        unchanged=changes.unchanged(report),
        notes=[
            *(note_in_words(each.message, each.params, each.place) for each in proposal.notes),
            *proposal.remarks,
        ],
        suggested=changes.mentions(report.suggested, report),
        ambiguous=changes.mentions(report.ambiguous, report),
        is_done=not groups
        and (proposal.source is None or bool(last and bytes(last.source) == bytes(file.data))),
        chosen=request.POST if chosen is not None else {},
    )


@for_transfer
@require_POST
def discard(request, token):
    """Forget a file that waits; nothing was written of it."""
    file = waiting(request, token)
    if file:
        file.delete()
        messages.success(request, _("The file was discarded. Nothing was changed."))
    return HttpResponseRedirect(reverse("admin:transfer"))


# Afterwards


def for_import(view):
    """Decorate a view of one import: without it, the list of those that there are is shown."""

    @wraps(view)
    def inner(request, pk):
        record = Import.objects.filter(pk=pk).first()
        if record is None:
            messages.warning(request, _("There is no such import. These are the ones there are."))
            return HttpResponseRedirect(reverse("admin:resume_import_changelist"))
        return view(request, record)

    return inner


@for_transfer
@require_http_methods(["GET", "HEAD", "POST"])
@for_import
def undo(request, record):
    """Ask, then make the résumé what it was before an import; or say why that cannot be."""
    here = reverse("admin:resume_import_change", args=[record.pk])
    if request.method == "POST":
        try:
            undo_import(record)
        except SaveError as error:
            record.refresh_from_db(fields=["undone_at"])
            if record.undone_at is None:  # else the form was sent twice: it is done
                messages.error(request, str(error))
                return HttpResponseRedirect(here)
        messages.success(request, _("The import was undone: the résumé is what it was before."))
        return HttpResponseRedirect(here)
    standing = why_it_stands(record)
    title = standing.title if standing else _("Undo this import?")
    return page(request, "undo", title=title, record=record, here=here, standing=standing)


@for_transfer
@require_GET
def download(request, name, contents):
    """Return the résumé in a format; `contents` says whether drafts are in it."""
    return downloads.write(name, contents)


@for_transfer
@require_GET
def download_fixture(request):
    """Return the résumé's rows, drafts and contact facts included."""
    return downloads.write_fixture()


@for_transfer
@require_GET
@for_import
def download_imported(request, record):
    """Return the bytes of an imported file."""
    return downloads.attachment(bytes(record.source), record.file_name or "resume")
