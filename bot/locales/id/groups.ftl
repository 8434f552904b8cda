# Groups of a kampung's POKJA: /grup in private
group-how = <b>Grup POKJA di wilayah Anda</b>
    Untuk menghubungkan grup: tekan 🔗 kampungnya, lalu pilih grup Telegram-nya. Izinkan bot menyematkan dan menghapus pesan.
group-kampung = 🏘 <b>{ $name }</b>, { $place }
group-kampung-closed = 🏘 <b>{ $name }</b>, { $place } (sudah ditutup)
group-line = • { $title }: { $state }. Terakhir terkirim: { $last }
group-none = Belum ada grup yang terhubung.
group-no-kampung = Belum ada Kampung KB terdaftar di wilayah Anda. Tanyakan kepada DP3ACSKB.
group-link = 🔗 { $name }
group-button = 💬 { $title }
group-more = Berikutnya ▶
group-first = ◀ Dari awal
group-find = 🔎 Cari kampung
group-back = ◀ Kembali
group-not-found = Tidak ada kampung terdaftar di "{ $text }" dalam wilayah Anda. Coba nama desa atau kecamatan lain.
groupfind-name = pencarian kampung
groupfind-place = <b>Kampung di mana?</b>
groupfind-place-hint = Tulis nama desa atau kecamatannya.
groupfind-place-label = Tempat

# One group
group-card =
    💬 <b>{ $title }</b>
    Kampung: { $place }
    Keadaan: { $state }
    Anggota: { $members }
    Bot bisa menulis: { $post }
    Bot bisa menyematkan: { $pin }
    Bot bisa menghapus: { $delete }
    Terakhir terkirim: { $delivered }
    Terakhir dilihat: { $seen }
group-away = Tak terjangkau sejak { $since }.
group-topic = Pesan masuk ke topik tempat grup ini dihubungkan.
group-state-active = aktif
group-state-checking = sedang diperiksa
group-state-pending = menunggu konfirmasi POKJA
group-state-unreachable = bot sudah tidak di grup
group-state-muted = bot tidak boleh menulis
group-can = ya
group-cannot = tidak
group-not-seen = belum dilihat
group-never = belum pernah
group-look = 🔄 Lihat lagi
group-looking = Sedang saya lihat. Hasilnya saya kirim di sini.
group-looked = Grup <b>{ $title }</b> sudah saya lihat.
group-open-card = Lihat keadaannya
group-show-link = 🔗 Hubungkan grup lain
group-unbind = ✂️ Lepas grup ini
group-unbind-sure = Lepas grup <b>{ $title }</b> dari { $place }? Siaran dan pengingat tidak akan masuk ke sana lagi.
group-unbind-yes = Ya, lepas
group-unbound = Grup <b>{ $title }</b> sudah dilepas dari { $place }. Bot masih ada di grup itu; keluarkan kalau tidak diperlukan.
group-unknown = Grup itu tidak ada lagi, atau bukan di wilayah Anda. Ketik /grup untuk melihat daftarnya.

# Confirming a group that waits
group-ask =
    { $name } menghubungkan grup <b>{ $title }</b> dengan kampung <b>{ $place }</b>.
    Saya tidak bisa memastikan bahwa itu grup POKJA Anda. Apakah benar?
group-ask-alone =
    Anda menghubungkan grup <b>{ $title }</b> dengan kampung <b>{ $place }</b>.
    Belum ada orang lain yang bisa memastikannya. Apakah Anda yakin itu grup POKJA-nya?
group-yes = ✅ Ya, itu grup kami
group-no = Bukan, lepas
group-not-asked = Konfirmasi grup ini bukan untuk Anda. Tanyakan kepada { $ask }.
group-decided = Grup ini sudah diputuskan sebelumnya oleh orang lain. Keadaannya: /grup.
group-confirmed-by-you = ✅ Grup <b>{ $title }</b> sekarang grup POKJA { $place }. Terima kasih.
group-confirmed-told = ✅ Grup <b>{ $title }</b> sudah dikonfirmasi sebagai grup POKJA { $place }.
group-declined-by-you = Baik, grup <b>{ $title }</b> tidak jadi dihubungkan dengan { $place }.
group-declined-told = Grup <b>{ $title }</b> tidak dikonfirmasi sebagai grup POKJA { $place }. Bicarakan dengan POKJA di sana.

# What is said in a group
group-link-wrong = Tautan grup ini tidak dikenal. Ambil tautan baru dengan /grup di obrolan pribadi.
group-hello = Halo! Grup ini belum terhubung ke kampung mana pun. Penanggung jawab kampung: ketik /grup di obrolan pribadi dengan bot.
group-anonymous = Anda menulis atas nama grup, jadi saya tidak tahu siapa Anda. Matikan "Tetap anonim" di pengaturan admin, lalu buka tautannya sekali lagi dengan nama sendiri.
group-checking = Terima kasih. Saya periksa sebentar apakah ini grup POKJA <b>{ $place }</b>.
group-bound =
    ✅ Grup ini sekarang grup POKJA <b>{ $place }</b>. Siaran dan pengingat akan masuk ke sini.
    Laporan perlindungan anak jangan ditulis di grup: selalu di obrolan pribadi dengan bot.
group-pending = Grup ini menunggu konfirmasi POKJA <b>{ $place }</b>. Setelah itu siaran dan pengingat masuk ke sini.
group-already = Grup ini memang sudah terhubung dengan <b>{ $place }</b>.
group-elsewhere = Grup ini sudah terhubung dengan kampung lain. Yang bisa memindahkannya hanya penanggung jawab keduanya, misalnya DP3ACSKB: dengan tautan dari /grup.
group-ended = Desa dalam tautan ini sudah berganti kode. Ambil tautan baru dengan /grup di obrolan pribadi.
group-unregistered = Belum ada Kampung KB terdaftar di { $place }. Mintalah DP3ACSKB mendaftarkannya dulu.
group-refused = Grup hanya bisa dihubungkan oleh penanggung jawab { $place }. Tanyakan kepada PLKB di desa itu.
group-declined = Grup ini tidak jadi dihubungkan dengan <b>{ $place }</b>.
group-let-go = Grup ini sudah dilepas dari <b>{ $place }</b>. Siaran tidak masuk ke sini lagi.
group-help = Grup POKJA <b>{ $place }</b>. Kegiatan dan laporan diisi di obrolan pribadi dengan bot.
group-private = Bagian ini diisi di obrolan pribadi.
group-alarm = Kalau anak atau perempuan dalam bahaya, telepon sekarang. Laporan diisi di obrolan pribadi; tidak ada yang lain yang melihatnya.
group-alarm-report = Isi laporan di sini
group-open-private = Buka obrolan pribadi

# Told to those responsible
group-told-away = ⚠️ Bot tidak lagi berada di grup <b>{ $title }</b> ({ $place }). Siaran tidak sampai ke sana. Kalau itu keliru, masukkan lagi bot ke grup dalam 30 hari.
group-told-muted = ⚠️ Bot tidak boleh menulis di grup <b>{ $title }</b> ({ $place }). Siaran tidak sampai ke sana. Mintalah admin grup mengizinkannya.
group-told-back = ✅ Bot bisa menulis lagi di grup <b>{ $title }</b> ({ $place }).
person-told-away =
    ⚠️ <b>{ $name }</b> tidak bisa dihubungi lagi lewat bot: bot diblokir atau akunnya dihapus.
    Peran: { $roles }
    Hubungi orangnya. Kalau berganti HP, ia bisa masuk lagi dengan /daftar.
person-told-away-bare = ⚠️ <b>{ $name }</b> tidak bisa dihubungi lagi lewat bot: bot diblokir atau akunnya dihapus. Hubungi orangnya.
role-in-place = { $role } di { $place }
