"""Official names that an alias hides: none of them may stand in public text."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from resume.document.text import core_name, fold

from .base import Named
from .blog import Post
from .credentials import Award, Certification, Education
from .employers import Employer, Position
from .profile import ProfileLink
from .projects import Project
from .publications import Publication
from .redirects import Redirect
from .sections import Section
from .skills import Skill

PUBLIC_MODELS = (
    Section,
    ProfileLink,
    Employer,
    Position,
    Project,
    Skill,
    Publication,
    Education,
    Certification,
    Award,
    Post,
)


def official_name(record: Named) -> str:
    """Return the name that the record's alias hides, or "" when it has none."""
    hidden = isinstance(record, Employer | Project) and record.alias
    return getattr(record, record.name_field) if hidden else ""


def names(text: str, name: str) -> bool:
    """Return True when `text` holds the official `name`, in any width and case.

    A name in Latin letters counts as a whole word only, so that a short one is not found inside
    another word; an address part such as /coefont/ is a whole word.
    """
    core = re.escape(core_name(name))
    core = re.sub(r"^(?=[a-z0-9])", r"(?<![a-z0-9])", core)
    core = re.sub(r"(?<=[a-z0-9])$", r"(?![a-z0-9])", core)
    return bool(re.search(core, fold(text)))


def public_places(name, leave_out):
    """Return [(record, field name)] of the public texts that hold `name`."""
    return [
        (record, field)
        for model in PUBLIC_MODELS
        for record in _public_records(model)
        if record != leave_out
        for field, text in _public_texts(record).items()
        if names(text, name)
    ]


def refuse_while_named(record):
    """Raise ValidationError naming the public places that hold the aliased `record`'s name."""
    name = official_name(record)
    own = [
        (record, field)
        for field, text in _public_texts(record).items()
        if field != "slug" and names(text, name)
    ]
    places = [
        place
        for place in own + public_places(name, leave_out=record)
        if not _moves_with(place, record)
    ]
    if places:
        raise ValidationError(
            {
                "alias": [
                    ValidationError(
                        _("The official name is public in %(model)s “%(record)s” (%(field)s)."),
                        code="official_name",
                        params=_place(other, field),
                    )
                    for other, field in places
                ]
            }
        )


def refuse_hidden_names(record):
    """Raise ValidationError naming the fields of `record` that hold an aliased official name."""
    hidden = [
        official_name(other)
        for model in (Employer, Project)
        for other in model.objects.exclude(alias="")
        if other != record
    ]
    fields = [
        field
        for field, text in record.public_texts().items()
        if any(names(text, name) for name in hidden)
    ]
    if fields:
        raise ValidationError(
            [
                ValidationError(
                    _("“%(field)s” holds an official name that has a public alias."),
                    code="official_name",
                    params=_place(record, field),
                )
                for field in fields
            ]
        )


def move_to_alias(record):
    """Give an employer or project the address that its public name makes, without a redirect.

    An employer's positions move too: their addresses begin with its name. Saves the rows.
    """
    moved = [record, *(record.positions.all() if isinstance(record, Employer) else [])]
    for each in moved:
        Redirect.objects.forget(each.public_path)
        each.slug = each.free_slug()
        each.save(update_fields=["slug"])


def _public_records(model):
    rows = model.objects.published()
    return rows.prefetch_related("facts") if model is Project else rows


def _public_texts(record):
    texts = record.public_texts()
    if isinstance(record, Project) and record.pk:
        texts |= {f"{fact.label} {fact.pk}": fact.value for fact in record.facts.all()}
    return texts


def _moves_with(place, record):
    """True for the addresses of an employer's positions, which `move_to_alias` moves as well."""
    other, field = place
    return field == "slug" and isinstance(other, Position) and other.employer_id == record.pk


def _place(record: Named, field):
    model_fields = {each.name: each.verbose_name for each in record._meta.fields}
    return {
        "model": record._meta.verbose_name,
        "record": str(record),
        "field": model_fields.get(field, field),
    }
