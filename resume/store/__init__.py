"""Between the document and the database."""

from .imports import import_source, is_unedited, undo_import
from .load import load_resume
from .report import Report
from .save import SaveError, save_resume

__all__ = [
    "Report",
    "SaveError",
    "import_source",
    "is_unedited",
    "load_resume",
    "save_resume",
    "undo_import",
]
