"""Whose résumé it is, as its first line or a label tells it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from resume.document.lines import DASH, JAPANESE

from .labels import labelled
from .names import ENTITY, ROLE_END
from .vocabulary import KANA_LABELS, NAME_LABELS, clean, is_document_title, is_label, section_kind

# The first line of a file, as the writer prints it: "**Jane Roe** — Nurse".
HEAD = re.compile(r"\*\*(?P<name>[^*\s][^*]*[^*\s])\*\*(?: — (?P<title>\S.*\S|\S))?")
# "氏名　田中 一郎": a label that a wide space parts from the name.
NAMED = re.compile(r"\s*(?:[-*+] +)?(?:氏名|お?名前)[:：]?\u3000+(?P<name>\S.{0,99})")
# A name with what brackets say after it: its reading, its spelling abroad, or a remark.
REMARKED = re.compile(r"(?P<name>[^()（）]+?)\s*[(（]\s*(?P<remark>[^()（）]+?)\s*[)）]")
KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30ff\s・]+")
ABROAD = re.compile(r"[A-Za-z\u00c0-\u024f\s.,'’-]+")
# What a whole file is, which its title may say beside a name: "山田 太郎の職務経歴書", "Jane's CV".
DOCUMENT = re.compile(
    r"(?:の|['’]s\s)?\s*(?:履歴書|職務経歴書|業務経歴書|経歴書|スキルシート|"
    r"(?<![A-Za-z])(?:résumé|resume|curriculum vitae|cv)(?![A-Za-z]))",
    re.IGNORECASE,
)
AROUND = " 　-‐–—―|｜:：/／・,、()（）[]【】"
# A family and a given name, parted; and two to four names in Latin letters.
KANJI_NAME = re.compile(
    r"[一-鿿々ヶ]{1,4}[ 　]+[一-鿿々ぁ-んァ-ヶー]{1,5}(?<![社課店校院職業務歴書版])"
)
LATIN_NAME = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")
ADDRESS = re.compile(r"https?://\S+|[\w.+-]+@[\w.-]+")
SECTION = re.compile(r"#|[-=]{3}|■")
HEAD_LENGTH = 12  # lines below the title that may tell the name by itself
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


def read_names(lines: Sequence[str], titles: Sequence[str] = ()) -> tuple[str, str]:
    """Return the name and its reading that a table or list of personal data gives.

    Without one, the first of the `titles` over all others in the file may tell the name.
    """
    rows = list(labelled(lines))
    rows += [("氏名", match["name"]) for match in map(NAMED.fullmatch, lines) if match]
    name = next((value for label, value in rows if NAME_LABELS.fullmatch(label)), "")
    kana = next((value for label, value in rows if KANA_LABELS.fullmatch(label)), "")
    name, reading = _without_reading(clean(name[:200].replace("<br>", " ")))
    name = person(name) or _name_in_titles(titles, lines)
    return name, person(kana) or person(reading)


def _name_in_titles(titles: Sequence[str], lines: Sequence[str]) -> str:
    """Return the person whom the first title names, or a line below 職務経歴書, or "".

    What is written as a name may be another title; an address of the person's (jane@…, …/janeroe)
    tells that of a name in Latin letters.
    """
    title = clean(titles[0]) if titles else ""
    name = DOCUMENT.sub("\0", title).strip(AROUND + "\0")
    if _is_kanji_name(name) and (name != title or len(titles) == 1):
        return name
    if is_document_title(title):
        below = takewhile(lambda line: not SECTION.match(line), lines[1:HEAD_LENGTH])
        return next((line for line in map(clean, below) if _is_kanji_name(line)), "")
    if _is_known(name) or not LATIN_NAME.fullmatch(name):
        return ""
    short = (line for line in lines if len(line) <= LINE_LENGTH)
    addresses = " ".join(found for line in short for found in ADDRESS.findall(line)).lower()
    words = [word.lower() for word in re.findall(r"[^\W\d_]{3,}", name)]
    return name if any(word in addresses for word in words) else ""


def _is_kanji_name(text: str) -> bool:
    return bool(KANJI_NAME.fullmatch(text)) and not _is_known(text)


def _is_known(name: str) -> bool:
    """True for words that title or label something, a role, and the name of a company."""
    parts = (name, "".join(name.split()), *name.split())
    known = any(is_label(each) or section_kind(each) is not None for each in parts)
    return bool(known or ENTITY.search(name) or ROLE_END.search(name))


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
