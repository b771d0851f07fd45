"""Which skills and publications the texts of projects and posts name.

Such a mention is a suggestion: it is computed, never stored, until the owner accepts it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from resume.document.text import fold
from resume.models import Post, Project, Publication, Settled, Skill

from .citations import citations
from .sentences import Sentence, sentence_of_link, sentence_of_name

# Not words of a text: where its links lead, and what its code is written in.
NO_WORDS = re.compile(r"\]\([^()\s]*\)|https?://\S+|^ {0,3}(?:```|~~~).*$", re.MULTILINE)
# The records whose texts are read, by what a suggestion calls them.
SOURCES: dict[str, Any] = {"project": Project, "post": Post}


@dataclass(frozen=True)
class Suggestion:
    """A skill or publication that a record's text names; with several it is not clear which.

    `slug` is the record's, `text` the name as it is compared, `targets` are slugs; `relation` says
    what they are: skills, or publications whose URL the text cites.
    """

    slug: str
    text: str
    targets: tuple[str, ...]
    kind: str = "project"
    relation: str = "skills"
    find_sentence: Callable[[], Sentence] = field(default=Sentence, compare=False, repr=False)

    @cached_property
    def sentence(self) -> Sentence:
        """The sentence that names it; looked for when it is shown."""
        return self.find_sentence()

    @property
    def is_ambiguous(self) -> bool:
        """True when several skills bear the name."""
        return len(self.targets) > 1

    @property
    def key(self) -> str:
        """What a declined suggestion is remembered by."""
        words = [self.slug, *self.targets]
        if (self.kind, self.relation) != ("project", "skills"):
            words = [self.kind, self.slug, self.relation, *self.targets]
        return str(Settled.key_of(" ".join(words)))


def suggestions() -> list[Suggestion]:
    """Return the skills that projects name and are not linked to, in the projects' order.

    What the owner declined is left out. Five queries, whatever the number of rows.
    """
    names = _Names()
    if names.pattern is None:
        return []
    settled = _settled()
    projects = Project.objects.order_by("pk").prefetch_related("skills", "facts")
    found = [each for project in projects for each in names.suggested("project", project)]
    return [suggestion for suggestion in found if suggestion.key not in settled]


def all_suggestions() -> tuple[list[Suggestion], list[Suggestion]]:
    """Return what projects and posts name or cite and are not linked to, and what was declined.

    Ten queries, whatever the number of rows.
    """
    names, settled = _Names(), _settled()
    published = dict(Publication.objects.exclude(url=None).values_list("url", "slug"))
    related = {"project": ("skills", "publications", "facts"), "post": ("skills", "publications")}
    found = [
        suggestion
        for kind, model in SOURCES.items()
        for record in model.objects.order_by("-pk").prefetch_related(*related[kind])
        for suggestion in (*names.suggested(kind, record), *_cited(kind, record, published))
    ]
    waiting = [suggestion for suggestion in found if suggestion.key not in settled]
    return waiting, [suggestion for suggestion in found if suggestion.key in settled]


def _settled() -> set[str]:
    rows = Settled.objects.filter(kind=Settled.Kind.SUGGESTION)
    return set(rows.values_list("key", flat=True))


def _texts(record: Any) -> list[str]:
    """Return the texts of a record, a fact with its label in front."""
    facts = record.facts.all() if isinstance(record, Project) else ()
    return [record.title, record.body, *(fact.value for fact in facts)]


class _Names:
    """The names of all skills, and what finds them."""

    def __init__(self) -> None:
        self.named: dict[str, list[str]] = defaultdict(list)
        rows = Skill.objects.order_by("pk").values_list("slug", "name", "aliases")
        for slug, name, aliases in rows:
            for each in {fold(name), *map(fold, aliases.splitlines())}:
                self.named[each].append(slug)
        self.pattern = _pattern(self.named)

    def suggested(self, kind: str, record: Any) -> Iterator[Suggestion]:
        """Yield the skills that a record names and is not linked to, each by one name."""
        if self.pattern is None:
            return
        linked = {skill.slug for skill in record.skills.all()}
        seen: set[tuple[str, ...]] = set()
        for text in _texts(record):
            for match in self.pattern.finditer(fold(NO_WORDS.sub("] ", text))):
                slugs = tuple(self.named[match[0]])
                if slugs not in seen and not linked & set(slugs):
                    seen.add(slugs)
                    find = partial(sentence_of_name, text, match[0], self.pattern)
                    yield Suggestion(record.slug, match[0], slugs, kind, find_sentence=find)


def _cited(kind: str, record: Any, published: dict[str, str]) -> Iterator[Suggestion]:
    """Yield the publications whose URL a record cites and that it is not linked to."""
    seen = {publication.slug for publication in record.publications.all()}
    for text in _texts(record) if published else ():
        for citation in citations(text):
            slug = published.get(citation.url)
            if slug and slug not in seen:
                seen.add(slug)
                find = partial(sentence_of_link, text, citation)
                yield Suggestion(record.slug, citation.title, (slug,), kind, "publications", find)


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds whole words: a letter by itself is no name, and the longest name wins.

    A word in katakana ends where the katakana end; Japanese in other letters shows no ends. Names
    stand together by the letters they begin with, so that most places of a text are passed over
    without a look at any.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 1:
            before = _edge(name[0], r"(?<![a-z0-9_+#.])", r"(?<![ァ-ヺー])")
            after = _edge(name[-1], r"(?![a-z0-9_+#]|\.\w)", r"(?![ァ-ヺー])")
            groups[before].append(re.escape(name) + after)
    if not groups:
        return None
    return re.compile("|".join(f"{edge}(?:{'|'.join(each)})" for edge, each in groups.items()))


def _edge(character: str, of_latin: str, of_katakana: str) -> str:
    """Return what may not stand beside a word that has `character` at its edge."""
    if character.isascii() and character.isalnum():
        return of_latin
    return of_katakana if re.match("[ァ-ヺー]", character) else ""
