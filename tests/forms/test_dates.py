"""Days and moments as people write them. Today is Wednesday, 11 March 2026, 10.00 WIB."""

from datetime import date

import pytest

from bot.forms import AskDate, AskMoment, Invalid, Say, Text
from bot.forms.dates import parse_date
from bot.forms.moments import parse_moment
from tests.forms.walking import CTX, NOW, TODAY, Pick, buttons, keys, one, screen_of

DAY = AskDate("date", latest="today", earliest_days=60)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hari ini", "2026-03-11"),
        ("Kemarin", "2026-03-10"),
        ("dua hari lalu", "2026-03-09"),
        ("12/3", "2025-03-12"),
        ("11/3", "2026-03-11"),
        ("12-03-2026", "2026-03-12"),
        ("3 Feb", "2026-02-03"),
        ("3 februari 2026", "2026-02-03"),
        ("tgl 5", "2026-03-05"),
        ("Senin", "2026-03-09"),
        ("Senin (lalu)", "2026-03-09"),
        ("Rabu", "2026-03-11"),
        ("rabu lalu", "2026-03-04"),
        ("Jumat, 6 Maret 2026", "2026-03-06"),
        ("29/2", "2024-02-29"),
        ("٣/٣", "2026-03-03"),
    ],
)
def test_past_days(text: str, day: str) -> None:
    assert parse_date(text, TODAY, past=True) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/3", "2026-03-12"),
        ("3 Feb", "2027-02-03"),
        ("Senin", "2026-03-16"),
        ("29/2", "2028-02-29"),
    ],
)
def test_days_to_come(text: str, day: str) -> None:
    assert parse_date(text, TODAY, past=False) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("31/2", "form-date-missing"),
        ("31 Februari", "form-date-missing"),
        ("99/99/9999", "form-date-missing"),
        ("minggu lalu", "form-date-week"),
        ("Senin, 6 Maret 2026", "form-date-weekday"),
        ("nanti-nanti", "form-date-invalid"),
        ("x" * 5000, "form-date-invalid"),
        ("<b>12/3</b>", "form-date-invalid"),
        ("12-03-2026", "form-date-future"),
        ("besok", "form-date-future"),
        ("1 Januari 2020", "form-date-too-old"),
    ],
)
def test_days_refused(text: str, key: str) -> None:
    draft, result = one(DAY, Text(text))
    assert keys(result) == [key, "f-date"]
    assert "date" not in draft.answers


def test_the_calendar_begins_on_monday_and_stops_at_the_limits() -> None:
    _, result = one(DAY, Pick("form-calendar"))
    rows = screen_of(result).rows
    assert rows[2][0].label == Say("form-weekday-1")
    days = [b.data.split(":D")[1] for b in buttons(result) if ":D" in b.data]
    assert days == [f"2026-03-{day:02d}" for day in range(1, 12)]
    _, result = one(DAY, Pick("form-calendar"), Pick("◀"), Pick("◀"))
    assert not any(b.data.endswith("G2025-12") for b in buttons(result))


def test_a_day_of_the_calendar_is_an_answer_and_its_weekday_is_shown() -> None:
    draft, result = one(DAY, Pick("form-calendar"), Pick("◀"), Pick("3"))
    assert draft.answers["date"] == "2026-02-03"
    line = screen_of(result).body[1]
    assert isinstance(line, Say)
    assert line.args["value"] == Say("form-value", {"value": date(2026, 2, 3)})


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("besok 08.00", "2026-03-12T08:00:00+07:00"),
        ("21/11 14:30", "2026-11-21T14:30:00+07:00"),
        ("jam 4 sore", "2026-03-11T16:00:00+07:00"),
        ("Jumat jam 4 sore", "2026-03-13T16:00:00+07:00"),
        ("3 feb 2027 pukul 19 wib", "2027-02-03T19:00:00+07:00"),
        ("12 malam", "2026-03-12T00:00:00+07:00"),
    ],
)
def test_moments(text: str, moment: str) -> None:
    draft, _ = one(AskMoment("at"), Text(text))
    assert draft.answers["at"] == moment


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("besok jam 25", "form-moment-invalid"),
        ("besok", "form-moment-invalid"),
        ("08.75", "form-moment-invalid"),
        ("31/2 08.00", "form-date-missing"),
        ("kemarin 08.00", "form-moment-past"),
        ("sekarang", "form-moment-invalid"),
    ],
)
def test_moments_refused(text: str, key: str) -> None:
    _, result = one(AskMoment("at"), Text(text))
    assert keys(result)[0] == key


def test_now_is_a_value_where_it_is_allowed() -> None:
    for event in (Pick("form-now"), Text("Sekarang")):
        draft, _ = one(AskMoment("at", now_allowed=True), event)
        assert draft.answers["at"] == "now"


def test_a_moment_by_buttons() -> None:
    draft, _ = one(AskMoment("at"), Pick("form-tomorrow-at"))
    assert draft.answers["at"] == "2026-03-12T08:00:00+07:00"
    draft, _ = one(AskMoment("at"), Pick("form-calendar"), Pick("20"), Pick("form-at"))
    assert draft.answers["at"] == "2026-03-20T08:00:00+07:00"


def test_a_moment_that_has_passed_meanwhile_is_asked_again() -> None:
    draft, result = one(AskMoment("at"), Text("jam 4 sore"))
    assert screen_of(result).step == "summary"
    with pytest.raises(Invalid, match="form-moment-past"):
        AskMoment("at").validate("2026-03-11T09:00:00+07:00", {}, CTX)
    assert parse_moment("jam 9", NOW).isoformat() == "2026-03-11T09:00:00+07:00"
    assert draft.answers["at"] == "2026-03-11T16:00:00+07:00"
