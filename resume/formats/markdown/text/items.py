"""One line of a list as items: skills, credentials, publications, accounts, positions.

Each reader takes the text of a line, the separator of its items and the label that it stands
under, and returns at least one item, or raises Misfit.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from resume.document.badges import badge_names
from resume.document.dates import Period
from resume.document.lines import DASH, shares_claim
from resume.document.periods import find_period
from resume.document.schema import (
    Employer,
    Item,
    Line,
    Position,
    Skill,
)

from .accounts import bare_account, named_account, told_account
from .brackets import COMMA
from .counts import is_count
from .credentials import read_award, read_certification, read_education
from .headings import DURATION
from .links import url_of
from .misfit import CLAIMED, LEAD, MARKS, SENTENCE, Misfit
from .names import employment_kind
from .publications import LINKED, address_of, read_publication

# Of English prose, which a list of names parted by commas looks like.
PROSE = re.compile(
    r"^(?:and|or|with|using|including)\b|;|\b(?:proficient|proficiency|experienced?|familiar(?:ity)?|"
    r"knowledge|skilled|understanding|ability|years? of|such as)\b|[a-z]{3}\.$",
    re.IGNORECASE,
)
NO_NAME = re.compile(r"[:：、]|^[\d\W]+$")
WORDS = 6  # of English, at most, in the name of a skill
SEPARATORS = ("/", "・", "、", ", ", " / ", "／", ",")
DOTS = "・● 　"  # of a list that is none of Markdown's: no part of a name
ON_ONE_LINE = ("skills", "positions")  # what may stand with others of its kind
# What parts the parts of a skill that stand after its name.
PARTS = (COMMA, "、", "/")
WHOLE = re.compile(
    r"(?<![A-Za-z])(?:CI/CD|TCP/IP|UI/UX|PL/SQL|A/B|I/O|OS/2|Pub/Sub|S/4HANA|24/365|C/C\+\+)"
    r"(?![A-Za-z])"
)
BRACKET = re.compile(r"[(（)）\[\]]")
# "C# 7.0, 8.0(5 年)": of the last one, a claim may follow.
VERSION = re.compile(r"\s*v?[\d.]+(?:[.]x)?\s*(?:[(（][^()（）]*[)）])?")
LEARNING = re.compile(r"(?:学習|独学)(?:経験)?(?:あり|中|のみ|済み?)?")
YEARS = re.compile(r"^(?:約|実務)?\s*(?:[\d.]+\s*(?:年|[ヶケかカヵ]月)|半年)|^[★☆⭐◎○◯△●]+$")
# Several names, and words of a sentence: no skill and its one part.
SEVERAL, PHRASE = re.compile(r" / |, |、"), re.compile(r"[ぁ-ん]|.{21}")


def split_outside_brackets(text: str, separator: str) -> list[str]:
    """Return the parts of `text` between separators that stand in no brackets and no name."""
    if separator not in text:
        return [text]
    wholes = {whole.start(): whole.end() for whole in WHOLE.finditer(text)}
    if not (wholes or BRACKET.search(text)):
        return text.split(separator)
    parts, depth, start, here = [], 0, 0, 0
    while here < len(text):
        if here in wholes:
            here = wholes[here]
            continue
        depth += (text[here] in "(（[") - (text[here] in ")）]")
        if depth <= 0 and text.startswith(separator, here):
            parts.append(text[start:here])
            here += len(separator)
            start = here
        else:
            here += 1
    return [*parts, text[start:]]


def separator_of(texts: Sequence[str], kind: str) -> str:
    """Return what most of the lines that hold several items part them with."""
    if kind not in ON_ONE_LINE:
        return SEPARATORS[0]
    whole = [text.lstrip(DOTS).partition(DASH)[0] for text in texts]
    counts = {
        mark: sum(len(split_outside_brackets(text, mark)) > 1 for text in whole)
        for mark in SEPARATORS
    }
    best = max(SEPARATORS, key=lambda mark: (counts[mark], len(mark) if counts[mark] else 0))
    return best if counts[best] else SEPARATORS[0]


def read_skills(text: str, separator: str, label: str) -> list[Item]:
    """Return the skills of a line such as "React/Vue(1 年)": one claim may hold for both."""
    if skill := _with_parts(text, label):
        return [skill]
    lead = ""
    if match := LEAD.match(text):
        if YEARS.match(match["rest"]):
            name = match["lead"].rstrip(":：").strip()
            return [Skill(name=_skill_name(name), claim=match["rest"][:100])]
        lead, text = match["lead"], match["rest"]
    skills: list[Item] = []
    claim, shared = "", shares_claim(separator)
    for part in reversed(_names(text, separator)):
        match = CLAIMED.match(part.strip())
        claim = match["claim"] if match else claim if skills and shared else ""
        name = match["name"] if match else part.strip()
        context = "learning" if LEARNING.fullmatch(claim) else ""
        skills.append(Skill(name=_skill_name(name), claim=claim[:100], context=context))
    skills.reverse()
    first = skills[0]
    if lead and isinstance(first, Skill):
        skills[0] = replace(first, lead=lead)
    return skills


def read_badges(text: str) -> tuple[Line, ...]:
    """Return the skills that a text shows as badges, each as a line; none for another text."""
    try:
        names = [_skill_name(name) for name in badge_names(text)]
    except Misfit:
        return ()
    return (
        tuple(Line((Skill(name=name),)) for name in names) if len(set(names)) == len(names) else ()
    )


def _names(text: str, separator: str) -> list[str]:
    """Return the parts of a line that are names; a version belongs to the name before it."""
    names: list[str] = []
    for part in split_outside_brackets(text, separator):
        if names and VERSION.fullmatch(part):
            names[-1] += f"{separator}{part}"
        else:
            names.append(part)
    return names


def _with_parts(text: str, label: str) -> Skill | None:
    """Return a skill whose parts stand after a dash, or None: "Databases — PostgreSQL, Redis"."""
    head, dash, told = text.partition(DASH)
    separator = next((mark for mark in PARTS if len(split_outside_brackets(told, mark)) > 1), "\0")
    parts = [part.strip() for part in split_outside_brackets(told, separator)]
    if not dash or SEVERAL.search(head) or (len(parts) < 2 and PHRASE.search(told)):
        return None
    try:
        (skill,) = read_skills(head, "\0", label)
        names = tuple(Skill(name=_skill_name(part)) for part in parts)
    except Misfit:
        return None
    return replace(skill, lines=(Line(names),)) if isinstance(skill, Skill) else None


def read_link(text: str, separator: str, label: str) -> list[Item]:
    """Return the account or site that a line of links names, or what a line of works does."""
    match = LINKED.match(text)
    if not match and (account := named_account(text) or bare_account(text)):
        return [account]
    if not match or "](" in match["rest"]:
        return read_publication(text, separator, label)
    words = match.group("text", "rest", "lead")
    found = told_account(address_of(url_of(match)), *map(str.strip, words))
    return [found] if found else read_publication(text, separator, label)


def read_positions(text: str, separator: str, label: str) -> list[Item]:
    """Return the stays, as the label tells: インターン, each with how long or when in brackets."""
    return [_position(part, label) for part in split_outside_brackets(text, separator)]


def _position(text: str, label: str) -> Position:
    match = CLAIMED.match(text.strip())
    employment = employment_kind(label)  # under another label, a list may be of anything
    if not (match and employment) or is_count(match["name"]):
        raise Misfit
    if SENTENCE.search(match["name"]) or MARKS.search(match["name"]):
        raise Misfit
    found = find_period(match["claim"])
    if not found and not DURATION.match(match["claim"]):
        raise Misfit
    period = found.period if found else Period()
    return Position(
        employer=Employer(name=match["name"]),
        employment=employment,
        start=period.start_text,
        end=period.end_text,
        duration="" if period else match["claim"][:50],
    )


def _skill_name(text: str) -> str:
    """Return the name of a skill. Raises Misfit for a text that is none."""
    is_prose = text.isascii() and (PROSE.search(text) or len(text.split()) > WORDS)
    refused = SENTENCE.search(text) or MARKS.search(text) or NO_NAME.search(text)
    if is_prose or refused or not 0 < len(text) <= 50:
        raise Misfit
    return text


Reader = Callable[[str, str, str], list[Item]]
READERS: dict[str, Reader] = {
    "skills": read_skills,
    "publications": read_publication,
    "links": read_link,
    "certifications": read_certification,
    "awards": read_award,
    "education": read_education,
    "positions": read_positions,
}
