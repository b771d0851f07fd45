"""The house: who may import whom, how long things get, and names that are not taken."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
MODULE_LINES = 300
FUNCTION_LINES = 40

# What each part may import from `resume`. The order is that of the house, bottom first.
MAY_IMPORT = {
    "document": set(),
    "markup": {"document"},
    "formats": {"document", "markup"},
    "colours": set(),
    "models": {"colours", "document", "markup"},
    "evidence": {"document", "markup", "models"},
    "state": {"models"},
    "review": {"document", "markup", "models", "evidence", "state"},
    "store": {"document", "models", "evidence"},
    "search": {"document", "markup", "models", "store"},
    "timeline": {"document"},
    "writing": {"models"},
    "contents": set(),
    "overview": {"models", "review"},
    "views": {
        "colours",
        "document",
        "evidence",
        "markup",
        "formats",
        "models",
        "search",
        "state",
        "store",
        "timeline",
        "writing",
    },
    "output": set(),
    "sitemaps": {"models", "views", "writing"},
    "ingredients": {"models", "sitemaps", "views", "writing"},
    "feeds": {"document", "models", "markup", "views", "writing"},
    "templatetags": {"document", "evidence", "markup", "models", "views"},
    "admin": {
        "colours",
        "contents",
        "document",
        "evidence",
        "markup",
        "formats",
        "models",
        "overview",
        "store",
        "typed",
    },
    "management": {
        "document",
        "markup",
        "formats",
        "ingredients",
        "models",
        "output",
        "review",
        "sitemaps",
        "state",
        "store",
    },
    "typed": set(),
    "checks": set(),
    "apps": {"checks"},
    "urls": {"views", "feeds", "sitemaps"},
}
# The folders of the Markdown reader, bottom first: each may import those before it.
MARKDOWN = ("text", "rows", "projects", "tree", "employers")
# The neutral parts know no Django, but for its safe strings and escaping at the HTML edge.
DJANGO_FREE = {"colours": set(), "document": set(), "markup": {"django.utils.safestring"}}

JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "services", "lib"}


def modules(folder="resume"):
    return [
        path
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts and path.stat().st_size
    ]


def part(path):
    """Return the part of the house that a module of `resume` is in."""
    return path.relative_to(ROOT / "resume").with_suffix("").parts[0]


def imports(tree, path):
    """Yield the dotted name of everything that a module imports."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *(node.module or "").split(".")]).strip(".")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def forbidden_imports(source, path):
    """Return what the module at `path` imports and may not."""
    here = part(path)
    found = []
    for name in imports(ast.parse(source), path):
        words = name.split(".")
        if words[0] == "resume" and len(words) > 1:
            if words[1] != here and words[1] not in MAY_IMPORT[here]:
                found.append(name)
        elif words[0] == "django" and here in DJANGO_FREE:
            if not any(name.startswith(allowed) for allowed in DJANGO_FREE[here]):
                found.append(name)
        elif words[0] in ("portfolio", "tests", "bench"):
            found.append(name)
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_downwards(path):
    assert forbidden_imports(path.read_text(encoding="utf-8"), path) == []


def test_an_upward_import_is_found():
    path = ROOT / "resume" / "document" / "dates.py"
    assert forbidden_imports("from resume.models import Skill", path) == ["resume.models.Skill"]
    assert forbidden_imports("from ..store import load", path) == ["resume.store.load"]
    assert forbidden_imports("import django.db", path) == ["django.db"]


def upward_in_markdown(source, path):
    """Return what a module of the Markdown reader imports from later folders, or from above."""
    here = path.parent.name
    allowed = MARKDOWN[: MARKDOWN.index(here) + 1]
    names = [name.split(".") for name in imports(ast.parse(source), path)]
    return [
        ".".join(words)
        for words in names
        if words[:3] == ["resume", "formats", "markdown"] and words[3] not in allowed
    ]


@pytest.mark.parametrize("folder", MARKDOWN)
def test_folders_of_the_markdown_reader_import_those_below_them(folder):
    paths = modules(f"resume/formats/markdown/{folder}")
    assert len(paths) > 1
    assert {
        path.name: found
        for path in paths
        if (found := upward_in_markdown(path.read_text(encoding="utf-8"), path))
    } == {}


def test_an_upward_import_in_the_markdown_reader_is_found():
    path = ROOT / "resume" / "formats" / "markdown" / "rows" / "tables.py"
    found = upward_in_markdown("from ..tree import signs\nfrom ..writer import render", path)
    assert found == [
        "resume.formats.markdown.tree.signs",
        "resume.formats.markdown.writer.render",
    ]


def too_long(source):
    """Return {function name: lines} of the functions that are too long."""
    return {
        node.name: length
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := node.end_lineno - node.lineno + 1) > FUNCTION_LINES
    }


@pytest.mark.parametrize(
    "path",
    [*modules(), *modules("portfolio"), *modules("bench")],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_modules_and_functions_stay_small(path):
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MODULE_LINES
    assert too_long(source) == {}


def test_a_long_function_is_found():
    assert too_long("def long():\n" + "    pass\n" * FUNCTION_LINES) == {"long": 41}


def test_no_module_is_a_junk_drawer():
    names = {path.stem for folder in ("resume", "portfolio", "tests") for path in modules(folder)}
    assert names & JUNK_DRAWERS == set()


def test_templates_are_two_levels_deep():
    folder = ROOT / "templates"
    deep = [
        path.relative_to(folder)
        for path in folder.rglob("*.html")
        if len(path.relative_to(folder).parts) > 2
        and path.relative_to(folder).parts[0] not in ("admin", "reversion")
    ]
    assert deep == []


def test_receivers_of_signals_stand_in_one_module():
    with_receivers = {
        str(path.relative_to(ROOT))
        for path in modules()
        if "@receiver" in (text := path.read_text(encoding="utf-8")) or ".connect(" in text
    }
    assert with_receivers == {"resume/models/base.py"}


def test_no_page_holds_inline_style_or_script():
    folder = ROOT / "templates"
    inline = ("style=", "<style", " onclick=", " onload=", "<script>")
    found = [
        (str(path.relative_to(folder)), word)
        for path in folder.rglob("*.html")
        for word in inline
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []


def test_public_code_reads_public_names_only():
    folder = ROOT / "templates"
    private = ("employer.name", "project.title", "employer.aliases", "employer.url ")
    found = [
        (str(path.relative_to(folder)), word)
        for path in folder.rglob("*.html")
        if path.relative_to(folder).parts[0] != "admin"
        for word in private
        if word in path.read_text(encoding="utf-8")
    ]
    assert found == []
