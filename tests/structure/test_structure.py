"""What reviews would otherwise have to look for, every time."""

import ast
import re

import pytest

from tests.structure.sources import PACKAGES, ROOT, calls, places, trees

MOST_LINES = 300


def test_only_the_two_edges_commit() -> None:
    edges = ("bot/transaction.py", "broadcasts/")
    assert [at for at in places(calls("commit")) if not at.startswith(edges)] == []


def test_a_transaction_of_its_own_is_for_operators_and_the_budget() -> None:
    allowed = (
        "bot/setup.py",
        "bot/regions_desk.py",
        "bot/demo.py",
        "bot/app.py",
        "storage/pace.py",
        "sandbox/",
    )
    found = [
        f"{path}:{node.lineno}"
        for path, node in calls("write")
        if isinstance(node.func, ast.Attribute) and not node.args
    ]
    assert [at for at in found if not at.startswith(allowed)] == []


def test_background_work_has_an_owner() -> None:
    unowned = [
        f"{path}:{node.lineno}"
        for path, node in calls("create_task")
        if isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in ("asyncio", "loop")
    ]
    assert unowned == []
    assert places(calls("ensure_future")) == []


@pytest.mark.parametrize("package", ["bot/forms", "bot/rules"])
def test_the_pure_core_reads_no_clock(package: str) -> None:
    clocks = {("datetime", "now"), ("datetime", "utcnow"), ("date", "today"), ("time", "time")}
    found = [
        f"{path}:{node.lineno}"
        for name in ("now", "utcnow", "today", "time")
        for path, node in calls(name)
        if path.startswith(package)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and (node.func.value.id, name) in clocks
    ]
    assert found == []


def test_only_the_clock_asks_the_machine_for_the_time() -> None:
    allowed = ("bot/clock.py", "sandbox/", "storage/pace.py")
    found = [
        f"{path}:{node.lineno}"
        for path, node in calls("now")
        if isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "datetime"
    ]
    assert [at for at in found if not at.startswith(allowed)] == []


def test_every_module_says_why_it_exists() -> None:
    silent = [path for path, tree in trees() if tree.body and not ast.get_docstring(tree)]
    assert silent == []


def test_files_hold_one_subject() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
        if "migrations" not in path.parts
        and (lines := len(path.read_text().splitlines())) > MOST_LINES
    }
    assert long == {}


def test_the_lock_names_no_index() -> None:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[A-Za-z0-9_.-]+==[A-Za-z0-9_.+!-]+", line) for line in pins)
    assert len(pins) > 30


def test_filters_of_handlers_are_async() -> None:
    """A magic or synchronous filter runs in a thread: about 0.11 ms each an update."""
    assert [
        path
        for path, tree in trees()
        if path.startswith("handlers/")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.module == "aiogram"
        and any(name.name == "F" for name in node.names)
    ] == []


def test_relationships_are_never_loaded_by_surprise() -> None:
    for path, node in calls("relationship"):
        keywords = {keyword.arg: keyword.value for keyword in node.keywords}
        lazy = keywords.get("lazy")
        assert isinstance(lazy, ast.Constant), path
        assert lazy.value == "raise", path
