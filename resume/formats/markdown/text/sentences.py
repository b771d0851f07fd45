"""Which lines that are not in bold are sentences, and more than a name."""

import re

from .names import LEGAL_FORM

SENTENCE = re.compile(
    r"[はをに。、]|(?:で|従事|担当|勤務|在籍|入社|退社|参画|開発|経験|です|ます|した)(?:\s|$)"
    r"|\s(?:is|was|are|were|has|have|had|been)\s"
)
# A legal form and one word, which may sound like a sentence or like work: "株式会社中央開発".
WORD = r"[^\s\u3041-\u309f、。:：・/／|｜()（）]+"
COMPANY = re.compile(
    rf"(?:{LEGAL_FORM.pattern}){WORD}|{WORD}(?:(?:株式|有限|合同)会社|[(（][株有][)）]|[㈱㈲])",
    re.IGNORECASE,
)


def is_sentence(text: str) -> bool:
    """True for a line that is no name by its words."""
    return bool(SENTENCE.search(text)) and not COMPANY.fullmatch(text.strip())


def is_more(text: str) -> bool:
    """True for a line that is more than a name: a sentence, or a label with its value."""
    return is_sentence(text) or ":" in text or "：" in text
