"""Bring this checkout up with the example résumé and serve it on this machine."""

import errno
import hashlib
import os
import secrets
import signal
import socket
import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.base import DeserializationError
from django.db import DataError, IntegrityError, connection
from django.db.migrations.executor import MigrationExecutor

FIXTURES = ("career.json", "sample_post.json")
HOSTS = ("127.0.0.1", "localhost", "::1", "0.0.0.0", "::")  # noqa: S104 (a container's own address)


class Command(BaseCommand):
    help = "Migrate, load the example résumé into an empty database, and serve on this machine."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-serve", action="store_true", help="prepare everything, then stop")

    def handle(self, *, host, port, no_serve, **options):
        if not no_serve:
            check_address(host, port)
        if not is_migrated():
            self.say("Preparing the database")
            call_command("migrate", verbosity=0)
        if is_empty():
            self.say("Loading the example résumé")
            load_example()
        self.prepare_static_files()
        self.prepare_administrator()
        if not no_serve:
            self.serve(host, port)

    def say(self, text):
        self.stdout.write(text)
        self.stdout.flush()

    def prepare_static_files(self):
        """Collect the static files when a source has changed since the last time."""
        stamp = settings.BASE_DIR / "data" / "static-sources"
        state = static_state()
        if not stamp.exists() or stamp.read_text() != state or not settings.STATIC_ROOT.exists():
            self.say("Collecting the static files")
            call_command("collectstatic", interactive=False, verbosity=0)
            stamp.write_text(state)

    def prepare_administrator(self):
        """Create `admin` when there is no user; print its password this once."""
        users = get_user_model().objects
        python = Path(sys.executable)
        if python.is_relative_to(settings.BASE_DIR):
            python = python.relative_to(settings.BASE_DIR)
        if not users.exists():
            password = secrets.token_urlsafe(16)
            users.create_superuser("admin", password=password)
            self.say(f"User: admin   Password: {password}   (shown this once)")
        else:
            owner = users.filter(is_superuser=True).order_by("pk").first() or users.first()
            name = owner.get_username()
            self.say(f"A new password for {name}: {python} manage.py changepassword {name}")

    def serve(self, host, port):
        """Serve until stopped. The site's origin is this machine, whatever `.env` says of it."""
        name = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104
        origin = f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"
        self.say(f"Site:  {origin}/\nAdmin: {origin}/admin/\nStop with Ctrl+C.")
        local = {
            "SITE_ORIGIN": origin,
            "ALLOWED_HOSTS": "",
            "SECURE_SSL_REDIRECT": "off",
            "PROXY_COUNT": "0",
        }
        # However busy its worker is, the server ends within a second.
        options = f"--interface wsgi --host {host} --port {port} --blocking-threads 2"
        options += " --log-level error --workers-kill-timeout 1 portfolio.wsgi:application"
        command = [sys.executable, "-m", "granian", *options.split()]
        environment = {**os.environ, **local}
        # A terminal interrupts the workers too, and one that ends before its parent has heard of it
        # counts as a crash. So only the parent is told.
        server = subprocess.Popen(  # noqa: S603
            command, cwd=settings.BASE_DIR, env=environment, start_new_session=True
        )
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: server.terminate())
        sys.exit(server.wait())


def check_address(host, port):
    """Raise CommandError when the demo may not or cannot serve there."""
    if host not in HOSTS:
        raise CommandError(
            f"The demo serves this machine only, so HOST cannot be {host}. "
            "README.md says how to run a public site."
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            if getattr(error, "errno", None) == errno.EADDRINUSE:
                reason = f"Port {port} is taken."
            else:
                reason = f"Cannot serve on port {port} ({error})."
            another = port + 1 if port < 65535 else 8000
            raise CommandError(f"{reason} Choose another: make demo PORT={another}") from error


def is_migrated():
    """Return whether every migration has been applied."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def is_empty():
    """Return whether no fact has been entered: no row but those of upkeep."""
    return not any(
        model._default_manager.exists()
        for model in apps.get_app_config("resume").get_models()
        if model.__module__ != "resume.models.upkeep"
    )


def load_example():
    """Load the example, all of it or nothing. Raises CommandError saying what is wrong with it."""
    paths = [settings.BASE_DIR / "fixtures" / name for name in FIXTURES]
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise CommandError(f"Not found: {', '.join(missing)}. Get a whole copy of the project.")
    try:
        call_command("loaddata", *map(str, paths), verbosity=0)
    except (DeserializationError, IntegrityError, DataError) as error:
        raise CommandError(f"The example was not loaded. {error}") from error


def static_state():
    """Return a digest of every static source's name, size and time of change."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            found = os.stat(storage.path(name))
            digest.update(f"{name}\0{found.st_size}\0{found.st_mtime_ns}\n".encode())
    return digest.hexdigest()
