"""All tables, so that one import fills the metadata."""

from storage.models.activities import Activity, ActivityPhoto
from storage.models.base import Base
from storage.models.cases import AuditEntry, Case
from storage.models.outbox import Broadcast, BroadcastRun, Delivery, Pace
from storage.models.people import Assignment, Invite, PersonRow
from storage.models.territory import Kampung, RegionRow, WorkingGroupChat
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
    "Kampung",
    "Pace",
    "PersonRow",
    "RegionRow",
    "WorkingGroupChat",
]
