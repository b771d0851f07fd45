"""The admin's front page: how to begin, what to do, what is unpublished, what changed last."""

from dataclasses import dataclass

from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.db.models import Count, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import review
from .models import (
    Award,
    Certification,
    Education,
    Employer,
    Import,
    Position,
    Post,
    Profile,
    Project,
    Publication,
    Section,
    Skill,
    Status,
)

# The kinds that are drafts until they are published.
KINDS = (Project, Post, Publication, Position, Skill, Section, Education, Certification, Award)
DRAFTS_SHOWN = 4
DONE = {ADDITION: _("added"), CHANGE: _("changed"), DELETION: _("deleted")}
CHANGES_SHOWN = 8
FINDINGS_SHOWN = 4
FINDINGS_OPEN = 6  # rows that are shown without unfolding their group


def address(model, page, *args):
    """Return the path of a page of the model's admin."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def may(user, verb, model):
    """Return whether `user` may "view", "add" or "change" records of the model."""
    names = [verb] if verb != "view" else ["view", "change"]
    return any(user.has_perm(f"resume.{name}_{model._meta.model_name}") for name in names)


@dataclass(frozen=True)
class Step:
    """One of the first things to do in an empty installation."""

    words: str
    why: str
    path: str
    is_done: bool


# The one step that may take all the others.
BY_FILE = (
    _("Import a résumé file"),
    _("Markdown, JSON Resume or RenderCV. You see all that it would change before it does."),
)


def first_steps(user, transfer):
    """Return the Steps that `user` may take; [] once there is an employer and a project.

    `transfer` is the path of the page for résumé files, or "" for who may not use it.
    """
    profile = Profile.objects.first()
    has_employer, has_project = Employer.objects.exists(), Project.objects.exists()
    if has_employer and has_project:
        return []
    steps = [
        (
            Profile,
            "change" if profile else "add",
            _("Say who you are"),
            _("A name is not needed: a title such as “MLOps engineer” is enough."),
            bool(profile and (profile.name or profile.title)),
        ),
        (
            Employer,
            "add",
            _("Add your first employer"),
            _("With the role you had there and its period."),
            has_employer,
        ),
        (
            Project,
            "add",
            _("Add your first project"),
            _("What you did, in a few lines. Publish it when you like how it reads."),
            has_project,
        ),
    ]
    by_hand = [
        Step(words, why, address(model, page, *([profile.pk] if page == "change" else [])), done)
        for model, page, words, why, done in steps
        if may(user, page, model)
    ]
    return [Step(*BY_FILE, transfer, has_employer), *by_hand] if transfer else by_hand


# What one comes for, most often first: the model, the words.
TASKS = (
    (Post, _("Write a post")),
    (Project, _("Add a project")),
    (Publication, _("Add an article or a talk")),
)


def tasks(user, transfer):
    """Return [(words, path)] of what `user` may add, by hand or from a file."""
    found = [(words, address(model, "add")) for model, words in TASKS if may(user, "add", model)]
    if user.has_perm("resume.change_project") or user.has_perm("resume.change_post"):
        found.append((_("Look at suggested links"), reverse("admin:suggestions")))
    return [*found, (_("Import a résumé file"), transfer)] if transfer else found


@dataclass(frozen=True)
class Drafts:
    """The unpublished records of one kind: the newest few, and how many there are."""

    model: type
    records: list
    total: int
    may_publish: bool

    @property
    def name(self):
        """The name of the kind."""
        return self.model._meta.verbose_name_plural

    @property
    def list_path(self):
        """The list of all of them."""
        return f"{address(self.model, 'changelist')}?status__exact={Status.DRAFT}"

    @property
    def action_path(self):
        """Where the action that publishes one of them is sent."""
        return address(self.model, "changelist")

    @property
    def rows(self):
        """Return [(record, its name, path of its form)]."""
        return [
            (record, str(record) or record.slug, address(self.model, "change", record.pk))
            for record in self.records
        ]

    @property
    def more(self):
        """How many are not among the newest few."""
        return self.total - len(self.records)


def unpublished(user):
    """Return the Drafts of every kind that `user` may see and that has any: a query a kind."""
    found = []
    for model in KINDS:
        if not may(user, "view", model):
            continue
        drafts = model.objects.filter(status=Status.DRAFT)
        if model is Position:
            drafts = drafts.select_related("employer")
        counted = drafts.annotate(total=Window(Count("pk"))).order_by("-pk")
        records = list(counted[:DRAFTS_SHOWN])
        if records:
            found.append(Drafts(model, records, records[0].total, may(user, "change", model)))
    return found


def scheduled(user):
    """Return [(post, path of its form)] of the published posts whose time has not come."""
    if not may(user, "view", Post):
        return []
    posts = Post.objects.filter(status=Status.PUBLISHED, publish_at__gt=timezone.now())
    return [(post, address(Post, "change", post.pk)) for post in posts.order_by("publish_at")]


@dataclass(frozen=True)
class Change:
    """Something that was done: to what, by whom, when."""

    when: object
    who: str
    name: str
    kind: str
    words: str
    path: str


def last_changes(user, models):
    """Return the newest Changes of records of `models` in the admin, imports among them."""
    entries = (
        LogEntry.objects.filter(
            content_type__app_label="resume",
            content_type__model__in=[model._meta.model_name for model in models],
        )
        .select_related("user", "content_type")
        .order_by("-action_time", "-pk")[:CHANGES_SHOWN]
    )
    changes = [
        Change(
            entry.action_time,
            entry.user.get_username(),
            entry.object_repr,
            entry.content_type.name,
            DONE.get(entry.action_flag, ""),
            "" if entry.is_deletion() else entry.get_admin_url(),
        )
        for entry in entries
    ]
    if may(user, "view", Import):
        changes += _imports()
    return sorted(changes, key=lambda change: change.when, reverse=True)[:CHANGES_SHOWN]


def _imports():
    rows = Import.objects.order_by("-created_at", "-pk")
    rows = rows.values_list("pk", "created_at", "file_name")
    return [
        Change(when, "", name, Import._meta.verbose_name, "", address(Import, "change", pk))
        for pk, when, name in rows[:CHANGES_SHOWN]
    ]


@dataclass(frozen=True)
class Findings:
    """The findings of one kind: the first few, and all of them."""

    kind: review.Kind
    all: list
    shown: int
    is_open: bool

    @property
    def rows(self):
        """Return [(finding, its record's name, what kind of record, path of its form)]."""
        return [
            (
                finding,
                str(finding.record) or finding.record.slug,
                finding.record._meta.verbose_name,
                address(type(finding.record), "change", finding.record.pk),
            )
            for finding in self.all[: self.shown]
        ]

    @property
    def more(self):
        """How many are not among the first few."""
        return max(0, len(self.all) - self.shown)


def to_review(user, shown=FINDINGS_SHOWN):
    """Return ([Findings] that wait, [Findings] that are settled): of what `user` may see.

    Of each kind the first `shown`. Groups are open until enough rows are.
    """
    waiting, settled = review.review(timezone.localdate())
    return _by_kind(user, waiting, shown), _by_kind(user, settled, shown)


def _by_kind(user, findings, shown):
    kinds = {}
    for finding in findings:
        if may(user, "view", type(finding.record)):
            kinds.setdefault(finding.kind.code, []).append(finding)
    groups, rows = [], 0
    for found in kinds.values():
        rows += min(len(found), shown)
        groups.append(Findings(found[0].kind, found, shown, rows <= FINDINGS_OPEN))
    return groups
