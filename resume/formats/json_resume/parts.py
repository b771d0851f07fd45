"""Parts of a document as the plain data of our own key, and back, checked."""

from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from typing import Any

from resume.document import schema
from resume.document.codec import CLASSES, KIND
from resume.document.dates import CURRENT, DateStyle, PartialDate, Period
from resume.document.source import SourceError, gettext_noop

PLACE = "meta.keireki"
NAMES = ("aliases", "skills", "publications")  # fields that hold several texts
DATES = ("start", "end", "date", "expires")


def refusal(value: Any, place: str = PLACE) -> SourceError:
    """Return the error for what our own key cannot hold."""
    message = gettext_noop("“%(value)s” is no part of a résumé.")
    return SourceError(message, {"value": repr(value)[:80]}, place)


def plain(value: Any) -> Any:
    """Return a part of a document as JSON values; fields that say nothing new are left out."""
    if isinstance(value, schema.Line):
        return [plain(item) for item in value.items]
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if not is_dataclass(value):
        return value
    return {
        each.name: plain(content)
        for each in fields(value)
        if (content := getattr(value, each.name)) != _default(each)
    }


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def build(cls: type, data: Any, **more: Any) -> Any:
    """Return the part of class `cls` that `data` gives, with the values in `more`.

    Raises SourceError for what is no such part.
    """
    if not isinstance(data, dict):
        raise refusal(data)
    values = {name: value(cls, name, content) for name, content in data.items() if name != KIND}
    try:
        part = cls(**(values | more))
        if hasattr(part, "start"):
            Period.parse(part.start, part.end)
    except (TypeError, ValueError) as error:
        raise refusal(data) from error
    return part


def class_of(data: dict[str, Any]) -> type:
    """Return the class of an item that says its kind."""
    cls = CLASSES.get(str(data.get(KIND)))
    if cls is None or not issubclass(cls, schema.Item):
        raise refusal(data.get(KIND))
    return cls


def value(cls: type, name: str, content: Any) -> Any:
    """Return the value of a field. Raises SourceError for one that the field cannot hold."""
    match name:
        case "extras" if isinstance(content, dict):
            return content
        case "featured" | "is_language_told" if isinstance(content, bool):
            return content
        case "lines" if isinstance(content, list):
            return tuple(_line(each) for each in content)
        case "facts" if isinstance(content, list):
            return tuple(build(schema.Fact, each) for each in content)
        case "employer":
            return build(schema.Employer, content)
        case _ if name in NAMES and isinstance(content, list):
            if all(isinstance(each, str) for each in content):
                return tuple(content)
        case "date_style" if content in list(DateStyle):
            return DateStyle(content)
        case _ if isinstance(content, str) and _is_text(cls, name):
            _check_date(name, content)
            return content
    raise refusal(content, f"{PLACE}.{name}")


def _is_text(cls: type, name: str) -> bool:
    return any(each.name == name and each.type is str for each in fields(cls))


def _check_date(name: str, content: str) -> None:
    if name in DATES and content and not (name == "end" and content == CURRENT):
        try:
            PartialDate.parse(content)
        except ValueError as error:
            raise refusal(content, f"{PLACE}.{name}") from error


def _line(data: Any) -> schema.Line:
    if not isinstance(data, list) or not data:
        raise refusal(data)
    return schema.Line(tuple(build(schema.Skill, each) for each in data))
