"""What villagers say of a person in danger in several words, as plain data, and how it is found.

A phrase is a row of words in their usual form (``words``). ``a|b`` is one of them, ``~2`` up to two
words of any kind. Endings people hang on ("celananya", "bapak e") need no row of their own.
"""

import re
from typing import Final

from bot.rules.words import word

_ENDING: Final = "(?:nya|nye|ny|ku|mu|lah)?"
_NEXT: Final = "(?: e)? "

PHRASES: Final = (
    # suicide, self-harm
    "bunuh|gantung|bakar diri|dirinya", "nyakiti|menyakiti|nyakitin|melukai|lukai diri",
    "mau|ingin|pengen|pingin|pengin|nak|mending|mendingan|lebih_baik mati", "minta mati|dibunuh",
    "mati saja", "nyilet|nyayat|sayat|silet|ngiris|iris|gores|goresin|menyayat|mengiris"
    "|nyilet-nyilet|nyayat-nyayat|motong|ngores tangan|nadi|pergelangan|lengan|urat",
    "minum|nenggak|menenggak|menelan|nelan racun|baygon|potas|pestisida|sianida|roundup|gramoxone"
    "|wipol|pemutih|portas", "akhiri|mengakhiri|ngakhiri hidup|nyawa",
    "tidak mau|ingin|pengen hidup|idup", "capek|cape|bosan|lelah hidup|idup",
    "loncat|lompat|terjun|nyebur dari|ke|di ~1 jembatan|atap|tower|gedung|lantai|menara|sumur|kolong",
    "kill himself|herself|myself|themselves", "suicide", "wants|want to die",
    # blows, fear, marks
    "main tangan|kasar|pukul", "kena tampar|pukul|gebuk|tendang|tonjok|hajar|bogem|cambuk|gampar"
    "|tempeleng|tampol|pukulan|tamparan", "bekas|bekasnya rotan|pukul|pukulan|cubitan|sundutan"
    "|tamparan|sabetan|cambuk|cambukan|gesper|sabuk|ikatan|cekikan|gigitan|tangan",
    "penuh|banyak|ada luka|memar|lebam|lebam-lebam ~1 badan|punggung|tubuh|wajah|muka|pipi|paha",
    "badan|punggung|tubuh|wajah|muka|pipi|mata|paha|tangan|kaki ~1 biru-biru|lebam|lebam-lebam|memar"
    "|memar-memar|bilur|bilur-bilur|babak", "babak belur", "disiram|disirem air panas|keras|mendidih",
    "disiram|disirem minyak", "takut pulang", "tidak mau|berani pulang|balik ~1 takut",
    "takut ~1 sama|dengan|pada|kepada|ke|liat|lihat ~1 bapak|ayah|papa|abah|om|paman|pakde|kakek|akek"
    "|atok|guru|ustad|ustadz|abang|kakak|sepupu|tetangga|suami|emak|mamak|ibu_tiri|majikan|bos|pacar"
    "|mantan|orangtua|pamannya", "takut bapak|ayah|suami|paman|om|kakek|ortu|orangtua",
    "afraid|scared of ~1 father|dad|stepdad|stepfather|uncle|teacher|husband|mother|mom",
    "afraid|scared to go home", "hits|beats|hurts|hitting|beating|hurting|hit|touches|touched|touching"
    "|molests|rapes me|him|her|his|kids|them", "locked in|up", "not fed",
    # touch, bodies, pictures
    "tidak senonoh", "buka|bukain|lepas|lepasin|copot|melepas|pelorotin|turunin|melorotin|nurunin"
    "|angkat ~1 baju|celana|rok|pakaian|bh|kerudung|kolor|sarung|rok",
    "take|takes|took off ~1 clothes|shirt|pants", "pegang|megang|dipegang|memegang|sentuh|menyentuh"
    "|nyentuh|disentuh|raba|meraba|ngeraba|cium|nyium|dicium|colek|dicolek|nyolek|jilat|dijilat"
    "|nyentuh|remas|diremas|ngeremas|isep|hisap|dihisap|mainin|dimainin ~2 kemaluan|kelamin|payudara"
    "|pantat|bokong|memek|kontol|titit|burung|vagina|penis|anu|vital|intim|pribadi|tetek|susu|paha"
    "|selangkangan|dada|pepek|butuh", "private parts",
    "dicium|cium|nyium|dipeluk|peluk|meluk ~1 paksa|maksa",
    "dimasukin|dimasukkan|masukin|memasukkan|dimasuki ~1 jari|kemaluan|burung|anu|alat|titit|tangan",
    "kemaluan|kelamin|vagina|dubur|anus|memek|titit|pepek|selangkangan ~3 sakit|berdarah|luka|bengkak"
    "|perih|lecet|robek", "sakit|berdarah|luka|perih|lecet ~1 kemaluan|kelamin|dubur|anus|memek|titit",
    "main|maen dokter-dokteran|dokter|suami-suamian|kuda-kudaan|pengantin-pengantinan",
    "main|maen dokter dokteran", "video|pidio|foto|poto|gambar|film|konten|vidio|pap jorok|mesum|bugil"
    "|porno|telanjang|porn|syur|vulgar|bokep|panas|naked", "naked|nude photo|photos|pictures|video",
    "kirim|kirimin|minta|diminta|dimintai|mintak foto|video|poto|vidio|pap ~2 badan|tubuh|telanjang"
    "|bugil|dada|seksi|baju|vulgar|mandi", "sebar|nyebar|menyebar|sebarin|nyebarin|disebar|disebarin"
    "|menyebarkan|disebarkan|sebarkan|viralkan|viralin ~1 foto|video|vidio|poto|aib",
    "foto|video|vidio|poto ~2 disebar|disebarin|disebarkan|tersebar|nyebar", "open bo",
    "video call sex|seks|bugil|vcs", "jual diri|badan", "tidur|bobo|tidor bareng|seranjang|sekamar"
    "|sekasur ~1 om|paman|ayah|bapak|abang|kakek|guru|pacar|tiri",
    "hubungan badan|intim|suami_istri|seks|terlarang", "berhubungan badan|intim|suami_istri|seks",
    "diajak|dibawa|diajakin|dijemput|dipaksa ~1 ke ~1 hotel|kosan|kos|kos-kosan|penginapan|losmen|wisma"
    "|semak|semak-semak|kebun|hutan|pondok|kontrakan", "tidak perawan", "hilang perawan|keperawanan",
    "digilir beberapa|banyak|rame-rame|ramai-ramai|sekelompok|oleh|sama|dua|tiga|empat|lima|teman",
    "ngintip|mengintip|ngintipin|intip|diintip ~4 mandi|tidur|gadis|anak|ganti",
    "forced|forcing|made|makes to|her|him|me ~1 marry|strip|undress|sleep|work|beg|touch|take",
    "forced to marry", "is pregnant", "got her|girl pregnant",
    # flight, taken away, thrown out
    "kabur|lari|minggat|pergi dari rumah|asrama", "tidak pulang-pulang", "diusir dari rumah|orangtua",
    "diusir bapak|ayah|emak|ibu|keluarga|suami|orangtua",
    "sudah|dah|lah|udah ~4 tidak pulang|balik", "tidak pulang ~1 sudah|dah|lah|sejak|dari",
    "dibawa kabur|lari|pergi_paksa", "dibawa ~1 laki|pria|cowok|om|om-om|lelaki|orang_asing",
    "anak|budak|gadis|siswi|bocah hilang", "bayi|janin|orok ~1 ditemukan|ditemuin|dibuang ~4 semak"
    "|semak-semak|kardus|kuburan|selokan|got|sungai|tong|plastik|pinggir|teras|kebun|depan",
    # neglect
    "tidak diurus|terurus|keurus|dirawat|dijaga|dinafkahi|diurusin",
    "tidak dikasih|diberi|dikasi|dienjuk|dibagi|dapat|diberikan|dikasi|dibeghi|makan ~1 makan|nasi|minum"
    "|berhari-hari", "tidak makan ~2 ditinggal|hari|berhari-hari", "kelaparan ~2 ditinggal|sendiri",
    "tidak ada ~1 urus|ngurus|mengurus|ngurusin|urusin|rawat|ngerawat|jaga|jagain|peduli",
    "ditinggal|ditinggalin|ditinggalkan ~1 berhari-hari|sendirian|sendiri|pergi_terus",
    "ditinggal ~1 orangtua|ortu", "tinggal|hidup|tidur sendirian|sendiri ~2 pondok|kebun|rumah|pasar",
    "tidur|tidor di ~1 emperan|jalanan|pasar|teras|luar|kolong|kandang",
    "tidak boleh|dibolehin|diizinkan|dikasih|bisa keluar rumah|kamar", "tidak boleh|dikasih sekolah",
    # force, work, marriage, trade
    "dipaksa|dipaksain|dipakse nikah|kawin|menikah|kawen|kerja|bekerja|melayani|ngemis|mengemis"
    "|ngamen|nyuri|mencuri|jualan|berhenti|ngelayani|hubungan|berhubungan|tidur|minum|pacaran|buka",
    "disuruh|nyuruh|suruh|disurunya kerja|bekerja|ngemis|mengemis|ngamen|ngelimbang|nambang|melayani"
    "|ngelayani|jual_diri|nyuri|mencuri|minta-minta|nemenin|menemani|mijat|mijit|telanjang|bugil|mesum",
    "kerja nambang", "tidak digaji", "dijadikan|dijadiin|jadi|dijadike kurir|pengedar|pelacur|psk|lc"
    "|jaminan|simpanan|lonte ~1", "kurir|pengedar sabu|narkoba|ganja", "simpanan om",
    "dijual|dijualin ~1 ke|kek|sama ~1 om|om-om|kafe|cafe|kota|lelaki|laki|orang|malaysia|germo|bos",
    "nikah siri", "kawin|nikah paksa", "hamil duluan", "hamil di luar|luar nikah", "hamil diluar nikah",
    "hamil ~2 tidak ada|tau|tahu|jelas ~1 bapak|ayah", "kekerasan dalam rumah tangga oleh",
    "anak haram", "korban om|om-om", "diapa-apain|diapa-apakan|diapain ~1 sama|oleh|kek|dengan|om",
)  # fmt: skip
"""Said of somebody, unless prevention stands by."""


_PARTS: Final = frozenset(
    one for phrase in PHRASES for part in phrase.split() for one in part.split("|")
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


_FOUND: Final = tuple(
    re.compile(" " + "".join(map(_slot, phrase.split()))) for phrase in PHRASES
)


def phrase_in(said: list[str]) -> bool:
    """Whether one of the phrases is said; ``said``: words in their usual form, in order."""
    flowing = f" {' '.join(said)} "
    return any(found.search(flowing) for found in _FOUND)
