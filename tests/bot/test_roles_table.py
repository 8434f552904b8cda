"""The table of roles, written out a second time: every act × every role × every place."""

import pytest

from bot.rules.roles import (
    INVITABLE,
    TWO_PEOPLE,
    Act,
    Grant,
    Person,
    Role,
    fits,
    may_approve,
    may_invite,
    may_manage,
)

VILLAGE = {
    Act.LOG_ACTIVITY,
    Act.READ_ACTIVITY,
    Act.REPORT_PROBLEM,
    Act.READ_PROBLEM,
    Act.READ_KAMPUNG,
}
PEOPLE = {Act.INVITE, Act.APPROVE_MEMBER, Act.READ_MEMBER, Act.MANAGE_MEMBER}
AGENCY = PEOPLE | {
    Act.READ_ACTIVITY,
    Act.VERIFY_ACTIVITY,
    Act.EXPORT_ACTIVITY,
    Act.READ_PROBLEM,
    Act.BROADCAST,
    Act.BIND_GROUP,
    Act.READ_KAMPUNG,
    Act.EDIT_KAMPUNG,
}
EXPECTED: dict[Role, set[Act]] = {
    Role.CADRE: VILLAGE | {Act.BIND_GROUP},
    Role.PATBM_ACTIVIST: VILLAGE,
    Role.WORKING_GROUP: VILLAGE | {Act.BIND_GROUP, Act.PLAN_INTERVENTION, Act.EXPORT_ACTIVITY},
    Role.FIELD_OFFICER: VILLAGE
    | PEOPLE
    | {
        Act.BIND_GROUP,
        Act.EDIT_KAMPUNG,
        Act.PLAN_INTERVENTION,
        Act.EXPORT_ACTIVITY,
        Act.VERIFY_ACTIVITY,
    },
    Role.AGENCY_KABKOTA: AGENCY,
    Role.PARTNER: VILLAGE,
    Role.CASE_OFFICER: {Act.READ_CASE},
    Role.AGENCY_PROVINCE: AGENCY
    | {Act.CONFIRM_ROLE, Act.EDIT_REGION, Act.EDIT_HINTS, Act.ADMIN_DESK, Act.HOLD_DATA},
    Role.ADMIN: {Act.INVITE, Act.READ_MEMBER, Act.MANAGE_MEMBER, Act.ADMIN_DESK},
    Role.AUDITOR: set(),
}
HOMES = {0: "19", 1: "19.01", 2: "19.01.01", 3: "19.01.01.1001"}
PLACES = {
    "own kampung": "19.01.01.1001",
    "sibling village": "19.01.01.1003",
    "same kab/kota": "19.01.02.2004",
    "other kab/kota": "19.02.01.1001",
    "a code that only looks alike": "19.01.01.10010",
    "the kecamatan": "19.01.01",
    "the kab/kota": "19.01",
    "the whole province": "19",
}


def somebody(role: Role, region: str) -> Person:
    return Person(1, 1, "Ani", "id", (Grant(role, region),))


def lies_in(place: str, home: str) -> bool:
    """Said another way than the program says it: part by part."""
    return place.split(".")[: len(home.split("."))] == home.split(".")


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("act", list(Act))
def test_an_act_is_allowed_exactly_where_the_table_says(role: Role, act: Act) -> None:
    for home in HOMES.values():
        person = somebody(role, home)
        assert person.may(act) is (act in EXPECTED[role])
        for name, place in PLACES.items():
            wanted = act in EXPECTED[role] and lies_in(place, home)
            assert person.may(act, place) is wanted, (home, name)


def test_who_has_no_role_may_do_nothing() -> None:
    nobody = Person(1, 1, "Ani", "id")
    assert not any(nobody.may(act, place) for act in Act for place in PLACES.values())


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("given", list(Role))
def test_roles_are_given_taken_and_approved_downwards_and_within_the_region(
    role: Role, given: Role
) -> None:
    below = given in INVITABLE.get(role, frozenset())
    for home in HOMES.values():
        person = somebody(role, home)
        for place in PLACES.values():
            here = below and lies_in(place, home)
            level = fits(given, place)
            assert may_invite(person, given, place) is (
                here and level and Act.INVITE in EXPECTED[role]
            )
            assert may_approve(person, given, place) is (
                here and level and Act.APPROVE_MEMBER in EXPECTED[role]
            )
            assert may_manage(person, given, place) is (
                here and Act.MANAGE_MEMBER in EXPECTED[role]
            )


def test_only_dp3acskb_gives_roles_that_open_cases_and_none_gives_an_admin_but_an_admin() -> None:
    givers = {role for role, may in INVITABLE.items() if may & TWO_PEOPLE}
    assert givers == {Role.AGENCY_PROVINCE}
    assert {role for role, may in INVITABLE.items() if Role.ADMIN in may} == {Role.ADMIN}
    assert {Role.CASE_OFFICER, Role.AUDITOR} == TWO_PEOPLE
