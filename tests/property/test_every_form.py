"""Any sequence of events, in every form there is: nothing lost, nothing invalid sent, always a way
on and a way out.

More examples: ``HYPOTHESIS_PROFILE=deep``. A failure prints the doings that led to it; as an
``@example`` they stay.
"""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from handlers.flows import Prepared
from tests.property.doings import DOINGS, Doing, Well
from tests.property.forms import LAST, PREPARED, flows, ways_into
from tests.property.somebody import Somebody

IS_DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
HOW = settings(
    max_examples=400 if IS_DEEP else 20,
    derandomize=not IS_DEEP,
    database=None,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
)
NAMES = sorted(flows())


def test_every_form_is_found_and_has_a_way_in() -> None:
    assert len(NAMES) > 20
    assert PREPARED.keys() - set(NAMES) == set(), "a form that is no more is prepared here"
    assert [name for name in NAMES if not ways_into(flows()[name].form)] == [], (
        "say in tests/property/forms.py how these forms begin"
    )


@pytest.mark.parametrize("name", NAMES)
def test_whatever_people_do_in(name: str) -> None:
    form = flows()[name].form

    @HOW
    @given(
        way=st.sampled_from(ways_into(form)),
        last=st.sampled_from(LAST),
        doings=st.lists(DOINGS, min_size=5, max_size=25),
    )
    def holds(way: Prepared, last: dict[str, Any], doings: list[Doing]) -> None:
        somebody = Somebody(form, way, last)
        for doing in doings:
            note(f"{somebody.screen.step}: {doing}")
            somebody.does(doing)
        somebody.goes_back()
        note(f"{somebody.screen.step}: finishes")
        somebody.finishes()
        somebody.leaves()

    holds()


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_filled_in_and_left_from_every_question(name: str) -> None:
    form = flows()[name].form
    for way in ways_into(form):
        Somebody(form, way, {}).finishes()
        for questions in range(len(form.steps)):
            somebody = Somebody(form, way, {})
            somebody.does(Well(questions))
            somebody.goes_back()
            somebody.leaves()
