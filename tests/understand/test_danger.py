"""A person in danger is told from prevention work; when in doubt, the bot asks."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.danger import danger_in

DATA = Path(__file__).parents[1] / "data"
CORPUS = DATA / "kader_sentences.jsonl"
TOLD = (DATA / "danger_told.txt").read_text(encoding="utf-8").splitlines()
"""People in danger in everyday words, written before the bot read them."""
ORDINARY = (DATA / "danger_ordinary.txt").read_text(encoding="utf-8").splitlines()
"""Activities of children, marriage, sports, hospitals and courts, written likewise."""

IN_DANGER = (
    "tolong bu ada anak tetangga dipukuli bapaknya tiap malam skrg nangis di rumah sy",
    "anak 15 th mau dinikahkan bulan depan sm orang tuanya gmn ya bu",
    "suami sy mukul lagi semalam sy takut pulang",
    "Korban berinisial S, 14 tahun",
    "siswi smp dicabuli gurunya",
    "anak kelas 5 SD dicabuli pamannya kmrn",
    "ada budak diperkosa di kebun sawit",
    "budak 13 taun nak dikawinkan minggu depan",
    "budak tetangge dipukol bapaknye tiap ari",
    "keponakan saya dilecehkan gurunya",
    "ada remaja hamil 16 tahun di RT 3",
    "siswi SMP hamil, takut bilang orang tuanya",
    "anak SMA hamil di luar nikah di dusun 2",
    "Ani (14) hamil 3 bulan",
    "bayi ditinggal ibunya di teras masjid",
    "anak tidak diurus orang tuanya, sering kelaparan",
    "balita dikurung sendirian di rumah",
    "anak mau bunuh diri",
    "remaja 17 th nyoba gantung diri semalam",
    "siswi nyilet tangan di kamar mandi sekolah",
    "istri dianiaya suaminya sampai lebam",
    "KDRT di rumah tetangga, suaminya ngamuk",
    "Pendampingan korban kekerasan anak inisial R",
    "Pendampingan anak korban pencabulan",
    "Kunjungan ke korban kekerasan seksual dusun 2",
    "kasus kekerasan anak di RT 03",
    "terjadi pelecehan thd siswi kelas 6",
    "Rapat PATBM bahas anak kelas 5 dicabuli pamannya",
    "Rapat PATBM bahas kasus anak 14 tahun hamil",
    "Sosialisasi kekerasan, korban inisial R 14 tahun ikut hadir",
    "Mediasi kasus pencabulan anak",
    "gadis 16 tahun mau nikah siri sama pacarnya",
    "anak pak Budi umur 15 tahun akan menikah bulan depan",
    "murid kelas 8 mau kawin",
    "adik saya ditampar ayah tiri",
    "anaknya disiksa emak tirinya",
    "anak dibully temannya sampai tidak mau sekolah",
    "anak dijual ke kota",
    "anak kabur dari rumah karena dipukul",
    "my neighbour beats his child every night",
    "a girl was raped in our village",
    "SISWI DISETUBUHI PACARNYA",
    "anak dipukulin trs sm bpknya",
    "anak dicabulli tetangga",
    "bocah 7 tahun luka-luka dipukul ayahnya",
    "ibu rumah tangga diancam suaminya pakai parang",
    "posyandu melati kmrn 25 ibu, ada anak 14 th hamil",
    "Kerja bakti. Tadi ada anak dipukuli bapaknya",
    "budak miak dihamili bujang kampung sebelah",
    "anak yatim ditelantarkan pamannya",
    "ada yg nyebar foto telanjang anak SMP",
    "anak dipaksa ngemis sama orang tuanya",
    "anak sy dicubit guru sampe memar",
    "ade budak dak diurus mak e",
    "tetangga saya sering dipukul suaminya",
    "sudah 3 hari anak itu tidak makan ditinggal ibunya kerja",
    "pak RT cerita ada anak umur 12 tahun disuruh kerja di tambang timah",
    "anak SD kerja nambang TI tidak sekolah",
    "kawin paksa anak pak RT umur 16",
    "besok ada nikahan anak kelas 2 smp",
    "perempuan 17 thn dipaksa nikah oleh bapaknya",
    "cucu nek Minah dicabuli",
    "temen saya mau mati aja katanya",
    "aku capek pengen mati",
    "saya dipukuli suami",
    "sy korban kdrt",
    "anak tetangga ditelanjangin",
    "ada anak hilang",
    "remaja 15 th melahirkan di rumah",
    "guru ngaji mencabuli murid",
    "ada laporan kekerasan seksual di sekolah",
    "nikah dini anak pak budi kelas 9",
    "pernikahan dini di dusun 3, perempuan 15 th",
    "anak berinisial AB dianiaya",
    "orang tua pukul anaknya pake sapu",
    "Posyandu kemarin, ibu Ani wajahnya lebam dipukul suami",
    "kunjungan rumah anak korban kekerasan dusun 2",
    "anak 10 tahun disiksa ibu tiri, PATBM kunjungi",
    "konseling siswi hamil kelas 9",
    "budak umur 16 lah hamil 4 bulan",
    "mak e mukul budak tu tiap ari",
    "anak di bawah umur dinikahkan siri kemarin",
    "gadis belasan tahun dijual ke kafe",
    "bayi dibuang di semak",
    "R (15) dicabuli bapak tirinya",
    "saya diancam mantan pacar foto disebar",
    "istri tetangga babak belur",
    "anak kami diculik",
    "anak sering ditinggal sendirian ibunya jadi TKW",
    "ada anak dirantai",
    "keponakan saya diperlakukan tidak senonoh",
    "pelecehan oleh guru terhadap murid SD",
    "anak dipegang-pegang kakeknya",
    "budak bini 14 taun nak kawin",
)

PREVENTION_WORK = (
    "Sosialisasi pencegahan kekerasan",
    "Penyuluhan nikah dini usia 15-19 tahun",
    "Rapat PATBM bahas anak putus sekolah",
    "Sosialisasi stop kekerasan terhadap perempuan dan anak",
    "Sosialisasi PATBM cegah kekerasan anak",
    "Penyuluhan pernikahan dini di SMPN 2 Koba",
    "Kampanye 16 HAKTP stop KDRT",
    "Edukasi bahaya pelecehan seksual untuk siswa SD",
    "Penyuluhan anti bullying di sekolah",
    "Rapat koordinasi penanganan kasus kekerasan",
    "Pelatihan aktivis PATBM penanganan korban",
    "Sosialisasi usia nikah minimal 19 tahun",
    "Sosialisasi UU perkawinan anak di bawah 19 tahun",
    "Penyuluhan cegah bunuh diri pada remaja",
    "Nonton bareng film stop perkawinan anak",
    "Lomba poster cegah perkawinan anak usia 13-18 tahun",
    "Kelas ibu hamil 12 orang",
    "Cek kehamilan ibu hamil",
    "Penyuluhan hamil sehat untuk remaja putri",
    "Bantuan korban banjir dusun 2",
    "Bagi sembako korban kebakaran",
    "Santunan anak yatim dan terlantar",
    "Imunisasi anak usia 9 bulan",
    "Posyandu balita umur 5 tahun",
    "Bimbingan calon pengantin 5 pasang",
    "Skrining catin mau nikah bersama KUA",
    "Penyuluhan bahaya narkoba untuk remaja",
    "Kunjungan lansia sebatang kara",
    "Pembinaan anak putus sekolah",
    "Pertemuan BKR orang tua remaja",
    "Pemberian TTD untuk siswi SMPN 2",
    "Lomba mewarnai anak TK usia 5 tahun",
    "Pola asuh tanpa kekerasan untuk orang tua",
    "Pelatihan usaha kue ibu-ibu",
    "Sidang isbat nikah terpadu",
    "Resepsi nikahan warga",
    "Simulasi korban gempa di sekolah",
    "Senam lansia, ada yang umur 70 tahun",
    "Pengajian tema anak jangan dipukul",
    "Parenting: anak jangan dipukul",
    "Kerja bakti, anak-anak ikut",
    "Gotong royong bedah rumah Nek Aminah",
    "Pendataan anak tidak sekolah",
    "Sosialisasi TPPO dan perdagangan orang",
    "Pembentukan forum anak desa",
    "Peringatan Hari Anak Nasional",
    "Sosialisasi SAPA 129",
    "Pembuatan akta kelahiran anak",
    "Vaksin anjing dan kucing",
    "Lomba balap karung anak, ada yang nangis",
    "Pelayanan KB 25 akseptor, dana desa",
    "Pemeriksaan ibu hamil 12 orang dan anak 9",
    "Kelas ibu hamil anak kelas 3",
    "Rapat kasus stunting",
    "Rembuk stunting kasus balita gizi buruk",
    "Pendampingan balita stunting",
    "Kunjungan rumah balita gizi buruk umur 14 bulan",
    "Penyuluhan kb untuk pus usia 20 tahun",
    "Kunjungan bayi baru lahir",
    "Pelatihan pemulasaraan jenazah",
    "Jenguk anak sakit",
    "Pertemuan PIK-R materi triad KRR hamil di luar nikah",
    "Diskusi remaja tentang bullying",
    "Nobar film KDRT",
    "Sosialisasi perlindungan anak korban kekerasan",
    "Kelas ibu hamil dan menyusui, anak 5 tahun ikut",
    "Posyandu remaja usia 10-18 tahun",
    "Penyuluhan TTD siswi umur 15 tahun",
    "Imunisasi HPV siswi kelas 5 SD",
    "Khitanan massal anak",
    "Lomba puisi anak usia 12 tahun",
    "Lomba 17an panjat pinang, tarik tambang",
    "Pembekalan catin usia 19 tahun",
    "Bimbingan pranikah remaja usia nikah",
    "nikah dini smpn 2 kemarin 20 siswa",
    "Rapat pendewasaan usia perkawinan",
    "Kunjungan anak stunting dusun 2 umur 3 tahun",
    "PATBM kunjungan rumah anak putus sekolah",
    "Santunan istri nelayan yang suaminya meninggal",
    "kemah pramuka siswa kelas 6",
    "Pelantikan duta genre putri",
    "Hasil panen dijual ibu UPPKA ke pasar",
    "Sampah dibuang anak-anak ke bank sampah",
    "Nikah massal 10 pasang",
    "Arisan ibu-ibu di rumah Bu Ani, anak nangis semua",
    "Kunjungan ke panti asuhan anak",
    "Ibu hamil KEK 3 orang dapat PMT",
    "Penyuluhan kehamilan remaja SMP",
    "Posyandu melati kmrn 3 ibu melahirkan",
    "Khataman anak TPA, tasmi",
    "Rapat KPAD kasus anak",
    "Sosialisasi Perkawinan anak kepada 30 siswa kelas 8 SMP",
    "Bedah buku kekerasan",
    "Akad nikah anak pak lurah",
    "Lomba balita diikuti 20 anak",
    "Anak anak dilibatkan tanam pohon",
    "Pembagian buku, anak senang",
)


@pytest.mark.parametrize("text", [*IN_DANGER, *TOLD])
def test_a_person_in_danger_is_not_missed(text: str) -> None:
    assert danger_in(text)
    assert danger_in(text.upper())


@pytest.mark.parametrize("text", [*PREVENTION_WORK, *ORDINARY])
def test_prevention_and_ordinary_work_pass(text: str) -> None:
    assert not danger_in(text)
    assert not danger_in(text.upper())


def test_no_report_of_the_corpus_is_taken_for_danger() -> None:
    rows = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    reports = [row for row in rows if row["expect"] is not None]
    assert [row["id"] for row in reports if danger_in(row["text"])] == []
    assert [row["id"] for row in reports if danger_in(row["expect"]["title"] or "")] == []


NOT_CLEARED = (
    "kmrn waktu pengajian anak laki2 8 th ngaku dipegang2 kemaluannya oleh guru ngajinya",
    "Penyuluhan kemarin, ada siswi ngaku diraba gurunya",
    "waktu lomba 17an ada anak dipukuli bapaknya",
    "habis sosialisasi ada murid curhat disuruh buka baju sama om nya",
)


@pytest.mark.parametrize("text", NOT_CLEARED)
def test_what_somebody_told_at_an_activity_is_not_covered_by_it(text: str) -> None:
    assert danger_in(text)


HARMLESS_WORDS = (
    "Anak memukul gong tanda pembukaan",
    "Pukul sembilan anak-anak kumpul",
    "Jalan sehat lansia telanjang kaki",
    "Arisan digilir tiap bulan antar ibu",
    "ada siswa 40 orang ikut sosialisasi bullying",
    "cuci tangan pakai sabun, ada anak TK juga",
    "Pendataan jenis kelamin bayi",
    "Kunjungan lansia yang tinggal sendiri di rumah",
    "kemah: anak tidur di lantai aula",
    "Kas dipegang bendahara, ibu-ibu setuju",
)


@pytest.mark.parametrize("text", HARMLESS_WORDS)
def test_words_of_harm_that_harm_nobody_pass(text: str) -> None:
    assert not danger_in(text)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("anaknya di cabuli tetangga", "anaknya dicabuli tetangga"),
        ("anak d pukuli ayahnya", "anak dipukuli ayahnya"),
        ("anak itu dipegang2 om nya", "anak itu dipegang-pegang om nya"),
        ("anak itu dipegang pegang om nya", "anak itu dipegang-pegang om nya"),
        ("gadis itu diperkaos", "gadis itu diperkosa"),
    ],
)
def test_a_sign_is_seen_as_people_type_it(typed: str, plain: str) -> None:
    assert danger_in(plain)
    assert danger_in(typed)


@given(st.text(max_size=4096))
def test_any_text_is_answered(text: str) -> None:
    assert danger_in(text) in (True, False)
