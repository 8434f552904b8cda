"""The privacy notice as it is shown, and the question to those who accepted an older one."""

from bot.rules.privacy import NOTICE_DATE, NOTICE_VERSION
from bot.work import Work
from handlers.calls import Calls, label, message
from storage.people import consent_of


def notice_text(work: Work) -> str:
    """The notice, with the periods that the settings give."""
    retention = work.around.settings.retention
    return work.say(
        "privacy-notice",
        version=str(NOTICE_VERSION),
        date=NOTICE_DATE,
        drafts=str(retention.draft_days),
        messages=str(retention.delivery_days),
        requests=str(retention.request_days),
        log=str(retention.role_log_days // 365),
        idle=str(retention.idle_person_days),
    )


async def renewal(work: Work) -> Calls:
    """The new notice with its question, for somebody who accepted an older one; nothing in the
    middle of a form."""
    if work.person is None or work.drafts.opened() is not None:
        return []
    session = await work.session()
    if await consent_of(session, work.person) >= NOTICE_VERSION:
        return []
    rows = [
        [(label(work, "privacy-agree"), f"pv:y:{NOTICE_VERSION}")],
        [(label(work, "privacy-later"), "pv:n")],
    ]
    return [message(work, f"{work.say('privacy-renewed')}\n\n{notice_text(work)}", rows)]
