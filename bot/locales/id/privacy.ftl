# The privacy notice, one's own data, erasure and legal holds.

privacy-notice =
    <b>Pemberitahuan privasi CIKAR Bot</b>
    Versi { $version }, { $date }

    <b>Siapa</b>: dikelola untuk program Kampung KB CIKAR oleh DP3ACSKB Provinsi Kepulauan Bangka Belitung.
    <b>Yang disimpan</b>: nama, nomor akun Telegram dan bahasa Anda, nomor HP kalau Anda berikan, persetujuan ini, peran dan wilayah, permintaan peran, catatan perubahan peran (siapa, kapan, alasannya), kegiatan dengan fotonya (salinannya tanpa catatan kamera), masalah, intervensi dan siaran yang Anda kirim, berikut perubahannya.
    <b>Untuk apa</b>: mencatat kegiatan kampung, meneruskan laporan perlindungan, mengirim informasi dan pengingat. Kegiatan, tanpa nama Anda, dapat diunduh oleh petugas program dan diteruskan ke sistem data instansi. Nomor HP hanya dilihat oleh yang mengatur anggota di wilayah Anda.
    <b>Berapa lama</b>: isian yang belum selesai { $drafts } hari; catatan bahwa pesan sudah terkirim (tanpa isinya) { $messages } hari; permintaan peran yang sudah dijawab { $requests } hari; catatan perubahan peran { $log } tahun. Tanpa peran selama { $idle } hari, data Anda dihapus setelah Anda ditanya dahulu.
    <b>Laporan anak atau perempuan dalam bahaya</b>: seluruh isinya disandikan; hanya petugas kasus yang dapat membukanya, dan setiap pembacaan dicatat. Pesan yang Anda ketik untuk laporan dihapus dari obrolan ini.
    <b>Yang tidak bisa dijanjikan</b>: Telegram adalah layanan awan; pesan lewat di servernya, dan orang yang memegang HP Anda bisa melihat obrolan ini. Dalam bahaya, telepon SAPA 129.
    <b>Hak Anda</b> (UU 27/2022): /datasaya mengirim semua data tentang Anda; /hapusdata menghapusnya. Untuk memperbaiki data atau bertanya: PLKB di desa Anda atau DP3ACSKB.
privacy-renewed = Pemberitahuan privasi sudah diperbarui. Mohon dibaca, lalu tekan "Setuju".
privacy-agree = ✅ Setuju
privacy-later = Belum sekarang
privacy-agreed = Terima kasih. Persetujuan Anda untuk versi { $version } sudah dicatat.
privacy-not-agreed = Baik, tidak ada yang berubah. Pertanyaan ini muncul lagi di menu. Kalau tidak ingin datanya disimpan lagi, tekan tombol di bawah.
privacy-stranger = Anda belum terdaftar, jadi tidak ada persetujuan yang perlu dicatat.
privacy-my-data = 📄 Data saya
privacy-erase = 🗑 Hapus data saya

data-stranger =
    Anda belum terdaftar: nama, nomor HP dan peran Anda tidak ada pada kami.
    Telegram tetap menyimpan obrolan ini. Isian yang belum selesai terhapus sendiri setelah { $days } hari.
data-coming = Baik. Semua data tentang Anda sedang disiapkan dan dikirim ke sini sebagai dua berkas: satu untuk dibaca, satu untuk komputer.
data-again-later = Data Anda baru saja disiapkan. Permintaan berikutnya bisa mulai { $at } (sekali dalam { $hours } jam).
data-file = data-saya
data-page = 📄 Data Anda, untuk dibaca. Buka dengan peramban di HP. Simpan baik-baik: isinya data pribadi.
data-json = Data yang sama untuk komputer (JSON).
data-title = Data tentang Anda di CIKAR Bot
data-made = Dibuat { $at }.
data-nothing = Tidak ada.
data-yes = ya
data-no = tidak
data-part-account = Akun
data-part-roles = Peran
data-part-role-changes = Perubahan peran
data-part-requests = Permintaan peran
data-part-invites = Undangan yang Anda buat
data-part-activities = Kegiatan yang Anda kirim
data-part-broadcasts = Siaran yang Anda buat
data-part-groups = Grup yang Anda hubungkan
data-part-drafts = Isian yang belum selesai
data-part-messages-to-me = Pesan untuk Anda yang masih tercatat
data-part-holds = Penahanan data
data-part-jobs = Permintaan data dan penghapusan
data-part-activity-changes = Perubahan dan catatan pada kegiatan
data-part-problems = Masalah yang Anda catat
data-part-interventions = Intervensi yang Anda rencanakan atau selesaikan
data-field-people = Orang (jenisnya tidak disebut)
data-field-inpres = Kategori Inpres
data-field-tags = Tanda
data-field-poktan = POKTAN
data-field-post-type = Jenis catatan
data-field-follow-up = Tindak lanjut
data-field-problem-id = Nomor masalah
data-field-intervention-id = Nomor intervensi
data-field-revision = Berapa kali diubah
data-field-verified-at = Diperiksa
data-field-what = Apa
data-field-before = Isi sebelumnya
data-field-note = Catatan
data-field-moment = Sebelum atau sesudah
data-field-category = Jenis masalah
data-field-choice = Pilihan
data-field-affected = Berapa orang terdampak
data-field-affected-band = Kira-kira berapa orang
data-field-since = Sejak
data-field-evidence = Bukti
data-field-priority = Prioritas
data-field-closed-at = Selesai
data-field-agency = Instansi
data-field-planned-on = Direncanakan
data-field-result = Hasil
data-field-done-on = Dilaksanakan
data-state-saved = tersimpan
data-state-verified = sudah diperiksa
data-state-returned = dikembalikan
data-state-open = terbuka
data-state-planned = direncanakan
data-state-cancelled = dibatalkan
data-field-id = Nomor
data-field-telegram-id = Nomor akun Telegram
data-field-name = Nama
data-field-phone = Nomor HP
data-field-language = Bahasa
data-field-consent-version = Versi pemberitahuan privasi yang disetujui
data-field-consent-at = Waktu persetujuan
data-field-reachable = Bisa dihubungi lewat bot
data-field-unreachable-since = Tidak bisa dihubungi sejak
data-field-created-at = Dicatat
data-field-role = Peran
data-field-region-code = Wilayah
data-field-valid-from = Mulai
data-field-valid-until = Sampai
data-field-suspended = Ditangguhkan
data-field-confirmed-at = Dikonfirmasi
data-field-at = Waktu
data-field-change = Perubahan
data-field-reason = Alasan
data-field-by-me = Oleh Anda sendiri
data-field-by-role = Oleh peran
data-field-state = Keadaan
data-field-kind = Jenis
data-field-rung = Menunggu jawaban
data-field-decided-at = Dijawab
data-field-uses-left = Sisa pemakaian
data-field-expires-at = Berlaku sampai
data-field-receipt = Nomor tanda terima
data-field-held-on = Tanggal kegiatan
data-field-title = Judul
data-field-section = Seksi
data-field-target-groups = Sasaran
data-field-agencies = Instansi
data-field-funding = Sumber dana
data-field-male = Laki-laki
data-field-female = Perempuan
data-field-children = Anak
data-field-place = Tempat
data-field-latitude = Lintang
data-field-longitude = Bujur
data-field-description = Uraian
data-field-photos = Foto
data-field-file-id = Nomor berkas di Telegram
data-field-caption = Keterangan
data-field-audience = Penerima
data-field-body = Isi
data-field-photo = Nomor foto di Telegram
data-field-due-at = Dijadwalkan
data-field-done-at = Selesai
data-field-bound-at = Dihubungkan
data-field-form = Formulir
data-field-updated-at = Terakhir diubah
data-field-answers = Jawaban
data-field-placed-at = Ditahan sejak
data-field-reminders = Pengingat
data-field-lifted-at = Dilepas
data-field-broadcasts = Siaran
data-state-waiting = menunggu
data-state-approved = disetujui
data-state-refused = ditolak
data-state-withdrawn = dibatalkan
data-state-queued = menunggu giliran
data-state-running = sedang berjalan
data-state-done = selesai
data-state-failed = gagal
data-state-discarded = dibuang
data-state-draft = draf
data-state-scheduled = dijadwalkan
data-state-preparing = sedang disiapkan
data-state-active = aktif
data-state-pending = menunggu konfirmasi
data-state-checking = sedang diperiksa
data-state-unreachable = tidak terjangkau
data-state-muted = bot tidak boleh menulis
data-state-unbound = dilepas
data-kind-join = minta peran
data-kind-relink = pindah akun ke HP lain
data-kind-data = salinan data
data-kind-erase = penghapusan data

erase-stranger =
    Anda belum terdaftar: tidak ada nama, nomor HP atau peran Anda yang bisa dihapus.
    Isian yang belum selesai terhapus sendiri setelah { $days } hari. Obrolan ini bisa Anda hapus sendiri di Telegram.
erase-explain =
    <b>Hapus data saya</b>

    <b>Dihapus</b>: nama, nomor akun Telegram, nomor HP, semua isian yang belum selesai, judul, tempat, uraian dan foto kegiatan Anda, isi siaran Anda, alasan-alasan yang tertulis, pesan untuk Anda.
    <b>Tetap ada</b>: tanggal, desa, seksi dan jumlah peserta kegiatan, supaya hitungan kampung tetap benar; dan nomor acak pada catatan perubahan peran, supaya jelas peran itu pernah diberikan. Nomor itu tidak menunjuk ke Anda lagi. Isi laporan perlindungan tidak termasuk: itu milik penanganannya.

    Peran Anda berakhir begitu Anda mengonfirmasi, dan tidak kembali sendiri. Penghapusan mulai { $grace } jam kemudian (sebelum itu bisa dibatalkan) dan selesai paling lambat { $deadline } jam setelah permintaan (UU 27/2022).
    Obrolan di Telegram tidak bisa kami hapus seluruhnya: hapuslah sendiri obrolan ini.

    Mau menyimpan datanya dahulu? Ketik /datasaya.
erase-go-on = Lanjut menghapus
erase-not = Tidak jadi
erase-sure = <b>Yakin?</b> Semua peran Anda berakhir sekarang. Tekan sekali lagi untuk menghapus data Anda.
erase-last-province = ⚠️ Anda orang terakhir di DP3ACSKB. Setelah ini tidak ada yang bisa menyetujui anggota atau menahan data, sampai pengelola server mengundang orang baru.
erase-yes = 🗑 Ya, hapus data saya
erase-left = Baik, tidak ada yang dihapus.
erase-too-old = Tombol ini sudah terlalu lama. Tidak ada yang dihapus. Ketik /hapusdata untuk mulai lagi.
erase-waits =
    Peran Anda sudah berakhir. Data Anda mulai dihapus { $at } dan selesai paling lambat { $deadline }. Anda akan diberi tahu di sini.

    Berubah pikiran? Batalkan sebelum waktu itu.
erase-take-back = Batalkan penghapusan
erase-taken-back = Dibatalkan. Data Anda tidak dihapus. Peran Anda sudah berakhir; minta lagi dengan /daftar.
erase-too-late = Tombol ini tidak berlaku lagi: permintaannya sudah berjalan, selesai atau dibatalkan. Ketik /hapusdata untuk melihat keadaannya.
erase-begun = Penghapusan data Anda sedang berjalan dan selesai paling lambat { $deadline }. Anda akan diberi tahu di sini.
erase-held =
    Sebagian data Anda sedang ditahan secara hukum, jadi belum boleh dihapus: akun, catatan peran, permintaan, kegiatan dan siaran Anda.
    Alasannya: { $reason }

    Peran Anda berakhir, dan pesan, isian, berkas serta undangan Anda tetap dihapus. Sisanya dihapus begitu penahanan dilepas. Tanyakan kepada DP3ACSKB Provinsi.
erase-done = Data Anda sudah dihapus. Ini pesan terakhir kami. Terima kasih atas semua yang sudah Anda kerjakan. Hapuslah juga obrolan ini di Telegram. /lapor dan /darurat tetap terbuka untuk Anda.
erase-role-empty = Peran <b>{ $role }</b> untuk <b>{ $place }</b> sekarang kosong: pemegangnya meminta datanya dihapus. Undang orang baru dengan /undang.
erase-role-ended = Satu peran <b>{ $role }</b> untuk <b>{ $place }</b> berakhir: pemegangnya meminta datanya dihapus.
idle-ask =
    Sudah lama Anda tidak punya peran di CIKAR Bot. Masih ingin terdaftar?

    Kalau tidak, data Anda dihapus { $until }. Kalau ya, tekan tombol ini.
idle-keep = Ya, tetap terdaftar
idle-kept = Baik, Anda tetap terdaftar. Ketik /daftar untuk meminta peran.

hold-name = penahanan data
hold-open = ⚖️ Tahan data
hold-of = <b>Penahanan data { $name }</b>
hold-new = ⚖️ Tahan data orang ini
hold-nobody = Orang itu tidak ada di wilayah Anda, atau datanya sudah dihapus. Pilih orangnya lewat /anggota.
hold-reason = <b>Mengapa datanya harus ditahan?</b> Tulis dasar hukumnya, tanpa isi kasus. Orangnya dapat membaca alasan ini.
hold-reason-label = Alasan
hold-placed = Data <b>{ $name }</b> sekarang ditahan: { $reason }
hold-list = <b>Data yang sedang ditahan</b>
hold-list-open = ⚖️ Data yang ditahan
hold-list-empty = Tidak ada data yang sedang ditahan.
hold-line = <b>{ $name }</b>, sejak { $at }: { $reason }
hold-lift = Lepas: { $name }
hold-lift-sure = Lepas penahanan ini? Kalau orangnya sudah meminta penghapusan, datanya langsung dihapus.
hold-lift-yes = Ya, lepas penahanan
hold-lifted = Penahanan sudah dilepas.
hold-gone = Penahanan itu sudah dilepas, atau di luar wilayah Anda.
