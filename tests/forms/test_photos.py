"""Photos: one by one, as albums, too many, too early."""

from bot.forms import AskPhotos, Form, Photo, Quiet, Text, photo_ids, respond
from tests.forms.walking import ACTIVITY, CTX, Pick, keys, one, screen_of, step_on, walk

STEP = AskPhotos("photos", most=5, optional=True)
FORM = Form("f", "f", (STEP,))


def album(*numbers: int) -> list[Photo]:
    return [Photo(f"f{number}", f"u{number}", album="A") for number in numbers]


def test_an_album_is_answered_once_and_its_buttons_stay_good() -> None:
    draft, screen = one(STEP, album(1)[0])
    for photo in album(2, 3):
        draft, result = respond(FORM, draft, photo, CTX)
        assert result == Quiet()
    draft, _ = step_on(FORM, draft, screen, [Pick("form-done")])
    assert photo_ids(draft.answers["photos"]) == ["f1", "f2", "f3"]


def test_ten_photos_at_once_keep_five_and_refuse_once() -> None:
    draft, _ = one(STEP)
    spoken = []
    for photo in album(*range(10)):
        draft, result = respond(FORM, draft, photo, CTX)
        if not isinstance(result, Quiet):
            spoken.append(keys(result)[0])
    assert spoken == ["f-photos", "form-photos-too-many"]
    assert photo_ids(draft.answers["photos"]) == ["f0", "f1", "f2", "f3", "f4"]


def test_the_same_photo_counts_once() -> None:
    draft, result = one(STEP, Photo("f1", "u1"), Photo("f1-again", "u1"))
    assert keys(result)[0] == "form-photos-twice"
    assert photo_ids(draft.answers["photos"]) == ["f1"]


def test_the_last_photo_can_be_taken_away() -> None:
    draft, _ = one(STEP, Photo("f1", "u1"), Photo("f2", "u2"), Pick("form-photos-drop-last"))
    assert photo_ids(draft.answers["photos"]) == ["f1"]


def test_captions_are_kept() -> None:
    draft, _ = one(STEP, Photo("f1", "u1", " Timbang\u202e balita "))
    assert draft.answers["photos"][0]["caption"] == "Timbang balita"


def test_text_at_the_photos_asks_for_photos() -> None:
    assert keys(one(STEP, Text("ini fotonya"))[1])[0] == "form-photos-send"
    draft, _ = one(STEP, Photo("f1", "u1"), Text("Selesai"))
    assert draft.mode == "summary"


def test_photos_sent_early_are_kept_for_their_step() -> None:
    draft, result = walk(ACTIVITY, Text("kemarin"), *album(1))
    assert keys(result) == ["form-photo-early", "activity-title"]
    draft, result = respond(ACTIVITY, draft, album(2)[0], CTX)
    assert result == Quiet()
    draft, result = respond(ACTIVITY, draft, Text("Rapat"), CTX)
    assert screen_of(result).step == "section"
    assert photo_ids(draft.answers["photos"]) == ["f1", "f2"]
