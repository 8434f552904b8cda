# Texts of every form. Short and kind: they are read on small phones, often in bright sun.

## Buttons
form-back = ⬅️ Kembali
form-skip = Lewati
form-cancel = ✖️ Batal
form-help = ❓ Bantuan
form-add = ➕ { $label }
form-submit = ✅ Kirim
form-edit = ✏️ Ubah
form-done = ✅ Selesai
form-continue = Lanjut
form-agree = Saya setuju
form-yes = Ya
form-no = Tidak
form-unsure = Tidak tahu
form-keep = Tetap: { $value }
form-same-as-last = Sama seperti tadi: { $value }
form-suggested = ⭐ { $value }
form-ticked = ✅ { $value }
form-other = ➕ Lainnya
form-other-ticked = ✅ Lainnya: { $value }
form-other-take = ➕ Lainnya: { $value }
form-search-clear = Tampilkan semua

## Frame of a question
form-progress = Pertanyaan { $step } dari { $total }
form-value = { $value }
form-value-missing = —
form-moved-on = Tombol ini sudah lama. Lanjutkan di pertanyaan terbaru.
form-cancel-sure = Batalkan isian ini? Jawaban yang sudah diisi akan dihapus.
form-cancel-yes = Ya, batalkan
form-cancel-no = Tidak, lanjut mengisi
form-summary = Periksa dulu. Kalau sudah benar, tekan Kirim.
form-summary-line = { $label }: { $value }
form-summary-guess = ⭐ { $label }: { $value }
form-summary-guessed = ⭐ = diisi otomatis. Kalau ada yang keliru, tekan Ubah.
form-help-general = Jawab pertanyaan di bawah. Ketik "kembali" untuk mundur, "batal" untuk berhenti.

## Answers that cannot be taken
form-required = Bagian ini perlu dijawab.
form-empty = Jawabannya kosong. Silakan tulis jawabannya.
form-no-back = Ini pertanyaan pertama, belum bisa kembali.
form-cannot-skip = Pertanyaan ini tidak bisa dilewati.
form-choose-button = Tekan salah satu tombol di bawah, misalnya "{ $example }".
form-not-typed = Jawaban ini tidak bisa diketik. Gunakan tombol di bawah.
form-other-kind = { $kind } belum bisa diterima di sini. Jawab pertanyaannya dengan tombol atau tulisan, ya.
form-kind-animation = GIF
form-kind-audio = Lagu
form-kind-contact = Kontak
form-kind-dice = Dadu
form-kind-document = Dokumen
form-kind-forward = Pesan terusan
form-kind-game = Permainan
form-kind-location = Lokasi
form-kind-poll = Polling
form-kind-sticker = Stiker
form-kind-story = Story
form-kind-venue = Lokasi tempat
form-kind-video = Video
form-kind-video_note = Video bulat
form-kind-voice = Pesan suara
form-kind-other = Kiriman seperti itu

## Text
form-text-no-letters = Tulis dengan huruf atau angka, ya. Emoji saja belum cukup.
form-text-too-long = Terlalu panjang: { $length } huruf, paling banyak { $most }. Tolong diringkas.
form-text-too-short = Terlalu pendek. Tulis paling sedikit { $least } huruf.
form-text-few-letters = Tulis dengan kata, ya. Angka saja belum cukup.

## Days and times
form-today = Hari ini
form-yesterday = Kemarin
form-tomorrow = Besok
form-calendar = 📅 Kalender
form-now = Sekarang
form-at = { $time }
form-yesterday-at = Kemarin { $time }
form-today-at = Hari ini { $time }
form-tomorrow-at = Besok { $time }
form-moment-hour = { $day }. Jam berapa? Pilih atau tulis, misalnya 14.30.
form-date-invalid = Tanggalnya belum terbaca. Contoh: kemarin, 12/3, atau 3 Februari 2026.
form-date-missing = Tanggal itu tidak ada di kalender. Contoh: 28/2 atau 3 Februari 2026.
form-date-weekday = Harinya tidak cocok: tanggal itu { $day }. Tulis tanggalnya saja, ya.
form-date-week = "Minggu" bisa berarti hari atau pekan. Tulis tanggalnya, misalnya 12/3.
form-date-future = { $day } belum terjadi. Pilih hari ini atau sebelumnya.
form-date-too-old = { $day } terlalu lama. Paling awal { $earliest }.
form-moment-invalid = Waktunya belum terbaca. Contoh: besok 08.00 atau 21/11 14.30.
form-moment-past = { $moment } sudah lewat. Pilih waktu yang akan datang.
form-moment-future = { $moment } belum terjadi. Pilih waktu yang sudah lewat.
form-weekday-1 = Sn
form-weekday-2 = Sl
form-weekday-3 = Rb
form-weekday-4 = Km
form-weekday-5 = Jm
form-weekday-6 = Sb
form-weekday-7 = Mg
form-month-1 = Januari { $year }
form-month-2 = Februari { $year }
form-month-3 = Maret { $year }
form-month-4 = April { $year }
form-month-5 = Mei { $year }
form-month-6 = Juni { $year }
form-month-7 = Juli { $year }
form-month-8 = Agustus { $year }
form-month-9 = September { $year }
form-month-10 = Oktober { $year }
form-month-11 = November { $year }
form-month-12 = Desember { $year }

## Numbers
form-number-invalid = Tulis satu angka saja, misalnya 25.
form-number-whole = Tulis angka bulat tanpa koma, misalnya 25.
form-number-negative = Angkanya tidak boleh kurang dari nol. Contoh: 25.
form-number-range = Tulis satu angka, bukan { $least }–{ $most }. Kira-kira saja tidak apa-apa.
form-number-too-many = Angkanya terlalu besar, paling banyak { $most }.
form-number-too-few = Angkanya terlalu kecil, paling sedikit { $least }.
form-counts-nobody = 0 (tidak ada)
form-counts-male = { $count } laki-laki
form-counts-female = { $count } perempuan
form-counts-children = { $count } anak
form-counts-people = { $count } orang
form-counts-invalid = Jumlahnya belum terbaca. Contoh: 20 L 12 P 5 anak.
form-counts-kind = { $count } orang itu siapa saja? Pisahkan, misalnya: 20 L 12 P 5 anak.

## Choices
form-choice-unknown = Pilihan itu belum ada. Tekan tombol di bawah, misalnya "{ $example }".
form-choice-empty = Saat ini belum ada pilihannya.
form-choice-none = Belum ada pilihan di sini. Tanyakan kepada PLKB di desa Anda.
form-choice-gone = Pilihan itu sudah tidak ada. Pilih lagi, ya.
form-choices-picked = Dipilih: { $value }
form-choices-too-few = Pilih paling sedikit { $least }, lalu tekan Selesai.
form-choices-too-many = Paling banyak { $most } pilihan. Hapus satu dulu dengan menekannya lagi.
form-other-ask = Ketik namanya, lalu kirim.

## Photos
form-photos-so-far = { $count } dari { $most } foto. Kirim lagi, atau tekan Selesai.
form-photos-album = Foto-foto album diterima, paling banyak { $most }. Kirim lagi, atau tekan Selesai.
form-photos-full = Sudah { $most } foto, itu yang paling banyak. Tekan Selesai.
form-photos-drop-last = 🗑 Hapus foto terakhir
form-photos-count = { $count } foto
form-photos-send = Kirim fotonya, ya. Kalau sudah cukup, tekan Selesai atau Lewati.
form-photos-none = Belum ada foto. Kirim paling sedikit satu.
form-photos-too-many = Paling banyak { $most } foto. Foto sebelumnya tetap tersimpan.
form-photos-twice = Foto itu sudah ada.
form-photo-early = Foto disimpan untuk bagian foto nanti. Sekarang jawab dulu pertanyaan ini.
form-photo-added = Foto ditambahkan.
form-photo-none = Formulir ini tidak memakai foto. Fotonya tidak disimpan.
form-photo-as-file = Itu terkirim sebagai berkas, jadi belum bisa disimpan. Kirim lagi sebagai foto, bukan berkas, ya.
form-photo-video = Video tidak bisa disimpan. Kirim fotonya saja, ya.
form-captions-which = Foto ke-{ $number }: { $caption }
form-captions-empty = belum ada keterangan
form-captions-now = Tulis keterangan untuk foto ke-{ $number }.
form-captions-choose = Pilih fotonya dulu, lalu tulis keterangannya.
form-captions-count = { $count } keterangan

## Places, telephone numbers and regions
form-location-send = 📍 Kirim lokasi
form-location-how = Tekan tombol lokasi di bawah layar.
form-location-button = 📍 Kirim lokasi saya
form-location-invalid = Lokasinya belum terbaca. Tulis nama tempatnya saja, ya.
form-contact-send = 📱 Kirim nomor saya
form-contact-how = Tekan tombol nomor di bawah layar, atau tulis nomornya.
form-contact-button = 📱 Kirim nomor saya
form-phone-invalid = Nomornya belum terbaca. Contoh: 0812 3456 7890.
form-phone-not-own = Itu kontak orang lain. Kirim nomor Anda sendiri dengan tombol, atau tulis nomornya.
form-region-choose = ✅ Pilih { $value }
form-region-in = Wilayah: { $value }
form-region-up = ⬆️ Wilayah lain
form-region-unknown = Wilayah itu belum ketemu. Tekan tombol, atau tulis namanya, misalnya Toboali.
form-region-near = Nama itu belum ketemu. Mungkin salah satu tombol di bawah?
form-region-ended = { $value } sudah berakhir sejak { $since }. Pilih wilayah lain.
form-region-moved = { $value } sudah berakhir sejak { $since }, sekarang { $now }. Pilih yang sekarang.
form-region-outside = Wilayah itu di luar wilayah Anda. Pilih dari tombol di bawah; kalau keliru, tanyakan kepada DP3ACSKB.
