"""Finding things: a folded list of everything public, looked through word by word."""

from .excerpt import Piece, excerpt, marked
from .index import KEPT, Index
from .query import MOST_CHARACTERS, MOST_WORDS, Query, count_alone, find, parse

__all__ = [
    "KEPT",
    "MOST_CHARACTERS",
    "MOST_WORDS",
    "Index",
    "Piece",
    "Query",
    "count_alone",
    "excerpt",
    "find",
    "marked",
    "parse",
]
