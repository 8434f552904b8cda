"""The default words of titles and what they point to, as plain data (domain §3).

Sections: the list "words that point to a section", with the other spellings of the same words; no
others, so that a title without one of them is asked about. Inpres 3/2022, CIKAR tags and target
groups are only suggestions and read more widely.
"""

from typing import Final

_SECTIONS: Final = {
    "agama": ("pengajian", "masjid", "gereja"),
    "didik": ("sekolah", "paud", "lomba", "perlombaan", "literasi"),
    "repro": (
        "posyandu", "kb", "keluarga berencana", "mkjp", "implan", "stunting", "ibu hamil", "bumil",
        "imunisasi", "ttd", "tablet tambah darah", "catin", "calon pengantin", "dashat",
        "dapur sehat",
    ),
    "ekonomi": (
        "uppka", "uppks", "ir", "industri rumahan", "home industry",
        "pelatihan usaha", "pemasaran", "anyaman",
        "menganyam",
    ),
    "lindung": (
        "patbm", "kekerasan", "nikah dini", "pernikahan dini", "nikah usia dini",
        "pernikahan usia dini", "pernikahan usia anak", "nikah anak", "pernikahan anak",
        "nikah muda", "kawin anak", "kawin dini", "perkawinan anak", "perkawinan dini",
        "perkawinan usia anak", "perkawinan usia dini", "narkoba", "akta", "akte",
    ),
    "kasih": ("bkb", "bkl", "bkr", "lansia", "balita diasuh"),
    "sosbud": ("tari", "tarian", "menari", "adat", "sembako", "gotong royong sosial"),
    "lingkung": (
        "kerja bakti", "gotong royong", "selokan", "mangrove", "tanam", "menanam", "penanaman",
        "nanam", "sampah",
    ),
    "lain": ("rapat", "musyawarah"),
    "": ("kampung kb", "desa kb", "dinas kb"),
}  # fmt: skip

_INPRES: Final = {
    "a-data": ("rumah dataku", "rumah data", "dataku", "pendataan keluarga"),
    "a-capil": (
        "adminduk", "akta", "akte", "kia", "kartu keluarga", "ktp", "ktp el", "isbat nikah",
        "jemput bola",
    ),
    "b-germas": ("germas", "senam", "phbs", "hidup sehat", "cek kesehatan"),
    "b-pispk": ("pis pk", "pispk", "keluarga sehat"),
    "b-bkb": ("bkb", "bina keluarga balita"),
    "b-bkr": ("bkr", "bina keluarga remaja"),
    "b-bkl": ("bkl", "bina keluarga lansia", "lansia"),
    "b-pikr": ("pik r", "pikr", "pik remaja", "genre", "forum anak"),
    "b-kie": ("kespro", "kesehatan reproduksi", "sosialisasi kb", "penyuluhan kb", "kie kb"),
    "b-catin": (
        "bimbingan catin", "catin", "calon pengantin", "pembekalan catin", "bimbingan perkawinan",
    ),
    "b-agama": ("pengajian", "penyuluhan agama", "yasinan", "kajian", "tabligh", "majelis taklim"),
    "b-aman": (
        "kekerasan", "patbm", "nikah dini", "pernikahan dini", "perkawinan anak",
        "pernikahan anak", "perkawinan usia anak", "nikah anak", "bullying", "perundungan",
        "pola asuh", "kdrt",
    ),
    "b-asi": ("asi", "pmba", "asi eksklusif", "mpasi", "mp asi"),
    "b-rokok": ("rokok", "merokok", "kawasan tanpa rokok", "ktr"),
    "c1-kb": ("kb", "mkjp", "implan", "iud", "suntik kb", "akseptor", "kontrasepsi", "mop", "mow"),
    "c1-pos": ("posyandu", "imunisasi", "vitamin a", "vit a"),
    "c1-bumil": ("kelas ibu hamil", "kelas ibu", "kelas bumil", "senam hamil"),
    "c2-catin": ("skrining catin", "periksa catin", "elsimil"),
    "c2-anc": ("anc", "cek kehamilan", "periksa kehamilan", "pemeriksaan ibu hamil", "ibu hamil"),
    "c2-ttd": ("ttd", "tablet tambah darah"),
    "c2-pmt": ("pmt", "makanan tambahan"),
    "c2-bal": (
        "pantau balita", "penimbangan", "timbang balita", "penimbangan balita", "bulan timbang",
        "stunting",
    ),
    "c2-dash": ("dashat", "dapur sehat"),
    "c2-kbps": ("kb pascasalin", "kb pasca salin", "kbpp", "kb pasca persalinan"),
    "c3-paud": ("paud", "kelompok bermain"),
    "c3-wajar": ("wajib belajar", "putus sekolah", "kejar paket", "sekolah"),
    "c3-baca": ("literasi", "taman baca", "perpustakaan", "membaca"),
    "c4-jamin": ("jaminan sosial", "bpjs", "jkn", "pkh", "bansos", "sembako", "blt", "santunan"),
    "c5-modal": ("permodalan", "modal", "pinjaman", "kur", "simpan pinjam", "koperasi"),
    "c5-latih": (
        "pelatihan usaha", "anyaman", "keterampilan", "uppka", "uppks", "ir", "industri rumahan",
    ),
    "c5-pasar": ("pemasaran", "bazar", "bazaar", "pameran", "jualan"),
    "d-stbm": ("stbm", "jamban", "babs", "cuci tangan", "air bersih", "sanitasi", "ctps"),
    "d-rumah": ("rumah layak", "bedah rumah", "rtlh"),
    "d-jentik": ("jumantik", "jentik", "dbd", "psn", "fogging", "3m"),
    "d-gotong": (
        "gotong royong", "kerja bakti", "selokan", "mangrove", "tanam", "penanaman", "sampah",
        "jumat bersih", "bersih pantai",
    ),
    "": ("kampung kb", "desa kb", "dinas kb"),
}  # fmt: skip

_TAGS: Final = {
    "patbm": ("patbm",),
    "ir": ("industri rumahan", "ir"),
    "kawin": (
        "perkawinan anak", "nikah dini", "pernikahan dini", "pernikahan anak", "nikah anak",
        "kawin anak", "perkawinan usia anak", "pernikahan usia anak", "nikah usia dini",
        "pernikahan usia dini", "perkawinan usia dini", "nikah muda", "kawin dini",
    ),
    "stunting": (
        "stunting", "dashat", "pmt", "ttd", "tablet tambah darah", "dapur sehat", "gizi",
    ),
    "akta": ("akta", "akte", "kia"),
    "lintas": ("lintas sektor", "lintas sektoral", "lintas program"),
}  # fmt: skip

_TARGETS: Final = {
    "semua": ("warga", "masyarakat", "penduduk", "kerja bakti", "gotong royong", "musyawarah"),
    "pus": (
        "pus", "pasangan usia subur", "akseptor", "kb", "mkjp", "implan", "ibu hamil", "bumil",
        "kelas ibu", "mow", "mop",
    ),
    "remaja": (
        "remaja", "posyandu remaja", "siswa", "siswi", "pemuda", "pelajar", "pik r", "pikr",
        "genre", "catin",
        "narkoba", "nikah dini", "pernikahan dini",
    ),
    "lansia": ("lansia", "posyandu lansia"),
    "balita": ("balita", "bayi", "posyandu", "imunisasi", "paud", "batita", "baduta"),
    "kbalita": ("bkb", "ibu balita", "pmba", "mpasi", "asi", "dashat", "bina keluarga balita"),
    "kremaja": ("bkr", "orangtua remaja", "bina keluarga remaja"),
    "klansia": ("bkl", "bina keluarga lansia", "keluarga lansia"),
    "": ("kampung kb", "desa kb", "dinas kb"),
}  # fmt: skip

ROWS: Final = {"section": _SECTIONS, "inpres": _INPRES, "tag": _TAGS, "target": _TARGETS}
"""For each kind: the ids of ``bot.rules.lists`` with the words that point to them. The empty id
stands for words that point nowhere."""
