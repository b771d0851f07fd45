"""What an import changed or would change; the caller prints or shows it."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext, gettext_noop, pgettext
from django.utils.translation import gettext_lazy as _

from resume import models
from resume.document.dates import CURRENT
from resume.document.text import fold

NOTHING_FOUND = gettext_noop(
    "No employer, project or skill was found: the text is kept as it is. An employer is read in a "
    "heading that has a name and a period, such as “## 株式会社例（2020年4月〜現在）”."
)
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
CONFLICT, UNCHANGED, KEPT = "conflict", "unchanged", "kept"
ACTIONS = {
    ADDED: _("added"),
    CHANGED: _("changed"),
    REMOVED: _("removed"),
    CONFLICT: _("conflict"),
    UNCHANGED: _("unchanged"),
    KEPT: _("left as it is"),
}


@dataclass(frozen=True)
class FieldChange:
    """A field of a model, its value in the database and the one of the file."""

    model: str
    name: str
    before: Any
    after: Any

    @property
    def label(self) -> str:
        """What the admin calls the field."""
        if self.name == "facts":
            return str(models.ProjectFact._meta.verbose_name_plural)
        if self.name == "extras":
            return str(_("what has no field"))
        return str(self._field.verbose_name)

    @property
    def before_text(self) -> str:
        """The value in the database as a reader sees it; "" where there is none."""
        return self._text(self.before)

    @property
    def after_text(self) -> str:
        """The value of the file as a reader sees it; "" where there is none."""
        return self._text(self.after)

    @property
    def _field(self) -> Any:
        return getattr(models, self.model)._meta.get_field(self.name)

    def _text(self, value: Any) -> str:
        if value is None:
            return ""
        if self.name == "facts":
            return "\n".join(": ".join(filter(None, fact)) for fact in value)
        if isinstance(value, tuple | list):
            return "\n".join(map(str, value))
        if isinstance(value, dict):
            return json.dumps(value, ensure_ascii=False, indent=2) if value else ""
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        if self.name == "end" and value == CURRENT:
            return pgettext("end of a period", "current")
        return str(dict(self._field.flatchoices).get(value, value))


@dataclass(frozen=True)
class Change:
    """What happens to one record.

    `id` is the same in a dry run and in the run after it: it is made of content. `action` is
    "added", "changed", "removed", "conflict" (the owner changed what the file changes: the
    database stays), "kept" (the file has it and the owner deleted it, or the other way round and
    it cannot be removed), or "unchanged". `words` says why, where the action alone does not.
    `within` names what the record stands in, outermost first; `period` is its start and end; `key`
    is its address; `made` tells whether the run makes the change (a dry run: would make it).
    """

    id: str
    action: str
    model: str
    name: str
    fields: tuple[FieldChange, ...] = ()
    words: str = ""
    within: tuple[str, ...] = ()
    period: tuple[str, str] = ("", "")
    key: str = ""
    made: bool = False

    @property
    def can_be_made(self) -> bool:
        """True when `accept` may name it: not for what stays as it is whatever the owner says."""
        return self.action not in (UNCHANGED, KEPT) or self.id.startswith(ADDED)

    @property
    def where(self) -> str:
        """What the record stands in, or "" where that is nothing."""
        return self.within[-1] if self.within else ""

    @property
    def action_label(self) -> str:
        """The action in the reader's language."""
        return str(ACTIONS[self.action])

    @property
    def model_label(self) -> str:
        """What the admin calls records of this kind."""
        return str(getattr(models, self.model)._meta.verbose_name)


@dataclass(frozen=True)
class Mention:
    """A skill that a project's text names. `skills` holds the keys of all it may mean."""

    project: str
    text: str
    skills: tuple[str, ...]

    def as_written(self, name: str) -> str:
        """Return `text`, which is folded to be compared, spelled as `name` where that is it."""
        return name if fold(name) == self.text else self.text


@dataclass(frozen=True)
class Report:
    """All that an import did or would do."""

    changes: tuple[Change, ...] = ()
    linked: tuple[Mention, ...] = ()
    suggested: tuple[Mention, ...] = ()
    ambiguous: tuple[Mention, ...] = ()
    notes: tuple[str, ...] = field(default=())

    def to_data(self) -> list[dict[str, Any]]:
        """Return every change but "unchanged" as JSON values, for what is kept of an import."""
        return [asdict(change) for change in self.changes if change.action != UNCHANGED]

    @classmethod
    def from_data(cls, data: list[dict[str, Any]]) -> "Report":
        """Return the report whose changes `to_data` gave."""
        return cls(
            tuple(
                Change(
                    **{
                        **each,
                        "fields": tuple(FieldChange(**one) for one in each["fields"]),
                        "within": tuple(each["within"]),
                        "period": tuple(each["period"]),
                    }
                )
                for each in data
            )
        )

    def names(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Return {(model, key): (name, what it stands in)} of the records of changes and mentions.

        A mention may be of records that the file says nothing about; those are asked for.
        """
        found = {(each.model, each.key): (each.name, each.where) for each in self.changes}
        mentions = (*self.linked, *self.suggested, *self.ambiguous)
        skills = {key for each in mentions for key in each.skills if ("Skill", key) not in found}
        if skills:
            unnamed = models.Skill.objects.filter(slug__in=skills)
            for skill in unnamed.select_related("parent", "section"):
                found["Skill", skill.slug] = (skill.name, str(skill.parent or skill.section or ""))
        projects = {each.project for each in mentions if ("Project", each.project) not in found}
        if projects:
            untitled = models.Project.objects.filter(slug__in=projects)
            for project in untitled.select_related("position__employer"):
                place = str(project.position or "")
                found["Project", project.slug] = (project.title, place)
        return found

    def counts(self) -> dict[str, int]:
        """Return how many records each action happens to."""
        return dict(Counter(change.action for change in self.changes))

    @property
    def held_back(self) -> str:
        """Which new records stay drafts though they were to be public, in words; "" for none."""
        held = [each for each in self.changes if each.made and each.action == ADDED and each.words]
        if not held:
            return ""
        if len(held) == 1 and held[0].name == held[0].where:  # a text without a title
            text = gettext(
                "The text under “%(name)s” stays a draft. Its line says why: publish it once you "
                "have looked at it."
            )
        elif len(held) == 1:
            text = gettext(
                "“%(name)s” stays a draft, and what stands in it is not on the site either. Its "
                "line says why: publish it once you have looked at it."
            )
        else:
            text = gettext(
                "%(count)d new records stay drafts, and what stands in them is not on the site "
                "either. Their lines say why: publish them once you have looked at them."
            )
        return text % {"count": len(held), "name": held[0].name}

    @property
    def is_text_alone(self) -> bool:
        """True when no fact was found in the file: nothing but headings and texts."""
        kinds = {change.model for change in self.changes}
        return bool(kinds) and kinds <= {"Profile", "Section"}

    @property
    def is_unchanged(self) -> bool:
        """True when the import writes nothing."""
        return not self.linked and not any(
            each.made and each.action != UNCHANGED for each in self.changes
        )
