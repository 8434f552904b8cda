"""An activity as it leaves for other systems: labels for ids, names of its day, nothing harmful."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.clock import today
from bot.forms import own_texts
from bot.forms.context import Option
from bot.rules.danger import danger_in
from bot.rules.export_order import undotted
from bot.rules.lists import AGENCIES, FUNDING, INPRES, SECTIONS, TAGS, TARGET_GROUPS, label_of
from bot.rules.regions import Book
from bot.rules.roles import tops_of
from storage.exporting import ActivityRecord

STATES = {"saved": "Belum diverifikasi", "verified": "Terverifikasi", "returned": "Dikembalikan"}
POST_TYPES = {"activity": "Kegiatan", "before_after": "Sebelum–Sesudah"}
POKTAN = {"bkb": "BKB", "bkr": "BKR", "bkl": "BKL", "uppka": "UPPKA", "pikr": "PIK-R"}
MOMENTS = {"before": "sebelum", "after": "sesudah"}
OTHER = "Lainnya"
_OWN = "other:"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo: its file's name, which is a hash or a receipt, and its caption."""

    name: str
    caption: str
    moment: str


@dataclass(frozen=True, slots=True)
class Line:
    """One activity in words. ``kabkota``, ``kecamatan`` and ``village`` are the names in force on
    its day; ``is_withheld`` tells that its texts stayed behind."""

    record: ActivityRecord
    kabkota: str
    kecamatan: str
    village: str
    code: str
    state: str
    title: str
    section: str
    inpres: str
    target_groups: Sequence[str]
    agencies: Sequence[str]
    funding: Sequence[str]
    tags: Sequence[str]
    poktan: Sequence[str]
    place: str
    latitude: float | None
    longitude: float | None
    description: str
    follow_up: str
    intervention: str
    post_type: str
    photos: Sequence[Picture]
    sent_on: date
    verified_on: date | None
    is_withheld: bool

    @property
    def participants(self) -> int:
        one = self.record
        return one.male + one.female + one.children + one.people


def line_of(record: ActivityRecord, book: Book, tells: Callable[[str], bool] = danger_in) -> Line:
    """The activity in words. When any of its texts tells of somebody in danger, none of them
    leaves, nor the pin: the section's label stands instead of the title."""
    is_withheld = any(tells(text) for text in _texts(record) if text) or tells(_together(record))
    section = label_of(SECTIONS, record.section)
    names = [book.name(code, record.held_on) for code in tops_of(record.region)[1:]]
    kabkota, kecamatan, village = (*names, "", "", "")[:3]

    def kept(text: str | None) -> str:
        return "" if is_withheld or not text else text

    def labels(options: tuple[Option, ...], picked: Sequence[str]) -> list[str]:
        return [_label(options, one, is_withheld) for one in picked]

    return Line(
        record=record,
        kabkota=kabkota,
        kecamatan=kecamatan,
        village=village,
        code=undotted(record.region),
        state=STATES.get(record.state, record.state),
        title=kept(record.title) or section,
        section=section,
        inpres=label_of(INPRES, record.inpres) if record.inpres else "",
        target_groups=labels(TARGET_GROUPS, record.target_groups),
        agencies=labels(AGENCIES, record.agencies),
        funding=labels(FUNDING, record.funding),
        tags=[label_of(TAGS, one) for one in record.tags],
        poktan=[POKTAN.get(one, one) for one in record.poktan],
        place=kept(record.place),
        latitude=None if is_withheld else record.latitude,
        longitude=None if is_withheld else record.longitude,
        description=kept(record.description),
        follow_up=kept(record.follow_up),
        intervention=_label(AGENCIES, record.agency, is_withheld) if record.agency else "",
        post_type=POST_TYPES.get(record.post_type, record.post_type),
        photos=_pictures(record, is_withheld),
        sent_on=today(record.created_at),
        verified_on=today(record.verified_at) if record.verified_at else None,
        is_withheld=is_withheld,
    )


def _texts(record: ActivityRecord) -> list[str | None]:
    """Everything in it that people wrote themselves."""
    picked = [*record.target_groups, *record.agencies, *record.funding]
    return [
        record.title,
        record.place,
        record.description,
        record.follow_up,
        *own_texts([*picked, record.agency or ""]),
        *(photo.caption for photo in record.photos),
    ]


def _together(record: ActivityRecord) -> str:
    """The account as one text: what is harmless in each part may tell of a child side by side."""
    parts = [record.title, record.description, record.follow_up]
    parts += [photo.caption for photo in record.photos]
    return "\n".join(part for part in parts if part)


def _label(options: tuple[Option, ...], one: str, is_withheld: bool) -> str:
    if not one.startswith(_OWN):
        return label_of(options, one)
    return OTHER if is_withheld else f"{OTHER}: {one.removeprefix(_OWN)}"


def _pictures(record: ActivityRecord, is_withheld: bool) -> list[Picture]:
    return [
        Picture(
            photo.kept or f"{record.receipt}-{number}.jpg",
            "" if is_withheld else photo.caption or "",
            MOMENTS.get(photo.moment or "", ""),
        )
        for number, photo in enumerate(record.photos, 1)
    ]
