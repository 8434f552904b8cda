"""What a person can do, as values that hypothesis makes up, makes small and prints."""

from dataclasses import dataclass
from typing import TypeAlias

from hypothesis import strategies as st

from bot.forms import Begin, Contact, Event, Other, Photo, Pin, Resume, Text


@dataclass(frozen=True)
class Tap:
    """Press the button at this place of the screen shown now (counted round and round)."""

    at: int


@dataclass(frozen=True)
class OldTap:
    """Press a button of a screen that was shown before."""

    at: int


@dataclass(frozen=True)
class Forge:
    """Press a button that was never shown: an action and an argument, of this revision or not."""

    action: str
    arg: str
    is_current: bool


@dataclass(frozen=True)
class Raw:
    """Press a button with any data."""

    data: str


@dataclass(frozen=True)
class Well:
    """Answer some questions as they want to be answered."""

    times: int


@dataclass(frozen=True)
class Later:
    """Let days pass."""

    days: int


@dataclass(frozen=True)
class Does:
    """Send something."""

    event: Event


Doing: TypeAlias = Tap | OldTap | Forge | Raw | Well | Later | Does

WORDS = ("batal", "kembali", "lewati", "kirim", "selesai", "ya", "tidak", "bantuan", "?", "BATAL")
DATES = (
    "kemarin",
    "besok",
    "hari ini",
    "31/2",
    "12/3",
    "Senin lalu",
    "19 November 2027",
    "besok 8",
)
COUNTS = (
    "20 L 12 P 5 anak",
    "25-30 orang",
    "1.000.000",
    "-3",
    "0",
    "17",
    "dua puluh",
    "5 P",
    "1e9",
)
TITLES = ("Posyandu Melati", "Rapat desa", "x", "Senam <b>lansia</b> & ibu", "{ $name }", "&amp;")
PLACES = ("Kenanga", "rebo", "sungai liat", "Bangka", "Petaling", "19.01.01.1777", "Balai")
PHONES = ("0812 3456 7890", "+62 812-3456-7890", "110", "08")
NAMES = ("puskesmas", "Lainnya", "kader", "reproduksi, gizi; anak", "Stunting", "other:pkm", "d")
DANGER = ("anak dipukul bapaknya", "mau bunuh diri", "dia diperkosa")
GARBAGE = ("", " ", "\n\n", "\u200b", "\u202eterbalik", "שלום عالم", "🎉" * 2048, "a\x00b", "'\"\\")
LONG = ("x" * 4096, "kata " * 819, "<&>" * 1365, "a\n" * 2048, "1" * 4096)
TYPED = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from((*DATES, *COUNTS, *TITLES, *PLACES, *PHONES, *NAMES)),
    st.sampled_from((*GARBAGE, *LONG, *DANGER)),
    st.text(max_size=30),
)
PHOTOS = st.builds(
    Photo,
    file_id=st.just("file"),
    unique_id=st.sampled_from([f"u{number}" for number in range(7)]),
    caption=st.sampled_from([None, "Ibu-ibu", "<b>", "x" * 1024, "anak dipukul bapaknya"]),
    album=st.sampled_from([None, "A", "B"]),
    size=st.sampled_from([None, 1000, 60_000_000]),
)
SENT = st.one_of(
    st.builds(Pin, st.floats(-90, 90), st.floats(-180, 180)),
    st.builds(Pin, st.floats(), st.floats()),
    st.builds(Contact, st.sampled_from(PHONES) | st.text(max_size=16), st.booleans()),
    st.builds(
        Other, st.sampled_from(["sticker", "voice", "poll", "video", "image", "document", "", "x"])
    ),
    st.sampled_from([Resume(), Begin()]),
)
ARGS = st.one_of(
    st.sampled_from(("", "0", "1", "99", "-1", "z", "19.01", "2026-11-19", "2026-13", "x" * 40)),
    st.text(alphabet=st.characters(min_codepoint=33, max_codepoint=126), max_size=40),
)
DOINGS: st.SearchStrategy[Doing] = st.one_of(
    st.builds(Well, st.integers(1, 9)),
    st.builds(Tap, st.integers(0, 60)),
    st.builds(Tap, st.integers(0, 12)),
    st.builds(Does, st.builds(Text, TYPED)),
    st.builds(OldTap, st.integers(0, 200)),
    st.builds(Forge, st.sampled_from("abcehklnosuyBCDFGHILNOPQRTUVZ"), ARGS, st.booleans()),
    st.builds(Raw, st.text(max_size=70)),
    st.builds(Does, PHOTOS),
    st.builds(Does, SENT),
    st.builds(Later, st.sampled_from([1, 1, 2, 70])),
)
