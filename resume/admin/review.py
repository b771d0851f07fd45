"""The facts to look at: a page of all of them; settle some, or ask for a settled one again."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from resume import overview
from resume.models import Generation, Settled

ALL = 10_000  # of a kind: more rows than a page can show
ADD, DELETE = "resume.add_settled", "resume.delete_settled"


def patterns(admin_view):
    """Return the URL patterns, each view wrapped by the admin site's `admin_view`."""
    return [
        path("review/", admin_view(page), name="review"),
        path("review/settle/", admin_view(settle), name="review_settle"),
        path("review/ask/", admin_view(ask_again), name="review_ask"),
    ]


def context(user, shown=overview.FINDINGS_SHOWN):
    """Return what the lists of findings are made of, for `user`."""
    waiting, settled = overview.to_review(user, shown)
    return {
        "findings": waiting,
        "finding_count": sum(len(group.all) for group in waiting),
        "settled_findings": settled,
        "settled_count": sum(len(group.all) for group in settled),
        "may_settle": user.has_perm(ADD),
        "may_ask": user.has_perm(DELETE),
    }


@require_safe
def page(request):
    """Show every finding that waits, by kind, and every one that is settled."""
    found = context(request.user, ALL)
    names = {**admin.site.each_context(request), "title": _("Facts to look at"), **found}
    response = TemplateResponse(request, "admin/review.html", names)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def settle(request):
    """Settle the findings whose ids are posted, or all of a kind; ids of no finding are nothing."""
    if not request.user.has_perm(ADD):
        raise PermissionDenied
    ids = _posted(request, overview.to_review(request.user)[0])
    with transaction.atomic():
        Generation.objects.hold()
        Settled.objects.bulk_create(
            [Settled(kind=Settled.Kind.FINDING, key=each) for each in ids], ignore_conflicts=True
        )
    words = ngettext(
        "%(count)d fact is settled and will not be asked about again.",
        "%(count)d facts are settled and will not be asked about again.",
        len(ids),
    )
    undo = reverse("admin:review") + "#settled"
    said = words % {"count": len(ids)}
    messages.success(request, format_html('{} <a href="{}">{}</a>', said, undo, _("Undo")))
    return _back(request)


@require_POST
def ask_again(request):
    """Forget that the findings whose ids are posted were settled, or all of a kind."""
    if not request.user.has_perm(DELETE):
        raise PermissionDenied
    ids = _posted(request, overview.to_review(request.user)[1])
    with transaction.atomic():
        Generation.objects.hold()
        Settled.objects.filter(kind=Settled.Kind.FINDING, key__in=ids).delete()
    words = ngettext(
        "%(count)d fact is asked about again.", "%(count)d facts are asked about again.", len(ids)
    )
    messages.success(request, words % {"count": len(ids)})
    return _back(request)


def _posted(request, groups):
    """Return the ids of the findings in `groups` that the form names, by id or by kind."""
    ids, kind = set(request.POST.getlist("finding")), request.POST.get("kind")
    return [
        finding.id
        for group in groups
        for finding in group.all
        if finding.id in ids or group.kind.code == kind
    ]


def _back(request):
    """Return to the page that the form stood on."""
    page = "index" if request.POST.get("back") == "index" else "review"
    return HttpResponseRedirect(reverse(f"admin:{page}") + "#review")
