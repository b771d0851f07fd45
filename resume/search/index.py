"""The list that search looks through: made once for each state of the public content."""

from collections.abc import Callable
from threading import Lock
from typing import Any

from resume.models import Profile
from resume.models.profile import PUBLIC_LINKS

from .entries import Entry, Reader


class Index:
    """Everything there is to find in one state of the content, and what stands around a page."""

    def __init__(self, state: Any, reader: Reader) -> None:
        """Read the rows: some thirty queries, whatever their number."""
        self.state = state
        self.texts = reader.texts
        self.profile: Profile = Profile.objects.for_site()
        self.links = list(PUBLIC_LINKS.rows())
        self.entries: list[Entry] = reader.entries(self.profile, self.links)


class Kept:
    """The index of this process: made anew when the state has changed, by one thread for all."""

    def __init__(self) -> None:
        self.index: Index | None = None
        self._lock = Lock()

    def of(self, state: Any, make: Callable[[Any, Reader], Index] = Index) -> Index:
        """Return the index of `state`; texts that were read before are not read again.

        A state of None is not known, so its index is not kept.
        """
        index = self.index
        if index is not None and state is not None and index.state == state:
            return index
        with self._lock:
            index = self.index
            if index is None or state is None or index.state != state:
                index = make(state, Reader(index.texts if index else None))
                if state is not None:
                    self.index = index
            return index


KEPT = Kept()
