# /siaran
broadcast-name = siaran
broadcast-text = <b>Tulis isi siarannya.</b>
broadcast-text-hint = Persis seperti yang akan dibaca penerima.
broadcast-text-label = Isi
broadcast-photo = <b>Kirim satu foto</b>, atau Lewati.
broadcast-photo-label = Foto
broadcast-audience = <b>Kepada siapa?</b>
broadcast-audience-label = Kepada
broadcast-region = <b>Di wilayah mana?</b> Wilayah di bawahnya ikut.
broadcast-region-label = Wilayah
broadcast-when = <b>Kapan dikirim?</b> Pilih, atau tulis misalnya "besok 08.00".
broadcast-when-label = Waktu
audience-groups = Grup POKJA
audience-everyone = Semua anggota
broadcast-caption-too-long = Teks yang disertai foto paling banyak { $most } huruf. Pendekkan, atau hapus fotonya.
broadcast-nobody = Belum ada penerima di { $place } untuk pilihan itu. Tidak ada yang dikirim. Coba wilayah atau penerima lain dengan /siaran.
broadcast-confirm =
    <b>Siap dikirim?</b>
    Wilayah: { $place }
    Penerima: { $groups } grup, { $people } orang ({ $unreachable } tak terjangkau)
    Waktu: { $when }
broadcast-send = ✅ Ya, kirim
broadcast-drop = Jangan dikirim
broadcast-going = 📣 Siaran dikirim. Kemajuannya muncul di bawah.
broadcast-scheduled = 🕗 Siaran dijadwalkan: { $when }.
broadcast-dropped = Siaran tidak dikirim.
broadcast-already = Siaran ini sudah diputuskan sebelumnya.
broadcast-unknown = Siaran itu tidak ada, atau bukan milik Anda. Tanyakan kepada DP3ACSKB.
broadcast-started = 📣 Siaran mulai dikirim…
broadcast-skipped = ⚠️ Siaran untuk { $due } terlewat karena bot sedang tidak berjalan, dan tidak dikirim. Buat lagi dengan /siaran.
broadcast-progress = 📣 Terkirim { $sent }, gagal { $failed }, diblokir { $blocked }, tidak pasti { $uncertain }, tersisa { $left }.
broadcast-account =
    <b>Siaran selesai</b>
    Terkirim: { $sent } dari { $total }
    Gagal: { $failed }
    Diblokir atau tak terjangkau: { $blocked }
    Tidak pasti: { $uncertain }
