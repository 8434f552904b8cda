"""The words that reading one message rests on, as plain data, in their usual form (``words``)."""

from typing import Final

from bot.rules.hints import DEFAULT_HINTS
from bot.rules.words import REAL_WORDS, USUAL, Vocabulary, set_of

MALE: Final = set_of("bapak laki lelaki laki-laki lk men man male males fathers dads")
FEMALE: Final = set_of("ibu bumil perempuan pr siswi women woman female females mothers mums moms")
CHILDREN: Final = set_of(
    "anak bayi balita budak children child kids babies toddlers infants boys girls"
)
PEOPLE: Final = set_of(
    "peserta siswa remaja pemuda lansia pus akseptor orangtua kk people persons participants "
    "warga kader families elderly youths parents teenagers adolescents villagers residents"
)
MALE_TOO: Final = set_of("ayah pria cowok cowo atok kakek suami putra datuk akek wan")
FEMALE_TOO: Final = set_of(
    "wanita emak mak nek nenek istri isteri putri busui cewek cewe gadis mamak mama bunda "
    "janda ibuk umak"
)
CHILDREN_TOO: Final = set_of("batita baduta bocah balitanya kanak cucu santri")
PEOPLE_TOO: Final = set_of(
    "pelatih instruktur pendamping petugas penari pemain atlet pembina jamaah jemaah murid "
    "guru anggota tamu undangan pengurus petani nelayan pelajar mahasiswa bujang pemudi "
    "keluarga pengunjung pedagang tokoh penduduk penonton hadirin jompo catin masyarakat "
    "pasien pelaku pengajar relawan fasilitator members students pasangan panitia dayang"
)
"""Kinds the programme's list does not have: the nearest one, and asked back."""

KINDS: Final = {
    **dict.fromkeys(MALE | MALE_TOO, "male"),
    **dict.fromkeys(FEMALE | FEMALE_TOO, "female"),
    **dict.fromkeys(CHILDREN | CHILDREN_TOO, "children"),
    **dict.fromkeys(PEOPLE | PEOPLE_TOO, "people"),
}
SURE_KINDS: Final = MALE | FEMALE | CHILDREN | PEOPLE
UNITS: Final = set_of("orang jiwa kk pasang people persons couples pasangan")
COUPLES: Final = set_of("pasang couples pasangan")
DESCRIBES: Final = set_of(
    "hamil menyusui nifas yatim didik sekolah paud tk sd smp sma muda tua tani nelayan "
    "pengajian desa posyandu pkk bkb rumah tangga majlis kecil kecik putus jalanan "
    "disabilitas subur"
)
"""What follows a counted group and tells nothing more of its kind."""

ABOUT: Final = set_of(
    "sekitar kira kirakira kurleb lebih kurang hampir sekira perkiraan about around roughly kl"
)
TOTALS: Final = set_of("total jumlah totalnya jumlahnya semua keseluruhan semuanya")
CAME: Final = set_of(
    "hadir dihadiri diikuti datang ikut mengikuti yang ada sebanyak sejumlah terdiri dari "
    "cuma hanya oleh berjumlah dihadirin attended came sebanyak2nya"
)
"""Words between a group and its figure."""

PIECES: Final = set_of(
    "stand paket bibit pohon kotak dus bungkus kapsul porsi ekor lembar batang botol karung "
    "titik kg"
)
"""Things whose figure may stand behind them."""
NUMBERED: Final = set_of(
    "rt rw dusun no nomor jl jln jalan gang gg blok km lorong lingkungan kelas sdn smpn sman "
    "smkn min mtsn man tk sd smp sma smk mts tahap ke gelombang angkatan sesi semester "
    "triwulan tim pos posko seri volume bab uu pasal hut perda tahun puskesmas kelompok "
    "dasawisma kav kavling tps shift babak posbindu lantai ruang"
)
"""Words whose figure is a number, not a count."""

NAMED_FIGURE: Final = set_of(
    "haktp hpk muharam muharram safar syawal rajab ramadan ramadhan syaban rabiul zulhijah "
    "dzulhijjah jumadil zulkaidah syakban hijriah m h"
)
"""Words that make the figure before them a name."""

THINGS: Final = set_of(
    "paket bibit kapsul pohon buah kg kilo kotak dus liter meter unit kantong bungkus porsi "
    "ekor lembar batang botol butir polybag karung titik jam kali menit hari kelompok sesi "
    "tim set bal rumah km hektar ha eksemplar buku piring gelas karton sak kaleng pcs "
    "pasangan persen % stand jenis macam resep lubang tong ton ember keping dosis tablet "
    "strip gram cm mm bulan minggu tahun desa dusun rt rw posyandu sekolah kampung mobil "
    "motor perahu kamar meja kursi blok petak bidang produk nasi telur ayam kambing sapi "
    "kucing anjing kolam kartu akta berkas dokumen malam poster spanduk item lokasi tempat "
    "juta ribu rupiah ons box bok trash bag hal foto doorprize hadiah juara piala cabang"
)
HEADS: Final = set_of(
    "posyandu kelas pelayanan penyuluhan sosialisasi pelaksanaan imunisasi bagi pembagian "
    "dashat pembekalan bimbingan cek pemeriksaan penimbangan pengajian nganggung ibadah "
    "yasinan lomba belajar kunjungan literasi pelatihan uppka pemasaran pertemuan rakor rapat "
    "bkb bkr bkl senam adat latihan ceriak gotong kerja tanam bank musyawarah donor nonton "
    "pengobatan kumpul simulasi vaksin vaksinasi bersih bersihkan pembinaan arisan jemput "
    "kegiatan acara penanaman pendampingan monitoring monev evaluasi pendataan pembentukan "
    "pelantikan peringatan perayaan santunan bazar bazaar panen olah praktek praktik demo "
    "masak workshop seminar edukasi konseling skrining screening kampanye pawai jalan "
    "turnamen pentas festival zikir dzikir tabligh maulid isra tahlil tahlilan khitanan "
    "sunatan perbaikan pembangunan renovasi bedah pengecatan ngecat pemasangan penyerahan "
    "penyaluran pembuatan pengolahan produksi studi pendidikan les bimbel tpa fogging psn "
    "jumantik jentik pmt ttd kb suntik iud implan timbang ukur bulan sweeping rembuk "
    "deklarasi forum pik pikr genre ronda siskamling patroli pembibitan penghijauan sunat "
    "isbat perekaman pembukaan penutupan perlombaan verifikasi lokakarya bimtek kemah nimbang "
    "mewarnai mendongeng dongeng baca kerajinan anyaman menganyam jahit menjahit mangrove "
    "sampah selokan patbm pokja nikah lansia posbindu puspaga sekolah taman ceramah kajian "
    "buka bukber sahur tadarus sedekah kenduri syukuran selamatan tari tarian menari karnaval "
    "bakti diskusi dialog sarasehan temu kursus keterampilan budidaya ternak usaha sima "
    "penerimaan pengukuran pemberian pemantauan pencegahan penanganan pengenalan pengambilan "
    "upacara apel karya outbound wisata ziarah halal halalbihalal natal paskah misa kebaktian "
    "doa khataman hafalan peluncuran launching penataan pemilihan penyusunan pembersihan "
    "perkumpulan rakernas orientasi advokasi kie parenting konsultasi curhat konvoi razia "
    "sidak operasi pasar mancing bola voli futsal badminton catur sepeda sepakbola cegah stop "
    "bahaya pesta kampung rumah ngaji main bermain bagi2 berbagi nyuci cuci rias tata boga "
    "bikin buat perpustakaan training meeting cleanup cleaning planting visit class "
    "immunization community counseling counselling distribution celebration akta bersih2 "
    "pemeriksa antar bantu bantuan donasi khitan takziah sambang silaturahmi silaturahim "
    "anjangsana panggung hiburan nobar muatan mural cukur pangkas salon pijat potong menanam "
    "nanam"
)
"""What an activity's name usually begins with."""

TALK: Final = set_of(
    "rame ramai meriah seru sukses lancar alhamdulillah ngelakar katanya ujan hujan deras deres "
    "ikok ikuk cuma sudah selesai udah begitu gitu dong deh sih nih loh lho ya yaa iya ok oke "
    "siap mantap semangat tapi tetapi namun walaupun meski karena sambil jadi sekalian lanjut "
    "ngadain ngadakan adain kami la lah "
    "makanya pokoknya berjalan terlaksana dilaksanakan melaksanakan diadakan mengadakan "
    "diselenggarakan telah berlangsung dilakukan bertempat bu pak bunda min admin kak mbak mas "
    "bang gan kawan assalamualaikum assalamu'alaikum asalamualaikum ass wr wb waalaikumsalam "
    "wassalam salam selamat terima kasih makasih trims tks thx thanks thank you sekian demikian "
    "mohon izin ijin lapor laporan melaporkan dilaporkan tolong maaf hadir datang sebagai "
    "berikut berikutnya bertanya minta hub hubungi wa baik saja juga lagi memberi memberikan "
    "materi ngasih membuka menutup sambutan didampingi dibantu dihadiri diikuti narasumber "
    "pemateri nara sumber peserta terdiri yang ikut serta turut tadinya wib selanjutnya adapun "
    "dgn hormat kami warga2 here hi hello please report was were and the"
)
"""Not part of an activity's name: greetings, politeness, remarks."""

BEGINS_TALK: Final = set_of(
    "tetep tetap rame ramai meriah seru sukses lancar ngelakar katanya ujan hujan cuma sudah "
    "selesai dong deh sih nih tapi tetapi namun walaupun meski karena sambil sekalian makanya "
    "pokoknya berjalan terlaksana alhamdulillah bae saja ya hub hubungi minta dateng datang "
    "hadir makasih trims terima mohon hanya banyak pulang semoga insyaallah lumayan padahal "
    "soalnya yang"
)
"""What ends the name when it stands after it."""

PREPOSITIONS: Final = set_of(
    "di ke dari dengan sama bersama bareng oleh untuk pada dalam dan serta plus yang tentang "
    "bagi kepada ada ikut turut hadir dihadiri diikuti didampingi dibantu bantuan pakai pake "
    "memakai menggunakan via lewat atau antara by with from at in on for of and the"
)
CONTINUES: Final = set_of(
    "di ke tentang untuk bagi tema bertema dalam cegah kepada bahaya materi at"
)
"""A further part of the name may begin with one of these."""

QUESTION: Final = set_of(
    "bagaimana apakah kapan berapa apa kenapa mengapa siapa dimana nanya tanya cara boleh "
    "bisa minta jadi how when what why can kemana mana gimana where who"
)
NOT_DONE: Final = set_of("tidak belum batal bukan jangan gagal ditunda diundur")
WRONG: Final = set_of("salah ralat maksudnya koreksi maksud")

MONTHS: Final = {
    "jan": 1, "januari": 1, "january": 1, "feb": 2, "februari": 2, "pebruari": 2, "peb": 2,
    "february": 2, "mar": 3, "mrt": 3, "maret": 3, "march": 3, "apr": 4, "april": 4, "mei": 5,
    "may": 5, "jun": 6, "juni": 6, "june": 6, "jul": 7, "juli": 7, "july": 7, "agu": 8, "ags": 8,
    "agt": 8, "agst": 8, "agustus": 8, "agus": 8, "aug": 8, "august": 8, "sep": 9, "sept": 9,
    "september": 9, "okt": 10, "oktober": 10, "oct": 10, "october": 10, "nov": 11, "november": 11,
    "nopember": 11, "nop": 11, "novemeber": 11, "des": 12, "desember": 12, "dec": 12,
    "december": 12, "febuari": 2, "pebuari": 2,
}  # fmt: skip
WEEKDAYS: Final = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "sabtu": 5, "minggu": 6, "ahad": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6, "sunday's": 6, "jum": 4,
}  # fmt: skip
DAY_PARTS: Final = set_of(
    "pagi siang sore malam petang subuh tadi morning evening afternoon night noon midday"
)

PLACE_NOUNS: Final = set_of(
    "balai kantor lapangan pantai gedung aula rumah masjid dusun desa gereja"
)

FIXED: Final = Vocabulary(
    (
        one
        for one in HEADS | set(KINDS) | set(WEEKDAYS) | set(MONTHS) | {"kemarin", "puskesmas",
            "bhabinkamtibmas", "babinsa", "kesehatan", "pendidikan", "pertanian", "perikanan",
            "swadaya", "polsek", "koperasi", "pariwisata", "perdagangan", "perindustrian", "royong",
            "orangtua", "bersama", "pernikahan", "pemuda", "masyarakat", "provinsi", "kabupaten",
            "kekerasan", "narkoba", "kelahiran", "stunting", "peserta", "keluarga"}
        if len(one) >= 6 and one.isalpha()
    ),
    REAL_WORDS | HEADS | KINDS.keys() | PREPOSITIONS | TALK | CAME | ABOUT | DAY_PARTS | THINGS
    | TOTALS
    | NUMBERED | DESCRIBES | WEEKDAYS.keys() | MONTHS.keys() | USUAL,
)  # fmt: skip
"""Words a slip of one letter is put right for."""

HINT_WORDS: Final = DEFAULT_HINTS.vocabulary
