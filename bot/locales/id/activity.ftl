# /kegiatan
activity-name = catatan kegiatan
activity-region = <b>Di desa atau kelurahan mana?</b>
activity-region-label = Desa
activity-village = <b>Di kampung mana?</b>
activity-village-label = Kampung
activity-date = <b>Kapan kegiatannya?</b> Pilih, atau tulis misalnya "kemarin" atau 12/3.
activity-date-label = Tanggal
activity-title = <b>Apa nama kegiatannya?</b>
activity-title-hint = Misalnya: Posyandu Melati
activity-title-label = Judul
activity-section = <b>Seksi apa?</b> Pilih yang paling dekat.
activity-section-label = Seksi
activity-target_groups = <b>Siapa sasarannya?</b> Boleh lebih dari satu, lalu Selesai.
activity-target_groups-label = Sasaran
activity-agencies = <b>Instansi mana yang ikut?</b> Boleh lebih dari satu, lalu Selesai.
activity-agencies-hint = Ketik beberapa huruf untuk mencari, misalnya "pus".
activity-agencies-label = Instansi
activity-participants = <b>Berapa pesertanya?</b>
activity-participants-hint = Tulis laki-laki, perempuan, anak. Misalnya: 20 L 12 P 5 anak
activity-participants-label = Peserta
activity-funding = <b>Dari mana dananya?</b> Boleh lebih dari satu, lalu Selesai.
activity-funding-label = Sumber dana
activity-place = <b>Di mana tempatnya?</b> Tulis namanya, atau kirim lokasi.
activity-place-label = Tempat
activity-photos = <b>Kirim fotonya</b>, atau Lewati.
activity-photos-hint = Sampai lima foto, boleh sekaligus sebagai album.
activity-photos-label = Foto
activity-description = <b>Ada yang perlu diceritakan?</b> Tulis singkat, atau Lewati.
activity-description-label = Keterangan
activity-saved = ✅ Tersimpan: <b>{ $title }</b>, { $date }. Nomor tanda terima menyusul di bawah.
activity-receipt =
    🧾 <b>Tanda terima { $receipt }</b>
    { $title }
    { $date }, { $place }

    Terima kasih. Lihat lagi dengan /kegiatansaya.
activity-list-empty = Belum ada kegiatan yang Anda kirim. Mulai dengan /kegiatan.
activity-list = <b>Kegiatan saya</b> (dari nomor { $first }, semuanya { $total })
activity-list-line =
    <b>{ $title }</b>
    { $date }, { $place }
    { $receipt }, { $photos } foto
