"""Official names that an alias hides, and that public text gives away."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from resume.models import Position, Project
from resume.models.aliases import names, official_name
from resume.models.base import Named

from .facts import Facts
from .findings import Finding, Kind

HIDDEN = Kind(
    "hidden-name",
    _("Official names that an alias hides"),
    _("The alias is there because the name may not be told; the public text tells it."),
    _("Write the alias instead, or make the record a draft."),
)


def hidden_names(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the public texts that hold the official name of an employer or project with an alias.

    The forms refuse it; rows that were loaded or written by SQL come here.
    """
    hidden = [
        (record, name)
        for record in (*facts.employers, *facts.projects)
        if (name := official_name(record))
    ]
    if not hidden:
        return
    for record in facts.records():
        for field, text in _public_texts(record):
            for owner, name in hidden:
                if names(text, name) and not _is_own_address(record, owner, field):
                    words = _("“%(name)s” is public here; its alias is “%(alias)s”.")
                    params = {"name": name, "alias": owner.public_name}
                    yield Finding(HIDDEN, record, f"{field} {owner.slug}", words, params, field)


def _public_texts(record: Named) -> Iterator[tuple[str, str]]:
    if not record.is_visible:
        return
    yield from record.public_texts().items()
    if isinstance(record, Project):
        for fact in record.facts.all():
            yield fact.label, f"{fact.label} {fact.value}"


def _is_own_address(record: Named, owner: Named, field: str) -> bool:
    """True for the addresses of an employer's positions, which move with its alias."""
    return field == "slug" and isinstance(record, Position) and record.employer_id == owner.pk
