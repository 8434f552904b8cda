"""The bot reads what volunteers write: nine fields in ten at least, and asks where unsure."""

import json

import pytest

from bot.rules.understand import FIELDS
from tests.understand.corpus import PATH, reports, rows, wrong

LEAST = 0.9
MOST_SILENT = 5
"""Fields that may be wrong without being asked about, of more than a thousand."""


def test_nine_fields_in_ten_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    failures = wrong()
    share = 1 - len(failures) / (len(reports()) * len(FIELDS))
    with capsys.disabled():
        print(f"\n{len(reports())} reports: {share:.1%} of all fields are right")
        for row, field in failures:
            print(f"  {row.id} {field}: {getattr(row.found, field)!r} of {row.text!r}")
    assert share >= LEAST


@pytest.mark.parametrize("field", FIELDS)
def test_nine_in_ten_of_every_field_are_right(field: str) -> None:
    right = [row for row in reports() if row.is_right(field)]
    assert len(right) / len(reports()) >= LEAST


def test_a_wrong_field_is_asked_about() -> None:
    silent = [(row.id, field) for row, field in wrong() if field not in row.found.unsure]
    assert len(silent) <= MOST_SILENT, silent


def test_what_is_plain_is_not_asked_and_what_is_not_plain_is() -> None:
    asked = [(row.id, f) for row in reports() for f in set(row.found.unsure) - row.unsure]
    missed = [(row.id, f) for row in reports() for f in row.unsure - set(row.found.unsure)]
    fields = len(reports()) * len(FIELDS)
    assert len(asked) <= 0.05 * fields, asked
    assert len(missed) <= 0.02 * fields, missed


def test_what_reports_nothing_is_not_taken_for_a_report() -> None:
    silent = [row for row in rows() if row.expect is None]
    assert [row.id for row in silent if row.found.kind == "report"] == []
    assert len(silent) >= 10


def test_the_corpus_keeps_its_form() -> None:
    lines = [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == [f"{at:03}" for at in range(1, len(lines) + 1)]
    keys = ["id", "at", "text", "expect", "unsure", "why"]
    assert all(list(line) == keys for line in lines)
    assert len(lines) >= 60
