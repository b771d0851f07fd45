"""Projects that begin with a paragraph in the text of an employer.

"X（2020/04〜2021/03）" over a list, "**案件名：X**", "**X**" below a heading for projects or over a
list that says role or technology, or several that sound like work. What stands below belongs to
the project, up to the next one or a heading.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from resume.document.dates import Period
from resume.document.periods import find_period
from resume.document.schema import Project

from ..text.gaps import is_gap
from ..text.headings import split_period, stay_alone
from ..text.heads import is_proper
from ..text.labels import QUOTED, has_period_label, labelled
from ..text.names import ENTITY, EVENT, PROJECT_WORDS, ROLE_END, STAGE
from ..text.nesting import begins
from ..text.periods import LEADING
from ..text.places import is_place
from ..text.vocabulary import clean, is_label, is_part, is_project_group
from ..text.work_titles import dated_title, is_made, led_title
from ..text.works import sound_like_work
from .tables import TITLE_LENGTH, is_title_in
from .told import BLOCK, Told, labelled_period, leads_labels, period_listed, told_at, told_in_item

RULE = re.compile(r"-{3,}|\*{3,}|_{3,}")
LABEL = re.compile(r"#{1,6}[ \t]+(?P<label>.+)")
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
# What stands beside a period in bold: where that was, "**2020 – 2021** | Oslo".
PLACED = re.compile(r"\*\*[^*A-Za-z]*(?:[A-Za-z]+[^*A-Za-z]*){0,4}\*\*\s*[·|｜,]\s*[A-Z]")
DATED = re.compile(r"[)）\]】]\s*(?:\*\*)?\s*(?:<br\s*/?>|\\)?$", re.IGNORECASE)
NAMED = re.compile(
    r"[*\s【\[]*(?:案件|プロジェクト)名?\s*(?:[】\]:：]|\*\*)[*\s:：】\]]*(?P<title>[^*\s:：】\]].*)"
)
# Work for a client: "**Client: X — what was done** (Jan 2022 – current)".
ENGAGED = re.compile(r"\*\*(?:client|project|engagement|customer|assignment)\s*:", re.IGNORECASE)
BOLD = re.compile(r"\*\*(?P<title>[^*]+)\*\*\s*(?:<br\s*/?>|\\)?", re.IGNORECASE)
LISTED = re.compile(r"\s*[-*+]\s")
FACT = re.compile(r"\s*[|｜、]\s*|\s+[/／·・]\s+|\s*／\s*|,\s+")
# What says how to see what is folded away, and not what that is.
UNFOLDED = re.compile(
    r"クリック|展開|開く|(?:を見る|はこちら)$|\b(?:click|expand|show)\b", re.IGNORECASE
)
# What opens a line as a heading would: "■ X", "【X】".
MARKS = "■□◆◇●○◎▼▽★"
MARKED = re.compile(rf"[{MARKS}]\s*(?P<title>\S.*)|【(?P<inside>[^【】]+)】")
FOLLOWING = re.compile(r"\s*(?:[-*+]\s|[・･•]|\||【|\*\*)")
UNIT = re.compile(r"(?:部|課|室|係|グループ|チーム|事業所|支店|本社)$")
LINE_LENGTH = 200
LOOKED_AT = 10  # lines below a title in which its text has to begin
MOST = 40  # lines of what is folded away


def find_projects(
    lines: Sequence[str], grouped: bool = False
) -> Iterator[tuple[int, int, Project]]:
    """Yield the projects with the lines at which each begins and ends.

    They are grouped where what stands over the first line says that projects follow.
    """
    found: list[Told] = []
    inside = folded_lines(lines)
    folds = tuple(_folded_beside(lines))
    led = False  # by lines that only say when, each over a title: what says not when is none
    # What folds all of the text away was opened above it, by the line of an employer.
    is_folded = any(CLOSED.search(line) for n, line in enumerate(lines) if n not in inside)
    levels = levels_of(lines, inside)
    for number, line in enumerate(lines):
        if number in levels:
            grouped = is_project_group(line.lstrip("#"))
            headed = _headed(line, is_folded)
            found += [Told(number, *headed)] if headed else []
        elif found and number < (found[-1].end or 0):
            continue
        elif told := told_in_item(lines, number):
            found += told
        elif line.startswith(">"):
            found += _quoted(lines, number)
        elif grouped and (dated := _dated_above(lines, number)):
            found.append(Told(number, *dated, BLOCK))
            led = True
        elif (len(line) <= LINE_LENGTH or line.startswith("|")) and (
            ALONE.match(line) or begins(lines, number)
        ):
            found += told_at(lines, number) or _begun(lines, number, grouped or number in folds)
    return ended([told for told in found if told.period or not led], lines, levels)


def _folded_beside(lines: Sequence[str]) -> Iterator[int]:
    """Yield the lines that fold work away beside others by whose labels these are projects."""
    depth, beside = 0, []
    for number, line in enumerate(lines):
        depth += len(OPENED.findall(line))
        if depth == 1 and FOLDED.fullmatch(line):
            beside.append(number)
        depth = max(0, depth - len(CLOSED.findall(line)))
    told = {number: _titled(lines[number]) for number in beside}
    titles = {number: "" if ENTITY.search(title) else title for number, title in told.items()}
    if any(titles[number] and _begun(lines, number, grouped=False) for number in beside):
        yield from (n for n in beside if sound_like_work([titles[n]], one=True))


def levels_of(lines: Sequence[str], inside: set[int]) -> dict[int, int]:
    """Return the levels of the headings by their lines, but for those `inside` what is folded."""
    matches = {n: HEADING.match(line) for n, line in enumerate(lines) if n not in inside}
    return {n: match.end() for n, match in matches.items() if match}


def ended(
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
    """True for a text of projects that are folded away, where nothing stands outside of them.

    Between them, a line may tell of a time of no work: "育児休業 2018/01〜2018/08".
    """
    inside = folded_lines(lines)
    outside = (line for number, line in enumerate(lines) if number not in inside and line.strip())
    told = (split_period(clean(line)) for line in outside if not RULE.fullmatch(line))
    if not all(period and is_gap(name) for name, period in told):
        return False
    summaries = sum(1 for line in lines if FOLDED.fullmatch(line))
    return summaries > 0 and summaries == sum(1 for _ in find_projects(lines))


def folded_lines(lines: Sequence[str]) -> set[int]:
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
    line, following = lines[number], _following(lines, number)
    if whole := _folded(line) or _led(line) or _told(line, following):
        return [Told(number, *whole)]
    first = next(iter(following), "")
    over = dated_title(line) if LISTED.match(first) else None
    if grouped and (named := over or led_title(line)):
        return [Told(number, *named, BLOCK)]
    title = _titled(line)
    if not title:
        return []
    is_folded = bool(FOLDED.fullmatch(line))
    led = find_period(clean(first)) if is_folded else None
    if led and not led.first:
        return [Told(number, title, led.period)]
    opened = MARKED.match(line) or (is_folded and not find_period(title))
    listed = LISTED.match(first)
    # A list begins with when it was; a table has its head over that.
    dated = has_period_label(following if first.startswith("|") else following[:1])
    told = list(labelled(following))
    signed = any(is_label(label) for label, _value in told) and (opened or listed or dated)
    refused = ROLE_END.search(title) or UNIT.search(title)
    if not grouped and (refused or not signed):
        return []
    return [Told(number, title, labelled_period(told) or period_listed(following))]


def _dated_above(lines: Sequence[str], number: int) -> tuple[str, Period] | None:
    """Return the title in the line below one that only says when, and is below no other title."""
    period = stay_alone(clean(lines[number])) if len(lines[number]) <= TITLE_LENGTH else None
    if not period or OTHER.match(lines[number]):
        return None
    above = (lines[n] for n in range(number - 1, max(-1, number - LOOKED_AT), -1))
    if _titled(next(filter(str.strip, above), "")):
        return None
    title = _titled(next(iter(_following(lines, number)), ""))
    return (title, period) if title else None


def _following(lines: Sequence[str], number: int) -> list[str]:
    """Return the next lines that say something: four, or all of what is folded away with them.

    A heading in what is folded away labels the text below it.
    """
    if not FOLDED.fullmatch(lines[number]):
        return [line for line in lines[number + 1 : number + LOOKED_AT] if line.strip()][:4]
    folded = takewhile(lambda line: not CLOSED.search(line), islice(lines, number + 1, None))
    return [LABEL.sub(r"【\g<label>】", line) for line in islice(folded, MOST) if line.strip()]


def _quoted(lines: Sequence[str], number: int) -> list[Told]:
    """Return the project that a quotation begins, where it is no employer and says when."""
    if number and QUOTED.sub("", lines[number - 1]).strip():
        return []
    quoted = [QUOTED.sub("", line) for line in lines[number : number + LOOKED_AT]]
    return [
        replace(told, first=number)
        for told in _begun(quoted, 0, grouped=False)
        if told.period and not ENTITY.search(told.title)
    ]


def _titled(line: str) -> str:
    """Return what a line in bold, in brackets, after a mark, or folded away says, or ""."""
    match = BOLD.fullmatch(line.strip()) or FOLDED.fullmatch(line) or MARKED.fullmatch(line.strip())
    title = clean(next(filter(None, match.groups()), "")) if match else ""
    is_title = is_title_in(line, title) and not is_part(title) and not re.search(r"[:：]", title)
    return title if is_title and not UNFOLDED.search(title) else ""


def _folded(line: str) -> tuple[str, Period] | None:
    """Return the title and the period of what a line folds away, where it says when."""
    match = FOLDED.fullmatch(line)
    if not match:
        return None
    text = clean(match["title"] or match["summary"])
    title, period = split_period(text)
    found = find_period(text)
    if found and (not found.first or title not in line):
        # "X | 2020年4月〜 | SE"; after a period that leads, facts may follow, and no title.
        before, after = text[: found.first], text[found.last :]
        title = FACT.split(before)[0].strip() if before or LEADING.match(after) else title
    return (title, period) if period and _is_title(line, title) else None


def _headed(line: str, is_folded: bool) -> tuple[str, Period] | None:
    """Return the title and the period of a heading that says when, or is of work if folded away."""
    title, period = split_period(clean(line.lstrip("#")))
    is_work = period or (is_folded and PROJECT_WORDS.search(title) and not is_part(title))
    named = is_work and not ENTITY.search(title) and _is_title(line, title)
    return (title, period) if named else None


def _led(line: str) -> tuple[str, Period] | None:
    """Return the title in brackets that leads a line, and the period that is all of the rest."""
    match = LED.fullmatch(line.strip())
    if not match:
        return None
    rest, period = split_period(match["rest"])
    title = match["title"].strip()
    alone = period and not rest.strip("*（）() ")
    return (title, period) if alone and _is_title(line, title) else None


def _is_title(line: str, title: str) -> bool:
    """True for what may title a project and is no role, department, event or stretch of time."""
    refused = any(sign.search(title) for sign in (ROLE_END, UNIT, EVENT, STAGE)) or is_place(title)
    return is_title_in(line, title) and not (refused or is_gap(title))


def _is_about_work(following: Sequence[str]) -> bool:
    """True for a text over a list whose labels tell of a piece of work: "- Role: lead"."""
    rows = [line for line in following if LISTED.match(line)]
    return any(is_label(label) for label, _value in labelled(rows))


def _told(line: str, following: Sequence[str]) -> tuple[str, Period] | None:
    """Return the title and the period that a line tells, where it begins a project."""
    named = NAMED.fullmatch(line.strip())
    led = DATED.search(line) or line.startswith("**") or leads_labels(line, following)
    is_text = NUMBERED.match(line) or not OTHER.match(line)
    if not named and not (is_text and (led or MARKED.match(line))):
        return None
    title, period = split_period(clean(named["title"] if named else line).strip("*:： "))
    first = next(iter(following), "")
    if named and first:
        return (title, period) if is_title_in(line, title) else None
    if PLACED.match(line) and is_proper(title.lstrip("·|｜, ")) and not is_made(title):
        return None
    signed = FOLLOWING.match(first) or PROJECT_WORDS.search(title) or ENGAGED.match(line)
    sounds = is_made(title) or sound_like_work([title], one=True)
    is_work = signed or (line.startswith("**") and (sounds or _is_about_work(following)))
    return (title, period) if period and is_work and _is_title(line, title) else None
