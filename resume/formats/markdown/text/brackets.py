"""What stands in brackets at the end of a line, and the date that ends it."""

from resume.document.periods import find_dates

OPENING, CLOSING = "(（", ")）"
COMMA = ", "


def last_bracket(text: str) -> tuple[str, str]:
    """Return what stands before the brackets that end a text, and in them; ("", "") without."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] in CLOSING) - (text[place] in OPENING)
        if depth <= 0:
            is_whole = place < len(text) - 1 and text[place] in OPENING
            return (text[:place].rstrip(), text[place + 1 : -1]) if is_whole else ("", "")
    return "", ""


def split_date(text: str) -> tuple[str, str]:
    """Return what stands before the date that ends a text after a comma, and the date.

    "IPA, 2015/06" gives ("IPA", "2015-06"), a date alone ("", "2015-06"), and what ends in no date
    the text itself.
    """
    rest, _comma, last = text.rpartition(COMMA)
    found = next(find_dates(last), None)
    is_whole = found and not found.first and found.last == len(last)
    return (rest, str(found.date)) if found and is_whole else (text, "")
