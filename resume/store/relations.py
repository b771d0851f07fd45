"""What a saved document is linked to: publications it cites, skills it proves."""

from collections.abc import Collection
from typing import Any

from resume import evidence
from resume.evidence.suggestions import SOURCES
from resume.models import Publication, Skill

from .plan import Plan
from .report import Mention

Mentions = tuple[Mention, ...]
# What a suggested link leads to, by the relation that holds it.
TARGETS: dict[str, Any] = {"skills": Skill, "publications": Publication}


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
    link_suggested([(each, each.targets[0]) for each in clear])
    return _mentions(clear), (), unclear


def link_suggested(chosen: Collection[tuple[evidence.Suggestion, str]]) -> None:
    """Link the record of each suggestion to the one of its targets that was chosen."""
    wanted: dict[tuple[str, str], dict[str, set[str]]] = {}
    for suggestion, target in chosen:
        by_slug = wanted.setdefault((suggestion.kind, suggestion.relation), {})
        by_slug.setdefault(suggestion.slug, set()).add(target)
    for (kind, relation), by_slug in wanted.items():
        slugs = set().union(*by_slug.values())
        rows = {row.slug: row for row in TARGETS[relation].objects.filter(slug__in=slugs)}
        for record in SOURCES[kind].objects.filter(slug__in=by_slug):
            getattr(record, relation).add(*(rows[slug] for slug in sorted(by_slug[record.slug])))


def _mentions(found: Collection[evidence.Suggestion]) -> Mentions:
    return tuple(Mention(each.slug, each.text, each.targets) for each in found)
