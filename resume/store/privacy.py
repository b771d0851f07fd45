"""What of a file's own words nobody but the owner may see.

That is what a line as written says of hidden records, and who somebody is and where to find him.
A file's unknown keys are kept with the record that they stood in, published or not. So they are
judged by their names and by what they hold.
"""

import re
from collections.abc import Iterable
from typing import Any

from resume.document.contacts import tells_how_to_reach
from resume.document.lines import name_of
from resume.document.schema import Line
from resume.document.text import core_name, fold
from resume.models.aliases import names

PRIVATE_WORD = re.compile(
    r"address(es)?|age|birth(day|date)?|born|citizenship|dob|e?mails?|emergency|ethnicity|fax|gender"
    r"|marital|mobile|nationality|passport|password|phones?|postal|references?|religion|salary"
    r"|secret|sex|ssn|tel|telephone|token|zip"
)
JAPANESE = re.compile(
    r"生年月日|年齢|性別|住所|電話|携帯|メール|郵便|国籍|本籍|配偶|扶養|年収|給与"
)
WORD = re.compile(
    r"address(es)?|age|birth(day|date)?|born|citizenship|dob|e?mails?|emergency|ethnicity|fax|gender"
    r"|marital|mobile|nationality|passport|password|phones?|postal|references?|religion|salary"
    r"|secret|sex|ssn|tel|telephone|token|zip"
)
JAPANESE = re.compile(
    r"生年月日|年齢|性別|住所|電話|携帯|メール|郵便|国籍|本籍|配偶|扶養|年収|給与"
)
MAIL_OR_PHONE = (
    r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+"
    # Japanese numbers: with hyphens, however they are typed, or brackets; mobile ones without.
    r"|(?<!\d)(?<!\d-)0\d{1,4}[-‐‑–−ー]\d{1,4}[-‐‑–−ー]\d{3,4}(?![-\d])"
    r"|(?<!\d)\(?0\d{1,3}\) ?\d{1,4}-\d{4}(?!\d)|(?<!\d)0\d{1,3}\(\d{1,4}\)\d{4}(?!\d)"
    r"|(?<!\d)0[5-9]0 ?\d{4} ?\d{4}(?!\d)"
    r"|\+\d[\d ()-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4}"
)
CONTACT = re.compile(
    r"生年月日|年齢|住所|電話番号|携帯|メールアドレス|date of birth|(?<![a-z])phone(?![a-z])|"
    + MAIL_OR_PHONE,
    re.IGNORECASE,
)
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# The contact facts of JSON Resume; anything there that is no record of its own.
OF_BASICS = ("email", "phone", "location")


def names_hidden(line: Line, hidden: Iterable[str]) -> bool:
    """True where a line as written names one of the `hidden` records beside its own items."""
    text = line.written
    for name in sorted(map(name_of, line.items), key=len, reverse=True):
        text = text.replace(name, " ")
    folded = fold(text)
    return any(core_name(name) in folded and names(text, name) for name in hidden)


def public_extras(extras: dict[str, Any]) -> dict[str, Any]:
    """Return the extras without what is private: by its key, or as a mail address or number."""
    found: dict[str, Any] = _public(extras)
    basics = found.get("basics")
    if isinstance(basics, dict):
        found["basics"] = {key: basics[key] for key in basics if key not in OF_BASICS}
    return found


def with_private_extras(extras: dict[str, Any], stored: dict[str, Any]) -> dict[str, Any]:
    """Return a file's extras with what no export tells of the `stored` ones: it was not dropped."""
    kept = public_extras(stored)
    found = dict(extras)
    for key, value in stored.items():
        is_private = key not in kept or bool(value and not kept[key])
        if is_private and key not in found:
            found[key] = value
        elif isinstance(value, dict) and isinstance(found.get(key), dict):
            private = {name: each for name, each in value.items() if name not in kept.get(key, {})}
            found[key] = {**private, **found[key]}
    return found


def _public(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _public(each)
            for key, each in value.items()
            if not _is_private(key) and not _tells(each)
        }
    if isinstance(value, list):
        return [_public(each) for each in value if not _tells(each)]
    return value


def _is_private(key: str) -> bool:
    words = (word.lower() for word in WORD.findall(key))
    return any(map(PRIVATE_WORD.fullmatch, words)) or bool(JAPANESE.search(key))


def _tells(value: Any) -> bool:
    return isinstance(value, str) and tells_how_to_reach(value)
