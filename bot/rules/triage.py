"""How urgent a report is: pure rules, each named, the first that fits decides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

SAFETY = ("in_danger", "badly_hurt", "suspect_near", "sexual_recent", "suicide")
"""The safety questions (domain, *Child protection*); a single yes makes a report urgent."""

LEVELS = ("rendah", "sedang", "tinggi")


@dataclass(frozen=True, slots=True)
class Urgency:
    """``level`` is tinggi, sedang or rendah; ``rule`` names what decided it."""

    level: str
    rule: str


def _kinds(answers: Mapping[str, Any]) -> set[str]:
    return set(answers.get("kinds") or ())


RULES: tuple[tuple[str, str, Callable[[Mapping[str, Any]], bool]], ...] = (
    ("safety", "tinggi", lambda answers: any(answers.get(key) is True for key in SAFETY)),
    ("sexual", "tinggi", lambda answers: "seksual" in _kinds(answers)),
    ("trafficking", "tinggi", lambda answers: "traffick" in _kinds(answers)),
    ("small-child", "tinggi", lambda a: a.get("age") == "0-5" and bool(_kinds(a) & {"fisik"})),
    ("unsure", "sedang", lambda answers: any(answers.get(key) == "unsure" for key in SAFETY)),
    ("violence", "sedang", lambda answers: bool(_kinds(answers) - {"lain"})),
)


def triage(answers: Mapping[str, Any]) -> Urgency:
    """The urgency of what has been answered so far; the reporter may raise it, never lower it."""
    found = next(
        (Urgency(level, rule) for rule, level, fits in RULES if fits(answers)),
        Urgency("rendah", "none"),
    )
    raised = answers.get("urgency")
    if raised in LEVELS and LEVELS.index(raised) > LEVELS.index(found.level):
        return Urgency(raised, "reporter")
    return found
