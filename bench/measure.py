"""Measuring a target against its peer: interleaved rounds in one run, medians, ratios with spread.

Only ratios are worth comparing: the peers share the minute, the machine and its noise.
"""

import statistics
import time
from dataclasses import dataclass
from io import BytesIO

ROUNDS = 15
SECONDS_A_ROUND = 0.2


class WrongAnswerError(Exception):
    """A target erred, or answered something else than it did at first."""


@dataclass(frozen=True)
class Row:
    """One line of the results: a target and the named peer it is measured against."""

    target: str
    path: str
    peer: str
    peer_path: str


@dataclass(frozen=True)
class Result:
    """CPU seconds a request, and the ratio of the two: its median, least and greatest round."""

    row: Row
    seconds: float
    peer_seconds: float
    ratio: float
    least: float
    greatest: float


def answer(application, path):
    """Return the body a WSGI application gives for the path. Raises WrongAnswerError unless 200."""
    statuses = []
    path, _mark, query = path.partition("?")
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
    }
    parts = application(environ, lambda status, headers: statuses.append(status))
    try:
        body = b"".join(parts)
    finally:
        close = getattr(parts, "close", None)
        if close is not None:
            close()
    if not statuses[0].startswith("200 "):
        raise WrongAnswerError(f"{path} answered {statuses[0]}")
    return body


def cost(application, path, requests, expected):
    """Return the CPU seconds a request takes. Raises WrongAnswerError on an unexpected body."""
    started = time.process_time()
    for _ in range(requests):
        if answer(application, path) != expected:
            raise WrongAnswerError(f"{path} answered another body than at first")
    return (time.process_time() - started) / requests


def requests_a_round(application, path):
    """Return how many requests fill a round. The first ones also warm what is kept in memory."""
    expected = answer(application, path)
    seconds = cost(application, path, 10, expected)
    return expected, max(5, round(SECONDS_A_ROUND / max(seconds, 1e-6)))


def measure(application, row):
    """Return the Result of a row. Raises WrongAnswerError if a side errs or changes its answer."""
    sides = {path: requests_a_round(application, path) for path in (row.path, row.peer_path)}
    rounds = []
    for number in range(ROUNDS):
        order = list(sides) if number % 2 else list(reversed(sides))
        found = {path: cost(application, path, sides[path][1], sides[path][0]) for path in order}
        rounds.append((found[row.path], found[row.peer_path]))
    return summary(row, rounds)


def summary(row, rounds):
    """Return the Result of a row from its (seconds, seconds of the peer), one pair a round."""
    ratios = [seconds / peer for seconds, peer in rounds]
    return Result(
        row=row,
        seconds=statistics.median(seconds for seconds, _ in rounds),
        peer_seconds=statistics.median(peer for _, peer in rounds),
        ratio=statistics.median(ratios),
        least=min(ratios),
        greatest=max(ratios),
    )
