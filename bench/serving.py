"""A finished page over HTTP, against nginx and Django's own cache: wrk, interleaved rounds."""

import gzip
import re
import statistics
import subprocess
from dataclasses import dataclass, field

from bench.measure import WrongAnswerError
from bench.servers import granian, nginx

PATH = "/resume/"
ROUNDS = 5
SECONDS = 3
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
NGINX, NGINX_304 = "nginx, gzip_static", "nginx, 304"
PAGE, PAGE_304, CACHE = "finished page, gzip", "finished page, 304", "Django's cache middleware"


@dataclass
class Target:
    """A server, and what it is asked for; `rounds` has (requests/s, p99 ms, CPU µs a request)."""

    server: object
    headers: dict
    rounds: list = field(default_factory=list)

    def medians(self):
        """Return the median of each figure over the rounds."""
        return [statistics.median(figures) for figures in zip(*self.rounds, strict=True)]


def load(target):
    """Put load on a target for SECONDS. Raises WrongAnswerError when any answer is an error."""
    headers = [f"-H{name}: {value}" for name, value in target.headers.items()]
    address = f"http://127.0.0.1:{target.server.port}{PATH}"
    before = target.server.cpu_seconds()
    command = ["wrk", "-t1", "-c16", f"-d{SECONDS}s", "--latency", *headers, address]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    spent = target.server.cpu_seconds() - before
    if "Non-2xx" in text or "Socket errors" in text:
        raise WrongAnswerError(f"{address}: {text}")
    requests = int(re.search(r"(\d+) requests in", text)[1])
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", text).groups()
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    target.rounds.append((rate, float(number) * UNITS[unit], spent / requests * 1e6))


def page(server):
    """Return (gzip bytes, text, ETag) of the page. Raises WrongAnswerError unless it is one."""
    headers = {"Accept-Encoding": "gzip"}
    # Each worker has to have finished it, and the answer has to stay the same.
    answers = [server.ask(PATH, **headers) for _ in range(20)]
    status, found, body = answers[-1]
    if status != 200 or found.get("content-encoding") != "gzip":
        raise WrongAnswerError(f"{PATH} answered {status} {found}")
    return body, gzip.decompress(body), found.get("etag", "")


def measure_serving(folder, database_url):
    """Return {name: Target} after all rounds. Raises WrongAnswerError when a body differs."""
    cached = granian("bench.cached:application", database_url, BENCH_DJANGO_CACHE="1")
    with granian("portfolio.wsgi:application", database_url) as site, cached:
        body, text, etag = page(site)
        origin, other = (f"http://127.0.0.1:{port}".encode() for port in (site.port, cached.port))
        if page(cached)[1].replace(other, origin) != text:
            raise WrongAnswerError("Django's cache answered another page")
        files = {f"{PATH[1:]}index.html": text, f"{PATH[1:]}index.html.gz": body}
        with nginx(folder, files) as files_server:
            files_body, _text, files_etag = page(files_server)
            if files_body != body:
                raise WrongAnswerError("nginx answered other bytes")
            accept = {"Accept-Encoding": "gzip"}
            targets = {
                NGINX: Target(files_server, accept),
                NGINX_304: Target(files_server, {**accept, "If-None-Match": files_etag}),
                PAGE: Target(site, accept),
                PAGE_304: Target(site, {**accept, "If-None-Match": etag}),
                CACHE: Target(cached, accept),
            }
            for target in (targets[NGINX_304], targets[PAGE_304]):
                if target.server.ask(PATH, **target.headers)[0] != 304:
                    raise WrongAnswerError("a known page was sent again")
            for number in range(ROUNDS):
                order = list(targets.values())
                for target in order[number:] + order[:number]:
                    load(target)
            if page(site)[0] != body:
                raise WrongAnswerError("the finished page changed")
    return targets


def table(targets):
    """Return the figures as Markdown, each beside its ratio to nginx sending the page."""
    base = targets[NGINX]
    lines = [
        "| target | req/s | ratio (least to greatest) | CPU µs | CPU ratio | p99 ms |",
        "|---|---|---|---|---|---|",
    ]
    for name, target in targets.items():
        rate, p99, cpu = target.medians()
        ratios = [mine[0] / its[0] for mine, its in zip(target.rounds, base.rounds, strict=True)]
        cpus = [mine[2] / its[2] for mine, its in zip(target.rounds, base.rounds, strict=True)]
        lines.append(
            f"| {name} | {rate:.0f} | {statistics.median(ratios):.2f} "
            f"({min(ratios):.2f} to {max(ratios):.2f}) | {cpu:.0f} "
            f"| {statistics.median(cpus):.1f} | {p99:.1f} |"
        )
    return "\n".join(lines)
