"""One line of a list as items: skills, credentials, publications, accounts, positions.

Each reader takes the text of a line, the separator of its items and the label that it stands
under, and returns at least one item, or raises Misfit.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from resume.document.dates import Period
from resume.document.periods import FoundDate, find_dates, find_period
from resume.document.schema import (
    Award,
    Certification,
    Education,
    Employer,
    Item,
    Position,
    ProfileLink,
    Publication,
    Skill,
)
from resume.document.text import TextError, canonical_url

from .accounts import is_account, told_account
from .headings import DURATION
from .names import employment_kind

CLAIMED = re.compile(r"^(?P<name>.*?\S)(?P<space>\s*)[(（](?P<claim>[^()（）]+)[)）]$")
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
MARKS = re.compile(r"[\[\]`*<>|]|https?:")
WHOLE = re.compile(r"CI/CD|TCP/IP|UI/UX|PL/SQL|A/B|I/O|OS/2|Pub/Sub|S/4HANA|24/365|C/C\+\+")
BRACKET = re.compile(r"[(（)）\[\]]")
LEAD = re.compile(r"^(?P<lead>[^:：()（）\[\]]{1,30}[:：])(?P<space>\s*)(?P<rest>\S.*)$")
LEARNING = re.compile(r"(?:学習|独学)(?:経験)?(?:あり|中|のみ|済み?)?")
YEARS = re.compile(r"^(?:約|実務)?\s*(?:[\d.]+\s*(?:年|[ヶケかカヵ]月)|半年)")
LINK = re.compile(
    r"^(?P<lead>[^\[\]]*?)\s*\[(?P<title>[^\[\]]+)\]\((?P<url>[^()\s]+)\)(?P<rest>.*)$"
)
SCHOOL = re.compile(
    r"(?P<school>\S*?(?:大学校|大学|高等専門学校|高専|高等学校|高校|専門学校|学園|学院|カレッジ|スクール)"
    r"|[A-Z][\w.& ]*?(?:University|College|Institute|School)(?:\s+of\s+[A-Z]\w+)?"
    r"|(?:University|College|Institute|School)\s+of\s+[A-Z]\w+(?:\s+at\s+[A-Z]\w+)?)"
)
OUTCOME = re.compile(
    r"(?:卒業見込み?|修了見込み?|卒業|修了|中退|中途退学|単位取得満期退学|在学中?|卒)$"
)
PAPER = re.compile(r"論文|学会|ジャーナル|paper|journal", re.IGNORECASE)
THESIS = re.compile(r"卒業論文|修士論文|博士論文|卒論|修論|thesis", re.IGNORECASE)
TALK = re.compile(r"登壇|発表|スライド|講演|LT|talk|slide", re.IGNORECASE)
BOOK = re.compile(r"書籍|著書|book", re.IGNORECASE)
PUBLICATIONS = ((THESIS, "thesis"), (PAPER, "paper"), (BOOK, "book"), (TALK, "talk"))
# A heading below which every line is a title, and a line that is one: no sentence, no citation.
TITLES = re.compile(r"^publications?$", re.IGNORECASE)
TITLE = re.compile(r"(?:(?!\. )[^。;]){1,100}(?<!\.)")


class Misfit(ValueError):  # noqa: N818 (no error of anybody: the text is kept as it is)
    """A line that is not what its list holds."""


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


def read_publication(text: str, separator: str, label: str) -> list[Item]:
    """Return the publication or account that a line links to, or a work without an address."""
    match = LINK.match(text)
    if not match:
        return [_unlinked(text, label)]
    if "](" in match["rest"]:
        raise Misfit
    lead, title, url = match["lead"].strip(), match["title"], _address(match["url"])
    if is_account(url):
        return [ProfileLink(label=title, url=url, lead=lead, audience="public")]
    venue = re.fullmatch(r"\(([^()]+)\)", match["rest"])
    kind = _publication_kind(f"{lead} {label}", url)
    return [
        Publication(title=title, url=url, lead=lead, kind=kind, venue=venue[1] if venue else "")
    ]


def read_link(text: str, separator: str, label: str) -> list[Item]:
    """Return the account or site that a line of links names, or what a line of works does."""
    match = LINK.match(text)
    if not match or "](" in match["rest"]:
        return read_publication(text, separator, label)
    words = match.group("title", "rest", "lead")
    found = told_account(_address(match["url"]), *map(str.strip, words))
    return [found] if found else read_publication(text, separator, label)


def read_certification(text: str, separator: str, label: str) -> list[Item]:
    """Return the certification of a line, with its date and the note in brackets."""
    return [_credential(Certification, text)]


def read_award(text: str, separator: str, label: str) -> list[Item]:
    """Return the award of a line, with its date and the note in brackets."""
    return [_credential(Award, text)]


def read_education(text: str, separator: str, label: str) -> list[Item]:
    """Return the stay at a school that a line such as "2019 X大学 Y学部 卒業" tells."""
    found = find_period(text)
    dates = list(find_dates(text))
    if not found and len(dates) > 1:
        raise Misfit
    when = found or next(iter(dates), None)
    period = found.period if found else Period(end=dates[0].date if dates else None)
    rest = text[: when.first] + text[when.last :] if when else text
    rest = rest.strip(" 　:：()（）")
    school = SCHOOL.match(rest)
    if not school or re.search(r"入学|。", rest) or MARKS.search(rest):
        raise Misfit
    area = rest[school.end() :].strip()
    ended = OUTCOME.search(area)
    outcome = ended[0] if ended else ""
    area = area.removesuffix(outcome).strip()
    if area not in text:  # a date stood in the midst of it
        raise Misfit
    start, end = period.start_text, period.end_text
    name = school["school"]
    return [Education(institution=name, area=area, outcome=outcome, start=start, end=end)]


def read_positions(text: str, separator: str, label: str) -> list[Item]:
    """Return the stays, as the label tells: インターン, each with how long or when in brackets."""
    return [_position(part, label) for part in split_outside_brackets(text, separator)]


def _position(text: str, label: str) -> Position:
    match = CLAIMED.match(text.strip())
    employment = employment_kind(label)  # under another label, a list may be of anything
    if not (match and employment) or SENTENCE.search(match["name"]) or MARKS.search(match["name"]):
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
    is_work = re.search(f"{PAPER.pattern}|{BOOK.pattern}|{TALK.pattern}", words)
    if MARKS.search(text) or not (is_work or (TITLES.search(label) and TITLE.fullmatch(text))):
        raise Misfit
    title = match["rest"] if match else text
    venue = CLAIMED.match(title)
    found = next(find_dates(title), None)
    return Publication(
        title=venue["name"] if venue else title,
        venue=venue["claim"][:200] if venue else "",
        lead=match["lead"] if match else "",
        kind=_publication_kind(words),
        date=str(found.date) if found and found.date.month else "",
    )


def _address(text: str) -> str:
    """Return the URL where its one spelling is the one written; another would change the text."""
    try:
        url = canonical_url(text)
    except TextError as error:
        raise Misfit from error
    if url != text:
        raise Misfit
    return url


def _publication_kind(words: str, url: str = "") -> str:
    """Return the kind of a work that its address or the words beside and over it tell."""
    host = urlsplit(url).hostname or ""
    if host == "prtimes.jp":
        return "press_release"
    if host in ("github.com", "gitlab.com"):
        return "repository"
    if host.endswith(("speakerdeck.com", "slideshare.net")):
        return "talk"
    return next((kind for pattern, kind in PUBLICATIONS if pattern.search(words)), "article")


def _credential(kind: type[Certification] | type[Award], text: str) -> Certification | Award:
    if MARKS.search(text) or re.search(r"。|ます$|です$", text):
        raise Misfit
    name, date = text, ""
    dates = list(find_dates(text))
    if len(dates) == 1 and (rest := _without(text, dates[0])):
        name, date = rest, str(dates[0].date)
    if match := CLAIMED.match(name):
        return kind(name=match["name"], note=match["claim"][:200], date=date)
    return kind(name=name, date=date)


def _without(text: str, found: FoundDate) -> str:
    """Return `text` without a date that stands at its edge or in brackets, else ""."""
    before, after = text[: found.first].rstrip(), text[found.last :].lstrip()
    after = re.sub(r"^(?:に)?(?:取得|合格|認定|修了)?\s*(?=[)）\]】]|$)", "", after)
    if before.endswith(("(", "（", "[", "［", "【")) and re.match(r"[)）\]］】]", after):
        before, after = before[:-1].rstrip(), after[1:].lstrip()
    if before and after:
        return ""
    return f"{before}{after}".strip(" 　:：-–,、，")


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
