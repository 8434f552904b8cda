"""Fixtures of the tests that kill the program: they build places as the end-to-end tests do."""

from tests.endtoend.fixtures import build, build_on_postgres

__all__ = ["build", "build_on_postgres"]
