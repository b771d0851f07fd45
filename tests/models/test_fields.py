import pytest
from django.core.exceptions import ValidationError

from resume.markup import MAX_BYTES
from resume.models import Employer, Publication
from tests.factories import make_position, make_post, make_publication, make_skill

pytestmark = pytest.mark.django_db


def refusals(model_instance):
    with pytest.raises(ValidationError) as refused:
        model_instance.full_clean()
    return {field: [e.code for e in errors] for field, errors in refused.value.error_dict.items()}


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ud800", "\uffff"])
def test_a_character_that_cannot_be_stored_is_refused(character):
    employer = Employer(slug="a", name=f"例{character}社", body=f"文{character}", aliases=character)
    found = refusals(employer)
    assert {found["name"][0], found["body"][0], found["aliases"][0]} == {"forbidden_character"}


def test_a_name_is_one_line():
    assert refusals(Employer(slug="a", name="二\n行")) == {"name": ["line_break"]}


def test_markdown_keeps_every_byte_but_the_browsers_line_ends():
    post = make_post(body="一　行 \r\n  二行\r三行〜")
    post.refresh_from_db()
    assert post.body == "一　行 \n  二行\n三行〜"


def test_markdown_over_the_limit_is_refused():
    post = make_post()
    post.body = "あ" * (MAX_BYTES // 3 + 1)
    assert list(refusals(post)) == ["body"]


def test_markdown_nested_too_deep_is_refused():
    post = make_post()
    post.body = "\n".join("  " * depth + "- 項目" for depth in range(200))
    assert list(refusals(post)) == ["body"]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://example.com/", "//example.com/"])
def test_a_url_of_another_scheme_is_refused(url):
    assert refusals(Publication(slug="a", title="例", url=url)) == {"url": ["url_scheme"]}


def test_a_url_is_stored_in_its_one_spelling_and_found_by_any():
    make_publication(url="HTTPS://Example.com?utm_source=x")
    assert Publication.objects.get(url="https://EXAMPLE.com/").url == "https://example.com/"


def test_no_url_is_null_so_that_many_records_have_none():
    make_publication(url="")
    assert make_publication(url=None).url is None


def test_dates_are_read_as_written_and_stored_as_iso():
    position = make_position(start="2023年6月", end="現在")
    position.refresh_from_db()
    assert (position.start, position.end) == ("2023-06", "current")


def test_what_is_no_date_is_refused_where_it_was_typed():
    position = make_position()
    position.start, position.end = "いつか", "そのうち"
    assert refusals(position) == {"start": ["date"], "end": ["date"]}


def test_names_are_one_a_line():
    assert make_skill(aliases=" BigQuery \r\n\r\n BQ ").aliases == "BigQuery\nBQ"
