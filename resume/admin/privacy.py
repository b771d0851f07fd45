"""A text that may hold contact facts or a birth date is asked about before everybody reads it.

The rule is that of an import (`store.privacy`), which keeps such a section a draft.
"""

from dataclasses import dataclass

from django.contrib.admin import helpers
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from resume.document.contacts import contact_facts
from resume.models import Section, Status

from .conflicts import ShownField, digest
from .forms import RecordForm

LINES_SHOWN = 5
ASK = gettext_lazy(
    "This may be a contact fact or a birth date: %(facts)s. Nothing was saved. Take it out, or "
    "save again to let everybody read it."
)


@dataclass(frozen=True)
class Telling:
    """A draft section whose text may hold contact facts, and the first lines that do."""

    section: Section

    @property
    def name(self):
        return str(self.section) or self.section.slug

    @property
    def path(self):
        """Where its text is edited."""
        return reverse("admin:resume_section_change", args=[self.section.pk])

    @property
    def lines(self):
        """Return the first (number, text) of the lines that tell."""
        lines = enumerate(self.section.body.splitlines(), 1)
        return [(number, text) for number, text in lines if contact_facts(text)][:LINES_SHOWN]


def telling(queryset):
    """Return the Tellings among the records that are not published yet."""
    if not issubclass(queryset.model, Section):
        return []
    drafts = queryset.exclude(status=Status.PUBLISHED)
    return [Telling(section) for section in drafts if contact_facts(section.body)]


def asked_about(found):
    """Return a digest of the texts of Tellings: the answer is about these and no later ones."""
    return digest({str(each.section.pk): each.section.body for each in found})


def question(model_admin, request, found):
    """Return the page that asks whether the texts are to be published all the same."""
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": _("Publish this all the same?"),
        "found": found,
        "asked": asked_about(found),
        "is_from_index": request.POST.get("back") == "index",
        "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/publish.html", context)


class SectionForm(RecordForm):
    """Asks once before a text that may hold contact facts gets public; saving again answers."""

    asked = ShownField()

    def clean(self):
        super().clean()
        found = self._newly_told()
        answer = digest(dict.fromkeys(found))
        if found and self["asked"].data != answer:
            self.data = self.data.copy()
            self.data[self.add_prefix("asked")] = answer
            self.add_error(None, ASK % {"facts": ", ".join(found)})

    def _newly_told(self):
        """Return the facts that everybody would read, and could not before."""
        status = self.cleaned_data.get("status", self.instance.status)
        if status != Status.PUBLISHED:
            return []
        was_public = self.stored.get("status") == Status.PUBLISHED
        before = contact_facts(self.stored.get("body", "")) if was_public else []
        after = contact_facts(self.cleaned_data.get("body", self.instance.body))
        return [each for each in after if each not in before]
