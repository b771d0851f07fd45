"""Dates, spans of time and numbers of things: nobody is called so who employs."""

import re

from resume.document.periods import NOW, find_dates
from resume.document.text import fold

UNIT = (
    r"年(?:度(?:[上下]半?期)?|代|目|間|生|[春夏秋冬末])?|[ヶケかカヵ箇]月間?|月間?|週間?|日間?|時間|期生?|"
    r"四半期|歳|社(?!目)|名|人月?|件|個|回|校|店舗?|[億万]?円|台|項目|"
    r"(?:years?|yrs?|months?|weeks?|days?|people|companies|employers|employees|projects?|clients?|"
    r"jobs?|positions?)\b"
)
# One number with what it counts: "約3年", "全12件", "2年目以降", "FY2023", "2010s".
COUNTED = re.compile(
    rf"(?:約|計|全|第|令和|平成|昭和|通算|合計|累計|延べ|のべ)?\s*(?:\d[\d,.]*|[一二三四五六七八九十百]+|元)\s*(?:{UNIT})"
    r"(?:[間目弱強頃半]|ごろ|程度|ほど|以[上下降前]|前半|後半|まで|から|より)*"
    r"|\bfy\s?'?\d+|\b[hq][1-4]\b|\b\d+'?s\b|[上下]半?期",
)
LETTER = re.compile(r"[^\W\d_]")
NUMBER = re.compile(r"[\d一二三四五六七八九十元]")
NAME_LENGTH = 40


def is_count(name: str) -> bool:
    """True for what only says when, for how long or how many: "2023年", "3年2ヶ月", "12社".

    A number of signs alone is one as well.
    """
    text = fold(name)
    if len(text) > NAME_LENGTH or not NUMBER.search(text):
        return False
    text = COUNTED.sub(" ", text)
    for date in reversed(list(find_dates(text))):
        text = f"{text[: date.first]} {text[date.last :]}"
    return not LETTER.search(re.sub(NOW, " ", text))
