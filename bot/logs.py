"""What the program says of itself: ids, never tokens, names or texts."""

import logging
import sys

import structlog

from bot.settings import LogSettings

QUIET = ("httpx", "httpcore", "telegram", "aiogram", "aiohttp.access", "apscheduler", "alembic")
"""Libraries kept at WARNING. httpx's INFO lines hold the whole address, and so the token."""


def set_up(settings: LogSettings) -> None:
    """Send log lines to standard error, as text or as JSON."""
    level = getattr(logging, settings.level.upper())
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s %(message)s")
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    render: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if settings.format == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _places_only,
            render,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def _places_only(
    _: structlog.typing.WrappedLogger, __: str, line: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    """Of an exception keep its kind and places; its message may quote what somebody wrote."""
    if line.pop("exc_info", None):
        error = sys.exc_info()[1]
        trace = error.__traceback__ if error else None
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        code = trace.tb_frame.f_code if trace else None
        line["error"] = type(error).__name__
        if code is not None and trace is not None:
            line["at"] = f"{code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno} {code.co_name}"
    return line
