"""YAML read safely: no tags, no key twice, no aliases that expand without end."""

from collections.abc import Hashable
from typing import Any

import yaml

from resume.document.source import SourceError, gettext_noop

MAX_ALIASES = 20  # each may double the size of what comes before it
MAX_DEPTH = 20


class _Loader(yaml.SafeLoader):
    """Refuses the same key twice in one mapping; dates and numbers stay as YAML has them."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _value in node.value:
            if str(key.value) in seen:
                message = gettext_noop("The key “%(key)s” stands here twice.")
                raise SourceError(message, {"key": key.value}, str(key.start_mark.line + 1))
            seen.add(str(key.value))
        return super().construct_mapping(node, deep=deep)


def load(text: str) -> Any:
    """Return the value of a YAML text. Raises SourceError, naming the line."""
    try:
        aliases = depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            aliases += isinstance(event, yaml.AliasEvent)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if aliases > MAX_ALIASES or depth > MAX_DEPTH:
                message = gettext_noop("Too many aliases or levels: this YAML expands without end.")
                raise SourceError(message, place=_line(event.start_mark))
        return yaml.load(text, Loader=_Loader)  # noqa: S506 (a subclass of SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = gettext_noop("This is no YAML: %(problem)s.")
        problem = getattr(error, "problem", None) or "syntax"
        raise SourceError(message, {"problem": problem}, _line(mark)) from error
    except (ValueError, RecursionError, OverflowError) as error:
        if isinstance(error, SourceError):
            raise
        message = gettext_noop("This is no YAML: %(problem)s.")
        raise SourceError(message, {"problem": str(error)[:200]}) from error


def _line(mark: Any) -> str:
    return str(mark.line + 1) if mark else ""
