"""Numbers, counts and telephone numbers as people write them."""

import pytest

from bot.forms import AskCounts, AskNumber, AskPhone, Contact, Say, Text
from bot.forms.counts import counts
from bot.forms.numbers import number
from tests.forms.walking import Pick, keys, one, screen_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20", 20),
        ("± 20 orang", 20),
        ("dua puluh", 20),
        ("duapuluh lima peserta", 25),
        ("dua belas", 12),
        ("seratus dua puluh tiga", 123),
        ("seribu dua ratus", 1200),
        ("lima ratus dua puluh ribu tiga", 520_003),
        ("2 ribu", 2000),
        ("1.000", 1000),
        ("sebelas", 11),
        ("nol", 0),
    ],
)
def test_numbers(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("-3", "form-number-negative"),
        ("−3 peserta", "form-number-negative"),
        ("minus tiga", "form-number-negative"),
        ("25-30 orang", "form-number-range"),
        ("25 sampai 30", "form-number-range"),
        ("1.000.000", "form-number-too-many"),
        ("9" * 40, "form-number-too-many"),
        ("2,5", "form-number-whole"),
        ("banyak", "form-number-invalid"),
        ("20 12", "form-number-invalid"),
        ("x" * 5000, "form-number-invalid"),
        ("😀", "form-number-invalid"),
        ("²", "form-number-invalid"),
    ],
)
def test_numbers_refused(text: str, key: str) -> None:
    _, result = one(AskNumber("n"), Text(text))
    assert keys(result) == [key, "f-n"]


@pytest.mark.parametrize(
    ("text", "male", "female", "children"),
    [
        ("20 L 12 P 5 anak", 20, 12, 5),
        ("20L/12P/5A", 20, 12, 5),
        ("L: 20, P: 12", 20, 12, 0),
        ("20 12 5", 20, 12, 5),
        ("20,12,5", 20, 12, 5),
        ("ibu 25, balita 30", 0, 25, 30),
        ("dua puluh ibu", 0, 20, 0),
        ("dua puluh tiga ibu lima balita", 0, 23, 5),
        ("25 ibu-ibu dan 3 bapak2", 3, 25, 0),
        ("20 orang ibu", 0, 20, 0),
        ("5 anak perempuan, 3 anak laki-laki", 0, 0, 8),
        ("total 37: 20 L 12 P 5 anak", 20, 12, 5),
        ("10 P 5 W", 10, 5, 0),
        ("tidak ada", 0, 0, 0),
    ],
)
def test_counts(text: str, male: int, female: int, children: int) -> None:
    assert counts(text) == {"male": male, "female": female, "children": children}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("37 orang", "form-counts-kind"),
        ("12 P", "form-counts-kind"),
        ("30 ibu dan anak", "form-counts-kind"),
        ("20 12", "form-counts-invalid"),
        ("banyak sekali", "form-counts-invalid"),
        ("-3 ibu", "form-number-negative"),
        ("10000 ibu", "form-number-too-many"),
    ],
)
def test_counts_refused(text: str, key: str) -> None:
    draft, result = one(AskCounts("who"), Text(text))
    assert keys(result) == [key, "f-who"]
    assert "who" not in draft.answers


def test_couples_are_two_people_each() -> None:
    _, result = one(AskCounts("who"), Text("10 pasang"))
    assert screen_of(result).body[0] == Say("form-counts-kind", {"count": "20"})


def test_nobody_is_one_tap() -> None:
    draft, _ = one(AskCounts("who"), Pick("form-counts-nobody"))
    assert draft.answers["who"] == {"male": 0, "female": 0, "children": 0}


def test_telephone_numbers() -> None:
    for event in (
        Text("0812-3456-7890"),
        Text("nomor saya 0812 3456 7890 ya"),
        Contact("+6281234567890"),
        Contact("6281234567890"),
    ):
        draft, _ = one(AskPhone("phone"), event)
        assert draft.answers["phone"] == "+6281234567890"
    for wrong in ("12", "0812 3456 7890 atau 0813 3456 7890", "tidak ada"):
        assert keys(one(AskPhone("phone"), Text(wrong))[1])[0] == "form-phone-invalid"
    assert screen_of(one(AskPhone("phone"), Pick("form-contact-send"))[1]).ask == "contact"
