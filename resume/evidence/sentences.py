"""The sentence in which something was found, as it was written, with the words that were found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from resume.document.text import fold
from resume.markup import plain_text

from .citations import Citation, citations

END = re.compile(r"(?<=[。．!?！？])\s*")
ADDRESS = re.compile(r"https?://\S+")
AROUND = 80  # characters on either side
AHEAD = 60  # characters in which a longer name would show
ELLIPSIS = "…"


@dataclass(frozen=True)
class Sentence:
    """A sentence in three: what stands before the words, the words, what stands after them."""

    before: str = ""
    words: str = ""
    after: str = ""


def sentence_of_name(text: str, name: str, pattern: re.Pattern[str]) -> Sentence:
    """Return the sentence of Markdown `text` that holds a folded `name`, as `pattern` finds it.

    The name alone where it goes over the end of a line.
    """
    for sentence in _sentences(text):
        found = _place(ADDRESS.sub(lambda match: " " * len(match[0]), sentence), name, pattern)
        if found:
            return _cut(sentence, *found)
    return Sentence(words=name)


def sentence_of_link(text: str, citation: Citation) -> Sentence:
    """Return the sentence of Markdown `text` around the words of a link."""
    for line in text.splitlines():
        if citation in citations(line):
            for sentence in END.split(plain_text(line)):
                start = sentence.find(citation.title)
                if start >= 0:
                    return _cut(sentence, start, start + len(citation.title))
    return Sentence(words=citation.title)


def _sentences(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip():
            yield from END.split(plain_text(line))


def _place(sentence: str, name: str, pattern: re.Pattern[str]) -> tuple[int, int] | None:
    """Return (start, end) of the first whole word of a sentence that folds to `name`, or None."""
    if name not in fold(sentence):
        return None
    for start, character in enumerate(sentence):
        if not name.startswith(fold(character)[:1] or "\n"):
            continue
        for end in range(start + 1, min(len(sentence), start + 2 * len(name) + 1) + 1):
            if fold(sentence[start:end]) == name and _is_word(sentence, start, end, name, pattern):
                return start, end
    return None


def _is_word(sentence: str, start: int, end: int, name: str, pattern: re.Pattern[str]) -> bool:
    before = _folded(sentence[max(0, start - 1) : start])
    after = _folded(sentence[end : end + AHEAD])
    found = pattern.match(before + name + after, len(before))
    return found is not None and found[0] == name


def _folded(text: str) -> str:
    """Return `text` folded character by character, its spaces kept."""
    return "".join(fold(character) or " " for character in text)


def _cut(sentence: str, start: int, end: int) -> Sentence:
    before, after = sentence[:start].lstrip(), sentence[end:].rstrip()
    if len(before) > AROUND:
        before = ELLIPSIS + before[-AROUND:]
    if len(after) > AROUND:
        after = after[:AROUND] + ELLIPSIS
    return Sentence(before, sentence[start:end], after)
