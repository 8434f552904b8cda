"""The words of a title suggest its section, its programme, tags and target groups."""

import pytest

from bot.rules.hint_rows import ROWS
from bot.rules.hints import DEFAULT_HINTS, KINDS, Hint, Hints
from bot.rules.lists import INPRES, SECTIONS, TAGS, TARGET_GROUPS

LISTS = {"section": SECTIONS, "inpres": INPRES, "tag": TAGS, "target": TARGET_GROUPS}


@pytest.mark.parametrize(
    ("title", "sections"),
    [
        ("Pengajian rutin", ("agama",)),
        ("Lomba tari anak", ("didik", "sosbud")),
        ("Gotong royong sosial bedah rumah", ("sosbud",)),
        ("Gotong royong selokan", ("lingkung",)),
        ("gotroy selokan", ("lingkung",)),
        ("Rapat persiapan posyandu", ("lain", "repro")),
        ("Kerja bakti di masjid Jami", ("lingkung",)),
        ("Nganggung di masjid Jami", ("agama",)),
        ("Donor darah di balai desa", ()),
        ("Sosialisasi Kampung KB", ()),
        ("Pemasaran kericu kelompok IR", ("ekonomi",)),
        ("Posyndu Dahlia", ("repro",)),
        ("Imunsasi campak", ("repro",)),
        ("PENYULUHAN NIKAH DINI", ("lindung",)),
        ("Sampai di tanah datar", ()),
        ("", ()),
    ],
)
def test_the_words_of_a_title_point_to_sections(title: str, sections: tuple[str, ...]) -> None:
    assert DEFAULT_HINTS.sections(title) == sections
    assert DEFAULT_HINTS.section(title) == (sections[0] if len(sections) == 1 else None)


def test_programmes_tags_and_target_groups_are_suggested() -> None:
    assert DEFAULT_HINTS.inpres("Kelas ibu hamil") == "c1-bumil"
    assert DEFAULT_HINTS.inpres("Ceriak nerang") is None
    assert DEFAULT_HINTS.tags("Sosialisasi PATBM cegah nikah dini") == ("patbm", "kawin")
    assert DEFAULT_HINTS.targets("Senam lansia") == ("lansia",)
    assert DEFAULT_HINTS.targets("Posyandu lansia Senja") == ("lansia",)
    assert DEFAULT_HINTS.targets("Posyandu balita") == ("balita",)


def test_the_programmes_own_rows_lie_over_the_defaults() -> None:
    own = DEFAULT_HINTS.over(
        [Hint("senam sehat", "section", "sosbud"), Hint("LOMBA", "section", "")]
    )
    assert own.section("Senam sehat ibu-ibu") == "sosbud"
    assert own.section("Lomba tari anak") == "sosbud"
    assert DEFAULT_HINTS.section("Senam sehat ibu-ibu") is None


def test_a_later_row_wins_for_the_same_word_and_kind_only() -> None:
    rows = [
        Hint("tari", "section", "sosbud"),
        Hint("Tari", "section", "didik"),
        Hint("tari", "tag", "ir"),
    ]
    assert Hints(rows).section("Latihan tari") == "didik"
    assert Hints(rows).tags("Latihan tari") == ("ir",)
    assert Hints([]).section("Latihan tari") is None
    assert Hints([Hint(" !? ", "section", "didik")]).section("!?") is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_default_row_points_to_something_the_lists_have(kind: str) -> None:
    known = {option.id for option in LISTS[kind]} | {""}
    assert set(ROWS[kind]) <= known


def test_every_section_has_a_word() -> None:
    assert {option.id for option in SECTIONS} <= set(ROWS["section"])
