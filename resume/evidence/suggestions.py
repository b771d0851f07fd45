"""Which skills the text of a project names.

Such a mention is a suggestion: it is computed, never stored, until the owner accepts it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resume.document.text import fold
from resume.models import Project, Settled, Skill

ADDRESS = re.compile(r"\]\([^()\s]*\)|https?://\S+")


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
