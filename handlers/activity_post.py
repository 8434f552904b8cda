"""One line into the kampung's own group when an activity was logged, if the group wants it."""

from datetime import date

from bot import texts
from bot.rules.activity_after import spoken_title
from bot.rules.lists import SECTIONS, label_of
from bot.work import Work
from storage.group_posts import posting_groups
from storage.outbox import Priority

LANGUAGE = "id"
"""A group has no language of its own."""


async def post_to_group(
    work: Work, *, activity: int, region: str, title: str, section: str, held_on: date
) -> None:
    """Queue the line once for each group: what, on which day, which section. Of a title that may
    tell of a person only the section is named."""
    if work.person is None:
        return
    groups = await posting_groups(await work.session(), work.person, region)
    if not groups:
        return
    named, kind = spoken_title(title, section), label_of(SECTIONS, section)
    key = "after-post" if named != kind else "after-post-section"
    text = texts.say(key, LANGUAGE, title=named, date=held_on, section=kind)
    params = {"text": text, "parse_mode": "HTML"}
    for chat in groups:
        once = f"post:{activity}:{chat}"
        work.send(chat, "sendMessage", params, priority=Priority.REMINDER, once=once)
