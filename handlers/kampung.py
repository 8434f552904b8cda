"""/kampung: the registry of Kampung KB, and how much of the province it covers."""

from aiogram import Router

from handlers.flows import Flow


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return []


def router() -> Router:
    return Router(name="kampung")
