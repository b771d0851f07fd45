"""Finding things: a folded list of everything public, looked through word by word."""

from .excerpt import Piece, excerpt, marked
from .index import KEPT, Index
from .query import Query, count_alone, find, parse

__all__ = ["KEPT", "Index", "Piece", "Query", "count_alone", "excerpt", "find", "marked", "parse"]
