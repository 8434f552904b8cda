"""Between a form's answers and an activity's row and photos, in both directions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from handlers.activity_guesses import BEFORE_AFTER

COUNTS = ("male", "female", "children", "people")
"""Columns that the answer ``participants`` fills."""
MOMENTS = {"photos": None, "photos_before": "before", "photos_after": "after"}


class PhotoRow(Protocol):
    """A photo as it is kept."""

    file_id: str
    unique_id: str
    caption: str | None
    moment: str | None


def values_of(answers: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of an activity but for its id, receipt, person, region and times."""
    place, pin = answers.get("place") or {}, answers.get("pin") or {}
    located = pin if "latitude" in pin else place
    counts = answers["participants"]
    problem = answers.get("problem")
    return {
        "held_on": date.fromisoformat(answers["date"]),
        "title": answers["title"],
        "section": answers["section"],
        "inpres": answers.get("inpres"),
        "tags": list(answers.get("tags") or ()),
        "target_groups": list(answers["target_groups"]),
        "agencies": list(answers["agencies"]),
        "funding": list(answers["funding"]),
        "poktan": list(answers.get("poktan") or ()),
        **{kind: counts.get(kind, 0) for kind in COUNTS},
        "place": place.get("text"),
        "latitude": located.get("latitude"),
        "longitude": located.get("longitude"),
        "post_type": answers.get("post_type") or "activity",
        "description": answers.get("description"),
        "follow_up": answers.get("follow_up"),
        "problem_id": int(problem) if problem else None,
    }


def photos_of(answers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The photos in their order: file_id, unique_id, caption, size and moment of each."""
    captions = answers.get("captions") or {}
    sides = answers.get("post_type") == BEFORE_AFTER
    return [
        {
            "file_id": photo["file_id"],
            "unique_id": photo["unique_id"],
            "caption": captions.get(photo["unique_id"], photo.get("caption")),
            "size": photo.get("size"),
            "moment": moment,
        }
        for name, moment in MOMENTS.items()
        if (moment is not None) == sides
        for photo in answers.get(name) or ()
    ]


def answers_of(activity: Any, photos: Iterable[PhotoRow] = ()) -> dict[str, Any]:
    """A kept activity (a row, or anything with its columns) as the form's answers."""
    place: dict[str, Any] = {"text": activity.place} if activity.place else {}
    spot: dict[str, Any] = {}
    if activity.latitude is not None and activity.longitude is not None:
        spot = {"latitude": activity.latitude, "longitude": activity.longitude}
    found: dict[str, Any] = {
        "date": activity.held_on.isoformat(),
        "title": activity.title,
        "section": activity.section,
        "inpres": activity.inpres,
        "tags": list(activity.tags),
        "target_groups": list(activity.target_groups),
        "agencies": list(activity.agencies),
        "participants": {kind: getattr(activity, kind) for kind in COUNTS},
        "funding": list(activity.funding),
        "place": place or spot or None,
        "post_type": activity.post_type,
        "description": activity.description,
        "follow_up": activity.follow_up,
        "poktan": list(activity.poktan),
        "problem": str(activity.problem_id) if activity.problem_id else None,
        "pin": spot if place and spot else None,
    }
    return found | _photos(list(photos))


def _photos(photos: Sequence[PhotoRow]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, moment in MOMENTS.items():
        kept = [
            {
                "file_id": photo.file_id,
                "unique_id": photo.unique_id,
                "caption": photo.caption,
                "size": None,
            }
            for photo in photos
            if photo.moment == moment
        ]
        if kept or name == "photos":
            found[name] = kept or None
    return found
