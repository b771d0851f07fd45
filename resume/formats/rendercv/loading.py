"""YAML read safely: no tags, no key twice, no aliases that expand without end."""

from collections.abc import Hashable
from typing import Any

import yaml

from resume.document.source import SourceError, gettext_noop

MAX_ALIASES = 20  # each may double the size of what comes before it
MAX_DEPTH = 20
# How libyaml's messages begin, and what the owner of the file can do.
BROKEN = {
    "mapping values are not allowed": gettext_noop(
        "This is no YAML: put a text that holds a colon in quotes, or indent the line as those "
        "beside it."
    ),
    "found character that cannot start": gettext_noop(
        "This is no YAML: indent with spaces and no tabs, and put a text that begins with a sign "
        "such as @ in quotes."
    ),
    "did not find expected ','": gettext_noop(
        "This is no YAML: a bracket that was opened before is not closed."
    ),
    "found unexpected end": gettext_noop(
        "This is no YAML: a quote that was opened before is not closed."
    ),
    "did not find expected": gettext_noop(
        "This is no YAML: indent the line as those beside it, and put a whole text in quotes or "
        "none of it."
    ),
    "block sequence entries": gettext_noop("This is no YAML: begin the list on a line of its own."),
    "could not find expected ':'": gettext_noop("This is no YAML: a colon is missing after a key."),
    "found undefined alias": gettext_noop(
        "This is no YAML: put a text that begins with * in quotes."
    ),
    "could not determine a constructor": gettext_noop(
        "This is no YAML that is read: put a text that begins with ! in quotes."
    ),
    "found unknown escape": gettext_noop(
        "This is no YAML: put a text that holds a backslash in single quotes."
    ),
    "but found another document": gettext_noop(
        "The file has several documents; take out all but the first, from “---” on."
    ),
}
BROKEN_OTHERWISE = gettext_noop("This is no YAML: %(problem)s.")


class _Loader(yaml.SafeLoader):
    """Refuses the same key twice in one mapping; dates and numbers stay as YAML has them."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _value in node.value:
            if str(key.value) in seen:
                message = gettext_noop("The key “%(key)s” stands here twice; keep one of them.")
                raise SourceError(message, {"key": key.value}, str(key.start_mark.line + 1))
            seen.add(str(key.value))
        return super().construct_mapping(node, deep=deep)

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        """Return a date, or as text what looks like one and is none: its reader tells its path."""
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


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
        problem = getattr(error, "problem", None) or "syntax"
        beginnings = (each for each in BROKEN if problem.startswith(each))
        message = BROKEN.get(next(beginnings, ""), BROKEN_OTHERWISE)
        raise SourceError(message, {"problem": problem}, _line(mark)) from error
    except (ValueError, RecursionError, OverflowError) as error:
        if isinstance(error, SourceError):
            raise
        raise SourceError(BROKEN_OTHERWISE, {"problem": str(error)[:200]}) from error


def _line(mark: Any) -> str:
    return str(mark.line + 1) if mark else ""
