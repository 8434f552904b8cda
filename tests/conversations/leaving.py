"""Somebody with traces everywhere, who asks to be erased, and where to look for what is left."""

from datetime import date, datetime
from pathlib import Path

from sqlalchemy import update

from bot.clock import new_id
from bot.rules.roles import Role
from storage import outbox
from storage.models import (
    Activity,
    ActivityChange,
    ActivityPhoto,
    Base,
    Broadcast,
    Intervention,
    Invite,
    MemberRequest,
    PersonRow,
    Problem,
    RoleChange,
)
from storage.outbox import Priority
from tests.conversations.driver import RunningBot
from tests.conversations.people import Somebody

VILLAGE = "19.01.01.1001"
KABKOTA = "19.01"
NAME, PHONE = "Melati Kusumawardani", "+6281234567899"
TELEGRAM_ID = 7_411_222_333_444
"""Long enough to be told from anything else, in figures and in bytes."""
WORDS = (
    "Pengajian Kenanga Raya",
    "Balai Merdeka",
    "Uraian panjang sekali",
    "Keterangan foto rahasia",
    "FILE-ID-777",
    "Toko Bu Melati",
    "Siaran buatan Melati",
    "Alasan karena pindah",
    "Setengah jadi sekali",
    "Judul sebelum diubah",
    "Sumur warga berbau",
    "Kata warga sendiri",
    "Kerja bakti sumur",
    "Sumur sudah jernih",
    "Nanti ditengok lagi",
)


async def a_full_life(bot: RunningBot) -> tuple[Somebody, int]:
    """Somebody who has left traces in every table that holds people's words."""
    bot._numbers = iter([TELEGRAM_ID])
    melati = await bot.person(NAME, (Role.CADRE, VILLAGE), (Role.AGENCY_KABKOTA, KABKOTA))
    now = bot.clock.now()
    async with bot.writing() as session:
        number = await session.scalar(
            update(PersonRow)
            .where(PersonRow.telegram_id == melati.id)
            .values(phone=PHONE)
            .returning(PersonRow.id)
        )
        assert number is not None
        activity = new_id()
        session.add(
            Activity(
                id=activity, receipt="KG-AAAA-BBBB", person_id=number, region_code=VILLAGE,
                held_on=date(2026, 11, 1), title=WORDS[0], section="agama",
                target_groups=["pus"], agencies=["pkm", f"other:{WORDS[5]}"], funding=["dd"],
                male=3, female=20, children=4, place=WORDS[1], latitude=-2.1234,
                longitude=106.1234, description=WORDS[2], follow_up=WORDS[14], created_at=now,
            )
        )  # fmt: skip
        await session.flush()
        session.add(
            ActivityPhoto(
                activity_id=activity, position=0, file_id=WORDS[4], unique_id="u", caption=WORDS[3]
            )
        )
        problem = _a_problem(number, now)
        session.add(problem)
        await session.flush()
        session.add_all(_what_followed(number, activity, problem.id, now))
        session.add(
            Broadcast(
                id=new_id(), person_id=number, chat_id=melati.id, region_code=KABKOTA,
                audience="everyone", body=WORDS[6], photo=None, due_at=now, state="done",
                progress_at=now, created_at=now, done_at=now,
            )
        )  # fmt: skip
        session.add(
            MemberRequest(
                id=new_id(), kind="join", person_id=number, role="cadre", region_code=VILLAGE,
                state="waiting", rung="field_officer", climb_at=now, created_at=now,
                reason=WORDS[7], reminders=0,
            )
        )  # fmt: skip
        session.add(
            RoleChange(
                id=new_id(), at=now, actor_id=number, word_of=None, person_id=number,
                assignment_id=None, change="changed", role="cadre", region_code=VILLAGE,
                reason=WORDS[7],
            )
        )  # fmt: skip
        session.add(
            Invite(
                token_hash=b"x" * 32, role="cadre", region_code=VILLAGE, uses_left=1,
                expires_at=now, created_by=number, created_at=now,
            )
        )  # fmt: skip
        # A supervisor was told her name, and the message has left.
        told = outbox.delivery(1, "sendMessage", {"text": NAME}, priority=Priority.ANSWER, now=now)
        await outbox.queue(session, [told])
    await melati.says("/kegiatan")
    await melati.presses("Hari ini")
    await melati.says(WORDS[8])
    await melati.says("/datasaya")
    await bot.delivers_all()
    return melati, number


def _a_problem(number: int, now: datetime) -> Problem:
    return Problem(
        id=new_id(), receipt="MS-AAAA-BBBB", person_id=number, region_code=VILLAGE,
        category="lingkung", what=WORDS[10], affected=40, since=date(2026, 10, 1),
        evidence=WORDS[11], priority="mid", state="done", created_at=now,
    )  # fmt: skip


def _what_followed(number: int, activity: int, problem: int, now: datetime) -> list[Base]:
    """An edit with its earlier words, and what was done about the problem."""
    return [
        ActivityChange(
            id=new_id(), activity_id=activity, person_id=number, at=now, what="edited",
            before={"title": WORDS[9]},
        ),
        Intervention(
            id=new_id(), problem_id=problem, person_id=number, region_code=VILLAGE,
            agency="desa", what=WORDS[12], planned_on=date(2026, 11, 3), state="done",
            result=WORDS[13], done_on=date(2026, 11, 3), done_by=number, created_at=now,
        ),
    ]  # fmt: skip


async def asks_for_erasure(somebody: Somebody) -> None:
    await somebody.says("/hapusdata")
    await somebody.presses("Lanjut menghapus")
    await somebody.presses("Ya, hapus data saya")


async def the_grace_passes(bot: RunningBot) -> None:
    """The job runs, the last message leaves, and the job looks once more."""
    bot.clock.advance(hours=1, minutes=1)
    await bot.delivers_all()
    bot.clock.advance(minutes=2)
    await bot.delivers_all()


def on_disk(bot: RunningBot) -> bytes:
    """Every byte of the database's file and of the log beside it."""
    path = Path(bot.core.database.engine.url.database or "")
    wal = path.with_name(path.name + "-wal")
    return path.read_bytes() + (wal.read_bytes() if wal.exists() else b"")


def traces() -> dict[str, bytes]:
    """Everything to look for: words as they are, the number in figures and as SQLite keeps it."""
    words = (NAME, NAME.casefold(), PHONE, str(TELEGRAM_ID), *WORDS)
    return {one: one.encode() for one in words} | {"bytes": TELEGRAM_ID.to_bytes(6, "big")}


def found_in(content: bytes) -> set[str]:
    return {name for name, trace in traces().items() if trace in content}
