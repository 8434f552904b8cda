"""Fixtures of the tests that run the whole program: they build places."""

from tests.endtoend.fixtures import build, build_on_postgres

__all__ = ["build", "build_on_postgres"]
