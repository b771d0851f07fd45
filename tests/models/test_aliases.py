import pytest
from django.core.exceptions import ValidationError

from resume.models import Employer, Redirect, Status
from resume.models.aliases import move_to_alias, names
from tests.factories import (
    make_employer,
    make_fact,
    make_position,
    make_project,
    make_publication,
    make_section,
    make_skill,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("株式会社 CoeFont で開発", True),
        ("coefontの開発", True),
        ("ＣｏｅＦｏｎｔ", True),
        ("https://zenn.dev/coefont/articles/1", True),
        ("coefonts", False),
        ("xcoefont", False),
        ("大手EC企業", False),
    ],
)
def test_a_name_is_found_in_any_width_as_a_whole_word(text, found):
    assert names(text, "株式会社 CoeFont") is found


def alias(employer):
    employer.alias = "大手EC企業A社"
    employer.full_clean()


@pytest.mark.parametrize(
    "say",
    [
        lambda: make_project(body="秘密社の基盤"),
        lambda: make_project(title="秘密社の基盤"),
        lambda: make_section(body="秘密社にて"),
        lambda: make_skill(written="秘密社のPython", name="Python"),
        lambda: make_fact(value="顧客は秘密社"),
        lambda: make_publication(title="秘密社の記事"),
        lambda: make_position(body="秘密社", role="開発"),
    ],
)
def test_an_alias_is_refused_while_the_name_is_public(say):
    employer = make_employer(name="株式会社秘密社")
    say()
    with pytest.raises(ValidationError) as refused:
        alias(employer)
    assert {each.code for each in refused.value.error_dict["alias"]} == {"official_name"}


def test_an_alias_is_refused_while_a_public_url_holds_the_name():
    employer = make_employer(name="Himitsu Inc.")
    make_publication(url="https://example.com/himitsu/articles")
    with pytest.raises(ValidationError, match="URL"):
        alias(employer)


def test_the_refusal_names_the_place():
    employer = make_employer(name="株式会社秘密社")
    make_project(title="基盤", body="秘密社の基盤")
    with pytest.raises(ValidationError) as refused:
        alias(employer)
    assert "基盤" in str(refused.value)


def test_an_alias_is_taken_when_only_drafts_hold_the_name():
    employer = make_employer(name="株式会社秘密社")
    make_project(body="秘密社の基盤", status=Status.DRAFT)
    alias(employer)


def test_an_alias_does_not_hold_the_official_name():
    employer = make_employer(name="株式会社秘密社")
    employer.alias = "秘密社グループ"
    with pytest.raises(ValidationError, match="holds the official name"):
        employer.full_clean()


def test_an_alias_is_refused_while_the_records_own_text_holds_the_name():
    employer = make_employer(name="株式会社秘密社", body="秘密社は通販の会社です。")
    with pytest.raises(ValidationError, match="text"):
        alias(employer)
    project = make_project(title="極秘計画", body="極秘計画の設計")
    project.alias = "社内の計画"
    with pytest.raises(ValidationError) as refused:
        project.full_clean()
    assert list(refused.value.error_dict) == ["alias"]


def test_publishing_is_refused_while_the_text_holds_a_hidden_name():
    make_employer(name="株式会社秘密社", alias="A社")
    draft = make_project(body="秘密社の基盤", status=Status.DRAFT)
    draft.status = Status.PUBLISHED
    with pytest.raises(ValidationError, match="official name"):
        draft.full_clean()
    draft.body = "A社の基盤"
    draft.full_clean()


def test_an_aliased_page_moves_and_its_old_addresses_are_forgotten():
    employer = make_employer(name="株式会社秘密社")
    position = make_position(employer=employer, role="開発")
    old = employer.public_path
    Redirect.objects.record_move("/employers/himitsu/", old)
    alias(employer)
    employer.save()
    move_to_alias(employer)
    position.refresh_from_db()
    assert Employer.objects.get().slug == "大手ec企業a社"
    assert position.slug == "大手ec企業a社-開発"
    assert not Redirect.objects.exists()
