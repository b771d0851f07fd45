"""Queries that are composed once."""

from collections.abc import Callable
from typing import Any

from django.db import connection, models
from django.db.models.query import RawQuerySet


class Statement:
    """A query that Django composes once a process, and then only sends with other values.

    Composing the SQL of a query costs several times what the database takes to answer it. A
    statement is for the queries that many pages, or one long page, cannot do without.
    """

    def __init__(self, make: Callable[..., models.QuerySet[Any]]) -> None:
        """`make` returns the query for its values, each of them a text it compares a field with.

        Nothing else in it may differ from one time to the next; for the time of day that is the
        database's own `Now`. Rows that belong to other rows come by `prefetch_related`.
        """
        self.make = make
        self._composed: tuple[Any, str, tuple[Any, ...], tuple[str, ...]] | None = None

    def rows(self, *values: str) -> "RawQuerySet[Any]":
        """Return the rows for the values, read when they are first asked for."""
        model, sql, params = self._with(values)
        return model._base_manager.raw(sql, params)

    def tuples(self, *values: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query of `values_list`, as the database gives them."""
        _model, sql, params = self._with(values)
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())

    def first(self, *values: str) -> Any | None:
        """Return the first of the rows, or None."""
        return next(iter(self.rows(*values)), None)

    def _with(self, values: tuple[str, ...]) -> tuple[Any, str, list[Any]]:
        if self._composed is None:
            marks = tuple(f"\x00{number}" for number in range(len(values)))
            query = self.make(*marks).query
            self._composed = (query.model, *query.sql_with_params(), marks)
        model, sql, params, marks = self._composed
        given: dict[Any, str] = dict(zip(marks, values, strict=True))
        return model, sql, [given.get(param, param) for param in params]
