"""English titles of projects that lead an item in bold: "- **Booking site** — for 61 huts".

In italics they do as well, before a dash, a colon or a bracket: "- *Booking site* (2019): Go".

What leads an item so is more often a quality, an area or a deed: "**Leadership**: …", "**Backend**:
Go", "**Cut costs by 30%** by …". A title sounds like a thing that was made.
"""

import re
from collections.abc import Sequence
from itertools import islice

from resume.document.dates import Period
from resume.document.lines import JAPANESE
from resume.document.periods import find_dates
from resume.document.schema import Project

from .headings import split_period
from .names import ENTITY, ROLE_END
from .nesting import nested
from .vocabulary import clean, is_part, section_kind

LED = re.compile(
    r"\*\*(?P<title>[^*]{2,100})\*\*(?P<rest>\s*(?:[-–—:|(\[·,].*)?)|\*\*(?P<inside>[^*:]{2,100}):\*\*.+"
    r"|(?P<mark>[*_])(?P<italic>[^\s*_:][^*_:]{1,99})(?P=mark)\s*[-–—:(].*"
)
# A title that nothing marks, before what it is: "Tide clock: it tells the tide".
PLAIN = re.compile(
    r"(?P<title>[A-Za-z0-9][\w'’.&/+#-]*(?: [\w'’.&/+#()-]+){0,4})(?:: | [-–—] )(?:\S+ ){2,}\S.*"
)
# A line that ends with a year, and what parts that from the title before it.
DATED = re.compile(r"[A-Z0-9][^:|*\[\]`]{1,60}[,(|–—-] ?[^,(|–—-]{0,10}\d{4}\)?\s*")
DATED_END = re.compile(r"\s*[,(|–—-]\s*$")
MADE = re.compile(
    r"\b(?:(?:web)?sites?|apps?|applications?|platform|services?|system|engine|pipelines?|dashboards?|"
    r"portal|tool(?:kit|chain|ing)?|APIs?|SDK|library|framework|integrations?|roll-?out|(?:re)?launch|"
    r"redesign|rewrite|rebuild|migrations?|moderni[sz]ation|overhaul|revamp|refactor(?:ing)?|"
    r"automation|prototype|MVP|(?:chat)?bot|store|shop|marketplace|games?|project|initiative|"
    r"replatforming|upgrade|renewal|replacement|consolidation|conversion|sharding|merger|farm|cluster|gateway|editor|viewer|explorer|simulator|calculator|scheduler|"
    r"planner|tracker|scanner|plug-?in|extension|warehouse|data lake|catalog(?:ue)?|archive|module|"
    r"component library|design system|microservices?|monolith|CLI|PoC|proof of concept)$",
    re.IGNORECASE,
)
# What was done or is good at somebody, and what somebody works with or in.
OTHERWISE = re.compile(
    r"\d\s?%|[.!?]$|^(?:\w+ed|led|built|wrote|made|drove|cut|grew|ran|set|took|won|own|lead|build|"
    r"design|develop|write|create|manage|work|help|improve|reduce)\b|^(?:(?:front|back)[- ]?end|"
    r"full[- ]stack|infrastructure|databases?|cloud|dev-?ops|ci/cd|tools?|languages?|frameworks?|"
    r"libraries|platforms?|systems?|services|apis?|applications?|testing|security|performance|"
    r"reliability|scalability|quality|architecture|data|mobile|web|automation|integrations?|"
    r"\w*ship|mentoring|management|communication|teamwork|collaboration|hiring|impact|process)$",
    re.IGNORECASE,
)

# For what it was made: "Ticket shop for three museums".
WHAT_FOR = re.compile(r"\s(?:for|of|to|in|at|with|on|from|between|across)\s.*")
# Words of areas and duties, of which no title of a project alone consists.
GENERAL = re.compile(
    r"(?:front|back|end|full|stack|web|mobile|native|data|databases?|cloud|servers?|software|systems?|"
    r"teams?|technical|technology|tech|projects?|products?|programs?|customers?|clients?|users?|"
    r"stakeholders?|business|vendors?|quality|performance|security|code|process(?:es)?|tests?|"
    r"automated|automation|infrastructure|dev|ops|sre|ci|cd|agile|scrum|apis?|ui|ux|and|of|the|for|"
    r"with|in|to|cross|functional|internal|external|key|core|new|legacy|leadership|architecture|"
    r"design|analysis|analytics|strategy|support|maintenance|operations?|delivery|deployments?|"
    r"optimi[sz]ation|improvements?|integrations?|implementation|migrations?|observability|"
    r"\w+ability|\w+ship|\w+ment|\w+ing|communication|collaboration|coordination|documentation|"
    r"reviews?|research|cost|reduction|growth|compliance|governance|risk|incidents?|response|"
    r"changes?|releases?|configuration|requirements?|pipelines?|tools?|platforms?|services?|"
    r"applications?|apps?|machine|ml|ai|etl|sql|bi|content|community|people|culture|knowledge)",
    re.IGNORECASE,
)
MANY_WORDS = 7  # in an item that tells what was done, its title included


def led_title(text: str) -> tuple[str, Period] | None:
    """Return the English title in bold or italics that leads a text, alone, and when it was."""
    match = LED.fullmatch(text.rstrip())
    title = clean(match["title"] or match["inside"] or match["italic"]) if match else ""
    known = is_part(title) or section_kind(title) is not None
    if not match or not title or not title.isascii() or known or title not in text:
        return None
    return title, split_period(title)[1] or split_period(text)[1]


def plain_title(text: str) -> tuple[str, Period] | None:
    """Return the English title before a colon or a dash, and when it was, of what only tells that.

    It stands in a list of projects, and is no area, duty, role or one who employs.
    """
    match = None if JAPANESE.search(text) else PLAIN.fullmatch(text.rstrip())
    title = match["title"] if match else ""
    known = is_part(title) or section_kind(title) is not None or ROLE_END.search(title)
    general = all(map(GENERAL.fullmatch, re.split(r"[\s/&-]+", title)))
    if not title or known or general or OTHERWISE.search(title) or ENTITY.search(title):
        return None
    return None if any(find_dates(title)) else (title, split_period(text)[1])


def dated_title(line: str) -> tuple[str, Period] | None:
    """Return the English title before the only date of a line, which ends it: "X clock, 2019"."""
    found = list(islice(find_dates(line), 2)) if DATED.fullmatch(line) else []
    title = DATED_END.sub("", line[: found[0].first]) if len(found) == 1 else ""
    known = is_part(title) or section_kind(title) is not None or ROLE_END.search(title)
    refused = known or ENTITY.search(title) or JAPANESE.search(line) or OTHERWISE.search(title)
    if not title or refused or line[found[0].last :].strip(") "):
        return None
    return title, Period(found[0].date, found[0].date)


def led_run(items: Sequence[tuple[str, Sequence[str]]], grouped: bool) -> range:
    """Return the longest run of items that titles of projects lead, an empty one where none does.

    At least half of these name a thing that was made, and none a deed, unless something over them
    says that they are projects. A third is enough where most items of the list are so, tell what
    was done and name nothing general. What stands below an item is indented.
    """
    told = [led_title(text) if nested(below) is not None else None for text, below in items]
    runs = [range(0)]
    for n, each in enumerate(told):
        if each:
            first = runs[-1].start if runs[-1].stop == n and runs[-1] else n
            runs.append(range(first, n + 1))
    run = max(runs, key=len)
    titles = [each[0] for each in told[run.start : run.stop] if each]
    made = list(filter(is_made, titles))
    deeds = any(map(OTHERWISE.search, titles))
    fits = len(made) * 2 >= len(titles) or (
        len(made) * 3 >= len(titles)
        and len(run) * 3 >= len(items) * 2
        and all(map(_is_particular, titles))
        and all(len(text.split()) > MANY_WORDS for text, _below in items[run.start : run.stop])
    )
    fits = grouped or (len(titles) > 1 and fits and not deeds)
    return run if fits and len({*titles}) == len(titles) else range(0)


def is_made(title: str) -> bool:
    """True for an English title that names a thing made, and perhaps for what."""
    return bool(MADE.search(title) or MADE.search(WHAT_FOR.sub("", title)))


def _is_particular(title: str) -> bool:
    """True for a title of several words one of which is no general one: not "Data modeling"."""
    words = [word for word in re.split(r"[\s/&-]+", title) if word]
    return len(words) > 1 and not all(map(GENERAL.fullmatch, words))


def led_projects(items: Sequence[tuple[str, Sequence[str]]], grouped: bool) -> list[Project]:
    """Return the projects of items, where titles lead all of them."""
    if not items or led_run(items, grouped) != range(len(items)):
        return []
    told = [(text, nested(below) or "", led_title(text)) for text, below in items]
    return [
        Project(
            title=found[0],
            start=found[1].start_text,
            end=found[1].end_text,
            body=body,
            written=text,
        )
        for text, body, found in told
        if found
    ]
