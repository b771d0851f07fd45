"""Which work proves which skill, and which publications a text cites.

A link to a publication is a fact. A skill named in the text of a project is a suggestion: it is
computed, never stored, until the owner accepts it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from resume.document.text import TextError, canonical_url, fold
from resume.markup import links
from resume.models import Project, Settled, Skill

ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://\S+")
# Where writing is published: by host, and by an address that looks like an article's.
ARTICLE_HOSTS = re.compile(
    r"(?:^|\.)(?:zenn\.dev|qiita\.com|note\.com|medium\.com|dev\.to|prtimes\.jp|speakerdeck\.com|"
    r"slideshare\.net|docswell\.com|arxiv\.org|doi\.org|logmi\.jp|codezine\.jp|gihyo\.jp|"
    r"hatenablog\.(?:com|jp)|hatenadiary\.(?:com|jp)|hateblo\.jp|blogspot\.com|wordpress\.com)$"
)
BLOG_HOST = re.compile(
    r"(?:^|[.-])(?:blog|tech|techblog|engineering|developers?|inside)[.-]|\.blog$"
)
ARTICLE_PATH = re.compile(
    r"/(?:19|20)\d\d[/-]\d{1,2}(?:[/-]|$)|/(?:articles?|entry|posts?|blog|n)/\w"
)
REPOSITORY_HOSTS = ("github.com", "gitlab.com")


@dataclass(frozen=True)
class Citation:
    """A link in a text: its canonical URL, the words that it stands on, and what it leads to."""

    url: str
    title: str
    kind: str


@dataclass(frozen=True)
class Suggestion:
    """A skill that the text of a project names; with several slugs it is not clear which."""

    project: str
    text: str
    skills: tuple[str, ...]

    @property
    def is_ambiguous(self) -> bool:
        """True when several skills bear the name."""
        return len(self.skills) > 1

    @property
    def key(self) -> str:
        """What a declined suggestion is remembered by."""
        return f"{self.project} {' '.join(self.skills)}"


def citations(text: str) -> Iterator[Citation]:
    """Yield the links of Markdown `text` to addresses on the web, as a page would show them.

    A link in code is none, and neither is one written as HTML.
    """
    if "://" not in text:
        return
    for address, words in links(text):
        try:
            url = canonical_url(address)
        except TextError:
            continue
        if url.startswith("http"):
            yield Citation(url, " ".join(words.split()), publication_kind(url))


def publication_kind(url: str) -> str:
    """Return the kind of publication an address leads to, or "" when it may be any page.

    A press release by its host, a repository by host and two parts of a path, an article by a
    host that publishes writing or by a dated path on a blog; never the front page of a site.
    """
    parts = urlsplit(url)
    host = parts.hostname or ""
    depth = len([part for part in parts.path.split("/") if part])
    if host in REPOSITORY_HOSTS:
        return "repository" if depth == 2 else ""
    if not depth:
        return ""
    if host == "prtimes.jp":
        return "press_release"
    if host.endswith(("speakerdeck.com", "slideshare.net", "docswell.com")):
        return "talk" if depth > 1 else ""
    if host.endswith(("arxiv.org", "doi.org")):
        return "paper"
    if ARTICLE_HOSTS.search(host):
        return "article" if depth > 1 else ""
    is_writing = BLOG_HOST.search(host) or re.match(r"/(?:blog|tech)/", parts.path)
    return "article" if is_writing and ARTICLE_PATH.search(parts.path) else ""


def suggestions() -> list[Suggestion]:
    """Return the skills that projects name and are not linked to, in the projects' order.

    What the owner declined is left out. Three queries, whatever the number of rows.
    """
    named: dict[str, list[str]] = defaultdict(list)
    for slug, name, aliases in Skill.objects.order_by("pk").values_list("slug", "name", "aliases"):
        for each in {fold(name), *map(fold, aliases.splitlines())}:
            named[each].append(slug)
    pattern = _pattern(named)
    if pattern is None:
        return []
    settled = set(
        Settled.objects.filter(kind=Settled.Kind.SUGGESTION).values_list("key", flat=True)
    )
    projects = Project.objects.order_by("pk").prefetch_related("skills", "facts")
    found = [
        suggestion for project in projects for suggestion in _of_project(project, pattern, named)
    ]
    return [suggestion for suggestion in found if suggestion.key not in settled]


def _of_project(
    project: Project, pattern: re.Pattern[str], named: dict[str, list[str]]
) -> Iterator[Suggestion]:
    texts = [project.title, project.body, *(fact.value for fact in project.facts.all())]
    linked = {skill.slug for skill in project.skills.all()}
    seen: set[str] = set()
    for text in texts:
        for match in pattern.finditer(fold(ADDRESS.sub("] ", text))):
            name = match[0]
            slugs = tuple(named[name])
            if name not in seen and not linked & set(slugs):
                seen.add(name)
                yield Suggestion(project.slug, name, slugs)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds whole words: a letter by itself is no name, and the longest name wins."""
    known = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    if not known:
        return None
    words = "|".join(
        _edge(name[0], r"(?<![a-z0-9_+#.])", r"(?<![ァ-ヺー])")
        + re.escape(name)
        + _edge(name[-1], r"(?![a-z0-9_+#]|\.\w)", r"(?![ァ-ヺー])")
        for name in known
    )
    return re.compile(words)


def _edge(character: str, of_latin: str, of_katakana: str) -> str:
    """Return what may not stand beside a word that has `character` at its edge.

    A word in katakana ends where the katakana end; Japanese in other letters shows no ends.
    """
    if character.isascii() and character.isalnum():
        return of_latin
    return of_katakana if re.match("[ァ-ヺー]", character) else ""
