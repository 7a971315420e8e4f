"""Rules of the house that import contracts and linters do not know."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("portal", "feedback", "kpis")
SOURCES = sorted(
    path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts
)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imports_of(path: Path) -> set[str]:
    """The top-level packages a file imports directly."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module.split(".")[0])
    return found


HOMES = [
    ("pandas", r"\.spreadsheets(\.|$)"),
    ("openpyxl", r"\.spreadsheets(\.|$)"),
    ("celery", r"(\.tasks$)|(^portal\.celery$)|(^portal\.runtime\.)"),
    ("redis", r"$^"),
    ("valkey", r"$^"),
    ("scipy", r"^kpis\.domain\.disclosure"),
]


@pytest.mark.parametrize(("library", "home"), HOMES, ids=[library for library, _ in HOMES])
def test_a_library_has_one_home(library, home):
    strays = [
        m for path in SOURCES if library in imports_of(path) and not re.search(home, m := module_of(path))
    ]
    assert strays == []


def test_no_file_outgrows_its_subject():
    one_by_decision = {"portal.settings"}  # one settings file, not a package of them
    sizes = {module_of(path): len(path.read_text().splitlines()) for path in SOURCES}
    long = {name: lines for name, lines in sizes.items() if lines > 300 and name not in one_by_decision}
    assert long == {}


def test_models_have_no_default_ordering():
    ordered = [
        module_of(path) for path in SOURCES if re.search(r"^        ordering\s*=", path.read_text(), re.M)
    ]
    assert ordered == []


def test_nobody_catches_everything():
    broad = [
        module_of(p) for p in SOURCES if re.search(r"except( Base)?( Exception)?\s*(as \w+)?:", p.read_text())
    ]
    assert broad == []


def test_only_the_edge_reads_the_clock():
    """Views, tasks, commands, middleware and the site's own frame may ask for the time; the rest is told."""
    edge = re.compile(
        r"\.(views|tasks|management|middleware|templatetags|context_processors|wagtail_hooks|adapters)(\.|$)"
    )
    strays = [
        module_of(path)
        for path in SOURCES
        if not edge.search(module_of(path)) and re.search(r"timezone\.(now|localdate)\(\)", path.read_text())
    ]
    assert strays == []
