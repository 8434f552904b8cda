"""/hapusdata to its end over HTTP: not a byte of the person is left in the database's files, and
none was ever in what the program says of itself."""

import signal
from pathlib import Path

from sqlalchemy import text

from handlers.group_links import payload_of
from sandbox.client_person import Person
from storage.database import Database
from tests.endtoend.filling import Filler, activity
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.joining import joins
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words
from tests.endtoend.turns import has_no_list, lists, pressed, told, typed

NAME, PHONE, TITLE = "Melati Kusumawardani", "6281234567899", "Pengajian Kenanga Raya"
UNFINISHED = "Setengah jadi sekali"
TELEGRAM_ID = 7_411_222_333_444
"""Long enough to be told from anything else, in figures and in bytes."""
TRACES = {
    **{one: one.encode() for one in (NAME, NAME.casefold(), PHONE, TITLE, UNFINISHED)},
    "figures": str(TELEGRAM_ID).encode(),
    "bytes": TELEGRAM_ID.to_bytes(6, "big"),
}

UNDER_WAY = "select * from deliveries where state != 'sent'"
SOONER = "update jobs set due_at = created_at where kind = 'erase' and state = 'queued'"


def found_in(content: bytes) -> set[str]:
    return {name for name, trace in TRACES.items() if trace in content}


def on_disk(database: Database) -> bytes:
    """Every byte of the database's file and of whatever SQLite keeps beside it."""
    path = Path(database.engine.url.database or "")
    return b"".join(one.read_bytes() for one in sorted(path.parent.glob(f"{path.name}*")))


async def comes_in(place: Place, budi: Person) -> Person:
    """Melati asks to be a kader, with her number, and Budi approves."""
    melati = await place.client.person(NAME, id=TELEGRAM_ID, started=True)
    await typed(melati, "/daftar", "join-consent")
    await typed(melati, "setuju", "join-person")
    await pressed(melati, label("form-keep", value=NAME), "join-role")
    await typed(melati, "kader", "join-village")
    await typed(melati, "Sungai Liat", "join-phone")
    await typed(melati, f"+{PHONE}", "form-summary")
    await pressed(melati, label("form-submit"), "join-asked")
    await told(budi, "request-card", name=NAME)
    await pressed(budi, label("request-approve"), "request-approved-by-you", name=NAME)
    await told(melati, "join-approved")
    return melati


async def leaves_traces(melati: Person) -> None:
    """An activity with a photo, another half written, and a copy of all that is known of her."""
    await melati.says("/kegiatan")
    await Filler(melati, activity(TITLE, photos=2)).fills(words("activity-receipt"))
    await typed(melati, "/datasaya", "data-coming")
    await told(melati, "data-page")
    await typed(melati, "/kegiatan", "activity-date")
    await pressed(melati, label("form-today"), "activity-title")
    await typed(melati, UNFINISHED, "activity-section")


async def binds_a_group(place: Place, melati: Person) -> None:
    group = await place.client.group("POKJA", [melati])
    await group.add_bot(melati, payload_of(VILLAGE), admin=True)
    await melati.in_group(group).sees(words("group-bound"), since=0)


async def has_her_in_hand(budi: Person) -> None:
    """Budi has begun to change her role, and never says the reason."""
    await typed(budi, "/anggota", "member-list")
    await pressed(budi, label("member-line", marks="👤", name=NAME), "member-card", name=NAME)
    await pressed(budi, label("member-suspend"), "memberreason-reason")


async def the_minutes_pass(place: Place, database: Database) -> None:
    """While a message is under way the job waits a minute; here its minutes are over at once."""
    for _ in range(40):
        [job] = await place.rows("select * from jobs where kind = 'erase'")
        if job["state"] == "done":
            return
        assert job["state"] != "failed", job
        if job["state"] == "queued":
            async with database.session() as session:
                await session.execute(text(SOONER))
                await session.commit()
        await database.engine.dispose()  # nothing of ours may hold the log
        await place.box.world.changed.wait(0.5)
    raise AssertionError(f"it is not done: {job}, {await place.rows(UNDER_WAY)}")


async def test_after_hapusdata_no_byte_of_the_person_is_left(build: Build) -> None:
    await build.has_kampung(VILLAGE, "Kampung KB Sungailiat Berseri")
    place = await build(privacy={"grace_hours": 0}, log={"level": "debug"})
    program = await place.runs()
    budi = await joins(place, 106, "Budi", "field_officer", "19.01.01")
    melati = await comes_in(place, budi)
    await leaves_traces(melati)
    await binds_a_group(place, melati)
    await has_her_in_hand(budi)
    await lists(place, TELEGRAM_ID, shows="kegiatan")
    assert found_in(on_disk(build.database)) == set(TRACES), "there before they can be gone"

    await typed(melati, "/hapusdata", "erase-explain")
    await pressed(melati, label("erase-go-on"), "erase-sure")
    await pressed(melati, label("erase-yes"), "erase-begun")
    await the_minutes_pass(place, build.database)
    await told(melati, "erase-done")
    await has_no_list(place, TELEGRAM_ID)
    assert found_in(on_disk(build.database)) == set()

    await told(budi, "erase-role-empty")
    [kept] = await place.rows("select * from activities")
    assert (kept["title"], kept["place"], kept["male"], kept["female"]) == ("", None, 20, 12)
    assert not await place.count("activity_photos")
    await typed(melati, "/start", "welcome-stranger")
    await typed(melati, "/kegiatan", "refused-unregistered")
    await place.settled()
    await place.all_handled()

    program.signals(signal.SIGTERM)
    assert await program.ends() == 0
    assert found_in(program.output.encode()) == set()
    assert found_in(on_disk(build.database)) == set()
