# /lapor, /darurat and /kasus. Short, calm, and never a word that blames.
hotline = ☎️ <b>{ $number }</b> – { $name }
hotline-unverified = ☎️ <b>{ $number }</b> – { $name } (belum diverifikasi)
emergency =
    <b>Nomor darurat</b>
    Dalam bahaya sekarang? Telepon dulu.
report-numbers =
    <b>Dalam bahaya sekarang? Telepon dulu.</b>
    Bot ini meneruskan laporan ke petugas; bot bukan layanan darurat.
report-name = laporan
report_now-name = laporan
report-in_danger = <b>Apakah anak (atau perempuan) itu dalam bahaya sekarang?</b>
report-in_danger-hint = Jawab sejauh yang Anda tahu. Jangan menanyai anaknya. Pesan yang Anda ketik dihapus dari obrolan ini.
report-in_danger-label = Dalam bahaya sekarang
report-badly_hurt = <b>Apakah ada luka berat?</b>
report-badly_hurt-label = Luka berat
report-suspect_near = <b>Apakah terduga pelaku serumah atau bisa mendatanginya?</b>
report-suspect_near-label = Terduga pelaku dekat
report-sexual_recent = <b>Apakah ada kekerasan seksual beberapa hari ini?</b>
report-sexual_recent-label = Kekerasan seksual baru-baru ini
report-suicide = <b>Apakah ada pembicaraan ingin mengakhiri hidup?</b>
report-suicide-label = Ingin mengakhiri hidup
report-kinds = <b>Apa yang terjadi?</b> Boleh lebih dari satu, lalu Selesai.
report-kinds-label = Bentuk
report-age = <b>Kira-kira berapa umurnya?</b>
report-age-label = Umur
report-village = <b>Di desa atau kelurahan mana?</b> Pilih, atau tulis namanya.
report-village-label = Desa
report_now-village = <b>Di desa atau kelurahan mana?</b>
report_now-village-hint = Tulis namanya saja, misalnya Toboali.
report_now-village-label = Desa
report-account = <b>Ceritakan singkat apa yang terjadi.</b>
report-account-hint = Fakta saja, tanpa nama anak. Pesan ini dihapus dari obrolan setelah diterima.
report-account-label = Kejadian
report_now-account = <b>Apa yang terjadi? Tulis singkat.</b>
report_now-account-hint = Tanpa nama anak. Pesan ini dihapus dari obrolan setelah diterima.
report_now-account-label = Kejadian
report-urgency = <b>Seberapa mendesak?</b> Anda boleh menaikkannya.
report-urgency-label = Kemendesakan
report-send-now = 🆘 Kirim sekarang
report-leave = Keluar cepat
report-left = Baik. Ketik /menu kapan saja.
report-filed = ✅ Laporan Anda sudah diterima dan petugas kab/kota sedang diberi tahu. Nomor tanda terima menyusul di bawah.
report-filed-alone = ⚠️ Laporan Anda sudah disimpan, tetapi belum ada petugas yang bisa diberi tahu otomatis. <b>Telepon SAPA 129 sekarang.</b>
report-receipt =
    🧾 Tanda terima: <code>{ $receipt }</code>
    Catat di tempat yang aman, lalu hapus pesan ini. Dalam bahaya, telepon 129.
urgency-tinggi = 🔴 Tinggi – segera
urgency-sedang = 🟠 Sedang
urgency-rendah = 🟡 Rendah
case-no-key = Laporan belum bisa disimpan dengan aman saat ini, jadi tidak ada yang disimpan. <b>Telepon langsung salah satu nomor ini.</b>
case-alert = Ada yang baru di /kasus.
case-no-officer = ⚠️ Ada laporan yang belum punya petugas kasus. Undang petugas dengan /undang, atau hubungi UPTD PPA / SAPA 129 sekarang.
case-open = Buka
case-queue-empty = Tidak ada laporan terbuka di wilayah Anda.
case-queue = Laporan terbuka: { $count } (ditampilkan { $first }–{ $last }). Tekan untuk membuka; setiap pembacaan dicatat.
case-page-first = ◀ Sebelumnya
case-page-next = Berikutnya ▶
case-line = { $mark } { $region }, { $time }
case-head =
    <b>{ $urgency }</b>
    Status: { $status }
    Diterima: { $time }
case-safety = ⚠️ <b>Ya</b> untuk: { $value }
case-value = <b>{ $label }</b>: { $value }
case-next = Hubungi UPTD PPA dan tindak lanjuti. Jangan salin isi ini ke obrolan lain.
case-unknown = Laporan itu tidak ada, atau bukan wilayah Anda. Tanyakan kepada DP3ACSKB.
