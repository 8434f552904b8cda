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

# Groups
group-how = Pilih kampung, lalu pilih grup Telegram POKJA-nya. Bot akan masuk ke grup itu.
group-no-kampung = Belum ada Kampung KB terdaftar di wilayah Anda. Tanyakan kepada DP3ACSKB.
group-link = 🔗 { $name }
group-link-wrong = Tautan grup ini tidak dikenal. Ambil tautan baru dengan /grup di obrolan pribadi.
group-hello = Halo! Grup ini belum terhubung ke kampung mana pun. Penanggung jawab kampung: ketik /grup di obrolan pribadi dengan bot.
group-bound = ✅ Grup ini sekarang grup POKJA <b>{ $place }</b>. Siaran dan pengingat akan masuk ke sini.
group-already = Grup ini memang sudah terhubung dengan <b>{ $place }</b>.
group-elsewhere = Grup ini sudah terhubung dengan kampung lain. Yang bisa memindahkannya hanya penanggung jawab keduanya, misalnya DP3ACSKB: dengan tautan dari /grup.
group-refused = Grup hanya bisa dihubungkan oleh penanggung jawab { $place }. Tanyakan kepada PLKB di desa itu.
group-help = Grup POKJA <b>{ $place }</b>. Kegiatan dan laporan diisi di obrolan pribadi dengan bot.
group-private = Bagian ini diisi di obrolan pribadi.
group-report = Untuk keselamatan, laporan hanya di obrolan pribadi. Telepon 129 kalau darurat.
group-open-private = Buka obrolan pribadi
