"""What an operator sees at the start: quickly, in one sentence, and never a secret."""

import asyncio
from pathlib import Path

import pytest

from tests.endtoend.fixtures import Build
from tests.endtoend.place import Place

PASSWORD = "hunter2-of-the-tests"
LOOKING = """
import sys
from bot import cli
sys.argv = ["cikar", *{args!r}]
try:
    cli.main()
finally:
    print("HEAVY:", sorted({{"aiogram", "telegram"}} & set(sys.modules)))
"""


def looks(place: Place, *args: str) -> str:
    """Write a script that runs a command and says which Telegram libraries it has loaded."""
    path = place.folder / f"looking_{'_'.join(args).strip('-')}.py"
    path.write_text(LOOKING.format(args=args))
    return str(path)


async def test_help_check_and_deliver_never_load_aiogram(build: Build) -> None:
    place = await build()
    commands = {name: place.starts(looks(place, name)) for name in ("--help", "check", "deliver")}
    await commands["deliver"].says("deliver is running.")
    commands["deliver"].signals(2)
    await asyncio.gather(*(program.ends() for program in commands.values()))
    assert "HEAVY: []" in commands["--help"].output
    assert "HEAVY: []" in commands["check"].output
    assert "✓" in commands["check"].output
    assert "aiogram" not in commands["deliver"].output
    assert "HEAVY: ['telegram']" in commands["deliver"].output


def broken(place: Place, tmp_path: Path) -> dict[str, dict[str, str]]:
    """Environments in which the program cannot start, by a word its sentence must hold."""
    wrong_key, wrong_value = tmp_path / "key.toml", tmp_path / "value.toml"
    wrong_key.write_text("[telegram]\nrate = 3\n")
    wrong_value.write_text("[telegram]\nbatch = 1000\n")
    nobody = f"postgresql+asyncpg://cikar:{PASSWORD}@127.0.0.1:1/cikar"
    return {
        "telegram.rate": {"CIKAR_CONFIG": str(wrong_key)},
        "telegram.batch": {"CIKAR_CONFIG": str(wrong_value)},
        "BOT_TOKEN": {"BOT_TOKEN": ""},
        "cannot be reached": {"CIKAR_DATABASE_URL": nobody},
        "database.url": {"CIKAR_DATABASE_URL": f"mysql://cikar:{PASSWORD}@127.0.0.1/cikar"},
        "cikar migrate": {"CIKAR_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/empty.sqlite"},
    }


@pytest.mark.parametrize("command", ["run", "deliver"])
async def test_what_is_wrong_is_one_sentence_without_secrets(
    build: Build, tmp_path: Path, command: str
) -> None:
    place = await build()
    for word, env in broken(place, tmp_path).items():
        program = place.forks(command, env=env)
        assert await program.ends() == 1, f"{word}: {program.output}"
        assert word in program.output
        assert len(program.output.strip().splitlines()) == 1, program.output
        assert PASSWORD not in program.output
        assert place.box.token not in program.output


async def test_check_tells_everything_at_once(build: Build, tmp_path: Path) -> None:
    place = await build()
    nobody = f"postgresql+asyncpg://cikar:{PASSWORD}@127.0.0.1:1/cikar"
    env = {"BOT_TOKEN": "", "CIKAR_CASE_KEY": "", "CIKAR_DATABASE_URL": nobody}
    program = place.forks("check", env=env)
    assert await program.ends() == 1
    assert PASSWORD not in program.output
    told = [line for line in program.output.splitlines() if line.startswith("✗")]
    assert len(told) == 3, program.output
    assert "Traceback" not in program.output


async def test_a_refused_token_is_one_sentence(build: Build) -> None:
    place = await build()
    program = place.forks("run", env={"BOT_TOKEN": "4242:WRONG-TOKEN"})
    assert await program.ends() == 1
    assert "Telegram refuses the token" in program.output
    assert "Traceback" not in program.output
    assert "WRONG-TOKEN" not in program.output
