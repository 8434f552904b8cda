"""The words and lists of the form, for the bots written by hand."""

from bot.forms.context import Option
from bot.forms.values import Plain
from bot.rules.lists import AGENCIES, FUNDING, SECTIONS, TARGET_GROUPS

QUESTIONS = {
    "date": '<b>Kapan kegiatannya?</b> Pilih, atau tulis misalnya "kemarin" atau 12/3.',
    "title": "<b>Apa nama kegiatannya?</b>\nMisalnya: Posyandu Melati",
    "section": "<b>Seksi apa?</b> Pilih yang paling dekat.",
    "target_groups": "<b>Siapa sasarannya?</b> Boleh lebih dari satu, lalu Selesai.",
    "agencies": "<b>Instansi mana yang ikut?</b> Boleh lebih dari satu, lalu Selesai.\n"
    'Ketik beberapa huruf untuk mencari, misalnya "pus".',
    "participants": "<b>Berapa pesertanya?</b>\n"
    "Tulis laki-laki, perempuan, anak. Misalnya: 20 L 12 P 5 anak",
    "funding": "<b>Dari mana dananya?</b> Boleh lebih dari satu, lalu Selesai.",
    "place": "<b>Di mana tempatnya?</b> Tulis namanya, atau kirim lokasi.",
    "photos": "<b>Kirim fotonya</b>, atau Lewati.\n"
    "Sampai lima foto, boleh sekaligus sebagai album.",
    "description": "<b>Ada yang perlu diceritakan?</b> Tulis singkat, atau Lewati.",
}
"""By step, in the form's order."""

LABELS = {
    "date": "Tanggal",
    "title": "Judul",
    "section": "Seksi",
    "target_groups": "Sasaran",
    "agencies": "Instansi",
    "participants": "Peserta",
    "funding": "Sumber dana",
    "place": "Tempat",
    "photos": "Foto",
    "description": "Keterangan",
}


def _labels(options: tuple[Option, ...]) -> dict[str, str]:
    return {one.id: one.label.text for one in options if isinstance(one.label, Plain)}


LISTS = {
    "section": _labels(SECTIONS),
    "target_groups": _labels(TARGET_GROUPS),
    "agencies": _labels(AGENCIES),
    "funding": _labels(FUNDING),
}
"""Id and label of each option, by step."""
