"""From a document to the database: matched, compared three ways, written in one transaction."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

import reversion
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from resume import models
from resume.document import schema
from resume.document.text import unique_slug
from resume.models import Audience, Generation

from .compare import Comparison, Difference
from .load import load_resume
from .records import Record
from .relations import write_relations
from .report import ADDED, CHANGED, CONFLICT, KEPT, REMOVED, UNCHANGED, Change, Report
from .rows import SaveError, check_and_save, holds_others, set_status, write_facts
from .sequence import write_order


def save_resume(
    resume: schema.Resume,
    *,
    base: schema.Resume | None = None,
    publish: bool = False,
    accept_evidence: bool = False,
    accept: Collection[str] | None = None,
    exact: bool = False,
    dry_run: bool = False,
    progress: Callable[[int, int], None] | None = None,
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
    try:
        with transaction.atomic(), reversion.create_revision(manage_manually=dry_run):
            Generation.objects.hold()
            saving = _Saving(resume, base, publish, accept, exact)
            report = saving.run(accept_evidence, progress)
            if not dry_run and not report.is_unchanged:
                reversion.set_comment(_("Import"))
            if dry_run:
                transaction.set_rollback(True)
            return report
    except IntegrityError as error:
        raise SaveError(_("The database refuses this document: %s") % error) from error


class _Saving:
    def __init__(
        self,
        resume: schema.Resume,
        base: schema.Resume | None,
        publish: bool,
        accept: Collection[str] | None,
        exact: bool,
    ) -> None:
        self.publish, self.accept, self.exact = publish, accept, exact
        self.comparison = Comparison(resume, base, load_resume(Audience.OWNER), exact)
        self.rows = self.comparison.rows
        self.taken = {
            kind: {str(row.slug) for row in rows.values()} for kind, rows in self.rows.items()
        }
        self.written: dict[Record, Any] = {}
        self.told: list[tuple[Record, Change]] = []
        self.ids: set[str] = set()

    def run(
        self, accept_evidence: bool, progress: Callable[[int, int], None] | None = None
    ) -> Report:
        """Make every change that is accepted, and tell of all."""
        comparison = self.comparison
        for number, record in enumerate(comparison.file.all, 1):
            if progress:
                progress(number, len(comparison.file.all))
            if record in comparison.now:
                self.update(record)
            elif record.kind == "Employer":
                continue  # made by the first position that needs it
            elif self.is_given_up(record):
                words = _("You deleted it; it stays deleted.")
                self.say(record, KEPT, words=words, verb=ADDED)
            else:
                self.add(record)
        self.remove()
        write_order(comparison, self.written)
        linked, suggested, ambiguous = write_relations(
            comparison, self.written, self.exact, accept_evidence, self.publish
        )
        changes = tuple(replace(each, key=self.address(record)) for record, each in self.told)
        return Report(changes, linked, suggested, ambiguous)

    def address(self, record: Record) -> str:
        """Return the slug of the record's row, or the one it had."""
        row = self.written.get(record)
        return str(row.slug) if row is not None else record.key

    def is_given_up(self, record: Record) -> bool:
        """True for what the last import had and the owner deleted since."""
        change = f"{ADDED}/{record.kind}{record.path}"
        return record in self.comparison.then and change not in (self.accept or ())

    def update(self, record: Record) -> None:
        """Take what the file says anew of a record that is there."""
        stored = self.comparison.now[record]
        row = self.comparison.row(stored)
        self.written[record] = row
        differences = self.comparison.differences(record)
        take = [each for each in differences if not each.conflict]
        conflicts = [each for each in differences if each.conflict]
        if take and self.say(record, CHANGED, take):
            self.set(row, record, take)
        if conflicts:
            words = _("You changed this too; yours stays unless you take the file's.")
            if self.say(record, CONFLICT, conflicts, words):
                self.set(row, record, conflicts)
        if not differences:
            self.say(record, UNCHANGED)

    def set(self, row: Any, record: Record, differences: list[Difference]) -> None:
        for each in differences:
            if each.name == "container":
                self.place(row, record)
            elif each.name == "status":
                row.status = each.after
            elif each.name != "facts":
                setattr(row, each.name, each.after)
        check_and_save(row, record)
        if any(each.name == "facts" for each in differences):
            write_facts(row, record)

    def add(self, record: Record) -> Any:
        """Make a record; None when it was not accepted or stands in one that was not."""
        needs = record.container and record.container.kind in ("Position", "Skill")
        if needs and record.container not in self.written:
            return None
        if not self.say(record, ADDED):
            return None
        model = getattr(models, record.kind)
        values = {name: value for name, value in record.values.items() if name != "facts"}
        row = model(**values)
        if record.employer:
            row.employer = self.employer(record.employer)
        self.place(row, record)
        if record.kind != "Profile":
            slug_source = row.slug_source
            row.slug = record.key or unique_slug(
                slug_source, row.slug_parent, self.taken[record.kind]
            )
            self.taken[record.kind].add(row.slug)
        set_status(row, record, publish=self.publish, exact=self.exact)
        check_and_save(row, record, new=True)
        if record.kind == "Project" and record.values["facts"]:
            write_facts(row, record)
        self.written[record] = row
        return row

    def employer(self, record: Record) -> Any:
        """Return the row of an employer, made if it is new."""
        if record not in self.written:
            if record in self.comparison.now:
                return self.comparison.row(self.comparison.now[record])
            accept, self.accept = self.accept, None
            self.add(record)
            self.accept = accept
        return self.written[record]

    def place(self, row: Any, record: Record) -> None:
        """Put the row where the file has it."""
        if record.kind in ("Profile", "Employer"):
            return
        container = self.written.get(record.container) if record.container else None
        names = [
            name
            for name in ("section", "position", "parent")
            if any(field.name == name for field in row._meta.fields)
        ]
        for name in names:
            target = type(row)._meta.get_field(name).remote_field.model
            setattr(row, name, container if isinstance(container, target) else None)
        row.order = record.order
        if hasattr(row, "place"):
            row.place = record.place

    def remove(self) -> None:
        """Delete what the file no longer has and the owner did not change."""
        for stored, base in reversed(self.comparison.gone()):
            row = self.comparison.row(stored)
            if base is not None and self.comparison.is_edited(stored, base):
                words = _("The file no longer has it, and you changed it: it stays.")
                if not self.say(stored, CONFLICT, words=words, verb="remove"):
                    continue
            elif not self.exact and holds_others(row):
                self.say(stored, KEPT, words=_("The file no longer has it; other records use it."))
                continue
            elif not self.say(stored, REMOVED):
                continue
            if row.pk and not holds_others(row):
                row.delete()

    def say(
        self,
        record: Record,
        action: str,
        differences: Collection[Difference] = (),
        words: str = "",
        verb: str = "",
    ) -> bool:
        """Tell of a change; return whether it is to be made."""
        identity = f"{verb or action}/{record.kind}{record.path}"
        number = 2
        while identity in self.ids:
            identity = f"{verb or action}/{record.kind}{record.path}#{number}"
            number += 1
        self.ids.add(identity)
        fields = tuple(each.change(record.kind) for each in differences if each.is_told)
        if action == CHANGED and not fields:
            action = UNCHANGED
        period = (record.values.get("start", ""), record.values.get("end", ""))
        if self.accept is None:
            made = action != CONFLICT
        else:
            made = identity in self.accept or action == UNCHANGED
        change = Change(
            identity, action, record.kind, record.name, fields, words, record.within, period
        )
        self.told.append((record, replace(change, made=made and action != KEPT)))
        return made


__all__ = ["SaveError", "save_resume"]
