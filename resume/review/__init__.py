"""Facts that the owner should look at. The review reports; it never rewrites."""

from datetime import date
from functools import lru_cache
from typing import Any

from resume.models import Settled
from resume.state import current_state

from .credentials import awards_without_year, certification_names, incomplete_certifications
from .employers import same_employers
from .employment import overlaps
from .facts import read_facts
from .findings import Finding, Kind
from .links import dead_links
from .projects import incomplete_projects
from .prose import lines_that_break_off, lists_of_two_styles
from .schools import incomplete_schools, school_names
from .secrecy import hidden_names
from .skills import missing_skills, unproved_skills
from .spelling import full_width_letters, misspelled_words

__all__ = ["RULES", "Finding", "Kind", "findings", "review"]

# What is wrong comes before what is missing, and that before what could be better.
RULES = (
    hidden_names,
    misspelled_words,
    lines_that_break_off,
    dead_links,
    overlaps,
    same_employers,
    certification_names,
    school_names,
    incomplete_certifications,
    incomplete_schools,
    awards_without_year,
    incomplete_projects,
    missing_skills,
    unproved_skills,
    lists_of_two_styles,
    full_width_letters,
)


def findings(today: date) -> list[Finding]:
    """Return all there is to look at, settled or not: drafts included, one finding an id."""
    facts = read_facts()
    found = (finding for rule in RULES for finding in rule(facts, today))
    return list({finding.id: finding for finding in found}.values())


def review(today: date) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that wait for the owner, and those that the owner has settled.

    They are found once a process and state of the content: what becomes public by its time, and is
    no dead end from then on, makes another one.
    """
    state = current_state()
    found = _findings_of(state, today) if state else findings(today)
    settled = set(Settled.objects.filter(kind=Settled.Kind.FINDING).values_list("key", flat=True))
    return (
        [finding for finding in found if finding.id not in settled],
        [finding for finding in found if finding.id in settled],
    )


@lru_cache(maxsize=1)
def _findings_of(state: tuple[Any, ...], today: date) -> list[Finding]:
    return findings(today)
