"""The secret of a new installation: standard library only, it comes before any setting."""

import os
import re
import secrets


def write_secret(path):
    """Append a random SECRET_KEY to the `.env` file at path, unless one is set there or around us.

    Returns whether it wrote. The file is made readable by its owner alone.
    """
    try:
        known = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        known = ""
    if os.environ.get("SECRET_KEY") or re.search(r"^(export )?SECRET_KEY=.", known, re.MULTILINE):
        return False
    start = "\n" if known and not known.endswith("\n") else ""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{start}SECRET_KEY={secrets.token_urlsafe(50)}\n")
    return True
