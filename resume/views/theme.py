"""The site's style sheet in the owner's accent colour, and the letter on it as an icon.

Both are made from their address alone: no query, and a browser may keep them for good.
"""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from resume.colours import STANDARD, accents
from resume.models.choices import ICON_LETTERS

ACCENT = """\
@layer theme {{
  :root {{
    --accent-light: {light};
    --accent-dark: {dark};
    --accent: light-dark(var(--accent-light), var(--accent-dark));
  }}
}}
"""
keep_for_good = cache_control(public=True, max_age=31_536_000, immutable=True)


@lru_cache(maxsize=16)
def style_sheet(colour):
    """Return site.css and then the accent, whose layer is the last and so wins.

    One sheet, not two: a page with a photo and a chosen icon is still four requests. A process
    reads site.css once, as it reads the code.
    """
    plain = Path(finders.find("site.css")).read_text(encoding="utf-8")
    return plain + ACCENT.format(**accents(colour)._asdict())


def theme_path(colour):
    """Return the address of an accent's style sheet; it changes with what the sheet says."""
    return reverse("theme", args=[colour.removeprefix("#"), _digest(colour)])


def letter_icon_path(letters, colour):
    """Return the address of an icon with `letters`; `colour` may be ""."""
    return reverse("letter_icon", args=[(colour or STANDARD).removeprefix("#"), letters])


@require_safe
@keep_for_good
@gzip_page
def theme(request, colour, digest):
    """Answer with the style sheet of a colour. Raises Http404 for what another version made."""
    if digest != _digest(f"#{colour}"):
        raise Http404
    return HttpResponse(style_sheet(f"#{colour}"), content_type="text/css; charset=utf-8")


@require_safe
@keep_for_good
def letter_icon(request, colour, letters):
    """Answer with a letter or two on the accent for light paper, on which white can be read.

    The icon brings its own ground, so it can be read in a light browser and in a dark one.
    """
    if len(letters) > ICON_LETTERS:
        raise Http404
    context = {"letters": letters, "ground": accents(f"#{colour}").light}
    return render(request, "icon.svg", context, content_type="image/svg+xml")


def _digest(colour):
    return hashlib.sha256(style_sheet(colour).encode()).hexdigest()[:8]
