"""Words as people type them, made comparable: short forms written out, doublings said once,
slips of one letter found in a vocabulary."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from bot.rules.spelling import slips

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?\d?|\d+")
_TWICE = re.compile(r"([^\W\d_]{2,})2\Z")
_BLESSINGS = dict.fromkeys((0xFDFA, 0xFDFB), " ")
"""Phrases in one character: written out, a message full of them is eighteen times as long."""
_LONG_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_SHORTEST = 5
"""Letters a typed word must have before one of them may be a slip; what it is taken for has six,
or the same number with two letters swapped."""
_LONG = 8
"""Letters from which one of them may be wrong: short words with another letter are other words."""

_SHORT = {
    "kemarin": "kmrn kmrin kmren kemaren kmaren kmarin kemrin kemarn kemari kemaring kmarn kamarin",
    "hari": "hr hri",
    "ini": "ni nie",
    "tadi": "td tdi",
    "pagi": "pgi",
    "malam": "mlm malem mlem",
    "sore": "sre",
    "siang": "sian",
    "tanggal": "tgl tgal tggl",
    "bulan": "bln",
    "tahun": "th thn taun tahn",
    "minggu": "mgg mnggu mggu mingu",
    "senin": "senen snin sen",
    "selasa": "slasa selase",
    "rabu": "rbu rebu",
    "kamis": "kemis kms kmis kamais",
    "jumat": "jum'at jum’at jmat jmt jumaat jum'ad",
    "sabtu": "saptu sbtu sabtuk",
    "ahad": "ahd",
    "lalu": "lalo lalau",
    "yang": "yg yng",
    "dengan": "dg dgn dngan denga ngan kek",
    "bersama": "brsama bersma brsm",
    "sama": "sm sme same",
    "dari": "dr dri dary",
    "dan": "dn",
    "untuk": "utk untk tuk u/",
    "tentang": "ttg tntg tntang",
    "pada": "pd pda",
    "tempat": "tmpt tpt tmpat",
    "jumlah": "jml jmlh jlh jumlh",
    "peserta": "pesrta psrta pserta pesrt",
    "orang": "org orng urang oran ornag",
    "orangtua": "ortu ortua",
    "bapak": "bpk bpak bapk bapa",
    "anak": "ank anakk",
    "budak": "bdk",
    "perempuan": "prmpuan perempuann",
    "hadir": "hdir hadr",
    "datang": "dateng dtng dtg dateg",
    "rumah": "rmh rmah umah",
    "desa": "ds",
    "kampung": "kmpung kampong kpg",
    "dusun": "dsn dusunn",
    "kegiatan": "keg kegitan kgiatan kegiatn kgtn giat",
    "laporan": "lap lapor lprn",
    "pelaksanaan": "plksnaan pelaksanan pelaksnaan",
    "posyandu": "posy posyndu posiandu posyadu pyandu psyandu posyanduh",
    "gotongroyong": "gotroy goro gotongroyng",
    "gotong": "gtong gotng gtg",
    "royong": "royng ryong",
    "sosialisasi": "sos sosialisas sosialisi sossialisasi sosilisasi",
    "penyuluhan": "pnyluhan penyulhan peyuluhan penyuluan pnyuluhan penyluhan",
    "pelatihan": "plthn pltihan pelatian platihan",
    "pertemuan": "ptmuan prtemuan",
    "pengajian": "pngajian ngaji mengaji",
    "imunisasi": "imunsasi imuniasi",
    "stunting": "stuting stanting stuntin stuning",
    "selokan": "slokan",
    "bidan": "bdn",
    "puskesmas": "pkm puskes pusksmas puskesms puskemas",
    "masjid": "mesjid msjid",
    "sekolah": "skolah sklh skul",
    "remaja": "rmja",
    "musyawarah": "musyawrah musawarah musyawarahh",
    "bersihkan": "bersihin",
    "implan": "implant",
    "catin": "caten",
    "kb": "keluargaberencana",
    "tidak": "tdk gak ga nggak ngga ndak dak tak enggak kagak dk",
    "sudah": "udh udah sdh dah suda",
    "selesai": "slesai slese kelar",
    "belum": "blm belom lum",
    "saja": "aja bae ja saje",
    "juga": "jg jga juge",
    "karena": "krn karna",
    "sekarang": "skrg skrang",
    "saya": "sy aku ku gua gue ambe",
    "bagaimana": "gmn gimana gmna",
    "terima": "trima",
    "makasih": "mksh mksih makasi",
    "dalam": "dlm dlam",
    "pasang": "psg psang",
    "ada": "ade",
    "jalan": "jln",
    "dukcapil": "disdukcapil capil dukcapill",
    "tanpa": "tnpa",
    "dana": "dna",
    "swadaya": "swdya swadya suadaya",
    "sumber": "smbr",
    "satu": "sikok sutik",
    "dua": "due duak",
    "tiga": "tige",
    "empat": "ampat",
    "lima": "lime",
    "enam": "anam",
    "sembilan": "semilan",
}
USUAL = frozenset(_SHORT)
"""Words that short forms stand for."""
_WRITTEN_OUT = {short: word for word, shorts in _SHORT.items() for short in shorts.split()}


def set_of(text: str) -> frozenset[str]:
    """The words of a table written in one string."""
    return frozenset(text.split())


REAL_WORDS = set_of(
    "ceria evakuasi stimulasi inovasi relokasi lokasi delegasi mutasi motivasi "
    "aceh badan bagian bantu bapaknya barang berkah bidang cempaka cepat dapat gorong jalan "
    "jamaah jumlah kades kadus kampus kantor kapsul karang kasih kebaya kebun kecil kelompok "
    "kemarin kenanga kerupuk kopi lapangan lintah lombok makanan masakan masjidil pandan "
    "panitia pasca pekarangan pelabuhan pemaparan pemilu pemuda pemudi pemulihan pencatatan "
    "pendata penyuluh perahu perkara perkebunan pertama peserta pesta pinang pinangan remah "
    "rempah salah sambil sampai sampan santai santan sebelas sembilan seratus siswa siswi "
    "tahun tanah tanaman tanamkan tempat"
)
"""Right as they stand, though one letter away from a word of some vocabulary."""


def plain(text: str) -> str:
    """Small letters of the plain alphabet: mathematical and accented ones become their base."""
    text = unicodedata.normalize("NFKD", text.translate(_BLESSINGS))
    return "".join(c for c in text if not unicodedata.combining(c)).casefold().replace("’", "'")


@lru_cache(maxsize=8192)
def word(typed: str) -> str:
    """One word in its usual form: small, written out, said once ("Ibu2" is "ibu")."""
    typed = _LONG_LETTER.sub(r"\1", plain(typed))
    if typed in _WRITTEN_OUT:
        return _WRITTEN_OUT[typed]
    if found := _TWICE.match(typed):
        return word(found[1])
    return typed


def words(text: str) -> list[str]:
    """The words and figures of a text in their usual form; "ibu-ibu" and "ibu ibu" once."""
    out: list[str] = []
    for found in _WORD.findall(plain(text)):
        usual = word(found)
        for part in ("gotong", "royong") if usual == "gotongroyong" else (usual,):
            if not (out and out[-1] == part and part.isalpha()):
                out.append(part)
    return out


class Vocabulary:
    """Known words, and what a typed one with a slip was meant to be. Immutable."""

    def __init__(
        self, known: Iterable[str], real: Iterable[str] = (), *, long: int = _LONG
    ) -> None:
        """``real`` words are right as they stand though no part of the vocabulary; from ``long``
        letters on a letter may be another one, not only missing, too many or swapped."""
        self._long = long
        self._known = frozenset(known)
        self._real = frozenset(real)
        self._near: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self._known):
            if len(one) >= _SHORTEST:
                for key in _shortened(one):
                    self._near[key].append(one)

    def __contains__(self, typed: str) -> bool:
        return typed in self._known

    def meant(self, typed: str) -> str:
        """The known word, or the word itself when none is one slip away. Time: its length."""
        if typed in self._known or typed in self._real or not typed.isalpha():
            return typed
        if len(typed) < _SHORTEST or len(typed) > 30:
            return typed
        for key in _shortened(typed):
            for one in self._near.get(key, ()):
                if _is_slip(typed, one, self._long):
                    return one
        return typed


def _is_slip(typed: str, one: str, long: int) -> bool:
    if typed[0] != one[0] or slips(typed, one, 1) > 1:
        return False
    if len(typed) == len(one):  # "sampai" is no sampah, "santai" no santri
        return sorted(typed) == sorted(one) or len(one) >= long
    return len(one) > _SHORTEST


def _shortened(text: str) -> list[str]:
    return [text, *(text[:at] + text[at + 1 :] for at in range(len(text)))]
