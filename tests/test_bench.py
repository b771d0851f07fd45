"""The measuring itself: a target that errs or changes its answer never becomes a figure."""

from itertools import count

import pytest

from bench import measure
from bench.measure import Row, WrongAnswerError

ROW = Row("target", "/target", "peer", "/peer")


def application(answers):
    """Return a WSGI application that takes (status, body) from answers[path], a function."""

    def respond(environ, start_response):
        status, body = answers[environ["PATH_INFO"]]()
        start_response(status, [])
        return [body]

    return respond


def steady():
    return "200 OK", b"body"


@pytest.fixture(autouse=True)
def short_rounds(monkeypatch):
    monkeypatch.setattr(measure, "SECONDS_A_ROUND", 0.0001)


def test_a_target_against_itself_costs_about_the_same():
    result = measure.measure(application({"/target": steady, "/peer": steady}), ROW)
    assert result.least <= result.ratio <= result.greatest
    assert result.row == ROW


def test_a_target_that_errs_is_no_figure():
    broken = {"/target": lambda: ("500 Internal Server Error", b""), "/peer": steady}
    with pytest.raises(WrongAnswerError, match="/target answered 500"):
        measure.measure(application(broken), ROW)


def test_a_peer_that_changes_its_answer_is_no_figure():
    numbers = count()
    changing = {"/target": steady, "/peer": lambda: ("200 OK", str(next(numbers)).encode())}
    with pytest.raises(WrongAnswerError, match="/peer answered another body"):
        measure.measure(application(changing), ROW)
