"""Media in a bucket: addresses of our own, and what the store says told in the words of files."""

import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.test import override_settings

from portfolio.bucket import Bucket, UnavailableError, check_name

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


class SilentStore(Storage):
    """Stands for a bucket that does not answer."""

    def _ask(self, name, mode=None):
        raise UnavailableError("no answer")

    _open = exists = get_modified_time = _ask


@pytest.fixture
def silent(settings):
    store = {"BACKEND": f"{__name__}.SilentStore"}
    settings.STORAGES = {**settings.STORAGES, "default": store}


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("covers/a.webp", "/media/covers/a.webp"),
        ("covers/図 1.webp", "/media/covers/%E5%9B%B3%201.webp"),
        ("/a.webp", "/media/a.webp"),
        ("//example.com/a.webp", "/media/example.com/a.webp"),
    ],
)
def test_a_picture_has_an_address_of_this_site_and_no_store_is_asked_for_it(monkeypatch, name, url):
    monkeypatch.delattr(Bucket, "_connected")
    assert Bucket("media", "https://s3.example.com").url(name) == url


def test_an_export_below_a_path_has_the_pictures_there():
    bucket = Bucket("media")
    with override_settings(MEDIA_URL="/cv/media/"):
        assert bucket.url("a.webp") == "/cv/media/a.webp"


@pytest.mark.parametrize(
    "name", ["", "../a.webp", "a/../b.webp", "/a.webp", "a\0.webp", "図" * 342, "a/.."]
)
def test_what_is_no_name_of_an_object_is_refused(name):
    with pytest.raises(SuspiciousFileOperation):
        check_name(name)


@pytest.mark.parametrize("name", ["a.webp", "covers/図.480.webp", "図" * 341])
def test_what_is_a_name_of_an_object_is_not_refused(name):
    check_name(name)


def test_no_two_processes_share_a_connection(monkeypatch):
    monkeypatch.setattr(Bucket, "_connected", lambda self: object())
    bucket = Bucket("media")
    first = bucket.objects
    assert bucket.objects is first
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert bucket.objects is not first


@pytest.mark.usefixtures("silent")
@pytest.mark.parametrize("name", ["covers/a.webp", "covers/a.480.webp"])
def test_a_store_that_does_not_answer_is_503_and_no_picture_is_called_missing(client, name, caplog):
    response = client.get(f"/media/{name}")
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert response["Cache-Control"] == "no-store"
    assert "画像の保管先" in response.content.decode()
    assert "no answer" in caplog.text


class Objects(BaseHTTPRequestHandler):
    """As much of S3 as keeping pictures takes: objects by path, in memory."""

    protocol_version = "HTTP/1.1"
    kept = {}
    refuses = False

    def do_GET(self):
        status, body = 200, self.kept.get(self.path)
        if self.refuses:
            status, body = 403, b"<Error><Code>AccessDenied</Code></Error>"
        elif body is None:
            status, body = 404, b"<Error><Code>NoSuchKey</Code></Error>"
        self.answer(status, body)

    do_HEAD = do_GET  # noqa: N815

    def do_PUT(self):
        self.kept[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        assert "x-amz-acl" not in self.headers
        self.answer(200)

    def do_DELETE(self):
        self.kept.pop(self.path, None)
        self.answer(204)

    def answer(self, status, body=b""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", "Thu, 26 Nov 2026 12:00:00 GMT")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def store(monkeypatch):
    """A running store without objects; its `handler` class says how it answers."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    handler = type("Fresh", (Objects,), {"kept": {}})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        server.handler = handler
        yield server
        server.shutdown()


@pytest.fixture
def bucket(store, settings):
    """The bucket in that store, as the storage of the media."""
    options = {"name": "media", "endpoint": f"http://127.0.0.1:{store.server_port}"}
    backend = {"BACKEND": "portfolio.bucket.Bucket", "OPTIONS": options}
    settings.STORAGES = {**settings.STORAGES, "default": backend}
    return Bucket(**options)


def test_a_stored_picture_is_served_by_this_site(client, db, bucket, store):
    name = bucket.save("covers/a.png", ContentFile(PNG))
    assert store.handler.kept == {"/media/covers/a.png": PNG}
    response = client.get(bucket.url(name))
    assert (response.status_code, response.getvalue()) == (200, PNG)
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Last-Modified"] == "Thu, 26 Nov 2026 12:00:00 GMT"
    assert client.get("/media/covers/a.480.png").getvalue() == PNG
    assert client.get("/media/covers/b.png").status_code == 404
    again = client.get(bucket.url(name), headers={"if-modified-since": response["Last-Modified"]})
    assert again.status_code == 304


def test_an_object_is_never_overwritten_and_goes_when_it_is_deleted(bucket, store):
    first = bucket.save("a.png", ContentFile(PNG))
    second = bucket.save("a.png", ContentFile(b"other"))
    assert (first, first != second, bucket.exists(second)) == ("a.png", True, True)
    bucket.delete(first)
    assert list(store.handler.kept.values()) == [b"other"]
    for ask in (bucket.open, bucket.get_modified_time):
        with pytest.raises(FileNotFoundError):
            ask(first)


@pytest.mark.parametrize("method", ["open", "exists", "get_modified_time", "delete"])
def test_a_store_that_refuses_or_is_gone_is_unavailable_not_empty(
    bucket, store, method, monkeypatch
):
    monkeypatch.setattr(store.handler, "refuses", True)
    monkeypatch.setattr(store.handler, "do_DELETE", store.handler.do_GET)
    with pytest.raises(UnavailableError, match="s3:ListBucket"):
        getattr(bucket, method)("a.png")
    store.shutdown()
    store.server_close()
    with pytest.raises(UnavailableError, match="MEDIA_ENDPOINT"):
        getattr(Bucket(bucket.name, bucket.endpoint), method)("a.png")
