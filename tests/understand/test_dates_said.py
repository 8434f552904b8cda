"""The day of a message, worked out from the day it arrived (a Thursday)."""

from datetime import date

import pytest

from bot.rules.understand import understand

THURSDAY = date(2026, 11, 19)


def day(said: str, at: date = THURSDAY) -> tuple[str | None, bool]:
    found = understand(f"kerja bakti {said} 20 orang", at)
    assert found.participants == {"male": 0, "female": 0, "children": 0, "people": 20}
    assert found.title == "Kerja bakti"
    return (found.date.isoformat() if found.date else None), "date" in found.unsure


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("kemarin", "2026-11-18"),
        ("kmrn sore", "2026-11-18"),
        ("kemarin malam", "2026-11-18"),
        ("hari ini", "2026-11-19"),
        ("tadi pagi", "2026-11-19"),
        ("sore tadi", "2026-11-19"),
        ("yesterday", "2026-11-18"),
        ("last monday", "2026-11-16"),
        ("this morning", "2026-11-19"),
        ("this afternoon", "2026-11-19"),
        ("yesterday evening", "2026-11-18"),
        ("the day before yesterday", "2026-11-17"),
        ("2 days ago", "2026-11-17"),
        ("November 12th", "2026-11-12"),
        ("on November 12, 2025", "2025-11-12"),
        ("12th of November", "2026-11-12"),
        ("1st november 2026", "2026-11-01"),
        ("Senin lalu", "2026-11-16"),
        ("kamis lalu", "2026-11-12"),
        ("kamis kemarin", "2026-11-12"),
        ("hari minggu", "2026-11-15"),
        ("ahad", "2026-11-15"),
        ("jum'at kmrn", "2026-11-13"),
        ("tgl 5", "2026-11-05"),
        ("tanggal 5 bulan ini", "2026-11-05"),
        ("tgl 25 bulan lalu", "2026-10-25"),
        ("12/3", "2026-03-12"),
        ("12-11-2026", "2026-11-12"),
        ("12.11.26", "2026-11-12"),
        ("2026-11-12", "2026-11-12"),
        ("3 Februari", "2026-02-03"),
        ("18 nov 26,", "2026-11-18"),
        ("senin 16 nov", "2026-11-16"),
        ("2 hari yang lalu", "2026-11-17"),
        ("tiga hari lalu", "2026-11-16"),
        ("minggu 15 nov", "2026-11-15"),
    ],
)
def test_a_day_said_plainly_is_worked_out(said: str, expected: str) -> None:
    assert day(said) == (expected, False)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("kamis", "2026-11-19"),
        ("tgl 25", "2026-10-25"),
        ("20/12", "2025-12-20"),
        ("10-12 nov", "2026-11-10"),
        ("2-3 november", "2026-11-02"),
        ("1 s/d 3 nov", "2026-11-01"),
        ("senin selasa kmrn", "2026-11-16"),
        ("tadi malam", "2026-11-18"),
        ("senin 17/11", "2026-11-17"),
    ],
)
def test_a_day_that_may_be_misread_is_asked_about(said: str, expected: str) -> None:
    assert day(said) == (expected, True)


@pytest.mark.parametrize(
    "said",
    ["minggu lalu", "minggu kmrn", "bulan lalu", "kmrn lusa", "besok", "lusa", "minggu depan",
     "31/2", "29 februari 2026", "12 maret 2027", "senin depan", "", "1 Muharam 1448 H,"],
)  # fmt: skip
def test_a_day_that_cannot_be_worked_out_is_left_open(said: str) -> None:
    found = understand(f"kerja bakti {said} 20 orang", THURSDAY)
    assert (found.date, "date" in found.unsure) == (None, True)


def test_minggu_kemarin_on_a_monday_is_the_day_before() -> None:
    assert day("kmrin minggu", date(2026, 11, 23)) == ("2026-11-22", False)


def test_a_day_longer_ago_than_allowed_is_asked_about() -> None:
    text = "kerja bakti 1 september 2026 20 orang"
    assert understand(text, THURSDAY, earliest_days=100).date == date(2026, 9, 1)
    limited = understand(text, THURSDAY, earliest_days=62)
    assert (limited.date, "date" in limited.unsure) == (None, True)


def test_feasts_are_names_and_no_days() -> None:
    found = understand("lomba 17an kemarin 40 orang", THURSDAY)
    assert (found.title, found.date) == ("Lomba 17an", date(2026, 11, 18))
    clean = understand("jumat bersih kemarin 40 orang", THURSDAY)
    assert (clean.title, clean.date) == ("Jumat bersih", date(2026, 11, 18))
