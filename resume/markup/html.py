"""The token tree as safe HTML."""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from html.parser import HTMLParser

from django.utils.safestring import SafeString, mark_safe
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from .highlight import LONGEST_TOTAL, highlight_code
from .parser import PARSER, tokens_or_plain
from .sanitizer import clean, is_own_address

CACHED_TEXTS = 256
LONGEST_CACHED = 32 * 1024  # characters; with CACHED_TEXTS this bounds what a process keeps

HEADING_TAG = re.compile(r"(</?h)([1-6])(?=[\s/>])", re.IGNORECASE)
IMAGE_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)


def render_html(
    text: str, *, heading_level: int = 2, document_id: str = "", root: str = "/"
) -> SafeString:
    """Return Markdown `text` as safe HTML.

    `heading_level` is the level (2 to 6) that the highest headings of the text get, so that a page
    keeps its one h1. `document_id` keeps the footnotes of several texts on one page apart. `root`
    is the path at which the site begins; an address that begins with "/" is put below it.
    Never raises for any text: one that `check` refuses is shown whole, as plain text.
    """
    render = _render_cached if len(text) <= LONGEST_CACHED else _render
    # The one place that vouches for HTML: `_render` ends in the sanitiser.
    return mark_safe(render(text, heading_level, document_id, root))  # noqa: S308


def _render(text: str, heading_level: int, document_id: str, root: str) -> str:
    tokens = tokens_or_plain(text)
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    env = {
        "docId": re.sub(r"[^\w-]", "-", document_id) or "text",
        "top": heading_level,
        "shift": heading_level - min(levels, default=1),
    }
    return clean(_RENDERER.render(tokens, PARSER.options, env), root)


_render_cached = lru_cache(maxsize=CACHED_TEXTS)(_render)


class HtmlRenderer(RendererHTML):
    """Rules where the site differs from markdown-it. What they return is sanitised afterwards."""

    def heading_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Open a heading at its shifted level."""
        return f"<h{_shifted(tokens[idx].tag[1], env)}>"

    def heading_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Close a heading at its shifted level."""
        return f"</h{_shifted(tokens[idx].tag[1], env)}>\n"

    def code_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render indented code; it can be scrolled with the keyboard."""
        return _code(tokens[idx].content, "")

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Render fenced code in the colours of its language."""
        code = tokens[idx].content
        env["code"] = env.get("code", 0) + len(code)
        language = tokens[idx].info.strip().partition(" ")[0]
        return _code(code, language if env["code"] <= LONGEST_TOTAL else "")

    def list_item_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Open a list item; the checkbox of a task comes with its paragraph."""
        return self.renderToken(tokens, idx, options, env)

    def paragraph_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Open a paragraph, with the box of a task inside the label that names it."""
        opening = self.renderToken(tokens, idx, options, env)
        if not _is_task(tokens, idx - 1):
            return opening
        checked = " checked" if tokens[idx - 1].meta["checked"] else ""
        return (
            f'{opening}<label><input type="checkbox" class="task-list-item-checkbox"'
            f" disabled{checked}> "
        )

    def paragraph_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Close a paragraph, and the label of a task before it."""
        label = "</label>" if _is_task(tokens, idx - 3) else ""
        return label + self.renderToken(tokens, idx, options, env)

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Render a picture of this site; one of another host becomes a link to it."""
        source = str(tokens[idx].attrs["src"])
        if is_own_address(source):
            return super().image(tokens, idx, options, env)
        return _link(source, self.renderInlineAsText(tokens[idx].children, options, env))

    def html_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render HTML as written, but for its headings and foreign pictures."""
        return _own_html(tokens[idx].content, env)

    def html_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Render HTML as written, but for its headings and foreign pictures."""
        return _own_html(tokens[idx].content, env)


def _make_renderer() -> HtmlRenderer:
    renderer = HtmlRenderer()
    plugin_rules = PARSER.renderer.rules  # type: ignore[attr-defined]
    for name, rule in plugin_rules.items():
        renderer.rules.setdefault(name, rule)
    return renderer


_RENDERER = _make_renderer()


def _is_task(tokens: Sequence[Token], idx: int) -> bool:
    return idx >= 0 and tokens[idx].type == "list_item_open" and "checked" in tokens[idx].meta


def _shifted(level: str, env: EnvType) -> int:
    top: int = env["top"]
    return min(6, max(top, int(level) + int(env["shift"])))


def _code(code: str, language: str) -> str:
    return f'<pre class="code"><code>{highlight_code(code, language)}</code></pre>\n'


def _link(address: str, name: str) -> str:
    return f'<a href="{escape(address)}">{escape(name.strip() or address)}</a>'


def _own_html(html: str, env: EnvType) -> str:
    html = HEADING_TAG.sub(lambda found: f"{found[1]}{_shifted(found[2], env)}", html)
    return IMAGE_TAG.sub(_own_image, html)


def _own_image(found: re.Match[str]) -> str:
    attributes: dict[str, str] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            attributes.update({name: value or "" for name, value in reversed(attrs)})

    Reader().feed(found[0])
    source = attributes.get("src", "")
    return found[0] if is_own_address(source) else _link(source, attributes.get("alt", ""))
