"""An activity as JSON for other systems: the columns of our own form by English names, ids beside
labels, and nothing of who sent it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.rules.lists import CHILD_PROBLEMS
from reports.activity_lines import Line

OWN = "other"
"""Stands as the id of what people named in their own words."""


def activity_json(line: Line) -> dict[str, Any]:
    """The activity as plain values; days are ISO dates, counts people, degrees to four decimals."""
    one = line.record
    return {
        "receipt": one.receipt,
        "state": one.state,
        "date": one.held_on.isoformat(),
        "region": {
            "code": one.region,
            "code_undotted": line.code,
            "kabkota": line.kabkota,
            "kecamatan": line.kecamatan,
            "village": line.village,
        },
        "title": line.title,
        "section": _named(one.section, line.section),
        "inpres": _named(one.inpres, line.inpres) if one.inpres else None,
        "target_groups": _list(one.target_groups, line.target_groups),
        "agencies": _list(one.agencies, line.agencies),
        "funding": _list(one.funding, line.funding),
        "tags": _list(one.tags, line.tags),
        "poktan": _list(one.poktan, line.poktan),
        "participants": {
            "male": one.male,
            "female": one.female,
            "children": one.children,
            "people": one.people,
            "total": line.participants,
        },
        "place": line.place or None,
        "latitude": line.latitude,
        "longitude": line.longitude,
        "description": line.description or None,
        "follow_up": line.follow_up or None,
        "problem": None if _is_about_children(line) else one.problem,
        "intervention": _intervention(line),
        "post_type": _named(one.post_type, line.post_type),
        "photos": [
            {"name": photo.name, "caption": photo.caption or None, "moment": photo.moment or None}
            for photo in line.photos
        ],
        "revision": one.revision,
        "sent_on": line.sent_on.isoformat(),
        "verified_on": line.verified_on.isoformat() if line.verified_on else None,
    }


def _named(key: str, label: str) -> Mapping[str, str]:
    return {"id": key, "label": label}


def _list(keys: Sequence[str], labels: Sequence[str]) -> list[Mapping[str, str]]:
    pairs = zip(keys, labels, strict=True)
    return [_named(OWN if key.startswith(f"{OWN}:") else key, label) for key, label in pairs]


def _is_about_children(line: Line) -> bool:
    """What a village does about perkawinan anak, kekerasan and putus sekolah stays in the house."""
    return line.record.category in CHILD_PROBLEMS


def _intervention(line: Line) -> Mapping[str, Any] | None:
    planned = line.record.planned_on
    if planned is None or _is_about_children(line):
        return None
    return {"agency": line.intervention, "planned_on": planned.isoformat()}
