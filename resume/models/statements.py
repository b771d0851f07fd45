"""Queries that are composed once."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models
from django.db.models.query import get_related_populators

Value = str | int
# How many keys a query asks about: as many as a page of a list shows, or a part of all that is.
PAGE, PART = 20, 500
# A key that no row has: in the place of others, and where there are fewer.
LEAST_KEY = -(10**15)
MOST_REMEMBERED = 200  # answers


class Statement:
    """A query that Django composes once a process, and then only sends with other values.

    Composing the SQL of a query costs several times what the database takes to answer it. A
    statement is for the queries that many pages, or one long page, cannot do without.
    """

    def __init__(self, make: Callable[..., models.QuerySet[Any]]) -> None:
        """`make` returns the query for its values: texts and keys that it compares fields with.

        Nothing else in it may differ from one time to the next; for the time of day that is the
        database's own `Now`. What `select_related` names comes with the rows, and rows of other
        tables by `prefetch_related_objects`.
        """
        self.make = make
        self._composed: dict[int, Composed] = {}

    def rows(self, *values: Value) -> list[Any]:
        """Return the rows for the values, as records of the query's model."""
        composed, rows = self._answer(values)
        return [composed.record(row) for row in rows]

    def tuples(self, *values: Value) -> list[tuple[Any, ...]]:
        """Return the rows of a query of `values_list`."""
        return [tuple(row) for row in self._answer(values)[1]]

    def first(self, *values: Value) -> Any | None:
        """Return the first of the rows, or None."""
        return next(iter(self.rows(*values)), None)

    def rows_of_keys(self, keys: Sequence[int]) -> list[Any]:
        """Return the rows for any number of keys, of queries about one, PAGE or PART of them."""
        size = next((size for size in (1, PAGE) if len(keys) <= size), PART)
        return [
            row
            for start in range(0, len(keys), size)
            for row in self.rows(*[*keys[start : start + size], *[LEAST_KEY] * size][:size])
        ]

    def _answer(self, values: tuple[Value, ...]) -> tuple["Composed", Any]:
        composed = self._composed.get(len(values))
        if composed is None:
            marks = tuple(
                f"\x00{number}" if isinstance(value, str) else LEAST_KEY - number
                for number, value in enumerate(values)
            )
            composed = self._composed[len(values)] = Composed(self.make(*marks).query, marks)
        if _remembered is None:
            return composed, composed.answer(values)
        question = (self, values)
        if question not in _remembered:
            if len(_remembered) >= MOST_REMEMBERED:
                _remembered.clear()
            _remembered[question] = composed.answer(values)
        return composed, _remembered[question]


@contextmanager
def remembering() -> Iterator[None]:
    """Inside the block, answer every question of a statement with the rows of its first answer.

    For who makes many pages of one moment: what stands on all of them is read once, and what a
    page and its translation show too. Records are made anew for each page.
    """
    global _remembered
    before, _remembered = _remembered, {}
    try:
        yield
    finally:
        _remembered = before


_remembered: dict[Any, Any] | None = None


class Composed:
    """The SQL of a query, and how its rows become records."""

    def __init__(self, query: Any, marks: tuple[Value, ...]) -> None:
        """`marks` are the params of the query in whose place the values come."""
        self.marks = marks
        self.compiler = query.get_compiler(connection=connection)
        self.sql, self.params = self.compiler.as_sql()
        self.converters = self.compiler.get_converters(
            [expression for expression, _sql, _alias in self.compiler.select]
        )
        self.model = query.model
        records = self.compiler.klass_info or {}
        self.related = get_related_populators(records, self.compiler.select, connection.alias)
        selected = records.get("select_fields", [])
        self.names = [self.compiler.select[place][0].target.attname for place in selected]
        # Where a row has each of the model's fields: worked out here, not for every row.
        self.places = [
            self.names.index(field.attname) if field.attname in self.names else None
            for field in self.model._meta.concrete_fields
        ]
        self.annotations = self.compiler.annotation_col_map or {}

    def answer(self, values: tuple[Value, ...]) -> Any:
        """Return the rows for the values, each a sequence."""
        given: dict[Any, Value] = dict(zip(self.marks, values, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [given.get(param, param) for param in self.params])
            rows = cursor.fetchall()
        if not self.converters:
            return rows
        return list(self.compiler.apply_converters(rows, self.converters))

    def record(self, row: Any) -> Any:
        """Return a row as a record, its fields read and its annotations set."""
        values = [models.DEFERRED if place is None else row[place] for place in self.places]
        record = self.model.from_db(connection.alias, self.names, values)
        for name, place in self.annotations.items():
            setattr(record, name, row[place])
        for each in self.related:
            each.populate(row, record)
        return record
