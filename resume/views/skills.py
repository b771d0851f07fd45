"""Skills as claimed, each beside what proves it."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from django.http import Http404
from django.shortcuts import render
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.translation import get_language

from resume import timeline
from resume.evidence import Tally, prove, tally
from resume.models import Skill
from resume.models.sections import in_resume_order
from resume.models.skills import nest
from resume.models.statements import Statement
from resume.views.resume import address

BARS = 8
SHOWN = 12


LISTED = Statement(lambda: Skill.objects.for_list())


@dataclass(frozen=True)
class Line:
    """A skill in the overview: where its page is, how far it stands in, and what proves it."""

    skill: Skill
    path: str
    depth: int
    tally: Tally

    @property
    def proof_path(self):
        """Where the first of its proof is listed."""
        counts = {
            "projects": self.tally.projects,
            "publications": self.tally.publications,
            "posts": self.tally.posts,
        }
        place = next(name for name, count in counts.items() if count)
        return f"{self.path}#{place}"


def skills(request):
    """List the skills by category, each with its parts and how much proves it."""
    listed = in_resume_order(LISTED.rows())
    found = tally(listed, timezone.localdate())
    place = get_script_prefix(), get_language()
    categories = [
        (category, [line for skill in group for line in lines(skill, found, place)])
        for category, group in groupby(nest(listed), key=lambda skill: skill.public_section)
    ]
    return render(request, "skills/list.html", {"categories": categories})


def lines(skill, found, place, depth=0):
    """Yield the Line of a skill, then those of its parts."""
    yield Line(skill, address("skill", skill.slug, place), depth, found[skill.pk])
    for part in skill.parts:
        yield from lines(part, found, place, depth + 1)


def skill(request, slug):
    """Show one skill. Raises Http404 where none is public."""
    record = Skill.objects.for_detail(slug)
    if record is None:
        raise Http404
    return skill_page(request, record)


def skill_page(request, skill):
    """Return the page of a record read with `with_links()`, published or not.

    The newest projects are shown, and what is left of them is on pages of their own.
    """
    today = timezone.localdate()
    proof = prove(skill, today, most=SHOWN)
    context = {
        "skill": skill,
        "proof": proof,
        "timeline": timeline.draw(proof.stays[:BARS], today),
        "places": by_position(proof.uses),
        "has_more": proof.projects > SHOWN,
    }
    return render(request, "skills/detail.html", context)


def by_position(uses):
    """Return [(position, its uses)] in the order of the uses; None for personal projects."""
    found = defaultdict(list)
    for use in uses:
        found[use.project.position].append(use)
    return list(found.items())
