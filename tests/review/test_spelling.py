"""Misspelled words and letters of the wrong width, and what only looks like them."""

import pytest

from tests import factories
from tests.factories import make_certification, make_employer, make_post, make_section

from .found import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("- Kubernates の運用", "Kubernates", "Kubernetes"),
        ("- Elasticseach の運用", "Elasticseach", "Elasticsearch"),
        ("- BigQeury での集計", "BigQeury", "BigQuery"),
        ("- Grafanaa の画面", "Grafanaa", "Grafana"),
        ("- scikit-lean の利用", "scikit-lean", "scikit-learn"),
        ("- Container Registery の整備", "Registery", "Registry"),
        ("- pyhtonによる実装", "pyhton", "Python"),
        ("- 負荷のシュミレーション", "シュミレーション", "シミュレーション"),
        ("- コミニュケーションの改善", "コミニュケーション", "コミュニケーション"),
        ("An Infrastracture of ours.", "Infrastracture", "Infrastructure"),
    ],
)
def test_a_misspelled_term_is_found_in_any_text(text, wrong, right):
    make_section(body=text)
    assert said("misspelling") == [f"“{wrong}” is written “{right}”."]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("TOIEC 800", "TOEIC"),
        ("TOEFLL iBT 90", "TOEFL"),
        ("TOFEL 500", "TOEFL"),
        ("IELTTS 7", "IELTS"),
    ],
)
def test_a_misspelled_exam_is_found(name, right):
    make_certification(name=name, date="2020", issuer="ETS")
    [words] = said("misspelling")
    assert words.endswith(f"is written “{right}”.")


@pytest.mark.parametrize(
    "text",
    [
        "- Dockers, Terraforms, monitored and monitors",
        "- `registory` という変数",
        "```\nregistory = 1\n```",
        "- https://example.com/registory",
        "- [記事](https://example.com/Registory)",
        "- Filestore と Firestore、Memcache",
        "- The depository, a customised stagger, deployments",
        "- Développement et environnement, l'algorithme",
        "- TOPIK 6級、TOCFL",
        "- kubernetes2 registory3",
        "- シミュレーション、コミュニケーション",
    ],
)
def test_a_right_word_code_and_addresses_are_no_misspellings(text):
    make_section(body=text)
    make_certification(name="TOPIK 6級", date="2020", issuer="NIIED")
    assert said("misspelling") == []


def test_names_that_others_chose_are_not_corrected():
    make_employer(name="Registory Inc.")
    factories.make_publication(title="On Registory")
    make_section(body="Registory Inc. の製品")
    assert said("misspelling") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- ＡＷＳの運用", "ＡＷＳ: write “AWS”."),
        ("- 月２回、年１２回", "２、１２: write “2”."),
        ("- ﾃﾞｰﾀの移行", "ﾃﾞｰﾀ: write “データ”."),
    ],
)
def test_letters_of_the_wrong_width_are_found(text, words):
    make_section(body=text)
    assert said("full-width") == [words]


def test_japanese_punctuation_is_wide_by_right():
    make_section(body="- （設計）！　「実装」：〜〜／＆")
    assert said("full-width") == []


def test_drafts_are_reviewed_like_the_rest():
    make_post(body="- Kubernates", status="draft")
    assert said("misspelling") == ["“Kubernates” is written “Kubernetes”."]
