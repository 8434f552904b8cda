"""Requests for a role: approved or refused by the nearest responsible person."""

from aiogram import Router

from handlers.flows import Flow


def flows() -> list[Flow]:
    """The forms of this conversation."""
    return []


def router() -> Router:
    return Router(name="approvals")
