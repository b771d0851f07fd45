"""A file beside its ledger: each line, and where it went."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from resume.document.source import Destination, Span

LABELS = {
    Destination.FIELD: _("record field"),
    Destination.BODY: _("record text"),
    Destination.VERBATIM: _("kept word for word"),
    Destination.FRONT_MATTER: _("front matter"),
    Destination.BLANK: _("blank line"),
}


@dataclass(frozen=True)
class Block:
    """Lines that went to one place: `lines` are (number, text)."""

    destination: Destination
    record: str
    lines: tuple[tuple[int, str], ...]

    @property
    def label(self) -> str:
        """Where the lines went, in the reader's language."""
        return str(LABELS[self.destination])

    @property
    def place(self) -> str:
        """Which lines of the file these are, in the reader's language."""
        first, last = self.lines[0][0], self.lines[-1][0]
        if first == last:
            return gettext("line %(number)s") % {"number": first}
        return gettext("lines %(first)d–%(last)d") % {"first": first, "last": last}

    @property
    def is_verbatim(self) -> bool:
        """True for lines that were not understood, and stay as they are."""
        return self.destination is Destination.VERBATIM


@dataclass(frozen=True)
class Ledger:
    """The whole file in blocks, in its order; no blocks for a format that has no lines."""

    blocks: tuple[Block, ...] = ()

    @property
    def verbatim(self) -> list[Block]:
        """The blocks that were kept word for word."""
        return [block for block in self.blocks if block.is_verbatim]

    @property
    def counts(self) -> list[tuple[str, int]]:
        """Return (label, number of lines) for each destination that lines went to."""
        totals = dict.fromkeys(Destination, 0)
        for block in self.blocks:
            totals[block.destination] += len(block.lines)
        return [(str(LABELS[each]), number) for each, number in totals.items() if number]


def read_ledger(text: str, spans: Iterable[Span]) -> Ledger:
    """Return the lines of `text` beside `spans`; neighbours with one destination are one block."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: list[tuple[Destination, str, list[tuple[int, str]]]] = []
    for span in spans:
        numbered = [(number, lines[number - 1]) for number in range(span.first, span.last + 1)]
        if found and found[-1][:2] == (span.destination, span.record):
            found[-1][2].extend(numbered)
        else:
            found.append((span.destination, span.record, numbered))
    return Ledger(tuple(Block(where, record, tuple(rows)) for where, record, rows in found))
