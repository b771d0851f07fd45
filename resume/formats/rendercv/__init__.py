"""RenderCV's YAML, read so that its users can move. https://docs.rendercv.com

Names of sections are free text, and what an entry is can only be told by its keys.
"""

from collections.abc import Mapping
from typing import Any

from resume.document.dates import DateStyle
from resume.document.schema import (
    Item,
    Line,
    Position,
    Profile,
    ProfileLink,
    Project,
    Resume,
    Section,
)
from resume.document.source import Note, Source, SourceError, gettext_noop

from ..json_resume.standard import language_of
from ..markdown.lists import ListReader
from ..markdown.text.vocabulary import section_kind
from .entries import ENTRIES, as_text, join_texts, json_value, line_text, url_text
from .loading import load

NETWORKS = {
    "LinkedIn": "https://linkedin.com/in/{}",
    "GitHub": "https://github.com/{}",
    "GitLab": "https://gitlab.com/{}",
    "ORCID": "https://orcid.org/{}",
    "X": "https://x.com/{}",
    "Twitter": "https://x.com/{}",
    "StackOverflow": "https://stackoverflow.com/users/{}",
    "Google Scholar": "https://scholar.google.com/citations?user={}",
    "ResearchGate": "https://researchgate.net/profile/{}",
    "YouTube": "https://youtube.com/@{}",
    "Telegram": "https://t.me/{}",
    "Bluesky": "https://bsky.app/profile/{}",
    "Instagram": "https://instagram.com/{}",
    "IMDB": "https://imdb.com/name/{}",
    "Leetcode": "https://leetcode.com/u/{}",
}
# Words of a heading that stay small, unless they begin it.
SMALL_WORDS = (
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "or",
    "the",
    "to",
)
# The locales whose language is one of ours.
LANGUAGES = {"english": "en", "japanese": "ja"}
KNOWN = frozenset(
    [
        "name",
        "label",
        "headline",
        "email",
        "phone",
        "location",
        "website",
        "social_networks",
        "sections",
    ]
)


def parse(text: str) -> Source:
    """Return the document of a RenderCV file.

    Raises SourceError, naming a line or a path, for what is no YAML, no RenderCV, or expands
    without end.
    """
    data = load(text)
    if not isinstance(data, Mapping) or not isinstance(data.get("cv"), Mapping):
        raise SourceError(
            gettext_noop("This is no RenderCV file: below “cv:” it has no “name:” or “sections:”.")
        )
    reader = _Reader(data["cv"])
    rest = {str(key): json_value(value) for key, value in data.items() if key != "cv"}
    return Source(resume=reader.resume(rest), format="rendercv", notes=tuple(reader.notes))


class _Reader:
    def __init__(self, cv: Mapping[str, Any]) -> None:
        self.cv = cv
        self.notes: list[Note] = []
        self.lists = ListReader(DateStyle.ENGLISH)

    def resume(self, rest: dict[str, Any]) -> Resume:
        """Return the whole document; `rest` is what stands beside `cv`."""
        unknown = {
            str(key): json_value(value) for key, value in self.cv.items() if key not in KNOWN
        }
        kept = {"cv": unknown, **rest} if unknown else rest
        locale = rest.get("locale")
        told = LANGUAGES.get(str(locale.get("language"))) if isinstance(locale, dict) else None
        language = told or language_of(json_value(self.cv))
        profile = Profile(
            name=line_text(self.cv.get("name"), "cv.name"),
            title=line_text(self.cv.get("label") or self.cv.get("headline"), "cv.label"),
            language=language,
            date_style=DateStyle.SLASH if language == "ja" else DateStyle.ENGLISH,
            is_language_told=bool(told),
            extras={"rendercv": kept} if kept else {},
        )
        self.lists.style = profile.date_style
        sections = self.cv.get("sections") or {}
        if not isinstance(sections, Mapping):
            raise SourceError(
                gettext_noop(
                    "Sections are titles with a colon, such as “experience:”, each with a list."
                ),
                place="cv.sections",
            )
        links = self.links()
        found = [self.section(str(title), entries) for title, entries in sections.items()]
        if links:
            lines = tuple(Line((link,)) for link in links)
            found.append(Section(title="Links", holds="links", children=lines))
        return Resume(profile=profile, sections=tuple(found))

    def links(self) -> list[ProfileLink]:
        """Return accounts and contact facts; mail, phone and place are for the owner alone."""
        found = []
        for kind, name in (("email", "email"), ("phone", "phone"), ("address", "location")):
            values = self.cv.get(name) or []
            for value in values if isinstance(values, list) else [values]:
                text = line_text(value, f"cv.{name}").removeprefix("tel:")
                found.append(ProfileLink(label=name.capitalize(), kind=kind, value=text))
        if website := self.cv.get("website"):
            url = url_text(website, "cv.website")
            found.append(ProfileLink(label="Website", kind="website", url=url, audience="public"))
        for number, each in enumerate(self.cv.get("social_networks") or []):
            place = f"cv.social_networks[{number}]"
            if not isinstance(each, Mapping):
                message = gettext_noop(
                    "A network has a name and a user; write “network: GitHub” and “username: jane”."
                )
                raise SourceError(message, place=place)
            network = line_text(each.get("network"), f"{place}.network")
            user = line_text(each.get("username"), f"{place}.username")
            url = _account(network, user, place)
            found.append(
                ProfileLink(label=network, url=url, value="" if url else user, audience="public")
            )
        return found

    def section(self, title: str, entries: Any) -> Section:
        """Return a section; entries that are no records become its text."""
        if not isinstance(entries, list):
            entries = [entries] if entries is not None else []
        items: list[Item] = []
        texts: list[str] = []
        for number, entry in enumerate(entries):
            place = f"cv.sections.{title}[{number}]"
            item = self.entry(entry, place) if isinstance(entry, Mapping) else None
            if item is None:
                texts.append(as_text(entry, number + 1))
            else:
                items.append(item)
        holds = section_kind(title) or ""
        heading = _heading(title)
        if items:
            kind = {Position: "positions", Project: "projects"}.get(type(items[0]), "")
            layout = "headings" if kind else "bullets"
            lines = tuple(Line((item,)) for item in items)
            body = join_texts(texts)
            return Section(
                title=heading, holds=kind or holds, layout=layout, body=body, children=lines
            )
        listed = self.lists.read(texts, holds, heading) if holds else None
        if listed is None:
            return Section(title=heading, holds=holds, body=join_texts(texts))
        return Section(
            title=heading,
            holds=holds,
            layout=listed.layout,
            separator=listed.separator,
            children=listed.children,
        )

    def entry(self, entry: Mapping[str, Any], place: str) -> Item | None:
        """Return the record of an entry, told by its keys, or None for one of text."""
        for key, read in ENTRIES.items():
            if entry.get(key):
                item = read(entry, place)
                message = gettext_noop("“%(key)s” has no field here; it is kept, and not shown.")
                self.notes += [
                    Note(message, {"key": name}, f"{place}.{name}") for name in item.extras
                ]
                return item
        return None


def _account(network: str, user: str, place: str) -> str:
    """Return the address of an account, or "" on a network that is not known."""
    if network == "Mastodon" and user.count("@") == 2:
        _nothing, name, host = user.split("@")
        return url_text(f"https://{host}/@{name}", place)
    pattern = NETWORKS.get(network)
    return url_text(pattern.format(user), place) if pattern else ""


def _heading(key: str) -> str:
    """Return the heading that RenderCV prints for the key of a section."""
    if " " in key:
        return key
    words = key.replace("_", " ").split()
    return " ".join(
        word if not word.islower() or (index and word in SMALL_WORDS) else word.capitalize()
        for index, word in enumerate(words)
    )
