"""`cikar understand` says what the bot takes from one message, wherever it is run."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import cikar

USUAL = "Posyandu Melati kemarin, 25 ibu 30 balita, dana desa, dengan Puskesmas"
KEYS = ["date", "title", "participants", "funding", "agencies", "section", "unsure", "ids", "kind"]


def run(*words: str) -> tuple[dict[str, object], str]:
    done = CliRunner().invoke(cikar, ["understand", *words])
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout), done.stderr


def test_it_runs_in_an_empty_folder_without_settings_or_database(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("cikar")
    done = subprocess.run(
        [script, "understand", USUAL, "--at", "2026-11-19"],
        cwd=tmp_path, env={"PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    draft = json.loads(done.stdout)
    assert list(draft) == KEYS
    assert draft == {
        "date": "2026-11-18",
        "title": "Posyandu Melati",
        "participants": {"male": 0, "female": 25, "children": 30, "people": 0},
        "funding": ["Dana Desa/ADD"],
        "agencies": ["Puskesmas"],
        "section": "Reproduksi",
        "unsure": [],
        "ids": {"funding": ["dd"], "agencies": ["pkm"], "section": "repro"},
        "kind": "report",
    }
    assert list(tmp_path.iterdir()) == []


def test_it_loads_no_library_of_telegram_or_a_database() -> None:
    code = (
        "import sys, bot.cli_understand, bot.rules.understand, bot.rules.lists;"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"aiogram", "telegram", "sqlalchemy", "httpx"} & set(done.stdout.split())


def test_labels_and_own_words_stand_as_people_know_them() -> None:
    draft, _ = run("rapat PATBM 3 nov bersama PKK, Dana: hasil panen", "--at", "2026-11-19")
    assert (draft["agencies"], draft["funding"]) == (["PKK"], ["hasil panen"])
    assert draft["ids"] == {
        "funding": ["other:hasil panen"], "agencies": ["other:PKK"], "section": "lain"
    }  # fmt: skip
    assert draft["section"] == "Lainnya"


def test_nothing_said_of_people_is_four_nulls() -> None:
    draft, _ = run("kerja bakti kemarin", "--at", "2026-11-19")
    assert draft["participants"] == dict.fromkeys(("male", "female", "children", "people"))


@pytest.mark.parametrize("words", [("assalamualaikum bu",), ("posyandu kapan bu?",), ("",)])
def test_what_is_no_report_leaves_everything_empty(words: tuple[str, ...]) -> None:
    draft, aside = run(*words, "--at", "2026-11-19")
    assert draft["kind"] == "nothing"
    assert (draft["date"], draft["title"], draft["section"], draft["unsure"]) == (
        None,
        None,
        None,
        [],
    )
    assert (draft["funding"], draft["agencies"], aside) == ([], [], "")


def test_a_person_in_danger_leads_to_the_path_of_protection() -> None:
    draft, aside = run("anak 15 th mau dinikahkan bulan depan", "--at", "2026-11-19")
    assert (draft["kind"], draft["title"]) == ("danger", None)
    assert all(part in aside for part in ("/lapor", "person in danger", "bahaya"))


def test_the_day_of_arrival_is_today_unless_said() -> None:
    draft, _ = run("kerja bakti hari ini 20 orang")
    assert draft["date"] is not None


@pytest.mark.parametrize("day", ["kemarin", "31/2", "2026-02-31", "2026-13-01"])
def test_a_day_that_is_none_is_refused_in_a_sentence(day: str) -> None:
    done = CliRunner().invoke(cikar, ["understand", "kerja bakti", "--at", day])
    assert done.exit_code == 2
    assert "is no day; write it like 2026-11-19." in done.stderr


def test_a_sentence_may_begin_with_a_dash_and_need_no_quotes() -> None:
    draft, _ = run("-", "posyandu", "melati", "kemarin", "--at", "2026-11-19")
    assert draft["title"] == "Posyandu melati".title()
