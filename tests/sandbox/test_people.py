"""The people's side: what they do, what they see, and how a test follows it."""

import asyncio

import pytest

from sandbox.client import SandboxClient, SandboxError
from sandbox.client_person import Person
from tests.sandbox.conftest import Api

YES_NO = {
    "inline_keyboard": [
        [{"text": "Ya, kirim", "callback_data": "y"}, {"text": "Tidak", "callback_data": "n"}]
    ]
}


@pytest.fixture
async def siti(people: SandboxClient) -> Person:
    return await people.person("Siti", id=101, started=True)


async def test_a_person_sees_only_what_is_newer_than_their_own_act(api: Api, siti: Person) -> None:
    sent = await api("sendMessage", chat_id=101, text="Judul?")
    await siti.sees("Judul?")
    await siti.says("Posyandu")
    with pytest.raises(AssertionError, match="nothing that says 'Judul"):
        await siti.sees("Judul?", timeout=0)
    assert (await siti.sees("Judul?", since=0))["message_id"] == sent["message_id"]
    where = {"chat_id": 101, "message_id": sent["message_id"]}
    await api("editMessageText", **where, text="Judul? (diubah)")
    await siti.sees("diubah")


async def test_what_is_not_there_is_told_with_what_is(api: Api, siti: Person) -> None:
    await api("sendMessage", chat_id=101, text="Kirim?", reply_markup=YES_NO)
    with pytest.raises(AssertionError) as error:
        await siti.sees("Selesai", timeout=0.01)
    assert "Siti sees nothing that says 'Selesai'; there is:" in str(error.value)
    assert "*Sandbox bot: Kirim? [Ya, kirim] [Tidak]" in str(error.value)


async def test_waiting_ends_when_the_bot_writes(api: Api, siti: Person) -> None:
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(siti.sees("akhirnya"))
        button = group.create_task(siti.presses("Ya"))
        await api("sendMessage", chat_id=101, text="akhirnya", reply_markup=YES_NO)
    assert waiting.result()["text"] == "akhirnya"
    assert button.result()["update_id"] is not None


async def test_pressing_by_label_by_forged_data_and_twice(api: Api, siti: Person) -> None:
    sent = await api("sendMessage", chat_id=101, text="Kirim?", reply_markup=YES_NO)
    await siti.presses("Tidak")
    await siti.presses_data("palsu", sent["message_id"])
    twice = await siti.presses("Ya", double=True)
    queries = [u["callback_query"]["data"] for u in await api.updates() if "callback_query" in u]
    assert queries == ["n", "palsu", "y", "y"]
    assert len(set(twice["callback_query_ids"])) == 2
    await api("answerCallbackQuery", callback_query_id=twice["callback_query_id"], text="Oke")
    answer = await siti.sees_answer(twice["callback_query_id"])
    assert answer == {"text": "Oke", "show_alert": False, "url": None}


async def test_a_reply_keyboard_sends_label_contact_or_place(api: Api, siti: Person) -> None:
    keyboard = {
        "keyboard": [
            ["Lewati", {"text": "Lokasi saya", "request_location": True}],
            [{"text": "Nomor saya", "request_contact": True}],
        ]
    }
    await api("sendMessage", chat_id=101, text="Di mana?", reply_markup=keyboard)
    for label in ("Lewati", "Lokasi", "Nomor"):
        await siti.presses(label)
    said, place, contact = [update["message"] for update in (await api.updates())[1:]]
    assert said["text"] == "Lewati"
    assert place["location"] == {"latitude": -6.9, "longitude": 107.6}
    assert contact["contact"]["user_id"] == 101


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("voice", {}),
        ("video", {}),
        ("audio", {}),
        ("sticker", {}),
        ("dice", {}),
        ("poll", {"forwarded": True}),
        ("contact", {"phone_number": "+62800", "first_name": "Dewi"}),
        ("animation", {}),
        ("video_note", {}),
    ],
)
async def test_all_that_people_send(
    api: Api, siti: Person, kind: str, fields: dict[str, object]
) -> None:
    await siti.sends(kind, **fields)
    message = (await api.updates())[-1]["message"]
    assert kind in message
    assert ("forward_origin" in message) == bool(fields.get("forwarded"))
    assert kind in (await siti.messages())[-1]


async def test_a_very_long_text_arrives_in_parts(api: Api, siti: Person) -> None:
    said = await siti.says("a" * 5000)
    assert len(said["message_ids"]) == 2
    texts = [update["message"]["text"] for update in (await api.updates())[1:]]
    assert "".join(texts) == "a" * 5000


async def test_what_nobody_can_do_is_said(people: SandboxClient, siti: Person) -> None:
    dewi = await people.person("Dewi", id=102)
    group = await people.group("POKJA", [dewi])
    for act in (
        siti.says(" "),
        siti.sends("telegram"),
        siti.presses_data("x", 999),
        siti.in_group(group).says("halo"),
        people.faults(typo=1),
        people.replay(1),
    ):
        with pytest.raises(SandboxError):
            await act
    await siti.blocks()
    with pytest.raises(SandboxError, match="blocked"):
        await siti.says("halo")


async def test_chats_and_events(api: Api, people: SandboxClient, siti: Person) -> None:
    group = await people.group("POKJA", [siti], with_bot=True)
    await api("sendMessage", chat_id=group.id, text="rapat")
    chats = (await people.get("/user/101/chats"))["chats"]
    assert [(chat["title"], chat["preview"]) for chat in chats] == [
        ("Sandbox bot", "/start"),
        ("POKJA", "rapat"),
    ]
    sent = await api("sendMessage", chat_id=101, text="halo")
    await api("deleteMessage", chat_id=101, message_id=sent["message_id"])
    await siti.sees_gone(sent["message_id"])
    events = (await people.events(0, person=101))["events"]
    assert [event["kind"] for event in events][-2:] == ["message", "deleted"]
    assert events[-1]["message_id"] == sent["message_id"]


async def test_the_stream_resumes_behind_the_last_event(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    await siti.says("satu")
    await siti.says("dua")
    before = {"Last-Event-ID": str(siti.since - 1)}
    async with people.http.stream("GET", "/user/stream", headers=before) as stream:
        async for line in stream.aiter_lines():
            if line.startswith("data:"):
                break
    assert '"dua"' in line
    assert '"satu"' not in line


async def test_polls_can_be_voted_in(api: Api, people: SandboxClient, siti: Person) -> None:
    poll = {"chat_id": 101, "question": "Setuju?", "options": ["Ya", "Tidak"]}
    sent = await api("sendPoll", **poll, is_anonymous=False)
    await people.post(
        "/user/101/chats/101/vote", {"message_id": sent["message_id"], "options": [1]}
    )
    *_, state, answer = await api.updates()
    assert state["poll"]["options"][1]["voter_count"] == 1
    assert answer["poll_answer"]["option_ids"] == [1]
