"""Finished pages: what is kept, for whom, how long, and what is sent."""

import gzip
import threading

import brotli
import pytest

from portfolio import published as module
from portfolio.pages import CACHE_CONTROL
from portfolio.published import Published
from tests.portfolio.visitors import ORIGIN, Question, ask

MEGABYTE = 1024 * 1024
HTML = [("Content-Type", "text/html; charset=utf-8")]


class Django:
    """Stands for Django: notes each request and answers with its number, or as `answers` says."""

    def __init__(self):
        self.seen = []
        self.answers = {}

    def __call__(self, environ, start_response):
        self.seen.append(environ)
        path = environ["PATH_INFO"]
        status, headers, body = self.answers.get(path, ("200 OK", HTML, None))
        if isinstance(status, Exception):
            raise status
        start_response(status, list(headers))
        return [body if body is not None else f"{path} {len(self.seen)}".encode()]


@pytest.fixture
def django():
    return Django()


@pytest.fixture
def question():
    return Question()


@pytest.fixture
def site(django, question):
    return Published(django, question, ORIGIN, "__Host-sessionid", MEGABYTE)


def bodies(site, *requests):
    return [ask(site, "/", **request).body for request in requests]


def test_a_page_is_rendered_once(site, django):
    assert bodies(site, {}, {}, {}) == [b"/ 1"] * 3
    assert len(django.seen) == 1


def test_a_page_is_rendered_anew_when_the_state_of_the_content_changes(site, question):
    first = ask(site, "/").body
    question.state = "b"
    assert [first, ask(site, "/").body, ask(site, "/").body] == [b"/ 1", b"/ 2", b"/ 2"]


def test_an_old_state_that_comes_back_does_not_bring_an_older_page(site, question):
    ask(site, "/")
    question.state = "b"
    ask(site, "/")
    question.state = "a"
    assert ask(site, "/").body == b"/ 3"


def test_before_any_state_is_known_nothing_is_kept(site, question):
    question.state = None
    assert bodies(site, {}, {}) == [b"/ 1", b"/ 2"]
    assert len(site.memory) == 0


@pytest.mark.parametrize(
    ("header", "coding", "decode"),
    [
        (None, None, bytes),
        ("gzip", "gzip", gzip.decompress),
        ("gzip, br", "br", brotli.decompress),
    ],
)
def test_a_page_is_sent_in_the_coding_that_was_asked_for(site, header, coding, decode):
    for _ in range(2):
        answer = ask(site, "/", ACCEPT_ENCODING=header)
        assert answer.status == 200
        assert decode(answer.body) == b"/ 1"
        assert answer.headers.get("content-encoding") == coding
        assert answer.headers["content-length"] == str(len(answer.body))
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["cache-control"] == CACHE_CONTROL
        assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_each_coding_has_a_strong_etag_of_its_own(site):
    etags = {
        ask(site, "/", ACCEPT_ENCODING=coding).headers["etag"] for coding in ("", "gzip", "br")
    }
    assert len(etags) == 3
    assert all(etag.startswith('"') for etag in etags)


def test_equal_bytes_have_an_equal_etag_in_every_process(django, site):
    django.answers["/"] = ("200 OK", HTML, b"same")
    other = Published(django, Question("z"), ORIGIN, "sessionid", MEGABYTE)
    assert ask(site, "/").headers["etag"] == ask(other, "/").headers["etag"]


def test_who_has_the_page_is_told_so_without_its_body(site):
    etag = ask(site, "/", ACCEPT_ENCODING="gzip").headers["etag"]
    for known in (etag, f"W/{etag}", f'"x", W/{etag} , "y"', "*", f'"a,b",{etag}'):
        answer = ask(site, "/", ACCEPT_ENCODING="gzip", IF_NONE_MATCH=known)
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers == {
            "etag": etag,
            "cache-control": CACHE_CONTROL,
            "vary": "Accept-Encoding",
        }


def test_who_has_another_page_or_another_coding_is_sent_this_one(site):
    etag = ask(site, "/", ACCEPT_ENCODING="gzip").headers["etag"]
    for coding, known in (
        ("br", etag),
        ("gzip", '"x"'),
        ("gzip", etag.strip('"')),
        ("gzip", etag[:-2] + '"'),
        ("gzip", ""),
    ):
        assert ask(site, "/", ACCEPT_ENCODING=coding, IF_NONE_MATCH=known).status == 200


def test_head_is_a_get_without_the_body(site):
    for _ in range(2):
        head = ask(site, "/", method="HEAD", ACCEPT_ENCODING="gzip")
        get = ask(site, "/", ACCEPT_ENCODING="gzip")
        assert (head.status, head.body, head.headers) == (200, b"", get.headers)
    assert head.headers["content-length"] == str(len(get.body))


def test_the_first_visitor_leaves_no_trace_in_the_page(site, django):
    odd = {
        "COOKIE": "other=1; csrftoken=x",
        "ACCEPT_LANGUAGE": "en",
        "RANGE": "bytes=0-1",
        "X_FORWARDED_HOST": "evil.example",
        "X_FORWARDED_PROTO": "http",
        "AUTHORIZATION": "Basic x",
        "IF_MODIFIED_SINCE": "Thu, 01 Jan 2099 00:00:00 GMT",
        "IF_NONE_MATCH": '"x"',
    }
    answer = ask(site, "/", query="page=2", **odd)
    assert (answer.status, answer.body) == (200, b"/ 1")
    (environ,) = django.seen
    assert {name for name in environ if name.startswith("HTTP_")} == {"HTTP_HOST"}
    assert environ["HTTP_HOST"] == "www.example.com"
    assert environ["wsgi.url_scheme"] == "https"
    assert environ["QUERY_STRING"] == ""
    assert bodies(site, {}, odd, {"query": "x=1"}) == [b"/ 1"] * 3


def test_ten_thousand_query_strings_fill_nothing(site, django):
    ask(site, "/")
    size = site.memory.size
    for number in range(10_000):
        assert ask(site, "/", query=f"utm={number}").body == b"/ 1"
    assert (len(django.seen), len(site.memory), site.memory.size) == (1, 1, size)


def test_a_page_that_is_never_kept_sees_its_query(site, django):
    django.answers["/search/"] = ("200 OK", [*HTML, ("Cache-Control", "no-store")], None)
    ask(site, "/search/", query="q=%E7%B5%8C")
    assert django.seen[-1]["QUERY_STRING"] == "q=%E7%B5%8C"
    assert len(site.memory) == 0


@pytest.mark.parametrize(
    "request_",
    [
        {"method": "POST"},
        {"method": "OPTIONS"},
        {"method": "get"},
        {"COOKIE": "__Host-sessionid=x"},
        {"COOKIE": "a=b; __Host-sessionid=x; c=d"},
        {"HOST": "evil.example"},
        {"HOST": "www.example.com:444"},
        {"HOST": "www.example.com,evil.example"},
        {"HOST": None},
        {"scheme": "http"},
    ],
    ids=str,
)
def test_other_requests_go_to_django_as_they_are_and_leave_the_page_alone(site, django, request_):
    # Django refuses or redirects what is not for this site; whatever it says, it is not kept.
    if request_.get("HOST", "") is None:
        request_ = {"HOST": ""}
    live = bodies(site, request_, request_)
    assert live == [b"/ 1", b"/ 2"]
    assert len(site.memory) == 0
    assert ask(site, "/").body == b"/ 3"
    assert bodies(site, request_, {}) == [b"/ 4", b"/ 3"]


@pytest.mark.parametrize("path", ["/admin/", "/media/a.png", "/static/a.css", "/healthz"])
def test_what_is_no_page_is_never_kept(site, path):
    assert [ask(site, path).body for _ in range(2)] == [f"{path} 1".encode(), f"{path} 2".encode()]
    assert ask(site, "/administration/").body == ask(site, "/administration/").body


def test_a_session_sees_live_pages_that_no_cache_keeps(site):
    answer = ask(site, "/", COOKIE="__Host-sessionid=x")
    assert answer.headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize(
    "answer",
    [
        ("404 Not Found", HTML, b"x"),
        ("410 Gone", HTML, b"x"),
        ("301 Moved Permanently", [("Location", "/b/")], b""),
        ("500 Internal Server Error", HTML, b"x"),
        ("503 Service Unavailable", [*HTML, ("Cache-Control", "no-store")], b"x"),
        ("200 OK", [*HTML, ("Set-Cookie", "a=b")], b"x"),
        ("200 OK", [*HTML, ("Cache-Control", "private")], b"x"),
        ("200 OK", [*HTML, ("Cache-Control", "max-age=0, No-Store")], b"x"),
        ("200 OK", [*HTML, ("Cache-Control", "no-cache")], b"x"),
        ("200 OK", [*HTML, ("Vary", "Accept-Encoding, Cookie")], b"x"),
        ("200 OK", [*HTML, ("Vary", "*")], b"x"),
        ("200 OK", [*HTML, ("Content-Encoding", "gzip")], b"x"),
        ("200 OK", [*HTML, ("Content-Security-Policy", "script-src 'nonce-abc'")], b"x"),
        ("200 OK", [("Content-Type", "image/png")], b"x"),
        ("200 OK", [], b"x"),
        ("206 Partial Content", HTML, b"x"),
    ],
    ids=str,
)
def test_what_is_not_for_everybody_is_sent_and_not_kept(site, django, answer):
    django.answers["/"] = answer
    for times in (1, 2):
        sent = ask(site, "/")
        assert (sent.status, sent.body) == (int(answer[0][:3]), answer[2])
        assert len(django.seen) == times
    assert sent.headers["cache-control"] == dict(answer[1]).get("Cache-Control", "no-cache")
    assert len(site.memory) == 0


@pytest.mark.parametrize("media_type", sorted(module.KEPT_TYPES))
def test_pages_feeds_and_sitemaps_are_kept_with_every_header_of_theirs(site, django, media_type):
    own = [("Content-Type", media_type), ("Vary", "accept-encoding"), ("X-Frame-Options", "DENY")]
    django.answers["/"] = ("200 OK", own, b"x")
    answers = [ask(site, "/") for _ in range(2)]
    assert len(django.seen) == 1
    assert [answer.headers["x-frame-options"] for answer in answers] == ["DENY", "DENY"]


def test_a_page_that_is_gone_is_forgotten(site, django, question):
    ask(site, "/")
    question.state = "b"
    django.answers["/"] = ("404 Not Found", HTML, b"x")
    assert ask(site, "/").status == 404
    assert len(site.memory) == 0


def test_without_a_database_pages_of_an_older_state_are_served(site, django, question):
    ask(site, "/")
    question.state = "b"
    django.answers["/"] = django.answers["/unseen/"] = ("503 Service Unavailable", HTML, b"x")
    assert [ask(site, "/").body, ask(site, "/").body] == [b"/ 1", b"/ 1"]
    assert ask(site, "/unseen/").status == 503
    del django.answers["/"]
    assert ask(site, "/").body != b"/ 1"


def test_a_page_that_fails_shows_the_error_and_is_found_again_when_it_works(site, django, question):
    ask(site, "/")
    question.state = "b"
    django.answers["/"] = ("500 Internal Server Error", HTML, b"x")
    assert [ask(site, "/").status for _ in range(2)] == [500, 500]
    del django.answers["/"]
    assert ask(site, "/").status == 200


def test_an_application_that_raises_holds_up_nobody_after_it(site, django):
    django.answers["/"] = (ZeroDivisionError(), [], b"")
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            ask(site, "/")
    del django.answers["/"]
    assert ask(site, "/").status == 200


def test_many_who_want_a_new_page_have_it_rendered_once(question):
    arrived, release, rendered = threading.Semaphore(0), threading.Event(), []

    def slow(environ, start_response):
        rendered.append(1)
        arrived.release()
        release.wait(60)
        start_response("200 OK", HTML)
        return [b"x"]

    site = Published(slow, question, ORIGIN, "sessionid", MEGABYTE)
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(ask(site, "/").body)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    arrived.acquire()
    release.set()
    for thread in threads:
        thread.join()
    assert (answers, len(rendered)) == ([b"x"] * 8, 1)


def test_the_default_port_in_the_origin_is_the_one_that_browsers_leave_out(django, question):
    site = Published(django, question, f"{ORIGIN}:443", "sessionid", MEGABYTE)
    assert bodies(site, {}, {}) == [b"/ 1", b"/ 1"]


def test_the_scheme_that_a_trusted_proxy_tells_counts(django, question):
    behind_proxy = Published(
        django, question, ORIGIN, "sessionid", MEGABYTE, "HTTP_X_FORWARDED_PROTO"
    )
    through_tls = {"scheme": "http", "X_FORWARDED_PROTO": "https"}
    assert bodies(behind_proxy, through_tls, through_tls) == [b"/ 1", b"/ 1"]
    plain = {"scheme": "http", "X_FORWARDED_PROTO": "http"}
    assert bodies(behind_proxy, plain, through_tls) == [b"/ 2", b"/ 1"]


def test_a_forged_scheme_counts_for_nothing_without_a_proxy(site):
    forged = {"scheme": "http", "X_FORWARDED_PROTO": "https"}
    assert bodies(site, forged, {}, forged) == [b"/ 1", b"/ 2", b"/ 3"]
