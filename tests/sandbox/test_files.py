"""Files go up in a form, come down by their path, and big ones do not come down at all."""

import httpx
import pytest

from sandbox.client import SandboxClient
from sandbox.images import dimensions, picture
from sandbox.server import Sandbox
from tests.photos import from_a_camera
from tests.sandbox.conftest import Api


async def download(api: Api, path: str) -> tuple[int, bytes]:
    response = await api.http.get(f"/file/bot{api.token}/{path}")
    return response.status_code, response.content


async def test_a_photo_from_a_person_reaches_the_bot(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    await siti.sends_photo(caption="posyandu", content=picture(3))
    message = (await api.updates())[0]["message"]
    assert message["caption"] == "posyandu"
    small, large = message["photo"]
    assert (large["width"], large["height"]) == (320, 240)
    for size in (small, large):
        file = await api("getFile", file_id=size["file_id"])
        assert await download(api, file["file_path"]) == (200, picture(3))
    shown = (await siti.messages())[0]["photo"]
    assert await people.file(shown["url"]) == picture(3)


async def test_pictures_come_down_byte_for_byte_with_all_a_camera_noted(
    api: Api, people: SandboxClient
) -> None:
    siti = await people.person("Siti", id=101)
    contents = [from_a_camera(red) for red in (10, 90, 170)]
    await siti.sends_album(contents=contents)
    photos = [update["message"]["photo"][-1] for update in await api.updates()]
    assert [(photo["width"], photo["height"]) for photo in photos] == [(400, 300)] * 3
    for photo, content in zip(photos, contents, strict=True):
        file = await api("getFile", file_id=photo["file_id"])
        assert file["file_size"] == len(content)
        assert file["file_unique_id"] == photo["file_unique_id"]
        response = await api.http.get(f"/file/bot{api.token}/{file['file_path']}")
        assert response.headers["content-type"] == "application/octet-stream"
        assert response.content == content


async def test_a_path_leads_nowhere_until_it_is_asked_for_and_an_hour_later(
    box: Sandbox, api: Api, people: SandboxClient
) -> None:
    siti = await people.person("Siti", id=101)
    await siti.sends_photo()
    photo = (await api.updates())[0]["message"]["photo"][-1]
    path = next(one.path for one in box.world.files.by_id.values())
    not_found = {"ok": False, "error_code": 404, "description": "Not Found"}
    assert (await api.http.get(f"/file/bot{api.token}/{path}")).json() == not_found
    assert (await api("getFile", file_id=photo["file_id"]))["file_path"] == path
    assert (await download(api, path))[0] == 200
    await people.advance(3599)
    assert (await download(api, path))[0] == 200
    await people.advance(2)
    assert (await download(api, path))[0] == 404
    await api("getFile", file_id=photo["file_id"])
    assert (await download(api, path))[0] == 200


async def test_downloads_fail_where_it_is_asked_for(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    await siti.sends_photo()
    photo = (await api.updates())[0]["message"]["photo"][-1]
    path = (await api("getFile", file_id=photo["file_id"]))["file_path"]
    await people.faults(error_next=1)
    assert (await download(api, path))[0] == 200, "meant for the next call of a method"
    await people.faults(error_next=1, error_code=503, methods=["file"])
    assert [(await download(api, path))[0] for _ in range(2)] == [503, 200]
    await people.faults(drop_before_next=1, drop_after_next=1, methods=["file"])
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            await download(api, path)
    await people.faults(down=True)
    with pytest.raises(httpx.RemoteProtocolError):
        await download(api, path)
    await people.faults(flood_seconds=60, methods=["file"])
    assert (await download(api, path))[0] == 429


async def test_an_album_comes_as_separate_updates(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    await siti.sends_album(3, caption="kegiatan")
    messages = [update["message"] for update in await api.updates()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["kegiatan", None, None]


async def test_a_file_too_big_cannot_be_fetched(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    await siti.sends("document", files=[{"name": "a.pdf", "size": 21 * 1024 * 1024}])
    document = (await api.updates())[0]["message"]["document"]
    assert document["file_size"] == 21 * 1024 * 1024
    refusal = await api.refused("getFile", file_id=document["file_id"])
    assert refusal == (400, "Bad Request: file is too big")


async def test_files_sent_as_fields_and_as_attachments(
    box: Sandbox, api: Api, people: SandboxClient
) -> None:
    siti = await people.person("Siti", id=101, started=True)
    url = f"/bot{box.token}/sendDocument"
    for params, name in (({}, "document"), ({"document": "attach://x"}, "x")):
        form = {"chat_id": "101", **params}
        answer = await api.http.post(url, data=form, files={name: ("catatan.txt", b"isi")})
        assert answer.json()["result"]["document"]["file_name"] == "catatan.txt"
    missing = await api.refused("sendDocument", chat_id=101, document="attach://y")
    assert missing[0] == 400
    assert len(await siti.messages()) == 3


async def test_only_the_right_path_and_token_open_a_file(api: Api, people: SandboxClient) -> None:
    siti = await people.person("Siti", id=101)
    await siti.sends_photo()
    file_id = (await api.updates())[0]["message"]["photo"][-1]["file_id"]
    path = (await api("getFile", file_id=file_id))["file_path"]
    assert (await download(api, path + "x"))[0] == 404
    assert await api.refused("getFile", file_id="x") == (400, "Bad Request: invalid file_id")
    api.token = "1:other"
    assert (await download(api, path))[0] == 401


async def test_an_upload_that_is_not_a_picture_is_never_shown_as_a_page(
    api: Api, people: SandboxClient
) -> None:
    siti = await people.person("Siti", id=101)
    await siti.sends("document", files=[{"name": "a.html", "mime": "text/html", "base64": "PGI+"}])
    url = (await siti.messages())[0]["document"]["url"]
    response = await people.http.get(url)
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"] == "attachment"


def test_pictures_tell_their_size() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x64\x00\xc8\x01\x01\x11\x00"
    assert dimensions(jpeg) == (200, 100)
    assert dimensions(picture()) == (320, 240)
    assert dimensions(b"no picture") == (320, 240)
