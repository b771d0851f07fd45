"""A body in the content codings that browsers ask for."""

import gzip

import brotli

# Above these the bytes hardly shrink, and the time grows tenfold.
BROTLI_QUALITY = 5
GZIP_LEVEL = 6


def brotli_of(body: bytes) -> bytes:
    """Return the body in the coding `br`. The same body gives the same bytes at any time."""
    coded: bytes = brotli.compress(body, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
    return coded


def gzip_of(body: bytes) -> bytes:
    """Return the body in the coding `gzip`. The same body gives the same bytes at any time."""
    return gzip.compress(body, compresslevel=GZIP_LEVEL, mtime=0)
