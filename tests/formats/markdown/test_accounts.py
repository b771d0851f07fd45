"""Accounts and sites whose address a line writes out."""

import pytest

from resume.document.schema import ProfileLink

from .test_item_tables import section


def told(*lines):
    """Return (label, kind, url) of what a section of links with these lines lists."""
    return [
        (item.label, item.kind, item.url)
        for line in section(*lines, title="リンク").children
        for item in line.items
        if isinstance(item, ProfileLink)
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- GitHub: https://github.com/jane", ("GitHub", "account", "https://github.com/jane")),
        ("- **Zenn**：https://zenn.dev/jane", ("Zenn", "account", "https://zenn.dev/jane")),
        ("GitHub: https://github.com/jane", ("GitHub", "account", "https://github.com/jane")),
        ("- Blog: https://jane.example", ("Blog", "website", "https://jane.example/")),
        ("- Blog: https://jane.example/", ("Blog", "website", "https://jane.example/")),
        ("- Blog: <https://jane.example>", ("Blog", "website", "https://jane.example/")),
        ("- <https://zenn.dev/jane>", ("zenn.dev/jane", "account", "https://zenn.dev/jane")),
        ("- https://zenn.dev/jane", ("zenn.dev/jane", "account", "https://zenn.dev/jane")),
    ],
)
def test_an_address_after_its_label_is_an_account_or_a_site(line, expected):
    assert told(line) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "- 記事: https://blog.example/2020/01/x.html",
        "- Blog: <https://jane.example",
        "- GitHub: https://GITHUB.com/jane",  # which would come back in other words
        "- GitHub: https://github.com/jane （会社）",
        "- メール: jane@mail.example",
    ],
)
def test_what_is_no_account_or_would_change_stays_text(line):
    assert told(line) == []
    assert section(line, title="リンク").body == line
