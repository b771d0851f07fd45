"""One line of a list as a work: an article, a talk, a book, with or without a link."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from resume.document.lines import DASH
from resume.document.periods import find_dates, find_period
from resume.document.schema import Item, ProfileLink, Publication

from .accounts import is_account
from .brackets import last_bracket, split_date
from .links import LINK, canonical, url_of
from .misfit import CLAIMED, LEAD, MARKS, SENTENCE, Misfit

LINKED = re.compile(rf"^(?P<lead>[^\[\]]*?)\s*{LINK.pattern}(?P<rest>.*)$")
PAPER = re.compile(r"論文|学会|ジャーナル|paper|journal", re.IGNORECASE)
THESIS = re.compile(r"卒業論文|修士論文|博士論文|卒論|修論|thesis", re.IGNORECASE)
TALK = re.compile(r"登壇|発表|スライド|講演|(?<![A-Za-z])LT(?![A-Za-z])|talk|slide", re.IGNORECASE)
BOOK = re.compile(r"書籍|著書|book", re.IGNORECASE)
PUBLICATIONS = ((THESIS, "thesis"), (PAPER, "paper"), (BOOK, "book"), (TALK, "talk"))
# A heading below which every line is a title, and a line that is one: no sentence, no citation.
TITLES = re.compile(r"^publications?$", re.IGNORECASE)
TITLE = re.compile(r"(?:(?!\. )[^。;]){1,100}(?<!\.)")
DOI = re.compile(r"(?:^|, )doi:(?P<doi>10\.\S+)$")
WORK = re.compile(f"{PAPER.pattern}|{BOOK.pattern}|{TALK.pattern}", re.IGNORECASE)
QUOTED = re.compile(
    r"「([^「」]{2,200})」|『([^『』]{2,200})』|\"([^\"]{2,200})\"|“([^“”]{2,200})”"
)
VENUE_LENGTH = 100


def read_publication(text: str, separator: str, label: str) -> list[Item]:
    """Return the publication or account that a line links to, or a work without an address."""
    match = LINKED.match(text)
    if not match:
        return [_quoted(text, label) or _unlinked(text, label)]
    if "](" in match["rest"]:
        raise Misfit
    lead, title, url = match["lead"].strip(), match["text"], address_of(url_of(match))
    if is_account(url):
        return [ProfileLink(label=title, url=url, lead=lead, audience="public")]
    told = _told_of(match["rest"])
    kind = "paper" if told.authors or told.doi else publication_kind(f"{lead} {label}", url)
    return [replace(told, title=title, url=url, lead=lead, kind=kind)]


def _quoted(text: str, label: str) -> Publication | None:
    """Return the work whose title a line quotes, beside where or when: "2023.09 X会議「題名」"."""
    quotes = list(QUOTED.finditer(text))
    around = QUOTED.sub(" ", text)
    if len(quotes) != 1 or MARKS.search(text) or SENTENCE.search(around.strip()):
        return None
    dates = list(find_dates(around))
    if len(dates) > 1 or find_period(around):
        return None
    for date in dates:
        around = around[: date.first] + around[date.last :]
    venue = around.strip(" 　,、，.:：-–")
    (title,) = filter(None, quotes[0].groups())
    return Publication(
        title=title,
        venue=venue if len(venue) <= VENUE_LENGTH else "",
        kind=publication_kind(f"{around} {label}", ""),
        date=str(dates[0].date) if dates else "",
    )


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


def address_of(text: str) -> str:
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
