"""Which content coding a visitor gets."""

import gzip

import brotli
import pytest

from portfolio import encodings
from portfolio.encodings import chosen, encoded


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("", "identity"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        ("br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br ; Q=0.2 , gzip ; q=0.1", "br"),
        ("gzip;q=0", "identity"),
        ("gzip;q=0.000, br;q=0.000", "identity"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("gzip, *;q=0", "gzip"),
        ("br;q=0, *;q=0.5", "gzip"),
        ("identity", "identity"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip;q=1", "gzip"),
        ("identity;q=0", "identity"),
        ("deflate, zstd", "identity"),
        ("gzip;q=2", "identity"),
        ("gzip;q=nan", "identity"),
        ("gzip;q", "identity"),
        (",,;;,gzip", "gzip"),
        ("gzip\x00", "identity"),
    ],
)
def test_the_coding_that_a_header_wants_most_is_chosen(header, coding):
    assert chosen(header) == coding


def test_what_is_remembered_of_headers_is_bounded():
    for number in range(3 * encodings.MOST_REMEMBERED):
        assert chosen(f"gzip, x{number}") == "gzip"
    assert chosen("gzip," + "x" * encodings.LONGEST_REMEMBERED) == "gzip"
    assert len(encodings._remembered) <= encodings.MOST_REMEMBERED
    assert max(map(len, encodings._remembered)) <= encodings.LONGEST_REMEMBERED


def test_every_coding_holds_the_same_body_and_is_the_same_at_any_time():
    body = "職務経歴書".encode() * 100
    found = encoded(body)
    assert found["identity"] == body
    assert gzip.decompress(found["gzip"]) == body
    assert brotli.decompress(found["br"]) == body
    assert encoded(body) == found
