"""The export of 10,000 posts against Hugo on the same machine, which writes the same pages.

    .venv/bin/python -m bench.export [POSTS]

Each figure is that of whole processes, children included: wall time, CPU time, and the greatest sum
of what they hold in memory. "Pages" leaves out what Hugo does not do: compressed forms, and the
check of every link.
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench.hugo import write_hugo_site
from bench.measure import WrongAnswerError

POSTS = 10_000
SETTINGS = "tests.commands.static_settings"
EDIT = (
    "from resume.models import Post; p = Post.objects.get(slug='post-50'); p.body += 'x'; p.save()"
)
PAGES_ALONE = "import sys; from bench.export import export; export(sys.argv[1], pages_alone=True)"
WHOLE = "import sys; from bench.export import export; export(sys.argv[1], pages_alone=False)"


@dataclass(frozen=True)
class Figure:
    """What a command took: seconds, CPU seconds, megabytes."""

    wall: float
    cpu: float
    memory: float


def export(folder, pages_alone):
    """Export the site into the folder; with `pages_alone` without compressing and link check."""
    import django

    django.setup()
    from django.core.management import call_command

    from resume.output import folder as files
    from resume.output import site

    if pages_alone:
        files.CODINGS = {}
        site.links = lambda body, media_type: ()
    call_command("export_site", folder, verbosity=0)


def take(command, **environment):
    """Run a command and return its Figure. Raises WrongAnswerError when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL
    )
    sizes = [0.0]
    weighing = threading.Thread(target=weigh, args=(process, sizes))
    weighing.start()
    code = process.wait()
    wall = time.perf_counter() - started
    weighing.join()
    if code:
        raise WrongAnswerError(f"{command} ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Figure(wall, cpu, max(sizes))


def weigh(process, sizes):
    """Add the megabytes that a process and its children hold, again and again until it ends."""
    while process.poll() is None:
        sizes.append(sum(map(megabytes, [process.pid, *children(process.pid)])))
        time.sleep(0.05)


def children(pid):
    """Return the process numbers of a process's children."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def megabytes(pid):
    """Return what a process holds in memory; what several share counts for each."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def measure_export(folder, number=POSTS):
    """Return {what: Figure}. Makes a database, sites and sources in the folder."""
    environment = {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DATABASE_URL": f"sqlite:///{folder}/export.sqlite3",
        "SECRET_KEY": "only-for-measuring-" + "0123456789" * 4,
    }
    make = f"from bench.growth import make_posts; make_posts(0, {number})"
    python = [sys.executable, "-c"]
    manage = [sys.executable, "manage.py"]
    shell = [*manage, "shell", "--no-imports", "--verbosity", "0", "-c"]
    for command in ([*manage, "migrate", "--verbosity", "0"], [*shell, make]):
        take(command, **environment)
    from bench.growth import post_of

    write_hugo_site(folder / "hugo", map(post_of, range(number)))
    hugo = ["hugo", "--quiet", "--source", str(folder / "hugo")]
    pages, whole = (str(folder / name) for name in ("pages", "whole"))
    found = {
        "Hugo": take(hugo),
        "export_site, pages": take([*python, PAGES_ALONE, pages], **environment),
        "export_site, whole": take([*python, WHOLE, whole], **environment),
    }
    take([*shell, EDIT], **environment)
    found["Hugo again"] = take(hugo)
    found["export_site after one edit, pages"] = take([*python, PAGES_ALONE, pages], **environment)
    found["export_site after one edit, whole"] = take([*python, WHOLE, whole], **environment)
    return found


def table(figures):
    """Return the figures as Markdown, each beside its ratio to the run of Hugo before it."""
    lines = [
        "| target | wall s | ratio | CPU s | ratio | MB | ratio |",
        "|---|---|---|---|---|---|---|",
    ]
    peer = None
    for name, figure in figures.items():
        peer = figure if name.startswith("Hugo") else peer
        cells = [
            f"{mine:.1f} | {mine / its:.2f}"
            for mine, its in (
                (figure.wall, peer.wall),
                (figure.cpu, peer.cpu),
                (figure.memory, peer.memory),
            )
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="keireki-export-") as name:
        print(table(measure_export(Path(name), *map(int, sys.argv[1:]))))
