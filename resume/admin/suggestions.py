"""The suggested links: looked at with their sentence, accepted, declined, asked about again."""

from dataclasses import dataclass

import reversion
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from resume.evidence import Suggestion, all_suggestions
from resume.evidence.suggestions import SOURCES
from resume.models import Generation, Settled
from resume.store.relations import TARGETS, link_suggested

from .revisions import keep_first_state, locked

RECORDS_SHOWN = 20
DECLINED_SHOWN = 100
DECLINE, ASK = "resume.add_settled", "resume.delete_settled"


def patterns(admin_view):
    """Return the URL patterns, each view wrapped by the admin site's `admin_view`."""
    return [
        path("suggestions/", admin_view(page), name="suggestions"),
        path("suggestions/answer/", admin_view(answer), name="suggestions_answer"),
    ]


@dataclass(frozen=True)
class Row:
    """A suggestion as the page shows it: with the records that it may mean."""

    suggestion: Suggestion
    targets: list

    @property
    def options(self):
        """Return [(slug, name, what it is a part of)] of what the name may mean."""
        return [(row.slug, str(row), part_of(row)) for row in self.targets]


@dataclass(frozen=True)
class Group:
    """A project or post with the suggestions of its texts."""

    record: object
    rows: list

    @property
    def path(self):
        """The record's form."""
        return reverse(f"admin:resume_{self.record._meta.model_name}_change", args=[self.record.pk])

    @property
    def kind(self):
        """What the record is, in words."""
        return self.record._meta.verbose_name


def part_of(row):
    """Return the name of the skill or section that a target stands in, or ""."""
    return str(getattr(row, "parent", None) or row.section or "")


def kinds_for(user):
    """Return the kinds of record whose links `user` may change. Raises PermissionDenied for none.

    Such as "project" or "post".
    """
    kinds = [kind for kind in SOURCES if user.has_perm(f"resume.change_{kind}")]
    if not kinds:
        raise PermissionDenied
    return kinds


def suggested(user):
    """Return (waiting, declined) suggestions of the records that `user` may change."""
    kinds = kinds_for(user)
    return [[each for each in found if each.kind in kinds] for found in all_suggestions()]


def grouped(found):
    """Return the suggestions by record, in their order: seven queries at most."""
    records = {
        (kind, row.slug): row
        for kind, model in SOURCES.items()
        for row in model.objects.filter(slug__in={each.slug for each in found if each.kind == kind})
    }
    slugs = {relation: set() for relation in TARGETS}
    for each in found:
        slugs[each.relation].update(each.targets)
    related = {"skills": ("parent", "section"), "publications": ("section",)}
    targets = {
        (relation, row.slug): row
        for relation, model in TARGETS.items()
        for row in model.objects.filter(slug__in=slugs[relation]).select_related(*related[relation])
    }
    groups = {}
    for each in found:
        record = records.get((each.kind, each.slug))
        named = [targets.get((each.relation, slug)) for slug in each.targets]
        # A record may have gone since it was found.
        if record and all(named):
            group = groups.setdefault((each.kind, each.slug), Group(record, []))
            group.rows.append(Row(each, named))
    return list(groups.values())


@require_safe
def page(request):
    """Show what is suggested, by record, and what was declined."""
    waiting, declined = suggested(request.user)
    records = list(dict.fromkeys((each.kind, each.slug) for each in waiting))
    number = request.GET.get("page", "")
    part = Paginator(records, RECORDS_SHOWN).get_page(number)
    shown = [each for each in waiting if (each.kind, each.slug) in set(part)]
    context = {
        **admin.site.each_context(request),
        "title": _("Suggested links"),
        "groups": grouped(shown),
        "waiting": len(waiting),
        "clear": sum(not each.is_ambiguous for each in shown),
        "part": part,
        "declined": grouped(declined[:DECLINED_SHOWN]),
        "declined_count": len(declined),
        "may_decline": request.user.has_perm(DECLINE),
        "may_ask": request.user.has_perm(ASK),
    }
    response = TemplateResponse(request, "admin/suggestions.html", context)
    response["Cache-Control"] = "no-store"
    return response


@require_POST
def answer(request):
    """Do what the pressed button says to the suggestions it names; what is gone is nothing."""
    with transaction.atomic():
        # Nobody else writes until the answer is written, so it is about what is suggested now.
        Generation.objects.hold()
        waiting, declined = suggested(request.user)
        by_key = {each.key: each for each in waiting}
        if "accept_all" in request.POST:
            seen = set(request.POST.getlist("seen"))
            clear = [each for each in waiting if not each.is_ambiguous and each.key in seen]
            accept(request, [(each, each.targets[0]) for each in clear])
        elif "accept" in request.POST:
            accept_one(request, by_key.get(request.POST["accept"]))
        elif "decline" in request.POST:
            decline(request, by_key.get(request.POST["decline"]))
        elif "ask" in request.POST:
            ask_again(request, {each.key for each in declined} & {request.POST["ask"]})
    page_number = request.POST.get("page", "")
    query = f"?page={page_number}" if page_number.isdecimal() and page_number.isascii() else ""
    return HttpResponseRedirect(reverse("admin:suggestions") + query)


def accept_one(request, suggestion):
    """Make the link of one suggestion: to the chosen target where it may mean several."""
    if suggestion is None:
        return gone(request)
    target = suggestion.targets[0]
    if suggestion.is_ambiguous:
        target = request.POST.get("target", "")
    if target not in suggestion.targets:
        words = _("“%(name)s” may mean several skills. Choose one of them first.")
        return messages.error(request, words % {"name": suggestion.sentence.words})
    return accept(request, [(suggestion, target)])


def accept(request, chosen):
    """Make the links, in one revision for each record."""
    by_record = {}
    for suggestion, target in chosen:
        by_record.setdefault((suggestion.kind, suggestion.slug), []).append((suggestion, target))
    for (kind, slug), links in by_record.items():
        link_in_revision(request, locked(SOURCES[kind].objects).get(slug=slug), links)
    if not chosen:
        return gone(request)
    words = ngettext("%(count)d link was made.", "%(count)d links were made.", len(chosen))
    return messages.success(request, words % {"count": len(chosen)})


def link_in_revision(request, record, links):
    """Make the links of one record, in a revision that says so."""
    keep_first_state(record)
    with reversion.create_revision():
        reversion.set_user(request.user)
        reversion.set_comment(_("Suggested links accepted"))
        link_suggested(links)
        reversion.add_to_revision(record)
    fields = sorted({suggestion.relation for suggestion, _target in links})
    model_admin = admin.site.get_model_admin(type(record))
    model_admin.log_change(request, record, [{"changed": {"fields": fields}}])


def decline(request, suggestion):
    """Remember that a suggestion was declined. Raises PermissionDenied for who may not."""
    if not request.user.has_perm(DECLINE):
        raise PermissionDenied
    if suggestion is None:
        return gone(request)
    Settled.objects.get_or_create(kind=Settled.Kind.SUGGESTION, key=suggestion.key)
    words = _("“%(name)s” was declined and is not suggested again. It stands at the end.")
    return messages.success(request, words % {"name": suggestion.sentence.words})


def ask_again(request, keys):
    """Forget that suggestions were declined. Raises PermissionDenied for who may not."""
    if not request.user.has_perm(ASK):
        raise PermissionDenied
    if not keys:
        return gone(request)
    Settled.objects.filter(kind=Settled.Kind.SUGGESTION, key__in=keys).delete()
    return messages.success(request, _("It is suggested again."))


def gone(request):
    """Say that there is nothing to do."""
    messages.warning(request, _("Nothing was changed: this is not suggested any more."))
