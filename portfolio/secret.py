"""The secret of a new installation: standard library only, it comes before any setting."""

import os
import re
import secrets

SECRET_KEY = re.compile(r"^(?:export )?SECRET_KEY=(.*)$", re.MULTILINE)


def write_secret(path):
    """Write a random SECRET_KEY into the `.env` file at path, unless it or the environment has one.

    Returns whether it wrote. A new file is readable by its owner alone; the rest of an old one is
    kept as it is.
    """
    try:
        known = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        known = ""
    set_already = SECRET_KEY.search(known)
    if os.environ.get("SECRET_KEY") or (set_already and set_already[1].strip()):
        return False
    line = f"SECRET_KEY={secrets.token_urlsafe(50)}"
    if set_already:
        text = SECRET_KEY.sub(line, known, count=1)
    else:
        text = known + ("\n" if known and not known.endswith("\n") else "") + line + "\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    return True
