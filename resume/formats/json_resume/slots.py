"""Which list of JSON Resume holds which kind of record."""

from collections.abc import Callable
from typing import Any

from resume.document.schema import (
    Award,
    Certification,
    Education,
    Item,
    Position,
    ProfileLink,
    Project,
    Publication,
    Skill,
)

from .entries import Slot, Values
from .groups import (
    KEYWORDS,
    LEVEL,
    LOCATION_TEXT,
    LONG,
    NAME,
    PERIOD,
    ROLE,
    VALUE,
    body_group,
    date_group,
    text_group,
    url_group,
)


def _stay(values: Values) -> Any:
    """What the database allows once: a role from one date at one employer."""
    return ("".join(values["employer.name"].split()), values["role"], values["start"])


def _by(field: str) -> Callable[[Values], Any]:
    return lambda values: values[field] or None


def _address(field: str) -> Callable[[Values], Any]:
    return lambda values: ("address", values[field]) if values[field] else None


WORK = Slot(
    "work",
    Position,
    (
        text_group("name", "employer.name", NAME),
        text_group("description", "employer.business", NAME, loose=True),
        url_group("employer.url", loose=True),
        ROLE,
        PERIOD,
        body_group("summary"),
    ),
    (("employer.name",),),
    _stay,
)
PROJECTS = Slot(
    "projects",
    Project,
    (text_group("name", "title", LONG), PERIOD, body_group("description")),
    (("title",),),
)
SKILLS = Slot(
    "skills", Skill, (text_group("name", "name", NAME), LEVEL, KEYWORDS), (("name",),), _by("name")
)
EDUCATION = Slot(
    "education",
    Education,
    (text_group("institution", "institution", NAME), text_group("area", "area", NAME), PERIOD),
    (("institution",),),
)
CERTIFICATES = Slot(
    "certificates",
    Certification,
    (
        text_group("name", "name", NAME),
        date_group("date"),
        text_group("issuer", "issuer", NAME),
        url_group(),
    ),
    (("name",),),
)
AWARDS = Slot(
    "awards",
    Award,
    (
        text_group("title", "name", NAME),
        date_group("date"),
        text_group("awarder", "awarder", NAME),
        text_group("summary", "note", NAME),
    ),
    (("name",),),
)
PUBLICATIONS = Slot(
    "publications",
    Publication,
    (
        text_group("name", "title", LONG),
        text_group("publisher", "venue", NAME),
        date_group("releaseDate"),
        url_group(),
    ),
    (("title",),),
    _address("url"),
)
PROFILES = Slot(
    "basics.profiles",
    ProfileLink,
    (text_group("network", "label", NAME), text_group("username", "value", VALUE), url_group()),
    (("label",), ("url", "value")),
    _address("url"),
    (("audience", "public"),),
)
WEBSITE = Slot(
    "basics.url",
    ProfileLink,
    (url_group(),),
    (("url",),),
    _address("url"),
    (("kind", "website"), ("audience", "public")),
)
EMAIL = Slot(
    "basics.email",
    ProfileLink,
    (text_group("email", "value", VALUE),),
    (("value",),),
    constants=(("kind", "email"),),
)
PHONE = Slot(
    "basics.phone",
    ProfileLink,
    (text_group("phone", "value", VALUE),),
    (("value",),),
    constants=(("kind", "phone"),),
)
LOCATION = Slot(
    "basics.location",
    ProfileLink,
    (LOCATION_TEXT,),
    (("value",),),
    constants=(("kind", "address"),),
)
CONTACT = (EMAIL, PHONE, LOCATION)
SLOTS = {
    slot.name: slot
    for slot in (
        WORK,
        PROJECTS,
        SKILLS,
        EDUCATION,
        CERTIFICATES,
        AWARDS,
        PUBLICATIONS,
        WEBSITE,
        PROFILES,
        *CONTACT,
    )
}


def slot_of(item: Item) -> Slot | None:
    """Return where an item is written; None for a stint, whose roles are written."""
    if isinstance(item, Position) and item.roles:
        return None
    if isinstance(item, ProfileLink):
        kinds = {"email": EMAIL, "phone": PHONE, "address": LOCATION, "website": WEBSITE}
        return kinds.get(item.kind, PROFILES)
    return next((slot for slot in SLOTS.values() if type(item) is slot.kind), None)
