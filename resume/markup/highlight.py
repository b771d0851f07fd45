"""Code in colours: Pygments classes, whose rules are in static/site.css."""

import re
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

# Many lexers take quadratic time on text that is not their language (one of them 50 s for 2,000
# spaces), so the languages are those that were measured, and the code of a block and of a text has
# a limit. What passes a limit is shown without colours.
# fmt: off
LANGUAGES = {
    "bash", "c", "clojure", "cmake", "console", "cpp", "cs", "csharp", "css", "c#", "c++", "dart",
    "diff", "docker", "dockerfile", "elixir", "erlang", "go", "golang", "graphql", "groovy",
    "haskell", "hcl", "html", "http", "ini", "java", "javascript", "js", "json", "jsx", "julia",
    "kotlin", "lua", "make", "makefile", "markdown", "matlab", "md", "nginx", "ocaml", "perl",
    "php", "postgresql", "powershell", "proto", "protobuf", "py", "pycon", "python", "r", "rb",
    "rs", "ruby", "rust", "scala", "scss", "sh", "shell", "sql", "swift", "terraform", "tf",
    "toml", "ts", "tsx", "typescript", "vim", "xml", "yaml", "yml", "zig",
}
# fmt: on
LONGEST_BLOCK = 2_500  # characters
LONGEST_TOTAL = 10_000  # characters of code in one text, counted by the renderer
UNPUNCTUATED = re.compile(r"[\w\s]{400}")  # no programming language, and the slowest of all

_FORMATTER = HtmlFormatter(nowrap=True)


def is_coloured(code: str, language: str) -> bool:
    """Return whether `code` gets colours: a known language, and text that a lexer can bear."""
    return (
        language.lower() in LANGUAGES
        and len(code) <= LONGEST_BLOCK
        and not UNPUNCTUATED.search(code)
    )


def highlight_code(code: str, language: str) -> str:
    """Return `code` as HTML with Pygments classes, or plain where `is_coloured` says so."""
    if not is_coloured(code, language):
        return escape(code)
    return highlight(code, get_lexer_by_name(language, stripnl=False), _FORMATTER)
