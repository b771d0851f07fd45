"""What a page links to, read from its bytes."""

import pytest

from resume.output.base import Base
from resume.output.links import identifiers, inside, links

PAGE = b"""
<link rel="canonical" href="https://example.com/cv/a/"><a title="a > b" href="/cv/b/?x=1&amp;y=2">
<img srcset="/cv/media/a.240.webp 240w, /cv/media/a.webp 900w" src='/cv/media/a.webp'>
<meta property="og:image" content="https://example.com/cv/media/b.webp">
<meta property="og:title" content="/cv/title/"><p>a href="/cv/text/" &lt;a href="/cv/code/"></p>
<h2 id="\xe6\xad\xb4&amp;">href="/cv/heading/"</h2>
"""


def test_a_page_names_what_it_links_to_and_loads():
    assert list(links(PAGE, "text/html")) == [
        "https://example.com/cv/a/",
        "/cv/b/?x=1&y=2",
        "/cv/media/a.webp",
        "/cv/media/a.240.webp",
        "https://example.com/cv/media/b.webp",
    ]


def test_a_sitemap_names_its_pages_and_parts():
    body = b'<loc>https://example.com/a?b&amp;c</loc><xhtml:link href="https://example.com/en/a"/>'
    assert list(links(body, "application/xml")) == [
        "https://example.com/en/a",
        "https://example.com/a?b&c",
    ]


def test_a_style_sheet_names_what_it_loads():
    body = b"@font-face { src: url( 'a.woff2' ) } a { background: url(/b.svg) }"
    assert list(links(body, "text/css")) == ["a.woff2", "/b.svg"]


def test_the_ids_of_a_page_are_what_fragments_may_name():
    assert identifiers(PAGE) == {"歴&"}


@pytest.mark.parametrize(
    ("link", "place"),
    [
        ("/cv/a/", ("/cv/a/", "")),
        ("/cv/%E6%AD%B4/?page=2#%E6%AD%B4", ("/cv/歴/", "歴")),
        ("#x", ("/cv/here/", "x")),
        ("../a/", ("/cv/a/", "")),
        ("https://example.com/cv/a/", ("/cv/a/", "")),
        ("/outside/", ("/outside/", "")),
        ("https://example.com/outside/", None),
        ("https://other.example/cv/", None),
        ("//other.example/cv/", None),
        ("mailto:a@example.com", None),
    ],
)
def test_a_link_leads_into_the_site_or_out_of_it(link, place):
    assert inside(link, "/cv/here/", Base("https://example.com", "/cv/")) == place
