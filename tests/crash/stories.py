"""What a person does when the program dies under them, and what must be true afterwards."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from bot.rules.roles import Role
from sandbox.client_person import Person
from tests.endtoend.filling import (
    ACCOUNT,
    Ask,
    Filler,
    activity,
    broadcast,
    is_activity,
    report_now,
)
from tests.endtoend.fixtures import VILLAGE, Build
from tests.endtoend.place import Place
from tests.endtoend.speech import label, words

KADER, OFFICER, AGENCY, STRANGER = 101, 104, 105, 201
AUDIENCE = (101, 102, 103)
NEWS = "Rapat koordinasi hari Jumat"


async def register(build: Build) -> None:
    await build.registers(AUDIENCE, Role.CADRE, VILLAGE)
    await build.registers([OFFICER], Role.CASE_OFFICER, "19.01")
    await build.registers([AGENCY], Role.AGENCY_PROVINCE, "19")


class Story(ABC):
    """A conversation with one last step, after which something must happen exactly once."""

    number: int
    command: str
    form: Sequence[Ask]
    last: str
    """Words of the question before the last step."""
    end: str
    """Words the person waits for."""

    async def begins(self, place: Place) -> None:
        """Everything up to the last step."""
        for number in (*AUDIENCE, OFFICER):
            await place.client.person(f"Orang {number}", id=number, started=True)
        who = self.readied(await place.client.person("Orang", id=self.number))
        self.filler = Filler(who, self.form, patience=3.0)
        await who.says(self.command)
        self.shown = await self.filler.fills(until=self.last)

    def readied(self, who: Person) -> Person:
        """The person with what they have at hand before the first word."""
        return who

    async def ends(self) -> None:
        """The last step; the person waits for what the bot says about it."""
        await self.filler.answers(self.shown)

    async def is_told(self) -> None:
        await self.filler.fills(until=self.end, nudges=3)

    @abstractmethod
    async def holds(self, place: Place) -> None:
        """What must be true when all is delivered."""


class ActivityStory(Story):
    number, command = KADER, "/kegiatan"
    form = activity("Posyandu Melati")
    last, end = words("form-summary"), words("activity-receipt")

    async def holds(self, place: Place) -> None:
        [row] = await place.rows("select * from activities")
        assert is_activity(row, "Posyandu Melati")
        await has_one_receipt(place, row["receipt"])


class SentenceStory(Story):
    """An activity in one message, which becomes a filled form."""

    number, command = KADER, "Posyandu Melati kemarin, 25 ibu 30 balita, dana desa"
    form = activity("Posyandu Melati")
    last, end = words("form-summary"), words("activity-receipt")

    async def holds(self, place: Place) -> None:
        [row] = await place.rows("select * from activities")
        assert (row["title"], row["female"], row["children"]) == ("Posyandu Melati", 25, 30)
        await has_one_receipt(place, row["receipt"])


async def has_one_receipt(place: Place, receipt: str) -> None:
    """One receipt is owed and sent; it arrived a second time only where the first is in doubt."""
    await place.settled()
    said = "method = 'sendMessage' and once is null"
    [row] = await place.rows(f"select state, attempts from deliveries where {said}")
    assert row["state"] == "sent"
    assert 1 <= len(await place.sent(KADER, receipt)) <= row["attempts"]


class ReportStory(Story):
    number, command = STRANGER, "/lapor"
    form = report_now()
    last, end = words("report_now-account"), words("report-receipt")

    async def holds(self, place: Place) -> None:
        assert await place.count("cases") == 1
        await place.settled()
        assert await place.sent(OFFICER, words("case-alert"))
        assert await place.sent(STRANGER, self.end)
        assert ACCOUNT not in str(await self.filler.who.messages())
        officer = await place.client.person("Dewi", id=OFFICER)
        await officer.says("/kasus")
        await officer.presses("🔴", fresh=True)
        await officer.sees(ACCOUNT)


class TypingStory(ReportStory):
    """A word typed in the middle of the form: taken twice, it would answer the next question."""

    last = words("report_now-village")


class BroadcastStory(Story):
    number, command = AGENCY, "/siaran"
    form = broadcast(NEWS, label("role-cadre"))
    last, end = words("broadcast-confirm"), words("broadcast-account")

    async def holds(self, place: Place) -> None:
        await place.settled()
        assert await place.count("broadcasts", "state = 'done'") == 1
        rows = await place.rows("select * from deliveries where broadcast_id is not null")
        assert sorted(row["chat_id"] for row in rows) == sorted(AUDIENCE)
        for row in rows:
            arrived = len(await place.sent(row["chat_id"], NEWS))
            assert arrived == 1 if row["state"] == "sent" else arrived <= 1
            assert row["state"] in ("sent", "uncertain")
        assert len(await place.sent(AGENCY, self.end)) >= 1
