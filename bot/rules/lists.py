"""The programme's lists: sections, target groups, agencies and funds, as people know them.

Ids are kept in the database and never change; labels follow the programme's names.
"""

from bot.forms.context import Option
from bot.forms.values import Plain


def _options(*pairs: tuple[str, str]) -> tuple[Option, ...]:
    return tuple(Option(key, Plain(label)) for key, label in pairs)


SECTIONS = _options(
    ("agama", "Keagamaan"),
    ("didik", "Pendidikan"),
    ("repro", "Reproduksi"),
    ("ekonomi", "Ekonomi"),
    ("lindung", "Perlindungan"),
    ("kasih", "Kasih Sayang"),
    ("sosbud", "Sosial Budaya"),
    ("lingkung", "Pembinaan Lingkungan"),
    ("lain", "Lainnya"),
)

TARGET_GROUPS = _options(
    ("semua", "Seluruh Penduduk"),
    ("pus", "PUS"),
    ("remaja", "Remaja"),
    ("lansia", "Lansia"),
    ("balita", "Balita"),
    ("kbalita", "Keluarga yang memiliki Balita"),
    ("kremaja", "Keluarga yang memiliki Remaja"),
    ("klansia", "Keluarga yang memiliki Lansia"),
)

AGENCIES = _options(
    ("hubung", "Dinas Perhubungan"),
    ("ikan", "Kelautan dan Perikanan"),
    ("wisata", "Pariwisata"),
    ("esdm", "ESDM"),
    ("capil", "Dukcapil"),
    ("tnipol", "TNI–POLRI"),
    ("kumham", "Kanwil Kemenkumham"),
    ("kominfo", "Kominfo"),
    ("bumn", "BUMN dan BUMD"),
    ("koperasi", "Koperasi"),
    ("industri", "Perindustrian"),
    ("dagang", "Perdagangan"),
    ("tani", "Pertanian"),
    ("naker", "Ketenagakerjaan"),
    ("pupr", "PUPR"),
    ("hutan", "Kehutanan dan LH"),
    ("marga", "Bina Marga dan Penataan Ruang"),
    ("kemenag", "Kanwil Kemenag"),
    ("sehat", "Kesehatan"),
    ("sosial", "Sosial"),
    ("pppa", "PP dan PA"),
    ("didik", "Pendidikan"),
    ("pora", "Pemuda dan Olahraga"),
    ("pmd", "PMD"),
    ("pemda", "Pemerintahan Daerah"),
    ("opdkb", "OPD Pengendalian Penduduk dan KB"),
    ("desa", "Pemerintahan Desa/Lurah"),
    ("lemdik", "Lembaga Pendidikan"),
    ("swasta", "Swasta/Perusahaan"),
    ("pkm", "Puskesmas"),
    ("rs", "Rumah Sakit/Klinik"),
    ("komkb", "Komponen Masyarakat Kampung KB"),
    ("bps", "BPS"),
    ("bkkbn", "Perwakilan BKKBN"),
    ("pangan", "Ketahanan Pangan"),
    ("ternak", "Peternakan dan Keswan"),
)
"""36 named ones; the 37th is "Lainnya" with its own words, which the form adds."""

FUNDING = _options(
    ("apbn", "APBN"),
    ("apbdp", "APBD Provinsi"),
    ("apbdk", "APBD Kab/Kota"),
    ("dd", "Dana Desa/ADD"),
    ("csr", "CSR"),
    ("swadaya", "Swadaya Masyarakat"),
)

INPRES = _options(
    ("a-data", "Rumah DataKu"),
    ("a-capil", "Pelayanan adminduk"),
    ("b-germas", "Germas"),
    ("b-pispk", "PIS-PK"),
    ("b-bkb", "BKB"),
    ("b-bkr", "BKR"),
    ("b-bkl", "BKL"),
    ("b-pikr", "PIK-R"),
    ("b-kie", "KIE kespro/KB"),
    ("b-catin", "Bimbingan catin"),
    ("b-agama", "Penyuluhan agama"),
    ("b-aman", "KIE pencegahan kekerasan perempuan & anak"),
    ("b-asi", "ASI/PMBA"),
    ("b-rokok", "Kawasan tanpa rokok"),
    ("c1-kb", "KB/kespro"),
    ("c1-pos", "Posyandu"),
    ("c1-bumil", "Kelas ibu hamil"),
    ("c2-catin", "Skrining catin"),
    ("c2-anc", "ANC"),
    ("c2-ttd", "TTD"),
    ("c2-pmt", "PMT"),
    ("c2-bal", "Pantau balita"),
    ("c2-dash", "DASHAT"),
    ("c2-kbps", "KB pascasalin"),
    ("c3-paud", "PAUD"),
    ("c3-wajar", "Wajib belajar"),
    ("c3-baca", "Literasi"),
    ("c4-jamin", "Jaminan sosial"),
    ("c5-modal", "Permodalan"),
    ("c5-latih", "Pelatihan usaha"),
    ("c5-pasar", "Pemasaran"),
    ("d-stbm", "STBM"),
    ("d-rumah", "Rumah layak"),
    ("d-jentik", "Jumantik"),
    ("d-gotong", "Gotong royong"),
    ("lain", "Lainnya"),
)
"""Programmes of Inpres 3/2022 that the national Kampung KB site asks for, one an activity. What
stands before the dash is the group: A data, B behaviour, C1 to C5 services, D environment."""

TAGS = _options(
    ("patbm", "PATBM"),
    ("ir", "Industri Rumahan"),
    ("kawin", "Perkawinan anak"),
    ("stunting", "Stunting"),
    ("akta", "Akta kelahiran"),
    ("lintas", "Lintas sektor"),
)
"""What CIKAR itself looks for in an activity."""

PROBLEMS = _options(
    ("kawin", "Perkawinan anak"),
    ("stunting", "Stunting"),
    ("keras", "Kekerasan"),
    ("putus", "Putus sekolah"),
    ("cerai", "Perceraian"),
    ("akta", "Akta kelahiran"),
    ("kb", "KB"),
    ("ekonomi", "Ekonomi"),
    ("lingkung", "Lingkungan"),
    ("lain", "Lainnya"),
)

CHILD_PROBLEMS = frozenset({"kawin", "keras", "putus"})
"""Problems told by a choice at village level only: no words, no evidence, no number under five."""

AGE_BANDS = _options(
    ("0-5", "0–5 tahun"),
    ("6-12", "6–12 tahun"),
    ("13-17", "13–17 tahun"),
    ("18-24", "18–24 tahun"),
    ("25-44", "25–44 tahun"),
    ("45-59", "45–59 tahun"),
    ("60+", "60 tahun ke atas"),
)

VIOLENCE = _options(
    ("fisik", "Fisik"),
    ("psikis", "Psikis"),
    ("seksual", "Seksual"),
    ("eksploit", "Eksploitasi"),
    ("traffick", "Trafficking"),
    ("lantar", "Penelantaran"),
    ("kawin", "Perkawinan anak"),
    ("lain", "Lainnya"),
)
"""Bentuk kekerasan of SIMFONI PPA, with the tag perkawinan anak used in Babel."""


def label_of(options: tuple[Option, ...], key: str) -> str:
    """The label of an id; words of people's own (of "Lainnya") stand for themselves."""
    for option in options:
        if option.id == key and isinstance(option.label, Plain):
            return option.label.text
    return key
