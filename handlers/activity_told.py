"""Tells authors, in their own language, what whoever checks has said of their activities."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot import texts
from bot.forms import Plain, Say
from bot.rules.activity_after import spoken_title
from bot.work import Work
from storage.activity_checks import Checked
from storage.people import telegram_id_of
from storage.webhook_posts import owe


async def announce(work: Work, taken: Sequence[Checked]) -> None:
    """What follows from a yes: the authors are told, and the systems that asked for it."""
    session, targets = await work.session(), work.around.settings.webhooks
    await tell_verified(work, taken)
    for one in taken if targets else ():
        await owe(session, targets, "verified", one.id, one.revision, work.now)
        work.wake()


async def tell_verified(work: Work, taken: Sequence[Checked]) -> None:
    """One message an author, however many of theirs were checked at once."""
    session = await work.session()
    for person in sorted({one.person for one in taken}):
        known = await telegram_id_of(session, person)
        if known is None or known[0] <= 0:
            continue
        theirs = [one for one in taken if one.person == person]
        first = theirs[0]
        if len(theirs) == 1:
            title = spoken_title(first.title, first.section)
            work.tell(*known, "after-told-verified", title=title, date=first.held_on)
        else:
            titles = tuple(Plain(spoken_title(one.title, one.section)) for one in theirs)
            count = str(len(theirs))
            work.tell(*known, "after-told-verified-many", count=count, titles=titles)


async def tell_returned(work: Work, one: Checked, note: str) -> None:
    """The note, and a button that opens the activity for its author to put right."""
    known = await telegram_id_of(await work.session(), one.person)
    if known is None or known[0] <= 0:
        return
    title = spoken_title(one.title, one.section)
    markup = _button(known[1], "after-told-edit", f"ac:e:{one.id}")
    words: Mapping[str, Any] = {"title": title, "date": one.held_on, "note": note}
    work.tell(*known, "after-told-returned", markup=markup, **words)


def _button(language: str, key: str, data: str) -> Mapping[str, Any]:
    text = texts.plain_of(Say(key), language)
    return {"inline_keyboard": [[{"text": text, "callback_data": data}]]}
