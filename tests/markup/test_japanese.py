import pytest
from markdown_it import MarkdownIt

from resume.markup import render_html


def paragraph(text):
    return render_html(text).removeprefix("<p>").removesuffix("</p>\n")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**「重要」**です", "<strong>「重要」</strong>です"),
        ("これは**「強調」**です", "これは<strong>「強調」</strong>です"),
        ("**テスト。**テスト", "<strong>テスト。</strong>テスト"),
        ("速度は**3倍（当社比）**になった", "速度は<strong>3倍（当社比）</strong>になった"),
        ("設計は**API(v2)**が対象", "設計は<strong>API(v2)</strong>が対象"),
        ("本番は*『検証』*のあと", "本番は<em>『検証』</em>のあと"),
        ("~~「旧版」~~は廃止", "<s>「旧版」</s>は廃止"),
        ("予定~~（未定）~~です", "予定<s>（未定）</s>です"),
        ("**`make`**で起動", "<strong><code>make</code></strong>で起動"),
        (
            "**[手順](/a)**を読む",
            '<strong><a href="/a" rel="noopener noreferrer">手順</a></strong>を読む',
        ),
        ("***「両方」***だ", "<em><strong>「両方」</strong></em>だ"),
        ("**𠮷「野」**家", "<strong>𠮷「野」</strong>家"),
        ("** 空白**です", "** 空白**です"),
        ("~無死一塁~", "~無死一塁~"),
        ("変数_名前_です", "変数_名前_です"),
    ],
)
def test_emphasis_works_beside_japanese_punctuation(text, html):
    assert paragraph(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "**bold** *it* ***both***",
        'a**"quoted"**b',
        '**"quoted"**b',
        "a * b * c, 2*3*4, **a.**b",
        "snake_case_name and __init__ _x_",
        "*(**foo**)* **foo*bar**",
        "a**👍**b **👍**b",
        "**한국어!**는 `x`**y**",
        "foo***bar***baz ****x**** *a **b* c**",
        "Привет**«мир»**да",
    ],
)
def test_text_without_japanese_gives_what_commonmark_gives(text):
    plain = MarkdownIt("commonmark").render(text)
    assert render_html(text) == plain.replace("&quot;", '"')


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("日本\n語", "日本語"),
        ("終わり。\n始まり", "終わり。始まり"),
        ("**太字**\nです", "<strong>太字</strong>です"),
        ("<mark>印</mark>\nです", "<mark>印</mark>です"),
        ("日本\nEnglish", "日本\nEnglish"),
        ("English\n日本", "English\n日本"),
        ("one\ntwo", "one\ntwo"),
        ("한국\n어", "한국\n어"),
    ],
)
def test_a_soft_break_leaves_no_space_between_japanese_characters(text, html):
    assert paragraph(text) == html


@pytest.mark.parametrize("written", ["日本  \n語", "日本\\\n語", "日本<br>\n語"])
def test_a_hard_break_is_kept(written):
    assert paragraph(written) == "日本<br>\n語"


def test_full_width_spaces_are_kept():
    assert paragraph("　字下げ　した。\n　次の行") == "　字下げ　した。　次の行"
    assert "<li>　項目</li>" in render_html("- 　項目")


@pytest.mark.parametrize(
    ("text", "address", "rest"),
    [
        ("https://example.com/aを見て", "https://example.com/a", "を見て"),
        ("https://example.com/a（参考）", "https://example.com/a", "（参考）"),
        ("https://example.com/a。", "https://example.com/a", "。"),
        ("https://example.comです", "https://example.com", "です"),
        ("http://example.com/a_b_c、次", "http://example.com/a_b_c", "、次"),
    ],
)
def test_a_bare_url_ends_at_a_japanese_character(text, address, rest):
    link = f'<a href="{address}" rel="noopener noreferrer">{address}</a>'
    assert paragraph(text) == link + rest
    assert paragraph("詳細は" + text) == "詳細は" + link + rest


def test_an_address_in_angle_brackets_may_hold_japanese():
    assert 'href="https://example.com/%E6%97%A5"' in render_html("<https://example.com/日>")


@pytest.mark.parametrize("text", ["README.md", "Node.js", "ftp://example.com", "//example.com"])
def test_only_http_addresses_become_links(text):
    assert paragraph(text) == text
