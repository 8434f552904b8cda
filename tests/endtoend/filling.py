"""A person who fills in a form by what the chat shows, as people do.

They answer the question they see. When nothing comes for a while they write "?", which shows
the question again, and go on from there.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

from sandbox.client_buttons import find_button
from sandbox.client_person import Person
from tests.endtoend.speech import label, words

Message = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, known by its words, and what the person does about it.

    ``then`` is pressed once ``given`` stands in the question (what was ticked or sent so far).
    """

    words: str
    says: str = ""
    press: str = ""
    photos: int = 0
    given: str = ""
    then: str = ""

    async def answer(self, who: Person, message: Message) -> None:
        is_given = bool(self.given) and self.given in message["text"]
        if is_given or self.press:
            wanted = self.then if is_given else self.press
            button = find_button([message], wanted)
            assert button is not None, f"no button “{wanted}” under {message['text']}"
            await who.presses_data(button.data, button.message_id)
        elif self.photos:
            await who.sends_album(self.photos)
        else:
            await who.says(self.says)


def _summary() -> Ask:
    return Ask(words("form-summary"), press=label("form-submit"))


def _several(key: str, value: str, shown: str) -> Ask:
    """A question with several answers: one is typed, then it is done."""
    given = words("form-choices-picked", value=shown)
    return Ask(words(key), says=value, given=given, then=label("form-done"))


def activity(title: str, photos: int = 0) -> tuple[Ask, ...]:
    """/kegiatan, answered as :data:`ACTIVITY_ROW` then holds it."""
    taken_in = words("form-photos-album", most="5")
    asked = words("activity-photos")
    return (
        Ask(words("activity-date"), press=label("form-today")),
        Ask(words("activity-title"), says=title),
        Ask(words("activity-section"), press="Reproduksi"),
        _several("activity-target_groups", "balita", "Balita"),
        Ask(words("activity-participants"), says="20 L 12 P 5 anak"),
        _several("activity-funding", "APBN", "APBN"),
        Ask(asked, photos=photos, given=taken_in, then=label("form-done"))
        if photos
        else Ask(asked, press=label("form-skip")),
        _summary(),
    )


def report_now() -> tuple[Ask, ...]:
    """/lapor in danger: sent from the first yes, with a place and a few words."""
    return (
        Ask(words("report-in_danger"), press=label("form-yes")),
        Ask(words("report-badly_hurt"), press=label("report-send-now")),
        Ask(words("report_now-village"), says="Sungai Liat"),
        Ask(words("report_now-account"), says=ACCOUNT),
    )


def broadcast(text: str, audience: str) -> tuple[Ask, ...]:
    """/siaran to all of one's region at once; the last press follows the number of recipients."""
    return (
        Ask(words("broadcast-text"), says=text),
        Ask(words("broadcast-photo"), press=label("form-skip")),
        Ask(words("broadcast-audience"), press=audience),
        Ask(words("broadcast-region"), press=label("form-region-choose")),
        Ask(words("broadcast-when"), press=label("form-now")),
        _summary(),
        Ask(words("broadcast-confirm"), press=label("broadcast-send")),
    )


ACCOUNT = "Anak itu dipukuli dan menangis"
ACTIVITY_ROW: Mapping[str, Any] = {
    "region_code": "19.01.01.1001",
    "section": "repro",
    "target_groups": ["balita"],
    "agencies": ["komkb"],
    "funding": ["apbn"],
    "male": 20,
    "female": 12,
    "children": 5,
    "place": "Sungailiat (Kec. Sungailiat)",
    "description": None,
}


def is_activity(row: Mapping[str, Any], title: str) -> bool:
    """Whether a row of the table holds what :func:`activity` answers."""
    lists = ("target_groups", "agencies", "funding")
    plain = {name: json.loads(row[name]) for name in lists if isinstance(row[name], str)}
    return {**row, **ACTIVITY_ROW, "title": title} == {**row, **plain}


@dataclass
class Filler:
    """One person in one form. An answer the bot has moved on from must not be asked again."""

    who: Person
    form: Sequence[Ask]
    patience: float = 2.0
    nudges: int = 0
    answered: int = 0
    _reached: int = 0
    _looked: int = 0
    _last: str = ""

    async def fills(self, until: str, *, nudges: int = 3) -> Message:
        """Answer one question after the other until the chat says ``until``."""
        while True:
            message = await self._next(until)
            if message is None:
                self.nudges += 1
                assert self.nudges <= nudges, (
                    f"{self.who.first_name} gave up:\n{await self._chat()}"
                )
                await self.who.says("?")
                continue
            if until in message.get("text", ""):
                return message
            await self.answers(message)

    async def _chat(self) -> str:
        return "\n".join(str(message.get("text")) for message in (await self.who.messages())[-8:])

    async def _next(self, end: str) -> Message | None:
        """The newest message not looked at yet; one that ends the form even if another, an answer
        to a nudge, came right behind it."""
        looked = since = max(self.who.since, self._looked)
        until = monotonic() + self.patience
        while (left := until - monotonic()) > 0:
            news = await self.who.client.events(since, left, self.who.id)
            shown = [event["message"] for event in news["events"] if event.get("message")]
            new = [one for one in shown if one["from"]["is_bot"] and one["seq"] > looked]
            is_end = not any(ask.words in end for ask in self.form)
            if is_end and (ends := [one for one in new if end in one.get("text", "")]):
                last: Message = ends[-1]
                return last
            if new:
                newest: Message = max(new, key=lambda message: int(message["message_id"]))
                return newest
            since = news["seq"]
        return None

    async def answers(self, message: Message) -> None:
        """Answer the question this message asks; look on when it asks none."""
        text = message.get("text", "")
        found = [number for number, ask in enumerate(self.form) if ask.words in text]
        if not found or text == self._last:  # Telegram may show a question twice after trouble
            self._looked = message["seq"]
            return
        assert found[0] >= self._reached, f"asked again: {text}"
        self._reached, self._last = found[0], text
        self.answered += 1
        limit = 4 * len(self.form)
        assert self.answered <= limit, f"round in circles:\n{await self._chat()}"
        await self.form[found[0]].answer(self.who, message)
