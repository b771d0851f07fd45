"""The owner's real file, edited and imported, and the rows that it gives."""

import io
import json
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from resume import formats
from resume.store import import_source

CAREER = (Path(settings.BASE_DIR) / "fixtures" / "career.md").read_text(encoding="utf-8")
# What an import changes on purpose without changing a fact.
OF_UPKEEP = ("resume.import", "resume.redirect", "resume.settled")


def edited(*edits):
    """Return the owner's file with each (old, new) text replaced, once."""
    text = CAREER
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def import_text(text, **options):
    """Import Markdown as a command does, and return the report."""
    data = text.encode()
    source = formats.parse(data, "markdown")
    return import_source(source, data, "career.md", **options)


def told(report, *, unchanged=False):
    """Return [(action, kind, name, {field: (before, after)})] of what a report tells."""
    return [
        (
            change.action,
            change.model,
            change.name,
            {each.name: (each.before, each.after) for each in change.fields},
        )
        for change in report.changes
        if unchanged or change.action != "unchanged"
    ]


def rows(keys=False):
    """Return every row of the résumé as `dumpdata` writes it, by natural keys."""
    out = io.StringIO()
    call_command(
        "dumpdata", "resume", natural_foreign=not keys, natural_primary=not keys, stdout=out
    )
    found = [row for row in json.loads(out.getvalue()) if row["model"] not in OF_UPKEEP]
    for row in found:
        for value in row["fields"].values():
            if isinstance(value, list):
                value.sort()
    return sorted(found, key=lambda row: (row["model"], json.dumps(row, sort_keys=True)))
