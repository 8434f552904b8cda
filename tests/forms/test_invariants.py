"""Whatever people do, in whatever order: nothing lost, nothing broken, nothing invalid sent."""

import json
import re
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.forms import (
    Acted,
    Action,
    AskMoment,
    AskNumber,
    AskPhone,
    AskRegion,
    Cancelled,
    Contact,
    Done,
    Draft,
    Event,
    Form,
    Notice,
    Other,
    Photo,
    Pin,
    Plain,
    Press,
    Quiet,
    Resume,
    Say,
    Screen,
    Tell,
    Text,
    begin,
    owns,
    respond,
    settled,
    visible,
)
from bot.forms.clean import units
from tests.forms.test_locales import ENTRY, ROOT
from tests.forms.test_regions import IN_BABEL
from tests.forms.walking import ACTIVITY

EVERYTHING = Form(
    "every",
    "ev",
    (
        Tell("intro"),
        *ACTIVITY.steps,
        AskMoment("at", now_allowed=True, optional=True),
        AskNumber("age", least=1, most=120, help="every-age-help"),
        AskPhone("phone", optional=True, when=lambda answers: not answers["photos"]),
        AskRegion("village"),
    ),
    actions=(Action("leave", Plain("Keluar"), always=True),),
)
CTX = replace(IN_BABEL, last={"agencies": ["pkm", 7], "participants": {"male": 1, "female": 2}})

WORDS = ("batal", "kembali", "lewati", "ya", "tidak", "kirim", "?", "selesai")
PHRASES = ("kemarin", "12/3", "31/2", "Rapat desa", "posyandu", "puskesmas, Karang Taruna", "ke-1")
FIGURES = ("20 L 12 P", "20 12 5", "besok 08.00", "17", "-3", "0812 3456 789", "x" * 5000)
TYPED = st.one_of(st.sampled_from((*WORDS, *PHRASES, *FIGURES)), st.text(max_size=40))
FITTING = {
    "intro": "ya",
    "date": "kemarin",
    "title": "Posyandu",
    "section": "posyandu",
    "agencies": "puskesmas",
    "participants": "20 L 12 P",
    "place": "Balai",
    "problem": "ya",
    "which": "Stunting",
    "photos": "lewati",
    "at": "sekarang",
    "age": "dua puluh",
    "phone": "0812 3456 789",
    "village": "rebo",
    "summary": "kirim",
    "cancel": "tidak",
}
GARBAGE = st.one_of(
    st.text(max_size=70),
    st.from_regex(r"f:ev:[0-9a-z]{1,2}:[A-Za-z][!-~]{0,12}", fullmatch=True),
)
PHOTOS = st.builds(
    Photo,
    file_id=st.just("file"),
    unique_id=st.sampled_from([f"u{number}" for number in range(8)]),
    caption=st.none() | st.text(max_size=10),
    album=st.sampled_from([None, "A", "B"]),
)
OTHERS = st.one_of(
    st.builds(Pin, st.floats(), st.floats(-180, 180)),
    st.builds(Contact, st.text(max_size=16)),
    st.builds(Other, st.sampled_from(["sticker", "voice", "poll", ""])),
    st.just(Resume()),
)


FTL = (ROOT / "locales" / "id" / "form.ftl").read_text(encoding="utf-8")
PATTERNS = {key: re.sub(r"\{ \$\w+ \}", "", text) for key, text in ENTRY.findall(FTL)}


def text_units(label: Any) -> int:
    """The length on the screen; a form's own questions are reckoned at 400, its labels at 60."""
    if isinstance(label, Plain):
        return units(label.text)
    if isinstance(label, Say):
        own = 60 if label.key.endswith("-label") else 400
        pattern = units(PATTERNS[label.key]) if label.key in PATTERNS else own
        return pattern + sum(map(text_units, label.args.values()))
    if isinstance(label, tuple):
        return sum(text_units(item) + 2 for item in label)
    return 30


class AnyoneDoingAnything(RuleBasedStateMachine):
    draft: Draft
    screen: Screen

    @initialize(answers=st.sampled_from([{}, {"title": "Rapat", "plan": 7}, {"date": 5}]))
    def start(self, answers: dict[str, Any]) -> None:
        self.draft, self.screen = begin(EVERYTHING, CTX, answers)
        self.pressed: Press | None = None

    def do(self, event: Event) -> None:
        before = self.draft
        again = Draft.from_json(json.loads(json.dumps(before.to_json())))
        assert again == before
        self.draft, result = respond(EVERYTHING, again, event, CTX)
        match result:
            case Screen():
                self.screen = result
            case Notice():
                assert result.screen.fresh
                assert self.draft == before
                self.screen = result.screen
            case Quiet():
                assert self.draft.revision == before.revision
            case Done(answers):
                self.check_done(answers)
                self.start({})
            case Cancelled():
                assert before.mode == "cancel"
                self.start({})
            case Acted():
                assert result.action == "leave"
                self.draft, shown = respond(EVERYTHING, self.draft, Resume(), CTX)
                assert isinstance(shown, Screen)
                self.screen = shown
        if self.draft.form == before.form and not isinstance(result, Done | Cancelled):
            lost = set(before.answers) - set(self.draft.answers)
            assert not lost

    def check_done(self, answers: Any) -> None:
        for step in visible(EVERYTHING, answers):
            value = answers[step.name]
            if value is None:
                assert step.optional
            else:
                step.validate(value, answers, CTX)
        shown = {step.name for step in visible(EVERYTHING, answers)}
        assert set(answers) - {"plan"} == shown

    @rule(at=st.integers(0, 99))
    def press_a_button(self, at: int) -> None:
        shown = [button for row in self.screen.rows for button in row]
        self.pressed = Press(shown[at % len(shown)].data)
        self.do(self.pressed)

    @rule()
    def press_it_again(self) -> None:
        if self.pressed is not None:
            self.do(self.pressed)

    @rule(times=st.integers(1, 16))
    def answer_well(self, times: int) -> None:
        for _ in range(times):
            name = self.screen.step
            unfinished = name == "agencies" and self.draft.parts.get("agencies")
            self.do(Text("selesai" if unfinished else FITTING[name]))

    @rule(text=TYPED)
    def type_something(self, text: str) -> None:
        self.do(Text(text))

    @rule(data=GARBAGE)
    def press_garbage(self, data: str) -> None:
        self.do(Press(data))

    @rule(photo=PHOTOS)
    def send_a_photo(self, photo: Photo) -> None:
        self.do(photo)

    @rule(event=OTHERS)
    def send_something_else(self, event: Event) -> None:
        self.do(event)

    @rule()
    def go_back_and_keep_everything(self) -> None:
        before = dict(self.draft.answers)
        self.do(Text("kembali"))
        assert dict(self.draft.answers) == before

    @invariant()
    def the_screen_fits_into_a_message(self) -> None:
        shown = [button for row in self.screen.rows for button in row]
        assert 1 <= len(shown) <= 100
        for button in shown:
            assert button.data.isascii()
            assert 1 <= len(button.data) <= 64
            assert owns(button.data) == "ev"
            assert text_units(button.label) <= 150
        assert sum(text_units(label) + 1 for label in self.screen.body) <= 4096

    @invariant()
    def the_question_can_be_resumed(self) -> None:
        same, shown = respond(EVERYTHING, self.draft, Resume(), CTX)
        assert same == self.draft
        assert isinstance(shown, Screen)
        assert shown.fresh
        settled(EVERYTHING, self.draft, CTX)


AnyoneDoingAnything.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestAnyoneDoingAnything = AnyoneDoingAnything.TestCase
