"""The book of regions: every spelling finds its place, and nothing on a button is ambiguous."""

import time
from collections import Counter
from datetime import date

import pytest

from bot.rules.regions import MOST_FOUND, VILLAGE_KINDS, Book, Earlier, Region, province_regions

DOUBLED = {
    "Riding Panjang", "Petaling", "Air Duren", "Rukam", "Nibung", "Kayu Besi", "Dukong", "Ibul",
    "Pasir Putih", "Beruas", "Puput", "Pasir Garam", "Mayang", "Simpang Tiga", "Dendang",
}  # fmt: skip


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(province_regions())


def titles(book: Book, text: str, within: str | None = None) -> list[str]:
    return [one.title() for one in book.find(text, within)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Pangkalpinang", "Kota Pangkal Pinang"),
        ("pangkal pinang", "Kota Pangkal Pinang"),
        ("KOTA PANGKALPINANG", "Kota Pangkal Pinang"),
        ("Muntok", "Kec. Mentok"),
        ("Kec. Muntok", "Kec. Mentok"),
        ("mentok", "Kec. Mentok"),
        ("Tanjung Pandan", "Kec. Tanjungpandan"),
        ("tanjung-pandan", "Kec. Tanjungpandan"),
        ("Kecamatan Tanjung Pandan", "Kec. Tanjungpandan"),
        ("Air Gegas", "Kec. Airgegas"),
        ("kec.airgegas", "Kec. Airgegas"),
        ("Desa Air Gegas", "Airgegas (Kec. Airgegas)"),
        ("Sungai Liat", "Kec. Sungailiat"),
        ("Kel. Sungai Liat", "Sungailiat (Kec. Sungailiat)"),
        ("kelurahan sungailiat", "Sungailiat (Kec. Sungailiat)"),
        ("Parit Tiga", "Kec. Parittiga"),
        ("PARIT-TIGA", "Kec. Parittiga"),
        ("Kab Bangka", "Kabupaten Bangka"),
        ("Kab. Bangka Tengah", "Kabupaten Bangka Tengah"),
        ("bateng", "Kabupaten Bangka Tengah"),
        ("Beltim", "Kabupaten Belitung Timur"),
        ("babel", "Kepulauan Bangka Belitung"),
        ("Kota Kapur", "Kota Kapur (Kec. Mendo Barat)"),
        ("Desa Kota Kapur", "Kota Kapur (Kec. Mendo Barat)"),
        ("Petaling, Mendo Barat", "Petaling (Kec. Mendo Barat)"),
        ("Petaling (Kec. Selat Nasik)", "Petaling (Kec. Selat Nasik)"),
        ("petaling kec selat nasik", "Petaling (Kec. Selat Nasik)"),
        ("gegas", "Kec. Airgegas"),
    ],
)
def test_every_spelling_finds_its_place(book: Book, typed: str, first: str) -> None:
    assert titles(book, typed)[0] == first


@pytest.mark.parametrize("typed", ["toboli", "tobali", "tobboali", "toboaly", "otboali"])
def test_one_slip_of_the_finger_is_guessed_and_not_taken(book: Book, typed: str) -> None:
    assert titles(book, typed) == []
    assert [one.title() for one in book.near(typed)] == ["Kec. Toboali", "Toboali (Kec. Toboali)"]


def test_guesses_stay_within_and_are_not_wild(book: Book) -> None:
    assert book.near("Jakarta") == []
    assert book.near("ko") == ()
    assert {one.code[:5] for one in book.near("petalling", within="19.02")} == {"19.02"}


def test_the_fifteen_doubled_names_are_told_apart(book: Book) -> None:
    names = Counter(one.name for one in province_regions() if one.kind in VILLAGE_KINDS)
    assert {name for name, count in names.items() if count > 1} == DOUBLED
    for name in DOUBLED:
        found = [one for one in book.find(name) if one.kind in VILLAGE_KINDS]
        assert len(found) == names[name]
        assert all(one.short() == one.title() for one in found), "on a button under its kecamatan"


def test_no_two_titles_of_the_province_are_alike(book: Book) -> None:
    shown = Counter(book.title(one.code) for one in province_regions())
    assert [title for title, count in shown.items() if count > 1] == []


def test_every_village_shows_its_kecamatan_and_every_search_tells_its_finds_apart(
    book: Book,
) -> None:
    for region in province_regions():
        shown = titles(book, region.name)
        assert len(shown) == len(set(shown))
        assert book.title(region.code) in shown
        if region.kind in VILLAGE_KINDS:
            above = book.get(region.parent or "")
            assert above is not None
            assert above.name in book.title(region.code)
        buttons = [one.short() for one in book.children(region.code)]
        assert len(buttons) == len(set(buttons))


def test_within_keeps_a_region_and_what_lies_in_it(book: Book) -> None:
    assert titles(book, "Petaling", "19.01") == ["Petaling (Kec. Mendo Barat)"]
    assert titles(book, "Toboali", "19.01") == []
    assert titles(book, "Kabupaten Bangka", "19.01") == ["Kabupaten Bangka"]


def test_a_search_gives_no_more_than_anybody_reads(book: Book) -> None:
    assert len(book.find("pa")) <= MOST_FOUND
    assert book.find("a") == ()
    assert book.find("") == ()


KENANGA = "19.01.01.1001"
DAY = date(2026, 11, 1)


def split_book() -> Book:
    """Kenanga was split into two, its kecamatan renamed."""
    rows = [
        Region(KENANGA, "Kenanga", "kelurahan", "19.01.01", until=DAY),
        Region("19.01.01.1101", "Kenanga Laut", "kelurahan", "19.01.01", succeeds=KENANGA),
        Region("19.01.01.1102", "Kenanga Darat", "kelurahan", "19.01.01", succeeds=KENANGA),
    ]
    others = [one for one in province_regions() if one.code != KENANGA]
    return Book([*others, *rows], [Earlier("19.01.01", DAY, "Sungai Liat Lama")], "7")


def test_an_ended_region_is_known_and_neither_found_nor_offered() -> None:
    book = split_book()
    assert book.get(KENANGA) is None
    assert book.known(KENANGA) is not None
    assert KENANGA not in {one.code for one in book.find("Kenanga")}
    assert KENANGA not in {one.code for one in book.children("19.01.01")}
    assert [one.code for one in book.past("kenanga")] == [KENANGA]
    assert [one.name for one in book.successors(KENANGA)] == ["Kenanga Laut", "Kenanga Darat"]


def test_a_title_is_that_of_its_day() -> None:
    book = split_book()
    before, after = date(2026, 10, 31), DAY
    assert book.title("19.01.01") == "Kec. Sungailiat"
    assert book.title("19.01.01", before) == "Kec. Sungai Liat Lama"
    assert book.title("19.01.01", after) == "Kec. Sungailiat"
    assert book.title(KENANGA, before) == "Kenanga (Kec. Sungai Liat Lama)"
    assert titles(book, "Sungai Liat Lama") == ["Kec. Sungailiat"], "an old name finds the region"


def test_a_book_is_replaced_in_place() -> None:
    book = Book(province_regions())
    same = book
    book.replace([Region("19", "Babel", "province", None)], (), "8")
    assert (len(same), same.mark, same.title("19")) == (1, "8", "Babel")


def test_eighty_four_thousand_villages_are_searched_as_fast_as_four_hundred() -> None:
    """Counted in what is looked at: the walk over all names is two hundred times as long."""
    many = [Region(f"9{k:03}", f"Kab {k}", "kabkota", None) for k in range(200)]
    many += [
        Region(f"9{k:03}.{v:04}", f"Desa{k:03} Suka{v:03}maju", "desa", f"9{k:03}")
        for k in range(200)
        for v in range(420)
    ]
    small, big = Book(province_regions()), Book([*province_regions(), *many])
    for typed in ("petaling", "sungai liat", "tanj", "gegas", "toboli", "zzzzzz"):
        assert titles(big, typed, "19") == titles(small, typed, "19")

    def cost(book: Book) -> float:
        begun = time.perf_counter()
        for _ in range(20):
            for typed in ("petaling", "sungai liat", "gegas", "zzzzzz"):
                book.find(typed)
        return time.perf_counter() - begun

    assert min(cost(big) for _ in range(3)) < 20 * min(cost(small) for _ in range(3))
