import re

import pytest
from django.utils.safestring import SafeString

from resume.markup import MAX_BYTES, MarkupError, check, links, parse, plain_text, render_html

TASKS = """\
- [x] done
- [ ] open [a](/a)

  more
"""


def test_the_result_is_safe_for_templates():
    assert isinstance(render_html("a & b"), SafeString)
    assert render_html("a & b") == "<p>a &amp; b</p>\n"


@pytest.mark.parametrize(
    ("text", "level", "tags"),
    [
        ("# a\n## b\n# c", 2, ["h2", "h3", "h2"]),
        ("## a\n### b", 2, ["h2", "h3"]),
        ("# a\n## b", 4, ["h4", "h5"]),
        ("# a\n###### b", 3, ["h3", "h6"]),
        ("<h1>a</h1>\n<h2>b</h2>", 2, ["h2", "h3"]),
        ("a\n===\n\nb\n---", 3, ["h3", "h4"]),
    ],
)
def test_the_highest_heading_gets_the_level_asked_for(text, level, tags):
    html = render_html(text, heading_level=level)
    assert re.findall(r"<(h\d)>", html) == tags
    assert re.findall(r"</(h\d)>", html) == tags


def test_table_cells_are_aligned_by_class():
    html = render_html("|a|b|c|d|\n|:-|:-:|-:|-|\n|1|2|3|4|")
    row = '{}<{tag} class="align-left">{}</{tag}>\n<{tag} class="align-center">{}</{tag}>\n'
    row += '<{tag} class="align-right">{}</{tag}>\n<{tag}>{}</{tag}>\n'
    assert row.format("<tr>\n", *"abcd", tag="th") in html
    assert row.format("<tr>\n", *"1234", tag="td") in html


def test_a_task_is_a_disabled_box_named_by_its_text():
    html = render_html(TASKS)
    box = '<label><input type="checkbox" class="task-list-item-checkbox"{} disabled=""> {}</label>'
    assert box.format(' checked=""', "done") in html
    assert box.format("", 'open <a href="/a" rel="noopener noreferrer">a</a>') in html


def test_footnotes_of_two_texts_on_a_page_have_their_own_ids():
    text = "a[^1] b[^1]\n\n[^1]: note"
    ids = {
        name: set(re.findall(r' id="([^"]+)"', render_html(text, document_id=name)))
        for name in ("post-1", "post-2", "")
    }
    assert [len(found) for found in ids.values()] == [3, 3, 3]
    assert len(set.union(*ids.values())) == 9
    html = render_html(text, document_id='x" onclick="')
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r' id="([^"]+)"', html))


def test_a_picture_of_this_site_is_shown_and_a_foreign_one_is_a_link():
    assert '<img src="/media/a.png" alt="図">' in render_html("![図](/media/a.png)")
    link = '<a href="https://example.com/a.png" rel="noopener noreferrer">図</a>'
    assert link in render_html("![図](https://example.com/a.png)")
    assert link in render_html('<img alt="図" onerror=x src="https://example.com/a.png">')
    assert link in render_html('<div><img src=https://example.com/a.png alt="図"></div>')
    assert "<img" not in render_html("![a](//example.com/a.png) <img src='/\\example.com/a'>")


def test_html_that_a_resume_uses_is_kept():
    for html in (
        '<details open=""><summary>要約</summary>本文</details>',
        "<ruby>経歴<rp>(</rp><rt>けいれき</rt><rp>)</rp></ruby>",
        "<kbd>Tab</kbd> <sub>2</sub> <sup>3</sup> <mark>印</mark>",
    ):
        assert html in render_html(html)


def test_ids_and_classes_of_the_page_cannot_be_taken():
    html = render_html('<p id="main" class="site-header">a</p><li id="fn-x-1">b')
    assert html == '<p>a</p><li id="fn-x-1">b</li>'


def test_html_is_rendered_without_closing_slashes():
    assert render_html("a  \nb\n\n---") == "<p>a<br>\nb</p>\n<hr>\n"


def test_plain_text_is_one_line_without_markup():
    text = (
        "# 見出し\n\n**太字**と`code`\nです  \n次 [link](/a) ![図](/a.png)\n\n- 項\n\n"
        "<details><summary>要</summary>約 &amp; <b>太</b></details>\n\n```python\nx = 1\n```\n\n"
        "<script>x</script>\n\na<br>b[^1]\n\n[^1]: 注"
    )
    assert plain_text(text) == ("見出し 太字とcode です 次 link 図 項 要 約 & 太 x = 1 a b 注")


def test_links_are_found_with_their_text_in_order():
    text = (
        "[**記事** A](https://example.com/a) と https://example.com/b です。<https://example.com/c>"
    )
    assert links(text) == [
        ("https://example.com/a", "記事 A"),
        ("https://example.com/b", "https://example.com/b"),
        ("https://example.com/c", "https://example.com/c"),
    ]
    assert links("text") == []


SIZE = MAX_BYTES // 8


def refusal(text):
    try:
        check(text)
    except MarkupError as error:
        return str(error).partition(":")[0]
    return None


@pytest.mark.parametrize(
    "piece",
    [
        *("[", "![", "`", "> ", "- ", "*a **b ", "_ a", "~~a", "<div>", "<b>", "<p><b>", "<!--"),
        *("<a ", "</", "&", "\\", "[a](", "[^", "[^a]: ", "http://", "http://a ", "a@b.co "),
        *("a|b\n", "a\n==\n", "1) a\n", "あ\n", "\t", "\0", "\ud800", "```x\n", " {#", "![a](b "),
    ],
)
def test_hostile_text_is_rendered_or_refused_in_words(piece):
    text = piece * (SIZE // len(piece.encode("utf-8", "surrogatepass")))
    html = render_html(text)
    error = refusal(text)
    assert error in (None, "Line 1 is nested too deeply")
    assert html.startswith('<pre class="code"') or error is None
    assert plain_text(text) is not None
    assert links(text) is not None
    assert parse(text).is_root
