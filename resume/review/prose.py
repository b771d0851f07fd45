"""Sentences and lists: bullets that break off, two styles in one list."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from .facts import Facts
from .findings import Finding, Kind
from .texts import Item, Text

DANGLING = Kind(
    "dangling",
    _("Lines that break off"),
    _("The line ends where a word must follow: something was cut off or never written."),
    _("Finish the line, or delete it."),
)
STYLE = Kind(
    "mixed-style",
    _("Lists that mix ですます and である"),
    _("A list reads as one text when its items end alike."),
    _("End the items alike: both in ですます, both in である, or in nouns."),
)
# A particle after a kanji, katakana or Latin letter asks for more; after hiragana it may be the
# end of a word (こと, もの). へ, に and まで end headlines on purpose.
BREAKS_OFF = re.compile(
    r"(?:(?<=[一-鿿々ァ-ヴーA-Za-z0-9)）」』])[のをがはとや]|(?:および|及び|ならびに|または|又は|もしくは)"
    r"|[、，・]|(?<=[A-Za-z] )(?:of|the|and|or|with))$"
)
LEADS = re.compile(r"[はが、，・]$")  # a line that its own list may go on with
AFTER = re.compile(r"[\s。．.!！?？)）」』]+$")
ASIDE = re.compile(r"[(（][^()（）]*[)）]$")
POLITE = re.compile(r"(?:です|ます|ました|でした|ません|ませんでした|ましょう)$")
PLAIN = re.compile(
    r"(?:である|であった|だった|[一-鿿ァ-ヴー]だ|[しっいきれえせけめべ一-鿿]た|んだ|"
    r"[一-鿿]る|(?:す|れ|え|せ|い|け|め|き|べ|な|あ)る|ない)$"
)
QUOTED = 40


def lines_that_break_off(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the items of lists, and the names of records, that end in the middle."""
    for text in facts.texts:
        for words in _broken(text):
            params = {"words": words[-QUOTED:]}
            message = _("“%(words)s” breaks off.")
            yield Finding(DANGLING, text.record, words, message, params, text.field)


def lists_of_two_styles(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the lists of which some items end in ですます and others in である."""
    for text in facts.texts:
        for polite, plain in _mixed(text.items) if text.is_markdown else ():
            params = {"polite": polite[-QUOTED:], "plain": plain[-QUOTED:]}
            message = _("One item ends “%(polite)s”, another “%(plain)s”.")
            yield Finding(STYLE, text.record, f"{polite} {plain}", message, params, text.field)


def _broken(text: Text) -> Iterator[str]:
    if not text.is_markdown:
        if BREAKS_OFF.search(text.text.strip()) and text.field != "lead":
            yield text.text.strip()
        return
    found = text.items
    for place, item in enumerate(found):
        last = item.words.splitlines()[-1:] or [""]
        if BREAKS_OFF.search(last[0]) and not (_has_parts(found, place) and LEADS.search(last[0])):
            yield last[0]


def _has_parts(found: list[Item], place: int) -> bool:
    item, follows = found[place], found[place + 1 : place + 2]
    return any(each.group == item.group and each.depth > item.depth for each in follows)


def _mixed(found: list[Item]) -> Iterator[tuple[str, str]]:
    styles: dict[int, dict[str, str]] = {}
    for item in found:
        for sentence in _sentences(item.words):
            if style := style_of(sentence):
                styles.setdefault(item.group, {}).setdefault(style, sentence)
    for here in styles.values():
        if len(here) == 2:
            yield here["polite"], here["plain"]


def _sentences(words: str) -> list[str]:
    return [part.strip() for part in re.split(r"[。\n]", words) if part.strip()]


def style_of(sentence: str) -> str:
    """Return "polite" for ですます, "plain" for である, "" for what ends in a noun."""
    sentence = AFTER.sub("", ASIDE.sub("", sentence.rstrip("。．.!！?？ ")))
    if POLITE.search(sentence):
        return "polite"
    return "plain" if PLAIN.search(sentence) else ""
