"""Content codings: which one an Accept-Encoding header asks for, and a body in each of them."""

import re

from resume.output.codings import brotli_of, gzip_of

# Best first, where the client likes them equally.
CODINGS = ("br", "gzip", "identity")
QUALITY = re.compile(r"q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)
LONGEST_REMEMBERED = 200  # characters
MOST_REMEMBERED = 500

_remembered = {}


def chosen(header):
    """Return the coding of CODINGS that an Accept-Encoding header wants most (RFC 9110, 12.5.3).

    Without a header, or where it refuses all of them, that is "identity": an answer that cannot be
    read is worth less than one that was not asked for.
    """
    coding = _remembered.get(header)
    if coding is None:
        coding = _choose(header)
        if len(header) <= LONGEST_REMEMBERED:
            if len(_remembered) >= MOST_REMEMBERED:
                _remembered.clear()
            _remembered[header] = coding
    return coding


def _choose(header):
    wanted = {}
    for element in header.split(","):
        name, *parameters = element.split(";")
        name = name.strip().lower().replace("x-gzip", "gzip")
        wanted.setdefault(name, _quality(parameters))
    others = wanted.get("*", 0.0)
    qualities = {coding: wanted.get(coding, others) for coding in CODINGS}
    # Plain bytes are acceptable unless they are refused, but never asked for before a coding.
    if "identity" not in wanted and "*" not in wanted:
        qualities["identity"] = 0.001
    best = max(CODINGS, key=lambda coding: (qualities[coding], -CODINGS.index(coding)))
    return best if qualities[best] else "identity"


def _quality(parameters):
    for parameter in parameters:
        if parameter.strip().lower().startswith("q"):
            found = QUALITY.fullmatch(parameter.strip())
            # A weight that is none is a coding that nobody can vouch for.
            return float(found[1]) if found else 0.0
    return 1.0


def encoded(body):
    """Return {coding: the body in it}. The same body gives the same bytes at any time."""
    return {"br": brotli_of(body), "gzip": gzip_of(body), "identity": body}
