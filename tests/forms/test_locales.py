"""Every text key the engine names exists in both languages with the same arguments."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "bot"
ENTRY = re.compile(r"^(form-[\w-]+) = (.*)$", re.MULTILINE)
NAMED = re.compile(r"""["'](form-[a-z0-9_-]+[a-z0-9])["']""")


def texts(language: str) -> dict[str, set[str]]:
    source = (ROOT / "locales" / language / "form.ftl").read_text(encoding="utf-8")
    return {key: set(re.findall(r"\$(\w+)", text)) for key, text in ENTRY.findall(source)}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_key_named_in_code_has_a_text(language: str) -> None:
    sources = (path.read_text(encoding="utf-8") for path in (ROOT / "forms").rglob("*.py"))
    named = {key for source in sources for key in NAMED.findall(source)}
    assert len(named) > 60
    assert named <= texts(language).keys()


def test_both_languages_say_the_same_with_the_same_arguments() -> None:
    assert texts("id") == texts("en")


def test_keys_built_in_code_have_texts() -> None:
    built = {f"form-weekday-{day}" for day in range(1, 8)}
    built |= {f"form-month-{month}" for month in range(1, 13)}
    built |= {f"form-counts-{kind}" for kind in ("male", "female", "children")}
    built |= {"form-kind-sticker", "form-kind-other", "form-location-button", "form-progress"}
    assert built <= texts("id").keys()
