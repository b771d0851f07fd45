"""Where, and as what, somebody was posted: a department, a branch, a client, a role there."""

import re

from .headings import BRACKETS, split_period
from .names import DEPARTMENT, ONLY_ROLE, ROLE_END
from .vocabulary import clean

# To whom somebody was sent: "派遣先：甲銀行（総務部）".
SENT = re.compile(r"(?:派遣|出向|配属|就業|勤務|異動|赴任)先(?:企業|会社)?名?\s*[:：]\s*\S")
UNIT = re.compile(
    rf"{DEPARTMENT.pattern}|(?:[支本]店|支社|本社|[営事]業所|出張所|工場|病棟|[^\s]本部)$"
)
# A role of few signs that tells of no work: 研究員, 営業事務.
HELD = re.compile(rf"[一-鿿]{{0,3}}(?:{ROLE_END.pattern})")
PARTED = re.compile(r"[\s・/／→,、]+")


def is_post(title: str) -> bool:
    """True for a title of units, of a role, perhaps of both, or of whom one was sent to."""
    name = BRACKETS.sub("", split_period(clean(title))[0])
    if SENT.match(name):
        return True
    words = [word for word in PARTED.split(name) if word]
    units = [word for word in words if UNIT.search(word)]
    if units and words[0] == units[0]:
        # The name of a unit in another one may have parts: 経理部 連結・開示グループ.
        units = words[: 1 + max(n for n, word in enumerate(words) if word in units)]
    others = [word for word in words if word not in units]
    told = not name.isascii() and all(map(ROLE_END.search, others))
    return told and bool(units or ONLY_ROLE.fullmatch(name) or HELD.fullmatch(name))
