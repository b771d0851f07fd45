import re
from itertools import product
from pathlib import Path

import pytest
from pygments.lexers import get_lexer_by_name

from resume.markup import render_html
from resume.markup.highlight import LANGUAGES, LONGEST_BLOCK, LONGEST_TOTAL, highlight_code

CSS = (Path(__file__).parents[2] / "static" / "site.css").read_text(encoding="utf-8")


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_known_languages_get_classes_and_no_styles():
    html = render_html("```python title=x\ndef f(): ...\n```")
    assert '<span class="k">def</span>' in html
    assert "style" not in html


@pytest.mark.parametrize("language", ["", "nosuch", '"><script>'])
def test_unknown_languages_are_plain(language):
    assert highlight_code("<b> & \n", language) == "&lt;b&gt; &amp; \n"


def test_every_language_of_the_list_has_a_lexer():
    for language in LANGUAGES:
        assert get_lexer_by_name(language)
        text = re.sub(r"<[^>]+>", "", highlight_code("a + b # c\n", language))
        assert text == "a + b # c\n", language


def test_code_that_a_lexer_may_choke_on_is_plain():
    line = "x = 1\n"
    assert "<span" in highlight_code(line * (LONGEST_BLOCK // 6), "python")
    assert "<span" not in highlight_code(line * (LONGEST_BLOCK // 6 + 1), "python")
    assert "<span" not in highlight_code("a\n" * 200, "c")
    assert "<span" not in highlight_code(line, "systemd")


def test_the_code_of_a_text_is_coloured_up_to_a_limit():
    block = "```python\n" + "x = 1\n" * 400 + "```\n"
    html = render_html(block * 12)
    blocks = html.split("<pre")[1:]
    assert ["<span" in part for part in blocks] == [
        2400 * place <= LONGEST_TOTAL for place in range(1, 13)
    ]


def test_code_keeps_its_blank_lines():
    html = highlight_code("\n\nx = 1\n\n", "python")
    assert re.sub(r"<[^>]+>", "", html) == "\n\nx = 1\n\n"


def test_the_colours_of_code_have_enough_contrast():
    found = re.findall(r"--code-(\w+): light-dark\((#\w{6}), (#\w{6})\);", CSS)
    schemes = [{name: light for name, light, _ in found}, {name: dark for name, _, dark in found}]
    assert [len(scheme) for scheme in schemes] == [8, 8]
    for scheme, name in product(schemes, schemes[0]):
        if name != "ground":
            assert contrast(scheme[name], scheme["ground"]) >= 4.5, name
    assert contrast("#777777", "#ffffff") < 4.5
