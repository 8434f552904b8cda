# The admin's desk.

admin-desk =
    🛠 <b>Meja admin</b>
    Tekan untuk melihat daftarnya.
admin-requests = ⏳ Menunggu lebih dari sehari: { $count }
admin-failed = ⚠️ Pesan yang gagal: { $count }
admin-people = 📵 Orang tidak terjangkau: { $count }
admin-groups = 👥 Grup tidak terjangkau: { $count }
admin-jobs = ❌ Pekerjaan gagal: { $count }
admin-overdue = ⏰ Pekerjaan terlambat: { $count }
admin-answer = ✅ Jawab permintaan
admin-log = 📜 Riwayat perubahan peran
admin-holds = 🔒 Penahanan data
admin-back = ◀ Meja admin
admin-empty = Tidak ada apa-apa di sini.
admin-head-requests = ⏳ <b>Permintaan yang menunggu lebih dari sehari</b>
admin-head-failed = ⚠️ <b>Pesan yang gagal diproses</b>
admin-head-people = 📵 <b>Orang yang tidak terjangkau</b>
admin-head-groups = 👥 <b>Grup yang tidak terjangkau</b>
admin-head-jobs = ❌ <b>Pekerjaan yang gagal</b>
admin-head-overdue = ⏰ <b>Pekerjaan yang terlambat</b>
admin-head-log = 📜 <b>Riwayat perubahan peran</b>
admin-line-request =
    <b>{ $name }</b> meminta { $role }, { $place }
    Di meja: { $rung }. Sejak { $at }
admin-line-person =
    <b>{ $name }</b> – { $role }, { $place }
    Sejak { $at }
admin-line-group =
    <b>{ $name }</b> – { $place }
    Sejak { $at }
admin-line-kind =
    <b>{ $id }</b>: { $what }
    Sejak { $at }
admin-line-log =
    { $at }
    <b>{ $person }</b>: { $change } – { $role }, { $place }
    Oleh { $actor }
admin-line-log-account =
    { $at }
    <b>{ $person }</b>: { $change }
    Oleh { $actor }
admin-log-word = , berdasarkan keterangan { $word }
admin-log-reason = {" "}(alasan: { $reason })
admin-no-role = akun di HP lain
admin-nobody = (akun sudah ditutup)
admin-program = operator atau program
admin-resolve = ✔️ { $update } selesai
admin-resolved = Ditandai selesai.
admin-resolved-before = Ini sudah ditandai selesai sebelumnya.
admin-find = 🔎 Riwayat satu orang
admin-choose = Riwayat siapa?
admin-nobody-named = Tidak ada orang dengan awal nama itu.
auditname-name = pencarian riwayat
auditname-who = <b>Riwayat siapa yang dicari?</b>
auditname-who-label = Nama
auditname-who-hint = Ketik awal namanya.
admin-change-requested = meminta
admin-change-granted = diberi
admin-change-confirmed = dikonfirmasi
admin-change-refused = ditolak
admin-change-suspended = dihentikan sementara
admin-change-resumed = diaktifkan lagi
admin-change-ended = diakhiri
admin-change-changed = tanggalnya diubah
admin-change-handed-over = diserahterimakan
admin-change-relinked = pindah HP
admin-change-moved = pindah wilayah
admin-change-erased = datanya dihapus
admin-change-held = datanya ditahan
admin-change-freed = penahanan data dilepas
