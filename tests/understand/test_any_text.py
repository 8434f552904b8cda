"""Whatever is written, the bot answers without an error and in time."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.danger import danger_in
from bot.rules.lists import AGENCIES, FUNDING, SECTIONS
from bot.rules.understand import FIELDS, Understood, understand
from bot.rules.understand.page import read
from bot.rules.words import plain

AT = date(2026, 11, 19)
WORDS = """
posy posyandu kmrn kemarin tgl 31/2 12/3 5 25 30 1.000.000 -5 25-30 25an ibu ibu2 balita L P
: , . ( ) + & / org orang kk pasang dd apbd csr pt timah pkm di dengan sm sdn smpn 3 minggu
lalu senin kamis lusa besok nov november 2026 1 muharam rt rw jam 08.30 rp 500.000 eh salah
tidak utk 17an usia 15-19 th dan kegiatan: tempat: dana: instansi: peserta: 👍 ? ratus ribu
puluh dua an s/d sekitar seminggu hari ini tadi malam kades hadir bu jl. merdeka 45 yang
total terdiri dari
"""
PIECES = st.sampled_from([*WORDS.split(), "\n"])
IDS = {option.id for options in (AGENCIES, FUNDING) for option in options}


def check(found: Understood) -> None:
    """What holds of every answer."""
    assert found.kind in ("report", "danger", "nothing")
    assert set(found.unsure) <= set(FIELDS)
    assert found.date is None or found.date <= AT
    assert all(one in IDS or one.startswith("other:") for one in (*found.agencies, *found.funding))
    assert found.section is None or found.section in {option.id for option in SECTIONS}
    if found.participants is not None:
        assert set(found.participants) == {"male", "female", "children", "people"}
        assert 0 <= sum(found.participants.values()) <= 9999
        assert min(found.participants.values()) >= 0
    if found.kind == "report":
        assert 0 < len(found.title or "") <= 255
        assert found.date is not None or "date" in found.unsure
        assert found.section is not None or "section" in found.unsure
    else:
        assert found == Understood(found.kind)


@given(st.text(max_size=4096))
def test_any_characters_are_answered(text: str) -> None:
    check(understand(text, AT))


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=60))
def test_any_pieces_of_reports_are_answered(pieces: list[str]) -> None:
    check(understand(" ".join(pieces), AT))


@given(st.lists(PIECES, max_size=30), st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_no_day_is_ahead_of_its_arrival(pieces: list[str], at: date) -> None:
    found = understand(" ".join(pieces), at, earliest_days=62)
    assert found.date is None or at - timedelta(days=62) <= found.date <= at


@pytest.mark.parametrize(
    "piece",
    ["ibu ", "25 ibu ", "12/3 ", "dan ", "a", "1", "Dana: ", "\n", "posyandu ", "di ", "senin ",
     "tgl ", "- ", "(", "dua puluh ", "sdn ", "pt ", "👍", "1.000", "kegiatan : ", "eh salah "],
)  # fmt: skip
def test_a_long_message_takes_no_longer_than_its_length(piece: str) -> None:
    began = time.perf_counter()
    understand(piece * (4096 // len(piece)), AT)
    assert time.perf_counter() - began < 3


def test_a_sign_that_stands_for_a_phrase_makes_no_message_eighteen_times_as_long() -> None:
    for sign in "ﷺﷻ":
        assert len(plain(sign * 4096)) <= 4096
        assert len(read(sign * 4096).text) <= 4096
    assert danger_in("Nabi ﷺ. Anak umur 12 tahun dipukuli ayahnya")
    found = understand("Maulid Nabi ﷺ kemarin 50 orang", AT)
    assert found.participants is not None
    assert found.participants["people"] == 50
