"""What an import did or would do, as lines for a terminal: the printed form of a store.Report."""

from collections import Counter, defaultdict

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resume.document.dates import Period
from resume.document.source import Destination
from resume.store.report import (
    ADDED,
    CHANGED,
    CONFLICT,
    KEPT,
    NOTHING_FOUND,
    REMOVED,
    UNCHANGED,
)

from .differences import compare
from .terminal import at, visible

SIGNS = {ADDED: "+", CHANGED: "~", REMOVED: "-", CONFLICT: "!", KEPT: "=", UNCHANGED: "="}
# The names of Django's palette (DJANGO_COLORS) that actions and sides are painted with.
ROLES = {
    ADDED: "SUCCESS",
    CHANGED: "WARNING",
    REMOVED: "ERROR",
    CONFLICT: "NOTICE",
    KEPT: "MIGRATE_LABEL",
    UNCHANGED: "MIGRATE_LABEL",
}
SIDES = {"-": "ERROR", "+": "SUCCESS"}
MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}")}  # of words that differ, as in `git diff --word-diff`
SHORT = 60  # characters of a value that is shown on the line of its field
INDENT = "  "


def destination_label(destination):
    """Return where a line of the file went, in the reader's language."""
    return {
        Destination.FIELD: _("field"),
        Destination.BODY: _("body"),
        Destination.VERBATIM: _("verbatim"),
        Destination.FRONT_MATTER: _("front matter"),
        Destination.BLANK: _("blank"),
    }[destination]


def lines_label(first, last):
    """Return lines of a file by their numbers."""
    return (
        _("lines %(first)d–%(last)d") % {"first": first, "last": last}
        if last > first
        else (at(str(first)))
    )


class ReportLines:
    """The lines of a report; `style` is the palette that they are painted with.

    Whatever comes from a file or the database goes through `visible`.
    """

    def __init__(self, report, source, style):
        self.report, self.source, self.style = report, source, style
        self.names = report.names()

    def name(self, model, key, with_place=False):
        """Return what a record is called, by its slug; a dry run leaves no row to ask."""
        name, place = self.names.get((model, key), (key, ""))
        return visible(f"{name} ({place})" if with_place and place else name)

    def heading(self, text):
        return ["", self.style.MIGRATE_HEADING(text)]

    def notes(self):
        """Return what the owner should know of how the file was read."""
        notes = [
            (f"{at(note.place)}: " if note.place else "") + visible(_(note.message) % note.params)
            for note in self.source.notes
        ]
        notes += map(visible, self.report.notes)
        return [self.style.WARNING(f"{INDENT}{note}") for note in notes]

    def changes(self, with_unchanged=False):
        """Return the records that differ, as an outline of what they stand in."""
        shown = [
            change for change in self.report.changes if with_unchanged or change.action != UNCHANGED
        ]
        # Removals are told from the innermost out; an outline goes the other way.
        removed = [change for change in shown if change.action == REMOVED]
        shown = [change for change in shown if change.action != REMOVED] + removed[::-1]
        # What stands in nothing comes first: profile, employers, facts that no section lists.
        shown.sort(key=lambda change: bool(change.within) or change.model == "Section")
        lines, path = [], ()
        for change in shown:
            for depth, name in enumerate(change.within):
                if change.within[: depth + 1] != path[: depth + 1]:
                    title = visible(name) or _("(untitled)")
                    lines.append(f"{INDENT * depth}  {title}")
            path = (*change.within, change.name)
            margin = INDENT * len(change.within)
            lines += [margin + line for line in self.change(change)]
        return ["", *lines] if lines else []

    def change(self, change):
        """Return the lines of one record: its sign, kind and name, then the fields that differ."""
        paint = getattr(self.style, ROLES[change.action])
        # A profile without a name is called what it is.
        named = "" if change.name == change.model_label else change.name or _("(untitled)")
        name = visible(named)
        period = Period.parse(*change.period).format(self.source.resume.profile.date_style)
        if change.model in ("Position", "Project", "Education") and period:
            name += f" ({period})"
        lines = [paint(f"{SIGNS[change.action]} {change.model_label} {name}".rstrip())]
        if change.words:
            lines.append(f"{INDENT * 2}{visible(change.words)}")
        for field in change.fields:
            lines += [f"{INDENT * 2}{line}" for line in self.field(field)]
        return lines

    def field(self, field):
        """Return a field that differs: on one line where both values are short."""
        before, after = field.before_text, field.after_text
        label = visible(field.label)
        if max(len(before), len(after)) <= SHORT and "\n" not in before + after:
            old, new = (visible(text) or _("(empty)") for text in (before, after))
            return [f"{label}: {self.style.ERROR(old)} → {self.style.SUCCESS(new)}"]
        return [f"{label}:", *(f"{INDENT}{self.side(*line)}" for line in compare(before, after))]

    def side(self, sign, pieces):
        """Return a line of a difference, with the words that differ marked."""
        if sign not in SIDES:
            return f"{sign} {''.join(visible(text) for text, _differs in pieces)}".rstrip()
        paint = getattr(self.style, SIDES[sign])
        if not any(differs for _text, differs in pieces):
            return paint(f"{sign} {''.join(visible(text) for text, _differs in pieces)}")
        opening, closing = ("", "") if paint("x") != "x" else MARKS[sign]
        words = (
            paint(f"{opening}{visible(text)}{closing}") if differs else visible(text)
            for text, differs in pieces
        )
        return f"{paint(sign)} {''.join(words)}"

    def counts(self):
        """Return a line for each action that happens, with the kinds of records."""
        kinds = defaultdict(Counter)
        for change in self.report.changes:
            kinds[change.action][change.model_label] += 1
        labels = {change.action: change.action_label for change in self.report.changes}
        lines = []
        for action, sign in SIGNS.items():
            if action in kinds:
                total = f"{sign} {kinds[action].total()} {labels[action]}"
                rest = ", ".join(f"{label} {count}" for label, count in kinds[action].items())
                lines.append(f"{getattr(self.style, ROLES[action])(total)}: {rest}")
        return [*self.heading(_("Records")), *(f"{INDENT}{line}" for line in lines)]

    def ledger(self):
        """Return how many lines of the file went where, and which were kept word for word."""
        spans = self.source.ledger
        if not spans:
            return []
        lines = Counter()
        for span in spans:
            lines[span.destination] += span.last - span.first + 1
        found = ", ".join(
            f"{destination_label(each)} {lines[each]}" for each in Destination if lines[each]
        )
        total = lines.total()
        text = ngettext(
            "The %(total)d line of the file has a place: %(found)s.",
            "Every one of the %(total)d lines of the file has a place: %(found)s.",
            total,
        )
        told = [*self.heading(_("Lines")), INDENT + text % {"total": total, "found": found}]
        kept = [span for span in spans if span.destination == Destination.VERBATIM]
        if kept:
            told.append(INDENT + _("Kept as text, word for word:"))
        for span in kept:
            where = lines_label(span.first, span.last)
            told.append(f"{INDENT * 2}{where} {visible(span.record)}".rstrip())
        return told

    def ledger_by_line(self, text):
        """Return every line of the file, `text`, with where it went."""
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        width = len(str(len(lines)))
        return [
            f"{INDENT}{number:>{width}} {destination_label(span.destination)}"
            f" {visible(span.record)} | {visible(lines[number - 1].expandtabs(4))}"
            for span in self.source.ledger
            for number in range(span.first, span.last + 1)
        ]

    def evidence(self):
        """Return which skills projects were found to prove, and what is left to decide."""
        report, lines = self.report, []
        for mentions, title in (
            (report.linked, _("Skills linked to the projects that name them:")),
            (report.suggested, _("Skills that projects name, not linked yet:")),
        ):
            named = defaultdict(list)
            for mention in mentions:
                named[mention.project].append(self.name("Skill", mention.skills[0]))
            if named:
                lines.append(INDENT + title)
            for project, skills in named.items():
                lines.append(f"{INDENT * 2}{self.name('Project', project)}: {', '.join(skills)}")
        if report.suggested:
            advice = _("--accept-evidence links them all; or link them on a project's admin page.")
            lines.append(f"{INDENT * 2}→ {advice}")
        if report.ambiguous:
            lines.append(INDENT + _("Names that more than one skill bears:"))
        for mention in report.ambiguous:
            skills = [self.name("Skill", key, with_place=True) for key in mention.skills]
            words = _("“%(text)s” in %(project)s: %(skills)s?") % {
                "text": visible(mention.as_written(self.name("Skill", mention.skills[0]))),
                "project": self.name("Project", mention.project),
                "skills": _(" or ").join(skills),
            }
            lines.append(f"{INDENT * 2}{words}")
        if report.ambiguous:
            advice = _("Link the right one on the project's admin page.")
            lines.append(f"{INDENT * 2}→ {advice}")
        return [*self.heading(_("Evidence")), *lines] if lines else []

    def next_steps(self, publish, dry_run):
        """Return what can be done now."""
        counts = self.report.counts()
        steps = []
        if self.source.format == "markdown" and self.report.is_text_alone:
            steps.append(_(NOTHING_FOUND))
        if counts.get(CONFLICT):
            steps.append(_("Conflicts: yours stays. To take the file's, edit the record."))
        if publish and self.report.held_back:
            steps.append(visible(self.report.held_back))
        if counts.get(ADDED) and not publish:
            steps.append(
                _("New records are drafts. --publish would publish them.")
                if dry_run
                else _("New records are drafts: publish them in the admin.")
            )
        if dry_run:
            steps.append(_("Dry run: nothing was written. Leave out --dry-run to import."))
        elif not self.report.is_unchanged:
            address = settings.SITE_ORIGIN + reverse("admin:resume_import_changelist")
            steps.append(_("To undo this import, open it at %(address)s") % {"address": address})
        elif not counts.get(CONFLICT):
            steps.append(_("Nothing to change: the file says nothing new."))
        return [*self.heading(_("Next")), *(f"{INDENT}{step}" for step in steps)]
