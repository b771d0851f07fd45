"""What there is to find: every text that a public page shows, with the page that shows it.

The rows come from `published()` and, for the words that only the résumé's lines hold, from the
document of the public: what nobody may see is never read.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from resume.document import schema
from resume.document.dates import DateStyle, PartialDate
from resume.document.lines import compose, compose_row
from resume.markup import plain_text
from resume.models import (
    Award,
    Certification,
    Education,
    Employer,
    Position,
    Post,
    Profile,
    ProfileLink,
    Project,
    Publication,
    Skill,
)
from resume.models.sections import in_resume_order
from resume.store import load_resume

from .folding import Folded, fold, folded

BETWEEN = " / "


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as search knows it.

    `part` is the part of the site that shows it, `kind` what it is there. `names` are its title and
    other spellings, folded, each between two ends of lines. `page` is an address, or the name of a
    URL, its arguments and a fragment.
    """

    part: str
    kind: str
    title: Folded
    names: str
    text: Folded
    page: tuple[str, tuple[str, ...], str] | str
    date: str = ""


class Reader:
    """Reads the entries, and folds each text once: a text that has not changed is not read anew."""

    def __init__(self, known: dict[tuple[str, ...], Folded] | None = None) -> None:
        """`known` is what an earlier Reader had in its `texts`."""
        self.known = known or {}
        self.texts: dict[tuple[str, ...], Folded] = {}

    def entries(self, profile: Profile, links: Iterable[ProfileLink]) -> list[Entry]:
        """Return the entries of everything public, in the order in which equal ones are shown."""
        resume = load_resume(profile=profile)
        style = resume.profile.date_style
        return [
            self.profile(profile),
            *map(self.skill, in_resume_order(Skill.objects.published())),
            *(self.project(row, style) for row in in_resume_order(_projects())),
            *map(self.employer, Employer.objects.published()),
            *(self.position(row, style) for row in _positions()),
            *map(self.publication, in_resume_order(Publication.objects.published())),
            *map(self.post, Post.objects.published().order_by("-publish_at", "-pk")),
            *(self.education(row, style) for row in _listed(Education)),
            *(self.certification(row, style) for row in _listed(Certification)),
            *(self.award(row, style) for row in _listed(Award)),
            *(self.section(each, style) for each in _sections(resume.sections)),
            *map(self.link, links),
        ]

    def folded(self, *texts: str, body: str = "") -> Folded:
        """Return the texts, and after them the Markdown `body`, as one text that is folded."""
        key = (*texts, body)
        found = self.known.get(key) or self.texts.get(key)
        if found is None:
            found = folded(BETWEEN.join(filter(None, [*texts, plain_text(body)])))
        self.texts[key] = found
        return found

    def entry(
        self,
        part: str,
        kind: str,
        title: str,
        text: Folded,
        page: tuple[str, tuple[str, ...], str] | str,
        date: str = "",
        aliases: Iterable[str] = (),
    ) -> Entry:
        """Return an Entry; `aliases` are further names that find it as its title does."""
        name = self.folded(title)
        names = "\n".join(["", name.text, *map(fold, aliases), ""])
        return Entry(part, kind, name, names, text, page, date)

    def profile(self, row: Profile) -> Entry:
        name = row.name or row.title or getattr(row, "heading", "")
        text = self.folded(row.title, row.photo_alt if row.photo else "")
        return self.entry("resume", "profile", name, text, ("home", (), ""))

    def skill(self, row: Skill) -> Entry:
        aliases = row.aliases.splitlines()
        text = self.folded(", ".join(aliases), row.claim, row.level)
        page = ("skill", (row.slug,), "")
        return self.entry("skills", "skill", row.name, text, page, aliases=aliases)

    def project(self, row: Project, style: DateStyle) -> Entry:
        period = row.period.format(style)
        facts = [f"{fact.label}: {plain_text(fact.value) or period}" for fact in row.facts.all()]
        text = self.folded(period, *facts, body=row.body)
        return self.entry(
            "projects", "project", row.public_name, text, ("project", (row.slug,), "")
        )

    def employer(self, row: Employer) -> Entry:
        text = self.folded(row.business, row.size, row.public_url or "", body=row.body)
        page = ("employer", (row.slug,), "")
        return self.entry("employers", "employer", row.public_name, text, page)

    def position(self, row: Position, style: DateStyle) -> Entry:
        text = self.folded(row.period.format(style), row.duration, body=row.body)
        page = ("employer", (row.employer.slug,), row.slug)
        return self.entry("employers", "position", row.public_name, text, page)

    def publication(self, row: Publication) -> Entry:
        text = self.folded(row.venue, row.authors, row.doi, row.url or "")
        page = ("publication", (row.slug,), "")
        return self.entry("publications", row.kind, row.title, text, page, row.date)

    def post(self, row: Post) -> Entry:
        date = timezone.localdate(row.publish_at).isoformat()
        text = self.folded(body=row.body)
        return self.entry("blog", "post", row.title, text, ("post", (row.slug,), ""), date)

    def education(self, row: Education, style: DateStyle) -> Entry:
        text = self.folded(row.area, row.outcome, row.period.format(style))
        return self.credential(row, "education", text)

    def certification(self, row: Certification, style: DateStyle) -> Entry:
        dates = [_written(row.date, style), _written(row.expires, style)]
        text = self.folded(row.note, row.issuer, *dates, row.url or "")
        return self.credential(row, "certification", text)

    def award(self, row: Award, style: DateStyle) -> Entry:
        text = self.folded(row.note, row.awarder, _written(row.date, style))
        return self.credential(row, "award", text)

    def credential(self, row: Any, kind: str, text: Folded) -> Entry:
        page = ("credentials", (), row.slug)
        return self.entry("credentials", kind, row.public_name, text, page)

    def section(self, section: schema.Section, style: DateStyle) -> Entry:
        lines = list(_lines_with_words(section))
        if section.layout == "table":
            # Its lines are rows of the table whose head the text ends with.
            rows = (compose_row(line, section.separator, style) for line in lines)
            texts = ("".join(segment.text for segment in row) for row in rows)
            text = self.folded(body="\n".join([section.body, *texts]))
        else:
            words = (_composed(line, section.separator, style) for line in lines)
            text = self.folded(*words, body=section.body)
        page = ("resume", (), f"section-{section.key}")
        return self.entry("resume", "section", section.title, text, page)

    def link(self, row: ProfileLink) -> Entry:
        text = self.folded(row.value, row.url or "")
        return self.entry("resume", "link", row.label, text, row.url or ("home", (), ""))


def _projects() -> Any:
    rows = Project.objects.published().select_related("position__employer", "position__parent")
    return rows.prefetch_related("facts")


def _positions() -> Any:
    newest = Position.objects.published().order_by("-start", "order", "place", "pk")
    return newest.select_related("employer")


def _listed(model: Callable[..., Any] | Any) -> Any:
    return in_resume_order(model.objects.for_list())


def _written(date: str, style: DateStyle) -> str:
    return PartialDate.parse(date).format(style) if date else ""


def _sections(children: Iterable[schema.Section | schema.Line]) -> Iterator[schema.Section]:
    """Yield the sections that have a heading or a text of their own, each before its parts."""
    for child in children:
        if isinstance(child, schema.Section):
            if child.title or child.body:
                yield child
            yield from _sections(child.children)


def _lines_with_words(section: schema.Section) -> Iterator[schema.Line]:
    """Yield the lines in a section, and below it in its items, that say more than their items."""
    waiting = [child for child in reversed(section.children) if isinstance(child, schema.Line)]
    while waiting:
        line = waiting.pop()
        if line.written or any(item.lead for item in line.items):
            yield line
        for item in line.items:
            if isinstance(item, schema.Position):
                waiting += [schema.Line((part,)) for part in (*item.projects, *item.roles)]
            elif isinstance(item, schema.Skill):
                waiting += item.lines


def _composed(line: schema.Line, separator: str, style: DateStyle) -> str:
    text = "".join(segment.text for segment in compose(line, separator, style))
    return plain_text(text) if line.written else text
