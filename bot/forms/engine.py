"""A form's whole behaviour as one pure function: an event changes the draft and gives a result."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from bot.forms import moves, presses
from bot.forms.clean import fold
from bot.forms.context import Answers, Context
from bot.forms.draft import Draft, Given
from bot.forms.events import Begin, Contact, Event, Other, Photo, Pin, Press, Resume, Text
from bot.forms.form import Form, visible
from bot.forms.guesses import renewed
from bot.forms.invalid import Invalid
from bot.forms.results import Quiet, Result
from bot.forms.screens import show, turn_of
from bot.forms.standing import pending
from bot.forms.steps.base import Stay
from bot.forms.steps.photos import AskPhotos
from bot.forms.steps.text import AskText
from bot.forms.values import Label, Say, Screen

_CANCEL_WORDS: Final = {"batal", "batalkan", "cancel", "keluar", "stop"}
_BACK_WORDS: Final = {"kembali", "back", "mundur"}
_SKIP_WORDS: Final = {"lewati", "skip", "lewat"}
_HELP_WORDS: Final = {"bantuan", "help"}
_YES_WORDS: Final = {"ya", "iya", "yes", "y"}
_NO_WORDS: Final = {"tidak", "tdk", "gak", "no", "lanjut", "lanjutkan"}
_SEND_WORDS: Final = {"kirim", "submit", "send", "ya", "simpan"}
_LONGEST_WORD: Final = 12
_KINDS: Final = {
    "animation", "audio", "contact", "dice", "document", "forward", "game", "location", "poll",
    "sticker", "story", "venue", "video", "video_note", "voice",
}  # fmt: skip


def begin(
    form: Form,
    ctx: Context,
    answers: Answers | None = None,
    *,
    doubtful: Collection[str] | None = None,
    at: str = "",
) -> tuple[Draft, Screen]:
    """A new draft at its first open question; at the summary if all is answered already.

    With `doubtful` (it may be empty) the answers are taken as told: only what is missing, no
    longer valid or named there is asked. `at` names a step to begin with.

    Revisions begin at the moment of beginning, in tenths of a second, so that a button of an
    earlier, finished or cancelled draft of the same form never fits this one.
    """
    start = int(ctx.now.timestamp() * 10)
    draft = Draft(form.name, form.version, "", Given(answers or {}), revision=start)
    if doubtful is not None:
        said = tuple(name for name in draft.answers if name in form.by_name)
        draft = replace(draft, said=said, doubtful=tuple(one for one in doubtful if one in said))
    draft, error = _placed(form, draft, ctx)
    if at in form.by_name:
        draft, error = replace(draft, step=at, mode="step"), None
    return draft, show(form, draft, ctx, fresh=True, error=error if doubtful is not None else None)


def respond(form: Form, draft: Draft, event: Event, ctx: Context) -> tuple[Draft, Result]:
    """What an event makes of a draft. Raises nothing for anything a person can send."""
    fitting = _fit(form, draft, ctx)
    if fitting is not draft and not isinstance(event, Press):
        return fitting, show(form, fitting, ctx, fresh=True)
    match event:
        case Press():
            return presses.press(form, fitting, event, ctx)
        case Text(text):
            return _typed(form, fitting, text, ctx)
        case Photo():
            return _photo(form, fitting, event, ctx)
        case Begin() | Resume():
            return fitting, show(form, fitting, ctx, fresh=True)
        case Pin() | Contact() | Other():
            return _sent(form, fitting, event, ctx)


def _fit(form: Form, draft: Draft, ctx: Context) -> Draft:
    """The same draft, unless its form has changed since or its question no longer is asked."""
    step = form.by_name.get(draft.step)
    if draft.version == form.version and step is not None:
        at_summary = "summary" in (draft.mode, draft.view.get("from"))
        if not form.conditional or at_summary or step in visible(form, draft.answers):
            return draft
    draft = replace(draft, version=form.version, revision=draft.revision + 1, parts={})
    return _placed(form, draft, ctx)[0]


def _placed(form: Form, draft: Draft, ctx: Context) -> tuple[Draft, Label | None]:
    draft = renewed(form, draft, ctx, None)
    open_step = pending(form, draft.answers, ctx, draft.doubtful)
    if open_step is not None:
        step, error = open_step
        return replace(draft, step=step.name, mode="step", editing=False, view={}), error
    steps = visible(form, draft.answers) or form.steps
    if form.summary:
        return replace(draft, step=steps[-1].name, mode="summary", editing=False, view={}), None
    return replace(draft, step=steps[0].name, mode="step", editing=False, view={}), None


def _typed(form: Form, draft: Draft, text: str, ctx: Context) -> tuple[Draft, Result]:
    word = fold(text) if len(text) <= _LONGEST_WORD else ""
    if form.sensitive and draft.mode == "step" and isinstance(form.by_name[draft.step], AskText):
        word = ""  # a cry for help is an answer; buttons and commands serve for the rest
    if word in _CANCEL_WORDS and draft.mode != "cancel":
        return moves.ask_cancel(form, draft, ctx, fresh=True)
    if draft.mode == "cancel":
        return _typed_at_cancel(form, draft, word, ctx)
    if word in _BACK_WORDS:
        moved = moves.back(form, draft, ctx, fresh=True)
        return moved or _again(form, draft, ctx, Say("form-no-back"))
    if draft.mode == "summary":
        if word in _SEND_WORDS:
            return moves.submit(form, draft, ctx, fresh=True)
        return _again(form, draft, ctx, _choose(Say("form-submit")))
    step = form.by_name[draft.step]
    if word in _SKIP_WORDS:
        skipped = moves.skip(form, draft, ctx, fresh=True)
        return skipped or _again(form, draft, ctx, Say("form-cannot-skip"))
    if word in _HELP_WORDS or text.strip() == "?":
        return _again(form, draft, ctx, Say(step.help or "form-help-general"))
    if not text.strip():
        return _again(form, draft, ctx, Say("form-empty"))
    taken = moves.take(form, draft, Text(text), ctx, fresh=True)
    if taken is not None:
        return taken
    example = step.example(turn_of(form, draft, ctx, step))
    return _again(form, draft, ctx, _choose(example))


def _typed_at_cancel(form: Form, draft: Draft, word: str, ctx: Context) -> tuple[Draft, Result]:
    if word in _YES_WORDS:
        return moves.leave(draft)
    if word in _NO_WORDS or word in _BACK_WORDS:
        return moves.stay(form, draft, ctx, fresh=True)
    return _again(form, draft, ctx, _choose(Say("form-cancel-no")))


def _photo(form: Form, draft: Draft, photo: Photo, ctx: Context) -> tuple[Draft, Result]:
    """To the photo step if it is asked; else kept for it, and the question asked again."""
    if draft.mode == "step" and form.by_name[draft.step].takes_photos:
        taken = moves.take(form, draft, photo, ctx, fresh=True)
        if taken is not None:
            return taken
    steps = visible(form, draft.answers)
    target = next((step for step in steps if isinstance(step, AskPhotos)), None)
    if target is None:
        return _unwanted_photo(form, draft, photo, ctx)
    try:
        stay = target.receive(draft.answers.get(target.name), draft.view, photo)
    except Invalid as refused:
        return _again(form, draft, ctx, refused.label)
    draft = _with_photos(draft, target.name, stay)
    if stay.quiet:
        return draft, Quiet()
    early = Say("form-photo-added" if draft.mode == "summary" else "form-photo-early")
    return _again(form, _fit(form, draft, ctx), ctx, stay.note or early)


def _with_photos(draft: Draft, name: str, stay: Stay) -> Draft:
    if not isinstance(stay.value, list):
        return replace(draft, view=stay.view)
    answers = Given({**draft.answers, name: stay.value})
    guessed = tuple(one for one in draft.guessed if one != name)
    return replace(draft, answers=answers, guessed=guessed, view=stay.view)


def _unwanted_photo(form: Form, draft: Draft, photo: Photo, ctx: Context) -> tuple[Draft, Result]:
    if photo.album is not None:
        if draft.view.get("album") == photo.album:
            return draft, Quiet()
        draft = replace(draft, view={**draft.view, "album": photo.album})
    return _again(form, draft, ctx, Say("form-photo-none"))


def _sent(
    form: Form, draft: Draft, event: Pin | Contact | Other, ctx: Context
) -> tuple[Draft, Result]:
    if draft.mode == "step":
        taken = moves.take(form, draft, event, ctx, fresh=True)
        if taken is not None:
            return taken
    match event:
        case Other("image"):
            return _again(form, draft, ctx, Say("form-photo-as-file"))
        case Other("video") if any(isinstance(step, AskPhotos) for step in form.steps):
            return _again(form, draft, ctx, Say("form-photo-video"))
        case Pin():
            kind = "location"
        case Contact():
            kind = "contact"
        case Other(name):
            kind = name if name in _KINDS else "other"
    return _again(form, draft, ctx, Say("form-other-kind", {"kind": Say(f"form-kind-{kind}")}))


def _choose(example: Label | None) -> Say:
    if example is None:
        return Say("form-not-typed")
    return Say("form-choose-button", {"example": example})


def _again(form: Form, draft: Draft, ctx: Context, error: Label) -> tuple[Draft, Result]:
    return draft, show(form, draft, ctx, fresh=True, error=error)
