"""Times between two stays, in which nobody was worked for."""

import re

from .names import ENTITY

JAPANESE = (
    r"(?:(?:職歴|経歴|キャリア)の)?(?:育休|産休|育児|休職|離職|病気|療養|空白|ブランク|無職|浪人|(?:語学)?(?:留学|学習)|独学|就職活動|転職活動|求職|充電|"
    r"ワーキングホリデー|ワーホリ|職業訓練)(?:休業|休暇|期間|中|活動|校|生活)*(?:\s*[(（][^()（）]*[)）])?"
    r"(?:[をの]?受講|[にへ]?通[学所])?"
)
LEAVE = (
    r"parental|maternity|paternity|parenting|family|medical|sick|health|caregiver'?s?|caring|"
    r"caregiving|personal|unpaid|study|bereavement"
)
ENGLISH = (
    r"(?:(?:planned|short) )?(?:(?:career|employment|work|family) )?(?:break|gap|pause)|"
    rf"sabbatical(?: (?:leave|year))?|gap year|(?:extended )?(?:(?:{LEAVE}) )?"
    r"leave(?: of absence)?|(?:full[- ]time|stay[- ]at[- ]home) (?:parent|mother|father|mom|dad|"
    r"mum|carer|caregiver)|time off|unemployed|unemployment|travel(?:l?ing)?|"
    r"job (?:search|hunt)(?:ing)?|between (?:jobs|roles)|relocation|career (?:change|transition)|"
    r"self[- ]study"
)
# What was done in it may follow: "Career break (parental leave)", "Break to care for family".
REMARK = r"(?:\s*[-–—:/|·,(（&].*|\s+(?:to|for|in|and|while|due)\s.*)?"
GAP = re.compile(rf"{JAPANESE}|(?:{ENGLISH}){REMARK}", re.IGNORECASE)
# What was entered: "Y入学".
ENTERED = re.compile(r"(?:入学|入校|卒業|修了|中退)$")


def is_gap(name: str) -> bool:
    """True for what names such a time, and no legal entity: 育休, "Career break"."""
    return bool(GAP.fullmatch(name)) and not ENTITY.search(name)


def is_aside(name: str) -> bool:
    """True for what a table of employers may name beside them: a gap, or a school entered."""
    return bool(ENTERED.search(name)) or is_gap(name)
