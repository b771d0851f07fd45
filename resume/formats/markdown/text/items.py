"""One line of a list as items: skills, credentials, publications, accounts, positions.

Each reader takes the text of a line, the separator of its items and the label that it stands
under, and returns at least one item, or raises Misfit.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from resume.document.dates import Period
from resume.document.lines import DASH
from resume.document.periods import find_dates, find_period
from resume.document.schema import (
    Employer,
    Item,
    Line,
    Position,
    ProfileLink,
    Publication,
    Skill,
)

from .accounts import is_account, named_account, told_account
from .brackets import COMMA, last_bracket, split_date
from .counts import is_count
from .credentials import read_award, read_certification, read_education
from .headings import DURATION
from .links import LINK, canonical, url_of
from .misfit import CLAIMED, MARKS, Misfit
from .names import employment_kind

SENTENCE = re.compile(
    r"[。！？!?]|(?:です|ます|した|する|でした|できる|可能|行う|こと|経験|あり|等|など)$"
)
# Of English prose, which a list of names parted by commas looks like.
PROSE = re.compile(
    r"^(?:and|or|with|using|including)\b|;|\b(?:proficient|proficiency|experienced?|familiar(?:ity)?|"
    r"knowledge|skilled|understanding|ability|years? of|such as)\b|[a-z]{3}\.$",
    re.IGNORECASE,
)
NO_NAME = re.compile(r"[:：、]|^[\d\W]+$")
WORDS = 6  # of English, at most, in the name of a skill
# What parts the parts of a skill that stand after its name.
PARTS = (COMMA, "、", "/")
WHOLE = re.compile(
    r"(?<![A-Za-z])(?:CI/CD|TCP/IP|UI/UX|PL/SQL|A/B|I/O|OS/2|Pub/Sub|S/4HANA|24/365|C/C\+\+)"
    r"(?![A-Za-z])"
)
BRACKET = re.compile(r"[(（)）\[\]]")
LEAD = re.compile(r"^(?P<lead>[^:：()（）\[\]]{1,30}[:：])(?P<space>\s*)(?P<rest>\S.*)$")
LEARNING = re.compile(r"(?:学習|独学)(?:経験)?(?:あり|中|のみ|済み?)?")
YEARS = re.compile(r"^(?:約|実務)?\s*(?:[\d.]+\s*(?:年|[ヶケかカヵ]月)|半年)")
LINKED = re.compile(rf"^(?P<lead>[^\[\]]*?)\s*{LINK.pattern}(?P<rest>.*)$")
PAPER = re.compile(r"論文|学会|ジャーナル|paper|journal", re.IGNORECASE)
THESIS = re.compile(r"卒業論文|修士論文|博士論文|卒論|修論|thesis", re.IGNORECASE)
TALK = re.compile(r"登壇|発表|スライド|講演|LT|talk|slide", re.IGNORECASE)
BOOK = re.compile(r"書籍|著書|book", re.IGNORECASE)
PUBLICATIONS = ((THESIS, "thesis"), (PAPER, "paper"), (BOOK, "book"), (TALK, "talk"))
# A heading below which every line is a title, and a line that is one: no sentence, no citation.
TITLES = re.compile(r"^publications?$", re.IGNORECASE)
TITLE = re.compile(r"(?:(?!\. )[^。;]){1,100}(?<!\.)")
DOI = re.compile(r"(?:^|, )doi:(?P<doi>10\.\S+)$")
BOOK = re.compile(r"書籍|著書|book", re.IGNORECASE)
# Several names, and words of a sentence: no skill and its one part.
SEVERAL, PHRASE = re.compile(r" / |, |、"), re.compile(r"[ぁ-ん]|.{21}")
WORK = re.compile(f"{PAPER.pattern}|{BOOK.pattern}|{TALK.pattern}")


def split_outside_brackets(text: str, separator: str) -> list[str]:
    """Return the parts of `text` between separators that stand in no brackets and no name."""
    if separator not in text or not (BRACKET.search(text) or WHOLE.search(text)):
        return text.split(separator)
    parts, depth, start, here = [], 0, 0, 0
    while here < len(text):
        if whole := WHOLE.match(text, here):
            here = whole.end()
            continue
        depth += (text[here] in "(（[") - (text[here] in ")）]")
        if depth <= 0 and text.startswith(separator, here):
            parts.append(text[start:here])
            here += len(separator)
            start = here
        else:
            here += 1
    return [*parts, text[start:]]


def read_skills(text: str, separator: str, label: str) -> list[Item]:
    """Return the skills of a line such as "React/Vue(1 年)": one claim holds for both."""
    if skill := _with_parts(text, label):
        return [skill]
    lead = ""
    if match := LEAD.match(text):
        if YEARS.match(match["rest"]):
            name = match["lead"].rstrip(":：").strip()
            return [Skill(name=_skill_name(name), claim=match["rest"][:100])]
        lead, text = match["lead"], match["rest"]
    skills: list[Item] = []
    claim = ""
    for part in reversed(split_outside_brackets(text, separator)):
        match = CLAIMED.match(part.strip())
        claim = match["claim"] if match else claim if skills else ""
        name = match["name"] if match else part.strip()
        context = "learning" if LEARNING.fullmatch(claim) else ""
        skills.append(Skill(name=_skill_name(name), claim=claim[:100], context=context))
    skills.reverse()
    first = skills[0]
    if lead and isinstance(first, Skill):
        skills[0] = replace(first, lead=lead)
    return skills


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


def read_publication(text: str, separator: str, label: str) -> list[Item]:
    """Return the publication or account that a line links to, or a work without an address."""
    match = LINKED.match(text)
    if not match:
        return [_unlinked(text, label)]
    if "](" in match["rest"]:
        raise Misfit
    lead, title, url = match["lead"].strip(), match["text"], _address(url_of(match))
    if is_account(url):
        return [ProfileLink(label=title, url=url, lead=lead, audience="public")]
    told = _told_of(match["rest"])
    kind = "paper" if told.authors or told.doi else publication_kind(f"{lead} {label}", url)
    return [replace(told, title=title, url=url, lead=lead, kind=kind)]


def read_link(text: str, separator: str, label: str) -> list[Item]:
    """Return the account or site that a line of links names, or what a line of works does."""
    match = LINKED.match(text)
    if not match and (account := named_account(text)):
        return [account]
    if not match or "](" in match["rest"]:
        return read_publication(text, separator, label)
    words = match.group("text", "rest", "lead")
    found = told_account(_address(url_of(match)), *map(str.strip, words))
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


def _unlinked(text: str, label: str) -> Publication:
    match = LEAD.match(text)
    words = f"{match['lead'] if match else ''} {label}"
    is_work = WORK.search(words)
    title = match["rest"] if match else text
    lead = match["lead"] if match and WORK.search(match["lead"]) else ""
    told = _told_after(title if lead else text)
    if told and not MARKS.search(told.title):
        kind = "paper" if told.authors or told.doi else publication_kind(f"{lead} {label}", "")
        return replace(told, lead=lead, kind=kind)
    if MARKS.search(text) or not (is_work or (TITLES.search(label) and TITLE.fullmatch(text))):
        raise Misfit
    venue = CLAIMED.match(title)
    found = next(find_dates(title), None)
    return Publication(
        title=venue["name"] if venue else title,
        venue=venue["claim"][:200] if venue else "",
        lead=match["lead"] if match else "",
        kind=publication_kind(words, ""),
        date=str(found.date) if found and found.date.month else "",
    )


def _told_after(text: str) -> Publication | None:
    """Return the work of a line that ends with where and when, or with a DOI: "X (Y, May 2019)"."""
    before, inside = last_bracket(text)
    if not before or not (split_date(inside)[1] or DOI.search(inside)):
        return None
    title, _dash, authors = before.partition(DASH)
    told = _told_of(f"{DASH if authors else ''}{authors} ({inside})")
    return replace(told, title=title)


def _told_of(rest: str) -> Publication:
    """Return what stands after a work's title: " — A. Sato (Journal, May 2019, doi:10.1/x)"."""
    before, inside = last_bracket(rest)
    authors = before.removeprefix(DASH.rstrip()).strip() if inside else ""
    if not inside and rest.startswith(DASH):
        authors = rest.removeprefix(DASH)
    if authors and not (before or rest).startswith(DASH.rstrip()):
        return Publication(title="")
    doi = DOI.search(inside)
    venue, date = split_date(inside[: doi.start()] if doi else inside)
    if len(venue) > 200 or len(authors) > 300:
        raise Misfit
    return Publication(
        title="", venue=venue, date=date, authors=authors, doi=doi["doi"] if doi else ""
    )


def _address(text: str) -> str:
    """Return the URL where its one spelling is the one written; another would change the text."""
    if canonical(text) != text:
        raise Misfit
    return text


def publication_kind(words: str, url: str) -> str:
    """Return what kind of work it is, by the words before it and where it stands."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if host == "prtimes.jp":
        return "press_release"
    if host in ("github.com", "gitlab.com"):
        return "repository"
    if host.endswith(("speakerdeck.com", "slideshare.net")):
        return "talk"
    return next((kind for pattern, kind in PUBLICATIONS if pattern.search(words)), "article")


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
