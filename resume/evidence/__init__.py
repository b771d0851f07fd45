"""Claims and their proof: what a text cites, which skills it names, and what proves them."""

from .citations import Citation, citations, publication_kind
from .matrix import Matrix, SkillTree, count_rows, matrix
from .months import Months, cover
from .proof import Proof, Stay, Use, prove
from .suggestions import Suggestion, all_suggestions, suggestions
from .tallies import Tally, tally

__all__ = [
    "Citation",
    "Matrix",
    "Months",
    "Proof",
    "SkillTree",
    "Stay",
    "Suggestion",
    "Tally",
    "Use",
    "all_suggestions",
    "citations",
    "count_rows",
    "cover",
    "matrix",
    "prove",
    "publication_kind",
    "suggestions",
    "tally",
]
