"""The measuring itself: a target that errs or changes its answer never becomes a figure."""

from itertools import count

import pytest

from bench import imports, measure
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


def test_a_long_file_is_the_owners_work_many_times_and_has_about_the_lines_asked_for():
    short, long = imports.long_file(1_000), imports.long_file(10_000)
    assert short.count("\n") == 1059
    assert long.count("\n") == 10523
    assert short.startswith("# 職務経歴\n\n## 概要")
    assert long.count("## ピクシブ") == 62


def test_a_file_that_is_read_otherwise_than_at_first_is_no_figure():
    numbers = count()
    changing = imports.side(lambda: next(numbers))
    with pytest.raises(WrongAnswerError, match="otherwise than at first"):
        imports.compare(ROW, changing, imports.side(steady))


def test_work_against_itself_costs_about_the_same():
    result = imports.compare(ROW, imports.side(busy), imports.side(busy))
    assert result.least <= result.ratio <= result.greatest


def busy():
    return sum(range(20_000))


@pytest.mark.django_db
def test_the_measured_import_takes_in_the_whole_file_and_writes_nothing():
    work = imports.dry_run(imports.CAREER)
    assert work() == {"added": 120}
    assert work() == {"added": 120}
