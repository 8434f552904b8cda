"""/profil: what I am and what I may do."""

from aiogram import Router

from handlers.flows import Flow


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return []


def router() -> Router:
    return Router(name="profile")
