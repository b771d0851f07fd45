"""Schools: official names, entry dates, and how one leaves a graduate school."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from django.utils.translation import gettext_lazy as _

from resume.document.text import fold
from resume.models import Education

from .dictionary import schools
from .facts import Facts
from .findings import Finding, Kind

NAME = Kind(
    "school-name",
    _("Names of schools"),
    _("A résumé names a school as it is officially called, as the diploma does."),
    _("Write the official name."),
)
START = Kind(
    "school-entry",
    _("Schools without an entry date"),
    _("Application forms ask for both years, 入学 and 卒業."),
    _("Fill in “start”; a year is enough."),
)
OUTCOME = Kind(
    "school-outcome",
    _("Graduate schools left by 卒業"),
    _("A graduate school is completed (修了); 卒業 is for schools and universities."),
    _("Write 修了."),
)
# Short forms that are told by their end, the longest first.
SHORT = (
    ("短大", "短期大学"),
    ("工大", "工業大学"),
    ("外大", "外国語大学"),
    ("医大", "医科大学"),
    ("薬大", "薬科大学"),
    ("市大", "市立大学"),
    ("府大", "府立大学"),
    ("県大", "県立大学"),
    ("大", "大学"),
    ("高校", "高等学校"),
    ("工業高専", "工業高等専門学校"),
    ("高専", "工業高等専門学校"),
)
GRADUATE = re.compile(r"大学院(?!大学)|研究科|修士|博士|master|ph\.?d", re.IGNORECASE)


def school_names(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the schools and departments that are not called by their official name."""
    for record in facts.education:
        for field in ("institution", "area"):
            for word in getattr(record, field).split():
                if official := official_name(word, is_school=field == "institution"):
                    words = _("“%(written)s” is officially called “%(name)s”.")
                    params = {"written": word, "name": official}
                    yield Finding(NAME, record, fold(word), words, params, field)


def incomplete_schools(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the schools without an entry date, and the graduate schools that were "left"."""
    for record in facts.education:
        if not record.start:
            words = _("“%(record)s” does not say when you entered.")
            yield Finding(START, record, "", words, {"record": record}, "start")
        if _is_graduate(record) and "卒業" in record.outcome:
            words = _("“%(outcome)s” of “%(record)s” is 修了.")
            params = {"record": record, "outcome": record.outcome}
            yield Finding(OUTCOME, record, record.outcome, words, params, "outcome")


def official_name(word: str, is_school: bool = True) -> str:
    """Return the official name for a word that is not one, or "".

    A short form that opens the word ("慶應大学大学院") counts only before 大学院 or 学部.
    """
    folded = fold(word)
    if official := schools().get(folded):
        return official
    if match := _openings().match(folded):
        return schools()[match["name"]] + word[len(match["name"]) :]
    if is_school and re.fullmatch(r"[^\W\d_a-zA-Z]{2,}", word):
        for ending, whole in SHORT:
            if word.endswith(ending) and word != ending:
                return word.removesuffix(ending) + whole
    return ""


@cache
def _openings() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(schools(), key=len, reverse=True)))
    return re.compile(rf"(?P<name>{names})(?=大学院(?!大学)|(?!\w*大学)\w{{1,8}}学部)")


def _is_graduate(record: Education) -> bool:
    return bool(GRADUATE.search(f"{record.institution} {record.area}"))
