# /kegiatansaya: what one sent
after-list = <b>Kegiatan saya</b>, yang terbaru di atas. Tekan judulnya untuk membuka.
after-state-saved = ⏳ belum diperiksa
after-state-verified = ✅ diperiksa
after-state-returned = ↩️ dikembalikan
after-state-withdrawn = 🗑 ditarik

# One activity whole
after-card =
    <b>{ $title }</b>
    { $state }
    { $date }, { $place }
    Tanda terima { $receipt }
after-field = { $name }: { $value }
after-field-date = Tanggal
after-field-title = Judul
after-field-section = Seksi
after-field-targets = Sasaran
after-field-agencies = Instansi
after-field-participants = Peserta
after-field-funding = Sumber dana
after-field-inpres = Program Inpres
after-field-tags = Penanda CIKAR
after-field-poktan = POKTAN
after-field-kind = Jenis foto
after-field-place = Tempat
after-field-pin = Lokasi peta
after-field-description = Keterangan
after-field-follow_up = Tindak lanjut
after-field-problem = Menjawab masalah
after-field-sender = Pengirim
after-field-checked = Diperiksa oleh
after-field-note = Catatan yang harus diperbaiki
after-field-changed = Diubah
after-field-photos = Foto
after-field-changes = Jumlah perubahan
after-before-after = sebelum dan sesudah
after-count-male = { $count } laki-laki
after-count-female = { $count } perempuan
after-count-children = { $count } anak
after-count-people = { $count } orang
after-checked-by = { $role }, { $at }
after-edit = ✏️ Ubah
after-add-photo = 📷 Tambah foto
after-withdraw = 🗑 Tarik
after-restore = ↩️ Batalkan penarikan
after-history = 📜 Riwayat
after-open = Buka yang terbaru
after-back-mine = ◀ Kegiatan saya
after-back-card = ◀ Kembali ke kegiatan
after-back-queue = ◀ Ke antrean
after-unknown = Kegiatan itu tidak ada, atau bukan bagian Anda. Lihat lagi di /kegiatansaya atau /periksa.
after-moved = Kegiatan ini baru saja berubah. Buka lagi dari daftar, lalu coba sekali lagi.

# Editing
activity_edit-name = perubahan kegiatan
activity_photos-name = tambahan foto
activity_photos-photos = <b>Kirim fotonya</b>, lalu tekan Selesai.
activity_photos-photos-label = Foto
after-photos-of = 📷 <b>{ $title }</b>, { $date }
after-photos-full = Kegiatan ini sudah punya { $most } foto, dan itu yang paling banyak. Kalau ada yang salah, tekan Ubah dan ganti fotonya.
after-edited = ✅ Perubahan tersimpan. PLKB melihatnya sebagai kegiatan yang diubah.
after-edit-same = Tidak ada yang diubah. Kegiatannya tetap seperti ini.
after-edit-moved = Kegiatan ini sudah berubah sejak Anda membukanya. Di bawah ini yang terbaru, dengan isian Anda. Periksa sekali lagi, lalu Kirim.
after-edit-withdrawn = Kegiatan ini sudah ditarik, jadi tidak bisa diubah. Kalau itu keliru, batalkan penarikannya dulu (dalam 24 jam).
after-edit-verified = Kegiatan ini sudah diperiksa, jadi tidak bisa diubah sendiri. Minta PLKB mengembalikannya; isian Anda tetap saya simpan.
after-edit-late = Waktu untuk mengubah kegiatan ini sudah lewat. Kalau ada yang keliru, minta PLKB mengembalikannya.
after-unsent = Perubahan untuk kegiatan lain belum Anda kirim. Selesaikan dulu, atau buang.

# Withdrawing
activity_withdraw-name = penarikan kegiatan
activity_withdraw-reason = <b>Kenapa ditarik?</b> Kegiatan ini tidak akan dihitung lagi.
activity_withdraw-reason-label = Alasan
activity_withdraw-other = <b>Apa alasannya?</b> Tulis singkat saja.
activity_withdraw-other-label = Alasan
after-withdraw-of = 🗑 <b>{ $title }</b>, { $date }
after-reason-twice = Terkirim dua kali
after-reason-wrong = Salah kampung atau salah isi
after-reason-nothing = Kegiatannya tidak jadi
after-reason-other = Alasan lain
after-withdrawn = 🗑 <b>{ $title }</b> sudah ditarik. Orang lain tidak melihatnya lagi; di daftar Anda tetap ada. Berubah pikiran? Bisa dibatalkan dalam 24 jam.
after-withdraw-twice = Kegiatan ini sudah ditarik sebelumnya.
after-withdraw-late = Waktu untuk menarik kegiatan ini sudah lewat. Bicarakan dengan PLKB di desa Anda.
after-restored = ✅ Penarikan dibatalkan. Kegiatannya kembali seperti semula.
after-restore-none = Kegiatan ini tidak sedang ditarik.
after-restore-late = Penarikan hanya bisa dibatalkan dalam 24 jam. Kirim lagi kegiatannya dengan /kegiatan.

# History
after-history-of =
    📜 <b>{ $title }</b>
    Dikirim { $at }
after-history-none = Belum ada yang berubah sejak itu.
after-by-author = pengirimnya
after-did-edited = ✏️ { $at }: diubah oleh { $who }
after-did-withdrawn = 🗑 { $at }: ditarik oleh { $who }
after-did-restored = ↩️ { $at }: penarikan dibatalkan oleh { $who }
after-did-verified = ✅ { $at }: dinyatakan sesuai oleh { $who }
after-did-returned = ↩️ { $at }: dikembalikan oleh { $who }
after-did-fields = Yang diubah: { $fields }
after-did-note = Catatan: { $note }
after-was = { $name } (tadinya { $value })

# /periksa: checking
menu-periksa = 🔎 Periksa kegiatan
command-periksa = Periksa kegiatan yang masuk
after-queue = <b>Menunggu diperiksa: { $count }</b>. Tekan nomornya untuk membuka foto dan isinya.
after-queue-many = <b>Menunggu diperiksa: lebih dari { $count }</b>. Tekan nomornya untuk membuka foto dan isinya.
after-queue-empty = Tidak ada kegiatan yang menunggu diperiksa di wilayah Anda. Terima kasih!
after-queue-line =
    { $number }. <b>{ $title }</b>
    { $date }, { $place }, { $photos } foto
after-queue-line-changed =
    { $number }. <b>{ $title }</b> (diubah)
    { $date }, { $place }, { $photos } foto
after-first = ◀ Dari awal
after-next = Berikutnya ▶
after-yes = ✅ Sesuai
after-return = ↩️ Kembalikan
after-all = ✅ Sesuai semua di halaman ini ({ $count })
after-all-sure =
    Nyatakan sesuai <b>{ $count } kegiatan</b> ini tanpa dibuka satu per satu?
    { $titles }
after-all-yes = ✅ Ya, { $count } kegiatan sesuai
after-all-no = Belum, kembali
after-all-done = ✅ { $count } kegiatan dinyatakan sesuai. Pengirimnya saya kabari.
after-page-changed = Isi halaman ini sudah berubah, jadi belum ada yang diputuskan. Ini yang terbaru:
after-verified = ✅ <b>{ $title }</b>, { $date }, dinyatakan sesuai. Pengirimnya saya kabari.
after-return-of = ↩️ <b>{ $title }</b>, { $date }
activity_return-name = catatan pengembalian
activity_return-note = <b>Apa yang perlu diperbaiki?</b> Pengirimnya akan membaca catatan ini.
activity_return-note-hint = Misalnya: Jumlah pesertanya belum diisi.
activity_return-note-label = Catatan
after-returned =
    ↩️ <b>{ $title }</b> dikembalikan kepada pengirimnya dengan catatan:
    { $note }
after-return-lost = Catatan Anda belum terkirim: { $note }
after-check-own = Kegiatan sendiri diperiksa oleh orang lain. Mintalah kepada { $ask }.
after-check-withdrawn = Kegiatan ini sudah ditarik oleh pengirimnya, jadi tidak perlu diperiksa lagi. Tidak ada yang berubah.
after-check-verified = Kegiatan ini sudah dinyatakan sesuai sebelumnya. Tidak ada yang berubah.
after-check-returned = Kegiatan ini sudah dikembalikan sebelumnya dan menunggu perbaikan pengirimnya. Tidak ada yang berubah.
after-check-moved = Kegiatan ini sudah diubah sejak Anda membukanya. Belum ada yang diputuskan; ini yang terbaru.
after-told-verified = 🎉 Kegiatan Anda <b>{ $title }</b>, { $date }, sudah diperiksa dan sesuai. Terima kasih atas kerjanya!
after-told-verified-many =
    🎉 { $count } kegiatan Anda sudah diperiksa dan sesuai. Terima kasih atas kerjanya!
    { $titles }
after-told-returned =
    ↩️ Kegiatan Anda <b>{ $title }</b>, { $date }, perlu diperbaiki sedikit:
    { $note }

    Tekan tombol di bawah; isian yang lain tidak perlu diulang.
after-told-edit = ✏️ Perbaiki sekarang

# The kampung's group
after-post = 📌 { $title }, { $date } ({ $section })
after-post-section = 📌 Kegiatan seksi { $section }, { $date }
group-posts-on = 📌 Kabarkan kegiatan di grup
group-posts-off = 📌 Berhenti mengabarkan kegiatan
group-posts = Kegiatan kampung dikabarkan di grup ini.
group-posts-begun = 📌 Mulai sekarang setiap kegiatan kampung ini dikabarkan di sini dengan satu baris: judul, tanggal dan seksinya.
