"""The one who employs, named by the only line of a section about that: 所属, 勤務先."""

import re
from collections.abc import Sequence

from resume.document.schema import Employer, Line, Position

from ..rows.found import Found
from ..text.headings import read_heading
from ..text.listed_items import BULLET
from ..text.names import CLIENT, EVENT, LEGAL_FORM, SCHOOL, is_work
from ..text.sentences import COMPANY, is_more
from ..text.stay_titles import titles_stays
from ..text.vocabulary import EMPLOYER_NAME_LABELS, clean

NAME_LENGTH = 60
REMARK = re.compile(r"(?<=\S)\s*[(（][^()（）]{2,}[)）]$")  # "（SES）", no "（株）"
# What somebody may be a member of.
SOCIETY = re.compile(r"社団|財団|非営利|NPO|[協学]会", re.IGNORECASE)
BEGUN = re.compile(r"[\w(（\[*㈱㈲]")


def read_sole(title: str, lines: Sequence[str], file: Sequence[str]) -> Found | None:
    """Return the legal entity that is all of a section's text, or None where it says more.

    No other line of the file names it, where the stay may be told. A legal form and one word are
    a name, whatever that sounds like: 株式会社甲システム開発.
    """
    if not (titles_stays(title) or EMPLOYER_NAME_LABELS.fullmatch(clean(title))):
        return None
    told = [n for n, line in enumerate(lines) if line.strip()]
    line = lines[told[0]] if len(told) == 1 else ""
    item = BULLET.fullmatch(line)
    text = item["text"] if item else line
    entry = read_heading(text) if BEGUN.match(text) and len(text) <= 2 * NAME_LENGTH else None
    if entry is None or entry.period or is_more(text) or CLIENT.search(text):
        return None
    name = REMARK.sub("", entry.name)
    refused = any(sign.search(name) for sign in (EVENT, SCHOOL, SOCIETY))
    refused = refused or (is_work(name) and not COMPANY.fullmatch(name))
    if not LEGAL_FORM.search(name) or refused or len(name) > NAME_LENGTH:
        return None
    if sum(name in each for each in file) != 1:
        return None
    stay = Position(
        employer=Employer(name=name),
        role=entry.role if entry.role in line else "",
        employment=entry.employment,
        written=text.rstrip(),
    )
    return Found(told[0], told[0] + 1, "bullets" if item else "lines", (Line((stay,)),))
