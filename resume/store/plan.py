"""What a save will do, decided before anything is written, and told record by record."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from resume import models
from resume.document.contacts import contact_facts
from resume.models import Audience

from .compare import RELATIONS, Comparison, Difference
from .load import CONTACT_KINDS
from .records import Record
from .report import ADDED, CHANGED, CONFLICT, KEPT, REMOVED, UNCHANGED, Change

MOVED, ORDERED = "moved", "ordered"
ANOTHER_SIDE = gettext_noop("The site says something else; that stays unless you take the file's.")
BESIDE = gettext_noop(
    "The site has other employers than the file: they stay, and the file's stand beside them. For "
    "a site of this file alone, import it into an empty database."
)
TELLING = gettext_noop(
    "The section is public, and the file's text may hold contact facts or a birth date: what the "
    "site says stays unless you take the file's."
)


class Plan:
    """The records to add, to change and to remove, and the changes as a report tells them.

    `accept` names the changes to make, by their ids; None makes all but conflicts.
    """

    def __init__(self, comparison: Comparison, accept: Collection[str] | None) -> None:
        self.comparison = comparison
        self.accept = accept
        self.adding: set[Record] = set()
        self.changing: dict[Record, list[Difference]] = {}
        self.linking: dict[Record, list[Difference]] = {}
        self.removing: list[Record] = []
        self.told: list[tuple[Record, Change]] = []

    def decide(self) -> None:
        """Decide on every record of the file, then on what the file no longer has."""
        for record in self.comparison.file.all:
            if record not in self.comparison.now:
                self._decide_new(record)
        for record in self.comparison.file.all:
            if record in self.comparison.now:
                self._decide_known(record)
            elif record in self.adding:
                self.linking[record] = self._links(record)
        self._decide_gone()
        places = {record: number for number, record in enumerate(self.comparison.file.all)}
        self.told.sort(key=lambda told: places.get(told[0], len(places)))

    def accepts(self, record: Record, verb: str) -> bool:
        """True when `accept` names the change."""
        return self.accept is not None and f"{verb}/{record.identity}" in self.accept

    def is_there(self, record: Record | None) -> bool:
        """True for what has a row, or is given one."""
        return record is None or record in self.comparison.now or record in self.adding

    def _decide_new(self, record: Record) -> None:
        if record.kind == "Employer" and self._is_needed(record):
            given_up = False
        else:
            given_up = record in self.comparison.given_up and not self.accepts(record, ADDED)
        missing = next(
            (each for each in (record.container, record.employer) if not self.is_there(each)), None
        )
        if given_up:
            words = _("You deleted it or did not take it; it stays out.")
            self.say(record, KEPT, words=words, verb=ADDED)
        elif missing:
            words = _("It stands in “%s”, which is not taken; it was left out.") % missing.name
            self.say(record, KEPT, words=words, verb=ADDED)
        elif self.say(record, ADDED):
            self.adding.add(record)

    def _is_needed(self, employer: Record) -> bool:
        """True when a position at the employer is there or to be added."""
        return any(
            each.employer is employer
            and (each not in self.comparison.given_up or self.accepts(each, ADDED))
            for each in self.comparison.file.of("Position")
        )

    def _decide_known(self, record: Record) -> None:
        """Take what the file says anew of a record that is there."""
        found = [*self.comparison.differences(record), *self._links(record)]
        astray = [each for each in found if each.is_move and not self._has_target(record, each)]
        for each in astray:
            words = _("It stands in “%s”, which is not taken; it was left out.") % each.after
            self.say(record, KEPT, [each], words, verb=MOVED)
        found = [each for each in found if each not in astray]
        is_body_taken = not any(each.name == "body" and each.conflict for each in found)
        conflicts = [
            each
            for each in found
            if each.conflict or (each.name in RELATIONS and not is_body_taken)
        ]
        conflicts += self._untimely(record, [each for each in found if each not in conflicts])
        private = self._telling(record, [each for each in found if each not in conflicts])
        conflicts += private
        taken = [each for each in found if each not in conflicts]
        take = self._with_line(record, taken)
        chosen = take if take and self.say(record, CHANGED, take) else []
        if conflicts:
            words = _(TELLING if private else ANOTHER_SIDE)
            if self.say(record, CONFLICT, conflicts, words):
                chosen = self._with_line(record, [*(taken if chosen else []), *conflicts])
        if not found:
            self.say(record, UNCHANGED)
        if chosen:
            self.changing[record] = [each for each in chosen if each.name not in RELATIONS]
            self.linking[record] = [each for each in chosen if each.name in RELATIONS]

    def _untimely(self, record: Record, found: list[Difference]) -> list[Difference]:
        """Return what would end a period before it starts: the one end the file's, one yours."""
        times = [each for each in found if each.name in ("start", "end")]
        values = {**self.comparison.now[record].values, **{each.name: each.after for each in times}}
        start, end = values.get("start", ""), values.get("end", "")
        # As the constraint has it: compared as precisely as the end is known.
        is_timely = not start or end in ("", "current") or end >= start[: len(end)]
        return [] if is_timely or self.comparison.exact else times

    def _telling(self, record: Record, found: list[Difference]) -> list[Difference]:
        """Return the text that would put a contact fact or a birth date into a public section."""
        row = self.comparison.now[record].row
        if self.comparison.exact or not (record.kind == "Section" and row.is_published):
            return []
        return [
            each
            for each in found
            if each.name == "body"
            and not {*contact_facts(str(each.after))} <= {*contact_facts(str(each.before))}
        ]

    def _has_target(self, record: Record, move: Difference) -> bool:
        return self.is_there(record.employer if move.name == "employer" else record.container)

    def _links(self, record: Record) -> list[Difference]:
        names = {"Project": tuple(RELATIONS), "Publication": ("skills",)}.get(record.kind, ())
        found = [self.comparison.links(record, name, self.adding) for name in names]
        return [each for each in found if each is not None]

    def _with_line(self, record: Record, chosen: list[Difference]) -> list[Difference]:
        """Return the differences, with the line as written following what they change."""
        stored = self.comparison.now[record]
        if not chosen or "written" not in stored.values or self.comparison.exact:
            return chosen
        teller = record if any(each.name == "written" for each in chosen) else stored
        values = {**stored.values, **{each.name: each.after for each in chosen}}
        after = replace(teller, values=values)
        if any(each.name == "employer" for each in chosen):
            after.employer = record.employer
        line = teller.line_as(after)
        rest = [each for each in chosen if each.name != "written"]
        if line != stored.values["written"]:
            rest.append(Difference("written", stored.values["written"], line))
        return rest

    def _decide_gone(self) -> None:
        """Remove what the file no longer has, unless the owner changed it or something needs it."""
        gone = self.comparison.gone()
        if not gone:
            return
        holders = Holders(self, {stored for stored, _base in gone})
        for stored, base in gone:
            if words := holders.reason(stored):
                self.say(stored, KEPT, words=words, verb=REMOVED)
                continue
            if base is not None and self.comparison.is_edited(stored, base):
                words = _("The file no longer has it, and you changed it: it stays.")
                made = self.say(stored, CONFLICT, words=words, verb=REMOVED)
            else:
                made = self.say(stored, REMOVED)
            if made:
                self.removing.append(stored)

    def say(
        self,
        record: Record,
        action: str,
        differences: Sequence[Difference] = (),
        words: str = "",
        verb: str = "",
    ) -> bool:
        """Tell of a change; return whether it is to be made."""
        identity = f"{verb or action}/{record.identity}"
        if action in (UNCHANGED, KEPT):
            made = False
        elif self.accept is None:
            made = action != CONFLICT
        else:
            made = identity in self.accept
        change = Change(
            id=identity,
            action=action,
            model=record.kind,
            name=record.name,
            fields=tuple(each.change(record.kind) for each in differences),
            words=words,
            within=record.within,
            period=(record.values.get("start", ""), record.values.get("end", "")),
            made=made,
        )
        self.told.append((record, change))
        return made


class Holders:
    """What a record cannot be removed for: what stands in it, and what refers to it."""

    def __init__(self, plan: Plan, gone: set[Record]) -> None:
        self.plan = plan
        self.posts = referred_to_by_posts()
        comparison = plan.comparison
        # A file with another number has the last word on numbers, and an exact one on everything.
        self.told = {each.values["kind"] for each in comparison.file.of("ProfileLink")}
        if comparison.exact:
            self.told |= {*CONTACT_KINDS}
        self.inside: dict[Record, list[Record]] = {}
        files = {stored: file for file, stored in comparison.now.items()}
        for record in [*comparison.stored.all, *plan.adding]:
            file = files.get(record, record)
            moves = {each.name for each in plan.changing.get(file, ()) if each.is_move}
            employer, container = record.employer, record.container
            if "employer" in moves or record in plan.adding:
                employer = comparison.now.get(file.employer) if file.employer else None
            if moves - {"employer"} or record in plan.adding:
                container = comparison.now.get(file.container) if file.container else None
            for holder in (employer, container):
                if holder is not None:
                    self.inside.setdefault(holder, []).append(record)
        self.linked: dict[Record, list[Record]] = {}
        imported = {*files, *comparison.since.values(), *gone}
        for record in comparison.stored.of("Project", "Publication"):
            if record not in imported:
                for target in comparison.targets(record):
                    self.linked.setdefault(target, []).append(record)

    def reason(self, record: Record) -> str:
        """Return why the record stays, in words; "" where nothing needs it."""
        if is_left_out(record) and record.row.kind not in self.told:
            return str(
                _("It is not public, so no export has it: it stays. Delete it in the admin.")
            )
        removed = set(self.plan.removing)
        users = [*self.inside.get(record, ()), *self.linked.get(record, ())]
        user = next((each for each in users if each not in removed), None)
        if user is not None:
            return str(_("The file no longer has it; it stays, because “%s” needs it.") % user.name)
        if (record.kind, record.row.pk) in self.posts:
            return str(_("The file no longer has it; it stays, because a post refers to it."))
        return ""


def is_left_out(record: Record) -> bool:
    """True for a contact fact that is not public: that a file lacks it says nothing."""
    row = record.row
    return (
        isinstance(row, models.ProfileLink)
        and row.kind in CONTACT_KINDS
        and row.audience != Audience.PUBLIC
    )


POST_LINKS = {"skills": "Skill", "projects": "Project", "publications": "Publication"}


def referred_to_by_posts() -> set[tuple[str, int]]:
    """Return (kind, primary key) of what the owner's posts are linked to."""
    return {
        (kind, pk)
        for name, kind in POST_LINKS.items()
        for pk in getattr(models.Post, name).through.objects.values_list(
            f"{kind.lower()}_id", flat=True
        )
    }
