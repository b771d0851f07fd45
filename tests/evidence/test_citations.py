"""What a text cites, and what the address of it tells."""

import pytest

from resume.evidence import Citation, citations, publication_kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "[題](https://zenn.dev/a/articles/1)",
            [("https://zenn.dev/a/articles/1", "題", "article")],
        ),
        (
            "<https://zenn.dev/a/articles/1>",
            [("https://zenn.dev/a/articles/1",) * 2 + ("article",)],
        ),
        (
            "[題][1]\n\n[1]: https://qiita.com/a/items/1",
            [("https://qiita.com/a/items/1", "題", "article")],
        ),
        (
            "[**題** `x`](HTTPS://Zenn.dev/a/articles/1?utm_source=x)",
            [("https://zenn.dev/a/articles/1", "題 x", "article")],
        ),
        ("[社](https://example.com/)", [("https://example.com/", "社", "")]),
        ("`[題](https://zenn.dev/a/articles/1)`", []),
        ("```\n[題](https://zenn.dev/a/articles/1)\n```", []),
        ("![図](https://zenn.dev/a/articles/1.png)", []),
        ("[電話](tel:0312345678) [文](mailto:a@example.com) [節](#a)", []),
        ("[罠](javascript:alert(1)) [穴](http://a:b@c/) [空]( )", []),
        ("リンクのない文", []),
    ],
)
def test_a_citation_is_a_link_of_the_text(text, found):
    assert list(citations(text)) == [Citation(*each) for each in found]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://prtimes.jp/main/html/rd/p/000000080.000078329.html", "press_release"),
        ("https://prtimes.jp/", ""),
        ("https://github.com/a/b", "repository"),
        ("https://github.com/a", ""),
        ("https://zenn.dev/coefont/articles/25f0f649e0b42b", "article"),
        ("https://zenn.dev/sugasuga", ""),
        ("https://inside.pixiv.blog/2022/08/04/120000", "article"),
        ("https://speakerdeck.com/a/b", "talk"),
        ("https://arxiv.org/abs/2001.00001", "paper"),
        ("https://example.com/about", ""),
    ],
)
def test_an_address_tells_what_it_leads_to(url, kind):
    assert publication_kind(url) == kind
