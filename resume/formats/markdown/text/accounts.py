"""Addresses that are somebody's own: accounts, blogs, sites."""

import re
from urllib.parse import urlsplit

from resume.document.lines import written_out
from resume.document.schema import ProfileLink
from resume.document.text import fold

from .links import canonical

# Sites where the first part of the path is somebody's account.
ACCOUNTS = re.compile(
    r"(?:^|\.)(?:github|gitlab|zenn|qiita|note|twitter|x|speakerdeck|slideshare|facebook|instagram|"
    r"kaggle|wantedly|connpass|medium|bitbucket|hackerrank|youtrust|lapras|mstdn|bsky|scrapbox)\."
    r"(?:com|dev|net|jp|org|app|io)$"
)

# What one's own site is called.
SITE = re.compile(
    r"(?:personal )?(?:web ?)?site|home ?page|portfolio|(?:ウェブ)?サイト|ホームページ",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?P<label>[^:：@()（）\[\]]{1,30}): (?P<value>@?[\w.-]*[^\W\d][\w.-]*)")
# "GitHub: https://…", "Blog: <https://…>", "https://…"
BARE = re.compile(
    r"(?:(?P<label>[^:：@()（）\[\]<>]{1,30}?)\s*[:：]\s*)?"
    r"(?P<address><?(?P<url>https?://[^\s<>|]+)>?)"
)
CONTACT = re.compile(
    r"mail|phone|tel(?!egram)|mobile|address|location|メール|電話|携帯|住所|所在", re.IGNORECASE
)


def named_account(text: str) -> ProfileLink | None:
    """Return the account that a line of links tells without an address: "Telegram: @x"."""
    match = NAMED.fullmatch(text)
    if not match or CONTACT.search(match["label"]):
        return None
    return ProfileLink(label=match["label"], value=match["value"], audience="public")


def bare_account(text: str) -> ProfileLink | None:
    """Return the account or site whose address a line of links tells: "GitHub: https://…".

    By itself, the address is what it is called.
    """
    match = BARE.fullmatch(text)
    url = canonical(match["url"]) if match else ""
    if not match or match["address"] not in written_out(url):
        return None
    label = (match["label"] or match["url"].partition("://")[2].removesuffix("/")).strip("*")
    if is_account(url):
        return ProfileLink(label=label, url=url, audience="public")
    return told_account(url, label, "", "")


def is_account(url: str) -> bool:
    """True for the address of somebody's account, or of a blog."""
    parts = urlsplit(url)
    path = [part for part in parts.path.split("/") if part]
    host = parts.hostname or ""
    if re.search(r"\.hatena(?:blog|diary)\.(?:com|jp)$|\.hateblo\.jp$", host):
        return not path
    if host.endswith("linkedin.com") and path[:1] == ["in"]:
        return len(path) == 2
    return bool(ACCOUNTS.search(host)) and len(path) == 1


def is_site(url: str) -> bool:
    """True for the address of a whole site, of no page in it."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and parts.path == "/" and not parts.query


def told_account(url: str, label: str, rest: str, lead: str) -> ProfileLink | None:
    """Return the account or site that a link in a list of links is, or None.

    After an account may stand who it is, as the writer prints it: "[label](url): name". By itself,
    the name of a site tells that the address is somebody's there: "[Behance](https://behance.net/x)".
    """
    value = re.fullmatch(r": (\S.{0,199})", rest)
    site = is_site(url) or bool(SITE.fullmatch(label))
    host = urlsplit(url).hostname or ""
    named = fold(label).replace(" ", "") in host.replace("-", "").split(".")
    if (rest and not value) or not (value or site or named):
        return None
    return ProfileLink(
        label=label,
        kind="website" if site and not value else "account",
        url=url,
        value=value[1] if value else "",
        lead=lead,
        audience="public",
    )
