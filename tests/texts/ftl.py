"""The text files as data: keys, their arguments, and patterns that any arguments fit."""

import re
from functools import cache
from typing import Any

from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from bot import texts
from tests.conversations.reading import plain

_MARK = "\ue000"


class _Arguments(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


@cache
def arguments(language: str) -> dict[str, frozenset[str]]:
    """Every key of a language with the arguments its text needs."""
    found: dict[str, frozenset[str]] = {}
    for path in sorted((texts.FOLDER / language).glob("*.ftl")):
        for entry in parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{path}: {entry.id.name} twice"
                visitor = _Arguments()
                visitor.visit(entry)
                found[entry.id.name] = frozenset(visitor.names)
    return found


def pattern(key: str, language: str, **args: Any) -> re.Pattern[str]:
    """What a text looks like when read; arguments that are not given may be anything."""
    wild = dict.fromkeys(arguments(language)[key] - args.keys(), _MARK)
    read = plain(texts.say(key, language, **args, **wild))
    return re.compile(re.escape(read).replace(_MARK, ".*?"), re.DOTALL)
