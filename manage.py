#!/usr/bin/env python
"""Django's command-line entry point."""

import os
import sys
from pathlib import Path


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portfolio.settings")
    if sys.argv[1:2] == ["demo"]:
        # The settings refuse to load without a secret, so a new installation gets its own first.
        from portfolio.secret import write_secret

        write_secret(Path(__file__).resolve().parent / ".env")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import Error

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Not started: {error}")
    except Error as error:
        from portfolio.database import explain, is_unavailable

        if not is_unavailable(error):
            raise
        sys.exit(f"Stopped: {explain(error)}")


if __name__ == "__main__":
    main()
