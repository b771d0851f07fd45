"""The one sanitiser: an allow-list for the HTML of every text an editor wrote."""

import re
from functools import lru_cache

import nh3
from pygments.token import STANDARD_TYPES

# fmt: off
TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "dfn", "div",
    "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
    "input", "ins", "kbd", "label", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s",
    "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
}
# fmt: on
ATTRIBUTES = {
    "*": {"dir", "id", "lang", "title"},
    "a": {"href"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "input": {"checked"},
    "li": {"value"},
    "ol": {"reversed", "start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
ALIGNMENTS = {"align-center", "align-left", "align-right"}
# Only what our own renderer writes: text cannot put on the clothes of the page around it.
CLASSES = {
    "a": {"footnote-backref"},
    "hr": {"footnotes-sep"},
    "input": {"task-list-item-checkbox"},
    "li": {"footnote-item", "task-list-item"},
    "ol": {"footnotes-list"},
    "pre": {"code"},
    "section": {"footnotes"},
    "span": {name for name in STANDARD_TYPES.values() if name},
    "sup": {"footnote-ref"},
    "td": ALIGNMENTS,
    "th": ALIGNMENTS,
    "ul": {"contains-task-list"},
}
OWN_ID = re.compile(r"fn(ref)?-[\w-]*-\d+(:\d+)?")


def is_own_address(address: str) -> bool:
    """Return whether `address` stays on this site, in any browser's reading of it.

    Browsers skip tabs and line ends and take a backslash for a slash, so these are refused.
    """
    if re.search(r"[\x00-\x20\\]", address) or address.startswith("//"):
        return False
    return not re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE)


def _filtered(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return value if OWN_ID.fullmatch(value) else None
    if name == "src":
        return value if is_own_address(value) else None
    return value


@lru_cache(maxsize=4)
def _cleaner(root: str) -> nh3.Cleaner:
    def below_root(tag: str, name: str, value: str) -> str | None:
        found = _filtered(tag, name, value)
        if found and name in ("href", "src") and found.startswith("/") and is_own_address(found):
            return root + found[1:]
        return found

    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        # The longer way only where the site does not begin at "/": every text goes through it.
        attribute_filter=_filtered if root == "/" else below_root,
        allowed_classes=CLASSES,
        url_schemes={"http", "https", "mailto"},
        # An <input> is the box of a task, and never one to type in.
        tag_attribute_values={"input": {"type": {"checkbox"}}},
        # What may be wider than the page scrolls by itself, by keyboard too.
        set_tag_attribute_values={
            "input": {"disabled": ""},
            "pre": {"tabindex": "0"},
            "table": {"tabindex": "0"},
        },
        link_rel="noopener noreferrer",
    )


def clean(html: str, root: str = "/") -> str:
    """Return `html` with nothing left but the allowed tags, attributes, classes and addresses.

    `root` is the path at which the site begins: an address that begins with "/" is put below it.
    """
    return _cleaner(root).clean(html)


def strip_tags(html: str) -> str:
    """Return the text of `html`, still escaped, without scripts and styles."""
    return nh3.clean(html, tags=set())
