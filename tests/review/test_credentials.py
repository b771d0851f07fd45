"""Certificates and awards: official names, issuers, dates, and what expires."""

import pytest

from tests.factories import make_award, make_certification

from .found import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("応用情報", "応用情報技術者試験"),
        ("基本情報処理技術者", "基本情報技術者試験"),
        ("AWS SAP（2023年取得）", "AWS Certified Solutions Architect - Professional"),
        ("GCPのPMLE", "Google Cloud Professional Machine Learning Engineer"),
        ("CKA", "Certified Kubernetes Administrator"),
        ("英検準1級", "実用英語技能検定"),
        ("ＴＯＥＩＣ 700点", "TOEIC Listening & Reading Test"),
        ("FP2級", "ファイナンシャル・プランニング技能士"),
        ("普通自動車免許", "普通自動車第一種運転免許"),
    ],
)
def test_a_short_form_of_a_certificate_is_told_its_official_name(name, official):
    make_certification(name=name)
    [words] = said("certification-name")
    assert words.endswith(f"is officially called “{official}”.")


@pytest.mark.parametrize(
    "name",
    [
        "基本情報技術者試験 合格",
        "基本情報技術者",
        "応用情報技術者試験（AP）",
        "AWS Certified Solutions Architect – Associate (SAA-C03)",
        "AWS 認定ソリューションアーキテクト - アソシエイト",
        "Google Cloud Certified - Professional Data Engineer",
        "Certified Kubernetes Administrator (CKA)",
        "TOEIC L&R 900",
        "TOEIC Speaking & Writing 150点",
        "TOEFL iBT 100",
        "日商簿記検定2級",
        "日本商工会議所 簿記検定 ２級",
        "AWS認定ソリューションアーキテクト試験(SAA-C02) 合格",
        "第二種電気工事士",
        "ECサイトの運営資格",
    ],
)
def test_an_official_name_is_left_alone_with_its_short_form_beside_it(name):
    make_certification(name=name)
    assert said("certification-name") == []


def test_a_certificate_tells_who_gave_it_and_when():
    make_certification(name="CKA")
    make_certification(name="社内検定 2019年", issuer="例社")
    make_certification(name="社内検定", issuer="例社", date="2019")
    assert said("certification-issuer", "certification-date") == [
        "“CKA” does not say who gave it: The Linux Foundation / CNCF.",
        "“CKA” does not say when it was obtained.",
    ]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "holds for 3 years; it does not say until when."),
        ({"date": "2025-03"}, "holds for 3 years, to about 2028/03; it does not say so."),
        ({"date": "2019-03"}, "expired in 2022/03."),
        ({"date": "2025-03", "expires": "2028-03"}, ""),
        ({"expires": "2026-11"}, ""),
        ({"expires": "2026-10"}, "expired in 2026/10."),
    ],
)
def test_a_certificate_that_expires_says_until_when_it_holds(fields, words):
    make_certification(name="AWS Certified Security - Specialty", **fields)
    expected = [f"“AWS Certified Security - Specialty” {words}"] if words else []
    assert said("certification-expiry") == expected


def test_a_certificate_that_no_dictionary_knows_expires_by_its_own_date():
    make_certification(name="社内検定", expires="2020")
    make_certification(name="別の検定")
    assert said("certification-expiry") == ["“社内検定” expired in 2020."]


@pytest.mark.parametrize(
    ("fields", "is_told"),
    [
        ({"name": "社内表彰"}, False),
        ({"name": "第12回コンテスト 優勝"}, False),
        ({"name": "ISUCON11 本選出場"}, False),
        ({"name": "社内表彰", "date": "2020"}, True),
        ({"name": "2020年度 社長賞"}, True),
        ({"name": "社長賞", "note": "令和2年"}, True),
        ({"name": "KaggleDays2019 3位"}, True),
    ],
)
def test_an_award_tells_its_year_in_its_date_or_its_words(fields, is_told):
    make_award(**fields)
    assert bool(said("award-year")) is not is_told
