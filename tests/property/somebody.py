"""One person in one form: what they do is done to the engine; after each doing all must hold."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.forms import (
    Acted,
    Begin,
    Cancelled,
    Done,
    Draft,
    Event,
    Form,
    Invalid,
    Notice,
    Photo,
    Press,
    Quiet,
    Result,
    Resume,
    Screen,
    Step,
    Text,
    begin,
    respond,
    settled,
    visible,
)
from bot.forms.callbacks import prefix
from bot.forms.screens import summary
from handlers.flows import Prepared
from tests.property.doings import Does, Doing, Forge, Later, OldTap, Raw, Tap, Well
from tests.property.forms import context
from tests.property.limits import is_within_limits
from tests.property.shown import action_of, check_screen
from tests.property.wanted import answered_well

_REMEMBERED = 400


@dataclass
class Somebody:
    """Fills in a form. ``ended`` is how often it came to an end and was begun anew."""

    form: Form
    way: Prepared
    last: Mapping[str, Any]
    days: int = 0
    ended: int = 0
    old: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ctx = context(self.way, self.last)
        self._start()

    def _start(self) -> None:
        way = self.way
        self.draft, self.screen = begin(
            self.form, self.ctx, way.answers, doubtful=way.doubtful, at=way.at
        )
        self.told: Screen | None = None
        self.has_quiet_photos = False
        self.days_at_change = self.days
        self._see(self.screen)

    def does(self, doing: Doing) -> None:
        """Do one thing. Raises AssertionError for whatever does not hold then."""
        shown = self._current()
        match doing:
            case Tap(at):
                self._press(shown[at % len(shown)])
            case OldTap(at):
                self._press(self.old[at % len(self.old)])
            case Forge(action, arg, is_current):
                revision = self.draft.revision - (0 if is_current else 1)
                self._press(f"{prefix(self.form.code, revision)}{action}{arg}"[:64])
            case Raw(data):
                self._press(data)
            case Does(event):
                self.meets(event)
            case Later(days):
                self.days += days
                self.ctx = context(self.way, self.last, self.days)
                self._check_resumable()
            case Well(times):
                for _ in range(times):
                    self.meets(answered_well(self.form, self.draft, self.screen, self.ctx))

    def _press(self, data: str) -> None:
        """A press, and the same once more: Telegram or a thumb delivers it twice."""
        before, ended = self.draft, self.ended
        self.meets(Press(data))
        if self.ended != ended or self.draft is before:
            return
        again, result = respond(self.form, self._stored(), Press(data), self.ctx)
        if isinstance(result, Acted):
            assert next(one for one in self.form.actions if one.id == result.action).always
        else:
            assert again == self.draft, f"a press delivered twice counted twice: {result}"

    def _stored(self) -> Draft:
        """The draft as it comes back from the database."""
        again = Draft.from_json(json.loads(json.dumps(self.draft.to_json())))
        assert again == self.draft
        return again

    def meets(self, event: Event) -> Result:
        """Let the engine respond, and look at what it made of it."""
        before = self._stored()
        after, result = respond(self.form, before, event, self.ctx)
        if isinstance(result, Done | Cancelled):
            self._check_end(before, result)
            self.ended += 1
            self._start()
            return result
        self._check_kept(before, after, event)
        self.draft = after
        self._note_photos(event, result)
        match result:
            case Screen():
                self._see(result)
            case Notice():
                assert result.screen.fresh
                self._see(result.screen)
            case Quiet():
                assert after.revision == before.revision
            case Acted():
                assert result.draft == after
        self._check_resumable()
        self._check_guesses()
        return result

    def _see(self, screen: Screen) -> None:
        check_screen(self.form, screen)
        self.screen = screen
        self.old += [one.data for row in screen.rows for one in row]
        del self.old[:-_REMEMBERED]
        if screen.step == "summary":
            self.told, self.has_quiet_photos = screen, False

    def _note_photos(self, event: Event, result: Result) -> None:
        """Further parts of an album are taken in without a word: no summary names them."""
        if isinstance(event, Photo) and isinstance(result, Quiet):
            self.has_quiet_photos = True

    def _check_kept(self, before: Draft, after: Draft, event: Event) -> None:
        """What was answered stays; only the step that is asked, guesses and photos may change."""
        assert after.form == before.form
        lost = set(before.answers) - set(after.answers)
        assert lost <= set(before.guessed), f"lost: {lost}"
        changed = {
            name for name in after.answers if after.answers[name] != before.answers.get(name, ...)
        }
        if after.answers != before.answers:
            self.days_at_change = self.days
        may = {before.step} | set(before.guessed)
        if isinstance(event, Photo):
            may |= {step.name for step in self.form.steps if step.takes_photos}
        replaced = changed & set(before.answers)
        assert replaced <= may, f"replaced: {replaced - may}"
        is_back = isinstance(event, Text) and event.text == "kembali"
        is_back = is_back or (isinstance(event, Press) and event.data.endswith(":b"))
        if is_back and not (self.form.sensitive and isinstance(event, Text)):
            assert after.answers == before.answers
        given = set(before.answers) - set(before.guessed)
        if before.mode == "step" and before.step in changed:
            given.add(before.step)
        assert not given & set(after.guessed), "a guess stands for what was given"

    def _check_resumable(self) -> None:
        """Whenever it is opened again, the question is there; looking changes nothing twice."""
        draft = self._stored()
        for event in (Resume(), Begin()):
            draft, shown = respond(self.form, draft, event, self.ctx)
            assert isinstance(shown, Screen)
            assert shown.fresh
            same, _ = respond(self.form, draft, event, self.ctx)
            assert same == draft
        settled(self.form, draft, self.ctx)

    def _check_guesses(self) -> None:
        if self.days != self.days_at_change:
            return  # a guess is made anew with the next answer, and checked before it is sent
        for step in visible(self.form, self.draft.answers):
            if step.name in self.draft.guessed:
                step.validate(self.draft.answers[step.name], self.draft.answers, self.ctx)

    def _check_end(self, before: Draft, result: Done | Cancelled) -> None:
        if isinstance(result, Cancelled):
            assert before.mode == "cancel"
            return
        answers = result.answers
        shown = visible(self.form, answers)
        for step in shown:
            self._check_answer(step, answers)
        assert {step.name for step in shown} == set(answers) & set(self.form.by_name)
        if self.form.check is not None:
            self.form.check(answers, self.ctx)
        if self.form.summary:
            assert before.mode == "summary"
            self._check_told(before, answers)

    def _check_answer(self, step: Step, answers: Mapping[str, Any]) -> None:
        value = answers[step.name]
        if value is None:
            assert step.optional or step.aside, f"{step.name} is missing"
            return
        try:
            step.validate(value, answers, self.ctx)
        except Invalid as refused:
            raise AssertionError(f"{step.name} was sent though {refused.key}: {value!r}") from None
        assert is_within_limits(step, value, self.ctx), f"{step.name} was sent: {value!r:.80}"

    def _check_told(self, before: Draft, answers: Mapping[str, Any]) -> None:
        """What is sent is what stood in the last summary."""
        for step in visible(self.form, answers):
            assert answers[step.name] == before.answers.get(step.name)
        if self.has_quiet_photos:
            return
        assert self.told is not None
        now = summary(self.form, before, self.ctx, fresh=False)
        lines = [label for label in now.body if getattr(label, "key", "") != "form-summary"]
        assert all(line in self.told.body for line in lines), (lines, self.told.body)

    def goes_back(self) -> None:
        """Back, question by question to the first one: nothing that was answered is lost."""
        if self.draft.mode == "cancel":
            return
        before = dict(self.draft.answers)
        for _ in self.form.steps:
            offered = [data for data in self._current() if action_of(data) == "b"]
            if offered:
                self.meets(Press(offered[0]))
        assert dict(self.draft.answers) == before

    def _current(self) -> list[str]:
        """The data of the buttons shown now."""
        return [one.data for row in self.screen.rows for one in row]

    def leaves(self) -> None:
        """Cancel leads out, from wherever one is."""
        if self.draft.mode != "cancel":
            out = [data for data in self._current() if action_of(data) == "c"]
            current = [data for data in out if data.split(":")[2] == self._revision()]
            self.meets(Press(current[0]) if current else Text("batal"))
        assert self.draft.mode == "cancel"
        ended = self.ended
        self.meets(Text("ya"))
        assert self.ended == ended + 1

    def _revision(self) -> str:
        return prefix(self.form.code, self.draft.revision).split(":")[2]

    def finishes(self) -> None:
        """Answering each question as it wants to be answered leads to the end."""
        ended, tried = self.ended, 0
        while self.ended == ended:
            tried += 1
            assert tried <= 12 + 5 * len(self.form.steps), f"no end, at {self.screen.step}"
            self.meets(answered_well(self.form, self.draft, self.screen, self.ctx))
