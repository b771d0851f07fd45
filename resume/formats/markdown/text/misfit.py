"""What does not fit a list of items, and the marks by which the readers of lines tell it."""

import re

CLAIMED = re.compile(r"^(?P<name>.*?\S)(?P<space>\s*)[(（](?P<claim>[^()（）]+)[)）]$")
MARKS = re.compile(r"[\[\]`*<>|]|https?:")
SENTENCE = re.compile(
    r"[。！？!?]|(?:です|ます|した|する|でした|できる|可能|行う|こと|経験|あり|等|など)$"
)
# "DB：MySQL", "**DB：** MySQL"
LEAD = re.compile(
    r"^(?P<lead>(?:\*\*(?=[^*]{1,30}[:：]\*\*))?[^:：()（）\[\]]{1,30}[:：](?:\*\*)?)"
    r"(?P<space>\s*)(?P<rest>\S.*)$"
)


class Misfit(ValueError):  # noqa: N818 (no error of anybody: the text is kept as it is)
    """A line that is not what its list holds."""
