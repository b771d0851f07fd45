"""How often the generation is asked for, and what happens while nobody answers."""

import datetime
import threading

import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from portfolio import generation
from portfolio.generation import Question, ask_database, current_state
from resume.models import Generation
from tests.factories import make_post, make_publication


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


class Answers:
    """What the database says, one after the other: a state, or an exception to raise."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = 0

    def __call__(self):
        self.asked += 1
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture
def patient(monkeypatch):
    """No answer is late on a busy machine."""
    monkeypatch.setattr(generation, "PATIENCE", 60)


def test_it_is_asked_once_a_second(patient):
    clock, ask = Clock(), Answers("a", "b")
    question = Question(ask, clock)
    assert question.answer() == "a"
    clock.now += 0.999
    assert (question.answer(), ask.asked) == ("a", 1)
    clock.now += 0.001
    assert (question.answer(), ask.asked) == ("b", 2)


def test_the_second_counts_from_the_start_of_the_question(patient):
    clock = Clock()

    def slow():
        clock.now += 0.6
        return clock.now

    question = Question(slow, clock)
    first = question.answer()
    clock.now += 0.4
    assert question.answer() > first


def test_many_who_want_to_know_ask_once(patient):
    clock, release, asked, answers = Clock(), threading.Event(), [], []

    def slow():
        asked.append(1)
        release.wait(60)
        return "a"

    question = Question(slow, clock)
    threads = [threading.Thread(target=lambda: answers.append(question.answer())) for _ in range(8)]
    for thread in threads:
        thread.start()
    release.set()
    for thread in threads:
        thread.join()
    assert (answers, asked) == (["a"] * 8, [1])


def test_while_the_database_fails_the_last_state_stands(patient, caplog):
    clock, ask = Clock(), Answers("a", OperationalError("gone"), OperationalError("gone"), "b")
    question = Question(ask, clock)
    states = []
    for _ in range(4):
        states.append(question.answer())
        clock.now += 1
    assert states == ["a", "a", "a", "b"]
    # An outage is told once, not every second.
    assert len(caplog.records) == 1


def test_without_any_answer_no_state_is_known(patient):
    question = Question(Answers(OperationalError("gone")), Clock())
    assert question.answer() is None


def test_a_database_that_hangs_holds_up_nobody_twice(monkeypatch):
    monkeypatch.setattr(generation, "PATIENCE", 0.01)
    clock, release, asked = Clock(), threading.Event(), []

    def hanging():
        asked.append(1)
        if len(asked) > 1:
            release.wait(60)
        return len(asked)

    question = Question(hanging, clock)
    while question.answer() is None:
        pass
    clock.now += 1
    assert question.answer() == 1
    monkeypatch.setattr(generation, "PATIENCE", 0)
    clock.now += 10
    # The thread still waits: asked anew, it would wait in the line behind itself.
    assert [question.answer() for _ in range(100)] == [1] * 100
    assert len(asked) == 2
    release.set()


@pytest.mark.django_db(transaction=True)
def test_a_dead_connection_is_dropped_and_the_answer_comes_from_a_new_one():
    Generation.objects.move()
    assert ask_database() == current_state()
    connection.ensure_connection()
    connection.connection.close()
    assert ask_database()[0] == Generation.objects.get().token


@pytest.mark.django_db
def test_the_state_is_asked_in_one_query(django_assert_num_queries):
    Generation.objects.move()
    with django_assert_num_queries(1):
        state = current_state()
    assert state[0] == Generation.objects.get().token


@pytest.mark.django_db
def test_without_a_generation_there_is_no_state():
    Generation.objects.all().delete()
    assert current_state() is None


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_post, make_publication])
def test_the_state_changes_when_a_scheduled_record_becomes_due(make):
    now = timezone.now()
    make(publish_at=now - datetime.timedelta(days=2))
    due = current_state()[1:]
    record = make(publish_at=now + datetime.timedelta(hours=1))
    draft = make(publish_at=now - datetime.timedelta(hours=1), status="draft")
    assert current_state()[1:] == due
    # Time cannot be turned forward in the database, but the record can be turned back.
    rows = type(record).objects.filter(pk__in=[record.pk, draft.pk])
    rows.update(publish_at=now - datetime.timedelta(days=1))
    assert current_state()[1:] != due


@pytest.mark.django_db
def test_the_state_changes_at_midnight_of_the_site_s_own_time(monkeypatch):
    Generation.objects.move()
    midnight = datetime.datetime(2026, 6, 1, tzinfo=timezone.get_default_timezone())
    states = []
    for second in (-2, -1, 0):
        moment = midnight + datetime.timedelta(seconds=second)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        states.append(current_state())
    assert states[0] == states[1] != states[2]
