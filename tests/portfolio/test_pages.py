"""The memory of finished pages keeps within its limit."""

import os

from portfolio.pages import Memory, Page

KILOBYTE = 1024


def page(size=10 * KILOBYTE, state="a"):
    # Random bytes, so that no coding shrinks them.
    return Page([("Content-Type", "text/html")], os.urandom(size), state)


def test_the_size_of_a_page_counts_every_coding():
    assert page(10 * KILOBYTE).size > 3 * 10 * KILOBYTE


def test_the_memory_never_passes_its_limit_and_counts_right():
    memory = Memory(200 * KILOBYTE)
    for number in range(100):
        memory.keep(f"/{number % 30}/", page(number * 200))
        assert memory.size <= memory.limit
    kept = {path: memory.get(path) for path in (f"/{number}/" for number in range(30))}
    sizes = [page.size + len(path) for path, page in kept.items() if page]
    assert memory.size == sum(sizes)
    assert len(memory) == len(sizes) > 1


def test_the_page_that_was_used_least_recently_goes_first():
    one = page()
    memory = Memory(3 * (one.size + 10))
    for path in ("/a/", "/b/", "/c/"):
        memory.keep(path, page())
    memory.get("/a/")
    memory.keep("/d/", page())
    assert [path for path in ("/a/", "/b/", "/c/", "/d/") if memory.get(path)] == [
        "/a/",
        "/c/",
        "/d/",
    ]


def test_a_page_larger_than_the_memory_is_not_kept_and_throws_nothing_out():
    memory = Memory(100 * KILOBYTE)
    memory.keep("/a/", page())
    memory.keep("/b/", page(100 * KILOBYTE))
    assert memory.get("/b/") is None
    assert memory.get("/a/") is not None


def test_a_memory_of_nothing_keeps_nothing():
    memory = Memory(0)
    memory.keep("/a/", page())
    assert (memory.get("/a/"), memory.size) == (None, 0)


def test_what_is_dropped_is_not_counted():
    memory = Memory(100 * KILOBYTE)
    memory.keep("/a/", page())
    memory.drop("/a/")
    memory.drop("/b/")
    assert (len(memory), memory.size) == (0, 0)
