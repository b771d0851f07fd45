"""One function on several processes."""

import os

import pytest

from resume.output.parallel import BLOCK, FEW, mapped, shares

MANY = list(range(FEW + 3))


def process_of(value):
    return value, os.getpid()


def fail(value):
    if value == FEW:
        raise OSError(28, "No space left on device")
    return value


def end(value):
    os._exit(1)


def test_every_value_is_done_once_by_processes_of_their_own():
    done = list(mapped(process_of, MANY, 3))
    assert sorted(value for value, _process in done) == MANY
    assert len({process for _value, process in done} - {os.getpid()}) == 3


@pytest.mark.parametrize(("values", "processes"), [(MANY, 1), (MANY[: FEW - 1], 3)])
def test_one_process_or_few_values_need_no_other_process(values, processes):
    done = list(mapped(process_of, values, processes))
    assert done == [(value, os.getpid()) for value in values]


def test_neighbours_stay_together():
    parts = shares(MANY, 2)
    assert sorted([*parts[0], *parts[1]]) == MANY
    assert parts[1][:BLOCK] == MANY[BLOCK : 2 * BLOCK]


def test_what_one_process_raises_is_raised():
    with pytest.raises(OSError, match="No space left"):
        list(mapped(fail, MANY, 2))


def test_a_process_that_is_killed_fails_the_whole():
    with pytest.raises(ChildProcessError):
        list(mapped(end, MANY, 2))
