"""A finding: what the owner should look at, where it stands, and how it is settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from resume.models import Settled
from resume.models.base import Named


@dataclass(frozen=True)
class Kind:
    """A rule of the review: its code, its name, why it matters, how its findings are settled."""

    code: str
    title: str
    why: str
    how: str


@dataclass(frozen=True)
class Finding:
    """Something to look at in one record.

    `what` tells it from others of its kind in the record: the words found, or the field that is
    empty. `message` is a text to translate, filled with `words`; `field` is the name of a field of
    the record, or the label that the text stands under.
    """

    kind: Kind
    record: Named
    what: str
    message: str
    words: Mapping[str, Any]
    field: str = ""

    @property
    def id(self) -> str:
        """What it is settled by: its kind, its record's natural key, and what was found."""
        record = f"{self.record._meta.model_name}/{self.record.slug}"
        return str(Settled.key_of(f"{self.kind.code} {record} {self.what}"))

    @property
    def where(self) -> str:
        """The name of the field that it was found in, or "" where it is about the whole record."""
        names = {each.name: each.verbose_name for each in self.record._meta.fields}
        return str(names.get(self.field, self.field))

    def __str__(self) -> str:
        return str(self.message) % self.words
