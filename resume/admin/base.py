"""What every page of the admin shares: forms, search, addresses, publishing, previews."""

import copy

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import flatten_fieldsets, unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms.widgets import Script
from django.urls import path, reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.module_loading import import_string
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from markdownx.models import MarkdownxField

from resume.contents import LINES
from resume.document.dates import CURRENT
from resume.document.text import fold
from resume.models import Redirect
from resume.models.base import Content
from resume.models.fields import ColourField, NamesField, PartialDateField, PeriodEndField
from resume.models.pictures import IconField

from .actions import delete_selected, publish, unpublish
from .colours import ColourWidget
from .fields import MarkdownFormField, PeriodEndFormField, TextFormField, current_word
from .forms import OrderForm, RecordForm
from .formsets import RecordFormSet
from .markdown import MarkdownWidget
from .pictures import IconFormField, PictureField, PictureWidget
from .revisions import SAFE_METHODS, RevisionAdmin, locked
from .words import WordedForms, tell_state

# Spaces at the edges of these are part of how the line prints.
KEPT_AS_TYPED = ("lead", "written", "separator")

FORMFIELDS = {
    MarkdownxField: {"form_class": MarkdownFormField, "widget": MarkdownWidget},
    NamesField: {"form_class": TextFormField},
    # Longer than what is stored: 平成12年12月15日.
    PartialDateField: {"max_length": 30},
    ColourField: {"widget": ColourWidget},
    IconField: {"form_class": IconFormField, "widget": PictureWidget},
    PeriodEndField: {"form_class": PeriodEndFormField, "max_length": 30},
    models.ImageField: {"form_class": PictureField, "widget": PictureWidget},
}


def with_shown(fieldsets):
    """Return `fieldsets` with the digest of the row that the form shows."""
    fieldsets = [(title, dict(options)) for title, options in fieldsets]
    if "shown" not in flatten_fieldsets(fieldsets):
        fieldsets[-1][1]["fields"] = [*fieldsets[-1][1]["fields"], "shown"]
    return fieldsets


class BaseInline(WordedForms):
    """What both kinds of inline share."""

    # A sentence below the heading.
    words = ""

    form = RecordForm
    formset = RecordFormSet
    formfield_overrides = FORMFIELDS
    extra = 0
    show_change_link = True
    view_on_site = False

    def get_fieldsets(self, request, obj=None):
        return with_shown(super().get_fieldsets(request, obj))

    def get_queryset(self, request):
        queryset = super().get_queryset(request)
        return queryset if request.method in SAFE_METHODS else locked(queryset)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Read the choices once, not once for each row."""
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field:
            field.choices = list(field.choices)
        return field


class TabularInline(BaseInline, admin.TabularInline):
    pass


class StackedInline(BaseInline, admin.StackedInline):
    pass


class WordedList:
    """A list under its own name, which says what it holds."""

    def changelist_view(self, request, extra_context=None):
        words = {
            "title": capfirst(self.opts.verbose_name_plural),
            "list_words": LINES.get(self.model.__name__, ""),
        }
        return super().changelist_view(request, {**words, **(extra_context or {})})


class BaseAdmin(WordedList, WordedForms, RevisionAdmin):
    """Edits one model."""

    class Media:
        js = [Script(f"admin/{name}.js", type="module") for name in ("order", "autocomplete")]

    form = RecordForm
    formfield_overrides = FORMFIELDS
    list_per_page = 200
    actions = [delete_selected]

    def get_fieldsets(self, request, obj=None):
        return with_shown(super().get_fieldsets(request, obj))

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in KEPT_AS_TYPED:
            kwargs["strip"] = False
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        response = super().response_add(request, obj, post_url_continue)
        self.tell_state(request, obj)
        return response

    def response_change(self, request, obj):
        response = super().response_change(request, obj)
        self.tell_state(request, obj)
        return response

    def tell_state(self, request, record):
        """Say who can see the saved record now; nothing in a window that closes at once."""
        if IS_POPUP_VAR not in request.POST and isinstance(record, Content):
            tell_state(request, record)

    def get_changelist_form(self, request, **kwargs):
        return super().get_changelist_form(request, **{"form": OrderForm, **kwargs})

    def get_search_results(self, request, queryset, search_term):
        """Find the records whose texts hold every word, in any width, case and normal form."""
        words = fold(search_term).split()
        if not words or not self.search_fields:
            return queryset, False
        found = {}
        for pk, *texts in queryset.order_by().values_list("pk", *self.search_fields):
            found[pk] = " ".join([found.get(pk, ""), *(fold(str(text or "")) for text in texts)])
        keys = [pk for pk, text in found.items() if all(word in text for word in words)]
        return queryset.filter(pk__in=keys), False

    def view_on_site(self, record):
        """Return where the public page of the record is; None while it has none."""
        return record.public_path if record.is_published else None


class RecordAdmin(BaseAdmin):
    """Edits a model whose records have an address: redirects, publishing, previews."""

    actions = [publish, unpublish, delete_selected]

    @admin.display(description=_("status"), ordering="status")
    def state(self, record):
        """The status as a word with a colour."""
        return format_html(
            '<span class="state state-{}">{}</span>', record.status, record.get_status_display()
        )

    @admin.display(description=_("period"), ordering="start")
    def period(self, record):
        """The period as the owner writes dates in the admin: from a start to an end."""
        end = current_word() if record.end == CURRENT else record.end
        return f"{record.start} – {end}" if record.start or end else getattr(record, "duration", "")

    # The function that returns the page of a record, published or not; "" without such a page.
    page = ""

    def save_model(self, request, obj, form, change):
        """Save; the old address of a published record leads to its new one."""
        super().save_model(request, obj, form, change)
        if change and "slug" in form.changed_data:
            before = copy.copy(obj)
            before.slug = form.initial["slug"]
            if before.is_published and "#" not in before.public_path:
                Redirect.objects.record_move(before.public_path, obj.public_path)

    def get_urls(self):
        preview = path(
            "<path:object_id>/preview/",
            self.admin_site.admin_view(self.preview_view),
            name=f"{self.opts.app_label}_{self.opts.model_name}_preview",
        )
        return ([preview] if self.page else []) + super().get_urls()

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        """Offer a preview of a record that is not public."""
        if self.page and obj and not self.view_on_site(obj):
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_preview"
            context["preview_url"] = reverse(name, args=[obj.pk])
        return super().render_change_form(request, context, add, change, form_url, obj)

    def preview_view(self, request, object_id):
        """Return the public page of a record that is not public, for the staff only."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        record = self.model.objects.with_links().get(pk=record.pk)
        request.preview = True
        with translation.override(settings.LANGUAGE_CODE):
            response = import_string(self.page)(request, record)
        response["Cache-Control"] = "no-store"
        return response
