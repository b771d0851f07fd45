"""A résumé as a Markdown 職務経歴書: read into a document, and written from one.

How a file is read, from the bottom up; a folder imports only what stands above it in this list:

- `text`: what one line, heading or label says by itself;
- `rows`: tables and lists of any notation as rows, and the employers whom these or events name;
- `projects`: projects that a text, a list or a row begins;
- `tree`: the headings of the file, and which of them name employers and projects;
- `employers`: employers whom no heading names;
- `reader` puts the document together: `entries` are headings with what stands under them, `lists`
  are lines of items. `centuries` goes before all of it, for years of two digits.

`writer` prints a document, in words (`wording`) that the reader takes for the same records. What it
prints is read as the same document again: `reader.parse` makes sure of it, with an eye on `blanks`,
and the tests of the laws do.
"""

from .reader import parse
from .writer import render

__all__ = ["parse", "render"]
