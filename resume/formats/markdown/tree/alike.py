"""Headings of projects that only those beside them show to be such."""

from resume.document.spans import lies_inside

from ..projects.tables import ABOUT_PROJECT, TRAINING
from ..text.headings import BRACKETS, read_heading
from ..text.labels import has_period_label, labelled
from ..text.names import DEPARTMENT, ENTITY, LEGAL_FORM
from ..text.vocabulary import EMPLOYER_LABELS, clean, is_part
from ..text.works import sound_like_work
from .nodes import is_document, is_period, kind_of
from .outline import Node
from .signs import EMPLOYER, MAYBE, PROJECT, Signs

MAX_GROUPS = 30  # and headings in each, that are compared with each other
LOOKED_AT = 12  # lines below a heading in which the label of a period is looked for
LINE_LENGTH = 200  # of a line that may name one who employs


def tell_of_projects(parent: Node, signs: Signs) -> bool:
    """True for headings below one none of which is an employer's, at least half dated projects.

    Or they are as those below another heading beside that one, and each has a label for when:
    "### 計測分野" over "#### X" over "- 期間：2020/04〜2021/03".
    """
    if _are_projects(parent, signs) or _were_during_stay(parent, signs):
        return True
    if _is_time_beside_others(parent, signs):
        return True
    above = signs.parents.get(parent.first)
    if above is None or kind_of(parent) is not None or not _are_dated(parent, signs):
        return False
    first = above.children[:MAX_GROUPS]
    groups = [node for node in first if node.children and kind_of(node) is None]
    if any(signs.of(node) in (EMPLOYER, MAYBE) for node in groups):
        return False
    return any(_are_dated(node, signs) and _are_projects(node, signs) for node in groups)


def _is_time_beside_others(parent: Node, signs: Signs) -> bool:
    """True for a heading that only says when, over training or what sounds a little like work.

    "### 2020年4月〜2020年7月" over "#### 新入社員研修", beside such over projects.
    """
    above = signs.parents.get(parent.first)
    if above is None or not is_period(parent) or len(parent.children) != 1:
        return False
    title = clean(parent.children[0].title)
    known = signs.of(parent.children[0]) == EMPLOYER or _is_other(parent.children[0], signs)
    if known or not (TRAINING.search(title) or sound_like_work([title], one=True)):
        return False
    times = [node for node in above.children[:MAX_GROUPS] if is_period(node)]
    return any(_are_projects(node, signs) for node in times if node is not parent)


def groups_in_department(node: Node, signs: Signs) -> bool:
    """True for a department and when, over headings of what was done there, each in that time.

    "### 2015/04〜2018/03 設計部 第一課（主任）" over "#### X" over "2015/04〜2016/09". Where
    another name stands before it, that is who employs: "甲製作所 設計部".
    """
    entry = read_heading(node.title)
    parts = BRACKETS.sub("", entry.name).split()
    if not (node.children and entry.period and parts and all(map(DEPARTMENT.search, parts))):
        return False
    titles = [node.title, *(child.title for child in node.children)]
    if any(map(ENTITY.search, titles)) or any(_is_other(child, signs) for child in node.children):
        return False
    told = (signs.period(child, of_project=True) for child in node.children)
    return all(lies_inside(period, entry.period) for period in told)


def groups_works(node: Node, signs: Signs) -> bool:
    """True for a heading over titles of work alone, each over headings of its parts: 課題, 結果."""
    told = node.level and node.children and not signs.outline.slice(node.own, node.own_end)
    return bool(told) and all(
        signs.of(child) == PROJECT and sum(is_part(each.title) for each in child.children) > 1
        for child in node.children
    )


def _are_projects(parent: Node, signs: Signs) -> bool:
    """True for headings none of which is an employer's, at least half of them dated projects.

    Without a date, two thirds of those right under a heading about work have to sound like it, and
    none titles a section, a part of an entry, or others.
    """
    told = [(signs.of(node), node) for node in parent.children]
    entries = [node for sign, node in told if sign in (PROJECT, MAYBE)]
    projects = [node for sign, node in told if sign == PROJECT]
    dated = [node for node in projects if signs.is_dated(node)]
    if any(sign == EMPLOYER for sign, _node in told):
        return False
    if not dated and kind_of(parent) == "positions" and not is_document(parent):
        others = any(_is_other(child, signs) for child in parent.children)
        return len(projects) > 1 and len(projects) * 3 >= len(told) * 2 and not others
    return bool(dated) and len(dated) * 2 >= len(entries)


def _were_during_stay(parent: Node, signs: Signs) -> bool:
    """True for headings each over labels for when and how, each during a stay told before.

    A section about work beside theirs names the legal entities in its first lines.
    """
    above = signs.parents.get(parent.first)
    if above is None or kind_of(parent) != "positions" or not _are_dated(parent, signs):
        return False
    if not all(_is_over_work(child, signs) for child in parent.children):
        return False
    beside = [node for node in above.children[:MAX_GROUPS] if node.first < parent.first]
    texts = (signs.outline.lines_under(n, most=LOOKED_AT) for n in beside if _tells_stay(n))
    lines = (line.lstrip("-*+ ") for text in texts for line in text if len(line) <= LINE_LENGTH)
    entries = map(read_heading, lines)
    stays = [entry.period for entry in entries if LEGAL_FORM.search(entry.name) and entry.period]
    told = [signs.period(child, of_project=True) for child in parent.children]
    return all(when and any(lies_inside(when, each) for each in stays) for when in told)


def _tells_stay(node: Node) -> bool:
    return not node.children and kind_of(node) == "positions"


def _is_over_work(node: Node, signs: Signs) -> bool:
    """True for a heading of nobody over a label of a piece of work: 環境, 立場, 規模."""
    labels = {label for label, _v in labelled(signs.outline.lines_under(node, most=LOOKED_AT))}
    of_stay = any(map(EMPLOYER_LABELS.fullmatch, labels)) or ENTITY.search(clean(node.title))
    of_work = any(map(ABOUT_PROJECT.fullmatch, labels))
    return of_work and not of_stay and signs.of(node) != EMPLOYER


def _is_other(node: Node, signs: Signs) -> bool:
    """True for the title of a section, of a part of an entry, or of others."""
    over = any(signs.of(child) in (PROJECT, MAYBE) for child in node.children)
    return over or is_part(node.title) or kind_of(node) is not None


def _are_dated(node: Node, signs: Signs) -> bool:
    """True for a heading over others with a label for when below each of them."""
    children = node.children if len(node.children) <= MAX_GROUPS else []
    texts = (signs.outline.lines_under(child, most=LOOKED_AT) for child in children)
    dated = list(map(has_period_label, texts))
    return bool(dated) and all(dated)
