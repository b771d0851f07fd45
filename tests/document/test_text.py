import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resume.document.text import (
    SLUG_LENGTH,
    TextError,
    canonical_url,
    core_name,
    fold,
    forbidden_character,
    slugify,
    unique_slug,
)

# What Django's validate_unicode_slug accepts.
SLUG = re.compile(r"[-\w]+\Z")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("C", "c"),
        ("C#", "c-sharp"),
        ("C++", "c-plus-plus"),
        (".NET", "dot-net"),
        ("Node.js", "node-js"),
        ("ＡＷＳ", "aws"),
        ("株式会社 CoeFont", "株式会社-coefont"),
        ("ML基盤の開発", "ml基盤の開発"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_slug_keeps_japanese_and_spells_signs(text, slug):
    assert slugify(text) == slug


@given(st.text())
@example("")
@example("!!!")
@example("𠮷")
@example("İ")
@example("\ud800")
def test_slug_is_never_empty_and_always_valid(text):
    slug = slugify(text)
    assert SLUG.match(slug)
    assert len(slug) <= SLUG_LENGTH


@given(st.text())
def test_slug_of_a_slug_is_itself(text):
    assert slugify(slugify(text)) == slugify(text)


def test_texts_without_letters_get_different_slugs():
    assert slugify("!!!") != slugify("???")


def test_clash_takes_the_parents_slug_in_front():
    assert unique_slug("VPC", "aws", set()) == "vpc"
    assert unique_slug("VPC", "aws", {"vpc"}) == "aws-vpc"


def test_clash_without_a_free_parent_slug_takes_a_digest_then_a_number():
    taken = {"vpc"}
    digest = unique_slug("VPC", "", taken)
    assert re.fullmatch(r"vpc-[0-9a-f]{6}", digest)
    assert unique_slug("VPC", "", taken | {digest}) == "vpc-2"


@given(st.text(), st.text(max_size=200))
def test_unique_slug_is_free_valid_and_short(text, parent):
    taken = {slugify(text)}
    slug = unique_slug(text, slugify(parent), taken)
    assert slug not in taken
    assert SLUG.match(slug)
    assert len(slug) <= SLUG_LENGTH


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("https://Example.com", "https://example.com/"),
        ("HTTPS://zenn.dev:443/a/?utm_source=x&b=1#f", "https://zenn.dev/a/?b=1#f"),
        ("http://example.com:8080/", "http://example.com:8080/"),
        ("https://example.com/%e6%97%a5%7e", "https://example.com/%E6%97%A5~"),
        ("https://example.com/日本?q=語", "https://example.com/%E6%97%A5%E6%9C%AC?q=%E8%AA%9E"),
        ("https://日本語.example/", "https://xn--wgv71a119e.example/"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("https://example.com/?fbclid=1", "https://example.com/"),
        (" https://example.com/a ", "https://example.com/a"),
        ("mailto:Name@Example.COM", "mailto:Name@example.com"),
        ("http://[::1]:80/x", "http://[::1]/x"),
    ],
)
def test_url_has_one_spelling(written, canonical):
    assert canonical_url(written) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "https://inside.pixiv.blog/2022/08/04/120000",
        "https://zenn.dev/coefont/articles/25f0f649e0b42b",
        "https://prtimes.jp/main/html/rd/p/000000080.000078329.html",
    ],
)
def test_url_of_the_owners_file_is_canonical_as_written(url):
    assert canonical_url(url) == url


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("javascript:alert(1)", "url_scheme"),
        ("JaVaScRiPt:alert(1)", "url_scheme"),
        ("data:text/html,x", "url_scheme"),
        ("ftp://example.com/", "url_scheme"),
        ("//example.com/", "url_scheme"),
        ("example.com", "url_scheme"),
        ("", "url_scheme"),
        ("https://", "url_host"),
        ("https:///path", "url_host"),
        ("https://user:secret@example.com/", "url_host"),
        ("https://exa mple.com/", "url_characters"),
        ("java\nscript:alert(1)", "url_characters"),
        ("https://example.com/\x00", "url_characters"),
        ("https://example.com:99999/", "url_malformed"),
        ("https://[::1/", "url_malformed"),
        ("mailto:nobody", "url_mail"),
        ("https://example.com/" + "a" * 2000, "url_long"),
    ],
)
def test_url_that_is_none_is_refused(url, code):
    with pytest.raises(TextError) as refused:
        canonical_url(url)
    assert refused.value.code == code


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_canonical_url_is_a_fixed_point(path):
    try:
        once = canonical_url("https://example.com/" + path)
    except TextError:
        return
    assert canonical_url(once) == once
    assert once.isascii()


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_folding_makes_widths_and_cases_equal():
    assert fold("ＰＹＴＨＯＮ　ｶﾞｲﾄﾞ") == fold("python ガイド") == "python ガイド"


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("株式会社 CoeFont", "coefont"),
        ("ピクシブ株式会社", "ピクシブ"),
        ("（株）例", "例"),
        ("Gunosy.inc", "gunosy"),
        ("Example Co., Ltd.", "example"),
        ("株式会社", "株式会社"),
    ],
)
def test_core_name_leaves_out_the_legal_form(name, core):
    assert core_name(name) == core


def test_characters_that_cannot_be_stored_are_named():
    assert forbidden_character("a\x00") == "U+0000"
    assert forbidden_character("a\x0b") == "U+000B"
    assert forbidden_character("\ud800") == "U+D800"
    assert forbidden_character("a\tb\r\n　〜𠮷") is None
