"""The whole document as plain data and back, for what is kept: imports, undo, our JSON key.

Every field that differs from its default is written, so the two directions are exact inverses.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any

from . import schema
from .dates import DateStyle

KIND = "kind_of"
CLASSES: dict[str, type] = {
    each.__name__: each
    for each in (
        schema.ProfileLink,
        schema.Fact,
        schema.Project,
        schema.Employer,
        schema.Position,
        schema.Skill,
        schema.Publication,
        schema.Education,
        schema.Certification,
        schema.Award,
        schema.Line,
        schema.Section,
        schema.Profile,
        schema.Resume,
    )
}
RAW = "extras"  # JSON values already


def to_data(value: Any) -> Any:
    """Return a part of a document as JSON values (dicts, lists, text, numbers, booleans, None)."""
    if isinstance(value, tuple):
        return [to_data(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if not is_dataclass(value):
        return value
    data: dict[str, Any] = {KIND: type(value).__name__}
    for each in fields(value):
        content = getattr(value, each.name)
        default = each.default if each.default is not MISSING else None
        if each.default_factory is not MISSING:
            default = each.default_factory()
        if content != default:
            data[each.name] = content if each.name == RAW else to_data(content)
    return data


def from_data(data: Any) -> Any:
    """Return what `to_data` was given. Raises ValueError for anything else, naming the part."""
    if isinstance(data, list):
        return tuple(from_data(each) for each in data)
    if not isinstance(data, Mapping):
        return data
    cls = CLASSES.get(str(data.get(KIND)))
    if cls is None:
        raise ValueError(f"not a part of a résumé: {data.get(KIND)!r}")
    known = {each.name for each in fields(cls)}
    values: dict[str, Any] = {}
    for name, content in data.items():
        if name == KIND:
            continue
        if name not in known:
            raise ValueError(f"{cls.__name__} has no {name!r}")
        values[name] = content if name == RAW else from_data(content)
    if "date_style" in values:
        values["date_style"] = DateStyle(values["date_style"])
    try:
        return cls(**values)
    except TypeError as error:
        raise ValueError(f"{cls.__name__}: {error}") from error
