"""Tables whose rows tell projects: which column titles them, which rows go on with another.

A column headed 案件名 or プロジェクト is one of titles. One of what was done (業務内容) is where
each of its cells begins with what sounds like a title, as in the sheet of an engineer whom an
agency sends to its clients: "| No. | 期間 | 業務内容 | 役割 | 言語 | OS | 設計 | 製造 |".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from resume.document.dates import Period
from resume.document.periods import find_period

from ..rows.named import BREAK
from ..rows.tables import PERIOD_COLUMN, SPANNED, column_of
from ..text.gaps import is_gap
from ..text.headings import BRACKETS, LASTED, date_alone, stay_alone
from ..text.labels import labelled
from ..text.names import DEPARTMENT, PROJECT_WORDS
from ..text.places import tells_only_how
from ..text.table_lines import cell_of, period_cell, period_columns
from ..text.vocabulary import clean, is_label, section_kind

# What a piece of work is called that is built, published or put on, and no software: 工事名, 書名.
MADE = (
    r"(?:(?:工事|施工|現場|物件|建物|作品|番組|記事|書籍|教材|出版物|公演|展覧?会|イベント|施策)名称?"
    r"|工事件名|書名)"
)
TITLE = re.compile(
    r"(?:(?:案件|プロジェクト|PJ)(?:名称?|概要)?|システム名称?|件名|project(?: name)?"
    rf"|{MADE}(?:[・/／]{MADE})*)(?:\s*[(（]?\d{{1,2}}[)）]?)?",
    re.IGNORECASE,
)
# What was done, or on what, which may begin with a title.
DUTIES = re.compile(
    r"(?:担当|経験|従事|参画|開発|対象)?"
    r"(?:(?:業務|職務|案件|作業|開発|システム|プロジェクト|PJ)?の?(?:内容|概要|詳細)"
    r"|(?:業務|案件|システム|プロジェクト)(?:名称?)?)|件名",
    re.IGNORECASE,
)
# What a table is about whose first column tells of it: each row is one of these, and no project.
SUBJECT = re.compile(
    r"(?:使用|経験|保有|開発)?(?:技術|言語|スキル|ツール|クラウド|製品)(?:名|要素)?"
    r"|大?分類|区分|種別|カテゴリー?|工程|作業(?:工程)?|フェーズ|分野|領域|機能|役割|ポジション"
    r"|年度|四半期|skills?|phase|category|tool",
    re.IGNORECASE,
)
DESIGN = r"(?:基本|詳細|外部|内部|方式)"  # whose design: 基本設計
TEST = r"(?:単体|結合|総合|システム|受入)"  # of what the test is: 単体テスト
# What a sheet of projects tells of each: with what it was done, in which role and by how many, and
# which steps of it were taken, each in a column.
ABOUT_PROJECT = re.compile(
    r"(?:使用|開発|主要?|利用)?"
    r"(?:技術|言語|環境|OS|DB|FW|F/W|フレームワーク|ツール|データベース|サーバー?|インフラ|クラウド|機種"
    r"|ミドルウェア|MW)(?:要素|スタック|等|その他)?"
    r"|担当(?:工程|フェーズ|範囲)|工程|フェーズ|役割|ポジション|立場|体制|規模|人数|メンバー"
    r"|チーム(?:規模|人数)?|開発(?:規模|人数)|プロジェクト規模"
    rf"|要件(?:定義|分析)?|{DESIGN}?設計|製造|実装|PG|{TEST}?(?:テスト|試験)?|運用|保守|環境構築|構築|管理",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?:No\.?)?\s*[(（#]?\d{1,3}[)）.]?|[①-⑳]", re.IGNORECASE)
# What is listed below a title: "・設計", "【担当】", "規模：10名".
LISTED = re.compile(r"[・･\-–—*●○◎◆◇■□▼▽▪►✓※>＞]|[【\[＜<〈(（]|\d+[.)]\s|[^\s:：]{1,12}[:：]")
BULLET = re.compile(r"[・･\-–—*]\s*(?!\*)")
MARKED = re.compile(
    r"\*\*[^*]+\*\*|__[^_]+__|[【「『《〈＜\[][^】」』》〉＞\]]+[】」』》〉＞\]]|<(b|strong)>[^<]+</\1>"
)
# Only which steps were taken: 詳細設計、製造.
STEPS = re.compile(
    rf"(?:要件(?:定義)?|{DESIGN}設計|設計書?|{TEST}|製造|実装|開発|構築|コーディング|プログラミング"
    r"|テスト|試験|運用|保守|監視|レビュー|進捗|課題|管理|調査|作成|実施|対応|業務|担当"
    r"|等|など|から|まで|および|及び|[のとやへ、,・/／&＆\s~〜～()（）])+"
)
# What stands in a row of its own among projects, and is no work: 新入社員研修.
TRAINING = re.compile(r"研修(?:期間|受講)?(?:\s*[(（][^()（）]*[)）])?$")
# What ends a sentence, and no title: "Xの開発を担当".
DONE = re.compile(r"を[^をの]{0,8}$|(?:担当|従事|経験|ました|する|した)$|[、,].*[、,]")
# For whom, or in which field, a project was; no link.
FIELD = re.compile(r"[【\[＜〈][^】\]＞〉]{1,12}[】\]＞〉](?!\()")
# A link after a title, and what follows it: "X([記事](https://…))".
LINKED = re.compile(r"(?<=[^\s*_])\s*[(（]?\s*!?\[[^\[\]]*\]\([^()]*\).*$")
# For whom a project was.
ASIDE = re.compile(
    r"[(（][^()（）]{1,40}[)）]"
    r"|[【\[]?(?:業種|業界|業態|顧客|クライアント|エンドユーザー?)[】\]:：].*"
)
# Spaces that make a word wide: "期　間".
SPACED = re.compile(r"(?<=[^ -~])\s+(?=[^ -~])")
# What came of it then: "2023年3月刊".
CAME = re.compile(r"(?:刊行?|発[売行]|出版|公開|放[送映]|竣工|完[成了]|納品|リリース)$")
BETWEEN = " 　~〜～-–—↓|｜"  # what stands between the two ends of a period
TITLE_LENGTH = 100
LEADING = 4  # rows, at most, down to the one that names a project


@dataclass(frozen=True)
class Row:
    """A project, and the rows of the body of a table that tell it."""

    first: int
    end: int
    title: str
    period: Period


def read_rows(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Row]:
    """Return the projects of a table with these cells; none where a row is something else.

    The same title may come again at another time.
    """
    if not any(head) and rows:  # a table whose first row is the head, under none
        told = _body(rows[0], rows[1:])
        return [replace(row, first=row.first + 1, end=row.end + 1) for row in told]
    return _body(head, rows)


def _body(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Row]:
    head = [_bare(cell) for cell in head]
    when = _period_columns(head)
    is_sure = (name := column_of(head, TITLE)) is not None
    name = column_of(head, DUTIES) if name is None else name
    # Of two columns without a period, one labels the other.
    if name is None or len(head) + bool(when) < 3:
        return []
    starts = _starts(rows, name)
    texts = [cell_of(rows[n], name) for n in starts]
    titles = list(map(title_in_cell, texts))
    # A second row of the head may stand over the first of them.
    if not starts or starts[0] > 1 or not all(titles):
        return []
    if not is_sure and not _begin_with_titles(texts, name, bool(when), head):
        return []
    told = []
    for (first, end), title in zip(pairwise([*starts, len(rows)]), titles, strict=True):
        times = [period_cell(row, ends) for row in rows[first:end] for ends in when]
        if (period := _period(times)) is not None:
            told.append(Row(first, end, title, period))
    # What a column says in most of its rows is a title where it sounds like work.
    same = len(starts) > 1 and len(set(titles)) * 2 <= len(starts)
    told_once = len({(row.title, row.period) for row in told}) == len(starts)
    return told if told_once and (not same or all(map(PROJECT_WORDS.search, titles))) else []


def _bare(head: str) -> str:
    """Return the head of a column on one line, without remarks and without spaces for its width."""
    text = SPACED.sub("", clean(BREAK.sub("/", head)))
    return BRACKETS.sub("", text) or text


def _period_columns(head: Sequence[str]) -> list[Sequence[int]]:
    """Return which columns say when: those of start and end together, or each under one head."""
    when = period_columns(head)
    first = when[0] if when else column_of(head, PERIOD_COLUMN)
    if first is None or len(when) > 1:
        return [when] if when else []
    end = first + 1
    while end < len(head) and head[end] in ("", head[first]):
        end += 1
    return [[column] for column in range(first, end)]


def _starts(rows: Sequence[Sequence[str]], name: int) -> list[int]:
    """Return which rows begin a project: the numbered ones, or those with a title.

    A row of a time of no work, "（産休・育休）", goes on with the one before it.
    """
    numbers = {n: row[0] for n, row in enumerate(rows) if row and row[0].strip(SPANNED)}
    if not name or not all(NUMBER.fullmatch(clean(each)) for each in numbers.values()):
        numbers = {}
    told = list(numbers) or [n for n, row in enumerate(rows) if cell_of(row, name).strip(SPANNED)]
    return [n for n in told if not is_gap(clean(cell_of(rows[n], name)))]


def _period(told: Sequence[str]) -> Period | None:
    """Return the period that the cells of a project's rows say, perhaps an empty one.

    It may take several of them: "2020年4月", "〜", "2021年3月". None where they say something else.
    """
    first = find_period(clean(next(iter(told), "")))
    if first and (first.period.end or first.period.current):
        return first.period
    parts = [part for text in told for part in BREAK.split(text.strip(SPANNED)) if part.strip()]
    texts = [CAME.sub("", BRACKETS.sub("", clean(part)).strip(BETWEEN)) for part in parts]
    dates = [text for text in texts if text and not LASTED.fullmatch(text)]
    if whole := stay_alone("〜".join(dates[:2])):
        return whole
    if first:
        return first.period
    return (date_alone(next(iter(dates), "")) or None) if parts else Period()


def _begin_with_titles(texts: Sequence[str], name: int, dated: bool, head: Sequence[str]) -> bool:
    """True where the texts of column `name`, of what was done, begin with titles.

    Each stands over a list, or by itself in a sheet of projects; half of them sound like work.
    """
    if SUBJECT.fullmatch(head[0]) or any(map(BULLET.match, texts)):
        return False
    titles = [title_in_cell(text) for text in texts]
    if any(map(DEPARTMENT.search, titles)):
        return False
    of_work = [t for t, title in zip(texts, titles, strict=True) if not TRAINING.search(title)]
    if of_work and all(map(begins_with_work, of_work)):
        return True
    about = sum(1 for n, cell in enumerate(head) if n != name and _is_about_project(cell))
    no_titles = [title for title in titles if STEPS.fullmatch(title) or DONE.search(title)]
    works = [title for title in titles if PROJECT_WORDS.search(title)]
    over = [text for text in texts if _stands_over_list(text)]
    fits = len(works) * 2 >= len(titles) or len(over) == len(texts)
    return dated and about > 1 and fits and not no_titles


def _is_about_project(head: str) -> bool:
    return bool(head) and any(
        ABOUT_PROJECT.fullmatch(part.strip()) for part in re.split(r"[/／・、,]", head)
    )


def _stands_over_list(text: str) -> bool:
    """True for a cell whose first line is marked as a title, or stands over a list."""
    parts = [part.strip() for part in BREAK.split(text) if part.strip()]
    marked = MARKED.fullmatch(parts[0]) if parts else None
    return bool(marked) or (len(parts) > 1 and any(map(LISTED.match, parts[1:3])))


def begins_with_work(text: str) -> bool:
    """True for a cell that tells the title of a piece of work over what was done."""
    parts = BREAK.split(text)
    is_told = PROJECT_WORDS.search(title_in_cell(text)) or labelled_title(parts)
    return len(parts) > 1 and bool(is_told)


def labelled_title(lines: Sequence[str]) -> str:
    """Return what stands under a label for a title in the first of these lines, or "".

    A sentence is none: "【プロジェクト概要】" over what was done.
    """
    told = islice(labelled(lines), LEADING)
    titles = (value for label, value in told if TITLE.fullmatch(label) and "。" not in value)
    return next(titles, "")


def title_in_cell(text: str) -> str:
    """Return the title that a cell or a value tells on its first line or under a label, or "".

    For whom, or when, it was may stand over it: "（小売業）<br>検索の刷新", "【小売】検索の刷新".
    """
    parts = [part.strip() for part in BREAK.split(text) if part.strip()]
    unnamed = [part for part in parts if not ASIDE.fullmatch(part)]
    if len(unnamed) > 1 and _is_time(unnamed[0]):
        unnamed = unnamed[1:]
    field = FIELD.match(unnamed[0]) if unnamed else None
    rest = unnamed[0][field.end() :] if field else ""
    if field and not rest and unnamed[1:] and not LISTED.match(unnamed[1]):
        rest = unnamed[1]
    first = rest or next(iter(unnamed), "")
    title = clean(LINKED.sub("", labelled_title(parts) or first)).strip()
    return title if is_title_in(text, title) else ""


def is_title_in(text: str, title: str) -> bool:
    """True for a title that `text` has as it is: no sentence, label or title of a section.

    What stands in brackets as a whole is a remark, and how somebody was employed is no work.
    """
    fits = 1 < len(title) <= TITLE_LENGTH and "。" not in title and title in text
    fits = fits and not (ASIDE.fullmatch(title) or tells_only_how(title))
    return fits and not is_label(title) and section_kind(title) is None


def _is_time(text: str) -> bool:
    """True for a text that says when, and perhaps for how long, and nothing else."""
    told = clean(BRACKETS.sub("", text))
    return bool(stay_alone(told) or date_alone(told))
