"""Tables of skills, qualifications and awards: what the cells of a row say of an item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resume.document.periods import find_dates
from resume.document.schema import Award, Certification, Item, Line, Skill

from ..text.items import read_skills, separator_of
from ..text.misfit import MARKS, Misfit
from ..text.table_lines import cell_of, cells, first_table
from ..text.vocabulary import clean

# What the columns are about that do not name the item, by their heads.
YEARS = re.compile(
    r"(?:(?:実務|業務|利用|使用|開発)?経験)?(?:年数|期間)|(?:使用|利用|実務|業務)(?:年数|期間|経験)|経験|"
    r"years?(?: of experience)?|experience|duration",
    re.IGNORECASE,
)
LEVEL = re.compile(
    r"(?:スキル|習熟|経験|技術)?レベル|習熟度|熟練度|(?:自己)?評価|"
    r"(?:skill )?level|proficiency|rating",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"種類|種別|分類|区分|カテゴリー?|ジャンル|分野|領域|category|categories|type|area|kind|group",
    re.IGNORECASE,
)
REMARK = re.compile(
    r"備考|コメント|補足|内容|詳細|説明|(?:主な|使用|利用)?用途|メモ|"
    r"notes?|comments?|details?|remarks?|description",
    re.IGNORECASE,
)
DATE = re.compile(
    r"(?:取得|合格|認定|受験|受賞)?(?:年月日?|日|年|時期)|取得|合格|日付|"
    r"(?:date|year)(?: (?:obtained|earned|issued))?|issued",
    re.IGNORECASE,
)
GIVER = re.compile(
    r"(?:発行|認定|実施|主催)(?:元|者|団体|機関)|主催|issuer|issued by|authority|provider",
    re.IGNORECASE,
)
ABOUT = (YEARS, LEVEL, GROUP, REMARK, DATE, GIVER)
# Which of them may name the item where no other column does: "区分 | 内容", "種類 | 経験年数".
NAMING = (REMARK, GROUP)
CLAIM_LENGTH = 100
ROW_LENGTH = 500


@dataclass(frozen=True)
class Cells:
    """A row of a table: what its cells say, by what the heads of their columns are about."""

    name: str
    told: dict[re.Pattern[str], str]

    def about(self, words: re.Pattern[str]) -> str:
        """Return the cell of the column with such a head, or ""."""
        return self.told.get(words, "")


def rows_of_items(lines: Sequence[str], kind: str) -> tuple[int, tuple[Line, ...], str]:
    """Return the first row of the table that ends a text, its rows as lines, and the separator.

    Raises Misfit for a text that ends otherwise, and where a row tells something else.
    """
    table = first_table(lines)
    first = table.start + 1
    rows = [line.strip() for line in lines[first : table.stop]]
    if not (table.start and rows) or table.stop != len(lines) or kind not in READERS:
        raise Misfit
    if any("\\|" in row or not row.startswith("|") or len(row) > ROW_LENGTH for row in rows):
        raise Misfit
    told = _cells(cells(lines[table.start - 1]), [cells(row) for row in rows])
    separator = separator_of([row.name for row in told], kind)
    items = [READERS[kind](row, separator) for row in told]
    written = (
        Line(tuple(replace(item, written=row) for item in found))
        for row, found in zip(rows, items, strict=True)
    )
    return first, tuple(written), separator


def _cells(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Cells]:
    """Return what the rows of a table say. Raises Misfit where no column names the items."""
    heads = [clean(cell) for cell in head]
    columns = {
        words: next((n for n, text in enumerate(heads) if words.fullmatch(text)), None)
        for words in ABOUT
    }
    others = [n for n in range(len(heads)) if n not in columns.values()]
    naming = [columns[words] for words in NAMING if columns[words] is not None]
    name = next(iter(others or naming), None)
    if name is None or len(others) > 1:
        raise Misfit
    return [
        Cells(
            cell_of(row, name),
            {w: cell_of(row, n) for w, n in columns.items() if n not in (None, name)},
        )
        for row in rows
    ]


def _skills(row: Cells, separator: str) -> list[Item]:
    claim, level = row.about(YEARS) or row.about(LEVEL), row.about(LEVEL)
    if max(len(claim), len(level)) > CLAIM_LENGTH or MARKS.search(claim + level):
        raise Misfit
    return [_claimed(item, claim, level) for item in read_skills(row.name, separator, "")]


def _claimed(item: Item, claim: str, level: str) -> Item:
    if not isinstance(item, Skill) or item.lead or item.lines:
        raise Misfit
    return replace(item, claim=claim or item.claim, level=level)


def _certification(row: Cells, separator: str) -> list[Item]:
    name, giver, date = _given(row)
    return [Certification(name=name, issuer=giver, date=date)]


def _award(row: Cells, separator: str) -> list[Item]:
    name, giver, date = _given(row)
    return [Award(name=name, awarder=giver, date=date)]


def _given(row: Cells) -> tuple[str, str, str]:
    """Return what was given, by whom and when."""
    told = row.about(DATE)
    dates = [str(found.date) for found in find_dates(told)]
    refused = MARKS.search(row.name + row.about(GIVER)) or (told and len(dates) != 1)
    if refused or not 0 < len(row.name) <= CLAIM_LENGTH:
        raise Misfit
    return row.name, row.about(GIVER), dates[0] if dates else ""


READERS = {"skills": _skills, "certifications": _certification, "awards": _award}
