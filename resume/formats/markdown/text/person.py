"""Whose résumé it is, as its first line or a label tells it."""

import re
from collections.abc import Sequence

from resume.document.lines import DASH, JAPANESE

from .labels import labelled
from .names import ENTITY
from .vocabulary import KANA_LABELS, NAME_LABELS, clean, is_document_title, is_label, section_kind

# The first line of a file, as the writer prints it: "**Jane Roe** — Nurse".
HEAD = re.compile(r"\*\*(?P<name>[^*\s][^*]*[^*\s])\*\*(?: — (?P<title>\S.*\S|\S))?")
# "氏名　田中 一郎": a label that a wide space parts from the name.
NAMED = re.compile(r"\s*(?:[-*+] +)?(?:氏名|お?名前)[:：]?\u3000+(?P<name>\S.{0,99})")
# A name with what brackets say after it: its reading, its spelling abroad, or a remark.
REMARKED = re.compile(r"(?P<name>[^()（）]+?)\s*[(（]\s*(?P<remark>[^()（）]+?)\s*[)）]")
KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30ff\s・]+")
ABROAD = re.compile(r"[A-Za-z\u00c0-\u024f\s.,'’-]+")
LINE_LENGTH = 500
LOOKED_AT = 60  # lines at the head of a file that may tell the name


def head_line(name: str, title: str) -> str:
    """Return the first line of a file that tells who it is about; "" where it would not be read."""
    line = f"**{name}**" + (f"{DASH}{title}" if title else "")
    return line if read_head([line]) == (name, title) else ""


def read_head(lines: Sequence[str]) -> tuple[str, str]:
    """Return the name and the title that the first of these lines tells by itself."""
    match = HEAD.fullmatch(lines[0]) if lines and len(lines[0]) <= LINE_LENGTH else None
    if not match or (len(lines) > 1 and lines[1].strip()):
        return "", ""
    name = match["name"]
    known = is_document_title(name) or is_label(name) or section_kind(name) is not None
    if known or ENTITY.search(name) or person(name) != name:
        return "", ""
    return name, match["title"] or ""


def read_names(lines: Sequence[str]) -> tuple[str, str]:
    """Return the name and its reading that a table or list of personal data gives."""
    rows = list(labelled(lines))
    rows += [("氏名", match["name"]) for match in map(NAMED.fullmatch, lines) if match]
    name = next((value for label, value in rows if NAME_LABELS.fullmatch(label)), "")
    kana = next((value for label, value in rows if KANA_LABELS.fullmatch(label)), "")
    name, reading = _without_reading(clean(name[:200].replace("<br>", " ")))
    return person(name), person(kana) or person(reading)


def _without_reading(name: str) -> tuple[str, str]:
    """Return a person's name without its reading or Latin spelling in brackets, and the reading.

    Other remarks stay: "山田 花子（旧姓 田中）".
    """
    match = REMARKED.fullmatch(name)
    if match and KANA.fullmatch(match["remark"]):
        return match["name"], match["remark"]
    spelt = match and ABROAD.fullmatch(match["remark"]) and JAPANESE.search(match["name"])
    return (match["name"], "") if match and spelt else (name, "")


def person(text: str) -> str:
    """Return a person's name without markup; "" for what is too long or a placeholder."""
    name = clean(text[:200].replace("<br>", " "))
    return name if 1 < len(name) <= 40 and not re.search(r"[〇○●xX×]{2}|[|:：@/]|\d", name) else ""
