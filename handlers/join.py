"""/daftar: ask for a role without a link, and see where the request stands."""

from aiogram import Router

from handlers.flows import Flow


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return []


def router() -> Router:
    return Router(name="join")
