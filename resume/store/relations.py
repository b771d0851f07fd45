"""What a saved document is linked to: publications it cites, skills it proves."""

from typing import Any

from resume import evidence
from resume.document.text import unique_slug
from resume.models import Project, Publication, Skill, Status

from .compare import Comparison
from .records import Record
from .report import Mention

Mentions = tuple[Mention, ...]


def write_relations(
    comparison: Comparison,
    written: dict[Record, Any],
    exact: bool,
    accept_evidence: bool,
    publish: bool,
) -> tuple[Mentions, Mentions, Mentions]:
    """Link what the document links and cites, and return (linked, suggested, ambiguous) skills."""
    publications = {row.slug: row for row in Publication.objects.all()}
    skills = {row.slug: row for row in Skill.objects.all()}
    keys = {record.key: row.slug for record, row in written.items() if record.key}
    addresses = {row.url: row for row in publications.values() if row.url}
    for record, row in written.items():
        if record.kind not in ("Project", "Publication"):
            continue
        _link(row.skills, _rows(record.skills, keys, skills), comparison, record, exact)
        if record.kind == "Project":
            cited = _rows(record.publications, keys, publications)
            if not exact:
                cited |= _cited(record, addresses, publications, publish)
            _link(row.publications, cited, comparison, record, exact)
    return _suggest(skills, accept_evidence)


def _rows(keys: tuple[str, ...], slugs: dict[str, str], rows: dict[str, Any]) -> set[Any]:
    return {rows[slugs.get(key, key)] for key in keys if slugs.get(key, key) in rows}


def _link(
    relation: Any, wanted: set[Any], comparison: Comparison, record: Record, exact: bool
) -> None:
    """Add the links that are missing; what the owner unlinked since the last import stays so."""
    have = set(relation.all()) if record in comparison.now else set()
    if exact:
        if have != wanted:
            relation.set(sorted(wanted, key=lambda row: row.pk))
        return
    stored = comparison.now.get(record)
    base = comparison.then.get(record)
    if (
        base is not None
        and stored is not None
        and base.values.get("body") == record.values.get("body")
    ):
        return
    if missing := wanted - have:
        relation.add(*sorted(missing, key=lambda row: row.pk))


def _cited(
    record: Record,
    addresses: dict[str, Any],
    publications: dict[str, Any],
    publish: bool,
) -> set[Any]:
    """Return the publications that a project's text links to; one not known yet is made."""
    found = set()
    for citation in evidence.citations(record.values["body"]):
        row = addresses.get(citation.url)
        if row is None and citation.kind:
            row = Publication(
                title=citation.title[:300],
                url=citation.url,
                kind=citation.kind,
                status=Status.PUBLISHED if publish else Status.DRAFT,
            )
            row.slug = unique_slug(row.slug_source, row.slug_parent, set(publications))
            row.full_clean(validate_unique=False)
            row.save()
            addresses[citation.url] = publications[row.slug] = row
        if row is not None:
            found.add(row)
    return found


def _suggest(skills: dict[str, Skill], accept: bool) -> tuple[Mentions, Mentions, Mentions]:
    """Return what projects name; with `accept`, link what is not ambiguous."""
    found = evidence.suggestions()
    clear = [each for each in found if not each.is_ambiguous]
    if accept and clear:
        projects = {row.slug: row for row in Project.objects.all()}
        for each in clear:
            projects[each.project].skills.add(skills[each.skills[0]])
    linked = _mentions(clear) if accept else ()
    suggested = () if accept else _mentions(clear)
    return linked, suggested, _mentions([each for each in found if each.is_ambiguous])


def _mentions(found: list[evidence.Suggestion]) -> Mentions:
    return tuple(Mention(each.project, each.text, each.skills) for each in found)
