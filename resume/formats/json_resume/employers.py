"""The employers of a file: each stands once in our key, and in the entry of every role there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from resume.document.schema import Employer

from .entries import Values
from .overlay import Told
from .parts import PLACE, build, refusal


@dataclass
class Stay:
    """A work entry at an employer of our key, as the file tells it now."""

    number: int
    told: Told
    in_stint: bool

    @property
    def name(self) -> str:
        """The employer's name in the entry."""
        return str(self.told.values["employer.name"])


class Employers:
    """The employers of our key, changed where a person changed the entries of their roles."""

    def __init__(self, nodes: Sequence[Any]) -> None:
        self.all: list[Employer] = [build(Employer, node) for node in nodes]

    def number(self, node: dict[str, Any]) -> int:
        """Return which employer a position is at. Raises SourceError for one that is not there."""
        number = node.get("employer")
        if type(number) is not int or not 0 <= number < len(self.all):
            raise refusal(number, f"{PLACE}.employer")
        return number

    def values(self, number: int) -> Values:
        """Return what our key says of an employer, as a work entry tells it."""
        employer = self.all[number]
        return {
            "employer.name": employer.name,
            "employer.business": employer.business,
            "employer.url": employer.url,
        }

    def settle(self, stays: Sequence[Stay]) -> None:
        """Take the edits of names, addresses and businesses.

        A name changed in every entry, or in a stint (whose roles are at one employer), renames the
        employer; changed in other entries, it is another one.
        """
        groups: dict[int, list[Stay]] = {}
        for stay in stays:
            groups.setdefault(stay.number, []).append(stay)
        for number, group in groups.items():
            old = self.all[number]
            name = _new_name(old.name, group)
            facts: dict[str, Any] = {}
            for stay in group:
                for field in ("url", "business"):
                    told = stay.told.values[f"employer.{field}"]
                    is_same = stay.name in ("", old.name, name)
                    if is_same and told != getattr(old, field):
                        facts[field] = told
            self.all[number] = replace(old, name=name, **facts)

    def of(self, stay: Stay) -> Employer:
        """Return the employer of an entry, after `settle`."""
        employer = self.all[stay.number]
        if stay.in_stint or stay.name in ("", employer.name):
            return employer
        return self.named(stay.name) or Employer(
            name=stay.name,
            business=stay.told.values["employer.business"],
            url=stay.told.values["employer.url"],
        )

    def named(self, name: str) -> Employer | None:
        """Return the employer of that name, or None."""
        return next((each for each in self.all if each.name == name), None)


def _new_name(old: str, group: Sequence[Stay]) -> str:
    edits = [stay.name for stay in group if stay.name not in ("", old)]
    in_stints = [stay.name for stay in group if stay.in_stint and stay.name in edits]
    is_whole = len(edits) == len(group) and len(set(edits)) == 1
    return in_stints[0] if in_stints else edits[0] if is_whole else old
