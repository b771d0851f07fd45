"""A report as a page shows it: grouped by what happens and to which kind of record."""

import hashlib
from dataclasses import dataclass
from itertools import groupby

from django.apps import apps
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from resume.document.dates import DateStyle, Period
from resume.models import Profile
from resume.store.report import ADDED, CHANGED, CONFLICT, KEPT, REMOVED, UNCHANGED

from .allowed import MODELS
from .differences import side_by_side

# What needs a decision comes first.
HEADINGS = {
    CONFLICT: _("Conflicts"),
    CHANGED: _("Changed"),
    REMOVED: _("Removed"),
    ADDED: _("New"),
    KEPT: _("Left as they are"),
}
EXPLANATIONS = {
    CONFLICT: _(
        "The site and the file say different things here. What the site says stays; tick a row to "
        "take the file's side instead."
    ),
    CHANGED: _("The file says something else, and you did not change it here."),
    REMOVED: _("The file no longer has these, and you did not change them here."),
    ADDED: _("The file has these, and the site does not."),
    KEPT: _("The file and the site differ here, and nothing is done about it."),
}
KINDS = [model.__name__ for model in MODELS.values()]
FEW = 3
UNFOLDED = 24  # a kind with more rows is folded at first


def token(change):
    """Return a short name of a change for a form: the same as long as its content is."""
    return hashlib.sha256(change.id.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Row:
    """One change, whether it is ticked, and where its record is edited."""

    change: object
    is_ticked: bool
    url: str = ""
    period: str = ""

    @property
    def token(self):
        return token(self.change)

    @property
    def fields(self):
        """Return (label, rows of both values side by side) for each field that differs."""
        return [
            (capfirst(each.label), side_by_side(each.before_text, each.after_text))
            for each in self.change.fields
        ]


@dataclass(frozen=True)
class Kind:
    """The changes of one action to one kind of record."""

    label: str
    rows: list

    @property
    def is_open(self):
        return len(self.rows) <= UNFOLDED


@dataclass(frozen=True)
class Group:
    """The changes of one action."""

    action: str
    kinds: list

    @property
    def heading(self):
        return HEADINGS[self.action]

    @property
    def explanation(self):
        return EXPLANATIONS[self.action]

    @property
    def count(self):
        return sum(len(kind.rows) for kind in self.kinds)

    @property
    def is_long(self):
        """True when ticking the rows one by one would be tedious."""
        rows = [row for kind in self.kinds for row in kind.rows if row.change.can_be_made]
        return len(rows) > FEW


def group(report, chosen=None, *, linked=False):
    """Return the groups of a report's changes, without those that change nothing.

    `chosen` holds the tokens that are ticked; None ticks what an import makes by itself. With
    `linked` each row has the address of its record in the admin, if it is there.
    """
    urls = _urls(report) if linked else {}
    date_style = DateStyle(Profile.objects.current().date_style)
    groups = []
    for action in HEADINGS:
        rows = [
            Row(
                change,
                change.made if chosen is None else token(change) in chosen,
                urls.get((change.model, change.key), ""),
                Period.parse(*change.period).format(date_style),
            )
            for change in report.changes
            if change.action == action
        ]
        rows.sort(key=lambda row: KINDS.index(row.change.model))
        kinds = [
            Kind(capfirst(_model(name)._meta.verbose_name_plural), list(members))
            for name, members in groupby(rows, key=lambda row: row.change.model)
        ]
        if kinds:
            groups.append(Group(action, kinds))
    return groups


def unchanged(report):
    """Return how many records the file leaves as they are because it says the same."""
    return sum(change.action == UNCHANGED for change in report.changes)


def mentions(found, report):
    """Return (project, text, skills) of mentions, by the names that a reader knows."""
    names = report.names()

    def name(model, key, with_place=True):
        called, place = names.get((model, key), (key, ""))
        return f"{called} ({place})" if with_place and place else called

    return [
        {
            "project": name("Project", each.project),
            "text": each.as_written(name("Skill", each.skills[0], with_place=False)),
            "skills": [name("Skill", key) for key in each.skills],
        }
        for each in found
    ]


def _model(name):
    return apps.get_model("resume", name)


def _urls(report):
    """Return {(model, key): address of its form} of the records that are there, by kind."""
    urls = {}
    for name in {change.model for change in report.changes}:
        model = _model(name)
        keys = {change.key for change in report.changes if change.model == name}
        for slug, pk in model.objects.filter(slug__in=keys).values_list("slug", "pk"):
            urls[name, slug] = reverse(f"admin:resume_{name.lower()}_change", args=[pk])
    return urls
