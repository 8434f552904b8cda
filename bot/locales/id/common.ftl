# Menu, help and refusals.

welcome-stranger =
    <b>Selamat datang di CIKAR Bot</b>
    Kampung Keluarga Berkualitas CIKAR, Kepulauan Bangka Belitung.

    Anda belum terdaftar. Tekan Daftar di bawah, atau ketik /daftar. Kalau punya tautan undangan, buka tautannya di sini.

    Melihat anak dalam bahaya? Siapa saja boleh melapor sekarang, tanpa mendaftar.
welcome-no-role =
    Halo, <b>{ $name }</b>.
    Anda belum punya peran yang aktif. Ketik /daftar untuk meminta peran, atau melihat sampai di mana permintaan Anda. Kalau undangan menunggu orang kedua, tanyakan kepada DP3ACSKB. /lapor dan /darurat tetap bisa dipakai.
welcome = Halo, <b>{ $name }</b>. Mau apa hari ini?
welcome-role = • { $role }, { $place }
menu-kegiatan = 📝 Catat kegiatan
menu-kegiatansaya = 📋 Kegiatan saya
menu-siaran = 📣 Kirim siaran
menu-kasus = 🗂 Kasus
menu-grup = 👥 Hubungkan grup POKJA
menu-undang = ➕ Undang anggota
menu-kampung = 🏡 Data Kampung KB
menu-anggota = 🧑‍🤝‍🧑 Anggota wilayah
menu-wilayah = 🗺 Wilayah
menu-admin = 🛠 Meja admin
menu-daftar = ✍️ Daftar
menu-lapor = 🆘 Lapor anak dalam bahaya
menu-darurat = ☎️ Nomor darurat
menu-open = Buka menu
help = <b>Yang bisa Anda lakukan di sini</b>
help-line = /{ $word } – { $what }
help-forms = /menu membuka menu kapan saja. Saat mengisi: ketik "kembali" untuk mundur. Isian tersimpan, jadi boleh dilanjutkan nanti.
unknown-command = Perintah itu belum ada. Pilih dari menu ini, ya.
not-understood = Pesan itu belum saya mengerti. Pilih dari menu ini, ya.
not-understood-kind = Kiriman itu belum bisa saya baca. Pilih dari menu ini, ya.
nothing-to-cancel = Tidak ada isian yang sedang dibuka.
button-unknown = Tombol ini tidak berlaku lagi. Ketik /menu.
button-menu = Tombol itu tidak berlaku lagi. Ketik /menu untuk mulai dari menu.
error-bug = Maaf, ada yang salah di pihak kami. Jawaban Anda sebelumnya tetap tersimpan. Coba sekali lagi; kalau masih terjadi, sampaikan nomor ini kepada PLKB: { $update }
list-newer = ◀ Lebih baru
list-older = Lebih lama ▶

# The frame of all forms
form-closed = Isian ini sudah selesai atau dibatalkan. Ketik /menu untuk mulai lagi.
form-cancelled = Dibatalkan. Tidak ada yang dikirim. Ketik /menu untuk mulai lagi.
form-noted = Dicatat.
form-parked = Masih ada isian yang belum selesai: { $name }.
form-parked-resume = Lanjutkan { $name }
form-parked-drop = 🗑 Buang
form-parked-drop-sure = Buang isian { $name }? Jawaban yang sudah diisi akan dihapus.
form-parked-drop-yes = Ya, buang

# Refusals: why, and whom to ask
ask-field-officer = PLKB di desa Anda
ask-agency = DP3ACSKB atau OPD KB kab/kota Anda
ask-province = DP3ACSKB Provinsi
refused-unregistered = Bagian ini untuk anggota yang terdaftar. Daftar dengan /daftar, atau minta tautan undangan kepada { $ask }. /lapor dan /darurat terbuka untuk siapa saja.
refused-log-activity = Peran Anda belum bisa mencatat kegiatan di wilayah ini. Tanyakan kepada { $ask }.
refused-read-activity = Peran Anda belum bisa membaca kegiatan di wilayah ini. Tanyakan kepada { $ask }.
refused-verify-activity = Kegiatan hanya diperiksa oleh PLKB atau OPD KB di wilayahnya. Tanyakan kepada { $ask }.
refused-export-activity = Peran Anda belum bisa mengunduh kegiatan wilayah ini. Tanyakan kepada { $ask }.
refused-report-problem = Peran Anda belum bisa mencatat masalah di kampung ini. Tanyakan kepada { $ask }.
refused-read-problem = Peran Anda belum bisa membaca masalah di wilayah ini. Tanyakan kepada { $ask }.
refused-plan-intervention = Intervensi direncanakan oleh POKJA dan PLKB kampung itu. Tanyakan kepada { $ask }.
refused-edit-hints = Daftar kata petunjuk hanya diubah oleh DP3ACSKB Provinsi. Tanyakan kepada { $ask }.
refused-read-case = Laporan hanya dibuka oleh petugas kasus. Kalau itu tugas Anda, tanyakan kepada { $ask }.
refused-broadcast = Siaran hanya dikirim oleh DP3ACSKB dan OPD KB di wilayahnya. Tanyakan kepada { $ask }.
refused-bind-group = Grup hanya bisa dihubungkan oleh penanggung jawab kampung itu. Tanyakan kepada { $ask }.
refused-invite = Peran Anda belum bisa mengundang orang di wilayah ini. Tanyakan kepada { $ask }.
refused-confirm-role = Peran ini hanya dapat dikonfirmasi oleh DP3ACSKB. Tanyakan kepada { $ask }.
refused-approve-member = Peran Anda belum bisa menyetujui anggota di wilayah ini. Tanyakan kepada { $ask }.
refused-read-member = Peran Anda belum bisa melihat daftar anggota di wilayah ini. Tanyakan kepada { $ask }.
refused-manage-member = Peran Anda belum bisa mengatur anggota itu. Tanyakan kepada { $ask }.
refused-read-kampung = Peran Anda belum bisa melihat data kampung ini. Tanyakan kepada { $ask }.
refused-edit-kampung = Peran Anda belum bisa mengubah data kampung ini. Tanyakan kepada { $ask }.
refused-edit-region = Wilayah hanya diubah oleh DP3ACSKB Provinsi. Tanyakan kepada { $ask }.
refused-admin-desk = Meja admin hanya untuk admin dan DP3ACSKB Provinsi. Tanyakan kepada { $ask }.
refused-hold-data = Penahanan data hanya dilakukan oleh DP3ACSKB Provinsi. Tanyakan kepada { $ask }.

# Languages
language-choose = Pilih bahasa / Choose a language
language-id = Bahasa Indonesia
language-en = English
language-set = Baik, kita memakai Bahasa Indonesia.
language-stranger = Pilihan bahasa disimpan setelah Anda terdaftar. Sampai saat itu, bahasa mengikuti Telegram Anda.

# Telegram's list of commands
command-menu = Buka menu
command-kegiatan = Catat kegiatan kampung
command-kegiatansaya = Kegiatan yang saya kirim
command-lapor = Lapor anak atau perempuan dalam bahaya
command-darurat = Nomor darurat
command-siaran = Kirim siaran (DP3ACSKB, OPD KB)
command-kasus = Kasus (petugas kasus)
command-grup = Hubungkan grup POKJA
command-undang = Undang anggota
command-kampung = Daftar Kampung KB
command-anggota = Anggota di wilayah saya
command-wilayah = Ubah nama atau pecah wilayah
command-admin = Meja admin
command-daftar = Daftar untuk sebuah peran
command-profil = Peran saya dan yang boleh saya lakukan
command-datasaya = Semua data tentang saya
command-hapusdata = Hapus data saya
command-bantuan = Bantuan
command-batal = Berhenti mengisi
command-bahasa = Ganti bahasa
command-privasi = Data dan hak Anda
