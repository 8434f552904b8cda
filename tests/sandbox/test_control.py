"""The workshop's side: the log of calls, silence before a drop, and what a bad request gets."""

import httpx
import pytest

from sandbox.client import SandboxClient
from sandbox.server import Sandbox
from tests.sandbox.conftest import Api


async def test_the_log_tells_who_called_what(api: Api, people: SandboxClient) -> None:
    await people.person("Siti", id=101, started=True)
    api.http.headers["User-Agent"] = "a bot"
    await api("sendMessage", chat_id=101, text="halo")
    await api.refused("sendmessage", chat_id=999, text="halo")
    sent, refused = await people.log(method="sendMessage")
    assert (sent["ok"], sent["chat_id"], sent["agent"]) == (True, 101, "a bot")
    assert sent["params"] == {"chat_id": 101, "text": "halo"}
    assert (refused["ok"], refused["error_code"]) == (False, 400)
    assert await people.log(after=sent["n"]) == [refused]


async def test_an_answer_may_be_lost_in_silence(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101, started=True)
    await people.faults(drop_after_next=1, drop_after_wait=30)
    with pytest.raises(httpx.ReadTimeout):
        await api.http.post(
            f"/bot{api.token}/sendMessage", json={"chat_id": 101, "text": "sampai"}, timeout=0.05
        )
    assert (await siti.last())["text"] == "sampai"


async def test_what_is_no_json_is_refused(box: Sandbox, api: Api) -> None:
    for path, expected in (
        (f"/bot{box.token}/sendMessage", "description"),
        ("/user/people", "error"),
    ):
        response = await api.http.post(
            path, content="{", headers={"Content-Type": "application/json"}
        )
        assert response.status_code == 400
        assert "can't parse JSON object" in response.json()[expected]


async def test_parameters_come_in_every_encoding(box: Sandbox, api: Api) -> None:
    async with SandboxClient(box.base_url) as people:
        siti = await people.person("Siti", id=101, started=True)
    url = f"/bot{box.token}/sendMessage"
    markup = '{"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}'
    params = {"chat_id": "101", "text": "halo", "reply_markup": markup}
    answers = [
        await api.http.get(url, params=params),
        await api.http.post(url, data=params),
        await api.http.post(url, files={name: (None, value) for name, value in params.items()}),
        await api.http.post(url, json=params),
        await api.http.post(url, params=params),
    ]
    for answer in answers:
        sent = answer.json()["result"]
        assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "y"
    assert siti.id == 101


async def test_start_up_calls(api: Api, people: SandboxClient) -> None:
    commands = [{"command": "kegiatan", "description": "Catat kegiatan"}]
    assert await api("setMyCommands", commands=commands)
    assert await api("getMyCommands") == commands
    assert (await people.state())["bot"]["commands"] == commands
    scope = {"type": "all_group_chats"}
    assert await api("setMyCommands", commands=[], scope=scope, language_code="en")
    assert await api("getMyCommands", scope=scope) == []
    wrong = [{"command": "Kegiatan!", "description": "x"}]
    assert (await api.refused("setMyCommands", commands=wrong))[0] == 400
    assert await api("setMyDescription", description="Bot kampung")
    assert await api("getMyDescription") == {"description": "Bot kampung"}
    assert (await api.refused("setMyShortDescription", short_description="a" * 121))[0] == 400
    assert await api("setChatMenuButton", menu_button={"type": "commands"})
    assert await api("getChatMenuButton") == {"type": "commands"}
    assert await api("deleteMyCommands")
    assert await api("getMyCommands") == []


async def test_copies_and_reactions(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101, started=True)
    dewi = await people.person("Dewi", id=102, started=True)
    said = await siti.sends_photo(caption="posyandu")
    source = {"from_chat_id": 101, "chat_id": 102}
    number = said["message_ids"][0]
    await api("copyMessage", **source, message_id=number, caption="baru")
    await api("forwardMessage", **source, message_id=number)
    await api("copyMessages", **source, message_ids=[number, number + 90])
    copied, forwarded, again = (await dewi.messages())[1:]
    assert (copied["caption"], "forward_origin" in copied) == ("baru", False)
    assert forwarded["forward_origin"]["sender_user"]["id"] == 101
    assert again["caption"] == "posyandu"
    heart = [{"type": "emoji", "emoji": "❤"}]
    await api("setMessageReaction", chat_id=101, message_id=number, reaction=heart)
    assert (await siti.messages())[-1]["reaction"] == heart
