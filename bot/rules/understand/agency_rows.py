"""Names of agencies and funds as people write them, as plain data: id → phrases."""

from typing import Final

from bot.rules.words import set_of

AGENCIES: Final = {
    "hubung": ("dishub", "dinas perhubungan", "perhubungan"),
    "ikan": (
        "dinas kelautan dan perikanan", "dinas kelautan", "dinas perikanan", "dkp",
        "kelautan dan perikanan", "penyuluh perikanan",
    ),
    "wisata": (
        "dinas pariwisata", "dispar", "disbudpar", "dinas pariwisata dan kebudayaan", "disparbud",
        "dinas kebudayaan",
    ),
    "esdm": ("esdm", "dinas esdm", "dinas pertambangan"),
    "capil": (
        "dukcapil", "dinas dukcapil", "dinas capil", "dinas kependudukan",
        "dinas kependudukan dan pencatatan sipil", "catatan sipil", "disdukcapil",
    ),
    "tnipol": (
        "polsek", "polres", "polri", "polisi", "polda", "babinsa", "bhabinkamtibmas",
        "babinkamtibmas", "babhinkamtibmas", "bhabin", "koramil", "tni", "kodim", "danramil",
        "kapolsek", "kapolres", "dandim", "polwan", "satlantas", "tni polri", "tni/polri",
        "babin", "bhabinsa", "lanal", "polair", "polairud", "bimmas", "binmas", "police", "army",
        "soldiers", "tentara", "kamtibmas",
    ),
    "kumham": ("kemenkumham", "kumham", "kanwil kemenkumham", "lapas", "rutan", "bapas"),
    "kominfo": (
        "kominfo", "diskominfo", "dinas kominfo", "dinas komunikasi dan informatika",
        "dinas komunikasi",
    ),
    "koperasi": (
        "dinas koperasi", "cooperative office", "dinkop", "diskop", "diskopukm", "dinkopukm",
        "dinas umkm", "dinas koperasi dan ukm", "dinas koperasi ukm", "dinas koperasi dan umkm",
        "dinas koperasi umkm",
    ),
    "industri": (
        "dinas perindustrian", "disperin", "perindustrian", "disperindag",
        "dinas perindustrian dan perdagangan", "deperindag",
    ),
    "dagang": ("dinas perdagangan", "disdag", "perdagangan"),
    "tani": (
        "dinas pertanian", "agriculture office", "ppl", "penyuluh pertanian", "distan",
        "dispertan", "distanbun", "dinas perkebunan", "dinas pertanian dan perkebunan",
        "penyuluh tani", "bpp", "distangan",
    ),
    "naker": ("disnaker", "dinas tenaga kerja", "disnakertrans", "dinas ketenagakerjaan", "blk"),
    "pupr": (
        "dinas pupr", "pupr", "dinas pu", "dinas pekerjaan umum", "pupera", "dpupr", "disperkim",
    ),
    "hutan": (
        "dlh", "dinas lingkungan hidup", "dinas lh", "dinas kehutanan", "dlhk", "kph",
        "dinas kehutanan dan lh", "dinas kehutanan dan lingkungan hidup", "blh", "dishut",
    ),
    "marga": (
        "bina marga", "dinas bina marga", "dinas penataan ruang", "bina marga dan penataan ruang",
    ),
    "kemenag": (
        "kua", "religious affairs office", "kemenag", "kantor urusan agama", "penyuluh agama",
        "kankemenag", "kementerian agama", "depag", "kantor kemenag", "penghulu",
    ),
    "sehat": ("dinkes", "dinas kesehatan", "health office", "diskes", "dkk"),
    "sosial": (
        "dinsos", "dinas sosial", "social office", "tksk", "pendamping pkh", "kemensos",
        "dinsospmd",
    ),
    "pppa": (
        "dp3acskb", "dp3a", "dp3ap2kb", "uptd ppa", "upt ppa", "p2tp2a", "puspaga", "dinas pppa",
        "dinas ppa", "dinas p3a", "kemenpppa", "dinas pemberdayaan perempuan",
    ),
    "didik": (
        "disdik", "dinas pendidikan", "education office", "dindik", "dikbud", "disdikbud",
        "diknas", "dispendik", "dinas pendidikan dan kebudayaan", "dindikbud",
        "korwil pendidikan",
    ),
    "pora": (
        "dispora", "dinas pemuda dan olahraga", "dinas pemuda", "disporapar", "dinas olahraga",
    ),
    "pmd": (
        "dpmd", "dinas pmd", "pmd", "dinpmd", "dinas pemberdayaan masyarakat",
        "dinas pemberdayaan masyarakat desa", "dinas pemberdayaan masyarakat dan desa", "dpmpd",
        "dispermades",
    ),
    "pemda": (
        "camat", "sekcam", "pihak kecamatan", "pemerintah kecamatan", "bupati", "wabup",
        "wakil bupati", "sekda", "bappeda", "bapeda", "pemkab", "pemkot", "pemprov", "gubernur",
        "walikota", "wali kota", "pemda", "staf kecamatan", "orang kecamatan", "satpol pp",
        "kesbangpol", "petugas kecamatan", "tim kecamatan",
    ),
    "opdkb": (
        "plkb", "pkb", "dp2kbp3a", "dppkb", "dp2kb", "dppkbp3a", "dinas kb", "opd kb",
        "dinas pengendalian penduduk", "penyuluh kb", "dinas pengendalian penduduk dan kb",
        "dppkbpppa", "petugas kb", "dalduk", "dalduk kb", "kantor kb", "balai penyuluh kb",
        "dp3akb", "bpppakb",
    ),
    "desa": (
        "kades", "pemdes", "kepala desa", "pemerintah desa", "perangkat desa", "aparat desa",
        "aparatur desa", "lurah", "pemerintahan desa", "pihak desa", "pihak kelurahan", "sekdes",
        "staf desa", "kaur desa", "pemerintah kelurahan", "staf kelurahan", "pj kades",
        "kasi kesra", "perangkat kelurahan", "orang desa", "petugas desa", "kaur", "village head",
        "village government",
    ),
    "pkm": (
        "puskesmas", "bidan desa", "bidan", "pustu", "bides", "poskesdes", "polindes",
        "tenaga kesehatan", "nakes", "petugas kesehatan", "tim puskesmas", "petugas puskesmas",
        "petugas gizi", "ahli gizi", "dokter puskesmas", "midwife", "health center",
        "health centre", "bidan puskesmas", "perawat desa", "perawat", "nutrisionis", "bikor",
        "poskeskel", "mantri", "jurim",
    ),
    "rs": ("rsud", "rumah sakit", "rs", "klinik", "rsia", "hospital", "rsj"),
    "bps": ("bps", "badan pusat statistik"),
    "bkkbn": ("bkkbn", "perwakilan bkkbn", "kemendukbangga", "kemendukbangga/bkkbn"),
    "pangan": ("dinas ketahanan pangan", "ketahanan pangan", "dinas pangan", "dkpp"),
    "ternak": (
        "dinas peternakan", "peternakan", "dinas peternakan dan keswan", "disnak", "keswan",
        "disnakkeswan", "puskeswan", "dokter hewan", "dinas peternakan dan kesehatan hewan",
    ),
    "bumn": (
        "pln", "pertamina", "telkom", "pdam", "bumn", "bumd", "pegadaian", "pnm", "pelindo",
        "pt timah", "pt pos", "bank sumsel babel", "bank sumsel", "bank bri", "bri", "bni",
        "bank bni", "bank mandiri", "btn", "bank syariah indonesia", "bsi", "pos indonesia",
        "bulog", "pt pln", "pt pertamina", "pt telkom",
    ),
    "komkb": ("komponen masyarakat kampung kb",),
    "lemdik": (
        "ubb", "unmuh babel", "poltekkes", "polman", "polmanbabel", "iain", "stikes",
        "politeknik", "mahasiswa kkn", "kkn ubb", "kkn", "dosen",
    ),
    "other:PKK": ("pkk", "tp pkk", "tim penggerak pkk", "kader pkk", "pengurus pkk"),
    "other:Karang Taruna": ("karang taruna", "karangtaruna", "katar", "kartar"),
    "other:BPD": ("bpd",),
    "other:BPBD": ("bpbd",),
    "other:BNN": ("bnn", "bnnk", "bnnp"),
    "other:PMI": ("pmi",),
    "other:BAZNAS": ("baznas",),
    "other:KPA": ("kpa",),
    "other:BMKG": ("bmkg",),
    "other:Basarnas": ("basarnas", "sar"),
    "other:Damkar": ("damkar", "pemadam kebakaran"),
    "other:Pramuka": ("pramuka", "kwarran", "kwarcab"),
    "other:Linmas": ("linmas", "hansip"),
    "other:LPM": ("lpm",),
    "other:BUMDes": ("bumdes", "bumdesa"),
    "other:Tagana": ("tagana",),
    "other:BPJS": ("bpjs", "bpjs kesehatan"),
    "other:BPOM": ("bpom", "balai pom"),
    "other:Kejaksaan": ("kejaksaan", "kejari"),
    "other:Pengadilan Agama": ("pengadilan agama",),
    "other:DPRD": ("dprd", "anggota dprd"),
    "other:Bawaslu": ("bawaslu",),
    "other:KPU": ("kpu",),
    "other:MUI": ("mui",),
    "other:NU": ("nu",),
    "other:Muslimat NU": ("muslimat nu", "muslimat"),
    "other:Fatayat NU": ("fatayat nu", "fatayat"),
    "other:Aisyiyah": ("aisyiyah", "aisyiah", "aisiyah"),
    "other:Muhammadiyah": ("muhammadiyah",),
    "other:IBI": ("ibi",),
    "other:Bhayangkari": ("bhayangkari",),
    "other:Persit": ("persit",),
    "other:Dharma Wanita": ("dharma wanita",),
    "other:Forum Anak": ("forum anak",),
    "other:Pokdarwis": ("pokdarwis",),
    "other:Gapoktan": ("gapoktan",),
    "other:KPAD": ("kpad",),
    "other:GOW": ("gow",),
    "other:BKMT": ("bkmt",),
    "other:Perpusda": ("perpusda",),
    "other:Dinas Perpustakaan": ("dinas perpustakaan", "dinas perpustakaan dan arsip"),
    "": ("desa wisata", "kampung kb"),
}  # fmt: skip
"""The empty id: words that look like an agency and are none."""

UNSURE: Final = set_of(
    "camat plkb pkb dp3acskb disperindag tksk kkn dosen kaur perawat mantri nakes penghulu "
    "puspaga sekcam pramuka"
)
"""Words the agency of which is a reading of ours (or of somebody who holds two)."""

PERSONS: Final = set_of(
    "kades lurah camat bupati sekda kapolsek danramil babinsa bhabinkamtibmas babinkamtibmas "
    "bidan gubernur walikota polisi ppl plkb pkb sekdes sekcam wabup penghulu perawat mantri "
    "dosen dokter kapolres dandim bides babin bhabin babhinkamtibmas kaur kepala penyuluh "
    "wakil wali"
)
SCHOOLS: Final = set_of(
    "sd sdn smp smpn sma sman smk smkn mi min mts mtsn ma man tk paud tka slb universitas "
    "univ kampus pesantren ponpes pondok madrasah stai ra tpa tpq"
)
NAMED_ONLY: Final = set_of("mi ma man min ra tpa kampus pondok tpq")

FUNDS: Final = {
    "apbn": ("apbn", "dana apbn", "dana alokasi khusus"),
    "apbdp": (
        "apbd provinsi", "apbd prov", "apbd propinsi", "apbd prop", "apbd babel", "apbd i",
        "apbdp",
    ),
    "apbdk": (
        "apbd kabupaten/kota", "apbd kab/kota", "apbd kabupaten", "apbd kab", "apbd kota",
        "apbdk", "apbd ii", "apbd bangka", "apbd bateng", "apbd basel", "apbd babar",
        "apbd beltim", "apbd belitung", "apbd kab bangka", "apbd pangkalpinang",
    ),
    "dd": (
        "dana desa/add", "dana desa", "dd", "add", "apbdes", "apbdesa", "apb desa",
        "alokasi dana desa", "dd/add", "dana dd", "danadesa", "anggaran desa", "dades",
        "village fund", "village funds", "dana dari desa", "uang desa", "kas desa",
    ),
    "csr": ("csr",),
    "swadaya": (
        "self funded", "self - funded", "swadaya masyarakat", "swadaya warga", "swadaya murni",
        "swadaya", "iuran warga", "iuran masyarakat", "iuran", "iuran anggota", "iuran bersama",
        "iuran ibu",
    ),
    "other:BOK": ("bok", "dana bok"),
    "other:BOS": ("dana bos", "bos"),
    "other:BOKB": ("bokb", "dana bokb"),
    "other:PNPM": ("pnpm",),
    "other:donatur": ("donatur", "para donatur", "dana donatur", "bantuan donatur"),
    "other:kas masjid": ("kas masjid", "dana kas masjid", "uang kas masjid"),
    "other:kas mushola": ("kas mushola", "kas musholla", "kas surau", "kas langgar"),
    "other:kas gereja": ("kas gereja", "dana kas gereja"),
    "other:kas RT": ("kas rt", "uang kas rt", "dana kas rt"),
    "?": (
        "apbd", "infak", "infaq", "sedekah warga", "donasi", "patungan", "sumbangan",
        "sumbangan warga", "urunan", "infak masjid", "hibah", "sponsor", "kas", "uang kas",
        "dana kas",
    ),
}  # fmt: skip
"""``?``: a fund that may be one of several, or is in no list: asked about, none taken."""
