"""The command `cikar`: says what went wrong in one sentence, never with a stack."""

import asyncio
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import click

from bot.cli_export import export
from bot.cli_regions import regions
from bot.cli_understand import understand
from bot.errors import Unready
from bot.settings import Settings, bot_token, load_settings


def main() -> None:
    """Entry point: expected trouble ends with status 1 and its sentence on standard error."""
    try:
        cikar(standalone_mode=False)
    except Unready as trouble:
        click.echo(str(trouble), err=True)
        sys.exit(1)
    except OSError as trouble:
        click.echo(
            f"{trouble.strerror or trouble}: {trouble.filename or ''}".rstrip(": "), err=True
        )
        sys.exit(1)
    except click.ClickException as trouble:
        trouble.show()
        sys.exit(trouble.exit_code)
    except click.Abort:
        sys.exit(130)


def run_until_stopped(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run until it ends or SIGINT or SIGTERM asks to stop; unwraps a group's one error."""

    async def guarded() -> None:
        loop, task = asyncio.get_running_loop(), asyncio.current_task()
        assert task is not None
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)
        await work()

    try:
        asyncio.run(guarded())
    except asyncio.CancelledError:
        click.echo("Stopped.", err=True)
    except BaseExceptionGroup as group:
        unready = group.subgroup(Unready)
        if unready is None:
            raise
        error: BaseException = unready
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        raise error from None


def prepared() -> Settings:
    """Settings read and checked, the log set up."""
    from bot.logs import set_up

    settings = load_settings()
    set_up(settings.log)
    return settings


def load_libraries() -> None:
    """Import aiogram before the event loop runs: it takes seconds, in which Ctrl-C must work.

    What is loaded stays; the garbage collector need not walk through it again and again
    (measured: a fifth of the time of every update).
    """
    import gc

    import bot.answering  # noqa: F401

    gc.collect()
    gc.freeze()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cikar() -> None:
    """CIKAR Bot: activities, child-protection reports and broadcasts, by guided chat."""


@cikar.command()
def run() -> None:
    """Everything in one process: poll, answer, deliver, fire schedules."""
    settings, token = prepared(), bot_token()
    load_libraries()

    async def work() -> None:
        from bot.app import run_all
        from bot.core import open_core

        async with open_core(settings) as core:
            await run_all(core, token, lambda: click.echo("Running. Ctrl-C stops.", err=True))

    run_until_stopped(work)


def _part(name: str) -> None:
    """One part, sharing the database and the rate budget with the others."""
    settings, token = prepared(), bot_token()
    if name != "deliver":
        load_libraries()

    async def work() -> None:
        from bot import app
        from bot.core import open_core
        from broadcasts.wake import Wake

        def started() -> None:
            click.echo(f"{name} is running. Ctrl-C stops.", err=True)

        async with open_core(settings) as core:
            budget, wake = await app.shared_budget(core), Wake()
            if name == "poll":
                await app.poll(core, token, budget, wake, started)
            elif name == "webhook":
                await app.serve_webhook(core, token, budget, wake, started)
            else:
                started()
                await app.deliver(core, token, budget, wake)

    run_until_stopped(work)


@cikar.command()
def poll() -> None:
    """Answer people by long polling (one process only)."""
    _part("poll")


@cikar.command()
def webhook() -> None:
    """Answer people by webhook (any number of processes on PostgreSQL)."""
    _part("webhook")


@cikar.command()
def deliver() -> None:
    """Empty the outbox and fire schedules (any number of processes on PostgreSQL)."""
    _part("deliver")


@cikar.command()
def migrate() -> None:
    """Bring the database to this version's shape and load the province's regions."""
    settings = prepared()

    async def work() -> None:
        from bot.setup import migrate as run_migrations

        await run_migrations(settings, click.echo)

    run_until_stopped(work)


@cikar.command()
def check() -> None:
    """Say in sentences everything that must be put right before the bot can run."""
    from bot.checks import all_problems

    problems = asyncio.run(all_problems())
    for sentence in problems:
        click.echo(f"✗ {sentence}")
    if problems:
        sys.exit(1)
    click.echo("✓ Everything the bot needs is there.")


@cikar.command()
@click.argument("role")
@click.argument("region")
@click.option("--hours", type=click.IntRange(1, 8760), help="How long the link is valid.")
@click.option("--uses", type=click.IntRange(1, 1000), help="How many people may use it.")
@click.option("--bot", "username", help="The bot's username, when Telegram cannot be asked.")
def invite(
    role: str, region: str, hours: int | None, uses: int | None, username: str | None
) -> None:
    """Print a deep link, and its QR code, that gives ROLE in REGION (a code, or a name)."""
    settings = prepared()

    async def work() -> None:
        from bot.setup import make_invite

        await make_invite(settings, role, region, hours, uses, username, click.echo)

    run_until_stopped(work)


@cikar.command()
@click.option("--fresh", is_flag=True, help="Forget what the demonstration kept.")
def demo(fresh: bool) -> None:
    """The whole product without a token or a network: sandbox, bot, sample people, one page."""
    settings = load_settings()
    click.echo("Loading the libraries …")
    load_libraries()
    from bot.demo import run_demo

    run_until_stopped(lambda: run_demo(settings, fresh=fresh, say=click.echo))


cikar.add_command(regions)
cikar.add_command(understand)
cikar.add_command(export)


@cikar.group()
def keys() -> None:
    """The key that seals case data."""


@keys.command("new")
def keys_new() -> None:
    """Write a new case key to the file named in config.toml (mode 0600)."""
    from bot.setup import write_key

    settings = load_settings()
    write_key(Path(settings.secrets.case_key_file))
    click.echo(
        f"Wrote {settings.secrets.case_key_file}. Keep a copy apart from the database: "
        "without it no report can be opened."
    )


@cikar.group()
def audit() -> None:
    """The log of every read of a case."""


@audit.command("verify")
def audit_verify() -> None:
    """Walk the chain of the audit log and name the first row that does not fit."""
    settings = prepared()

    async def work() -> None:
        from bot.setup import verify_audit

        await verify_audit(settings, click.echo)

    run_until_stopped(work)


if __name__ == "__main__":
    main()
