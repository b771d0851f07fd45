"""What there is to find: everything public, and nothing else."""

import random

import pytest
from django.conf import settings
from django.core.management import call_command

from resume.markup import plain_text
from resume.models import Section
from resume.search import excerpt, find, marked, parse
from resume.search.entries import Reader
from resume.search.index import Index
from tests.canaries import CANARY, hide_canaries, reveal_canaries
from tests.factories import (
    make_employer,
    make_fact,
    make_position,
    make_post,
    make_profile,
    make_profile_link,
    make_project,
    make_publication,
    make_section,
    make_skill,
)
from tests.views.everything import make_everything

pytestmark = pytest.mark.django_db

CAREER = settings.BASE_DIR / "fixtures" / "career.json"
SOURCE = settings.BASE_DIR / "fixtures" / "career.md"


def make_index():
    return Index(None, Reader())


def found(typed, index=None):
    """Return (kind, title) of what is found."""
    entries = (index or make_index()).entries
    return [(entry.kind, entry.title.written) for entry in find(entries, parse(typed))]


def pairs(text):
    """Return every two characters that stand together in a word."""
    words = "".join(each if each.isalnum() else " " for each in text).split()
    return {word[start : start + 2] for word in words for start in range(len(word) - 1)}


def test_every_two_characters_of_a_word_of_the_owner_s_file_are_found():
    call_command("loaddata", CAREER, verbosity=0)
    index = make_index()
    looked_for = pairs(plain_text(SOURCE.read_text(encoding="utf-8")))
    assert len(looked_for) > 1500
    assert {"基盤", "運用", "学習"} <= looked_for
    assert sorted(pair for pair in looked_for if not found(pair, index)) == []
    assert found("鯨鯢", index) == []


def shown(entries, typed):
    """Return everything that a page shows of what is found."""
    query = parse(typed)
    texts = []
    for entry in find(entries, query):
        pieces = [*marked(entry.title, query.words), *excerpt(entry.text, query.words)]
        texts += ["".join(piece.text for piece in pieces), str(entry.page)]
    return texts


def random_queries(number, words):
    """Return queries of a word, a part of one, or two of them."""
    chance = random.Random(5)
    for _ in range(number):
        picked = [chance.choice(words) for _ in range(chance.choice((1, 1, 2)))]
        cut = [
            word[chance.randrange(len(word)) :] if chance.random() < 0.5 else word
            for word in picked
        ]
        yield " ".join(cut)


def test_no_draft_no_hidden_name_and_no_private_fact_is_found_in_ten_thousand_queries():
    call_command("loaddata", CAREER, verbosity=0)
    words = [*hide_canaries(), CANARY, "公開", "ある", "計画", "example.com", "title", "name"]
    words += sorted(pairs(plain_text(SOURCE.read_text(encoding="utf-8"))))[::15]
    entries = make_index().entries
    leaks = {
        typed
        for typed in random_queries(10_000, words)
        if any(CANARY in text for text in shown(entries, typed))
    }
    assert leaks == set()
    # The list itself holds nothing that could be found.
    assert [each for each in entries if CANARY in f"{each}"] == []


def test_the_same_records_are_found_once_they_are_public():
    canaries = hide_canaries()
    before = make_index()
    reveal_canaries()
    entries = make_index().entries
    assert [text for text in canaries if found(text, before)] == []
    assert [
        text for text in canaries if not any(text in each for each in shown(entries, text))
    ] == []


def test_every_kind_of_record_is_found_by_its_texts():
    make_profile(title="MLOpsエンジニア", name="山田太郎")
    section = make_section(title="概要", body="要約の文")
    employer = make_employer(name="株式会社例", business="検索事業", body="会社の文")
    position = make_position(employer=employer, role="主任", body="職務の文")
    project = make_project(position=position, title="推論基盤", body="計画の文", start="2023-06")
    make_fact(project=project, label="担当範囲", value="設計と**運用**")
    make_skill(name="CloudFormation", aliases="Cfn", claim="6年")
    make_publication(title="論文の題", venue="学会誌", kind="paper")
    make_post(title="記事の題", body="# 見出し\n\n記事の[文章](https://example.com)")
    make_profile_link(label="GitHub", url="https://github.com/yamada", section=section)
    assert found("山田") == [("profile", "山田太郎")]
    assert found("要約の文") == [("section", "概要")]
    assert found("検索事業") == found("会社の文") == [("employer", "株式会社例")]
    assert found("職務の文") == [("position", "株式会社例 主任")]
    assert (
        found("計画の文") == found("担当範囲 運用") == found("2023/06") == [("project", "推論基盤")]
    )
    assert found("cfn") == found("6年") == [("skill", "CloudFormation")]
    assert found("学会誌") == [("paper", "論文の題")]
    assert found("記事の文章") == [("post", "記事の題")]
    assert found("github.com/yamada") == [("link", "GitHub")]
    # Markup is not text.
    assert found("**") == found("](") == []


def test_an_aliased_employer_is_found_by_its_public_name_only():
    employer = make_employer(
        name="秘密商事", alias="大手商社A社", aliases="ヒミツ", url="https://himitsu.example/"
    )
    make_position(employer=employer, role="主任")
    assert [kind for kind, _title in found("大手商社")] == ["employer", "position"]
    assert found("秘密") == found("ヒミツ") == found("himitsu") == []


def test_words_that_only_a_line_of_the_resume_holds_lead_to_its_section():
    section = make_section(title="スキル", holds=Section.Holds.SKILLS)
    make_skill(name="AWS", section=section, lead="得意:", order=1)
    make_skill(name="GCP", section=section, written="日頃から GCP です", order=2)
    assert found("得意") == found("日頃") == [("section", "スキル")]
    assert [kind for kind, _title in found("aws")] == ["skill", "section"]


def test_a_line_as_written_is_not_found_while_it_names_a_draft():
    section = make_section(title="スキル", holds=Section.Holds.SKILLS)
    make_skill(name="AWS", section=section, written="AWS と秘伝", order=1, place=1)
    make_skill(name="秘伝", section=section, order=1, place=2, status="draft")
    assert found("秘伝") == []
    assert found("aws") == [("skill", "AWS")]


@pytest.mark.parametrize("count", [1, 3])
def test_reading_costs_the_same_queries_for_one_row_and_for_three(count, django_assert_num_queries):
    make_everything(count)
    with django_assert_num_queries(30):
        make_index()


def test_a_text_that_has_not_changed_is_not_read_again(monkeypatch):
    make_post(body="前からの文")
    first = make_index()
    make_post(body="新しい文")
    read = []
    monkeypatch.setattr("resume.search.entries.plain_text", lambda text: read.append(text) or text)
    second = Index(None, Reader(first.texts))
    assert [text for text in read if text] == ["新しい文"]
    assert found("前からの文", second)
    assert found("新しい文", second)


def test_a_row_of_skills_is_found_without_the_drafts_among_them():
    row = "| Zabbix, Nagios | 3年 |"
    section = make_section(body="| 監視 | 年数 |\n|---|---|", holds="skills", layout="table")
    make_skill(name="Zabbix", section=section, order=1, written=row)
    draft = make_skill(name="Nagios", section=section, order=1, place=1, written=row)
    assert ("section", section.title) in found("Nagios")
    draft.status = "draft"
    draft.save()
    assert found("Nagios") == []
    assert found("Zabbix") == [("skill", "Zabbix")]
