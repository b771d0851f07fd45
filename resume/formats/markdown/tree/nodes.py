"""What a heading is by its title, and by what stands around it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resume.document.dates import Period
from resume.document.periods import find_period

from ..projects.headed import title_below
from ..projects.paragraphs import folds_projects
from ..text.counts import is_count
from ..text.head_lines import read_head_line
from ..text.headings import BRACKETS, WORD, date_alone, read_heading, stay_alone
from ..text.heads import period_of_head
from ..text.names import ENTITY, EVENT, PROJECT_WORDS, ROLE_END
from ..text.stay_titles import may_be_work, titles_stays
from ..text.vocabulary import (
    PERIOD_LABELS,
    clean,
    is_document_title,
    is_group,
    is_label,
    is_part,
    is_project_group,
    section_kind,
)
from .outline import Node, Outline

EMPLOYED_AS = re.compile(
    r"(?:正社員|契約社員|派遣社員|業務委託|アルバイト|インターン|パート)\s*[:：]", re.IGNORECASE
)
# How the title of a section ends that is of one sort of projects: "ゲームプロジェクト".
OF_PROJECTS = re.compile(
    r"(?:プロジェクト|プロダクト|作品|制作物|成果物)(?:一覧|集)?$|\sprojects$", re.I
)

# The title of one of the work that stood out.
HIGHLIGHTS = re.compile(
    r"(?:(?:主な|主要な?|代表的?な?|選抜)(?:実績|成果|仕事)|(?:実績|キャリア)?ハイライト"
    r"|(?:career |selected )?highlights|selected works?)",
    re.I,
)
# The title of what was made, where another section tells who employed.
SELECTED = re.compile(r"(?:selected|featured|notable) works?", re.I)
# "<span class="right">2020 – 2021</span>" or "*2020 – 2021*" on a line by itself.
ONE_ELEMENT = re.compile(
    r"<(?P<tag>span|div|p|small|b|i|em|strong)\b[^<>]*>(?P<text>[^<>]+)</(?P=tag)>"
    r"|(?P<mark>\*{1,3}|_{1,3})(?P<stressed>[^*_]+)(?P=mark)"
)


def kind_of(node: Node) -> str | None:
    """Return what the section with this heading holds, or None where its title says nothing."""
    if node.children and (may_be_work(node.title) or _lists_projects(node)):
        return "positions"
    kind = section_kind(node.title) if node.level else None
    # スキルシート may title the whole file, and no list of skills.
    return None if kind == "skills" and is_document(node) else kind


def is_of_projects(node: Node) -> bool:
    """True for a heading that tells which projects those below it are: "ゲームプロジェクト".

    Under one of what stood out, most have to sound like work.
    """
    title = clean(node.title)
    if HIGHLIGHTS.fullmatch(BRACKETS.sub("", title)):
        works = [each for each in node.children if PROJECT_WORDS.search(clean(each.title))]
        fits = len(works) * 2 > len(node.children)
    else:
        fits = bool(OF_PROJECTS.search(title))
    if not fits or find_period(title) or ENTITY.search(title):
        return False
    parts = any(is_label(each.title) or kind_of(each) is not None for each in node.children)
    return len(node.children) > 1 and not parts


def is_of_selected(node: Node, root: Node) -> bool:
    """True for "Selected work" in a file with another section about work."""
    if not SELECTED.fullmatch(clean(node.title)):
        return False
    others = (each for each in below(root) if not SELECTED.fullmatch(clean(each.title)))
    return any(kind_of(each) == "positions" for each in others)


def titles_project(node: Node, outline: Outline) -> bool:
    """True for a heading of a section about projects that titles one, or is over the title of one.

    What labels a part of those beside it is neither: 補足, 概要・実績.
    """
    is_title = not is_part(BRACKETS.sub("", clean(node.title)))
    told = is_title or title_below(outline.lines[node.own : node.end])
    return kind_of(node) is None and bool(told) and not groups_by_time(node)


def groups_by_time(node: Node) -> bool:
    """True for a year or a period over headings of projects: "2022年〜2024年"."""
    title = clean(node.title)
    told = bool(node.children) and (stay_alone(title) or date_alone(title))
    return bool(told) and not any(is_part(BRACKETS.sub("", clean(c.title))) for c in node.children)


def groups_folded(node: Node, outline: Outline) -> bool:
    """True for a heading without a period over nothing but projects that are folded away."""
    dated = node.children or read_heading(node.title).period
    return not dated and folds_projects(outline.lines[node.own : node.end])


def _lists_projects(node: Node) -> bool:
    """True for a label over headings most of which have one for a period below them."""
    if not is_label(node.title):
        return False
    dated = [
        child
        for child in node.children
        if any(PERIOD_LABELS.fullmatch(clean(each.title)) for each in child.children)
    ]
    return len(dated) * 2 > len(node.children)


def below(node: Node) -> Iterator[Node]:
    """Yield the headings under one, at any depth, in the order of the file."""
    for child in node.children:
        yield child
        yield from below(child)


def is_document(node: Node) -> bool:
    """True for the title of the whole file (職務経歴書) over its sections."""
    return is_document_title(node.title) and any(kind_of(c) is not None for c in node.children)


def is_group_of_employers(node: Node) -> bool:
    """True for "フリーランス" over employers with periods of their own."""
    return any(
        read_heading(each.title).period and ENTITY.search(each.title) for each in node.children
    )


def period_heading(node: Node) -> Node | None:
    """Return the one heading below another that says when and nothing else: "Mar 2015 - Present".

    Where there are several, each is that of a project.
    """
    alone = [child for child in node.children if is_period(child)]
    return alone[0] if len(alone) == 1 else None


def is_period(node: Node) -> bool:
    """True for a heading that says when and nothing else, signs such as ◯ apart.

    It may say so for each kind of employment: "正社員: 2020年〜2021年 / 業務委託: 2021年〜".
    """
    text = EMPLOYED_AS.sub("", clean(node.title))
    told = read_head_line(text)  # where it was may stand beside it: "2020 – 2021 | Oslo"
    placed = told.is_led and not (told.names or told.roles or ENTITY.search(text))
    return bool(stay_alone(text) or placed)


def periods_above(parent: Node, lines: Sequence[str]) -> Iterator[tuple[int, Period]]:
    """Yield the headings under one right above which a line is a period, the first of all of them.

    Where the first has none, such a line is the end of the heading's before it; where it is all
    that stands under one that titles no section, it tells when that was, and of no project below.
    """
    own = [line for line in lines[parent.own : min(parent.own_end, parent.own + 6)] if line.strip()]
    titled = kind_of(parent) is not None or is_group(parent.title)
    first = clean(parent.children[0].title) if parent.children else ""
    if parent.level > 1 and len(own) == 1 and not titled and not ROLE_END.search(first):
        return
    for node in parent.children:
        above = lines[max(0, node.first - 2) : node.first]
        last = next((line.strip() for line in reversed(above) if line.strip()), "")
        match = ONE_ELEMENT.fullmatch(last) if len(last) <= 300 else None
        period = period_of_head([(match["text"] or match["stressed"]) if match else ""])
        if not period:
            return
        yield node.first, period


def is_otherwise(text: str, name: str) -> bool:
    """True for a heading that titles a section, a group or a part of an entry, or an event."""
    words = section_kind(text) is not None or is_label(text) or is_group(text)
    told = WORD.search(name) and not is_count(name)
    words = words or titles_stays(text)
    happened = EVENT.search(text) and EVENT.search(name)
    return bool(words or is_project_group(text) or happened or not told)


def with_beside(role: Node, end: int, beside: Sequence[Node]) -> Node:
    """Return a role's heading over those beside it that begin no other before line `end`."""
    start, stop = (bisect_left(beside, line, key=_first) for line in (role.end, end))
    more = [
        replace(
            each,
            end=min(each.end, end),
            children=[child for child in each.children if child.first < end],
        )
        for each in beside[start:stop]
    ]
    return replace(role, end=end, children=[*role.children, *more])


def _first(node: Node) -> int:
    return node.first


def titles(outline: Outline) -> list[str]:
    """Return the titles over all others, where the first of them begins the file."""
    nodes = outline.root.children
    begins = (
        nodes and nodes[0].level == 1 and not any(outline.lines[outline.start : nodes[0].first])
    )
    return [node.title for node in nodes] if begins else []
