"""/privasi /datasaya /hapusdata: the notice, and everybody's rights over their data."""

from aiogram import Router

from handlers.flows import Flow


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return []


def router() -> Router:
    return Router(name="privacy")
