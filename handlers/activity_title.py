"""The question for an activity's title, which takes a whole sentence too: "posyandu melati kmrn 25
ibu dana desa" tells the day, the people and the money at once."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.forms import AskText, Context, Event, Invalid, Text
from bot.forms.context import Answers
from bot.forms.steps import Accept, Turn
from bot.forms.steps.base import Taken
from bot.rules.danger import danger_in
from bot.rules.hints import Hints
from bot.rules.understand import Understood, understand
from handlers.activity_guesses import hints_of

SHORTEST_SENTENCE = 3
"""Words of a sentence at least; less is only a title."""
ACCOUNT = ("title", "description", "follow_up")
TOLD = ("date", "participants", "funding", "agencies")


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence told, as answers by step, and which of them are to be asked all the same."""

    answers: dict[str, Any]
    doubtful: tuple[str, ...]


def no_danger(text: str) -> None:
    """Raise Invalid for words that may tell of a person in danger: they belong to /lapor."""
    if danger_in(text):
        raise Invalid("danger-lead")


def no_danger_together(answers: Answers, _: Context) -> None:
    """Raise Invalid for an account that tells of a person in danger only as a whole."""
    given = [name for name in ACCOUNT if answers.get(name)]
    if given and danger_in("\n".join(answers[name] for name in given)):
        raise Invalid("danger-lead").at(given[-1])


def told_by(found: Understood, hints: Hints) -> Told:
    """The answers in what was understood. What the title's words only suggest is left to the
    form's guesses, which are marked as such."""
    answers: dict[str, Any] = {}
    if found.title:
        answers["title"] = found.title
    if found.date is not None:
        answers["date"] = found.date.isoformat()
    if found.participants is not None:
        answers["participants"] = dict(found.participants)
    for name, several in (("funding", found.funding), ("agencies", found.agencies)):
        if several:
            answers[name] = list(several)
    if found.place:
        answers["place"] = {"text": found.place}
    is_doubtful = "section" in found.unsure
    if found.section and (is_doubtful or hints.section(found.title or "") != found.section):
        answers["section"] = found.section
    return Told(answers, tuple(name for name in found.unsure if name in answers))


@dataclass(frozen=True, slots=True)
class AskTitle(AskText):
    """Value: the title. ``people`` and ``days`` are the limits of a number and of the past."""

    people: int = 9999
    days: int | None = None

    def take(self, turn: Turn, event: Event) -> Taken:
        taken = self._sentence(event.text, turn.ctx) if isinstance(event, Text) else None
        if taken is None:
            return AskText.take(self, turn, event)
        self.validate(taken.value, turn.answers, turn.ctx)
        return taken

    def _sentence(self, text: str, ctx: Context) -> Accept | None:
        if len(text.split()) < SHORTEST_SENTENCE:
            return None
        no_danger(text)
        told = self.read(text, ctx.today, hints_of(ctx))
        if told is None or "title" not in told.answers:
            return None
        if not any(name in told.answers for name in ("date", "participants")):
            return None  # "Rapat dengan Puskesmas" is a title as it stands
        others = {name: value for name, value in told.answers.items() if name != "title"}
        return Accept(told.answers["title"], others, told.doubtful)

    def read(self, text: str, at: date, hints: Hints) -> Told | None:
        """What a sentence tells; None when it is no report."""
        found = understand(text, at, hints=hints, most=self.people, earliest_days=self.days)
        return told_by(found, hints) if found.kind == "report" else None
