"""All tables, so that one import fills the metadata."""

from storage.models.activities import Activity, ActivityChange, ActivityPhoto, HintRow
from storage.models.base import Base
from storage.models.cases import AuditEntry, Case
from storage.models.jobs import Job, OutboxFile
from storage.models.media import Media, MediaSource
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
from storage.models.problems import Intervention, Problem, ProblemPhoto
from storage.models.territory import Kampung, Mark, RegionName, RegionRow, WorkingGroupChat
from storage.models.updates import DraftRow, FailedUpdate, HandledUpdate
from storage.models.webhooks import WebhookPost

__all__ = [
    "Activity",
    "ActivityChange",
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
    "HintRow",
    "Intervention",
    "Invite",
    "Job",
    "Kampung",
    "LegalHold",
    "Mark",
    "Media",
    "MediaSource",
    "MemberRequest",
    "OutboxFile",
    "Pace",
    "PersonRow",
    "Problem",
    "ProblemPhoto",
    "RegionName",
    "RegionRow",
    "RoleChange",
    "Tombstone",
    "WebhookPost",
    "WorkingGroupChat",
]
