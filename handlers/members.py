"""/anggota: list, search and manage the people of a region."""

from aiogram import Router

from handlers.flows import Flow


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return []


def router() -> Router:
    return Router(name="members")
