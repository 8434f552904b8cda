"""What villagers say of a person in danger in several words, as plain data, and how it is found.

A phrase is a row of words in their usual form (``words``). ``a|b`` is one of them, ``~2`` up to two
words of any kind. Endings people hang on ("celananya", "bapak e") need no row of their own.
"""

import re
from collections import defaultdict
from typing import Final

from bot.rules.words import word

_ENDINGS: Final = ("nya", "nye", "ny", "ku", "mu", "lah")
_ENDING: Final = f"(?:{'|'.join(_ENDINGS)})?"
_NEXT: Final = "(?: e)? "

PHRASES: Final = (
    # what follows a case: it is somebody's
    "visum ~2 anak|korban|siswi|budak", "anak|korban|siswi|budak|antar|dampingi ~4 visum",
    "dampingi|mendampingi|nemenin|antar|nganter ~1 bap", "bap ~3 polres|polsek|polisi",
    "nangis|menangis|teriak|berteriak minta tolong",
    # suicide, self-harm
    "bunuh|gantung|bakar diri|dirinya", "nyakiti|menyakiti|nyakitin|melukai|lukai diri",
    "mau|ingin|pengen|pingin|pengin|nak|mending|mendingan|lebih_baik mati", "minta mati|dibunuh",
    "mati saja",
    "nyilet|nyayat|sayat|silet|ngiris|iris|gores|goresin|menyayat|mengiris|nyilet-nyilet|"
    "nyayat-nyayat|motong|ngores tangan|nadi|pergelangan|lengan|urat",
    "minum|nenggak|menenggak|menelan|nelan racun|baygon|potas|pestisida|sianida|roundup|"
    "gramoxone|wipol|pemutih|portas", "akhiri|mengakhiri|ngakhiri hidup|nyawa",
    "tidak mau|ingin|pengen hidup|idup", "gamau|gakmau hidup|idup",
    "capek|cape|bosan|lelah hidup|idup",
    "loncat|lompat|terjun|nyebur dari|ke|di ~1 jembatan|atap|tower|gedung|lantai|menara|"
    "sumur|kolong", "kill himself|herself|myself|themselves", "suicide", "wants|want to die",
    # blows, fear, marks
    "main tangan|kasar|pukul",
    "kena tampar|pukul|gebuk|tendang|tonjok|hajar|bogem|cambuk|gampar|tempeleng|tampol|"
    "pukulan|tamparan",
    "bekas|bekasnya rotan|pukul|pukulan|cubitan|sundutan|tamparan|sabetan|cambuk|cambukan|"
    "gesper|sabuk|ikatan|cekikan|gigitan", "babak belur",
    "disiram|disirem air panas|keras|mendidih",  "takut pulang",
    "tidak mau|berani pulang|balik ~1 takut",
    "takut ~1 sama|dengan|pada|kepada|ke|liat|lihat ~1 bapak|ayah|papa|abah|om|paman|pakde|"
    "kakek|akek|atok|guru|ustad|ustadz|abang|kakak|sepupu|tetangga|suami|emak|mamak|ibu_tiri|"
    "majikan|bos|pacar|mantan|orangtua|pamannya",
    "takut bapak|ayah|suami|paman|om|kakek|ortu|orangtua",
    "afraid|scared of ~1 father|dad|stepdad|stepfather|uncle|teacher|husband|mother|mom",
    "afraid|scared to go home",
    "hits|beats|hurts|hitting|beating|hurting|hit|touches|touched|touching|molests|rapes me|"
    "him|her|his|kids|them", "locked|locks|lock ~3 in|up|out|outside", "not fed",
    # touch, bodies, pictures
    "tidak senonoh",
    "buka|bukain|lepas|lepasin|copot|melepas|pelorotin|turunin|melorotin|nurunin|angkat ~1 "
    "celana|rok|bh|kolor|sarung",
    "suruh|disuruh|nyuruh|nyuru|minta|diminta|maksa|dipaksa|ngajak|diajak|coba|nyoba|suka ~2 "
    "buka|lepas|lepasin|copot|bukain ~1 baju|pakaian|kerudung|kaos",
    "take|takes|took off ~1 clothes|shirt|pants",
    "pegang|megang|dipegang|memegang|sentuh|menyentuh|nyentuh|disentuh|raba|meraba|ngeraba|"
    "cium|nyium|dicium|colek|dicolek|nyolek|jilat|dijilat|remas|diremas|ngeremas|isep|hisap|"
    "dihisap|mainin|dimainin ~2 kemaluan|kelamin|payudara|pantat|bokong|memek|kontol|titit|"
    "burungnya|burungku|vagina|penis|anu|vital|intim|pribadi|tetek|paha|selangkangan|dada|pepek",
    "private parts", "dicium|cium|nyium|dipeluk|peluk|meluk ~1 paksa|maksa",
    "dimasukin|dimasukkan|masukin|memasukkan|dimasuki ~1 jari|kemaluan|burung|anu|alat|titit|"
    "tangan",
    "kemaluan|kelamin|vagina|dubur|anus|memek|titit|pepek|selangkangan ~3 sakit|berdarah|"
    "luka|bengkak|perih|lecet|robek",
    "sakit|berdarah|luka|perih|lecet ~1 kemaluan|kelamin|dubur|anus|memek|titit",
    "main|maen dokter-dokteran|dokter|suami-suamian|kuda-kudaan|pengantin-pengantinan",
    "main|maen dokter dokteran",
    "video|pidio|foto|poto|gambar|film|konten|vidio|pap jorok|mesum|bugil|porno|telanjang|"
    "porn|syur|vulgar|bokep|panas|naked", "naked|nude photo|photos|pictures|video",
    "kirim|kirimin|minta|diminta|dimintai|mintak foto|video|poto|vidio|pap ~2 badan|tubuh|"
    "telanjang|bugil|dada|seksi|baju|vulgar|mandi",
    "sebar|nyebar|menyebar|sebarin|nyebarin|disebar|disebarin|menyebarkan|disebarkan|"
    "sebarkan|viralkan|viralin ~1 foto|video|vidio|poto|aib",
    "foto|video|vidio|poto ~2 disebar|disebarin|disebarkan|tersebar|nyebar", "open bo",
    "video call sex|seks|bugil|vcs", "jual diri|badan",
    "tidur|bobo|tidor bareng|seranjang|sekamar|sekasur ~1 om|paman|ayah|bapak|abang|kakek|"
    "guru|pacar|tiri", "hubungan badan|intim|suami_istri|seks|terlarang",
    "berhubungan badan|intim|suami_istri|seks",
    "ngajak|bawa|membawa|ngajakin|diajak|dibawa|diajakin|dijemput|dipaksa ~1 ke ~1 hotel|"
    "kosan|kos|kos-kosan|penginapan|losmen|wisma|semak|semak-semak|kontrakan|kontrakannya|"
    "kamar|pojok", "tidak perawan", "hilang perawan|keperawanan",
    "digilir beberapa|banyak|rame-rame|ramai-ramai|sekelompok|oleh|sama|dua|tiga|empat|lima|"
    "teman", "ngintip|mengintip|ngintipin|intip|diintip ~4 mandi|tidur|gadis|anak|ganti",
    "forced|forcing|made|makes to|her|him|me ~1 marry|strip|undress|sleep|work|beg|touch|take",
    "forced to marry", "is pregnant", "got her|girl pregnant",
    "gambar|foto|video|kirim|dikirimin|dikirimi|ngirim|liat|lihat|liatin|pamer|nunjukin|"
    "mamerin|memperlihatkan ~2 kelamin|kemaluan|titit|burung|kontol|memek|anu",
    "begituan|gituan|ngentot|ngewe|indehoi",
    "maksa|memaksa ~2 tidur|nikah|kawin|pacaran|hubungan|main",
    "masukin|masuk|memasukkan ~1 tangan ~2 celana|rok|baju", "sundutan|sundut rokok",
    "nyium|mencium|cium|dicium ~1 bibir|mulut|leher|dada",
    "dirty|sexual pictures|photos|messages|videos|things",
    "sold|sell|sells|selling ~1 girl|boy|child|daughter|son|kids",
    "om-om|om ~4 semak|permen|hotel|mobil|uang", "tidak suci|gadis_lagi", "cutting",

    "diajak|ngajak|dibujuk|mau nginep|nginap|menginap|ngamar|staycation sama|dengan|di|oleh "
    "~1 hotel|kos|om|sopir|pacar|laki|cowok|pria|duda|orang|oom", "maksa ~1 minta",
    "minum|nelan|menelan|nenggak obat ~1 nyamuk|tikus|hama|rumput|serangga|banyak|sebotol",

    "end|ending|take|taking her|his|my|their|your life",
    "cut|cuts|cutting|hurt|hurts|hurting himself|herself|myself|themselves",
    "bruises|bruised ~3 her|his|back|arms|legs|face|body",
    "comes|came into|to ~1 room|bed ~2 night",
    "ngejar|kejar|dikejar|dikejar-kejar|ngacung|ngacungin|todong|ditodong ~3 parang|pisau|"
    "golok|kapak", "mabuk|mabok ~3 ngamuk|ngejar|marah|marah-marah|mukul|ngancam|maki|banting",
    "dikeluarin|dikeluarkan|disuruh_keluar|didepak dari rumah",
    "gantiin|bayar|melunasi|lunasin|nebus ~1 utang|hutang ~2 anak|gadis|perawan",
    # flight, taken away, thrown out
    "kabur|lari|minggat|pergi dari rumah|asrama", "tidak pulang-pulang",
    "diusir dari rumah|orangtua", "diusir bapak|ayah|emak|ibu|keluarga|suami|orangtua",
    "sudah|dah|lah|udah ~4 tidak pulang|balik", "tidak pulang ~1 sudah|dah|lah|sejak|dari",
    "dibawa kabur|lari|pergi_paksa", "dibawa ~1 laki|pria|cowok|om|om-om|lelaki|orang_asing",
    "anak|budak|gadis|siswi|bocah ~1 hilang|ilang", "gadis|siswi|remaja ~1 hilang|ilang",
    "bayi|janin|orok ~1 ditemukan|ditemuin|dibuang ~4 semak|semak-semak|kardus|kuburan|"
    "selokan|got|sungai|tong|plastik|pinggir|teras|kebun|depan",
    # neglect
    "tidak diurus|terurus|keurus|dirawat|dijaga|dinafkahi|diurusin|disayang|diakui",
    "bayi|orok|balita ~3 ditaruh|ditaro|diletakkan|ditinggal|ditemukan|dititip ~3 depan|"
    "teras|pintu|pinggir|masjid|mushola|musholla|jalan",
    "anak|budak|bocah|adik ~5 kerja|bekerja|nyari_duit|begawe ~4 tidak|putus|berhenti sekolah",
    "kerja|bekerja|begawe di|ke ~1 ti|tambang|kolong ~4 tidak|putus|berhenti sekolah",
    "tidak|belum|jarang ~1 dikasih|diberi|dikasi|dienjuk|dibagi|dapat|diberikan|dibeghi|"
    "makan ~1 makan|nasi|minum|berhari-hari", "tidak makan ~2 ditinggal|hari|berhari-hari",
    "dibiarkan|dibiarin|dibiar ~1 kelaparan|kelaperan|sendirian|sendiri|nangis|sakit|kotor|"
    "telantar|terlantar", "anak|bayi|balita|budak|bocah|adik|cucu ~4 kelaparan|kelaperan",
    "ditinggal|ditinggalin|ditinggalkan ~1 berhari-hari|sendirian|sendiri|pergi_terus",
    "ditinggal ~1 orangtua|ortu",
    "anak|budak|bocah|adik|bayi|balita ~3 tinggal|hidup|tidur sendirian|sendiri",
    "tidur|tidor di ~1 emperan|jalanan|pasar|teras|luar|kolong|kandang",
    "tidak boleh|dibolehin|diizinkan|dikasih|bisa keluar rumah|kamar",
    "tidak boleh|dikasih sekolah", "tidak disekolahkan|disekolahin|disekolahke", "nasi basi",

    "tidak masuk|mau sekolah ~3 muka|badan|takut|bonyok",
    # force, work, marriage, trade
    "dipaksa|dipaksain|dipakse nikah|kawin|menikah|kawen|kerja|bekerja|melayani|ngemis|"
    "mengemis|ngamen|nyuri|mencuri|jualan|berhenti|ngelayani|hubungan|berhubungan|tidur|"
    "minum|pacaran|buka",
    "disuruh|nyuruh|suruh|disuru|disuroh ~1 begawe|kerja|bekerja|ngemis|mengemis|ngamen|"
    "ngelimbang|nambang|melayani|ngelayani|jual_diri|nyuri|mencuri|minta-minta|nemenin|"
    "menemani|mijat|mijit|telanjang|bugil|mesum", "kerja nambang",
    "dijadikan|dijadiin|dijadike pembantu|babu|budak|istri|bini",
    "dijadikan|dijadiin|jadi|dijadike kurir|pengedar|pelacur|psk|lc|jaminan|simpanan|lonte",
    "kurir|pengedar sabu|narkoba|ganja", "simpanan om",
    "dijual|dijualin ~1 ke|kek|sama ~1 om|om-om|kafe|cafe|lelaki|laki|germo|bandar", "nikah siri",
    "kawin|nikah paksa", "hamil duluan", "hamil di luar nikah", "hamil diluar nikah",
    "hamil ~2 tidak ada|tau|tahu|jelas ~1 bapak|ayah", "kekerasan dalam rumah tangga oleh",
    "anak haram", "korban om|om-om",
    "diapa-apain|diapa-apakan|diapain ~1 sama|oleh|kek|dengan|om",
)  # fmt: skip
"""Said of somebody, unless prevention stands by."""


OF_PEOPLE: Final = (
    "makan sampah|bangkai", "disiram|disirem minyak",
    "masuk ~1 kamar ~2 malam", "tidur|tidok|tidor di dapur",
    "penuh|banyak|ada luka|memar|lebam|lebam-lebam ~1 badan|punggung|tubuh|wajah|muka|pipi|"
    "paha",
    "badan|punggung|tubuh|wajah|muka|pipi|mata|paha|tangan|kaki ~1 biru-biru|lebam|"
    "lebam-lebam|memar|memar-memar|bilur|bilur-bilur|babak",
    "tidak ada ~1 urus|ngurus|mengurus|ngurusin|urusin|rawat|ngerawat|jaga|jagain|peduli",
    "bekas|banyak|ada ~1 silet|siletan|sayatan|irisan|goresan",
    "kunci|ngunci|dikunci|dikunciin|nguncikan|dikonci|kurung|ngurung|mengurung|dikurungin ~3 "
    "kamar|kandang|gudang|wc|rumah|toilet|kamar_mandi|luar", "tidak digaji",
    "jaga|ngejaga|jagain|mengasuh|ngasuh adik|adek ~1 sendirian|sendiri",
)  # fmt: skip
"""A sign only where a person is spoken of: doors are locked and elbows bruised elsewhere too."""

_PARTS: Final = frozenset(
    one for phrase in PHRASES + OF_PEOPLE for part in phrase.split() for one in part.split("|")
)
DOUBLED: Final = frozenset(one for one in _PARTS if "-" in one) - {"rame-rame", "ramai-ramai"}
"""Doublings that mean something else than the single word ("minta-minta" is begging)."""
DONE: Final = frozenset(one for one in _PARTS if one.startswith("di") and len(one) > 5)
"""What is done to somebody, though harmless as a word alone ("diajak")."""


def _slot(part: str) -> str:
    if part.startswith("~"):
        return rf"(?:[^ ]+ ){{0,{part[1:] or '1'}}}"
    ones = "|".join(
        dict.fromkeys(
            re.escape(" ".join(word(each) for each in one.split("_"))) for one in part.split("|")
        )
    )
    return f"(?:{ones}){_ENDING}{_NEXT}"


def _by_first(phrases: tuple[str, ...]) -> dict[str, list[re.Pattern[str]]]:
    """The patterns by the words they may begin with: few of them are ever tried on a text."""
    out: dict[str, list[re.Pattern[str]]] = defaultdict(list)
    for phrase in phrases:
        pattern = re.compile(" " + "".join(map(_slot, phrase.split())))
        for one in {word(one.split("_")[0]) for one in phrase.split()[0].split("|")}:
            out[one].append(pattern)
    return dict(out)


_ALONE: Final = _by_first(PHRASES)
_WITH_PEOPLE: Final = _by_first(OF_PEOPLE)


def phrase_in(said: list[str], *, people: bool) -> bool:
    """Whether one of the phrases is said; ``said``: words in their usual form, in order."""
    flowing = f" {' '.join(said)} "
    begins = set(said) | {one.removesuffix(end) for one in said for end in _ENDINGS}
    for table in (_ALONE, _WITH_PEOPLE) if people else (_ALONE,):
        for one in begins & table.keys():
            if any(found.search(flowing) for found in table[one]):
                return True
    return False
