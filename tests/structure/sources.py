"""The project's own Python files as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "handlers", "storage", "broadcasts", "reports", "sandbox")


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """(path relative to the project, tree) of every file of the product."""
    files = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return tuple((str(path.relative_to(ROOT)), ast.parse(path.read_text())) for path in files)


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Calls of a method or function of that name, with their file."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _called(node) == name:
                yield path, node


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def places(found: Iterator[tuple[str, ast.Call]]) -> list[str]:
    return [f"{path}:{node.lineno}" for path, node in found]
