"""The list is made once for each state of the content."""

import threading

import pytest

from resume.search.index import Kept


class Made:
    """Stands for an Index, and remembers what it was made of."""

    def __init__(self, state, reader):
        self.state = state
        self.known = reader.known
        self.texts = {("text", str(state)): state}


def test_it_is_made_once_for_each_state():
    kept = Kept()
    first = kept.of("a", Made)
    assert kept.of("a", Made) is first
    second = kept.of("b", Made)
    assert (second.state, second.known) == ("b", first.texts)


def test_without_a_known_state_it_is_made_anew_and_not_kept():
    kept = Kept()
    assert kept.of(None, Made) is not kept.of(None, Made)
    assert kept.index is None


def test_many_who_ask_at_once_wait_for_one():
    kept, release, made, answers = Kept(), threading.Event(), [], []

    def slow(state, reader):
        release.wait(60)
        made.append(state)
        return Made(state, reader)

    threads = [
        threading.Thread(target=lambda: answers.append(kept.of("a", slow))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    release.set()
    for thread in threads:
        thread.join()
    assert made == ["a"]
    assert answers == [kept.index] * 8


def test_a_failure_leaves_the_last_one_in_its_place():
    kept = Kept()
    first = kept.of("a", Made)

    def failing(state, reader):
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        kept.of("b", failing)
    assert kept.of("a", Made) is first
