"""Small parts of the conversations that are plain functions."""

from datetime import UTC, date, datetime

import pytest

from bot.forms import Context, Invalid, Option, Plain
from bot.forms.draft import Given
from bot.rules.regions import province_regions
from handlers.activity import ALPHABET, _outermost, _receipt
from handlers.activity_form import village_code, village_id
from handlers.broadcast_form import BROADCAST, MEANT
from handlers.group_links import payload_of
from handlers.report_form import REPORT, is_in_danger

CTX = Context(today=date(2026, 11, 19), now=datetime(2026, 11, 19, 3, 0, tzinfo=UTC))


def test_every_villages_code_fits_an_option_and_comes_back() -> None:
    codes = [one.code for one in province_regions() if one.code.count(".") == 3]
    assert len(codes) == 393
    for code in codes:
        Option(village_id(code), Plain("x"))
        assert village_code(village_id(code)) == code
        assert len(payload_of(code)) <= 64


@pytest.mark.parametrize(
    ("areas", "left"),
    [
        (("19.01.01.1001", "19.01.01.1001"), ["19.01.01.1001"]),
        (("19.01.01.1001", "19.01.01"), ["19.01.01"]),
        (("19.01", "19.02", "19.01.01"), ["19.01", "19.02"]),
        (("19.01.1", "19.01.11"), ["19.01.1", "19.01.11"]),
    ],
)
def test_only_the_outermost_areas_count(areas: tuple[str, ...], left: list[str]) -> None:
    assert _outermost(areas) == left


def test_a_receipt_can_be_read_out_on_the_phone() -> None:
    receipts = {_receipt() for _ in range(200)}
    assert len(receipts) == 200
    for receipt in receipts:
        head, first, second = receipt.split("-")
        assert (head, len(first), len(second)) == ("KG", 4, 4)
        assert set(first + second) <= set(ALPHABET)
    assert not set("01ILO") & set(ALPHABET)


def test_every_audience_means_something() -> None:
    step = BROADCAST.by_name["audience"]
    assert {option.id for option in step.options} == set(MEANT)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({"text": "a" * 1025, "photo": [{}]}, "broadcast-caption-too-long"),
        ({"text": "😀" * 513, "photo": [{}]}, "broadcast-caption-too-long"),
        ({"text": "😀" * 2049}, "form-text-too-long"),
    ],
)
def test_what_telegram_would_refuse_is_refused_at_the_text(
    answers: dict[str, object], wrong: str
) -> None:
    assert BROADCAST.check is not None
    with pytest.raises(Invalid) as refused:
        BROADCAST.check(answers, CTX)
    assert (refused.value.key, refused.value.step) == (wrong, "text")
    BROADCAST.check({"text": "a" * 1024, "photo": [{}]}, CTX)
    BROADCAST.check({"text": "a" * 4096}, CTX)


def test_only_a_clear_yes_is_danger() -> None:
    assert not is_in_danger(Given({"in_danger": "unsure", "suicide": False}))
    assert is_in_danger(Given({"in_danger": False, "suicide": True}))


@pytest.mark.parametrize(
    ("answers", "offered"),
    [
        ({}, ["rendah", "sedang", "tinggi"]),
        ({"kinds": ["psikis"]}, ["sedang", "tinggi"]),
        ({"kinds": ["seksual"], "urgency": "rendah"}, ["tinggi"]),
        ({"kinds": ["fisik"], "age": "0-5"}, ["tinggi"]),
    ],
)
def test_the_urgency_offered_is_never_below_the_rule(
    answers: dict[str, object], offered: list[str]
) -> None:
    options = REPORT.by_name["urgency"].options  # type: ignore[attr-defined]
    assert [option.id for option in options(Given(answers), CTX)] == offered
