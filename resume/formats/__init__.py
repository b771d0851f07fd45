"""A document as text and back, one module a format."""

import re
from dataclasses import replace
from types import ModuleType

from resume.document.source import Note, Source, SourceError, gettext_noop
from resume.document.text import FORBIDDEN_CHARACTERS

from . import json_resume, markdown, rendercv

FORMATS: dict[str, ModuleType] = {
    "markdown": markdown,
    "rendercv": rendercv,
    "json": json_resume,
}

MAX_BYTES = 5 * 1024 * 1024
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
OFFICE = gettext_noop(
    "This is a file of Word or another office program, and only text is read. Save it there as "
    "plain text (.txt) in UTF-8, or as Markdown, and choose that file."
)
ARCHIVE = gettext_noop("This is an archive; unpack it, and choose the résumé that is in it.")
PICTURE = gettext_noop(
    "This is a picture, and only text is read. Choose the file in which the résumé was written."
)
# What people take for a text: how the file begins, and what to say of it.
NOT_TEXT = (
    (
        b"%PDF-",
        gettext_noop(
            "This is a PDF, and only text is read. Save the résumé as plain text or Markdown in "
            "the program that it was written in, and choose that file."
        ),
    ),
    (b"{\\rtf", OFFICE),
    (b"\xd0\xcf\x11\xe0", OFFICE),
    (b"PK\x03\x04", ARCHIVE),
    (b"\x1f\x8b", ARCHIVE),
    (b"7z\xbc\xaf", ARCHIVE),
    (b"Rar!", ARCHIVE),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
)
# Files of office programs are archives: Microsoft's, the OpenDocument ones, Apple's.
OFFICE_PARTS = re.compile(rb"\[Content_Types\]\.xml|mimetypeapplication/|Index/\w+\.iwa")
# Encodings of older Japanese files, and their names for a reader.
JAPANESE = (("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("iso2022_jp", "ISO-2022-JP"))
COMMON = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff\u3001\u3002ーA-Za-z0-9\s]")
RARE = re.compile(r"[\uff61-\uff9f\ue000-\uf8ff]")  # half-width kana, private use


def parse(data: bytes, format: str | None = None) -> Source:  # noqa: A002
    """Return what the file `data` says, in `format` or in the one that its content shows.

    Raises SourceError, which says in words what is wrong and where; never anything else.
    """
    text, notes = decode(data)
    name = format or guess(text)
    if name not in FORMATS:
        message = gettext_noop("There is no format “%(format)s”; known are %(known)s.")
        raise SourceError(message, {"format": name, "known": ", ".join(FORMATS)})
    source: Source = FORMATS[name].parse(text)
    return replace(source, notes=(*notes, *source.notes))


def decode(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """Return the text of a file, and a note where it was not written in UTF-8.

    Shift_JIS, EUC-JP and ISO-2022-JP are recognised. Raises SourceError for a file that is too
    large, empty, in no encoding that is known, or holds characters that no text needs.
    """
    if len(data) > MAX_BYTES:
        message = gettext_noop("The file has %(size)d bytes; at most %(limit)d are read.")
        raise SourceError(message, {"size": len(data), "limit": MAX_BYTES})
    for beginning, message in NOT_TEXT:
        if data.startswith(beginning):
            is_office = message is ARCHIVE and OFFICE_PARTS.search(data)
            raise SourceError(OFFICE if is_office else message)
    text, encoding = _decoded(data)
    if not text.strip():
        raise SourceError(gettext_noop("The file is empty; choose the one that the résumé is in."))
    if found := FORBIDDEN_CHARACTERS.search(text):
        message = gettext_noop(
            "The character %(character)s cannot be used in a résumé; take it out."
        )
        line = text.count("\n", 0, found.start()) + 1
        raise SourceError(message, {"character": f"U+{ord(found[0]):04X}"}, str(line))
    if encoding == "UTF-8":
        return text, ()
    message = gettext_noop("The file was written in %(encoding)s; it was read as such.")
    return text, (Note(message, {"encoding": encoding}),)


def guess(text: str) -> str:
    """Return the name of the format that the text is most likely in.

    What begins like JSON is JSON, broken or not: it would make no sense as Markdown.
    """
    start = text.lstrip()
    if re.match(r"\{(?![{%])", start) or (
        start.startswith("[") and start[1:].lstrip()[:1] in '{"]'
    ):
        return "json"
    if re.search(r"^cv:\s*(?:#.*)?$", text, re.MULTILINE) and not start.startswith("# "):
        return "rendercv"
    return "markdown"


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, codec, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(codec), name
            except UnicodeDecodeError as error:
                raise _undecodable(data, error.start) from error
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        candidates = [found for codec, name in JAPANESE if (found := _try(data, codec, name))]
        if not candidates:
            raise _undecodable(data, error.start) from error
        return max(candidates, key=lambda candidate: _plausibility(candidate[0]))
    if "\x1b$" in text and (found := _try(data, "iso2022_jp", "ISO-2022-JP")):
        return found
    return text, "UTF-8"


def _try(data: bytes, codec: str, name: str) -> tuple[str, str] | None:
    try:
        return data.decode(codec), name
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    """Return how much of `text` is what Japanese is written with; wrong encodings give less."""
    return (len(COMMON.findall(text)) - 2 * len(RARE.findall(text))) / max(len(text), 1)


def _undecodable(data: bytes, position: int) -> SourceError:
    message = gettext_noop(
        "The file is no text in UTF-8, UTF-16, Shift_JIS or EUC-JP; save it as text in UTF-8."
    )
    return SourceError(message, place=str(data.count(b"\n", 0, position) + 1))
