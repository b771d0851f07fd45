"""From a document to the database: matched, compared three ways, written in one transaction."""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import reversion
from django.db import DataError, IntegrityError, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from resume import models
from resume.document import schema
from resume.document.source import Recognise, as_read
from resume.models import Generation

from .compare import Comparison
from .match import WAYS
from .plan import BESIDE, Plan
from .records import Record, with_keys
from .relations import write_evidence, write_links
from .report import Change, Report
from .rows import Rows, SaveError
from .sequence import write_order
from .unique import Unique

Progress = Callable[[int, int], None]
FACTS: Any = models.ProjectFact.objects
# The fields by which the database tells two rows apart, beside what they stand in.
TELLING = {
    "Skill": ("name",),
    "Position": ("role", "start"),
    "Publication": ("url",),
    "ProfileLink": ("url",),
}
NO_EMPLOYER = gettext_noop(
    "The file has no employer in common with the last one that was read: it counts as another "
    "résumé, and nothing is removed."
)
NOTHING = gettext_noop(
    "The file has nothing in common with the last one that was read: it counts as another résumé, "
    "and nothing is removed."
)


def save_resume(
    resume: schema.Resume,
    *,
    base: schema.Resume | None = None,
    publish: bool = False,
    accept_evidence: bool = False,
    accept: Collection[str] | None = None,
    exact: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Write `resume` into the database and return what changed; nothing of it, or all.

    `base` is the document of the last import: what the file did not change since stays as the
    owner made it, and what both changed is a conflict, which the owner's side wins. Without a base
    only empty fields are filled, and nothing is removed. `accept` names the changes to make, by
    `Change.id`, conflicts included; None makes all but conflicts. New records are drafts unless
    `publish`. With `exact` the database becomes the document, removals and statuses included.
    A dry run gives the same report and writes nothing. `progress` is called with the number of
    records that are done, and of all.

    Raises SaveError.
    """
    return save_document(
        resume,
        base=base,
        publish=publish,
        accept_evidence=accept_evidence,
        accept=accept,
        exact=exact,
        dry_run=dry_run,
        progress=progress,
    )[0]


def save_document(
    resume: schema.Resume,
    *,
    base: schema.Resume | None,
    recognise: Recognise = as_read,
    publish: bool,
    accept_evidence: bool,
    accept: Collection[str] | None,
    exact: bool,
    dry_run: bool,
    progress: Progress | None,
) -> tuple[Report, schema.Resume]:
    """Do what `save_resume` does; return its report, and the document with its rows' addresses."""
    try:
        with transaction.atomic(), reversion.create_revision(manage_manually=dry_run):
            Generation.objects.hold()
            comparison = Comparison(resume, base, exact, recognise)
            plan = Plan(comparison, accept)
            report = _Saving(plan, publish).run(accept_evidence, progress)
            if not dry_run and not report.is_unchanged:
                reversion.set_comment(_("Import"))
            if dry_run:
                transaction.set_rollback(True)
            return report, with_keys(comparison.resume, comparison.file.all)
    except (IntegrityError, DataError) as error:
        # Each row's own rules have spoken before: this is what only the whole shows.
        raise SaveError(
            _("The records of this document clash with each other. Nothing was saved.")
        ) from error


class _Saving:
    """Writes what a plan decides, and tells it."""

    def __init__(self, plan: Plan, publish: bool) -> None:
        self.plan = plan
        self.comparison = plan.comparison
        tables = plan.comparison.tables.rows
        slugs = {kind: {str(slug) for slug in rows} for kind, rows in tables.items()}
        self.unique = Unique()
        self.rows = Rows(self.unique, slugs, publish=publish, exact=plan.comparison.exact)

    def run(self, accept_evidence: bool, progress: Progress | None) -> Report:
        """Make every change that is accepted, and tell of all."""
        plan = self.plan
        self.refuse_same_keys()
        plan.decide()
        self.vacate()
        self.write(progress)
        write_links(plan)
        for record in plan.removing:
            record.row.delete()
        write_order(plan)
        linked, suggested, ambiguous = write_evidence(accept_evidence)
        if reversion.is_active() and not reversion.is_manage_manually():
            for record in plan.adding:
                if reversion.is_registered(type(record.row)):
                    reversion.add_to_revision(record.row)
        changes = tuple(self.told(record, change) for record, change in plan.told)
        return Report(changes, linked, suggested, ambiguous, self.notes())

    def notes(self) -> tuple[str, ...]:
        """Return what to know of the whole file."""
        apart = self.comparison.apart
        if not apart:
            return (_(BESIDE),) if self.is_beside() else ()
        return (_(NO_EMPLOYER if apart == {"Employer"} else NOTHING),)

    def is_beside(self) -> bool:
        """True for a first file whose employers are all others than those that are there."""
        comparison = self.comparison
        both = comparison.file.of("Employer") and comparison.stored.of("Employer")
        is_first = comparison.base is None and not comparison.exact
        return bool(both) and is_first and all(each.kind != "Employer" for each in comparison.now)

    def told(self, record: Record, change: Change) -> Change:
        """Return the change with the address of its row, and with what came up while writing."""
        key = str(record.row.slug) if record.row is not None else record.key
        words = change.words or (self.rows.words.get(record, "") if change.made else "")
        return replace(change, key=key, words=words)

    def write(self, progress: Progress | None) -> None:
        """Write the rows, kind by kind, what holds others before what it holds.

        New rows are made in bulk: one query a kind and level, whatever their number.
        """
        changing = {each for each in self.comparison.file.all if self.is_changing(each)}
        files = {own: file for file, own in self.comparison.now.items()}
        for record in self.comparison.stored.all:
            if files.get(record) not in changing:
                self.unique.add(record.row)
        groups: dict[tuple[int, int], list[Record]] = {}
        kinds = {kind: number for number, kind in enumerate(WAYS)}
        for record in self.comparison.file.all:
            groups.setdefault((kinds[record.kind], record.depth), []).append(record)
        done, total = 0, len(self.comparison.file.all)
        for place in sorted(groups):
            group = groups[place]
            for record in group:
                if record in changing:
                    self.change(record)
            self.add([record for record in group if record in self.plan.adding])
            done += len(group)
            if progress:
                progress(done, total)

    def is_changing(self, record: Record) -> bool:
        """True when the row of the record is to be written anew.

        An exact document may also give it another address.
        """
        row = record.row
        is_readdressed = self.comparison.exact and record.key and row and row.slug != record.key
        return bool(is_readdressed or self.plan.changing.get(record))

    def change(self, record: Record) -> None:
        """Write what differs of a record that is there."""
        differences = self.plan.changing.get(record, [])
        facts = any(each.name == "facts" for each in differences)
        row = self.rows.change(record, differences)
        if facts:
            row.facts.all().delete()
            FACTS.bulk_create(self.rows.facts(record))
        row.save()

    def add(self, records: list[Record]) -> None:
        """Make the rows of records of one kind."""
        if not records:
            return
        rows = [self.rows.make(record) for record in records]
        type(rows[0]).objects.bulk_create(rows)
        if facts := [fact for record in records for fact in self.rows.facts(record)]:
            FACTS.bulk_create(facts)

    def refuse_same_keys(self) -> None:
        """Raise SaveError where two records of a kind claim one address."""
        keys = Counter((each.kind, each.key) for each in self.comparison.file.all if each.key)
        for (kind, key), times in keys.items():
            if times > 1:
                model = getattr(models, kind)._meta.verbose_name
                words = _("%(model)s: two records of the document have the address “%(key)s”.")
                raise SaveError(words % {"model": model, "key": key[:80]})

    def vacate(self) -> None:
        """Free the names and addresses that records hand on to each other.

        The database compares row by row: where two swap their names, the first would meet its
        own new name in the second.
        """
        new: dict[str, set[Any]] = {kind: set() for kind in TELLING}
        changing = [each for each in self.plan.changing if each.kind in TELLING]
        for record in (*self.plan.adding, *changing):
            if record.kind in TELLING:
                new[record.kind].add(_telling(record))
        for kind, names in TELLING.items():
            rows = [
                each.row.pk
                for each in changing
                if each.kind == kind
                and _telling(self.comparison.now[each]) in new[kind]
                and _telling(self.comparison.now[each]) != _telling(each)
            ]
            if rows:
                start = "https://vacated.invalid/" if names[0] == "url" else "vacated "
                free = Concat(Value(start), F("slug"))
                getattr(models, kind).objects.filter(pk__in=rows).update(**{names[0]: free})


def _telling(record: Record) -> tuple[Any, ...]:
    return tuple(record.values[name] for name in TELLING[record.kind])


__all__ = ["SaveError", "save_document", "save_resume"]
