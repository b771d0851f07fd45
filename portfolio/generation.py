"""Which state of the public content this is: asked of the database at most once a second."""

import logging
import time
from threading import Condition, Thread

from django.db import DatabaseError, InterfaceError, connection

from resume.state import current_state

logger = logging.getLogger(__name__)

INTERVAL = 1.0  # seconds from the start of a question to the next
PATIENCE = 0.25  # seconds that a request waits for the answer


def ask_database():
    """Return `current_state()` over a living connection: a dead one is dropped, and asked anew.

    Raises DatabaseError or InterfaceError when the database does not answer.
    """
    connection.close_if_unusable_or_obsolete()
    reused = connection.connection is not None
    try:
        return current_state()
    except (DatabaseError, InterfaceError):
        connection.close()
        if not reused:
            raise
    try:
        return current_state()
    except (DatabaseError, InterfaceError):
        connection.close()
        raise


class Question:
    """Keeps the last known state, and asks again when it is a second old.

    The question is put by a thread of its own, so that a database that hangs holds up nobody for
    longer than PATIENCE, and a question that hangs holds up nobody twice.
    """

    def __init__(self, ask=ask_database, clock=time.monotonic):
        self.ask = ask
        self.clock = clock
        self.state = None
        self.failed = False
        self.again_at = float("-inf")
        self._asked_at = None
        self._changed = Condition()
        self._thread = None

    def answer(self):
        """Return the state as it was at most a second ago, an older one where no answer comes.

        None means that no state has ever been known.
        """
        if self.clock() < self.again_at:
            return self.state
        with self._changed:
            now = self.clock()
            if now >= self.again_at:
                if self._asked_at is None:
                    self._asked_at = now
                    self._start()
                    self._changed.notify_all()
                asked_at = self._asked_at
                self._changed.wait_for(
                    lambda: self._asked_at != asked_at,
                    timeout=max(0, asked_at + PATIENCE - now),
                )
        return self.state

    def _start(self):
        if self._thread is None or not self._thread.is_alive():
            # A daemon: a question that hangs does not hold up the end of the process.
            self._thread = Thread(target=self._answer_questions, name="generation", daemon=True)
            self._thread.start()

    def _answer_questions(self):
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._asked_at is not None)
            state, error = None, None
            try:
                state = self.ask()
            except Exception as problem:  # Whatever it is: the next question needs this thread.
                error = problem
            self._note(state, error)

    def _note(self, state, error):
        with self._changed:
            if error is None:
                self.state = state
            elif not self.failed:
                logger.error("The generation is not known; old pages are served: %s", error)
            self.failed = error is not None
            self.again_at = self._asked_at + INTERVAL
            self._asked_at = None
            self._changed.notify_all()
