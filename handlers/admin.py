"""/admin: what waits, what failed, who is out of reach, and the log of roles."""

from aiogram import Router

from handlers.flows import Flow


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return []


def router() -> Router:
    return Router(name="admin")
