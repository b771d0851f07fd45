"""Claims and their proof: what a text cites, which skills it names, and what proves them."""

from .citations import Citation, citations, publication_kind
from .months import Months, cover
from .proof import Proof, Tally, Use, prove, tally, unproved
from .suggestions import Suggestion, suggestions

__all__ = [
    "Citation",
    "Months",
    "Proof",
    "Suggestion",
    "Tally",
    "Use",
    "citations",
    "cover",
    "prove",
    "publication_kind",
    "suggestions",
    "tally",
    "unproved",
]
