import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resume.markup import MAX_BYTES, MarkupError, check, parse, render_html
from resume.markup.parser import TooDeepError, TooLongError, _make_parser

CAREER = (Path(__file__).parents[2] / "fixtures" / "career.md").read_text(encoding="utf-8")


def bullets(node, depth=0):
    for child in node.children:
        if child.type == "list_item":
            yield depth, child.children[0].children[0].content
        yield from bullets(child, depth + (child.type == "bullet_list"))


def nested_list(levels):
    return "\n".join(f"{'  ' * level}- 段{level}" for level in range(levels))


def test_all_bullets_of_the_career_file_keep_their_depth():
    found = list(bullets(parse(CAREER)))
    assert Counter(depth for depth, _ in found) == {1: 35, 2: 92, 3: 14}
    written = re.findall(r"^( *)- (.*?) *$", CAREER, re.MULTILINE)
    assert [(depth, text.partition("\n")[0].rstrip()) for depth, text in found] == [
        (len(indent) // 2 + 1, text) for indent, text in written
    ]


def test_all_hard_breaks_of_the_career_file_are_kept():
    tree = parse(CAREER)
    assert sum(node.type == "hardbreak" for node in tree.walk()) == 11
    assert render_html(CAREER).count("<br>") == 11


def test_the_mark_at_the_end_of_a_bullet_is_not_printed():
    assert "<li>設計</li>" in render_html("- 設計 {#design}")
    assert "{#design}" in render_html("設計 {#design}")


def test_a_text_at_the_limits_is_accepted():
    check("a" * MAX_BYTES)
    check(nested_list(19))


def test_a_too_long_text_is_refused_with_its_size():
    text = "あ" * (MAX_BYTES // 3 + 1)
    with pytest.raises(TooLongError) as refusal:
        check(text)
    assert refusal.value.code == "too_long"
    assert refusal.value.params == {"size": len(text) * 3, "limit": MAX_BYTES}
    assert str(refusal.value) == refusal.value.message % refusal.value.params


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("前\n\n" + nested_list(20), 22),
        (nested_list(200), 20),
        ("a\n\n" + "> " * 41 + "a", 3),
        ("a\n\n" + "[" * 41, 3),
        ("a\n\n" + "*a **a " * 30 + "b** c* " * 30, 3),
        ("a\n\n" + "![a" * 9 + "](/b)" * 9, 3),
    ],
)
def test_a_too_deep_text_is_refused_with_its_line(text, line):
    with pytest.raises(TooDeepError) as refusal:
        check(text)
    assert refusal.value.code == "too_deep"
    assert refusal.value.params["line"] == line
    assert isinstance(refusal.value, MarkupError)


@pytest.mark.parametrize("text", [nested_list(9), nested_list(20), nested_list(200)])
def test_no_nesting_loses_text(text):
    html = render_html(text)
    assert all(word in html for word in re.findall(r"段\d+", text))


def test_a_refused_text_is_shown_whole_as_plain_text():
    text = "<b>\n\n" + nested_list(50)
    html = render_html(text)
    assert html.startswith('<pre class="code" tabindex="0"><code>&lt;b&gt;\n\n- 段0')
    assert html.count("段") == 50
    assert [node.type for node in parse(text).children] == ["code_block"]


WITHOUT_SHORTCUT = _make_parser().disable("plain_line")
WITH_SHORTCUT = _make_parser()
STARTS = ["", " ", "    ", "\t", "\u3000", "> ", "- ", "  ", "1. ", "[^a]: ", "[a]: ", "# ", "<p>"]
WORDS = ["", "語", "word", "a | b", "- | -", "---", "===", "a. b", "É", "１", "ⅰ", "[^a]", "```"]
LINES = st.tuples(st.lists(st.sampled_from(STARTS), max_size=3), st.sampled_from(WORDS))


@settings(max_examples=500, deadline=None)
@given(st.lists(LINES, max_size=8))
def test_a_plain_line_is_the_paragraph_that_all_rules_make_of_it(lines):
    text = "\n".join("".join(starts) + words for starts, words in lines)
    assert WITH_SHORTCUT.parse(text) == WITHOUT_SHORTCUT.parse(text)


def test_plain_lines_need_no_other_rule():
    alone = _make_parser()
    alone.block.ruler.enableOnly(["plain_line"])
    tokens = alone.parse("語の行\n\n\n  One line. \n")
    assert [token.content for token in tokens if token.type == "inline"] == ["語の行", "One line."]
    with pytest.raises(RuntimeError):
        alone.parse("# 語")
