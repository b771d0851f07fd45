"""Actions on the records selected in a list."""

import reversion
from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected as ask_and_delete
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from resume.models import Generation, Status

from .conflicts import digest
from .privacy import asked_about, question, telling
from .revisions import keep_first_state, locked


@admin.action(description=gettext_lazy("Publish the selected records"), permissions=["change"])
def publish(model_admin, request, queryset):
    """Publish each record that may be; name those that may not, with the reason.

    Ask before a text that may hold contact facts is published; the other records do not wait.
    """
    found = telling(queryset)
    if found and request.POST.get("asked") != asked_about(found):
        queryset = queryset.exclude(pk__in=[each.section.pk for each in found])
        set_status(model_admin, request, queryset, Status.PUBLISHED)
        return question(model_admin, request, found)
    set_status(model_admin, request, queryset, Status.PUBLISHED)
    if request.POST.get("back") == "index":
        return HttpResponseRedirect(reverse("admin:index") + "#unpublished-title")
    return None


@admin.action(description=gettext_lazy("Make the selected records drafts"), permissions=["change"])
def unpublish(model_admin, request, queryset):
    """Make each record a draft; name those that cannot be, with the reason."""
    set_status(model_admin, request, queryset, Status.DRAFT)


def set_status(model_admin, request, queryset, status):
    """Give each record of `queryset` the status, in a revision of its own."""
    changed = 0
    for pk in list(queryset.exclude(status=status).values_list("pk", flat=True)):
        record = model_admin.model.objects.get(pk=pk)
        keep_first_state(record)
        try:
            with reversion.create_revision():
                reversion.set_user(request.user)
                Generation.objects.hold()
                record = locked(model_admin.model.objects).get(pk=pk)
                record.status = status
                record.full_clean()
                record.save()
                model_admin.log_change(request, record, [{"changed": {"fields": ["status"]}}])
            changed += 1
        except ValidationError as error:
            reason = " ".join(error.messages)
            messages.error(
                request, _("%(record)s: %(reason)s") % {"record": record, "reason": reason}
            )
    if changed:
        text = ngettext("%(count)d record was changed.", "%(count)d records were changed.", changed)
        messages.success(request, text % {"count": changed})


@admin.action(
    description=gettext_lazy("Delete selected %(verbose_name_plural)s"), permissions=["delete"]
)
def delete_selected(model_admin, request, queryset):
    """Ask, then delete. A question older than the records is asked again."""
    if "post" in request.POST:
        for record in queryset:
            keep_first_state(record)
    with reversion.create_revision():
        Generation.objects.hold()
        shown = digest(
            {str(record.pk): model_admin.shown_digest(record) for record in locked(queryset)}
        )
        if "post" in request.POST and request.POST.get("shown") != shown:
            messages.error(
                request,
                _("Somebody else changed this after the question was asked. Nothing was deleted."),
            )
            request.POST = request.POST.copy()
            del request.POST["post"]
        response = ask_and_delete(model_admin, request, queryset)
    if response is not None:
        response.context_data["shown"] = shown
    return response
