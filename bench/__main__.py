"""`make bench`: measure every row and write bench/RESULTS.md. It never touches data/."""

import os
import platform
import sys
import tempfile
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench import export
from bench.growth import measure_growth
from bench.imports import measure_imports
from bench.measure import Row, WrongAnswerError, measure
from bench.proof import measure_proof
from bench.review import measure_review
from bench.search import measure_search
from bench.serving import measure_serving, table
from bench.start import measure_start

RESULTS = Path(__file__).parent / "RESULTS.md"
FIXTURES = [Path(__file__).parent.parent / "fixtures" / name for name in ("career", "sample_post")]
EMPTY = "an empty Django view, same middleware"
# The address as servers pass it on: its UTF-8 bytes, each as one character.
POST = "/blog/keireki-について/".encode().decode("latin-1")
ROWS = [
    Row("/resume/", "/resume/", EMPTY, "/bench/empty"),
    Row("a post", POST, EMPTY, "/bench/empty"),
]
PACKAGES = ("django", "whitenoise", "markdown-it-py", "nh3")


def machine():
    """Return one line about where the figures were taken."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs, "
        f"Python {platform.python_version()}, {packages}."
    )


def report(results, serving, exported):
    """Return the results, and the tables of what is served and exported, as Markdown."""
    lines = [
        "# Results of `make bench`",
        "",
        "Files: CPU time in process; an import into an empty SQLite database. Pages: CPU time a",
        "request in process, over the example résumé on SQLite. The start: wall time of processes.",
        "Each row was measured against its peer in interleaved rounds of one run; only the ratios",
        "are worth comparing.",
        "",
        machine(),
        "",
        "| target | peer | target ms | peer ms | ratio | least to greatest round |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {result.row.target} | {result.row.peer} | {result.seconds * 1000:.3f} "
        f"| {result.peer_seconds * 1000:.3f} | {result.ratio:.1f} "
        f"| {result.least:.1f} to {result.greatest:.1f} |"
        for result in results
    ]
    lines += [
        "",
        "Over HTTP: the example's /resume/ from 2 granian workers, `wrk -t1 -c16`, gzip, the same",
        "bytes from each target; medians of interleaved rounds, ratios to nginx in the same round.",
        "",
        serving,
        "",
        f"{export.POSTS} posts of 1 KB as files, in two languages: whole processes, children and",
        "all, against Hugo with the same pages in the same run. “Pages” is what Hugo does; “whole”",
        "checks every link and compresses each text twice.",
        "",
        exported,
    ]
    return "\n".join(lines) + "\n"


def main():
    """Measure every row over a temporary database that holds the example."""
    with tempfile.TemporaryDirectory(prefix="keireki-bench-") as folder:
        os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        from django.core.management import call_command
        from django.core.wsgi import get_wsgi_application

        application = get_wsgi_application()
        call_command("migrate", verbosity=0)
        results = []
        try:
            print("files: reading and importing", file=sys.stderr)
            results += measure_imports()
            call_command("loaddata", *(f"{fixture}.json" for fixture in FIXTURES), verbosity=0)
            for row in ROWS:
                print(f"{row.target} against {row.peer}", file=sys.stderr)
                results.append(measure(application, row))
            print("the review", file=sys.stderr)
            results += measure_review()
            print("the proof of 300 skills in 1,000 projects", file=sys.stderr)
            results += measure_proof(application, Path(folder))
            print("the start of the demo", file=sys.stderr)
            results.append(measure_start(Path(folder)))
            print("finished pages against nginx", file=sys.stderr)
            serving = table(measure_serving(Path(folder), os.environ["DATABASE_URL"]))
            print("searches", file=sys.stderr)
            results += measure_search(application, EMPTY)
            print("ten thousand posts", file=sys.stderr)
            results += measure_growth(application)
            print("the export against Hugo", file=sys.stderr)
            exported = export.table(export.measure_export(Path(folder)))
        except WrongAnswerError as error:
            sys.exit(f"Stopped, nothing written: {error}")
    text = report(results, serving, exported)
    RESULTS.write_text(text, encoding="utf-8")
    print(text, end="")


if __name__ == "__main__":
    main()
