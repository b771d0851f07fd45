"""What may stand in a table once only, looked after in memory: by words, and without queries."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

Rule = tuple[str, tuple[str, ...], tuple[tuple[str, Any], ...], str]


class Unique:
    """The values that the rows of some tables have taken."""

    def __init__(self) -> None:
        self.rules: dict[type, list[Rule]] = {}
        self.taken: dict[tuple[type, str, tuple[Any, ...]], Any] = {}

    def add(self, row: models.Model) -> None:
        """Note what the row takes. Raises ValidationError where another one has it."""
        table = type(row)
        for name, columns, conditions, message in self._rules(table):
            values = tuple(getattr(row, column) for column in columns)
            if None in values or any(
                (getattr(row, column) is None) != is_null for column, is_null in conditions
            ):
                continue
            if self.taken.setdefault((table, name, values), row) is not row:
                raise ValidationError(message or {name: row.unique_error_message(table, (name,))})

    def _rules(self, table: Any) -> list[Rule]:
        if table not in self.rules:
            fields = [each for each in table._meta.fields if each.unique and not each.primary_key]
            rules: list[Rule] = [(each.name, (each.attname,), (), "") for each in fields]
            for constraint in table._meta.constraints:
                if isinstance(constraint, models.UniqueConstraint):
                    columns = _columns(table, constraint.fields)
                    conditions = tuple(_conditions(table, constraint.condition))
                    message = str(constraint.get_violation_error_message())
                    rules.append((constraint.name, columns, conditions, message))
            self.rules[table] = rules
        return self.rules[table]


def _columns(table: Any, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(table._meta.get_field(name).attname for name in names)


def _conditions(table: Any, condition: Q | None) -> Iterable[tuple[str, Any]]:
    """Yield (column, whether it is null) of a rule's condition, the one kind that ours have."""
    children: Any = condition.children if condition else ()
    for name, is_null in children:
        yield table._meta.get_field(name.removesuffix("__isnull")).attname, is_null
