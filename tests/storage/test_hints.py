"""The programme's hint words in both databases: laid over the default ones, seen by every process,
changed by DP3ACSKB of the province alone."""

import pytest

from bot.errors import AppError, NotAllowed, NotFound
from bot.rules.hint_book import DEFAULTS, HintBook
from bot.rules.hints import DEFAULT_HINTS
from bot.rules.roles import Grant, Person, Role
from storage import hints
from storage.database import Database
from storage.hints import HintWord, key_of
from tests.storage.building import BANGKA, KENANGA, NOW, PROVINCE, a_person


def viewer(role: Role, region: str) -> Person:
    return Person(77, 77, "Dewi", "id", (Grant(role, region),))


EDITOR = viewer(Role.AGENCY_PROVINCE, PROVINCE)
OTHERS = (
    Person(78, 78, "Ani", "id"),
    viewer(Role.CADRE, KENANGA),
    viewer(Role.ADMIN, PROVINCE),
    viewer(Role.AGENCY_KABKOTA, BANGKA),
    viewer(Role.AGENCY_PROVINCE, BANGKA),
)


async def point(
    database: Database, word: str, value: str, kind: str = "section", by: Person = EDITOR
) -> HintWord | None:
    async with database.write() as session:
        return await hints.point(session, by, kind, word, value, NOW)


async def stands(database: Database, word: str, kind: str = "section") -> HintWord | None:
    async with database.session() as session:
        return await hints.meaning(session, EDITOR, kind, word)


async def book(database: Database) -> HintBook:
    async with database.session() as session:
        return await hints.open_hints(session)


async def test_nothing_changed_reads_as_the_program_comes(database: Database) -> None:
    fresh = await book(database)
    assert fresh.meanings == DEFAULTS
    assert fresh.current.section("Posyandu Melati") == "repro"


async def test_a_new_word_is_read_by_every_process(database: Database) -> None:
    other = await book(database)
    assert other.current.section("Senam bersama") is None
    assert await point(database, "Senam", "repro") is None
    assert await hints.refresh(database, other) is True
    assert other.current.section("Senam bersama") == "repro"
    assert await hints.refresh(database, other) is False


async def test_a_word_is_kept_in_its_usual_form(database: Database) -> None:
    await point(database, "  SENAM-senam   Lansia ", "repro")
    assert await stands(database, "senam lansia") is not None
    before = await point(database, "senam lansia", "kasih")
    assert before is not None
    assert before.value == "repro"


async def test_a_default_word_is_pointed_elsewhere_and_back(database: Database) -> None:
    await point(database, "posyandu", "kasih")
    assert (await book(database)).current.section("Posyandu") == "kasih"
    async with database.write() as session:
        await hints.reset(session, EDITOR, key_of("section", "posyandu"), "kasih")
    assert (await book(database)).meanings == DEFAULTS
    found = await stands(database, "posyandu")
    assert found is not None
    assert not found.is_changed


async def test_pointing_it_where_it_did_at_first_leaves_no_row(database: Database) -> None:
    await point(database, "posyandu", "kasih")
    await point(database, "posyandu", "repro")
    found = await stands(database, "posyandu")
    assert found is not None
    assert not found.is_changed


async def test_a_default_word_taken_away_points_nowhere(database: Database) -> None:
    async with database.write() as session:
        await hints.remove(session, EDITOR, key_of("section", "posyandu"), "repro", NOW)
    assert (await book(database)).current.section("Posyandu") is None
    assert DEFAULT_HINTS.section("Posyandu") == "repro"


@pytest.mark.parametrize("value", ["repro", ""])
async def test_an_own_word_taken_away_is_gone(database: Database, value: str) -> None:
    await point(database, "senam", value)
    async with database.write() as session:
        await hints.remove(session, EDITOR, key_of("section", "senam"), value, NOW)
    assert await stands(database, "senam") is None


async def test_a_default_that_points_nowhere_is_not_taken_away_but_changed_and_reset(
    database: Database,
) -> None:
    key = key_of("section", "kampung kb")
    async with database.write() as session:
        with pytest.raises(NotFound):
            await hints.remove(session, EDITOR, key, "", NOW)
    await point(database, "kampung kb", "lain")
    async with database.write() as session:
        await hints.remove(session, EDITOR, key, "lain", NOW)
    found = await stands(database, "kampung kb")
    assert found is not None
    assert (found.value, found.is_changed) == ("", False)


async def test_a_button_that_showed_something_else_changes_nothing(database: Database) -> None:
    await point(database, "posyandu", "kasih")
    key = key_of("section", "posyandu")
    async with database.write() as session:
        for refused in (
            hints.remove(session, EDITOR, key, "repro", NOW),
            hints.reset(session, EDITOR, key, "repro"),
            hints.remove(session, EDITOR, "0123456789", "repro", NOW),
            hints.reset(session, EDITOR, key_of("section", "masjid"), "agama"),
        ):
            with pytest.raises(NotFound, match="hint-moved-on"):
                await refused
    found = await stands(database, "posyandu")
    assert found is not None
    assert found.value == "kasih"


@pytest.mark.parametrize(
    ("word", "value", "kind", "trouble"),
    [
        ("x", "repro", "section", "hint-word-length"),
        ("123", "repro", "section", "hint-word-length"),
        ("🎉", "repro", "section", "hint-word-length"),
        ("kata panjang " * 8, "repro", "section", "hint-word-length"),
        ("di", "repro", "section", "hint-word-common"),
        ("anak dipukul", "lindung", "section", "hint-word-danger"),
        ("senam", "patbm", "section", "form-choice-gone"),
        ("senam", "repro", "nonsense", "form-choice-gone"),
    ],
)
async def test_what_cannot_be_a_word_is_refused(
    database: Database, word: str, value: str, kind: str, trouble: str
) -> None:
    with pytest.raises(AppError, match=trouble):
        await point(database, word, value, kind)
    assert (await book(database)).meanings == DEFAULTS


async def test_there_is_an_end_to_own_words(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hints, "MOST", 1)
    await point(database, "senam", "repro")
    await point(database, "senam", "kasih")
    with pytest.raises(AppError, match="hint-too-many"):
        await point(database, "zumba", "repro")


async def test_the_others_see_and_change_nothing(database: Database) -> None:
    await point(database, "senam", "repro")
    key = key_of("section", "senam")
    for one in OTHERS:
        async with database.write() as session:
            assert await hints.listed(session, one, "section") == []
            assert await hints.found(session, one, key) is None
            assert await hints.meaning(session, one, "section", "senam") is None
            for refused in (
                hints.point(session, one, "section", "senam", "kasih", NOW),
                hints.remove(session, one, key, "repro", NOW),
                hints.reset(session, one, key, "repro"),
            ):
                with pytest.raises(NotAllowed, match="refused-edit-hints"):
                    await refused
    found = await stands(database, "senam")
    assert found is not None
    assert found.value == "repro"


async def test_who_changed_a_word_is_told_by_role(database: Database) -> None:
    hasan = await a_person(database, 5, (Role.AGENCY_PROVINCE, PROVINCE))
    await point(database, "senam", "repro", by=hasan)
    found = await stands(database, "senam")
    assert found is not None
    assert found.at == NOW
    async with database.session() as session:
        role = await hints.changed_by(session, EDITOR, found, NOW)
        assert role is Role.AGENCY_PROVINCE
        assert await hints.changed_by(session, OTHERS[0], found, NOW) is None


async def test_words_of_one_kind_say_nothing_of_another(database: Database) -> None:
    await point(database, "senam", "b-germas", "inpres")
    await point(database, "senam", "repro", "section")
    read = (await book(database)).current
    assert (read.section("Senam"), read.inpres("Senam")) == ("repro", "b-germas")


async def test_a_list_is_the_alphabet_of_default_and_own_words(database: Database) -> None:
    await point(database, "zumba", "repro")
    async with database.session() as session:
        words = [one.word for one in await hints.listed(session, EDITOR, "section")]
    assert words == sorted(words)
    assert {"zumba", "posyandu"} <= set(words)
    assert len(words) == 1 + sum(kind == "section" for kind, _ in DEFAULTS)


def test_no_two_words_share_a_key() -> None:
    assert len({key_of(*one) for one in DEFAULTS}) == len(DEFAULTS)
