"""Every form as hypothesis' own state machine: somebody does one thing after another, leaves it,
comes back on another day, and the same must hold after each of them."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.forms import Form
from handlers.flows import Prepared
from tests.property.doings import DOINGS, Doing, Later, Well
from tests.property.forms import LAST, flows, ways_into
from tests.property.shown import check_screen
from tests.property.somebody import Somebody
from tests.property.test_every_form import HOW, IS_DEEP, NAMES


def machine_of(form: Form) -> type[RuleBasedStateMachine]:
    """The machine of one form. What must hold after each doing stands in ``Somebody``."""

    class Machine(RuleBasedStateMachine):
        somebody: Somebody | None = None

        @initialize(way=st.sampled_from(ways_into(form)), last=st.sampled_from(LAST))
        def begins(self, way: Prepared, last: dict[str, Any]) -> None:
            self.somebody = Somebody(form, way, last)

        @precondition(lambda self: self.somebody is not None)
        @rule(doing=DOINGS)
        def does(self, doing: Doing) -> None:
            assert self.somebody is not None
            self.somebody.does(doing)

        @precondition(lambda self: self.somebody is not None)
        @rule(times=st.integers(1, 4))
        def answers_well(self, times: int) -> None:
            assert self.somebody is not None
            self.somebody.does(Well(times))

        @precondition(lambda self: self.somebody is not None)
        @rule(days=st.integers(1, 3))
        def comes_back_later(self, days: int) -> None:
            assert self.somebody is not None
            self.somebody.does(Later(days))

        @precondition(lambda self: self.somebody is not None)
        @rule()
        def goes_back(self) -> None:
            assert self.somebody is not None
            self.somebody.goes_back()

        @invariant()
        def shows_what_can_be_sent(self) -> None:
            if self.somebody is not None:
                check_screen(form, self.somebody.screen)

        def teardown(self) -> None:
            """However it was left: it can be finished, and left."""
            if self.somebody is not None:
                self.somebody.finishes()
                self.somebody.leaves()

    return Machine


@pytest.mark.parametrize("name", NAMES)
def test_in_whatever_order_people_do_things_in(name: str) -> None:
    how = HOW if IS_DEEP else settings(HOW, max_examples=6, stateful_step_count=15)
    run_state_machine_as_test(machine_of(flows()[name].form), settings=how)
