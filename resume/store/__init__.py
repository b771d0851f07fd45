"""Between the document and the database."""

from .load import load_resume

__all__ = ["load_resume"]
