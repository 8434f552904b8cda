"""Roles within regions, triage, and regions as people spell them."""

import pytest

from bot.rules.lists import AGENCIES, SECTIONS
from bot.rules.regions import Book, province_regions
from bot.rules.roles import ACTS, INVITABLE, Act, Grant, Person, Role, is_within, may_invite
from bot.rules.triage import SAFETY, triage


def somebody(*grants: tuple[Role, str]) -> Person:
    return Person(1, 101, "Siti", "id", tuple(Grant(role, region) for role, region in grants))


@pytest.fixture(scope="module")
def book() -> Book:
    return Book(province_regions())


@pytest.mark.parametrize(
    ("region", "allowed"),
    [
        ("19.01.01.1001", True),
        ("19.01.01", False),
        ("19.01.01.1002", False),
        ("19.02.01.1001", False),
        ("19", False),
    ],
)
def test_a_cadre_logs_in_the_own_village_only(region: str, allowed: bool) -> None:
    assert somebody((Role.CADRE, "19.01.01.1001")).may(Act.LOG_ACTIVITY, region) is allowed


def test_a_district_agency_reaches_its_villages_and_no_others() -> None:
    agency = somebody((Role.AGENCY_KABKOTA, "19.01"))
    assert agency.may(Act.BROADCAST, "19.01.01.1001")
    assert not agency.may(Act.BROADCAST, "19.02")
    assert not agency.may(Act.BROADCAST, "19")


def test_codes_nest_by_their_dots_not_by_their_digits() -> None:
    assert is_within("19.01.01", "19.01")
    assert not is_within("19.011", "19.01")


def test_nobody_without_a_role_may_do_anything() -> None:
    assert somebody().acts() == frozenset()


def test_only_case_officers_read_cases() -> None:
    assert {role for role, acts in ACTS.items() if Act.READ_CASE in acts} == {Role.CASE_OFFICER}


def test_every_role_has_its_line_in_the_table() -> None:
    assert set(ACTS) == set(Role)


def test_nobody_invites_above_themselves() -> None:
    officer = somebody((Role.FIELD_OFFICER, "19.01.01"))
    assert may_invite(officer, Role.CADRE, "19.01.01.1001")
    assert not may_invite(officer, Role.AGENCY_PROVINCE, "19.01.01")
    assert not may_invite(officer, Role.CADRE, "19.01.02.2001")
    assert Role.CASE_OFFICER not in INVITABLE[Role.ADMIN]


@pytest.mark.parametrize("question", SAFETY)
def test_one_yes_to_a_safety_question_is_urgent(question: str) -> None:
    assert triage({question: True}).level == "tinggi"
    assert triage({question: "unsure"}).level == "sedang"
    assert triage({question: False}).level == "rendah"


def test_the_reporter_raises_and_never_lowers() -> None:
    assert triage({"urgency": "tinggi"}) == triage({"urgency": "tinggi", "kinds": ["psikis"]})
    assert triage({"in_danger": True, "urgency": "rendah"}).level == "tinggi"


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({"kinds": ["seksual"]}, "tinggi"),
        ({"kinds": ["traffick"]}, "tinggi"),
        ({"kinds": ["fisik"], "age": "0-5"}, "tinggi"),
        ({"kinds": ["fisik"], "age": "13-17"}, "sedang"),
        ({"kinds": ["kawin"]}, "sedang"),
        ({"kinds": ["lain"]}, "rendah"),
        ({}, "rendah"),
    ],
)
def test_kinds_of_violence_decide(answers: dict[str, object], level: str) -> None:
    assert triage(answers).level == level


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Pangkalpinang", "19.71"),
        ("Muntok", "19.05.01"),
        ("Tanjung Pandan", "19.02.01"),
        ("Air Gegas", "19.03.03"),
        ("Sungai Liat", "19.01.01"),
        ("Parit Tiga", "19.05.06"),
        ("kec. sungailiat", "19.01.01"),
    ],
)
def test_spellings_people_use_find_their_place(book: Book, typed: str, code: str) -> None:
    assert code in [region.code for region in book.find(typed)]


def test_a_doubled_name_is_told_apart_by_its_kecamatan(book: Book) -> None:
    villages = [one for one in book.find("Dendang") if one.kind == "desa"]
    assert sorted(one.title() for one in villages) == [
        "Dendang (Kec. Dendang)",
        "Dendang (Kec. Kelapa)",
    ]


def test_the_programmes_lists_are_whole() -> None:
    assert len(AGENCIES) == 36
    assert len(SECTIONS) == 9
