"""JSON Resume in and out. https://jsonresume.org/schema

What the standard keys can say stands there, so that every tool shows a résumé: each role is an
entry of `work`, each project one of `projects`, each skill one of `skills` with its parts as
keywords. What they cannot say (sections, lines, leads, our keys and statuses, an end "to this
day") is in `meta.keireki`, which points to the entries it completes.
"""

import json

from resume.document.schema import Resume
from resume.document.source import Source

from . import kept, official, restore, standard
from .loading import load
from .spellings import understand
from .writer import data_of


def parse(text: str) -> Source:
    """Return the document of a JSON Resume file, with a note for each spelling not of the schema.

    Raises SourceError, naming a line or a path, for what is no JSON, no JSON Resume, or does not
    fit its schema.
    """
    data, notes = understand(load(text))
    official.validate(data)
    ours = kept.OUR_KEY in data.get(kept.META, {})
    resume = restore.read(data) if ours else standard.read(data)
    return Source(resume=resume, format="json", notes=(*notes, *kept.notes(resume.profile)))


def render(resume: Resume) -> str:
    """Return the JSON Resume file of a document; it fits the official schema.

    It holds what the document holds: load the document for the audience that the file is for.
    """
    data = official.ordered(data_of(resume), official.schema())
    official.validate(data)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
