"""What is imported is declared, and what is declared has a reason and a pinned version."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from assistant.models.telling import PACKAGES

ROOT = Path(__file__).resolve().parents[1]
OWN = {"app", "assistant", "benchmarks", "ingest", "tests"}
SHIPPED = ("app.py", "assistant", "ingest")
UNIMPORTED = {"lxml", "pillow", "torch"}
"""Dependencies that no line imports; ``docs/beroenden.md`` says what they are there for all the same."""


def plain(requirement: str) -> str:
    """The name in a requirement, as package indexes compare names."""
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def declared(*, for_tests: bool) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["optional-dependencies"]["test"] if for_tests else project["dependencies"]
    return {plain(requirement) for requirement in wanted}


def extras() -> dict[str, list[str]]:
    """The packages of each extra but the tests' own."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        name: [plain(one) for one in wanted]
        for name, wanted in project["optional-dependencies"].items()
        if name != "test"
    }


def explained(*, for_tests: bool) -> list[str]:
    """The packages in the first or second table of the reasons, in their order."""
    text = (ROOT / "docs" / "beroenden.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!package)([^|]+) \|", text.split("## For tests only")[for_tests], re.MULTILINE)
    return [plain(name) for row in rows for name in row.split(", ")]


def imported(*places: str) -> dict[str, str]:
    """Top-level modules of others that the files import anywhere, each with a file that does."""
    found = {}
    for place in places:
        for path in [ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= {module: str(path) for node in ast.walk(tree) for module in _modules(node)}
    return {module: path for module, path in found.items() if module not in sys.stdlib_module_names | OWN}


def _modules(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (name.name.partition(".")[0] for name in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module.partition(".")[0]


def undeclared(modules: dict[str, str], packages: set[str]) -> dict[str, str]:
    return {module: path for module, path in modules.items() if not brought_by(module) & packages}


def brought_by(module: str) -> set[str]:
    """The packages that install a module; none when it is not installed."""
    return {plain(name) for name in _installed().get(module, [])}


@cache
def _installed() -> Mapping[str, list[str]]:
    return packages_distributions()


def test_what_the_program_imports_is_declared() -> None:
    assert undeclared(imported(*SHIPPED), declared(for_tests=False)) == {}


def test_what_tests_and_benchmarks_import_is_declared() -> None:
    packages = declared(for_tests=False) | declared(for_tests=True)
    assert undeclared(imported("tests", "benchmarks"), packages) == {}


def test_what_is_declared_is_imported() -> None:
    used = {package for module in imported(*SHIPPED) for package in brought_by(module)}
    assert declared(for_tests=False) - used == UNIMPORTED


def test_every_dependency_has_a_reason_and_every_reason_a_dependency() -> None:
    for for_tests in (False, True):
        assert sorted(explained(for_tests=for_tests)) == sorted(declared(for_tests=for_tests))


def test_every_dependency_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {plain(line) for line in lines if "==" in line}
    assert (declared(for_tests=False) | declared(for_tests=True)) - pins == set()


def test_every_extra_is_pinned_tried_and_named_by_what_is_missing() -> None:
    """The tests install its packages; the sentence on a missing package names no other extra."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {plain(line) for line in lines if "==" in line}
    packages = {package for wanted in extras().values() for package in wanted}
    assert packages <= pins & declared(for_tests=True)
    assert set(PACKAGES.values()) == set(extras())
