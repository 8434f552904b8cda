# The territory, and the registry of Kampung KB.

## What has ended, or never was
region-unknown = Wilayah itu tidak dikenal. Pilih lagi lewat /wilayah.
region-ended = { $value } sudah berakhir sejak { $since }. Sekarang: { $now }.

## /wilayah
region-what =
    <b>Wilayah</b>
    { $count } wilayah berlaku sekarang. Catatan lama tetap memakai nama lama.

    Apa yang berubah menurut keputusan resmi?
region-rename-button = ✏️ Ganti nama
region-split-button = ✂️ Pecah wilayah
region_name-name = ganti nama wilayah
region_name-title = <b>Apa namanya yang baru?</b>
region_name-region = <b>Wilayah mana yang berganti nama?</b>
region_name-region-label = Wilayah
region_name-region-hint = Tekan tombol, atau ketik namanya.
region_name-title-label = Nama baru
region_name-title-hint = Tanpa kata Desa, Kecamatan atau Kabupaten.
region_name-on = <b>Berlaku sejak tanggal berapa?</b>
region_name-on-label = Sejak
region_name-on-hint = Catatan sebelum tanggal itu tetap memakai nama lama.
region_name-source = <b>Apa dasarnya?</b>
region_name-source-label = Dasar
region_name-source-hint = Misalnya: Permendagri 72/2019.
region_split-name = pemecahan wilayah
region_split-region = <b>Wilayah mana yang dipecah?</b>
region_split-region-label = Wilayah
region_split-region-hint = Tekan tombol, atau ketik namanya.
region_split-code = <b>Apa kode wilayah yang baru?</b>
region_split-code-label = Kode baru
region_split-code-hint = Kode Kemendagri, misalnya 19.01.01.2013.
region_split-title = <b>Apa nama wilayah yang baru?</b>
region_split-title-label = Nama wilayah baru
region_split-second = <b>Ada satu wilayah baru lagi?</b>
region_split-second-label = Ada yang kedua
region_split-code2 = <b>Apa kode wilayah baru yang kedua?</b>
region_split-code2-label = Kode kedua
region_split-title2 = <b>Apa nama wilayah baru yang kedua?</b>
region_split-title2-label = Nama kedua
region_split-ends = <b>Apakah wilayah yang lama berakhir?</b>
region_split-ends-label = Yang lama berakhir
region_split-ends-hint = Kalau ya, orang, kampung dan grupnya pindah ke wilayah baru. Kegiatan lama tetap di nama lama.
region_split-people = <b>Orang-orangnya pindah ke mana?</b>
region_split-people-label = Penerus
region_split-on = <b>Berlaku sejak tanggal berapa?</b>
region_split-on-label = Sejak
region_split-source = <b>Apa dasarnya?</b>
region_split-source-label = Dasar
region_split-source-hint = Misalnya: Perda 4/2026.
region_sure-name = pemecahan wilayah
region_sure-sure = <b>Lanjutkan?</b> Ini tidak bisa dibatalkan lewat bot.
region_sure-sure-label = Lanjutkan
region-renamed = Baik. <b>{ $old }</b> menjadi <b>{ $name }</b> sejak { $day }. Catatan sebelumnya tetap memakai nama lama.
region-split-ends =
    <b>{ $place }</b> berakhir pada { $day }. Wilayah baru: { $new }.

    Yang pindah ke <b>{ $successor }</b>:
    • { $roles } peran
    • { $kampung } kampung
    • { $groups } grup
    • { $requests } permintaan peran
    • { $invites } undangan
    • { $broadcasts } siaran terjadwal
    Kegiatan lama tetap tercatat di { $place } dan tetap bisa dibaca.
region-split-stays =
    <b>{ $place }</b> tetap ada. Sejak { $day } mulai wilayah baru: { $new }.
    Orang dan grup tidak pindah; wilayah baru mulai kosong.
region-split-done = Selesai. Wilayah baru: <b>{ $new }</b>. { $roles } peran pindah dan orangnya diberi tahu.
region-split-done-empty = Selesai. Wilayah baru: <b>{ $new }</b>. Tidak ada peran yang pindah.
region-split-not = Baik, tidak ada yang berubah.
region-moved-you = Wilayah Anda berubah menurut keputusan pemerintah. Peran Anda sebagai <b>{ $role }</b> sekarang untuk <b>{ $place }</b>. Kegiatan lama tetap tersimpan. Ketik /menu.
region-code-format = Kodenya belum pas. Contoh desa: 19.01.01.2013; kecamatan: 19.01.09. Tingkatnya harus sama dengan wilayah yang dipecah.
region-code-taken = Kode itu sudah dipakai. Kode lama tidak dipakai lagi; periksa di keputusannya.
region-code-parent = Kode itu bukan di bawah wilayah induk yang benar. Periksa angka depannya.
region-name-short = Namanya terlalu pendek atau terlalu panjang. Tulis 2 sampai 120 huruf.
region-name-taken = Sudah ada { $value } di wilayah induk yang sama. Pakai nama lain, supaya tidak tertukar.
region-same-name = Namanya memang sudah { $value }. Tidak ada yang berubah.
region-future = { $day } belum terjadi. Catat perubahan ini pada hari mulai berlaku.
region-rename-order = Nama { $value } baru berlaku sejak { $since }. Pilih tanggal sesudahnya.
region-split-order = { $value } baru mulai { $since }. Pilih tanggal sesudahnya.
region-successor-missing = Pilih dulu, orang-orangnya pindah ke wilayah baru yang mana.
region-has-parts = Wilayah ini masih berisi wilayah lain, jadi belum bisa berakhir. Pindahkan dulu isinya satu per satu.

## /kampung
kampung-list = <b>Kampung KB di { $place }</b>
kampung-list-empty = Belum ada Kampung KB yang terdaftar di { $place }.
kampung-line = { $place }: { $name }
kampung-first = ◀ Awal
kampung-more = Berikutnya ▶
kampung-find-button = 🔎 Cari
kampung-coverage-button = 📊 Cakupan
kampung-new-button = ➕ Daftarkan kampung
kampung-list-button = 📋 Daftar kampung
kampung-back = ⬅️ Kembali
kampung-open = 🏡 Buka kampung ini
kampung-unknown = Kampung itu tidak ada, sudah ditutup, atau di luar wilayah Anda. Ketik /kampung.
kampung-not-told = belum diisi
kampung-none-yet = belum ada
kampung-card =
    🏡 <b>{ $name }</b>
    { $place }

    Penetapan: { $decree }
    Tahap: <b>{ $stage }</b>, { $done } dari { $items } selesai
    POKTAN: { $poktan }
    PATBM: { $patbm }
    Industri Rumahan: { $industry }
    Rumah Data: { $house }
    PLKB: { $officers }
    Anggota POKJA terdaftar: { $members }
    Grup: { $groups }
    Kontak: { $contacts }
kampung-checklist-button = ☑️ Tahap dan ceklis
kampung-activities-button = 📝 Kegiatan terbaru
kampung-edit-button = ✏️ Ubah
kampung-checklist = <b>{ $name }</b>
kampung-item-done = ✅ { $item } ({ $day })
kampung-item-open = ⬜ { $item }
kampung-untick = { $item } tercatat selesai { $day }. Hapus tanda ini?
kampung-untick-yes = Ya, hapus tanda
kampung-stage-preparation = Persiapan
kampung-stage-implementation = Pelaksanaan
kampung-stage-evaluation = Monev
kampung-stage-on = ▶ Lanjut ke { $stage }
kampung-stage-back = ◀ Kembali ke { $stage }
kampung-stage-open =
    Sebelum { $stage }, ini belum ditandai: { $items }.
    Boleh lanjut, dan boleh ditandai belakangan.
kampung-stage-same = Tahapnya sudah berubah. Ini keadaan sekarang.
kampung-item-decree = Penetapan
kampung-item-data = Pengumpulan data
kampung-item-poktan = Membentuk POKTAN
kampung-item-patbm = Membentuk PATBM
kampung-item-home_industry = Membentuk IR
kampung-item-outreach = Sosialisasi/advokasi
kampung-item-coach_pokja = Pembinaan POKJA
kampung-item-coach_patbm = Pembinaan PATBM
kampung-item-coach_ir = Pembinaan IR
kampung-item-coach_opd = Pembinaan OPD
kampung-item-problems = Identifikasi masalah
kampung-item-interventions = Intervensi
kampung-item-input = Input
kampung-item-process = Proses
kampung-item-output = Output
kampung-item-outcome = Outcome
kampung-item-reward = Reward
kampung-poktan-bkb = BKB
kampung-poktan-bkr = BKR
kampung-poktan-bkl = BKL
kampung-poktan-uppka = UPPKA
kampung-poktan-pikr = PIK-R
kampung-edit-what = Apa yang diubah di <b>{ $name }</b>?
kampung-piece-name = Nama
kampung-piece-decree = Penetapan (SK)
kampung-piece-poktan = POKTAN
kampung-piece-patbm = PATBM
kampung-piece-home_industry = Industri Rumahan
kampung-piece-data_house = Rumah Data
kampung-piece-contacts = Kontak
kampung-piece-close = 🔒 Tutup kampung
kampung-changed = ✅ Tersimpan.
kampung-closed = <b>{ $name }</b> ditutup. Kampung ini tidak dihitung lagi; catatannya tetap ada.
kampung-registered = 🏡 <b>{ $name }</b> terdaftar di { $place }.
kampung-exists = Desa atau kelurahan ini sudah punya kampung: { $name }. Satu desa satu kampung. Pilih desa lain, atau buka /kampung.
kampung-no-village = Kampung KB didaftarkan untuk satu desa atau kelurahan. Pilih desanya.
kampung-activities = <b>Kegiatan terbaru di { $place }</b>
kampung-activities-none = Belum ada kegiatan lain yang tercatat di { $place }.
kampung-coverage =
    <b>Cakupan Kampung KB di { $place }</b>
    Sekarang { $share }% dari desa dan kelurahan, sasaran { $aim }%.
    <pre>{ $table }</pre>
kampung-coverage-total = Jumlah
kampung_new-name = pendaftaran kampung
kampung_new-village = <b>Kampung KB di desa atau kelurahan mana?</b>
kampung_new-village-label = Desa/kelurahan
kampung_new-title = <b>Apa nama kampungnya?</b>
kampung_new-title-label = Nama kampung
kampung_new-title-hint = Misalnya: Kampung KB Melati.
kampung_new-decree = <b>Apa nomor SK penetapannya?</b>
kampung_new-decree-label = Nomor SK
kampung_new-decree-hint = Boleh dilewati dan diisi nanti.
kampung_new-decree_on = <b>Tanggal SK-nya?</b>
kampung_new-decree_on-label = Tanggal SK
kampung_find-name = pencarian kampung
kampung_find-place = <b>Cari di mana?</b>
kampung_find-place-label = Wilayah
kampung_find-place-hint = Ketik nama desa, kecamatan atau kabupaten, atau tekan tombol.
kampung_edit-name = perubahan data kampung
kampung_edit-title = <b>Apa nama kampungnya?</b>
kampung_edit-title-label = Nama kampung
kampung_edit-decree = <b>Apa nomor SK penetapannya?</b>
kampung_edit-decree-label = Nomor SK
kampung_edit-decree_on = <b>Tanggal SK-nya?</b>
kampung_edit-decree_on-label = Tanggal SK
kampung_edit-poktan = <b>POKTAN mana saja yang ada?</b>
kampung_edit-poktan-label = POKTAN
kampung_edit-patbm = <b>Apakah PATBM sudah terbentuk?</b>
kampung_edit-patbm-label = PATBM
kampung_edit-home_industry = <b>Apakah Industri Rumahan (IR) sudah terbentuk?</b>
kampung_edit-home_industry-label = Industri Rumahan
kampung_edit-data_house = <b>Apakah ada Rumah Data?</b>
kampung_edit-data_house-label = Rumah Data
kampung_edit-contacts = <b>Siapa yang bisa dihubungi?</b>
kampung_edit-contacts-label = Kontak
kampung_edit-contacts-hint = Nama dan nomor telepon. Tekan Lewati untuk mengosongkan.
kampung_edit-close = <b>Mengapa kampung ini ditutup?</b>
kampung_edit-close-label = Alasan
kampung_edit-close-hint = Setelah dikirim, kampung ini tidak dihitung lagi. Ketik "batal" untuk berhenti.
kampung-new-other = ➕ Pilih desa lain
