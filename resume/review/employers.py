"""Employers that stand there twice: under two spellings, or in katakana and in Latin letters."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from resume.document.text import core_name
from resume.models import Employer

from .facts import Facts
from .findings import Finding, Kind

TWICE = Kind(
    "employer-twice",
    _("Employers that may be one"),
    _("One employer under two names has two pages, and its years do not add up."),
    _("Move the positions to one of them, and write the other name under its “other spellings”."),
)
# What is heard of a name in katakana: its consonants, row by row; no vowels, no ー and no ッ.
ROWS = {
    "k": "カキクケコ",
    "g": "ガギグゲゴ",
    "s": "サシスセソ",
    "z": "ザジズゼゾ",
    "t": "タチツテト",
    "d": "ダヂヅデド",
    "n": "ナニヌネノン",
    "h": "ハヒフヘホ",
    "b": "バビブベボヴ",
    "p": "パピプペポ",
    "m": "マミムメモ",
    "y": "ヤユヨ",
    "r": "ラリルレロ",
    "w": "ワ",
}
HEARD = {kana: consonant for consonant, row in ROWS.items() for kana in row}
# What Japanese hears in Latin letters, the longest first.
LATIN = (
    *(("ck", "k"), ("ch", "t"), ("ph", "h"), ("sh", "s"), ("th", "s"), ("qu", "k"), ("x", "ks")),
    *(("c", "k"), ("q", "k"), ("l", "r"), ("v", "b"), ("f", "h"), ("j", "z")),
)
KATAKANA = re.compile(r"[ァ-ヴー・]+")
FEWEST = 4  # consonants: below, different names sound alike


def same_employers(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the employers whose name is that of an earlier one, or sounds like it."""
    first: dict[str, Employer] = {}
    for employer in facts.employers:
        names = (employer.name, *employer.aliases.splitlines())
        keys = {key for name in names for key in (core_name(name), sound(name)) if key}
        other = next((first[key] for key in sorted(keys) if key in first), None)
        if other:
            words = _("“%(first)s” and “%(second)s” may be one employer.")
            params = {"first": other.name, "second": employer.name}
            yield Finding(TWICE, employer, other.slug, words, params, "name")
        for key in keys:
            first.setdefault(key, employer)


def sound(name: str) -> str:
    """Return the consonants that are heard of a name in katakana or in Latin letters, or "".

    "ピクシブ株式会社" and "pixiv 株式会社" both give "~pksb".
    """
    core = unicodedata.normalize("NFKC", core_name(name)).replace(" ", "")
    if KATAKANA.fullmatch(core):
        heard = "".join(HEARD.get(kana, "") for kana in core)
    elif re.fullmatch(r"[a-z]+", core):
        for letters, consonants in LATIN:
            core = core.replace(letters, consonants)
        heard = re.sub(r"[aeiou]|(?<=.)[yw]", "", re.sub(r"(.)\1", r"\1", core))
    else:
        return ""
    return f"~{heard}" if len(heard) >= FEWEST else ""
