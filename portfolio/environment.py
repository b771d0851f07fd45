"""Reading environment variables: a value is understood, or refused with what to write instead."""

import os
import re
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")
BUCKET_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")

environ.Env.read_env(BASE_DIR / ".env")


def text(name, default=""):
    """Return the variable without outer spaces, or the default when it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def boolean(name, default):
    """Return the variable as a truth value. Raises ImproperlyConfigured on any other word."""
    words = {"on": True, "true": True, "yes": True, "1": True}
    words |= {"off": False, "false": False, "no": False, "0": False}
    value = text(name, "on" if default else "off").lower()
    if value not in words:
        raise ImproperlyConfigured(f"{name} is neither on nor off. Write {name}=on or {name}=off.")
    return words[value]


def count(name, default):
    """Return the variable as a number, zero or more. Raises ImproperlyConfigured otherwise."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and len(value) < 7):
        raise ImproperlyConfigured(
            f"{name} is not a whole number. Write {name}={default} or leave it out."
        )
    return int(value)


def is_loopback(host):
    """Return whether this host name or address reaches nothing but this machine."""
    name = host.strip("[]").rstrip(".").lower()
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def origin(name, default):
    """Return (origin, host) of the variable, the origin as scheme://host[:port].

    Raises ImproperlyConfigured when it is something else, and for plain http on a public host:
    the cookies there are for https alone, so nobody could log in.
    """
    value = text(name, default)
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if not host or parts.scheme not in ("http", "https") or parts.username is not None:
        raise ImproperlyConfigured(
            f"{name} is not an origin. Write scheme and host alone, as in {name}=https://example.com"
        )
    if ":" in host:
        host = f"[{host}]"
    clean = f"{parts.scheme}://{host}" + (f":{port}" if port is not None else "")
    if value.lower().rstrip("/") != clean:
        raise ImproperlyConfigured(
            f"{name} holds more than an origin. Without a path it would be {name}={clean}"
        )
    if parts.scheme == "http" and not is_loopback(host):
        raise ImproperlyConfigured(
            f"{name} is plain http on a public host. Write {name}=https://{host}"
        )
    return clean, host


def bucket(name):
    """Return the variable as the name of a bucket, "" when it is empty.

    Raises ImproperlyConfigured for what is no name by the rules of S3
    (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html).
    """
    value = text(name)
    if value and not BUCKET_NAME.fullmatch(value):
        raise ImproperlyConfigured(
            f"{name} is no name of a bucket. Write the name alone, as in {name}=example-media"
        )
    return value


def endpoint(name):
    """Return the variable as the address of a service, without a slash at its end; "" when empty.

    Plain http is accepted: the store may be a neighbour in a private network. Raises
    ImproperlyConfigured when it is no address, or holds a password, which it never repeats.
    """
    value = text(name)
    try:
        parts = urlsplit(value)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    is_address = host and parts.scheme in ("http", "https") and parts.username is None
    if value and (not is_address or parts.query or parts.fragment):
        raise ImproperlyConfigured(
            f"{name} is not the address of a store. Write {name}=https://s3.example.com"
        )
    return value.rstrip("/")


def database(name):
    """Return Django's description of the database that the variable names.

    Raises ImproperlyConfigured when it is not the URL of a SQLite file or a PostgreSQL database.
    The message never repeats the value: it may hold a password.
    """
    value = text(name)
    if not value:
        return sqlite(BASE_DIR / "data" / "keireki.sqlite3")
    try:
        scheme = urlsplit(value).scheme
        config = environ.Env.db_url_config(value) if scheme in DATABASE_SCHEMES else {}
    except ValueError:
        config = {}
    if config.get("NAME", ":memory:") in ("", ":memory:"):
        raise ImproperlyConfigured(
            f"{name} is not understood. Write {name}=sqlite:////full/path/keireki.sqlite3 or "
            f"{name}=postgres://user:password@host:5432/name (percent-encode the password)."
        )
    if scheme == "sqlite":
        return sqlite(BASE_DIR / config["NAME"], **config.get("OPTIONS", {}))
    return postgresql(config)


def sqlite(path, **options):
    """Return the description of a SQLite file that many readers and writers may share.

    IMMEDIATE with a timeout is what makes concurrent writers wait instead of failing; WAL lets
    readers go on meanwhile.
    """
    pragmas = "journal_mode=WAL", "synchronous=NORMAL", "journal_size_limit=67108864"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        # Opening the file anew costs a tenth of the longest page. Who puts another file in its
        # place stops the server first.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
            **options,
        },
    }


def postgresql(config):
    """Return the description of a PostgreSQL database whose statements and locks end in time."""
    options = config.get("OPTIONS", {})
    limits = {"statement": "15s", "lock": "5s", "idle_in_transaction_session": "30s"}
    sessions = [f"-c {limit}_timeout={time}" for limit, time in limits.items()]
    sessions += [options["options"]] if "options" in options else []
    return {
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        **config,
        "OPTIONS": {"connect_timeout": 5, **options, "options": " ".join(sessions)},
    }
