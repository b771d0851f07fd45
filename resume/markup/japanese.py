"""What CommonMark leaves out for Japanese: a plugin for one parser, which changes no class.

Emphasis follows the proposal in the CommonMark discussion of it (commonmark-spec issue 650), and
soft breaks follow CSS Text, section 4.1.3: between two Japanese characters there is no space.
"""

import re
from types import MethodType
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import isWhiteSpace
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned

# Kanji, kana, their punctuation and the wide forms; not Hangul, which is written with spaces.
RANGES = (
    "\u2e80-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f\uffe0-\uffe6"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff\U000e0100-\U000e01ef"
)
JAPANESE = re.compile(f"[{RANGES}]")
URL_END = re.compile(rf"[\s<{RANGES}]")
URL_LENGTH = 2000  # looking further for the end of a URL would make hostile text quadratic


def japanese_plugin(md: MarkdownIt) -> None:
    """Let bare URLs end at a Japanese character, join lines and keep first-line indents."""
    linkify: Any = md.linkify
    for scheme in ("http:", "https:"):
        linkify.add(scheme, {"validate": MethodType(_url_length, linkify)})
    md.core.ruler.after("block", "japanese_indent", _keep_indents)
    md.core.ruler.after("text_join", "japanese_breaks", _join_lines)


class JapaneseState(StateInline):
    """Inline state in which `**`, `*` and `~~` work beside Japanese letters and punctuation."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Return what a run of delimiters can do; CommonMark's answer where no Japanese is near."""
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        if not (canSplitWord and JAPANESE.search(before + after)):
            return scanned
        space_before, space_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
        # Beside a Japanese character no other character's being punctuation is an obstacle.
        return Scanned(not space_after, not space_before, scanned.length)


def _url_length(linkify: Any, text: str, start: int) -> Any:
    """Return the length of the URL after its scheme (called by linkify-it)."""
    length: int = linkify._validate_http(text, start)
    found = URL_END.search(text, start, start + (length or URL_LENGTH))
    return linkify._validate_http(text[: found.start()], start) if found else length


def _keep_indents(state: StateCore) -> None:
    """Put back the full-width spaces at the head of a paragraph, which the parser strips."""
    if "\u3000" not in state.src:
        return
    lines = state.src.split("\n")
    for token in state.tokens:
        if token.type == "inline" and token.map:
            first = token.content.partition("\n")[0]
            stripped = lines[token.map[0]].rstrip().removesuffix(first)
            indent = len(stripped) - len(stripped.rstrip("\u3000"))
            token.content = "\u3000" * indent + token.content


def _join_lines(state: StateCore) -> None:
    """Remove soft breaks between two Japanese characters, whatever markup stands between them."""
    for token in state.tokens:
        before, breaks = " ", set()
        pending = None
        for child in token.children or ():
            if child.type == "softbreak":
                pending = child
            elif child.type in ("text", "code_inline") and child.content:
                if pending and JAPANESE.match(before) and JAPANESE.match(child.content):
                    breaks.add(id(pending))
                before, pending = child.content[-1], None
            elif child.type in ("hardbreak", "image") or child.content.lower().startswith("<br"):
                before = " "
        if breaks:
            token.children = [child for child in token.children or () if id(child) not in breaks]
