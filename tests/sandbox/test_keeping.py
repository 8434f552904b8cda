"""A restarted sandbox still knows its chats, its files and what the bot has not fetched."""

from pathlib import Path

from sandbox.client import SandboxClient
from sandbox.limits import Limits
from sandbox.server import Sandbox
from tests.sandbox.conftest import Api


async def test_a_restart_keeps_everything(tmp_path: Path) -> None:
    state = tmp_path / "sandbox.json"
    async with Sandbox(state_file=state, limits=Limits.off()) as box:
        async with SandboxClient(box.base_url) as people:
            siti = await people.person("Siti", id=101, started=True)
            group = await people.group("POKJA", [siti], with_bot=True)
            await siti.sends_photo()
            picture = await people.file((await siti.messages())[-1]["photo"]["url"])
            await people.advance(3600)
        api = Api(box)
        sent = await api("sendMessage", chat_id=101, text="halo", disable_notification=True)
        waiting = await api.updates()
        await api.http.aclose()

    async with Sandbox(state_file=state, limits=Limits.off(), check_answers=True) as box:
        api = Api(box)
        assert await api.updates() == waiting
        async with SandboxClient(box.base_url) as people:
            siti = await people.person("Siti", id=101)
            last = await siti.last()
            assert (last["text"], last["silent"]) == ("halo", True)
            photo = next(m for m in await siti.messages() if "photo" in m)
            assert await people.file(photo["photo"]["url"]) == picture
            said = await siti.says("lanjut")
            assert said["update_ids"] == [waiting[-1]["update_id"] + 1]
            assert said["message_ids"] == [sent["message_id"] + 1]
            assert said["seq"] > last["seq"]
            assert (await people.state())["groups"][0]["id"] == group.id
            assert box.world.clock.ahead == 3600
        await api.http.aclose()


async def test_the_file_is_written_soon_after_a_change(tmp_path: Path) -> None:
    state = tmp_path / "sandbox.json"
    async with Sandbox(state_file=state) as box, SandboxClient(box.base_url) as people:
        await people.person("Siti", id=101)
        assert box._keeper is not None
        box._keeper.save()
        assert "Siti" in state.read_text()
        assert not state.with_suffix(".new").exists()
