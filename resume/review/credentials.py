"""Certificates, awards and schools: official names, and the dates that are missing."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from django.utils.translation import gettext_lazy as _

from resume.document.dates import DateStyle, PartialDate
from resume.document.text import fold
from resume.models import Certification

from .dictionary import Certificate, certificates
from .facts import Facts
from .findings import Finding, Kind

NAME = Kind(
    "certification-name",
    _("Short names of certificates"),
    _("A résumé names a certificate as it is officially called; short forms are for talking."),
    _("Write the official name. Keep the short one in brackets if readers search for it."),
)
ISSUER = Kind(
    "certification-issuer",
    _("Certificates without an issuer"),
    _("Who certifies is what a certificate is worth."),
    _("Fill in “issuer”."),
)
DATE = Kind(
    "certification-date",
    _("Certificates without a date"),
    _("Application forms ask for year and month, and a score ages."),
    _("Fill in “obtained”; a year is enough."),
)
EXPIRY = Kind(
    "certification-expiry",
    _("Certificates that expire"),
    _("An expired certificate on a résumé is a false claim that anybody can check."),
    _("Fill in “expires”; after a renewal, the new date."),
)
AWARD = Kind(
    "award-year",
    _("Awards without a year"),
    _("A prize without a year cannot be found by who wants to look it up."),
    _("Fill in “date”; a year is enough."),
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?:令和|平成|昭和)\s*(?:\d+|元)\s*年")


def certification_names(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the certificates that are called by a short form or a wrong name."""
    for record in facts.certifications:
        for certificate, short in named(record):
            if short:
                words = _("“%(short)s” is officially called “%(name)s”.")
                params = {"short": short, "name": certificate.name}
                yield Finding(NAME, record, fold(short), words, params, "name")


def incomplete_certifications(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield what certificates do not say: who gave them, when, and until when they hold."""
    for record in facts.certifications:
        known = [certificate for certificate, _short in named(record)]
        yield from _issuer(record, known)
        if not record.date and not YEAR.search(f"{record.name} {record.note}"):
            words = _("“%(record)s” does not say when it was obtained.")
            yield Finding(DATE, record, "", words, {"record": record}, "date")
        yield from _expiry(record, max((each.years for each in known), default=0), today)


def awards_without_year(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the awards that say no year, neither as their date nor in their words."""
    for record in facts.awards:
        if not record.date and not YEAR.search(f"{record.lead} {record.name} {record.note}"):
            words = _("“%(record)s” does not say its year.")
            yield Finding(AWARD, record, "", words, {"record": record}, "date")


def named(record: Certification) -> list[tuple[Certificate, str]]:
    """Return the known certificates that a record names, each with its short form or "".

    The longest name wins, and what it covers names no other: "TOEIC S&W" is no "TOEIC".
    """
    text = f"{record.name} / {record.note}"
    folded, places = _folded(text)
    found: dict[str, tuple[Certificate, str]] = {}
    for pattern, certificate, is_short in _patterns():
        if match := pattern.search(folded):
            first, last = match.span()
            folded = folded[:first] + "/" * (last - first) + folded[last:]
            written = text[places[first] : places[last - 1] + 1] if is_short else ""
            found.setdefault(certificate.name, (certificate, written))
    return list(found.values())


def _folded(text: str) -> tuple[str, list[int]]:
    """Return `text` folded letter by letter, and for each letter its place in `text`."""
    letters = [(letter, place) for place, each in enumerate(text) for letter in fold(each) or " "]
    return "".join(letter for letter, _place in letters), [place for _letter, place in letters]


def _issuer(record, known) -> Iterator[Finding]:
    if record.issuer:
        return
    if known:
        words = _("“%(record)s” does not say who gave it: %(issuer)s.")
        params = {"record": record, "issuer": known[0].issuer}
    else:
        words = _("“%(record)s” does not say who gave it.")
        params = {"record": record}
    yield Finding(ISSUER, record, "", words, params, "issuer")


def _expiry(record, years: int, today: date) -> Iterator[Finding]:
    ends = PartialDate.parse(record.expires) if record.expires else None
    if ends is None and years and record.date:
        obtained = PartialDate.parse(record.date)
        ends = PartialDate(obtained.year + years, obtained.month)
    params = {"record": record, "years": years, "end": ends and ends.format(DateStyle.SLASH)}
    if ends and ends.last_day < today:
        words = _("“%(record)s” expired in %(end)s.")
        yield Finding(EXPIRY, record, str(ends), words, params, "expires")
    elif years and not record.expires:
        known = _("“%(record)s” holds for %(years)d years, to about %(end)s; it does not say so.")
        unknown = _("“%(record)s” holds for %(years)d years; it does not say until when.")
        words = known if ends else unknown
        yield Finding(EXPIRY, record, "", words, params, "expires")


@cache
def _patterns() -> list[tuple[re.Pattern[str], Certificate, bool]]:
    """Return what finds each spelling of each certificate in a folded text, the longest first."""
    spellings = [
        (spelling, certificate, is_short)
        for certificate in certificates()
        for is_short, group in (
            (False, (certificate.name, *certificate.accepted)),
            (True, certificate.short),
        )
        for spelling in group
    ]
    spellings.sort(key=lambda each: -len(re.sub(r"\W", "", each[0])))
    return [(_pattern(text, is_short), each, is_short) for text, each, is_short in spellings]


def _pattern(spelling: str, is_short: bool) -> re.Pattern[str]:
    words = re.findall(r"\w+", fold(spelling))
    between = r"[^/]{0,12}?" if is_short else r"\W*"
    pattern = between.join(_bounded(word) for word in words)
    return re.compile(pattern)


def _bounded(word: str) -> str:
    """Return what finds a word: Latin letters end where they end, Japanese shows no ends."""
    before = r"(?<![a-z0-9])" if word[0].isascii() else ""
    after = r"(?![a-z])" if word[-1].isascii() else ""
    return before + re.escape(word) + after + (r"(?![0-9])" if word[-1].isdigit() else "")
