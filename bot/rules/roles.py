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
    VERIFY_ACTIVITY = "verify_activity"
    EXPORT_ACTIVITY = "export_activity"
    REPORT_PROBLEM = "report_problem"
    READ_PROBLEM = "read_problem"
    PLAN_INTERVENTION = "plan_intervention"
    EDIT_HINTS = "edit_hints"
    READ_CASE = "read_case"
    BROADCAST = "broadcast"
    BIND_GROUP = "bind_group"
    INVITE = "invite"
    APPROVE_MEMBER = "approve_member"
    CONFIRM_ROLE = "confirm_role"
    READ_MEMBER = "read_member"
    MANAGE_MEMBER = "manage_member"
    READ_KAMPUNG = "read_kampung"
    EDIT_KAMPUNG = "edit_kampung"
    EDIT_REGION = "edit_region"
    ADMIN_DESK = "admin_desk"
    HOLD_DATA = "hold_data"


_VILLAGE_WORK = frozenset(
    {
        Act.LOG_ACTIVITY,
        Act.READ_ACTIVITY,
        Act.REPORT_PROBLEM,
        Act.READ_PROBLEM,
        Act.READ_KAMPUNG,
    }
)
_PLANNING = frozenset({Act.PLAN_INTERVENTION, Act.EXPORT_ACTIVITY})
_PEOPLE_WORK = frozenset({Act.INVITE, Act.APPROVE_MEMBER, Act.READ_MEMBER, Act.MANAGE_MEMBER})
_AGENCY_WORK = _PEOPLE_WORK | {
    Act.READ_ACTIVITY,
    Act.VERIFY_ACTIVITY,
    Act.EXPORT_ACTIVITY,
    Act.READ_PROBLEM,
    Act.BROADCAST,
    Act.BIND_GROUP,
    Act.READ_KAMPUNG,
    Act.EDIT_KAMPUNG,
}

ACTS: dict[Role, frozenset[Act]] = {
    Role.CADRE: _VILLAGE_WORK | {Act.BIND_GROUP},
    Role.PATBM_ACTIVIST: _VILLAGE_WORK,
    Role.WORKING_GROUP: _VILLAGE_WORK | _PLANNING | {Act.BIND_GROUP},
    Role.FIELD_OFFICER: _VILLAGE_WORK
    | _PEOPLE_WORK
    | _PLANNING
    | {Act.VERIFY_ACTIVITY, Act.BIND_GROUP, Act.EDIT_KAMPUNG},
    Role.AGENCY_KABKOTA: _AGENCY_WORK,
    Role.PARTNER: _VILLAGE_WORK,
    Role.CASE_OFFICER: frozenset({Act.READ_CASE}),
    Role.AGENCY_PROVINCE: _AGENCY_WORK
    | {Act.CONFIRM_ROLE, Act.EDIT_REGION, Act.EDIT_HINTS, Act.ADMIN_DESK, Act.HOLD_DATA},
    Role.ADMIN: frozenset({Act.INVITE, Act.READ_MEMBER, Act.MANAGE_MEMBER, Act.ADMIN_DESK}),
    Role.AUDITOR: frozenset(),
}
"""The table. Each act is allowed within the region of the assignment and its descendants."""

TWO_PEOPLE = frozenset({Role.CASE_OFFICER, Role.AUDITOR})
"""Roles that open child-protection data: one invites, another confirms (design, *Access*)."""

INVITABLE: dict[Role, frozenset[Role]] = {
    Role.FIELD_OFFICER: frozenset({Role.CADRE, Role.PATBM_ACTIVIST, Role.WORKING_GROUP}),
    Role.AGENCY_KABKOTA: frozenset(
        {Role.CADRE, Role.PATBM_ACTIVIST, Role.WORKING_GROUP, Role.FIELD_OFFICER, Role.PARTNER}
    ),
    Role.AGENCY_PROVINCE: frozenset(Role) - {Role.ADMIN},
    Role.ADMIN: frozenset(Role) - TWO_PEOPLE - {Role.AGENCY_PROVINCE},
}
"""Roles one may give to others, take away and hand over: never above one's own. The technical
admin gives no role that could open child-protection data by a second step; the first DP3ACSKB
person comes in by the operator's command."""

ANNOUNCED = TWO_PEOPLE | {Role.AGENCY_PROVINCE}
"""Roles whose new holder is named to all case officers and all of DP3ACSKB: who could confirm a
case role must not come in unseen either."""

LADDER = (Role.FIELD_OFFICER, Role.AGENCY_KABKOTA, Role.AGENCY_PROVINCE)
"""Who answers a request, the nearest first; unanswered it climbs to the next."""

REQUESTABLE = (
    Role.CADRE,
    Role.PATBM_ACTIVIST,
    Role.WORKING_GROUP,
    Role.PARTNER,
    Role.FIELD_OFFICER,
    Role.AGENCY_KABKOTA,
)
"""Roles one may ask for without a link. The others are only ever offered."""

_VILLAGE, _KECAMATAN, _KABKOTA, _PROVINCE = 3, 2, 1, 0
DEPTHS: dict[Role, frozenset[int]] = {
    Role.CADRE: frozenset({_VILLAGE}),
    Role.PATBM_ACTIVIST: frozenset({_VILLAGE}),
    Role.WORKING_GROUP: frozenset({_VILLAGE}),
    Role.FIELD_OFFICER: frozenset({_VILLAGE, _KECAMATAN}),
    Role.AGENCY_KABKOTA: frozenset({_KABKOTA}),
    Role.PARTNER: frozenset({_VILLAGE, _KECAMATAN, _KABKOTA, _PROVINCE}),
    Role.CASE_OFFICER: frozenset({_KABKOTA, _PROVINCE}),
    Role.AGENCY_PROVINCE: frozenset({_PROVINCE}),
    Role.ADMIN: frozenset({_PROVINCE}),
    Role.AUDITOR: frozenset({_KABKOTA, _PROVINCE}),
}
"""At which depth of the territory a role is held: the dots of the region's code."""


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
    """Whether a role can be held in a region: a kader belongs to a village, who reads cases to a
    kab/kota or above."""
    return region.count(".") in DEPTHS[role]


def may_invite(person: Person, role: Role, region: str) -> bool:
    """Whether ``person`` may hand out ``role`` in ``region``."""
    return fits(role, region) and _may_give(person, Act.INVITE, role, region)


def may_approve(person: Person, role: Role, region: str) -> bool:
    """Whether ``person`` may answer a request for ``role`` in ``region``."""
    return fits(role, region) and _may_give(person, Act.APPROVE_MEMBER, role, region)


def may_manage(person: Person, role: Role, region: str) -> bool:
    """Whether ``person`` may suspend, end or hand over somebody's ``role`` in ``region``."""
    return _may_give(person, Act.MANAGE_MEMBER, role, region)


def _may_give(person: Person, act: Act, role: Role, region: str) -> bool:
    return any(
        act in ACTS[grant.role]
        and role in INVITABLE.get(grant.role, frozenset())
        and is_within(region, grant.region)
        for grant in person.grants
    )


def rungs_for(role: Role) -> tuple[Role, ...]:
    """Those of the ladder who may answer a request for ``role``, the nearest first."""
    return tuple(rung for rung in LADDER if role in INVITABLE[rung])


def tops_of(region: str) -> tuple[str, ...]:
    """A region's code and those of all regions above it: province, kab/kota, kecamatan, village."""
    parts = region.split(".")
    return tuple(".".join(parts[:end]) for end in range(1, len(parts) + 1))
