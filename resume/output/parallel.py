"""One function over many values, on several processes."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar, cast

from django.db import connections

Value = TypeVar("Value")
Result = TypeVar("Result")
# Fewer values than this are done before another process has started.
FEW = 40
# Neighbours are done by one process: a page in two languages has the same texts to be parsed.
BLOCK = 8


def mapped(
    function: Callable[[Value], Result], values: Sequence[Value], processes: int
) -> Iterator[Result]:
    """Yield function(value) of each of a list of values, in no order.

    The processes are copies of this one, so they start at once with all that it has read. What the
    function raises in one of them is raised here, and ends the others. They end with this process,
    however it ends.
    """
    if processes == 1 or len(values) < FEW:
        yield from map(function, values)
        return
    # A connection to the database belongs to one process.
    connections.close_all()
    gc.freeze()
    fork = get_context("fork")
    workers, readers = [], []
    try:
        for share in shares(values, processes):
            reader, writer = fork.Pipe(duplex=False)
            workers.append(fork.Process(target=work, args=(function, share, writer, os.getpid())))
            workers[-1].start()
            writer.close()
            readers.append(reader)
        yield from results(readers)
    finally:
        for worker in workers:
            worker.terminate()
            worker.join()
        for reader in readers:
            reader.close()
        gc.unfreeze()


def shares(values: Sequence[Value], processes: int) -> list[list[Value]]:
    """Return the values in as many parts of about one size, blocks of neighbours together."""
    blocks = [values[start : start + BLOCK] for start in range(0, len(values), BLOCK)]
    return [list(chain.from_iterable(blocks[number::processes])) for number in range(processes)]


def results(readers: Sequence[Connection]) -> Iterator[Any]:
    """Yield what the workers send until each has said that it is done."""
    waiting = list(readers)
    while waiting:
        for reader in cast(list[Connection], connection.wait(waiting)):
            try:
                kind, value = reader.recv()
            except EOFError as error:
                raise ChildProcessError("a process of the export was ended") from error
            if kind == "error":
                raise value
            if kind == "done":
                waiting.remove(reader)
            yield from value


def work(
    function: Callable[[Value], Any], values: Sequence[Value], writer: Connection, parent: int
) -> None:
    """Send function(value) of each value, then that it is done; in a process of its own."""
    # Ctrl+C is for the parent, which ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for start in range(0, len(values), BLOCK):
            if os.getppid() != parent:
                os._exit(1)
            writer.send(("results", [function(each) for each in values[start : start + BLOCK]]))
        writer.send(("done", []))
    except Exception as error:
        writer.send(("error", error))
    finally:
        connections.close_all()
