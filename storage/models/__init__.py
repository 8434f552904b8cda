"""All tables, so that one import fills the metadata."""

from storage.models.activities import Activity, ActivityPhoto
from storage.models.base import Base
from storage.models.cases import AuditEntry, Case
from storage.models.jobs import Job, OutboxFile
from storage.models.outbox import Broadcast, BroadcastRun, Delivery, Pace
from storage.models.people import (
    Assignment,
    Invite,
    LegalHold,
    MemberRequest,
    PersonRow,
    RoleChange,
    Tombstone,
)
from storage.models.territory import Kampung, Mark, RegionName, RegionRow, WorkingGroupChat
from storage.models.updates import DraftRow, FailedUpdate, HandledUpdate

__all__ = [
    "Activity",
    "ActivityPhoto",
    "Assignment",
    "AuditEntry",
    "Base",
    "Broadcast",
    "BroadcastRun",
    "Case",
    "Delivery",
    "DraftRow",
    "FailedUpdate",
    "HandledUpdate",
    "Invite",
    "Job",
    "Kampung",
    "LegalHold",
    "Mark",
    "MemberRequest",
    "OutboxFile",
    "Pace",
    "PersonRow",
    "RegionName",
    "RegionRow",
    "RoleChange",
    "Tombstone",
    "WorkingGroupChat",
]
