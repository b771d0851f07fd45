"""Projects that begin with a paragraph in the text of an employer.

"X（2020/04〜2021/03）" over a list, "**案件名：X**", "**X**" below a heading for projects or over a
list that says role or technology, or several that sound like work. What stands below belongs to
the project, up to the next one or a heading.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from resume.document.dates import Period
from resume.document.periods import find_period
from resume.document.schema import Project

from .headings import split_period
from .labels import labelled
from .names import ENTITY, EVENT, PROJECT_WORDS, ROLE_END, STAGE
from .nesting import begins
from .told_projects import Told, told_at, told_in_item
from .vocabulary import clean, is_label, is_part, is_period_label, is_project_group, section_kind
from .works import REMARK, may_title, sound_like_work

HEADING = re.compile(r"#{1,6}(?=[ \t])")
LOWEST = 6  # level of headings
OTHER = re.compile(r"\s|[-+>|#:`<※＊]|\*(?!\*)|\d+[.)]\s|[【\[]")
NUMBERED = re.compile(r"\d+[.)]\s")
# "【X】2020/04〜2021/03", and what folds the text below it away.
LED = re.compile(r"(?:\*\*)?[【\[](?P<title>[^【】\[\]]+)[】\]](?:\*\*)?(?P<rest>.*)")
FOLDED = re.compile(
    r":::+ ?details[ \t]+(?P<title>\S.*)"
    r"|(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>(?P<summary>.+)</summary>\s*"
)
OPENED = re.compile(r"<details\b|^:::+ ?\w", re.IGNORECASE)
CLOSED = re.compile(r"</details\b|^:::+\s*$", re.IGNORECASE)
# What begins a project on the line right below the text of another.
ALONE = re.compile(rf"{NUMBERED.pattern}|{FOLDED.pattern}")
DATED = re.compile(r"[)）\]】]\s*(?:\*\*)?\s*(?:<br\s*/?>|\\)?$", re.IGNORECASE)
NAMED = re.compile(
    r"[*\s【\[]*(?:案件|プロジェクト)名?\s*(?:[】\]:：]|\*\*)[*\s:：】\]]*(?P<title>[^*\s:：】\]].*)"
)
BOLD = re.compile(r"\*\*(?P<title>[^*]+)\*\*\s*(?:<br\s*/?>|\\)?", re.IGNORECASE)
# What opens a line as a heading would: "■ X", "【X】".
MARKED = re.compile(r"[■□◆◇●○◎▼▽★]\s*(?P<title>\S.*)|【(?P<inside>[^【】]+)】")
# A title alone on its line: in bold, perhaps with a remark after it, or marked so.
TITLED = re.compile(
    rf"(?P<stress>\*{{2,3}}|__)(?=\S)(?P<bold>[^*]+?)(?P=stress){REMARK}?\s*(?:<br\s*/?>|\\)?"
    rf"|{MARKED.pattern.replace('title', 'marked')}",
    re.IGNORECASE,
)
SIGNS = frozenset("*_■□◆◇●○◎▼▽★【")
# What it may stand right below: an item of a list, or a line of tools.
BELOW_LIST = re.compile(r"\s*(?:[-*+]|\d{1,2}[.)])\s|\s+\S|`")
FOLLOWING = re.compile(r"\s*(?:[-*+]\s|\||【|\*\*)")
UNIT = re.compile(r"(?:部|課|室|係|グループ|チーム|事業所|支店|本社)$")
TITLE_LENGTH, LINE_LENGTH = 100, 200
LOOKED_AT = 10  # lines below a title in which its text has to begin


def find_projects(
    lines: Sequence[str], grouped: bool = False
) -> Iterator[tuple[int, int, Project]]:
    """Yield the projects with the lines at which each begins and ends.

    They are grouped where what stands over the first line says that projects follow.
    """
    found: list[Told] = []
    inside = _folded_lines(lines)
    levels = _levels(lines, inside)
    for number, line in enumerate(lines):
        if number in levels:
            grouped = is_project_group(line.lstrip("#"))
            headed = _headed(line)
            found += [Told(number, None, *headed)] if headed else []
        elif found and number < (found[-1].end or 0):
            continue
        elif told := told_in_item(lines, number):
            found += told
        elif len(line) <= LINE_LENGTH and (ALONE.match(line) or begins(lines, number)):
            found += told_at(lines, number) or _begun(lines, number, grouped)
    return _ended(found, lines, levels)


def find_titled(
    lines: Sequence[str], known: Container[str] = ()
) -> Iterator[tuple[int, int, Project]]:
    """Yield the projects that lines in bold or after a mark title, where all of these do.

    Most have to sound like work, but for signs by which projects are known to begin. Labels among
    them tell parts of the project that they stand in, and what comes before the first may be a
    role or a period.
    """
    alone: dict[str, list[Told]] = {}
    labels: list[tuple[int, str]] = []
    lone = list(_alone(lines))
    inside = _folded_lines(lines) if lone else set()
    for number, title in (each for each in lone if each[0] not in inside):
        told = alone.setdefault(lines[number][0], [])
        if is_part(title) or section_kind(title) is not None:
            labels.append((number, title))
        elif told or may_title(title):
            told.append(Told(number, None, title, Period()))
    for sign, found in alone.items():
        titles = [told.title for told in found]
        if sound_like_work(titles, known=sign in known) and _have_text(found, lines):
            return _ended(_before_labels(found, labels), lines, _levels(lines, inside))
    return iter(())


def _alone(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that may title the text below them, each by its number, and the titles."""
    for number, line in enumerate(lines):
        match = TITLED.fullmatch(line) if line[:1] in SIGNS and len(line) <= LINE_LENGTH else None
        if match and (begins(lines, number) or BELOW_LIST.match(lines[number - 1])):
            yield number, clean(next(filter(None, match.group("bold", "marked", "inside"))))


def _have_text(found: Sequence[Told], lines: Sequence[str]) -> bool:
    """True where text stands below each of these titles, and each stands in its line."""
    ends = [*(told.first for told in found[1:]), len(lines)]
    return all(
        told.title in lines[told.first] and any(map(str.strip, lines[told.first + 1 : end]))
        for told, end in zip(found, ends, strict=True)
    )


def _before_labels(found: Sequence[Told], labels: Sequence[tuple[int, str]]) -> list[Told]:
    """Return the projects, the last one up to a label that none of the others has."""
    last = found[-1]
    others = {label for number, label in labels if found[0].first < number < last.first}
    ends = (n for n, label in labels if n > last.first and label not in others)
    return [*found[:-1], replace(last, end=next(ends, None))]


def _levels(lines: Sequence[str], inside: set[int]) -> dict[int, int]:
    """Return the levels of the headings by their lines, but for those `inside` what is folded."""
    matches = {n: HEADING.match(line) for n, line in enumerate(lines) if n not in inside}
    return {n: match.end() for n, match in matches.items() if match}


def _ended(
    found: Sequence[Told], lines: Sequence[str], levels: Mapping[int, int]
) -> Iterator[tuple[int, int, Project]]:
    """Yield projects with the lines at which each begins, and ends: at the next or a heading."""
    for index, one in enumerate(found):
        limit = found[index + 1].first if index + 1 < len(found) else len(lines)
        level = levels.get(one.first, LOWEST)
        below = range(one.first + 1, limit)
        end = one.end or next((n for n in below if levels.get(n, LOWEST + 1) <= level), limit)
        while end < limit and not lines[end].strip():
            end += 1
        yield one.first, end, one.project(lines[one.first : end])


def folds_projects(lines: Sequence[str]) -> bool:
    """True for a text of projects that are folded away, where nothing stands outside of them."""
    inside = _folded_lines(lines)
    if any(line.strip() and number not in inside for number, line in enumerate(lines)):
        return False
    summaries = sum(1 for line in lines if FOLDED.fullmatch(line))
    return summaries > 0 and summaries == sum(1 for _ in find_projects(lines))


def _folded_lines(lines: Sequence[str]) -> set[int]:
    """Return the numbers of the lines that are folded away, the first and last of each included."""
    inside = set()
    depth = 0
    for number, line in enumerate(lines):
        depth += len(OPENED.findall(line))
        if depth > 0:
            inside.add(number)
        depth = max(0, depth - len(CLOSED.findall(line)))
    return inside


def _begun(lines: Sequence[str], number: int, grouped: bool) -> list[Told]:
    """Return the project that a line begins by itself, or over what its labels tell of it."""
    following = [line for line in lines[number + 1 : number + LOOKED_AT] if line.strip()][:4]
    whole = _folded(lines[number]) or _led(lines[number]) or _told(lines[number], following)
    if whole:
        return [Told(number, None, *whole)]
    title = _titled(lines[number])
    told = list(labelled(following))
    listed = bool(following) and bool(re.match(r"\s*[-*+]\s", following[0]))
    dated = any(is_period_label(label) for label, _value in labelled(following[:1]))
    if not title or not (grouped or listed or dated or MARKED.match(lines[number])):
        return []
    signed = any(is_label(label) for label, _value in told)
    refused = ROLE_END.search(title) or UNIT.search(title)
    if not grouped and (refused or not signed):
        return []
    values = (find_period(value) for label, value in told if is_period_label(label))
    found = next((each for each in values if each), None)
    return [Told(number, None, title, found.period if found else Period())]


def _titled(line: str) -> str:
    """Return what a line in bold, in brackets, after a mark, or folded away says, or ""."""
    match = BOLD.fullmatch(line.strip()) or FOLDED.fullmatch(line) or MARKED.fullmatch(line.strip())
    title = clean(next(filter(None, match.groups()), "")) if match else ""
    if not 1 < len(title) <= TITLE_LENGTH or re.search(r"[。:：]", title):
        return ""
    known = is_part(title) or section_kind(title) is not None
    return title if not known and title in line else ""


def _folded(line: str) -> tuple[str, Period] | None:
    """Return the title and the period of what a line folds away, where it says when."""
    match = FOLDED.fullmatch(line)
    if not match:
        return None
    title, period = split_period(clean(match["title"] or match["summary"]))
    return (title, period) if period and _is_title(title, line) else None


def _headed(line: str) -> tuple[str, Period] | None:
    """Return the title and the period of a heading in what is folded away, where it says both."""
    title, period = split_period(clean(line.lstrip("#")))
    named = period and not ENTITY.search(title) and _is_title(title, line)
    return (title, period) if named else None


def _led(line: str) -> tuple[str, Period] | None:
    """Return the title in brackets that leads a line, and the period that is all of the rest."""
    match = LED.fullmatch(line.strip())
    if not match:
        return None
    rest, period = split_period(match["rest"])
    title = match["title"].strip()
    return (
        (title, period)
        if period and not rest.strip("*（）() ") and _is_title(title, line)
        else None
    )


def _is_title(title: str, line: str) -> bool:
    known = is_label(title) or section_kind(title) is not None
    refused = any(sign.search(title) for sign in (ROLE_END, UNIT, EVENT, STAGE))
    fits = 1 < len(title) <= TITLE_LENGTH and title in line and "。" not in title
    return fits and not known and not refused


def _told(line: str, following: Sequence[str]) -> tuple[str, Period] | None:
    """Return the title and the period that a line tells, where it begins a project."""
    named = NAMED.fullmatch(line.strip())
    led = DATED.search(line) or MARKED.match(line) or line.startswith("**")
    is_text = NUMBERED.match(line) or not OTHER.match(line)
    if not named and not (is_text and led):
        return None
    title, period = split_period(clean(named["title"] if named else line).strip("*:： "))
    if not 1 < len(title) <= TITLE_LENGTH or title not in line or "。" in title:
        return None
    if is_label(title) or section_kind(title) is not None:
        return None
    first = next(iter(following), "")
    below = bool(FOLLOWING.match(first)) and not HEADING.match(first)
    refused = any(sign.search(title) for sign in (ROLE_END, UNIT, EVENT, STAGE))
    dated = period and not refused and (below or PROJECT_WORDS.search(title))
    return (title, period) if dated or (named and first) else None
