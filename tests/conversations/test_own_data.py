"""/datasaya: everything about me in two files, nothing of others and nothing of reports."""

import json
from typing import Any

import pytest

from bot.rules.roles import Role
from broadcasts.own_data_page import FIELDS, PARTS
from storage import files
from storage.files import Attachment
from storage.models import Delivery, Job, OutboxFile, PersonRow
from tests.conversations.driver import RunningBot
from tests.conversations.leaving import PHONE, VILLAGE, WORDS, a_full_life


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Attachment]:
    """Files as they were loaded for their way out."""
    found: list[Attachment] = []
    load = files.load

    async def noting(*args: Any) -> Attachment:
        found.append(await load(*args))
        return found[-1]

    monkeypatch.setattr(files, "load", noting)
    return found


async def test_everything_about_me_arrives_as_a_page_and_as_json(
    bot: RunningBot, sent: list[Attachment]
) -> None:
    melati, number = await a_full_life(bot)
    page, data = sent
    assert (page.name[-5:], data.name[-5:]) == (".html", ".json")
    gathered = json.loads(data.content)
    assert set(gathered) == {"made_at", *PARTS}
    assert gathered["account"]["phone"] == PHONE
    assert gathered["account"]["id"] == number
    assert gathered["activities"][0]["photos"] == [
        {"file_id": WORDS[4], "caption": WORDS[3], "moment": None}
    ]
    assert [one["form"] for one in gathered["drafts"]] == ["activity"]
    for word in WORDS:
        assert word in data.content.decode()
        assert word in page.content.decode()
    assert melati.sees("data-json")


async def test_the_page_says_in_words_what_the_file_says_in_codes(
    bot: RunningBot, sent: list[Attachment]
) -> None:
    await a_full_life(bot)
    page, data = (one.content.decode() for one in sent)
    for code, words in {"granted": "diberi", "running": "sedang berjalan"}.items():
        assert f'"{code}"' in data
        assert f">{code}<" not in page
        assert f">{words}<" in page


async def test_the_files_are_gone_once_they_have_arrived(bot: RunningBot) -> None:
    await a_full_life(bot)
    assert {one.state for one in await bot.rows(Delivery) if "Document" in one.method} == {"sent"}
    assert await bot.rows(OutboxFile) == []


async def test_every_field_has_a_name_people_read(bot: RunningBot, sent: list[Attachment]) -> None:
    await a_full_life(bot)
    gathered = json.loads(sent[1].content)
    names = set()
    for part in set(PARTS) - {"drafts", "messages_to_me"}:
        for record in gathered[part] if isinstance(gathered[part], list) else [gathered[part]]:
            names |= set(record)
    assert names - FIELDS == set()


async def test_nothing_of_a_report_is_in_it_not_even_that_there_is_one(
    bot: RunningBot, sent: list[Attachment]
) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE), (Role.CASE_OFFICER, "19.01"))
    await siti.says("/lapor")
    await siti.presses_data(siti.new()[-1].rows[0][0]["callback_data"], siti.new()[-1])
    await siti.says("/datasaya")
    for one in sent:
        text = one.content.decode().casefold()
        assert "lapor" not in text
        assert "alert" not in text
    gathered = json.loads(sent[1].content)
    assert gathered["drafts"] == []
    assert set(gathered["messages_to_me"]) <= {"answers", "reminders", "broadcasts"}


async def test_others_stand_there_as_a_role_never_by_name(
    bot: RunningBot, sent: list[Attachment]
) -> None:
    dewi = await bot.person("Dewi Anggraini", (Role.AGENCY_PROVINCE, "19"))
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await hold(dewi, siti, bot)
    await siti.says("/datasaya")
    text = sent[1].content.decode()
    assert "Dewi" not in text
    assert str(dewi.id) not in text
    assert json.loads(text)["role_changes"][-1]["by_role"] == "agency_province"
    assert json.loads(text)["holds"][0]["reason"] == "Gugatan perdata"


async def hold(dewi: Any, siti: Any, bot: RunningBot) -> None:
    (number,) = [one.id for one in await bot.rows(PersonRow) if one.telegram_id == siti.id]
    await dewi.says("/privasi")
    await dewi.presses_data(f"hd:n:{number}", dewi.new()[-1])
    await dewi.says("Gugatan perdata")
    await dewi.presses("Kirim")


async def test_it_comes_at_most_once_an_hour(bot: RunningBot, sent: list[Attachment]) -> None:
    siti = await bot.person("Siti", (Role.CADRE, VILLAGE))
    await siti.says("/datasaya")
    await siti.says("/datasaya")
    assert siti.sees("data-again-later")
    assert len(sent) == 2
    bot.clock.advance(hours=1)
    await siti.says("/mydata")
    assert len(sent) == 4


async def test_a_stranger_is_told_that_there_is_nothing(bot: RunningBot) -> None:
    ani = bot.stranger("Ani")
    await ani.says("/datasaya")
    assert ani.sees("data-stranger")
    assert await bot.rows(Job) == []


async def test_words_cannot_become_markup_of_the_page(
    bot: RunningBot, sent: list[Attachment]
) -> None:
    siti = await bot.person("<script>alert(1)</script>", (Role.CADRE, VILLAGE))
    await siti.says("/datasaya")
    assert "<script>" not in sent[0].content.decode()
    assert "&lt;script&gt;" in sent[0].content.decode()
