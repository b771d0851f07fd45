"""What reading and importing a résumé file costs, against the parser below it and itself."""

import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from bench.measure import Row, WrongAnswerError, summary

CAREER = (Path(__file__).parent.parent / "fixtures" / "career.md").read_text(encoding="utf-8")
LINES_A_COPY = 160
ROUNDS = 7


@dataclass(frozen=True)
class Side:
    """Work to measure, and what it answers each time."""

    work: Any
    expected: Any


def measure_imports():
    """Return the Results of the rows about files. Raises WrongAnswerError on a changed answer."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable("table")
    short, long = long_file(1_000), long_file(10_000)
    rows = [
        ("parse of the owner's file", parse(CAREER), "markdown-it-py alone", tokens(markdown)),
        ("parse of 10,000 lines", parse(long), "the parse of 1,000 lines", parse(short)),
        ("dry-run import of the owner's file", dry_run(CAREER), "its parse", parse(CAREER)),
        ("dry-run import of 10,000 lines", dry_run(long), "its parse", parse(long)),
    ]
    return [
        compare(Row(name, "", peer, ""), *map(side, (work, other)))
        for name, work, peer, other in rows
    ]


def long_file(lines):
    """Return a résumé of about that many lines: the owner's employers and skills, many times."""
    work, skills = CAREER.index("## 株式会社"), CAREER.index("# 技術スタック")
    outputs = CAREER.index("# アウトプット")
    copies = range(lines // LINES_A_COPY)
    employers = [
        re.sub(r"(CoeFont|ピクシブ)", rf"\g<1>{number}", CAREER[work:skills]).replace(
            "https://", f"https://n{number}."
        )
        for number in copies
    ]
    groups = [
        re.sub(
            r"^(- \S+)", rf"\g<1>{number}", CAREER[skills:outputs].partition("\n\n")[2], flags=re.M
        )
        for number in copies
    ]
    body = "".join(employers) + "# 技術スタック\n\n" + "".join(map(str.lstrip, map(trim, groups)))
    return CAREER[:work] + body + "\n" + CAREER[outputs:]


def trim(text):
    """Return a list without the blank lines after it."""
    return text.rstrip("\n") + "\n"


def parse(text):
    """Return the work of reading a file."""
    from resume import formats

    data = text.encode()
    return lambda: formats.parse(data, "markdown").resume


def tokens(markdown):
    """Return the work of the Markdown parser alone on the owner's file."""
    return lambda: len(markdown.parse(CAREER))


def dry_run(text):
    """Return the work of a whole import into an empty database that writes nothing."""
    from resume import formats
    from resume.store import import_source

    data = text.encode()

    def work():
        source = formats.parse(data, "markdown")
        return import_source(source, data, "career.md", dry_run=True).counts()

    return work


def side(work):
    """Return the work with its first answer, which also warms what is kept in memory."""
    return Side(work, work())


def seconds(one):
    """Return the CPU seconds of a side. Raises WrongAnswerError when its answer changes."""
    started = time.process_time()
    answer = one.work()
    spent = time.process_time() - started
    if answer != one.expected:
        raise WrongAnswerError("a file was read or imported otherwise than at first")
    return spent


def compare(row, target, peer):
    """Return the Result of a row whose sides are measured in turn."""
    rounds = []
    for number in range(ROUNDS):
        if number % 2:
            found = (seconds(target), seconds(peer))
        else:
            found = (seconds(peer), seconds(target))[::-1]
        rounds.append(found)
    return summary(row, rounds)
