"""What does not fit a list of items, and the marks by which the readers of lines tell it."""

import re

CLAIMED = re.compile(r"^(?P<name>.*?\S)(?P<space>\s*)[(（](?P<claim>[^()（）]+)[)）]$")
MARKS = re.compile(r"[\[\]`*<>|]|https?:")


class Misfit(ValueError):  # noqa: N818 (no error of anybody: the text is kept as it is)
    """A line that is not what its list holds."""
