"""Skills that a text shows as badges: pictures, each of which names one."""

import re
from html import unescape
from urllib.parse import unquote

from .lines import name_of
from .schema import Line, Section

# The key under which a section says that its text shows its items as badges.
BADGES = "badges"
IMAGE = re.compile(
    r"!\[(?P<name>[^\[\]]*)\]\((?P<url>[^()\s]+)(?:\s[^()]*)?\)|<img\s(?P<attributes>[^<>]*)>",
    re.IGNORECASE,
)
ATTRIBUTE = re.compile(
    r"(?P<name>alt|src)\s*=\s*([\"'])(?P<value>.*?)\2", re.IGNORECASE | re.DOTALL
)
BADGE = re.compile(
    r"https?://(?:\w+\.)?(?:shields\.io|badgen\.net|custom-icon-badges\.demolab\.com)"
    r"/badge/-?(?P<words>(?:[^-/?#]|--)+)-[^/?#]+(?:[?#].*)?"
)
# What may stand around badges: tags, links, commas.
AROUND = re.compile(
    r"</?(?:p|div|span|a|br|center)\b[^<>]*>|\[\s*\0\s*\]\([^()\s]*\)|[\s,、\0]", re.IGNORECASE
)
UNTOLD = re.compile(r"(?:static )?badge|im(?:g|age)|logo|", re.IGNORECASE)


def badge_names(text: str) -> list[str]:
    """Return what the badges name that are all of a text; none for another text."""
    names = [_name(match) for match in IMAGE.finditer(text)]
    if not all(names) or "\0" in text:
        return []
    return names if not AROUND.sub("", IMAGE.sub("\0", text)) else []


def badges_tell(section: Section) -> bool:
    """True while the badges in a section's text name its items, in their order, and no other."""
    lines = (child for child in section.children if isinstance(child, Line))
    return badge_names(section.body) == [name_of(item) for line in lines for item in line.items]


def _name(image: re.Match[str]) -> str:
    """Return what a badge names: its text, or the words in its address; "" for another picture.

    An address is …/badge/label-message-colour, of which a label may be left out; two hyphens are
    one that belongs to a word, an underscore is a space.
    """
    told = {each["name"].lower(): each["value"] for each in ATTRIBUTE.finditer(image[0])}
    name = unescape(image["name"] or told.get("alt", "")).strip()
    badge = BADGE.fullmatch(unescape(image["url"] or told.get("src", "")))
    if badge is None:
        return ""
    words = unquote(badge["words"]).replace("--", "\0").replace("_", " ").replace("\0", "-")
    return words.strip() if UNTOLD.fullmatch(name) else name
