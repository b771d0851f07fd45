"""Markdown to one token tree, and what the parser refuses."""

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, linkify
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

from resume.document.source import gettext_noop

from .japanese import JapaneseState, japanese_plugin

# Hostile text costs time in proportion to size times nesting: with 128 KB and 40 levels (a list
# takes two, so 19 lists) it stays within three seconds; 100 levels took thirteen.
MAX_BYTES = 128 * 1024
MAX_NESTING = 40
MAX_PICTURES = 3  # pictures inside the text of a picture: each level parses its inside again

SCHEME = re.compile(r"(?:^|[^a-z0-9.+-])(https?)$", re.IGNORECASE)
SURROGATES = re.compile("[\ud800-\udfff]")  # cannot be written in UTF-8
MARK = re.compile(r"\{#[\w.-]+\}$")  # reserved at the end of a bullet: never printed


class MarkupError(ValueError):
    """A text that the parser does not follow: `code`, and `message` to be filled with `params`.

    `message` is a translation key; `str(error)` is the English sentence.
    """

    def __init__(self, code: str, message: str, params: dict[str, int]) -> None:
        super().__init__(message % params)
        self.code = code
        self.message = message
        self.params = params


class TooDeepError(MarkupError):
    """Text nested deeper than the parser follows, from `params["line"]` (counted from 1)."""

    def __init__(self, line: int) -> None:
        message = gettext_noop(
            "Line %(line)d is nested too deeply: at most %(limit)d levels of lists, quotes and "
            "emphasis are followed (a list counts twice)."
        )
        super().__init__("too_deep", message, {"line": line, "limit": MAX_NESTING})


class TooLongError(MarkupError):
    """Text of more than MAX_BYTES."""

    def __init__(self, size: int) -> None:
        message = gettext_noop("The text has %(size)d bytes; at most %(limit)d are accepted.")
        super().__init__("too_long", message, {"size": size, "limit": MAX_BYTES})


class BoundedBlock(ParserBlock):
    """Block parser that refuses too deep text, where the original drops it without a word."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Parse the lines; raise TooDeepError where the nesting passes MAX_NESTING."""
        line = state.skipEmptyLines(startLine)
        if state.level >= MAX_NESTING and line < endLine and state.sCount[line] >= state.blkIndent:
            raise TooDeepError(line + 1)
        super().tokenize(state, startLine, endLine)


class BoundedInline(ParserInline):
    """Inline parser with the Japanese rules, which refuses pictures nested without end."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse one run of inline text into `tokens`; the text of a picture comes here again."""
        env["depth"] = env.get("depth", 0) + 1
        if env["depth"] > MAX_PICTURES:
            raise TooDeepError(env["line"])
        state = JapaneseState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        env["depth"] -= 1
        return state.tokens


def _plain_line(state: StateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Take a line that begins with a letter, between blank ones, for the paragraph that it is.

    The other rules look for a mark at its begin or in the line after it, and most lines are plain.
    """
    begin = state.bMarks[startLine] + state.tShift[startLine]
    is_plain = (
        state.src[begin].isalpha()
        and not state.is_code_block(startLine)
        and (startLine + 1 >= state.lineMax or state.isEmpty(startLine + 1))
    )
    return is_plain and paragraph(state, startLine, endLine, silent)


def _parse_inlines(state: StateCore) -> None:
    """Parse every inline token, noting its line; refuse emphasis nested without end."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        state.env["line"] = token.map[0] + 1 if token.map else 1
        if _open_brackets(token.content) > MAX_NESTING:
            raise TooDeepError(state.env["line"])
        token.children = state.md.inline.parse(token.content, state.md, state.env, [])
        depth = 0
        for child in token.children:
            depth += child.nesting
            if depth > MAX_NESTING:
                raise TooDeepError(state.env["line"])


def _open_brackets(text: str) -> int:
    """Return how deep `[` is nested in `text`, closed or not: each one is tried as a link."""
    deepest = depth = 0
    for bracket in re.findall(r"[\[\]]", text) if "[" in text else ():
        depth = depth + 1 if bracket == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _linkify(state: StateInline, silent: bool) -> bool:
    """Try the library's rule for bare URLs only where a URL begins.

    It looks back over the whole line at each "://", which makes hostile text quadratic.
    """
    if not state.src.startswith("://", state.pos):
        return False
    scheme = SCHEME.search(state.src, max(0, state.pos - 6), state.pos)
    if not scheme:
        return False
    linkifier: Any = state.md.linkify
    length = linkifier.test_schema_at(state.src, f"{scheme[1].lower()}:", state.pos + 1)
    return length > 0 and linkify(state, silent)


def _align_by_class(state: StateCore) -> None:
    """Turn the alignment of table cells into a class: the policy of the site allows no style."""
    for token in state.tokens:
        style = str(token.attrs.get("style", ""))
        if token.type in ("th_open", "td_open") and style:
            token.attrs = {"class": "align-" + style.removeprefix("text-align:")}


def _drop_marks(state: StateCore) -> None:
    """Drop the reserved `{#mark}` at the end of a bullet."""
    for index, token in enumerate(state.tokens):
        if token.children and index > 1 and state.tokens[index - 2].type == "list_item_open":
            last = token.children[-1]
            if last.type == "text":
                last.content = MARK.sub("", last.content).rstrip(" ")


def _make_parser() -> MarkdownIt:
    md = MarkdownIt()
    md.block, md.inline = BoundedBlock(), BoundedInline()
    # One level above our own limit, which then always speaks first.
    options: dict[str, Any] = {
        "maxNesting": MAX_NESTING + 1,
        "html": True,
        "linkify": True,
        "tasklists": True,
        "xhtmlOut": False,
    }
    md.configure("commonmark", options)
    md.enable(["table", "strikethrough", "linkify"])
    # "README.md" and "Node.js" are no links: a bare address begins with http:// or https://.
    linkifier: Any = md.linkify
    linkifier.set({"fuzzy_link": False}).add("ftp:", None).add("//", None)
    # The library's own first look is a search of 20 µs, most of a short paragraph's time.
    pretest = linkifier.pretest
    linkifier.pretest = lambda text: (":" in text or "@" in text) and pretest(text)
    md.use(footnote_plugin, inline=False).use(japanese_plugin)
    md.block.ruler.before("table", "plain_line", _plain_line)
    md.inline.ruler.at("linkify", _linkify)
    md.core.ruler.at("inline", _parse_inlines)
    md.core.ruler.push("align_by_class", _align_by_class)
    md.core.ruler.push("drop_marks", _drop_marks)
    return md


PARSER = _make_parser()


def parse_tokens(text: str) -> list[Token]:
    """Return the token stream of `text`.

    Raises MarkupError for text that is too long or nested too deeply.
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise TooLongError(size)
    return PARSER.parse(SURROGATES.sub("\ufffd", text), {})


def tokens_or_plain(text: str) -> list[Token]:
    """Return the token stream of `text`, or all of it as one block of plain text if refused."""
    try:
        return parse_tokens(text)
    except MarkupError:
        content = SURROGATES.sub("\ufffd", text)
        return [Token("code_block", "code", 0, content=content, block=True)]


def parse(text: str) -> SyntaxTreeNode:
    """Return the tree that HTML and every other output are renderings of.

    Never raises: text that `check` refuses (it may have reached the database another way) is one
    `code_block` holding all of it, so nothing is lost.
    """
    return SyntaxTreeNode(tokens_or_plain(text))


def check(text: str) -> None:
    """Raise MarkupError if `text` is too long or nested deeper than the parser follows."""
    parse_tokens(text)
