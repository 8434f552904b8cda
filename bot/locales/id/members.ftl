# People of a region, their roles, and handing over.

member-list =
    👥 <b>Anggota: { $place }</b>
    Tekan nama untuk melihat kartunya.
    ⏸ dihentikan sementara · ⏳ belum mulai atau menunggu orang kedua · ⌛ segera berakhir · 📵 tidak terjangkau
member-list-empty = Belum ada anggota lagi di { $place }. Undang orang dengan /undang.
member-line = { $marks } { $name } – { $role }, { $place }
member-previous = ◀ Sebelumnya
member-next = Berikutnya ▶
member-find = 🔎 Cari nama, nomor atau desa
member-everywhere = 👥 Semua wilayah saya
member-found = Yang ditemukan:
member-found-none = Tidak ada yang cocok di wilayah Anda. Coba awal namanya saja, atau nama desanya.
member-further = Cari lebih jauh ▶
member-unknown = Orang itu tidak ada di daftar wilayah Anda. Buka lagi /anggota.
member-unchanged = Tidak ada yang diubah: peran ini sudah berubah atau sudah berakhir. Buka lagi /anggota.
member-card = 👤 <b>{ $name }</b>
member-role = { $role }, { $place }, sejak { $since }
member-role-until = { $role }, { $place }, sejak { $since }, sampai { $until }
member-state-ended = {" "}(sudah berakhir)
member-state-waiting = {" "}(menunggu orang kedua di DP3ACSKB)
member-state-suspended = {" "}(dihentikan sementara)
member-state-later = {" "}(belum mulai)
member-other = Juga: { $role }
member-reachable = 📱 Terjangkau di Telegram
member-unreachable = 📵 Tidak terjangkau: bot diblokir atau akun Telegramnya tidak ada lagi. Hubungi lewat telepon.
member-unreachable-since = 📵 Tidak terjangkau sejak { $since }: bot diblokir atau akun Telegramnya tidak ada lagi. Hubungi lewat telepon.
member-phone = ☎️ { $phone }
member-suspend = ⏸ Hentikan sementara
member-resume = ▶️ Aktifkan lagi
member-end = ⏹ Akhiri peran
member-dates = 📅 Ubah tanggal akhir
member-endless = Tanpa batas waktu
member-hand-over = 🤝 Serahkan wilayah ini
member-grant = ➕ Beri peran lain
member-open-other = { $role }, { $place }
member-list-here = 👥 Daftar di tempat ini
member-card-open = Buka kartunya
member-own-role = Peran sendiri tidak bisa Anda ubah. Mintalah rekan yang juga berwenang.
member-last-province = Ini pemegang DP3ACSKB terakhir yang masih terjangkau. Tambahkan dulu orang lain dengan /undang, baru peran ini bisa diubah.
member-has-role = Orang ini sudah punya peran itu di tempat itu.
member-ask-suspended =
    ⏸ Menghentikan sementara <b>{ $name }</b>:
    { $role }
member-ask-ended =
    ⏹ Mengakhiri peran <b>{ $name }</b>:
    { $role }
member-ask-changed =
    📅 Tanggal akhir peran <b>{ $name }</b>:
    { $role }
member-ask-grant = ➕ Peran lain untuk <b>{ $name }</b>
member-done-suspended = ⏸ { $name } dihentikan sementara sebagai { $role }, { $place }. Orangnya sudah diberi tahu.
member-done-ended = ⏹ Peran { $name } sebagai { $role }, { $place }, sudah diakhiri. Orangnya sudah diberi tahu.
member-done-resumed = ▶️ { $name } aktif lagi sebagai { $role }, { $place }. Orangnya sudah diberi tahu.
member-done-changed = 📅 Tanggal akhir { $name } sebagai { $role }, { $place }, sudah diubah. Orangnya sudah diberi tahu.
member-told-suspended =
    Peran Anda sebagai <b>{ $role }</b>, { $place }, dihentikan sementara.
    Alasan: { $reason }
    Ada pertanyaan? Hubungi { $by }.
member-told-ended =
    Peran Anda sebagai <b>{ $role }</b>, { $place }, sudah diakhiri. Terima kasih atas kerja Anda.
    Alasan: { $reason }
    Ada pertanyaan? Hubungi { $by }.
member-told-resumed = Peran Anda sebagai <b>{ $role }</b>, { $place }, aktif lagi. Ketik /menu. Ada pertanyaan? Hubungi { $by }.
member-told-changed = Tanggal akhir peran Anda sebagai <b>{ $role }</b>, { $place }, diubah. Lihat di /profil. Ada pertanyaan? Hubungi { $by }.
member-told-granted = { $by } memberi Anda peran <b>{ $role }</b>, { $place }, sampai: { $until }. Ketik /menu.
member-no-end = tanpa batas waktu
member-granted = ✅ { $name } sekarang juga { $role }, { $place }. Orangnya sudah diberi tahu.
member-granted-waiting = ⏳ { $name } sebagai { $role }, { $place }, aktif setelah dikonfirmasi orang kedua di DP3ACSKB.
member-watch = ℹ️ Peran <b>{ $role }</b> ({ $place }) milik <b>{ $name }</b> { $what } oleh { $by }.
member-what-suspended = dihentikan sementara
member-what-ended = diakhiri
member-what-resumed = diaktifkan lagi
member-what-changed = diubah tanggal akhirnya

# Questions
findmember-name = pencarian anggota
findmember-words = <b>Siapa yang dicari?</b>
findmember-words-label = Pencarian
findmember-words-hint = Ketik awal nama, nomor HP, atau nama desa/kecamatan.
memberreason-name = perubahan peran
memberreason-reason = <b>Apa alasannya?</b>
memberreason-reason-label = Alasan
memberreason-reason-hint = Orangnya akan membaca alasan ini. Ketik "batal" kalau tidak jadi.
memberuntil-name = tanggal akhir
memberuntil-until = <b>Sampai tanggal berapa?</b>
memberuntil-until-label = Sampai
memberuntil-until-hint = Hari itu masih dihitung.
membergrant-name = peran lain
membergrant-role = <b>Peran apa?</b>
membergrant-role-label = Peran
membergrant-region = <b>Untuk wilayah mana?</b>
membergrant-region-label = Wilayah
membergrant-region-hint = Kader, aktivis PATBM dan POKJA: pilih desanya.
membergrant-region-misfit = Peran itu tidak dipegang di tingkat wilayah ini. Kader, aktivis PATBM dan POKJA di desa; PLKB di desa atau kecamatan; OPD KB di kab/kota.
membergrant-since = <b>Mulai kapan?</b>
membergrant-since-label = Mulai
membergrant-since-hint = Lewati kalau mulai sekarang.
membergrant-until = <b>Sampai kapan?</b>
membergrant-until-label = Sampai
membergrant-until-hint = Lewati kalau tanpa batas waktu.
membergrant-until-early = Tanggal akhir tidak boleh sebelum tanggal mulai.
successor-name = serah terima
successor-who = <b>Siapa penerusnya?</b>
successor-who-label = Penerus
successor-who-hint = Ketik awal namanya. Penerus harus sudah terdaftar di wilayah Anda.

# Handing over
hand-over-about =
    🤝 Menyerahkan wilayah dari <b>{ $name }</b>:
    { $role }
hand-over-choose = Pilih penerusnya:
hand-over-candidate = { $name } – { $role }, { $place }
hand-over-nobody = Tidak ada anggota dengan awal nama itu di wilayah Anda. Undang dulu orangnya dengan /undang, lalu coba lagi.
hand-over-again = 🔎 Cari nama lain
hand-over-same = Penerusnya harus orang lain.
hand-over-confirm =
    🤝 <b>Serah terima dari { $old } kepada { $new }</b>
    { $role }

    Yang ikut berpindah: peran dan wilayah ini, siaran yang masih draf atau terjadwal, dan undangan yang belum terpakai. Permintaan anggota mengikuti wilayahnya.
    Yang tidak ikut: laporan dan kasus. Peran lama { $old } berakhir sekarang.
hand-over-yes = ✅ Serahkan sekarang
hand-over-no = Tidak jadi
hand-over-done = ✅ { $role }, { $place }, diserahkan dari { $old } kepada { $new }. Ikut berpindah: { $broadcasts } siaran, { $invites } undangan, { $interventions } intervensi. Keduanya sudah diberi tahu.
hand-over-told-old = Wilayah Anda sebagai <b>{ $role }</b>, { $place }, sudah diserahkan kepada { $new }. Terima kasih atas kerja Anda. Ada pertanyaan? Hubungi { $by }.
hand-over-told-new = Anda sekarang <b>{ $role }</b>, { $place }, meneruskan { $old }. Ikut berpindah: { $broadcasts } siaran, { $invites } undangan, { $interventions } intervensi. Ketik /menu. Ada pertanyaan? Hubungi { $by }.
hand-over-two-people = Peran yang membuka data perlindungan anak tidak bisa diserahkan, karena kasus tidak boleh ikut berpindah. Akhiri peran ini, lalu beri peran itu kepada orang baru: dua orang DP3ACSKB yang memutuskan.
hand-over-unreachable = Penerus ini tidak terjangkau di Telegram, jadi tidak akan tahu. Minta orangnya membuka bot ini dulu.
hand-over-not-in-force = Penerus ini sudah punya peran itu, tetapi sedang tidak aktif. Aktifkan dulu perannya dari /anggota.

# My profile
profile-stranger = Anda belum terdaftar. Ketik /daftar untuk meminta peran. /lapor dan /darurat terbuka untuk siapa saja.
profile-head = 👤 <b>{ $name }</b>
profile-language = Bahasa: { $language }
profile-phone = Nomor HP: { $phone }
profile-no-phone = Nomor HP: belum diisi
profile-consent = Persetujuan privasi: versi { $version }, { $at }
profile-roles = <b>Peran saya</b>
profile-no-roles = Belum ada peran yang aktif. Ketik /daftar untuk meminta peran.
profile-more-roles = … dan { $count } peran lagi.
profile-acts = <b>Yang boleh saya lakukan</b>
profile-act = • { $act }
profile-anyone = Siapa saja boleh: melapor anak atau perempuan dalam bahaya (/lapor), melihat nomor darurat (/darurat), meminta datanya sendiri (/datasaya).
profile-rename = ✏️ Ganti nama
profile-change-phone = ☎️ Ganti nomor HP
profile-change-language = 🌐 Bahasa
profile-my-data = 📄 Data saya
profile-renamed = Nama Anda sekarang <b>{ $name }</b>.
profile-phone-changed = Nomor HP Anda sekarang { $phone }.
rename-name = ganti nama
rename-new = <b>Siapa nama Anda?</b>
rename-new-label = Nama
rename-new-hint = Nama lengkap, seperti orang mengenal Anda.
myphone-name = ganti nomor HP
myphone-phone = <b>Berapa nomor HP Anda?</b>
myphone-phone-label = Nomor HP
act-log-activity = mencatat kegiatan kampung
act-read-activity = membaca kegiatan kampung
act-verify-activity = memeriksa kegiatan kampung
act-export-activity = mengunduh kegiatan wilayah
act-report-problem = mencatat masalah kampung
act-read-problem = membaca masalah kampung
act-plan-intervention = merencanakan intervensi
act-edit-hints = mengubah daftar kata petunjuk
act-read-case = membaca laporan perlindungan
act-broadcast = mengirim siaran
act-bind-group = menghubungkan grup POKJA
act-invite = mengundang anggota
act-approve-member = menyetujui permintaan anggota
act-confirm-role = mengonfirmasi peran sebagai orang kedua
act-read-member = melihat anggota wilayah
act-manage-member = mengatur peran anggota wilayah
act-read-kampung = melihat data Kampung KB
act-edit-kampung = mengubah data Kampung KB
act-edit-region = mengubah wilayah
act-admin-desk = membuka meja admin
act-hold-data = menahan data dari penghapusan
welcome-more-roles = … dan { $count } peran lagi: /profil
