"""The accent colour: one is chosen, and one that can be read is computed for each paper.

Only the lightness changes, in OKLCH, where a step of it looks alike in every hue: Björn Ottosson,
"A perceptual color space for image processing" (https://bottosson.github.io/posts/oklab/), which
CSS Color Module Level 4, section 9, takes over. A lightness at which sRGB cannot show the colour's
chroma takes as much of it as there is, as section 13.2 of that module does.
"""

import math
import re
from functools import lru_cache
from typing import NamedTuple

# What the accent is read on: --paper and --raised of static/site.css, in the light and the dark.
LIGHT_PAPERS = ("#fbfaf7", "#f2f0ea")
DARK_PAPERS = ("#16181b", "#1f2327")
# WCAG 2.2, criterion 1.4.3 asks 4.5 of text; it holds the 3 of criterion 1.4.11 for outlines too.
LIGHT_CONTRAST = 4.5
# Thin light letters fade on dark paper, so they get what criterion 1.4.6 asks.
DARK_CONTRAST = 7.0

# --accent of static/site.css in the light: what a site has before its owner chooses.
STANDARD = "#0b5c8a"
COLOUR = re.compile(r"#[0-9a-f]{6}")

# Steps of a bisection: finer than the 256 levels of a channel.
STEPS = 16


class Accents(NamedTuple):
    """The accent on the light paper and on the dark one, as #rrggbb."""

    light: str
    dark: str


@lru_cache(maxsize=64)
def accents(colour: str) -> Accents:
    """Return the two accents nearest to `colour` ("#rrggbb") that can be read as text.

    A colour that can be read already stays as it is.
    """
    return Accents(
        _readable(colour, LIGHT_PAPERS, LIGHT_CONTRAST, towards=0.0),
        _readable(colour, DARK_PAPERS, DARK_CONTRAST, towards=1.0),
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _readable(colour: str, papers: tuple[str, ...], ratio: float, towards: float) -> str:
    """Return `colour`, moved no further `towards` black or white than `ratio` asks."""

    def fits(candidate: str) -> bool:
        return all(contrast(candidate, paper) >= ratio for paper in papers)

    if fits(colour):
        return colour
    near, chroma, hue = _to_oklch(colour)
    far = towards
    # Black and white fit; `found` is only ever replaced by what fits too.
    found = _from_oklch(far, 0.0, 0.0)
    for _ in range(STEPS):
        middle = (near + far) / 2
        candidate = _from_oklch(middle, chroma, hue)
        if fits(candidate):
            far, found = middle, candidate
        else:
            near = middle
    return found


def _linear(colour: str) -> tuple[float, float, float]:
    """Return the light of the three channels, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))

    def light(level: float) -> float:
        return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4

    return light(red), light(green), light(blue)


def _hexadecimal(channels: tuple[float, float, float]) -> str:
    def level(light: float) -> int:
        light = min(max(light, 0.0), 1.0)
        share = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
        return round(share * 255)

    return "#" + "".join(f"{level(light):02x}" for light in channels)


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_oklch(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Return the colour with as much of `chroma` as sRGB has at that lightness and hue."""
    channels = _channels(lightness, chroma, hue)
    if not _shown(channels):
        least, most = 0.0, chroma
        for _ in range(STEPS):
            middle = (least + most) / 2
            if _shown(_channels(lightness, middle, hue)):
                least = middle
            else:
                most = middle
        channels = _channels(lightness, least, hue)
    return _hexadecimal(channels)


def _channels(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shown(channels: tuple[float, float, float]) -> bool:
    # A ten-thousandth of light is less than half a level of 256.
    return all(-0.0001 <= light <= 1.0001 for light in channels)
