"""Hypothesis strategies of résumés: documents that the models accept, of every kind of item.

`resumes()` gives documents as a parser may: keys and statuses may be missing. `stored_resumes()`
gives what `load_resume(Audience.OWNER)` can return: every record has its own key and status, an
employer is one and the same wherever it stands, and what no section lists is in the loader's order.

Each strategy is made once: Hypothesis looks through a new one before it draws from it.
"""

from dataclasses import replace
from functools import cache
from itertools import count

from hypothesis import strategies as st

from resume.document.dates import CURRENT, DateStyle, PartialDate
from resume.document.schema import (
    Award,
    Certification,
    Education,
    Employer,
    Fact,
    Line,
    Position,
    Profile,
    ProfileLink,
    Project,
    Publication,
    Resume,
    Section,
    Skill,
)
from resume.models import Position as PositionRow
from resume.models import ProfileLink as LinkRow
from resume.models import Project as ProjectRow
from resume.models import Publication as PublicationRow
from resume.models import Section as SectionRow
from resume.models import Skill as SkillRow

ALPHABET = "abZ 019.-/+#&<>*_()[]:：、。'\"\\{}日本語かな社カナ年é😀"
KEPT_NAMES = ["location", "name", "summary", "url", "keywords", "highlights", "endDate", "x-own"]
PIECES = [
    "本文です。",
    "Text.",
    "- 一\n- 二",
    "- 一\n  - 二\n    - 三\n- 四",
    "- a\n\n- b",
    "* x",
    "##",
]
SECTION_KINDS = [choice for choice in SectionRow.Holds.values if choice]


@cache
def lines(min_size=0, max_size=12):
    """One line of text; one that may not be empty is not blank either."""
    text = st.text(ALPHABET, min_size=min_size, max_size=max_size)
    return text.filter(str.strip) if min_size else text


@cache
def among(*values):
    """One of the values; one that is named twice comes twice as often."""
    return st.sampled_from(values)


@cache
def or_nothing(strategy):
    """What the strategy draws, or ""."""
    return st.just("") | strategy


@cache
def a_few(strategy):
    """A few different ones of what the strategy draws."""
    return st.lists(strategy, unique=True)


@cache
def bodies():
    """Markdown of a few blocks."""
    blocks = st.lists(st.sampled_from(PIECES) | lines(), max_size=3)
    return st.builds("\n\n".join, blocks)


@cache
def dates():
    """ISO text cut at its precision."""
    years = st.integers(1990, 2030) | st.sampled_from([987, 3001])
    return st.one_of(
        st.builds(PartialDate, years),
        st.builds(PartialDate, years, st.integers(1, 12)),
        st.builds(PartialDate, years, st.integers(1, 12), st.integers(1, 28)),
    ).map(str)


@cache
def ends():
    """What an end may be."""
    return among("", CURRENT) | dates()


@st.composite
def periods(draw):
    """(start, end), either of which may be unknown; the end is not before the start."""
    start = draw(or_nothing(dates()))
    end = draw(ends())
    is_closed = start and end not in ("", CURRENT)
    if is_closed and PartialDate.parse(end).is_before(PartialDate.parse(start)):
        start, end = end, start
    return {"start": start, "end": end}


@cache
def urls():
    """A canonical URL or ""."""
    return st.just("") | st.integers(1, 10**9).map("https://example.com/{}".format)


@cache
def json_values():
    """What a file may hold where nobody knows the key."""
    plain = st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from([0.5, "", "2024-01"])
    return st.recursive(
        plain | lines(),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(lines(1), inner, max_size=2),
        max_leaves=4,
    )


@cache
def extras():
    """What a file said beyond the fields; mostly nothing."""
    names = st.sampled_from(KEPT_NAMES) | lines(1)
    return st.just({}) | st.just({}) | st.dictionaries(names, json_values(), max_size=3)


@cache
def facts():
    """The facts of a project."""
    return st.lists(st.builds(Fact, label=lines(1), value=bodies()), max_size=2)


class _Writer:
    """Draws one document; counts what must differ from record to record."""

    def __init__(self, draw, stored):
        self.draw = draw
        self.stored = stored
        self.numbers = count(1)
        self.employers = []
        self.skills = []
        self.publications = []

    def key(self):
        if self.stored or self.draw(st.booleans()):
            return f"key-{next(self.numbers)}"
        return ""

    def name(self):
        """A text that no other record has: two records of one name are one to some formats."""
        return f"{self.draw(lines())}{next(self.numbers)}"

    def hidden(self):
        """A name, and an alias or "": a hidden name stands in no other text, or nothing saves."""
        if self.draw(among(False, False, True)):
            return f"極秘{next(self.numbers)}号", "匿名"
        return self.name(), ""

    def words(self, with_status=True):
        statuses = ["draft", "published"] if self.stored else ["", "draft", "published"]
        return {
            "key": self.key(),
            "lead": self.draw(or_nothing(lines())),
            "status": self.draw(among(*statuses)) if with_status else "",
            "extras": self.draw(extras()),
        }

    def link(self):
        value = self.draw(lines())
        url = self.draw(urls())
        if url:
            url = f"https://example.com/links/{next(self.numbers)}"
        return ProfileLink(
            **self.words(with_status=False),
            label=self.draw(lines(1)),
            kind=self.draw(among(*LinkRow.Kind.values)),
            url=url,
            value=value if url else value or "値",
            audience=self.draw(among("public", "recipient", "owner")),
        )

    def employer(self):
        if self.employers and self.draw(st.booleans()):
            return self.draw(st.sampled_from(self.employers))
        name, alias = self.hidden()
        employer = Employer(
            key=self.key(),
            name=name,
            alias=alias,
            aliases=tuple(self.draw(a_few(among("Acme", "アクメ")))),
            url=self.draw(urls()),
            business=self.draw(lines()),
            size=self.draw(lines()),
            body=self.draw(bodies()),
        )
        self.employers.append(employer)
        return employer

    def position(self, employer=None):
        is_role = employer is not None
        employer = employer or self.employer()
        roles = [] if is_role else range(self.draw(among(0, 0, 2)))
        return Position(
            **self.words(),
            **self.draw(periods()),
            employer=employer,
            role=self.name(),
            employment=self.draw(among("", *PositionRow.Employment.values)),
            duration=self.draw(lines()),
            body=self.draw(bodies()),
            roles=tuple(self.position(employer) for _number in roles),
            projects=tuple(self.project() for _number in range(self.draw(st.integers(0, 2)))),
        )

    def project(self):
        title, alias = self.hidden()
        return Project(
            **self.words(),
            **self.draw(periods()),
            title=title,
            alias=alias,
            body=self.draw(bodies()),
            facts=tuple(self.draw(facts())),
            facts_layout=self.draw(among(*ProjectRow.FactsLayout.values)),
            featured=self.draw(st.booleans()),
            skills=self.keys_of(self.skills),
            publications=self.keys_of(self.publications),
        )

    def keys_of(self, items):
        keys = [item.key for item in items if item.key]
        some = st.lists(st.sampled_from(keys), unique=True, max_size=2) if keys else st.just([])
        return tuple(sorted(self.draw(some)))

    def skill(self, depth=1):
        parts = range(self.draw(st.integers(0, 2 if depth < SkillRow.LEVELS else 0)))
        skill = Skill(
            **self.words(),
            name=self.name(),
            claim=self.draw(lines()),
            context=self.draw(among("", *SkillRow.Context.values)),
            level=self.draw(lines()),
            aliases=tuple(self.draw(a_few(among("k8s", "別名")))),
            lines=tuple(self.line(lambda: self.skill(depth + 1)) for _number in parts),
        )
        self.skills.append(skill)
        return skill

    def publication(self):
        url = self.draw(urls())
        publication = Publication(
            **self.words(),
            title=self.draw(lines(1)),
            kind=self.draw(among(*PublicationRow.Kind.values)),
            url=f"https://example.com/works/{next(self.numbers)}" if url else "",
            venue=self.draw(lines()),
            authors=self.draw(lines()),
            doi=self.draw(lines()),
            date=self.draw(or_nothing(dates())),
            skills=self.keys_of(self.skills),
        )
        self.publications.append(publication)
        return publication

    def education(self):
        return Education(
            **self.words(),
            **self.draw(periods()),
            institution=self.draw(lines(1)),
            area=self.draw(lines()),
            outcome=self.draw(lines()),
        )

    def certification(self):
        return Certification(
            **self.words(),
            name=self.draw(lines(1)),
            note=self.draw(lines()),
            issuer=self.draw(lines()),
            date=self.draw(or_nothing(dates())),
            expires=self.draw(or_nothing(dates())),
            url=self.draw(urls()),
        )

    def award(self):
        return Award(
            **self.words(),
            name=self.draw(lines(1)),
            note=self.draw(lines()),
            awarder=self.draw(lines()),
            date=self.draw(or_nothing(dates())),
        )

    @property
    def kinds(self):
        """What may stand in a section, in the order in which the loader lists what does not."""
        return [
            self.link,
            self.position,
            self.project,
            self.skill,
            self.publication,
            self.education,
            self.certification,
            self.award,
        ]

    def line(self, make):
        """A line of one or two items; now and then as it was written."""
        items = [make() for _number in range(self.draw(among(1, 1, 2)))]
        first = items[0]
        is_hidden = getattr(first, "alias", "")
        if not is_hidden and self.draw(among(False, False, True)):
            names = ("label", "role", "title", "name", "institution")
            more = ("duration", "claim", "area", "outcome", "note")
            texts = [str(getattr(first, name, "")) for name in (*names, *more)]
            items[0] = replace(first, written=" ".join(filter(None, texts)))
        return Line(tuple(items))

    def section(self, depth=1):
        children = []
        for _number in range(self.draw(st.integers(0, 3))):
            if depth < 3 and self.draw(among(False, False, True)):
                children.append(self.section(depth + 1))
            else:
                children.append(self.line(self.draw(among(*self.kinds))))
        words = self.words()
        del words["lead"]
        return Section(
            **words,
            title=self.draw(lines()),
            style=self.draw(among(*SectionRow.Style.values)),
            layout=self.draw(among(*SectionRow.Layout.values)),
            separator=self.draw(among("/", "・", ", ")),
            holds=self.draw(among("", "summary", *SECTION_KINDS)),
            body=self.draw(bodies()),
            children=tuple(children),
        )

    def profile(self):
        return Profile(
            name=self.draw(lines()),
            name_kana=self.draw(lines()),
            title=self.draw(lines()),
            language=self.draw(among("ja", "en")),
            date_style=self.draw(among(*DateStyle)),
            extras=self.draw(extras()),
        )

    def resume(self):
        sections = tuple(self.section() for _number in range(self.draw(st.integers(0, 3))))
        unlisted = tuple(make() for make in self.kinds if self.draw(st.booleans()))
        return Resume(profile=self.profile(), sections=sections, unlisted=unlisted)


@st.composite
def resumes(draw):
    """Any document that a parser may give."""
    return _Writer(draw, stored=False).resume()


@st.composite
def stored_resumes(draw):
    """Any document that `load_resume(Audience.OWNER)` may return."""
    return _Writer(draw, stored=True).resume()
