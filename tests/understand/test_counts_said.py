"""Who came, by kind: figures before and behind their words, totals, ranges and what is no count."""

from datetime import date

import pytest

from bot.rules.understand import understand

AT = date(2026, 11, 19)


def counts(said: str) -> tuple[tuple[int, ...] | None, bool]:
    found = understand(f"posyandu melati kemarin, {said}", AT)
    assert found.title == "Posyandu Melati"
    several = found.participants
    return (tuple(several.values()) if several else None), "participants" in found.unsure


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("25 ibu 30 balita", (0, 25, 30, 0)),
        ("ibu 25 balita 30", (0, 25, 30, 0)),
        ("ibu2 25, bapak-bapak 3", (3, 25, 0, 0)),
        ("20 L 12 P", (20, 12, 0, 0)),
        ("L:2 P:12", (2, 12, 0, 0)),
        ("lk 12 pr 30", (12, 30, 0, 0)),
        ("6L 9P", (6, 9, 0, 0)),
        ("5 pasang", (0, 0, 0, 10)),
        ("20 KK", (0, 0, 0, 20)),
        ("budak sd 11 ikok", (0, 0, 11, 0)),
        ("12 parents 14 toddlers", (0, 0, 14, 12)),
        ("12 KK lansia", (0, 0, 0, 12)),
        ("20 orang ibu", (0, 20, 0, 0)),
        ("siswi 45 org", (0, 45, 0, 0)),
        ("siswa siswi 45 org", (0, 0, 0, 45)),
        ("25 orang terdiri dari 15 ibu 10 bapak", (10, 15, 0, 0)),
        ("14 org (2 L, 12 P)", (2, 12, 0, 0)),
        ("2 ibu dari RT 01, 5 ibu dari RT 02", (0, 7, 0, 0)),
        ("dua puluh lima ibu", (0, 25, 0, 0)),
        ("due puluh ibu sikok bapak", (1, 20, 0, 0)),
        ("20 men 12 women", (20, 12, 0, 0)),
        ("15 orang tua dan 15 remaja", (0, 0, 0, 30)),
        ("3 pasang + orang tua 6", (0, 0, 0, 12)),
        ("sasaran 45 balita hadir 38", (0, 0, 38, 0)),
        ("1.200 orang", (0, 0, 0, 1200)),
        ("25 ibu hamil 10 ibu menyusui", (0, 35, 0, 0)),
    ],
)
def test_plain_counts_are_read_and_not_asked(said: str, expected: tuple[int, ...]) -> None:
    assert counts(said) == (expected, False)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("25-30 orang", (0, 0, 0, 25)),
        ("25 s/d 30 ibu", (0, 25, 0, 0)),
        ("25an orang", (0, 0, 0, 25)),
        ("sekitar 40 ibu", (0, 40, 0, 0)),
        ("400 orang lebih", (0, 0, 0, 400)),
        ("30 org (bumil 12)", (0, 12, 0, 18)),
        ("30 jamaah", (0, 0, 0, 30)),
        ("nek2 9 atok2 6", (6, 9, 0, 0)),
        ("jml: 17", (0, 0, 0, 17)),
        ("ibu dan anak 30 orang", (0, 0, 0, 30)),
    ],
)
def test_rough_counts_are_read_and_asked(said: str, expected: tuple[int, ...]) -> None:
    assert counts(said) == (expected, True)


@pytest.mark.parametrize(
    "said", ["1.000.000 orang", "10000 ibu", "-5 orang", "9000 ibu 9000 bapak"]
)
def test_impossible_counts_are_left_open_and_asked(said: str) -> None:
    assert counts(said) == (None, True)


@pytest.mark.parametrize(
    "said",
    ["RT 03", "jam 08.30", "Rp 500.000", "hub 081234567890", "usia 15-19 tahun", "12 paket",
     "3 hari", "budak sikok dak dateng", "12 bayi lahir taun ini", "pak kades hadir"],
)  # fmt: skip
def test_other_figures_are_no_counts(said: str) -> None:
    found = understand(f"posyandu melati kemarin, {said}", AT)
    assert (found.participants, "participants" in found.unsure) == (None, False)


def test_a_day_that_does_not_exist_is_no_count() -> None:
    found = understand("posyandu melati 32/10 balita 15", AT)
    assert found.participants == {"male": 0, "female": 0, "children": 15, "people": 0}
    assert found.date is None
    assert "date" in found.unsure


def test_people_are_of_the_one_kind_the_name_tells_and_asked() -> None:
    found = understand("senam ibu2 RT 03 kemarin pagi 25 org", AT)
    assert found.participants == {"male": 0, "female": 25, "children": 0, "people": 0}
    assert "participants" in found.unsure


def test_the_limit_of_participants_is_the_callers() -> None:
    assert understand("kerja bakti kemarin 300 orang", AT, most=200).participants is None
