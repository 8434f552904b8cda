"""The words by which ``bot.rules.danger`` tells a particular person in danger from prevention work,
as plain data: Indonesian, Bangka and some English. Words are in their usual form (``words``)."""

from typing import Final

from bot.rules.words import set_of

HARMED: Final = set_of(
    "dipukul dipukuli dipukulin dipukulnya digebuk digebuki digebukin dianiaya disiksa ditampar "
    "ditampari ditendang ditendangi dibanting dicekik dicambuk disabet dilibas dibelasah "
    "ditunjang dijambak disundut ditusuk dibacok disiram dihajar dihajari dikeroyok diancam "
    "disekap dikurung diculik dijual dijualin ditelantarkan diterlantarkan ditelantarin dibuang "
    "dicampakkan dirundung dibully dibuli dipalak ditindas dieksploitasi diperas ditinggalkan "
    "dipasung dirantai diikat dimaki dihina disakiti dilukai dicubit dipaksa dijamah dijamahi "
    "dielus-elus dijauhi diejek dikatain dikata-katain diolok-olok dicekoki dicekokin dicolok "
    "digeplak dikeplak dijotos diludahi dipermalukan disumpal dibekap disetrum dijerat dibius "
    "digadaikan dijemur digantung dilempar diiming-imingi dijebak dipelonco ditodong ditonjok "
    "ditampol digampar dijitak dijewer dilempari dibentak-bentak diseret disundutin disetrika "
    "disulut ditikam ditenggelamkan dibakar dipecut disabetin dikasari dijahati dijahatin "
    "diterlantarin dipekerjakan dikucilkan diteror ditelanjangin dibunuh diracun disiksanya "
    "ditelanjangi lebam lebam-lebam memar memar-memar "
    "dipokok dipokol digasak dipelasah abused beaten bullied"
)
"""What was done to somebody: a sign of danger unless prevention is what is done."""

VIOLATED: Final = set_of(
    "dicabuli dicabulin diperkosa diperkose dilecehkan dilecehin dilecehkannya disetubuhi "
    "disetubui dihamili dihamilin dirudapaksa disodomi digerayangi diraba diraba-raba dirabai "
    "dinodai digagahi digauli diintip dipegang-pegang digrepe digrepein diperkosanya dilacurkan "
    "diperawani ditidurin ditiduri dibuntingi dibuntingin diremas-remas dicium-cium dipeluk- "
    "peluk dicolek-colek raba-raba meraba-raba pegang-pegang megang-megang diewe dizinai raped "
    "molested dientot dikawini"
)
"""Sexual violence that happened."""

HITS: Final = set_of(
    "mukul mukuli mukulin memukul memukuli nampar menampar nendang menendang gebuk gebukin "
    "nganiaya menganiaya nyiksa menyiksa ngancam mengancam nyabuli mencabuli memperkosa "
    "melecehkan ngelecehin menyetubuhi menghamili ngehamilin menelantarkan nelantarin nyekap "
    "menyekap beats hits ngegebuk ngehajar menghajar pukul nyekek mencekik mukol melibas "
    "ngelibas bentak-bentak ngamukin nonjok menonjok ngeraba meraba gerayangi ngegrepe ngintip "
    "mengintip merkosa meluk-meluk peluk-peluk nyium-nyium cium-cium melacurkan nelanjangi "
    "menelanjangi"
)
"""What somebody does: a sign of danger with a person beside it."""

MARRIED_OFF: Final = set_of(
    "dinikahkan dinikahin dinikahi dikawinkan dikawinin dinikahkannya dikawinkannya "
    "dijodohkan dijodohin ditunangkan dipinang dilamar"
)
MARRY: Final = set_of(
    "nikah menikah kawin kawen dinikahkan dinikahin dikawinkan dikawinin merit nikahan "
    "menikahkan mengawinkan ngawinkan ngawinin nikahin nikahkan married"
)
BETROTHED: Final = set_of("tunangan bertunangan lamaran engaged")
WEDDING: Final = set_of("pernikahan perkawinan")
SCHOOL: Final = set_of("sd smp sma smk mts")
PREGNANT: Final = set_of("hamil pregnant bunting melahirkan ngandung keguguran kehamilan")
LEFT: Final = set_of("ditinggal terlantar berhari-hari telantar ngemis mengemis dikurung")
GIFTS: Final = set_of("santunan bantuan bagi sembako donasi panti")
SOON: Final = set_of("mau akan nak hendak segera besok lusa terpaksa ingin pengen maok bakal siri")

VIOLENCE: Final = set_of(
    "kekerasan kdrt pencabulan cabul pemerkosaan perkosaan pelecehan penganiayaan aniaya "
    "incest inses sodomi penelantaran trafficking tppo perundungan bullying persetubuhan "
    "rudapaksa eksploitasi pemukulan penculikan abuse rape"
)
"""Names of what prevention talks about too: a sign only beside a particular person."""

CASE: Final = set_of(
    "kasus pelaku tersangka aduan pengaduan visum terjadi mengalami kena alami laporan case"
)
OF_THINGS: Final = set_of(
    "dijual dijualin dibuang ditinggalkan diikat disiram diperas dicubit dibakar diseret "
    "dilempari dilempar digadaikan dijemur digantung dijerat disetrika ditusuk dirantai disulut "
    "dikucilkan dipecut ditenggelamkan"
)
"""Those of HARMED that are done with things too."""
SEXUAL: Final = set_of(
    "pencabulan cabul pemerkosaan perkosaan pelecehan incest inses sodomi persetubuhan "
    "rudapaksa rape"
)
VICTIM: Final = set_of("korban victim")
WOUNDS: Final = set_of("lebam memar babak luka-luka trauma depresi pendarahan ketakutan nangis")

CHILD: Final = set_of(
    "anak budak bocah bayi balita siswi siswa murid pelajar remaja gadis adik adek ponakan "
    "keponakan cucu miak dayang bujang putri putra abg child children kid kids student "
    "schoolgirl baby niece nephew santri santriwati dedek sepupu girl boy daughter son smp sd "
    "sma mts"
)
KIN: Final = set_of(
    "suami istri isteri bini laki bapaknya ayahnya ibunya emaknya maknya pamannya kakeknya tiri "
    "pacarnya pacar gurunya omnya abangnya suaminya istrinya tetangga tetanggaku majikan "
    "majikannya ortunya orangtuanya neneknya kakaknya bapaknye ayahnye father husband uncle "
    "neighbor neighbour stepfather stepdad dad mom mum mother wife grandfather santrinya"
)
NOBODY: Final = set_of(
    "saya ia dia beliau inisial bernama namanya seorang sebatang temanku temenku teman temen my "
    "her his she he me"
)
"""Words that stand for one particular person."""

TOLD: Final = set_of("inisial bernama namanya seorang ada tolong hamil")

PREVENTION: Final = set_of(
    "sosialisasi penyuluhan edukasi kampanye pencegahan cegah mencegah stop anti seminar "
    "workshop pelatihan bimtek pembekalan kie ceramah webinar deklarasi advokasi orientasi "
    "lomba simulasi talkshow materi perlindungan jangan tolak hindari menghindari sekolah- "
    "ramah peringatan haktp parenting nonton film drama poster leaflet spanduk penguatan "
    "pembentukan pembinaan prevention campaign training perda perdes aturan komitmen ikrar "
    "kursus pengenalan bahaya dampak risiko resiko"
)
GATHERING: Final = set_of(
    "rapat rakor pertemuan musyawarah diskusi dialog rembuk pengajian koordinasi evaluasi "
    "monev monitoring arisan pendataan bahas membahas posyandu meeting"
)
RELIEF: Final = set_of(
    "banjir kebakaran bencana longsor gempa puting beliung kecelakaan rob angin covid "
    "tenggelam tsunami erupsi"
)
"""Misfortunes whose victims are no case of protection."""

TOLD_OF: Final = set_of(
    "ngaku mengaku ngakunya ngadu mengadu ngelapor curhat ternyata tolong nangis kepergok "
    "ketahuan dipergoki"
)
"""Words by which somebody tells of what happened to one person, prevention work or not."""
INSTRUMENTS: Final = set_of(
    "bedug beduk gong kentongan rebana gendang bola bantal dambus drum tambur lonceng gamelan "
    "kendang simbal"
)
"""What is hit without hurting anybody."""
HOURS: Final = set_of(
    "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas setengah duabelas rata"
)
"""What follows "pukul" when it is the hour ("pukul rata" hurts nobody either)."""

WORK: Final = set_of(
    "kerja bekerja begawe nyuci mencuci jualan berjualan ngamen nambang ngelimbang ngangkut "
    "mengangkut kuli nyopir nyari mulung memulung pemulung buruh pembantu"
)
"""Work that is a sign where a child of a told age does it and no activity is told of."""
ROOTS: Final = tuple(
    sorted(
        set_of(
            "tampar tampol tabok tonjok nonjok pukuli mukuli cekik nyekik jambak gampar tempeleng "
            "siksa cabul perkosa merkosa lecehk aniaya bekap bekep nyumpal sekap nyekap silet "
            "sayat nyayat telanjang bugil mesum bunuh culik gebuk keroyok bacok tikam cambuk "
            "sundut overdosis gerayang bonyok begituan suicid porno ngamuk aborsi ngelem"
        )
    )
)
"""Parts of words of harm: a sign wherever they stand, where a person is spoken of."""
ROOTS_OF_ONE: Final = tuple(
    sorted(
        set_of(
            "pukul mukul tendang nendang banting hajar leceh ancam dikurung ngurung dirantai "
            "jorok racun jebak setrum bentak bully buli jotos cutting kesakitan berdarah "
            "pendarahan bengkak lebam memar kabur minggat kelapar telantar mabuk mabok paksa "
            "maksa trauma depresi perawan ngintip mengintip nyuri mencuri dilempar diperlakukan "
            "diusir ngusir didorong dijauhi"
        )
    )
)
"""The same, where one person is spoken of as such."""
UNEASY: Final = set_of(
    "takut ketakutan nangis menangis luka sakit darah lapar sendirian kamar selimut mandi "
    "marah stres stress sedih pucat diam murung uang hp chat pacaran mens haid hamil kos kosan "
    "kontrakan kebun semak gudang ketahuan tidur tidok nginap pergi basi dapur bolos pipis "
    "pipisnya scared crying hurt alone cry bar night outside"
)
"""Words that are a sign by twos, of one person spoken of as such."""
