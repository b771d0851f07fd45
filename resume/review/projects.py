"""Projects: what a 職務経歴書 tells of each and one does not: its period, the role, the team."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from resume.document.periods import find_dates, find_period
from resume.models import Project

from .facts import Facts
from .findings import Finding, Kind

PERIOD = Kind(
    "project-period",
    _("Projects without a period"),
    _("Without a period nobody sees how recent the work is, or for how long it was done."),
    _("Fill in “start” and “end”; a year is enough."),
)
ROLE = Kind(
    "project-role",
    _("Projects without your role"),
    _("A reader asks first what part of the work was yours."),
    _("Add a fact such as “役割: 設計・実装”, or say in the text as what you worked."),
)
TEAM = Kind(
    "project-team",
    _("Projects without a team size"),
    _("Ten lines mean something else in a team of two than in a team of thirty."),
    _("Add a fact such as “規模: 5名”, or say in the text how many you were."),
)

# A label opens a line, a cell or a bracket: "役割: …", "- **担当** …", "【規模】".
# Each line is looked at once: a run of empty ones would be gone through from each of them.
OPENING = r"(?:^|\n)(?:[^\S\n]|[>*\-+・|【\[（(■◆●○▼◇□])*"
FISCAL_YEAR = re.compile(r"(?:19|20)\d\d\s*年度")
NUMBER = re.compile(r"[\d元]")
PERIOD_LABEL = re.compile(
    rf"{OPENING}(?:期間|時期|在籍期間|開発期間|参画期間|period|duration)", re.IGNORECASE
)
ROLE_LABEL = re.compile(
    rf"{OPENING}(?:(?:主な|自身の|業務での|プロジェクトでの)?"
    r"(?:役割|担当|ポジション|役職|立場|職種|職位|ロール)|"
    r"roles?\b|position\b|responsibilit|責任範囲|私の)",
    re.IGNORECASE,
)
ROLES = (
    r"(?:エンジニア|マネージャー?|リーダー?|リード|メンバー|アーキテクト|ディレクター|責任者|担当者?|"
    r"オーナー|コンサルタント|スクラムマスター|デザイナー|プログラマー?|アナリスト|サイエンティスト|"
    r"インターン|講師|(?<![A-Za-z])(?:PM|PL|PO|PMO|EM|SE|PG|SRE|CTO|TL|VPoE|PdM|PjM)(?![A-Za-z]))"
)
ROLE_WORDS = re.compile(
    rf"{ROLES}[^。\n]{{0,8}}(?:として|を(?:務|担当|担)|役を|に就)|"
    rf"[（(][^（(）)\n]{{0,20}}{ROLES}[）)]|主担当|副担当|主導し|リードし|"
    r"(?:全て|すべて|全般|全工程|一人|1人|ひとり|単独|独力)(?:を担当|で)|"
    r"\bas\s+(?:an?|the)\s+[^.\n]{0,40}(?:engineer|lead|leader|manager|owner|architect|developer|"
    r"director|scientist|designer|consultant|intern|analyst)|"
    r"\b(?:led|headed|managed|owned|leading|managing)\s+(?:an?|the|our|\d+)\b",
    re.IGNORECASE,
)
TEAM_LABEL = re.compile(
    rf"{OPENING}(?:(?:プロジェクト|開発|チーム|参加|参画|全体|組織|メンバー)?の?"
    r"(?:規模|人数|体制|要員)|(?:チーム|メンバー|組織)(?:構成)?|"
    r"team(?:\s+size)?|members)(?=\s*(?:[:：|】\]*)）\n]|$)|\s+\d)",
    re.IGNORECASE,
)
TEAM_WORDS = re.compile(
    r"(?<!\d)\d{1,4}\s?(?:[~〜\-–]\s?\d{1,4}\s?)?[名人](?=\s*(?:体制|規模|チーム|程度|前後|ほど|以上|未満|で|のうち|"
    r"[)）、。・/|]|の(?:チーム|メンバー|エンジニア|開発|組織|体制|プロジェクト|デザイナー|部下|スクラム)|$|\n))|"
    r"(?:一人|ひとり|単独|個人|独力)(?:で|開発)|個人プロジェクト|"
    r"\b(?:team|squad|group)\s+of\s+\w+|\b\d+[\s-](?:person|people|members?|engineers?|developers?)\b|"
    r"\b(?:solo|single-handed(?:ly)?|alone|sole\s+\w+)\b",
    re.IGNORECASE,
)


def incomplete_projects(facts: Facts, today: date) -> Iterator[Finding]:
    """Yield the projects that do not say their period, the owner's role or the team's size.

    What no position holds is a personal project: nobody asks for role and team there.
    """
    for project in facts.projects:
        told = "\n".join([project.title, *_facts(project), project.body])
        if not _has_period(project, told):
            words = _("“%(project)s” does not say when it was done.")
            yield Finding(PERIOD, project, "", words, {"project": project}, "start")
        if project.position_id is None:
            continue
        if not (ROLE_LABEL.search(told) or ROLE_WORDS.search(told)):
            words = _("“%(project)s” does not say what your role was.")
            yield Finding(ROLE, project, "", words, {"project": project})
        if not (TEAM_LABEL.search(told) or TEAM_WORDS.search(told)):
            words = _("“%(project)s” does not say how many worked on it.")
            yield Finding(TEAM, project, "", words, {"project": project})


def _facts(project: Project) -> list[str]:
    """Return the labels and values of the facts; one without a value prints the project's dates."""
    return [f"{fact.label}\n{fact.value}" for fact in project.facts.all() if fact.value]


def _is_dated(project: Project) -> bool:
    words = f"{project.lead} {project.title}"
    return bool(FISCAL_YEAR.search(words)) or any(find_dates(words))


def _has_period(project: Project, told: str) -> bool:
    if project.start or project.end or _is_dated(project):
        return True
    dated = filter(NUMBER.search, told.splitlines())
    return bool(PERIOD_LABEL.search(told) or any(map(find_period, dated)))
