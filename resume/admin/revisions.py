"""Revisions: every save makes one, every one can be restored, and none hides a newer save."""

from contextlib import contextmanager

import reversion
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import IntegrityError
from django.http import HttpResponseRedirect
from django.utils import translation
from django.utils.translation import gettext as _
from reversion.admin import VersionAdmin
from reversion.models import Version

from resume.models import Generation
from resume.typed import typed_texts_page

from .conflicts import record_digest

SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")


def locked(queryset):
    """Return `queryset` locking its rows until the end of the transaction."""
    return queryset.select_for_update(of=("self",), no_key=True)


def keep_first_state(record):
    """Make a revision of a record that has none, so that its first change can be undone."""
    if not Version.objects.get_for_object(record).exists():
        with reversion.create_revision():
            reversion.set_comment(_("As it was before the first change in the admin."))
            reversion.add_to_revision(record)


class RevisionAdmin(VersionAdmin):
    """Saves, deletes and restores under one lock; an older page never wins unseen."""

    @contextmanager
    def create_revision(self, request):
        """Make one revision of what a request changes. Reading makes none and locks nothing.

        An action makes its own: one for each record.
        """
        action = "action" in request.POST and "_save" not in request.POST
        if request.method in SAFE_METHODS or action:
            yield
        else:
            with super().create_revision(request):
                Generation.objects.hold()
                yield

    def get_object(self, request, object_id, from_field=None):
        """Return the record, locked if the request may change it; None when it is gone."""
        record = super().get_object(request, object_id, from_field)
        if record is None or request.method in SAFE_METHODS:
            return record
        return locked(self.get_queryset(request)).filter(pk=record.pk).first()

    def shown_digest(self, record):
        """Return a digest of the record and of the rows that its form edits with it."""
        related = []
        for inline in self.inlines:
            key = inline.fk_name or self.model._meta.concrete_model._meta.model_name
            related += inline.model._default_manager.filter(**{key: record})
        return record_digest(record, related)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        if request.method not in SAFE_METHODS:
            record = VersionAdmin.get_object(self, request, object_id)
            if record and self.has_change_permission(request, record):
                keep_first_state(record)
        return super().change_view(request, object_id, form_url, extra_context)

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """Say that the record is gone; give back what was typed into its form."""
        page = request.method == "POST" and typed_texts_page(
            request,
            410,
            title=_("This record is gone"),
            message=_("Somebody deleted it while you were editing it. Nothing was saved."),
            link=f"/admin/{opts.app_label}/{opts.model_name}/add/",
            link_text=_("Add it anew"),
        )
        return page or super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def history_view(self, request, object_id, extra_context=None):
        """Show the record's revisions. What is no key is not looked up: PostgreSQL refuses it."""
        if VersionAdmin.get_object(self, request, unquote(object_id)) is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return super().history_view(request, object_id, extra_context)

    def construct_change_message(self, request, form, formsets, add=False):
        """Name the fields that changed as the form does.

        Django stores "Start" and looks for that word when the message is read, but the word that
        has a translation is "start".
        """
        said = super().construct_change_message(request, form, formsets, add)
        labels = {}
        for each in (form, *(formset.forms[0] for formset in formsets or () if formset.forms)):
            shown = {name: str(field.label or name) for name, field in each.fields.items()}
            with translation.override(None):
                labels |= {
                    str(field.label or name): shown[name] for name, field in each.fields.items()
                }
        for change in said:
            if fields := change.get("changed", {}).get("fields"):
                change["changed"]["fields"] = [labels.get(field, field) for field in fields]
        return said

    # Deleting

    def delete_view(self, request, object_id, extra_context=None):
        """Ask, then delete. A question older than the record is asked again."""
        record = VersionAdmin.get_object(self, request, object_id)
        shown = self.shown_digest(record) if record else ""
        if record and request.method == "POST" and self.has_delete_permission(request, record):
            # Before the deletion and apart from it: a revision holds what is there at its end.
            keep_first_state(record)
            with self.create_revision(request):
                locked_record = self.get_object(request, object_id)
                if locked_record:
                    shown = self.shown_digest(locked_record)
                if locked_record and request.POST.get("shown") != shown:
                    return self.ask_again(request)
                return super().delete_view(request, object_id, extra_context)
        return super().delete_view(request, object_id, {**(extra_context or {}), "shown": shown})

    def ask_again(self, request):
        """Show the question again: what it asked about has changed."""
        messages.error(
            request,
            _("Somebody else changed this after the question was asked. Nothing was deleted."),
        )
        return HttpResponseRedirect(request.get_full_path())

    # Restoring

    def _reversion_revisionform_view(self, request, version, template_name, extra_context=None):
        """Show the form of an old state, or save it, unless there is a newer save than the page."""
        record = self.model._default_manager.filter(pk=version.object_id).first()
        shown = self.shown_digest(record) if record else ""
        if request.method == "POST" and request.POST.get("live") != shown:
            return typed_texts_page(
                request,
                409,
                title=_("Somebody else saved this record"),
                message=_("Nothing was restored. Look at the newest state first."),
                link=request.get_full_path(),
                link_text=_("Open the old state again"),
            )
        context = {**(extra_context or {}), "live": shown}
        try:
            return super()._reversion_revisionform_view(request, version, template_name, context)
        except IntegrityError:
            messages.error(
                request, _("This state cannot be restored: what it refers to is no longer there.")
            )
            return HttpResponseRedirect(f"/admin/{self.opts.app_label}/{self.opts.model_name}/")
