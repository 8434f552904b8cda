"""Photos one after the other or as an album, whose parts come as separate events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.forms.clean import clean, fold
from bot.forms.context import Answers, Context
from bot.forms.events import Event, Photo, Press, Text
from bot.forms.invalid import Invalid
from bot.forms.steps.base import Accept, Asked, Stay, Step, Taken, Turn
from bot.forms.steps.pressed import DONE_WORDS, action_of
from bot.forms.steps.text import Check
from bot.forms.values import Label, Say

Kept = list[dict[str, Any]]
_DONE: Final = Say("form-done")
_DROP_LAST: Final = Say("form-photos-drop-last")
_LONGEST_CAPTION: Final = 1024  # Bot API


@dataclass(frozen=True, slots=True)
class AskPhotos(Step):
    """Value: list of {"file_id", "unique_id", "caption", "size"}, at most `most`. `check` raises
    Invalid for a caption that may not be kept; its photo is not kept then either."""

    offers_keep = False
    takes_photos = True

    most: int = 5
    check: Check | None = None

    def ask(self, turn: Turn) -> Asked:
        count = len(turn.value or ())
        if not count:
            return Asked()
        most = str(self.most)
        if count >= self.most:
            told = Say("form-photos-full", {"most": most})
        elif turn.view.get("album"):
            # The parts of an album come one by one and only the first is answered: no count then.
            told = Say("form-photos-album", {"most": most})
        else:
            told = Say("form-photos-so-far", {"count": str(count), "most": most})
        return Asked((told,), ((turn.button(_DROP_LAST, "R"), turn.button(_DONE, "F")),))

    def take(self, turn: Turn, event: Event) -> Taken:
        if isinstance(event, Photo):
            return self.receive(turn.value, turn.view, event)
        kept: Kept = list(turn.value or ())
        if isinstance(event, Text):
            if kept and fold(event.text[:20]) in DONE_WORDS:
                return Accept(kept)
            raise Invalid("form-photos-send")
        if not isinstance(event, Press):
            return None
        match action_of(event):
            case "R", "" if kept:
                view = {name: value for name, value in turn.view.items() if name != "album"}
                return Stay(view=view, value=kept[:-1])
            case "F", "":
                self.validate(kept, turn.answers, turn.ctx)
                return Accept(kept)
        return None

    def receive(self, value: Any, view: Mapping[str, Any], photo: Photo) -> Stay:
        """One more photo. The first part of an album is answered, the others are taken quietly;
        one too many is refused once an album."""
        kept: Kept = list(value or ())
        further = photo.album is not None and view.get("album") == photo.album
        seen = {**view, "album": photo.album} if photo.album else dict(view)
        if any(one["unique_id"] == photo.unique_id for one in kept):
            return Stay(seen, note=Say("form-photos-twice"), quiet=further, same_revision=True)
        if len(kept) >= self.most:
            told = photo.album is not None and view.get("refused") == photo.album
            if photo.album:
                seen["refused"] = photo.album
            note = Say("form-photos-too-many", {"most": str(self.most)})
            return Stay(seen, note=note, quiet=told, same_revision=True)
        caption = clean(photo.caption or "", multiline=True)[:_LONGEST_CAPTION]
        if caption and self.check is not None:
            self.check(caption)
        kept.append(
            {
                "file_id": photo.file_id,
                "unique_id": photo.unique_id,
                "caption": caption or None,
                "size": photo.size,
            }
        )
        # The buttons shown for the first part stay good for the whole album.
        return Stay(seen, value=kept, quiet=further, same_revision=further)

    def show(self, value: Any, answers: Answers, ctx: Context) -> Label:
        return Say("form-photos-count", {"count": str(len(value))})

    def validate(self, value: Any, answers: Answers, ctx: Context) -> None:
        if not isinstance(value, list) or not all(map(_is_photo, value)):
            raise Invalid("form-photos-none")
        if not value and not self.optional:
            raise Invalid("form-photos-none")
        if len(value) > self.most:
            raise Invalid("form-photos-too-many", most=str(self.most))
        for photo in value:
            if photo.get("caption") and self.check is not None:
                self.check(photo["caption"])


def photo_ids(value: Sequence[Mapping[str, Any]] | None) -> list[str]:
    """The file ids of an answer, in the order they came."""
    return [one["file_id"] for one in value or ()]


def _is_photo(one: Any) -> bool:
    return isinstance(one, Mapping) and isinstance(one.get("file_id"), str) and "unique_id" in one
