"""Text as it is compared, addressed and linked: folding, slugs, canonical URLs.

Nothing here changes what an owner typed: text is stored as written, and folded only to compare it.
"""

import hashlib
import re
import unicodedata
from urllib.parse import SplitResult, quote, unquote, urlsplit, urlunsplit

SLUG_LENGTH = 100
URL_LENGTH = 2000
URL_SCHEMES = ("http", "https", "mailto")
DEFAULT_PORTS = {"http": 80, "https": 443}

# Query parameters that say where a reader came from, not which page it is.
TRACKING_PARAMETERS = re.compile(r"^(utm_\w+|fbclid|gclid|yclid|mc_cid|mc_eid)$")

# Control characters that no text needs: XML refuses them, PostgreSQL refuses NUL, and a lone
# surrogate cannot be written in UTF-8. Tab and line ends are text.
FORBIDDEN_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

LEGAL_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|\(株\)|\(有\)"
    r"|(?:,\s*|\s+|\.)(?:inc|ltd|llc|corp|co|gmbh)\.?(?=\s|,|$)",
    re.IGNORECASE,
)


class TextError(ValueError):
    """A text that cannot be accepted; `code` names the rule for callers that word it themselves."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def forbidden_character(text: str) -> str | None:
    """Return the first character of `text` that may not be stored, as "U+0000", or None."""
    found = FORBIDDEN_CHARACTERS.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def fold(text: str) -> str:
    """Return `text` for comparison: one width, one case, single spaces (NFKC, case folding).

    Folding twice gives what folding once gives.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def core_name(name: str) -> str:
    """Return an employer's name folded and without its legal form ("株式会社 X" gives "x")."""
    normal = unicodedata.normalize("NFKC", name)
    return fold(LEGAL_FORMS.sub(" ", normal)) or fold(name)


def slugify(text: str) -> str:
    """Return the address part for `text`: Japanese kept, at most 100 characters, never empty.

    `#`, `+` and a dot that begins a word are spelled, so that "C", "C#", "C++" and ".NET" differ.
    A text without a letter or digit gives a short digest of itself.
    """
    slug = unicodedata.normalize("NFKC", text).lower()
    slug = re.sub(r"(?<![^\W_])\.(?=\w)", " dot ", slug)
    slug = slug.replace("#", " sharp ").replace("+", " plus ")
    slug = unicodedata.normalize("NFKC", slug)
    words = "".join(character if character.isalnum() else " " for character in slug).split()
    slug = "-".join(words)[:SLUG_LENGTH].strip("-")
    return slug or "x" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def unique_slug(text: str, parent: str, taken: set[str]) -> str:
    """Return a slug for `text` that is not in `taken`.

    A clash takes the parent's slug in front ("aws-vpc"), then a digest of both, then a number, so
    that the result depends on the content and only last on the order of creation.
    """
    slug = slugify(text)
    if slug not in taken:
        return slug
    digest = hashlib.sha256(f"{parent}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:6]
    candidates = [f"{parent}-{slug}"] if parent else []
    candidates.append(f"{slug[: SLUG_LENGTH - 7]}-{digest}")
    for candidate in candidates:
        if candidate not in taken and len(candidate) <= SLUG_LENGTH:
            return candidate
    number = 2
    while (candidate := f"{slug[: SLUG_LENGTH - 6]}-{number}") in taken:
        number += 1
    return candidate


def canonical_url(text: str) -> str:
    """Return the one spelling of an absolute URL (RFC 3986, section 6.2.2 and 6.2.3).

    Scheme and host in lower case (the host in ASCII), no default port, an empty path as "/", other
    than ASCII percent-encoded, and without tracking parameters. Path, query and fragment otherwise
    stay as written: a server may tell them apart.

    Raises TextError for a scheme other than http, https or mailto, a missing or malformed host, a
    password in the URL, white space or control characters inside, and more than 2,000 characters.
    """
    url = text.strip()
    if forbidden_character(url) or re.search(r"\s", url):
        raise TextError("url_characters", "a URL holds no spaces or control characters")
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii").rstrip(".")
    except (UnicodeError, ValueError) as error:
        raise TextError("url_malformed", "this is not a URL") from error
    if parts.scheme not in URL_SCHEMES:
        raise TextError("url_scheme", "a URL begins with http://, https:// or mailto:")
    if parts.scheme == "mailto":
        canonical = _canonical_mail_address(parts.path)
    elif not host or parts.username is not None or parts.password is not None:
        raise TextError("url_host", "a URL names a host, and no user or password")
    else:
        canonical = _canonical_address(parts, host, port)
    if len(canonical) > URL_LENGTH:
        raise TextError("url_long", f"a URL has at most {URL_LENGTH} characters")
    return canonical


def _canonical_address(parts: SplitResult, host: str, port: int | None) -> str:
    netloc = f"[{host}]" if ":" in host else host
    if port and port != DEFAULT_PORTS[parts.scheme]:
        netloc += f":{port}"
    path = _canonical_escapes(parts.path) or "/"
    query, fragment = _without_tracking(parts.query), _canonical_escapes(parts.fragment)
    return urlunsplit((parts.scheme, netloc, path, query, fragment))


def _canonical_mail_address(path: str) -> str:
    address = unquote(path)
    local, at, domain = address.rpartition("@")
    if not at or not local or "." not in domain.strip("."):
        raise TextError("url_mail", "a mailto: URL names one mail address")
    return f"mailto:{quote(local, safe=RESERVED)}@{domain.lower()}"


RESERVED = "!$&'()*+,;=:@/?-._~"


def _canonical_escapes(text: str) -> str:
    """Escape what must be, decode what need not be, and write escapes in upper case."""

    def unreserved(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if re.match(r"[A-Za-z0-9\-._~]", character) else match[0].upper()

    text = re.sub(r"%([0-9A-Fa-f]{2})", unreserved, text)
    text = re.sub(r"%(?![0-9A-F]{2})", "%25", text)
    return quote(text, safe=RESERVED + "%[]")


def _without_tracking(query: str) -> str:
    kept = [
        part for part in query.split("&") if not TRACKING_PARAMETERS.match(part.partition("=")[0])
    ]
    return _canonical_escapes("&".join(kept))
