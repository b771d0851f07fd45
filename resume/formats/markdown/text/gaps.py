"""Times between two stays, in which nobody was worked for."""

import re

from .names import ENTITY

# What keeps somebody from work, or is done instead.
INSTEAD = (
    r"(?:育休|産休|産前産後|妊娠|結婚|出産|育児|子育て|介護|看護|看病|家事|専業主[婦夫]|病気|闘病|療養|治療|入院|静養|休養|休職|離職|退職後?|失業|"
    r"空白|ブランク|無職|浪人|充電|転居|引っ?越し|帰国|帰郷|渡航|就職活動|転職活動|求職|ワーキングホリデー|ワーホリ|(?:公共)?職業訓練|独学|"
    r"(?:長期|リフレッシュ|サバティカル)?休暇|サバティカル|お?休み|(?:海外|国内|長期)旅行|世界一周(?:旅行)?|"
    r"(?:語学|海外|短期)?留学|(?:[^。のを]{2,10}の(?:ための)?|資格|受験|試験|語学|英語)?(?:勉強|(?<!機械)(?<!深層)学習))"
)
# What was attended: "プログラミングスクール受講".
COURSE = (
    r"[^。]{0,20}(?:スクール|講座|訓練校?|ブートキャンプ|コース|学校)"
    r"[をのにへで]?(?:受講|通学|通[うい]|修了|卒業|学習)"
)
# "夫の転勤に伴い退職", "出産のため": why nobody was worked for, whatever it was.
REASON = r"[^。]{1,20}?(?:の(?:ため|為)(?:に|の)?|により|による|に伴[いう]|を機に)、?\s*(?:一時)?"
AWAY = r"(?:休[職業]|離職|退職|退社|離れ(?:る|て)|求職)"
JAPANESE = (
    rf"(?:(?:職歴|経歴|キャリア)の)?{INSTEAD}(?:[・･、/／,&＆と]{INSTEAD})*"
    r"(?:休業|休暇|期間|中|準備|活動|校|生活)*(?:\s*[(（][^()（）]*[)）])?"
    r"(?:[をの]?受講|[にへ]?通[学所]|に専念)?"
    rf"|{COURSE}(?:期間|中)?|{REASON}{AWAY}(?:期間|中)?|[^。]{{0,10}}{INSTEAD}の(?:ため|為)(?:{INSTEAD}(?:期間|中)?)?"
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
    r"self[- ]study|(?:[a-z]+ ){0,3}boot ?camp"
)
# What was done in it may follow: "Career break (parental leave)", "Break to care for family".
REMARK = r"(?:\s*[-–—:/|·,(（&].*|\s+(?:to|for|in|and|while|due)\s.*)?"
GAP = re.compile(rf"{JAPANESE}|(?:{ENGLISH}){REMARK}", re.IGNORECASE)
# "（育児のため離職）", in brackets as a whole.
BRACKETED = re.compile(
    r"[(（\[［【〔<＜](?P<name>[^()（）]+(?:[(（][^()（）]*[)）])?)[)）\]］】〕>＞]?"
)
# What was entered: "Y入学".
ENTERED = re.compile(r"(?:入学|入校|卒業|修了|中退)$")


def is_gap(name: str) -> bool:
    """True for what names such a time, and no legal entity: 育休, "Career break".

    Brackets may stand around it.
    """
    inside = BRACKETED.fullmatch(name)
    told = inside["name"].strip() if inside else name
    return bool(GAP.fullmatch(told)) and not ENTITY.search(told)


def is_aside(name: str) -> bool:
    """True for what a table of employers may name beside them: a gap, or a school entered."""
    return bool(ENTERED.search(name)) or is_gap(name)
