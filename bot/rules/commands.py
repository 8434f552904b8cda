"""The commands there are, in both languages, and who is offered which."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.rules.roles import Act


@dataclass(frozen=True, slots=True)
class Offered:
    """One command: its Indonesian and English word, and the act it needs (None: everybody)."""

    name: str
    english: str
    act: Act | None = None


OFFERED = (
    Offered("kegiatan", "activity", Act.LOG_ACTIVITY),
    Offered("kegiatansaya", "myactivities", Act.LOG_ACTIVITY),
    Offered("periksa", "check", Act.VERIFY_ACTIVITY),
    Offered("lapor", "report"),
    Offered("darurat", "emergency"),
    Offered("siaran", "broadcast", Act.BROADCAST),
    Offered("kasus", "cases", Act.READ_CASE),
    Offered("kampung", "kampung", Act.READ_KAMPUNG),
    Offered("masalah", "problems", Act.READ_PROBLEM),
    Offered("grup", "group", Act.BIND_GROUP),
    Offered("anggota", "members", Act.READ_MEMBER),
    Offered("undang", "invite", Act.INVITE),
    Offered("unduh", "download", Act.EXPORT_ACTIVITY),
    Offered("wilayah", "regions", Act.EDIT_REGION),
    Offered("kata", "words", Act.EDIT_HINTS),
    Offered("admin", "admin", Act.ADMIN_DESK),
    Offered("menu", "menu"),
    Offered("daftar", "join"),
    Offered("profil", "profile"),
    Offered("bantuan", "help"),
    Offered("batal", "cancel"),
    Offered("bahasa", "language"),
    Offered("privasi", "privacy"),
    Offered("datasaya", "mydata"),
    Offered("hapusdata", "deletemydata"),
)
"""In the order Telegram lists them."""


def offered_to(acts: Collection[Act]) -> list[Offered]:
    """The commands of somebody who may do ``acts``; those that need none are everybody's."""
    return [one for one in OFFERED if one.act is None or one.act in acts]


def word_of(command: Offered, language: str) -> str:
    """The command as it is typed in a language."""
    return command.name if language == "id" else command.english
