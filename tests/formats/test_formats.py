"""Bytes to text to a document: encodings recognised, formats told, all else refused in words."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from resume.document.source import SourceError
from resume.formats import FORMATS, MAX_BYTES, decode, guess, parse

CAREER = (Path(settings.BASE_DIR) / "fixtures" / "career.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("cp932", "Shift_JIS"),
        ("euc_jp", "EUC-JP"),
        ("iso2022_jp", "ISO-2022-JP"),
        ("utf-16", "UTF-16"),
    ],
)
def test_a_file_in_an_older_encoding_is_read_and_the_owner_told(codec, name):
    text = CAREER.replace("～", "〜").replace("〜", "から").replace("~", "-").replace("・", "、")
    data = text.encode(codec, "ignore")
    decoded, notes = decode(data)
    assert decoded == data.decode(codec)
    assert [note.params for note in notes] == [{"encoding": name}]


def test_utf_8_is_read_without_a_note_and_its_mark_is_no_text():
    assert decode(CAREER.encode()) == (CAREER, ())
    assert decode(CAREER.encode("utf-8-sig")) == (CAREER, ())


@pytest.mark.parametrize(
    ("data", "place", "words"),
    [
        (b"", "", "empty"),
        (b" \n\t\n", "", "empty"),
        (b"# a\nb\x00c\n", "2", "U+0000"),
        (b"# a\n\x1bz", "2", "U+001B"),
        (b"# a\n\x80\xff\xff\x81", "2", "no text"),
        (b"x" * (MAX_BYTES + 1), "", "bytes"),
        (b"%PDF-1.7\n", "", "a PDF, and only text is read. Save the résumé as plain text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "", "Word"),
        (b"{\\rtf1\\ansi a}", "", "Word"),
        (b"\x89PNG\r\n\x1a\n", "", "a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "", "a picture"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(data, place, words):
    with pytest.raises(SourceError) as refusal:
        parse(data)
    assert refusal.value.place == place
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("[Content_Types].xml", "another office program"),
        ("Index/Document.iwa", "another office program"),
        ("career.md", "an archive; unpack it"),
        ("資料/職務経歴書.docx", "an archive; unpack it"),
    ],
)
def test_a_file_of_an_office_program_is_told_from_an_archive(member, words):
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr(member, "x")
        archive.writestr("word/document.xml", "x")
    with pytest.raises(SourceError, match=words):
        parse(data.getvalue())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 職務経歴書\n", "markdown"),
        ("本文だけ", "markdown"),
        ("[link](https://example.com/)", "markdown"),
        ("{{ name }}\n", "markdown"),
        ('{"basics": {}}', "json"),
        ('  {"basics": ', "json"),
        ('[{"a": 1}]', "json"),
        ("cv:\n  name: A\n", "rendercv"),
        ("# RenderCV\n\ncv:\n", "markdown"),
    ],
)
def test_the_format_is_told_by_the_content(text, name):
    assert guess(text) == name


def test_an_unknown_format_is_refused_with_those_that_are_known():
    with pytest.raises(SourceError, match="markdown, rendercv"):
        parse(b"x", "docx")


@given(st.binary(max_size=80), st.sampled_from([None, *FORMATS]))
def test_any_bytes_are_read_or_refused_in_words(data, name):
    try:
        source = parse(data, name)
    except SourceError as refusal:
        assert str(refusal)  # noqa: PT017
    else:
        assert source.format in FORMATS
