"""Asking a WSGI application as a server does."""

from io import BytesIO
from types import SimpleNamespace

ORIGIN = "https://www.example.com"


class Question:
    """The state of the content, as a test sets it."""

    def __init__(self, state="a"):
        self.state = state

    def answer(self):
        return self.state


def ask(application, path, method="GET", query="", scheme="https", **headers):
    """Return the answer: status, headers (by lower-case name), body.

    Headers are given by their CGI names without HTTP_, for example COOKIE="a=b".
    """
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "192.0.2.1",
        "HTTP_HOST": "www.example.com",
        "wsgi.url_scheme": scheme,
        "wsgi.input": BytesIO(),
        **{f"HTTP_{name}": value for name, value in headers.items() if value is not None},
    }
    started = []
    parts = application(environ, lambda *start: started.append(start))
    body = b"".join(parts)
    if hasattr(parts, "close"):
        parts.close()
    status, sent = started[0][:2]
    names = [name.lower() for name, _value in sent]
    assert len(names) == len(set(names)), "a header was sent twice"
    return SimpleNamespace(
        status=int(status.split()[0]),
        headers={name.lower(): value for name, value in sent},
        body=body,
    )
