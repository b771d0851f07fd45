"""The public site as files: every page, and everything that a page links to or loads.

It is found the way a visitor finds it, so what no visitor gets cannot be in it, and a link is
checked by following it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from .answers import Answer, Visitor
from .base import Base, standing_at
from .folder import Folder
from .links import identifiers, inside, links
from .parallel import mapped

Targets = dict[str, list[str]]
Tell = Callable[[int, int], None]

MISSING_PAGES = ("404.html", "en/404.html")


@dataclass(frozen=True)
class DeadLink:
    """A link that leads to nothing: the page, the link as it is understood, and why."""

    page: str
    link: str
    status: int  # 200 where the page is there, but not the place in it that the link names


class DeadLinksError(Exception):
    """Pages link to what is not there."""

    def __init__(self, found: list[DeadLink]) -> None:
        super().__init__(found)
        self.found = found


@dataclass(frozen=True)
class Written:
    """A file of the site: what was answered, and {what it leads to: the fragments named}.

    `state` names what it was made from, where that is known.
    """

    path: str
    status: int
    is_new: bool = False
    targets: Targets = field(default_factory=dict)
    state: str = ""


@dataclass(frozen=True)
class Outcome:
    """How many files there are now, and how many of them were not there before."""

    files: int
    new: int


def export(
    folder: Folder,
    base: Base,
    starting_paths: Callable[[], Sequence[str]],
    processes: int = 1,
    tell: Tell = lambda done, total: None,
    ingredients: Callable[[], dict[str, str]] = dict,
    state: Callable[[], object] = lambda: None,
) -> Outcome:
    """Write the site that stands at `base` into the Folder; return the Outcome.

    `starting_paths` returns the decoded paths to begin with, and `ingredients` {decoded path: a
    text that names all that the page is made from}, so that one that would be the same is not made
    again; both are called at the new place. `state` tells one moment of the content from another:
    what was made while it moved is made again next time, for nobody knows from which it was made.
    `tell` hears now and then how many pages of how many are done. Raises DeadLinksError, and what
    `Folder.renewed` raises; the present site then stays as it is.
    """
    with folder.renewed(), standing_at(base):
        missing = [base.root + name for name in MISSING_PAGES]
        before = state()
        crawl = Crawl(Writer(Visitor(base), folder, ingredients()), processes, tell)
        crawl.follow([*starting_paths(), *missing])
        if dead := crawl.dead_links(missing):
            raise DeadLinksError(dead)
        folder.write_states(crawl.states(has_moved=state() != before))
        return Outcome(len(crawl.found), sum(file.is_new for file in crawl.found.values()))


class Crawl:
    """A walk over the whole site, from some pages on to all that they lead to."""

    def __init__(self, writer: "Writer", processes: int, tell: Tell) -> None:
        self.writer = writer
        self.processes = processes
        self.tell = tell
        self.found: dict[str, Written] = {}
        self.named_by: dict[str, str] = {}
        self.fragments: dict[str, dict[str, str]] = defaultdict(dict)

    def follow(self, paths: Sequence[str]) -> None:
        """Write the files of the paths, then those of what they lead to, until nothing is new."""
        waiting = list(dict.fromkeys(paths))
        while waiting:
            total = len(self.found) + len(waiting)
            for file in mapped(self.writer.write, waiting, self.processes):
                self.note(file)
                self.tell(len(self.found), total)
            waiting = [path for path in self.named_by if path not in self.found]

    def note(self, file: Written) -> None:
        """Remember a file, and the first page by which each place is named."""
        self.found[file.path] = replace(file, targets={}) if file.targets else file
        for path, fragments in file.targets.items():
            self.named_by.setdefault(path, file.path)
            for fragment in filter(None, fragments):
                self.fragments[path].setdefault(fragment, file.path)

    def states(self, has_moved: bool) -> dict[str, str]:
        """Return {path: what its file was made from}; of what has moved, only what is as before."""
        known = self.writer.states
        return {
            path: file.state
            for path, file in self.found.items()
            if file.state and (not has_moved or file.state == known.get(path))
        }

    def dead_links(self, missing: Collection[str]) -> list[DeadLink]:
        """Return the DeadLinks of the site, but for the pages that say what is `missing`."""
        dead = [
            DeadLink(self.named_by.get(path, path), path, file.status)
            for path, file in self.found.items()
            if file.status != (404 if path in missing else 200)
        ]
        for path, fragments in self.fragments.items():
            if self.found[path].status == 200:
                known = identifiers(self.writer.read(path))
                dead += [
                    DeadLink(page, f"{path}#{fragment}", 200)
                    for fragment, page in fragments.items()
                    if fragment not in known
                ]
        return dead


class Writer:
    """Writes the file of one path after another: what a visitor gets, and nothing else.

    A page that is made from the same as the one of the present site is that one: it is neither
    rendered nor compressed again.
    """

    def __init__(self, visitor: Visitor, folder: Folder, ingredients: dict[str, str]) -> None:
        """`ingredients` are {decoded path: a text that names all that the page is made from}."""
        self.visitor = visitor
        self.base = visitor.base
        self.folder = folder
        self.ingredients = ingredients
        self.states = folder.read_states()
        # The links that this process has followed already: most pages have the same few.
        self.followed: set[str] = set()

    def read(self, path: str) -> bytes:
        """Return the bytes that were written for a decoded path."""
        return self.folder.read(path.removeprefix(self.base.root))

    def write(self, path: str) -> Written:
        """Write what is at a decoded path; return it as Written."""
        if not path.startswith(self.base.root):
            return Written(path, 404)
        name = path.removeprefix(self.base.root)
        made_from = self.ingredients.get(path, "")
        state = self.states.get(path, "")
        body = self._present(name, state) if made_from and state.startswith(made_from) else None
        if body is not None:
            self.folder.keep(name, body)
            answer, is_new = Answer(200, "text/html", body), False
        else:
            answer = self.visitor.get(path)
            if answer.status != (404 if name in MISSING_PAGES else 200):
                return Written(path, answer.status)
            is_new = self.folder.write(name, answer.body, answer.is_text)
            state = made_from and f"{made_from} {digest(answer.body)}"
        targets = self._targets(path, answer) if answer.is_text else {}
        return Written(path, answer.status, is_new, targets, state)

    def _present(self, name: str, state: str) -> bytes | None:
        """Return the bytes of the present site's page, unless somebody has changed the file."""
        body = self.folder.read_present(name)
        return body if body is not None and digest(body) == state.rpartition(" ")[2] else None

    def _targets(self, path: str, answer: Answer) -> Targets:
        targets: Targets = defaultdict(list)
        for link in links(answer.body, answer.media_type):
            if link in self.followed:
                continue
            if link.startswith(("/", self.base.origin)):  # It says the same on every page.
                self.followed.add(link)
            if target := inside(link, path, self.base):
                targets[target[0]].append(target[1])
        return dict(targets)


def digest(body: bytes) -> str:
    """Return a text that tells a page from any other."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()
