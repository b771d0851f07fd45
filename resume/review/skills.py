"""Skills against the work: claimed with no proof, used in projects and not claimed."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from resume.evidence import tally
from resume.models import Audience, Project, Section, Skill

from .dictionary import Term, squash, terms
from .facts import Facts
from .findings import Finding, Kind
from .texts import Text

PROOF = Kind(
    "skill-proof",
    _("Skills without proof"),
    _("No project, post or publication shows where the skill was used: a claim and nothing else."),
    _("Link the skill where it was used, or leave it out."),
)
MISSING = Kind(
    "skill-missing",
    _("Tools that are no skill of yours"),
    _("Who searches your skills for a tool does not find what your projects used."),
    _("Add the skill, or add this spelling to “other spellings” of the one it means."),
)
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9+#.&]*")
JOINED = re.compile(r"[ \-_/]?")
JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")
WORDS_OF_A_NAME = 4


def unproved_skills(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the skills that nothing proves, as `evidence` has it; a part proves its whole.

    A text that names the skill is no proof before the owner has linked it; the finding says where.
    """
    tallies = tally(facts.skills, today, Audience.OWNER)
    unproved = [skill for skill in facts.skills if not tallies[skill.pk]]
    named = _named_in(facts, {key for skill in unproved for key in _names(skill)})
    wholes = {skill.pk: skill for skill in facts.skills}
    for skill in unproved:
        place = next((named[key] for key in _names(skill) if key in named), None)
        words = _("Nothing is linked to “%(skill)s”, and no project names it.")
        if place:
            words = _("Nothing is linked to “%(skill)s”. “%(project)s” names it.")
        whole = f"{wholes[skill.parent_id]} › " if skill.parent_id else ""
        params = {"skill": f"{whole}{skill}", "project": place}
        yield Finding(PROOF, skill, "", words, params)


def missing_skills(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the tools of the dictionary that projects name and no skill covers.

    What a section names is listed as well: a category's title, a table of skills kept as text.
    Without any skill there is no list that a tool could be missing from.
    """
    if not facts.skills:
        return
    covered = _covered_tools(facts)
    used: dict[str, dict[str, Project]] = {}
    for text in facts.texts:
        if isinstance(text.record, Project):
            for tool in tools_named(text):
                used.setdefault(tool, {})[text.record.slug] = text.record
    for tool, by_slug in used.items():
        projects = list(by_slug.values())
        if tool not in covered:
            words = _("“%(project)s” uses %(tool)s, which is none of your skills.")
            if len(projects) > 1:
                words = _(
                    "“%(project)s” and %(others)d more use %(tool)s, which is none of your skills."
                )
            params = {"project": projects[0], "others": len(projects) - 1, "tool": tool}
            yield Finding(MISSING, projects[0], tool, words, params)


def tools_named(text: Text) -> Iterator[str]:
    """Yield the names of the tools that a text holds, as the dictionary writes them.

    The longest name wins: "Vertex AI Pipelines" is not "Vertex AI" too.
    """
    for line in text.lines:
        if re.search("[A-Za-zＡ-Ｚａ-ｚ]", line):
            yield from _tools(unicodedata.normalize("NFKC", line))


def _tools(line: str) -> Iterator[str]:
    index = _index()
    in_japanese = bool(JAPANESE.search(line))
    words = list(WORD.finditer(line))
    place = 0
    while place < len(words):
        step = 1
        for size in range(min(WORDS_OF_A_NAME, len(words) - place), 0, -1):
            written = line[words[place].start() : words[place + size - 1].end()]
            if not _is_joined(line, words[place : place + size]):
                continue
            term = index.get(squash(written))
            if term and _is_meant(written, term, in_japanese):
                step = size
                if term.is_tool:
                    yield term.name
                break
        place += step


def _is_joined(line: str, words: list[re.Match[str]]) -> bool:
    return all(
        JOINED.fullmatch(line, first.end(), second.start()) for first, second in pairwise(words)
    )


def _is_meant(written: str, term: Term, in_japanese: bool) -> bool:
    """Return whether a word means the tool and not an everyday word.

    Two letters count in capitals only (BQ, S3), and in an English line a word in lower case counts
    only where the tool is written so (pytest, nginx).
    """
    letters = re.sub(r"[^A-Za-z]", "", written)
    if len(squash(written)) < 3:
        return written.isupper()
    if in_japanese or not letters.islower():
        return True
    return written in term.names


def _covered_tools(facts: Facts) -> set[str]:
    """Return the names of the tools that the skills cover.

    A cloud covers its services where none of them is listed by itself.
    """
    keys = _keys_of_skills(facts)
    tools = [term for term in terms() if term.is_tool]
    covered = {term.name for term in tools if not keys.isdisjoint(_keys(term))}
    in_detail = {term.kind for term in tools if term.name in covered}
    whole = covered - in_detail
    return covered | {term.name for term in tools if term.kind in whole}


def _keys_of_skills(facts: Facts) -> set[str]:
    names = [key for skill in facts.skills for key in (skill.name, *skill.aliases.splitlines())]
    names += [
        line
        for text in facts.texts
        if isinstance(text.record, Section) and text.record.holds != Section.Holds.SUMMARY
        for line in text.lines
    ]
    return {key for name in names for key in _runs(name)}


def _runs(name: str) -> Iterator[str]:
    """Yield a name squashed, and each run of its words: "GCP 全般の知識" covers GCP."""
    yield squash(name)
    words = [match[0] for match in WORD.finditer(unicodedata.normalize("NFKC", name))]
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + WORDS_OF_A_NAME) + 1):
            yield squash("".join(words[first:last]))


def _names(skill: Skill) -> list[str]:
    return [squash(name) for name in (skill.name, *skill.aliases.splitlines())]


def _named_in(facts: Facts, wanted: set[str]) -> dict[str, Project]:
    """Return {a squashed name that is wanted: the first project whose texts hold it}."""
    found: dict[str, Project] = {}
    for text in facts.texts:
        if isinstance(text.record, Project):
            for line in text.lines:
                for key in _runs(line):
                    if key in wanted:
                        found.setdefault(key, text.record)
    return found


def _keys(term: Term) -> set[str]:
    return {squash(name) for name in (*term.names, *term.covers)}


@cache
def _index() -> dict[str, Term]:
    return {squash(name): term for term in terms() for name in term.names}
