"""Claims and their proof: what a text cites, which skills it names, and what proves them."""

from .citations import Citation, citations, publication_kind
from .suggestions import Suggestion, all_suggestions, suggestions

__all__ = [
    "Citation",
    "Suggestion",
    "all_suggestions",
    "citations",
    "publication_kind",
    "suggestions",
]
