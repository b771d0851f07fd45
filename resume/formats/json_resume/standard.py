"""The standard keys alone: a file of any tool as a document."""

import json
import re
from dataclasses import replace
from typing import Any

from resume.document.schema import Employer, Item, Line, Resume, Section

from . import bodies
from .entries import Entry, Slot, Values
from .kept import Data, Records, entries_of, profile
from .slots import CONTACT, SLOTS, WEBSITE, WORK

KANA = re.compile(r"[ぁ-ゖァ-ヺ]")

# Heading, what it holds, and the slots it lists, in the order of the document.
SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("positions", "headings", ("work",)),
    ("projects", "headings", ("projects",)),
    ("skills", "bullets", ("skills",)),
    ("education", "bullets", ("education",)),
    ("certifications", "bullets", ("certificates",)),
    ("awards", "bullets", ("awards",)),
    ("publications", "bullets", ("publications",)),
    ("links", "bullets", ("basics.url", "basics.profiles")),
)
TITLES = {
    "en": {
        "summary": "Summary",
        "positions": "Work",
        "projects": "Projects",
        "skills": "Skills",
        "education": "Education",
        "certifications": "Certificates",
        "awards": "Awards",
        "publications": "Publications",
        "links": "Links",
        "basics.url": "Website",
        "basics.email": "E-mail",
        "basics.phone": "Phone",
        "basics.location": "Location",
    },
    "ja": {
        "summary": "職務要約",
        "positions": "職務経歴",
        "projects": "プロジェクト",
        "skills": "スキル",
        "education": "学歴",
        "certifications": "資格",
        "awards": "受賞歴",
        "publications": "アウトプット",
        "links": "リンク",
        "basics.url": "ウェブサイト",
        "basics.email": "メール",
        "basics.phone": "電話",
        "basics.location": "住所",
    },
}


def language_of(data: Any) -> str:
    """Return "ja" for a file that holds kana, else "en": JSON Resume does not say."""
    text = json.dumps(data, ensure_ascii=False)
    return "ja" if KANA.search(text) else "en"


def make(slot: Slot, values: Values, extras: Entry, language: str) -> Item:
    """Return the record of an entry as a file of any tool gives it."""
    own = {name: value for name, value in values.items() if "." not in name}
    own.update(slot.constants)
    if slot is WEBSITE or slot in CONTACT:
        own["label"] = TITLES[language][slot.name]
    if slot is WORK:
        own["employer"] = Employer(
            **{name.removeprefix("employer."): values[name] for name in values if "." in name}
        )
    item: Item = slot.kind(**own, extras=extras)
    return item


def employer_facts(data: Data) -> set[str]:
    """Return the employers whose entries all say the same about them: facts of the employer."""
    told: dict[str, set[tuple[Any, Any]]] = {}
    for entry in data.get("work", []):
        facts = (entry.get("url"), entry.get("description"))
        told.setdefault("".join(entry.get("name", "").split()), set()).add(facts)
    return {name for name, facts in told.items() if len(facts) == 1}


def without_facts(entry: Entry, values: Values, extras: Entry) -> tuple[Values, Entry]:
    """Return values and extras with what this entry alone says of its employer in the extras."""
    said: Entry = {key: entry[key] for key in ("url", "description") if key in entry}
    return {**values, "employer.url": "", "employer.business": ""}, {**extras, **said}


def read(data: Data) -> Resume:
    """Return the document that the standard keys give; the data fits the schema."""
    language = language_of(data)
    facts = employer_facts(data)
    records = Records()
    claimed: dict[str, set[int]] = {}
    items: dict[str, list[Item]] = {}
    for slot in SLOTS.values():
        for index, entry in enumerate(entries_of(data, slot)):
            told = records.read(slot, entry)
            if told is None:
                continue
            values, extras = told
            records.add(slot, values)
            if slot is WORK and "".join(values["employer.name"].split()) not in facts:
                values, extras = without_facts(entry, values, extras)
            claimed.setdefault(slot.name, set()).add(index)
            items.setdefault(slot.name, []).append(make(slot, values, extras, language))
    sections = [summary_section(data, language), *list_sections(items, language)]
    contact = [item for slot in CONTACT for item in items.get(slot.name, [])]
    return Resume(
        profile=replace(profile(data, claimed, language), is_language_told=False),
        sections=tuple(section for section in sections if section),
        unlisted=tuple(contact),
    )


def summary_section(data: Data, language: str) -> Section | None:
    """Return the summary as a section of the résumé, or None."""
    written = data.get("basics", {}).get("summary", "")
    body = bodies.with_line_feeds(written)
    if not body:
        return None
    extras = {"summary": written} if written != body else {}
    title = TITLES[language]["summary"]
    return Section(title=title, holds="summary", body=body, extras=extras)


def list_sections(items: dict[str, list[Item]], language: str) -> list[Section]:
    """Return a section for each kind of record that the file has."""
    found = []
    for holds, layout, slots in SECTIONS:
        lines = tuple(Line((item,)) for slot in slots for item in items.get(slot, []))
        if lines:
            title = TITLES[language][holds]
            found.append(Section(title=title, holds=holds, layout=layout, children=lines))
    return found
