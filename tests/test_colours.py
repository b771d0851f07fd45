"""Whatever colour an owner chooses, what is made of it can be read on both papers."""

import colorsys
import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from resume import colours
from resume.colours import accents, contrast

every_colour = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def least_contrast(colour, papers):
    return min(contrast(colour, paper) for paper in papers)


def unreadable(light, dark):
    """Return whether one of two accents is hard to read on its papers."""
    return (
        least_contrast(light, colours.LIGHT_PAPERS) < 4.5
        or least_contrast(dark, colours.DARK_PAPERS) < 4.5
    )


@given(every_colour)
def test_every_colour_gives_two_accents_that_can_be_read(colour):
    assert not unreadable(*accents(colour))
    assert all(colours.COLOUR.fullmatch(accent) for accent in accents(colour))


def test_the_corners_the_greys_and_a_grid_of_all_colours_can_be_read():
    levels = [0, 1, 37, 74, 111, 128, 148, 185, 222, 254, 255]
    grid = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in product(levels, repeat=3)]
    greys = [f"#{level:02x}{level:02x}{level:02x}" for level in range(256)]
    assert [colour for colour in grid + greys if unreadable(*accents(colour))] == []
    assert unreadable("#ffe600", "#ffe600")
    assert unreadable("#001f4d", "#001f4d")


@given(every_colour)
def test_a_colour_that_can_be_read_already_stays_and_staying_is_final(colour):
    light, dark = accents(colour)
    if least_contrast(colour, colours.LIGHT_PAPERS) >= colours.LIGHT_CONTRAST:
        assert light == colour
    if least_contrast(colour, colours.DARK_PAPERS) >= colours.DARK_CONTRAST:
        assert dark == colour
    assert accents(light).light == light
    assert accents(dark).dark == dark


@pytest.mark.parametrize("chosen", ["#ffe600", "#00ffcc", "#ff00ff", "#c0392b", "#001f4d"])
def test_the_hue_stays_what_was_chosen(chosen):
    def hue(colour):
        return colours._to_oklch(colour)[2]

    for accent in accents(chosen):
        assert hue(accent) == pytest.approx(hue(chosen), abs=0.1)
        assert colorsys.rgb_to_hsv(*colours._linear(accent))[1] > 0.3


def test_no_more_lightness_is_taken_than_is_needed():
    assert least_contrast(accents("#ffe600").light, colours.LIGHT_PAPERS) < 4.6
    assert least_contrast(accents("#001f4d").dark, colours.DARK_PAPERS) < 7.2


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#0b5c8a", "#0b5c8a") == 1


def test_the_papers_and_the_standard_accent_are_those_of_the_style_sheet():
    css = (Path(settings.BASE_DIR) / "static" / "site.css").read_text(encoding="utf-8")

    def token(name):
        return re.search(rf"--{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", css).groups()

    assert list(zip(token("paper"), token("raised"), strict=True)) == [
        colours.LIGHT_PAPERS,
        colours.DARK_PAPERS,
    ]
    light, dark = token("accent")
    assert light == colours.STANDARD
    assert least_contrast(light, colours.LIGHT_PAPERS) >= 4.5
    assert least_contrast(dark, colours.DARK_PAPERS) >= 4.5
