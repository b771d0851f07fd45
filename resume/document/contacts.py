"""Contact facts and birth dates in a text: what nobody publishes by accident."""

import re
import unicodedata

REACHED = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+"
    # Japanese numbers: with hyphens, however they are typed, or brackets; mobile ones without.
    r"|(?<!\d)(?<!\d-)0\d{1,4}[-‐‑–−ー]\d{1,4}[-‐‑–−ー]\d{3,4}(?![-\d])"
    r"|(?<!\d)\(?0\d{1,3}\) ?\d{1,4}-\d{4}(?!\d)|(?<!\d)0\d{1,3}\(\d{1,4}\)\d{4}(?!\d)"
    r"|(?<!\d)0[5-9]0 ?\d{4} ?\d{4}(?!\d)"
    r"|\+\d[\d ()-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4}",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"生年月日|年齢|住所|電話番号|携帯|メールアドレス|date of birth|(?<![a-z])phone(?![a-z])|"
    + REACHED.pattern,
    re.IGNORECASE,
)


def contact_facts(text: str) -> list[str]:
    """Return what of `text` may be a contact fact or a birth date, each once, in its order.

    These are facts about a person that nobody publishes by accident: an import keeps such a text
    from the public until its owner has looked at it, and the admin asks.
    """
    return list(dict.fromkeys(TOLD.findall(_narrow(text))))


def tells_how_to_reach(text: str) -> bool:
    """True for a text with a mail address or a telephone number."""
    return bool(REACHED.search(_narrow(text)))


def _narrow(text: str) -> str:
    """Return the text with digits and signs of the full width in the usual one."""
    return unicodedata.normalize("NFKC", text)
