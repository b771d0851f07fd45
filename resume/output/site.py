"""The public site as files: every page, and everything that a page links to or loads.

It is found the way a visitor finds it, so what no visitor gets cannot be in it, and a link is
checked by following it.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from .answers import Visitor
from .base import standing_at
from .links import identifiers, inside, links
from .parallel import mapped

MISSING_PAGES = ("404.html", "en/404.html")


@dataclass(frozen=True)
class DeadLink:
    """A link that leads to nothing: the page, the link as it is understood, and why."""

    page: str
    link: str
    status: int  # 200 where the page is there, but not the place in it that the link names


class DeadLinksError(Exception):
    """Pages link to what is not there."""

    def __init__(self, found):
        super().__init__(found)
        self.found = found


@dataclass(frozen=True)
class Written:
    """A file of the site: what was answered, and {what it leads to: the fragments named}."""

    path: str
    status: int
    is_new: bool
    targets: dict


@dataclass(frozen=True)
class Outcome:
    """How many files there are now, and how many of them were not there before."""

    files: int
    new: int


def export(folder, base, starting_paths, processes=1, tell=lambda done, total: None):
    """Write the site that stands at `base` into the Folder; return the Outcome.

    `starting_paths` returns the decoded paths to begin with, and is called at the new place.
    `tell` hears now and then how many pages of how many are done. Raises DeadLinksError, and what
    `Folder.renewed` raises; the present site then stays as it is.
    """
    with folder.renewed(), standing_at(base):
        missing = [base.root + name for name in MISSING_PAGES]
        crawl = Crawl(folder, base, processes, tell)
        crawl.follow([*starting_paths(), *missing])
        if dead := crawl.dead_links(missing):
            raise DeadLinksError(dead)
        return Outcome(len(crawl.found), sum(file.is_new for file in crawl.found.values()))


class Crawl:
    """A walk over the whole site, from some pages on to all that they lead to."""

    def __init__(self, folder, base, processes, tell):
        self.folder = folder
        self.base = base
        self.processes = processes
        self.tell = tell
        self.found = {}
        self.named_by = {}
        self.fragments = defaultdict(dict)

    def follow(self, paths):
        """Write the files of the paths, then those of what they lead to, until nothing is new."""
        write = partial(written, Visitor(self.base), self.folder, set())
        waiting = list(dict.fromkeys(paths))
        while waiting:
            total = len(self.found) + len(waiting)
            for file in mapped(write, waiting, self.processes):
                self.note(file)
                self.tell(len(self.found), total)
            waiting = [path for path in self.named_by if path not in self.found]

    def note(self, file):
        """Remember a file, and the first page by which each place is named."""
        self.found[file.path] = Written(file.path, file.status, file.is_new, {})
        for path, fragments in file.targets.items():
            self.named_by.setdefault(path, file.path)
            for fragment in filter(None, fragments):
                self.fragments[path].setdefault(fragment, file.path)

    def dead_links(self, missing):
        """Return the DeadLinks of the site, but for the pages that say what is `missing`."""
        dead = [
            DeadLink(self.named_by.get(path, path), path, file.status)
            for path, file in self.found.items()
            if file.status != (404 if path in missing else 200)
        ]
        for path, fragments in self.fragments.items():
            if self.found[path].status == 200:
                known = identifiers(self.folder.read(path.removeprefix(self.base.root)))
                dead += [
                    DeadLink(page, f"{path}#{fragment}", 200)
                    for fragment, page in fragments.items()
                    if fragment not in known
                ]
        return dead


def written(visitor, folder, known, path):
    """Write what is at a decoded path; return it as Written. Nothing but an answer is written.

    `known` holds the links that this process has followed already: most pages have the same few.
    """
    base = visitor.base
    if not path.startswith(base.root):
        return Written(path, 404, False, {})
    answer = visitor.get(path)
    name = path.removeprefix(base.root)
    if answer.status != (404 if name in MISSING_PAGES else 200):
        return Written(path, answer.status, False, {})
    is_new = folder.write(name, answer.body, answer.is_text)
    targets = defaultdict(list)
    if answer.is_text:
        for link in links(answer.body, answer.media_type):
            if link in known:
                continue
            if link.startswith(("/", base.origin)):  # It says the same on every page.
                known.add(link)
            if target := inside(link, path, base):
                targets[target[0]].append(target[1])
    return Written(path, answer.status, is_new, dict(targets))
