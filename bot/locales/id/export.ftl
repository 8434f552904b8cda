# Activities as files for other systems, and posts to other systems.

command-unduh = mengunduh kegiatan sebagai berkas
export-name = unduhan kegiatan
export-button = ⬇️ Unduh kegiatan
export-region = <b>Kegiatan wilayah mana?</b>
export-region-label = Wilayah
export-region-hint = Pilih kabupaten/kota, kecamatan, atau desa. Semua yang ada di dalamnya ikut.
export-period = <b>Kegiatan dari kapan?</b>
export-period-label = Waktu
export-period-month = Bulan ini
export-period-last = Bulan lalu
export-period-year = Tahun ini
export-period-days = Pilih tanggal sendiri
export-first = <b>Mulai tanggal berapa?</b>
export-first-label = Mulai
export-last = <b>Sampai tanggal berapa?</b>
export-last-label = Sampai
export-days-order = Tanggal akhir lebih awal daripada tanggal mulai. Pilih tanggal akhir yang lain.
export-columns = <b>Berkasnya untuk apa?</b>
export-columns-label = Bentuk berkas
export-columns-hint = Excel untuk dibaca dan diolah. CSV untuk dimasukkan ke sistem lain.
export-columns-cikar-xlsx = Formulir CIKAR, Excel
export-columns-site-xlsx = Kolom situs Kampung KB, Excel
export-columns-cikar-csv = Formulir CIKAR, CSV
export-columns-site-csv = Kolom situs Kampung KB, CSV
export-asked =
    ⏳ Kegiatan { $place } sedang disiapkan.
    { $first } sampai { $last }
    Berkasnya dikirim ke sini begitu selesai.
export-busy = Unduhan Anda yang sebelumnya masih disiapkan. Tunggu sampai berkasnya datang, lalu ketik /unduh lagi.
export-progress = ⏳ { $done } dari { $total } kegiatan sudah ditulis.
export-file =
    📄 <b>Kegiatan { $place }</b>
    { $first } sampai { $last }
    Isinya { $rows } kegiatan.
export-file-cut =
    📄 <b>Kegiatan { $place }</b>
    { $first } sampai { $last }
    Isinya hanya { $rows } kegiatan pertama, sisanya tidak muat. Pilih wilayah atau waktu yang lebih sempit untuk sisanya.
export-nothing =
    Tidak ada kegiatan { $place } pada
    { $first } sampai { $last }
    Ketik /unduh untuk memilih waktu lain.
export-role-ended = Berkas kegiatan { $place } ({ $first } sampai { $last }) tidak dibuat, karena peran Anda di sana sudah berakhir. Tanyakan kepada DP3ACSKB kalau ini keliru.
export-too-big = Berkas kegiatan { $place } ({ $first } sampai { $last }) terlalu besar untuk Telegram. Ketik /unduh dan pilih Excel, yang lebih kecil, atau wilayah dan waktu yang lebih sempit.
export-failed = Maaf, berkas kegiatan { $place } ({ $first } sampai { $last }) tidak berhasil dibuat. Tidak ada data yang hilang. Coba /unduh lagi nanti; petugas teknis sudah bisa melihatnya.
posts-button = 📤 Kiriman ke sistem lain
posts-head = 📤 <b>Kiriman ke sistem lain</b>
posts-none = Belum ada sistem lain yang diatur. Operator menambahkannya di config.toml.
posts-line =
    <b>{ $name }</b> ({ $host })
    Terkirim hari ini: { $done }. Menunggu: { $waiting }. Gagal: { $failed }
posts-trouble = Terakhir: { $why }. Dicoba lagi { $at }
posts-no-secret = ⚠️ Kunci tanda tangannya belum ada ({ $variable }), jadi tidak ada yang dikirim. Minta operator mengisinya.
posts-failed-button = ❌ { $name }: { $count } gagal
posts-failed-head = ❌ <b>Tidak terkirim ke { $name }</b>
posts-failed-line =
    <b>{ $receipt }</b>, { $event }
    { $why }, { $at }
posts-event-saved = disimpan
posts-event-verified = diverifikasi
posts-again = 🔁 Coba lagi
posts-back = ◀ Kiriman ke sistem lain
posts-tried-again = { $count } kiriman dicoba lagi.
posts-nothing-to-try = Tidak ada yang perlu dicoba lagi.
