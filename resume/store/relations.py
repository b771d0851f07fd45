"""What a saved document is linked to: publications it cites, skills it proves."""

from collections.abc import Collection
from typing import Any

from resume import evidence
from resume.models import Project, Skill

from .plan import Plan
from .report import Mention

Mentions = tuple[Mention, ...]


def write_links(plan: Plan) -> None:
    """Link what the document links and cites, and unlink what it no longer does.

    The links of new rows are made in bulk; their revision is made when all is written.
    """
    new: dict[Any, list[Any]] = {}
    for record, differences in plan.linking.items():
        for each in differences:
            relation = getattr(record.row, each.name)
            if record in plan.adding:
                source, target = relation.source_field_name, relation.target_field_name
                new.setdefault(relation.through, []).extend(
                    relation.through(**{source: record.row, target: added.row})
                    for added in each.add
                )
                continue
            if each.add:
                relation.add(*(added.row for added in each.add))
            if each.drop:
                relation.remove(*(dropped.row for dropped in each.drop))
    for through, rows in new.items():
        through.objects.bulk_create(rows)


def write_evidence(accept: bool) -> tuple[Mentions, Mentions, Mentions]:
    """Return the (linked, suggested, ambiguous) skills that projects name.

    With `accept`, what is not ambiguous is linked.
    """
    found = evidence.suggestions()
    clear = [each for each in found if not each.is_ambiguous]
    unclear = _mentions([each for each in found if each.is_ambiguous])
    if not accept or not clear:
        return (), _mentions(clear), unclear
    wanted: dict[str, list[str]] = {}
    for each in clear:
        wanted.setdefault(each.project, []).append(each.skills[0])
    skills = {row.slug: row for row in Skill.objects.all()}
    for project in Project.objects.filter(slug__in=wanted):
        project.skills.add(*(skills[slug] for slug in wanted[project.slug]))
    return _mentions(clear), (), unclear


def _mentions(found: Collection[evidence.Suggestion]) -> Mentions:
    return tuple(Mention(each.project, each.text, each.skills) for each in found)
