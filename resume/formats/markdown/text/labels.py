"""Label and value lines, in the notations people use."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from resume.document.dates import DateStyle, Period
from resume.document.schema import Fact

from .counts import is_count
from .nesting import first_block
from .vocabulary import EMPLOYER_NAME_LABELS, clean, is_label, is_period_label

LABELLED = re.compile(
    r"^\s*(?:[-*+]\s+)?(?:"
    r"\*\*\s*[\[【]?(?P<bold>[^*\[\]【】:：]{1,30})[\]】]?\s*[:：]?\s*\*\*\s*[:：]?"
    r"|[【\[](?P<bracket>[^【】\[\]]{1,30})[】\]](?!\()\s*[:：]?"
    r"|\|\s*(?P<cell>[^|]{1,30}?)\s*\|"
    r"|[■□◆◇●○▼]\s*(?P<marked>[^:：\s()（）]{2,10})(?:[(（][^()（）]*[)）])?(?=\s*$)"
    r"|(?<=[-*+] )(?P<bare>[^\s:：|*\[\]【】#<>`]{2,8})(?=\s*$)"
    r"|(?P<plain>[^\s:：|*\[\]【】#<>`][^:：|*\[\]【】<>`]{0,29}?)\s*[:：](?!//)"
    r")(?P<value>.*)$"
)
HELD = re.compile(r"職務|役割|役職|職位|職種|ポジション|ロール")  # of what is held
NOTATIONS = ("bold", "bracket", "cell", "marked", "bare", "plain")
# "**勤務先：X**", "_期間：2020年4月〜現在_", "**【案件】X**"
STRESSED = re.compile(
    r"^\s*(?P<mark>\*\*|[*_])(?=[^\s*_])"
    r"(?P<text>(?:[^*_:：]{1,30}[:：]|【[^*【】]{1,30}】(?=[^\s*]))[^*]+?)(?P=mark)\s*$"
)
QUOTED = re.compile(r"^(?:\s*>)+\s?")
BREAK = re.compile(r"\s*<br\s*/?>\s*$", re.IGNORECASE)
# How each layout of facts prints; `writer` has the same shapes.
FACT_SHAPES = {
    "bullets": re.compile(r"- (?P<label>[^:]{1,100}): (?P<value>.+)"),
    "bold": re.compile(r"\*\*(?P<label>[^*]{1,100})\*\* (?P<value>.+?)(?:  )?"),
    "brackets": re.compile(r"【(?P<label>[^】]{1,100})】(?P<value>.+?)(?:  )?"),
    "plain": re.compile(r"(?P<label>[^\s:*#>|\-+【`][^:]{0,99}):(?P<value>[^/\s].*?)(?:  )?"),
}


def labelled(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield (label, value) of the lines that have one; an empty value is the next line's."""
    for number, line in enumerate(lines):
        if told := _labelled(line):
            label, value = told
            following = (each.strip() for each in lines[number + 1 : number + 3])
            yield label, value or next(filter(None, following), "")


@lru_cache(1024)
def is_labelled(line: str) -> bool:
    """True for a line that has a label as it stands."""
    return bool(LABELLED.match(line))


@lru_cache(1024)  # the same lines are asked who employed, when, and as what
def _labelled(line: str) -> tuple[str, str] | None:
    """Return the label of a line and what stands after it, or None."""
    text = QUOTED.sub("", line) if ">" in line else line
    text = STRESSED.sub(r"\g<text>", text) if "*" in text or "_" in text else text
    match = LABELLED.match(text)
    if match is None:
        return None
    label = next(filter(None, match.group(*NOTATIONS)))
    return clean(label), BREAK.sub("", match["value"]).strip().removesuffix("|").rstrip()


def name_of_label(told: Iterable[tuple[str, str]]) -> str:
    """Return the first name of one who employs among labels and their values, or ""."""
    values = (value for label, value in told if EMPLOYER_NAME_LABELS.fullmatch(label))
    fits = (name for name in map(clean, values) if 1 < len(name) <= 80)
    return next((name for name in fits if not is_count(name)), "")


def unquoted(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines, those of a quotation that leads them without its marks."""
    first = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines) or not QUOTED.match(lines[first]):
        return lines
    end = next((n for n in range(first, len(lines)) if not QUOTED.match(lines[n])), len(lines))
    return [QUOTED.sub("", line) if n < end else line for n, line in enumerate(lines)]


def has_period_label(lines: Sequence[str]) -> bool:
    """True for lines one of which has a label for a period."""
    return any(is_period_label(label) for label, _value in labelled(lines))


def read_facts(lines: Sequence[str], period: Period, style: DateStyle) -> tuple[list[Fact], str]:
    """Return the facts that lead an entry, and the layout that prints them as they stand.

    They are facts only where all the lines up to the first blank one are labels with values.
    """
    block = first_block(lines)
    for layout, shape in FACT_SHAPES.items():
        matches = [shape.fullmatch(line) for line in block]
        rows = [(match["label"], match["value"]) for match in matches if match]
        if not rows or len(rows) != len(block) or not all(is_label(label) for label, _ in rows):
            continue
        if layout != "bullets" and any(not line.endswith("  ") for line in block[:-1]):
            continue
        written = period.format(style)
        told = [Fact(label=label, value="" if value == written else value) for label, value in rows]
        return told, layout
    return [], "bullets"
