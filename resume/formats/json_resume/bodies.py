"""A record's Markdown as JSON Resume tells it: a text, and highlights that follow it."""


def join(text: str, highlights: list[str]) -> str:
    """Return Markdown: the text, then each highlight as a list item with what stands below it."""
    items = "\n".join(f"- {_indented(highlight)}" for highlight in highlights)
    return "\n\n".join(part for part in (with_line_feeds(text), items) if part)


def split(body: str) -> tuple[str, list[str]]:
    """Return the text of `body` and the items of the list that ends it.

    What stands below an item stays in its highlight. A body that `join` would not give back
    exactly is all text.
    """
    lines = body.split("\n")
    start = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        if lines[number].startswith("- "):
            if not number or not lines[number - 1]:
                start = number
        elif lines[number] and not lines[number].startswith("  "):
            break
    highlights: list[list[str]] = []
    for line in lines[start:]:
        if line.startswith("- "):
            highlights.append([line[2:]])
        else:
            highlights[-1].append(line[2:])
    text, items = "\n".join(lines[: max(start - 1, 0)]), ["\n".join(each) for each in highlights]
    if items and join(text, items) == body:
        return text, items
    return body, []


def with_line_feeds(text: str) -> str:
    """Return the text with the line ends that the models store."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _indented(highlight: str) -> str:
    first, *rest = with_line_feeds(highlight).split("\n")
    return "\n".join([first, *(f"  {line}" if line else "" for line in rest)])
