# /kegiatan
activity-name = catatan kegiatan
activity-region = <b>Di desa atau kelurahan mana?</b>
activity-region-label = Desa
activity-village = <b>Di kampung mana?</b>
activity-village-label = Kampung
activity-date = <b>Kapan kegiatannya?</b> Pilih, atau tulis misalnya "kemarin" atau 12/3.
activity-date-label = Tanggal
activity-title = <b>Apa nama kegiatannya?</b>
activity-title-hint = Misalnya: Posyandu Melati. Boleh juga satu kalimat: "Posyandu Melati kemarin, 25 ibu 30 balita, dana desa".
activity-title-label = Judul
activity-section = <b>Seksi apa?</b> Pilih yang paling dekat.
activity-section-label = Seksi
activity-target_groups = <b>Siapa sasarannya?</b> Boleh lebih dari satu, lalu Selesai.
activity-target_groups-label = Sasaran
activity-agencies = <b>Instansi mana yang ikut?</b> Boleh lebih dari satu, lalu Selesai.
activity-agencies-hint = Ketik beberapa huruf untuk mencari, misalnya "pus".
activity-agencies-label = Instansi
activity-participants = <b>Berapa pesertanya?</b>
activity-participants-hint = Tekan jumlahnya, atau tulis misalnya: 25 orang, 20 L 12 P 5 anak, 25 ibu 30 balita.
activity-participants-label = Peserta
activity-funding = <b>Dari mana dananya?</b> Boleh lebih dari satu, lalu Selesai. Tanpa dana? Langsung Selesai.
activity-funding-label = Sumber dana
activity-place = <b>Di mana tempatnya?</b> Tulis namanya, atau kirim lokasi.
activity-place-label = Tempat
activity-photos = <b>Kirim fotonya.</b>
activity-photos-hint = Sampai lima foto, boleh sekaligus sebagai album.
activity-photos-label = Foto
activity-description = <b>Ada yang perlu diceritakan?</b> Tulis singkat, atau Lewati.
activity-description-label = Keterangan
activity-saved = ✅ Tersimpan: <b>{ $title }</b>, { $date }. Nomor tanda terima menyusul di bawah.
activity-receipt =
    🧾 <b>Tanda terima { $receipt }</b>
    { $title }
    { $date }, { $place }

    Terima kasih. Menambah foto, mengubah atau menarik kembali: /kegiatansaya.
activity-list-empty = Belum ada kegiatan yang Anda kirim. Mulai dengan /kegiatan.
activity-list-line =
    <b>{ $title }</b>
    { $date }, { $place }
    { $receipt }, { $photos } foto

## Asked only from the summary
activity-inpres = <b>Termasuk program Inpres 3/2022 yang mana?</b> Pilih yang paling dekat, atau Lewati.
activity-inpres-label = Program Inpres
activity-tags = <b>Ada hubungannya dengan apa?</b> Boleh lebih dari satu, lalu Selesai.
activity-tags-label = Penanda CIKAR
activity-post_type = <b>Fotonya foto apa?</b>
activity-post_type-label = Jenis foto
activity-type-activity = Foto kegiatan
activity-type-before_after = Sebelum dan sesudah
activity-photos_before = <b>Kirim foto SEBELUM</b>, boleh sekaligus sebagai album.
activity-photos_before-label = Foto sebelum
activity-photos_after = <b>Kirim foto SESUDAH</b>, boleh sekaligus sebagai album.
activity-photos_after-label = Foto sesudah
activity-captions = <b>Keterangan foto.</b> Tekan fotonya, tulis keterangannya, lalu Selesai.
activity-captions-label = Keterangan foto
activity-follow_up = <b>Apa tindak lanjutnya?</b> Tulis singkat, atau Lewati.
activity-follow_up-label = Tindak lanjut
activity-poktan = <b>Pertemuan POKTAN mana?</b> Boleh lebih dari satu, lalu Selesai.
activity-poktan-label = POKTAN
activity-problem = <b>Kegiatan ini menjawab masalah yang mana?</b> Pilih, atau Lewati. Catat masalah baru dengan /masalah.
activity-problem-label = Masalah
activity-pin = <b>Di mana tepatnya?</b> Tekan Kirim lokasi, atau Lewati.
activity-pin-label = Lokasi peta

## Short ways
activity-again = 🔁 Sama seperti tadi
activity-photo-first = 📷 Foto disimpan. Foto ini untuk kegiatan apa?
activity-heard-no-day = 📝 <b>{ $title }</b> sudah saya baca. Harinya belum disebut, belum terjadi, atau tidak ada di kalender: pilih harinya.
activity-heard = 📝 <b>{ $title }</b> sudah saya baca. Jawab dulu yang ini, lalu Kirim.
activity-photo-kept = 📷 Foto disimpan untuk <b>{ $title }</b>.
activity-forwarded = Pesan terusan tidak dicatat sebagai kegiatan. Tulis sendiri singkat saja, atau mulai dengan /kegiatan.
activity-two =
    Kegiatan <b>{ $old }</b> belum dikirim. Pesan tadi kelihatannya kegiatan lain: <b>{ $new }</b>.
    Mana yang dikerjakan sekarang?
activity-two-keep = ⬅️ Selesaikan yang tadi
activity-two-new = 🆕 Ganti dengan yang baru
activity-two-kept = Baik, yang tadi dulu. Setelah terkirim, kirim lagi pesan yang satunya.
activity-twin-own = Anda sudah mencatat <b>{ $title }</b> pada { $date } di kampung ini. Yang ini kegiatan lain?
activity-twin-other = Anggota lain sudah mencatat <b>{ $title }</b> pada { $date } di kampung ini. Yang ini kegiatan lain?
activity-twin-save = ✅ Ya, simpan
activity-twin-drop = ✖️ Tidak, batalkan
activity-twin-look = 👁 Lihat

## Somebody in danger
danger-lead = Sepertinya ini tentang seseorang yang perlu ditolong. Ceritakan lewat /lapor, supaya langsung sampai ke petugas dan tetap rahasia. Kalau bahaya sekarang: /darurat. Tulisan tadi tidak disimpan di sini.
