"""Titles of sections in which some tell who employed them, beside those about their work."""

import re

from resume.document.text import fold

from .vocabulary import PREFIX, SUFFIX, clean, is_label, section_kind, words

# Of a list of those who employed; the projects stand in a section of their own.
STAYS = words(
    "所属 会社 企業 職場 会社歴 社歴 会社履歴 企業歴 所属歴 所属履歴 在籍歴 在籍履歴 "
    "勤務歴 勤務履歴 所属会社 所属企業 所属先 勤務先履歴 勤務先一覧 "
    "在籍会社 在籍先 勤務会社 勤務企業 就業先 就業会社 経験会社 経験企業 "
    "companies|employers|employer|affiliation|affiliations"
)
# What tells of them in a sentence: "これまでに勤めた会社", "経験した企業".
WORKED_AT = re.compile(
    r"(?:これまでに|今までに|過去に)?(?:経験|在籍|勤務|所属|就業|入社|勤め|働い)(?:し)?(?:た|てきた|ている)"
    r"(?=会社|企業|職場)"
)
PARTED = re.compile(r"[・/／、&]")  # 所属・在籍期間


def titles_stays(title: str) -> bool:
    """True for the title of a section that lists who employed somebody: 所属, 経験した会社."""
    text = SUFFIX.sub("", fold(clean(title)))
    spellings = {text, PREFIX.sub("", text), WORKED_AT.sub("", text)}
    first, *others = PARTED.split(text)
    return bool(STAYS & spellings) or (first in STAYS and all(map(is_label, others)))


def may_be_work(title: str) -> bool:
    """True for such a title, and that of a summary, under which some tell their work itself."""
    return section_kind(title) == "summary" or titles_stays(title)
