"""A résumé as a Markdown 職務経歴書: read into a document, and written from one."""

from .reader import parse
from .writer import render

__all__ = ["parse", "render"]
