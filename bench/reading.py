"""`python -m bench.reading FOLDER`: what the reader finds in résumé files, against annotations.

Beside each NAME.md stands NAME.json, written by a person who read the file, not the reader's
answer: {"employers": [{"name", "start", "end"}], "projects": [{"title"}]}. An end is "current"
where the file says so, and null where it is open. The folder may be anybody's; of files that the
reader was never tried on, the figures say how well it reads.
"""

import json
import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from resume import formats
from resume.document.schema import Position, Project
from resume.formats import markdown

# Marks and separators, of which an annotation may have others than the reader.
UNTOLD = re.compile(r"[\W_]+|\]\([^)]*\)|</?\w+>")
# The marks of a line: tags, those at its head, rules, and the frames of tables.
MARKS = re.compile(r"</?[A-Za-z][^<>]*>|^[\s>]*(?:[-*+]|#{1,6}|\d+[.)])?\s+|[\s|:*_`~\\#=-]+")


@dataclass
class Differences:
    """What of an annotation is read, what is not, and what is read besides, in its words."""

    read: int = 0
    missing: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()

    def __add__(self, other):
        return Differences(
            self.read + other.read, self.missing + other.missing, self.besides + other.besides
        )

    @property
    def share(self):
        """The share that is read, from 0 to 1; 1 where there is nothing to read."""
        whole = self.read + len(self.missing)
        return self.read / whole if whole else 1.0


@dataclass
class Reading:
    """The differences of one file or of several, and the share of the lines that are kept."""

    employers: Differences
    periods: Differences
    projects: Differences
    kept: float


def measure_reading(source):
    """Return the Reading of a Markdown file that has its annotation beside it."""
    told = json.loads(source.with_suffix(".json").read_text(encoding="utf-8"))
    text = source.read_text(encoding="utf-8")
    resume = formats.parse(source.read_bytes(), "markdown").resume
    items = list(resume.items())
    roles = {id(role) for item in items if isinstance(item, Position) for role in item.roles}
    stays = [item for item in items if isinstance(item, Position) and id(item) not in roles]
    titles = [item.title for item in items if isinstance(item, Project)]
    employers, periods = compare_stays(told["employers"], [*map(stay, stays)])
    projects = compare_titles([project["title"] for project in told["projects"]], titles)
    return Reading(employers, periods, projects, kept(text, markdown.render(resume)))


def stay(position):
    """Return a position as an annotation tells it: one row for all the roles of a stay."""
    starts = [each.start for each in position.roles if each.start]
    ends = [each.end for each in position.roles if each.end]
    last = "current" if "current" in ends else max(ends, default="")
    return {
        "name": position.employer.name,
        "start": position.start or min(starts, default="") or None,
        "end": position.end or last or None,
    }


def compare_stays(told, read):
    """Return the differences of the employers, and of the periods of those that are read."""
    left, employers, periods = list(read), Differences(), Differences()
    for one in told:
        named = [each for each in left if is_same(each["name"], one["name"])]
        if not named:
            employers += Differences(missing=(one["name"],))
            periods += Differences(missing=(f"{one['name']}: not read",))
            continue
        when = (one.get("start"), one.get("end"))
        found = next((n for n in named if (n["start"], n["end"]) == when), None)
        employers += Differences(read=1)
        if found:
            periods += Differences(read=1)
        else:
            got = named[0]
            missing = f"{one['name']}: {when}, read as {(got['start'], got['end'])}"
            periods += Differences(missing=(missing,))
        left.remove(found or named[0])
    return employers + Differences(besides=tuple(each["name"] for each in left)), periods


def compare_titles(told, read):
    """Return the differences of the titles of projects."""
    left, found = list(read), Differences()
    for title in told:
        named = [each for each in left if is_same(each, title)]
        if named:
            left.remove(min(named, key=lambda each: abs(len(each) - len(title))))
            found += Differences(read=1)
        else:
            found += Differences(missing=(title,))
    return found + Differences(besides=tuple(left))


def is_same(one, other):
    """True for two wordings of a name, of which one may say more: 株式会社X, 株式会社X 本社."""
    one, other = (
        UNTOLD.sub("", unicodedata.normalize("NFKC", each)).casefold() for each in (one, other)
    )
    return bool(one and other) and (one in other or other in one)


def kept(text, printed):
    """Return the share of the characters of a file that stand in lines found whole in `printed`."""
    whole = "\n".join(map(bare, printed.splitlines()))
    lines = [line for line in map(bare, text.splitlines()) if line]
    return sum(len(line) for line in lines if line in whole) / (sum(map(len, lines)) or 1)


def bare(line):
    """Return what a line says, without marks and white space."""
    return MARKS.sub("", line)


def report(readings):
    """Yield the lines that say what is not read in which file, and the figures of all of them."""
    parts = ("employers", "periods", "projects")
    for name, reading in readings.items():
        for part in parts:
            differences = getattr(reading, part)
            for what, texts in (("missing", differences.missing), ("besides", differences.besides)):
                yield from (f"{name}: {part} {what}: {text}" for text in texts)
    for part in parts:
        whole = sum((getattr(each, part) for each in readings.values()), Differences())
        count = whole.read + len(whole.missing)
        yield f"{part}: {whole.read} of {count} ({whole.share:.3f}), besides {len(whole.besides)}"
    least = min((each.kept for each in readings.values()), default=1.0)
    yield f"{len(readings)} files, of each at least {least:.4f} of its text kept"


if __name__ == "__main__":
    sources = sorted(Path(sys.argv[1]).glob("*.md"))
    print(*report({each.stem: measure_reading(each) for each in sources}), sep="\n")
