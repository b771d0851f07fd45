"""The résumé as files: every format that can be written, the file as imported, the rows."""

import re
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from resume import formats
from resume.models import Audience
from resume.store import load_resume

from . import fixtures

# Format → (what it is called, end of the file's name, media type).
FILES = {
    "markdown": ("Markdown", "md", "text/markdown; charset=utf-8"),
    "json": ("JSON Resume", "json", "application/json"),
}
FIXTURE = "fixture"
SITE, OWN = "site", "own"
CONTENTS = {
    SITE: _("what the site shows"),
    OWN: _("drafts too"),
}


@dataclass(frozen=True)
class Download:
    """A link to a file: its format and what is in it."""

    format: str
    label: str
    contents: str
    contents_label: str


def downloads():
    """Return what can be downloaded, format by format."""
    return [
        Download(name, FILES[name][0], contents, label)
        for name in FILES
        if name in formats.FORMATS
        for contents, label in CONTENTS.items()
    ]


def write(name, contents):
    """Return the résumé as an attachment. Raises Http404 for a format that nobody writes.

    What is private stays out of both contents: contact facts, and names behind an alias.
    """
    if name not in FILES or name not in formats.FORMATS or contents not in CONTENTS:
        raise Http404
    resume = load_resume(Audience.PUBLIC, drafts=contents == OWN)
    text = formats.FORMATS[name].render(resume)
    _label, ending, media_type = FILES[name]
    return attachment(text.encode(), f"{resume.heading or 'resume'}.{ending}", media_type)


def write_fixture():
    """Return every row of the résumé as an attachment, private ones included."""
    return attachment(fixtures.dump().encode(), "resume.json", "application/json")


def attachment(data, file_name, media_type="application/octet-stream"):
    """Return a file that a browser saves and no cache keeps."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f\x7f]+', " ", file_name).strip(" .") or "resume"
    return HttpResponse(
        data,
        content_type=media_type,
        headers={
            "Content-Disposition": content_disposition_header(True, name),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
