"""Who may do what, and where: one table of role × act, each within a region and its descendants."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The roles of the programme (glossary of the domain). Values are kept in the database."""

    CADRE = "cadre"
    PATBM_ACTIVIST = "patbm_activist"
    WORKING_GROUP = "working_group"
    FIELD_OFFICER = "field_officer"
    AGENCY_KABKOTA = "agency_kabkota"
    PARTNER = "partner"
    CASE_OFFICER = "case_officer"
    AGENCY_PROVINCE = "agency_province"
    ADMIN = "admin"
    AUDITOR = "auditor"


class Act(StrEnum):
    """What the bot lets people do. Flagging a child in danger needs no role and is not here."""

    LOG_ACTIVITY = "log_activity"
    READ_ACTIVITY = "read_activity"
    READ_CASE = "read_case"
    BROADCAST = "broadcast"
    BIND_GROUP = "bind_group"
    INVITE = "invite"
    CONFIRM_ROLE = "confirm_role"


ACTS: dict[Role, frozenset[Act]] = {
    Role.CADRE: frozenset({Act.LOG_ACTIVITY, Act.READ_ACTIVITY, Act.BIND_GROUP}),
    Role.PATBM_ACTIVIST: frozenset({Act.LOG_ACTIVITY, Act.READ_ACTIVITY}),
    Role.WORKING_GROUP: frozenset({Act.LOG_ACTIVITY, Act.READ_ACTIVITY, Act.BIND_GROUP}),
    Role.FIELD_OFFICER: frozenset(
        {Act.LOG_ACTIVITY, Act.READ_ACTIVITY, Act.BIND_GROUP, Act.INVITE}
    ),
    Role.AGENCY_KABKOTA: frozenset({Act.READ_ACTIVITY, Act.BROADCAST, Act.BIND_GROUP, Act.INVITE}),
    Role.PARTNER: frozenset({Act.LOG_ACTIVITY, Act.READ_ACTIVITY}),
    Role.CASE_OFFICER: frozenset({Act.READ_CASE}),
    Role.AGENCY_PROVINCE: frozenset(
        {Act.READ_ACTIVITY, Act.BROADCAST, Act.BIND_GROUP, Act.INVITE, Act.CONFIRM_ROLE}
    ),
    Role.ADMIN: frozenset({Act.INVITE}),
    Role.AUDITOR: frozenset(),
}

TWO_PEOPLE = frozenset({Role.CASE_OFFICER, Role.AUDITOR})
"""Roles that open child-protection data: one invites, another confirms (design, *Access*)."""

INVITABLE: dict[Role, frozenset[Role]] = {
    Role.FIELD_OFFICER: frozenset({Role.CADRE, Role.PATBM_ACTIVIST, Role.WORKING_GROUP}),
    Role.AGENCY_KABKOTA: frozenset(
        {Role.CADRE, Role.PATBM_ACTIVIST, Role.WORKING_GROUP, Role.FIELD_OFFICER, Role.PARTNER}
    ),
    Role.AGENCY_PROVINCE: frozenset(Role) - {Role.ADMIN},
    Role.ADMIN: frozenset(Role) - TWO_PEOPLE,
}
"""Roles one may invite others to: never above one's own."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in force within a region (a dotted code) and its descendants."""

    role: Role
    region: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody registered, with the grants in force now."""

    id: int
    telegram_id: int
    name: str
    language: str
    grants: tuple[Grant, ...] = ()
    reachable: bool = True

    def roles(self) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants)

    def acts(self) -> frozenset[Act]:
        """Everything this person may do somewhere."""
        return frozenset().union(*(ACTS[grant.role] for grant in self.grants))

    def regions_for(self, act: Act) -> tuple[str, ...]:
        """The regions, each with its descendants, in which this person may do ``act``."""
        return tuple(grant.region for grant in self.grants if act in ACTS[grant.role])

    def may(self, act: Act, region: str | None = None) -> bool:
        """Whether ``act`` is allowed in ``region`` (anywhere, when none is named)."""
        mine = self.regions_for(act)
        return bool(mine) if region is None else any(is_within(region, top) for top in mine)


def is_within(region: str, top: str) -> bool:
    """Whether ``region`` is ``top`` or lies in it. Codes nest by their dots."""
    return region == top or region.startswith(top + ".")


def fits(role: Role, region: str) -> bool:
    """Whether a role can be held in a region: who reads cases does so for a kab/kota or above."""
    return role not in TWO_PEOPLE or region.count(".") <= 1


def may_invite(person: Person, role: Role, region: str) -> bool:
    """Whether ``person`` may hand out ``role`` in ``region``."""
    return fits(role, region) and any(
        role in INVITABLE.get(grant.role, frozenset()) and is_within(region, grant.region)
        for grant in person.grants
        if Act.INVITE in ACTS[grant.role]
    )
