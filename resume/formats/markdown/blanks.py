"""Blank lines that stand between blocks where a document is printed, and in no text of the file."""

from resume.document.schema import Resume


def has_printed_blanks(resume: Resume, text: str) -> bool:
    """True where a section's text is one of the file but for blank lines that it has besides.

    A document that was read from its printing may have them: two blocks are one in that reading.
    """
    lines = [line.strip() for line in text.splitlines()]
    whole, bare = "\n".join(lines), "\n".join(filter(None, lines))
    bodies = ([line.strip() for line in each.body.split("\n")] for each in resume.all_sections())
    return any(
        "\n".join(body) not in whole and "\n".join(filter(None, body)) in bare for body in bodies
    )
