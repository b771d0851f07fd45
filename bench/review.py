"""What the review costs with 1,000 projects against 100: CPU seconds of the whole, nothing kept."""

import time
from datetime import date

from bench.measure import Row, WrongAnswerError, summary

FEW, MANY = 100, 1_000
ROUNDS = 7
TODAY = date(2026, 1, 1)


def make_projects(first, last):
    """Make the projects of these numbers: copies of the example's, each in its position."""
    from resume.models import Project

    examples = list(Project.objects.filter(position__isnull=False).order_by("pk")[:8])
    copied = [(number, examples[number % len(examples)]) for number in range(first, last)]
    Project.objects.bulk_create(
        Project(
            slug=f"copy-{number}",
            title=f"{example.title} {number}",
            body=example.body,
            position_id=example.position_id,
            order=number,
            status="published",
        )
        for number, example in copied
    )


def seconds():
    """Return the CPU seconds of a review, and how much it found."""
    from resume.review import findings

    started = time.process_time()
    found = len(findings(TODAY))
    return time.process_time() - started, found


def measure_review():
    """Return the Results. The projects that are made for it are removed again.

    The two sizes cannot take turns, so each round of one is set beside the same round of the other.
    Raises WrongAnswerError when a round finds something else than the one before it.
    """
    from resume.models import Project

    figures = {}
    there = Project.objects.count()
    for last in (FEW, MANY):
        make_projects(Project.objects.count(), last)
        _first, expected = seconds()
        rounds = [seconds() for _ in range(ROUNDS)]
        if {found for _spent, found in rounds} != {expected}:
            raise WrongAnswerError("the review found something else than at first")
        figures[last] = [spent for spent, _found in rounds]
    Project.objects.filter(slug__startswith="copy-").delete()
    if Project.objects.count() != there:
        raise WrongAnswerError("projects of the measurement are left")
    return [
        summary(
            Row(f"review of {MANY} projects", "", f"the review of {FEW}", ""),
            list(zip(figures[MANY], figures[FEW], strict=True)),
        )
    ]
