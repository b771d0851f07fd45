"""The rows that an import touches, as they were and as it left them: what undoing goes by.

A document does not hold all of a row: not its number, its picture, its time of publication. So the
rows themselves are kept, each only where the import made, changed or deleted it.
"""

import json
from typing import Any

from django.core import serializers
from django.utils.translation import gettext as _

from resume import models

from .plan import referred_to_by_posts
from .rows import SaveError

# In an order in which they can be made; deleted the other way round.
TABLES = (
    models.Profile,
    models.Section,
    models.Employer,
    models.Position,
    models.Skill,
    models.Publication,
    models.Project,
    models.ProjectFact,
    models.ProfileLink,
    models.Education,
    models.Certification,
    models.Award,
)
Fields = dict[str, Any]
Snapshot = dict[tuple[str, int], Fields]


def snapshot() -> Snapshot:
    """Return the fields of every row that an import may touch, by model and primary key."""
    found: Snapshot = {}
    for model in TABLES:
        relations = [each.name for each in model._meta.many_to_many]
        rows = model.objects.order_by("pk").prefetch_related(*relations)
        for row in json.loads(serializers.serialize("json", rows)):
            for name in relations:
                row["fields"][name].sort()
            found[row["model"], row["pk"]] = row["fields"]
    return found


def touched(before: Snapshot, after: Snapshot) -> list[dict[str, Any]]:
    """Return the rows that differ, as JSON values; None stands for a row that is not there."""
    return [
        {
            "model": model,
            "pk": pk,
            "before": before.get((model, pk)),
            "after": after.get((model, pk)),
        }
        for model, pk in {**before, **after}
        if before.get((model, pk)) != after.get((model, pk))
    ]


def changed_since() -> SaveError:
    """Return the refusal to undo an import over later changes."""
    return SaveError(
        _(
            "Records were changed since this import, and undoing it would lose that. "
            "Change back what you need by hand, or by the history of each record."
        )
    )


def restore(rows: list[dict[str, Any]]) -> None:
    """Make the rows what they were.

    A row that a post refers to stays, with all that it stands in. Raises SaveError when one of
    the rows is no longer as the import left it.
    """
    now = snapshot()
    if any(now.get((row["model"], row["pk"])) != row["after"] for row in rows):
        raise changed_since()
    kept = _kept_for_posts(rows)
    order = {model._meta.label_lower: number for number, model in enumerate(TABLES)}
    rows = sorted(rows, key=lambda row: (order[row["model"]], row["pk"]))
    data = [
        {"model": row["model"], "pk": row["pk"], "fields": row["before"]}
        for row in rows
        if row["before"] is not None
    ]
    for each in serializers.deserialize("python", data):
        each.save()
    for row in reversed(rows):
        if row["before"] is None and (row["model"], row["pk"]) not in kept:
            TABLES[order[row["model"]]].objects.get(pk=row["pk"]).delete()


def _kept_for_posts(rows: list[dict[str, Any]]) -> set[tuple[str, int]]:
    """Return the new rows that posts refer to, and the new rows that those stand in."""
    new = {(row["model"], row["pk"]): row["after"] for row in rows if row["before"] is None}
    kept: set[tuple[str, int]] = set()
    waiting = [(f"resume.{kind.lower()}", pk) for kind, pk in referred_to_by_posts()]
    while waiting:
        place = waiting.pop()
        if place not in new or place in kept:
            continue
        kept.add(place)
        for name, target in _CONTAINERS:
            pk = new[place].get(name)
            if pk is not None:
                model = place[0] if target is None else target
                waiting.append((model, pk))
    kept |= {
        place
        for place, fields in new.items()
        if place[0] == "resume.projectfact" and ("resume.project", fields["project"]) in kept
    }
    return kept


# What a row stands in, by field; a parent is a row of the same table.
_CONTAINERS = (
    ("parent", None),
    ("section", "resume.section"),
    ("position", "resume.position"),
    ("employer", "resume.employer"),
)
