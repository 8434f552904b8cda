# /daftar, requests and who answers them, a lost phone.

join-name = pendaftaran
join-notice =
    <b>Sebelum mulai</b> (pemberitahuan privasi versi { $version })
    Bot ini menyimpan nama, nomor telepon kalau Anda berikan, akun Telegram, peran, wilayah dan catatan yang Anda kirim, untuk program Kampung KB CIKAR. Anda bisa melihatnya dengan /datasaya dan menghapusnya dengan /hapusdata kapan saja.
join-consent = <b>Anda setuju?</b>
join-consent-label = Persetujuan
join-role = <b>Mau mendaftar sebagai apa?</b>
join-role-label = Peran
join-role-old = 📱 Saya sudah terdaftar, HP atau akun lama hilang
join-role-relink = pindah akun ke HP baru
join-person = <b>Siapa nama Anda?</b>
join-person-hint = Nama yang dikenal PLKB dan tetangga, misalnya Siti Aminah.
join-person-label = Nama
join-village = <b>Di desa atau kelurahan mana?</b>
join-village-hint = Tekan dari kab/kota ke desa, atau tulis namanya, misalnya Toboali.
join-village-label = Desa
join-area = <b>Di kecamatan atau desa mana Anda bertugas?</b>
join-area-hint = Tekan tombolnya, atau tulis namanya, misalnya Air Gegas.
join-area-label = Wilayah tugas
join-kabkota = <b>Di kab/kota mana Anda bertugas?</b>
join-kabkota-hint = Tekan tombolnya, atau tulis namanya, misalnya Bangka Tengah.
join-kabkota-label = Kab/kota
join-anywhere = <b>Untuk wilayah mana?</b>
join-anywhere-hint = Boleh desa, kecamatan, kab/kota atau provinsi. Kalau akun lama hilang: wilayah tempat Anda terdaftar dulu.
join-anywhere-label = Wilayah
join-phone = <b>Berapa nomor telepon Anda?</b>
join-phone-hint = Supaya yang menyetujui bisa mengenali Anda. Tekan tombol, tulis, atau Lewati.
join-phone-label = Telepon
join-does-not-fit = Peran itu bukan untuk tingkat wilayah ini. Kader, aktivis PATBM dan POKJA: pilih desa. PLKB: kecamatan atau desa. OPD KB: kab/kota.
join-again = Anda belum terdaftar lagi di sini. Mulai dari awal dengan /daftar.
join-asked = ✅ Permintaan Anda sudah dikirim.
join-asked-before = Permintaan ini sudah Anda kirim dan masih menunggu.
join-look = 🔎 Lihat permintaan saya
join-have-it = Anda sudah <b>{ $role }</b> untuk <b>{ $place }</b>. Ketik /menu.
join-suspended = Peran Anda itu sedang ditangguhkan. Hubungi PLKB atau OPD KB di wilayah Anda; merekalah yang bisa mengaktifkannya lagi.
join-too-many = Anda punya { $most } permintaan yang menunggu. Tunggu jawabannya, atau batalkan salah satu dengan /daftar.
join-status = <b>Permintaan Anda</b>
join-stands =
    <b>{ $role }</b> untuk <b>{ $place }</b>
    Menunggu jawaban { $rung }, sejak { $since }.
    Kalau belum dijawab, { $climbs } diteruskan ke { $next }.
join-stands-top =
    <b>{ $role }</b> untuk <b>{ $place }</b>
    Menunggu jawaban { $rung }. Dikirim { $since }.
join-stands-nobody =
    <b>{ $role }</b> untuk <b>{ $place }</b>
    Tersimpan sejak { $since }, tetapi belum ada { $rung } yang terdaftar untuk menjawabnya. Begitu ada, permintaan ini sampai kepadanya. Kalau mendesak, temui petugas KB di kecamatan Anda.
join-withdraw = ✖️ Batalkan: { $role }
join-another = ➕ Minta peran lain
join-withdrawn = Permintaan dibatalkan. Anda bisa mendaftar lagi kapan saja.
join-not-withdrawn = Permintaan ini sudah dijawab atau dibatalkan. Ketik /daftar untuk melihat.
join-none-waiting = Tidak ada permintaan yang menunggu. Ketik /menu untuk melihat peran Anda.
join-climbed = Permintaan Anda, <b>{ $role }</b> untuk <b>{ $place }</b>, belum dijawab. Sekarang diteruskan ke <b>{ $rung }</b>. Lihat dengan /daftar.
join-approved = 🎉 Selamat bergabung! Anda sekarang <b>{ $role }</b> untuk <b>{ $place }</b>.
join-refused =
    Permintaan Anda, <b>{ $role }</b> untuk <b>{ $place }</b>, belum disetujui.
    Alasannya: { $reason }
    Kalau keliru, bicarakan dengan PLKB di desa Anda, lalu kirim lagi dengan /daftar.

# Those who answer
request-card =
    ✍️ <b>{ $name }</b> minta menjadi <b>{ $role }</b> untuk <b>{ $place }</b>.
    Telepon: { $phone }
    Dikirim { $since }
    Setujui hanya kalau Anda mengenal orangnya.
request-card-relink =
    📱 <b>{ $name }</b> bilang sudah terdaftar di <b>{ $place }</b>, tetapi HP atau akun lamanya hilang.
    Telepon: { $phone }
    Dikirim { $since }
    Pastikan dulu orangnya benar, lewat telepon atau bertemu. Lalu pilih akun lamanya.
request-holders = ℹ️ { $place } sudah punya { $role }: { $names }.
request-rivals = ℹ️ Yang juga meminta { $role } di { $place }: { $names }.
request-climbed = ⏫ Belum dijawab di tingkat sebelumnya, jadi sekarang sampai kepada Anda.
request-reminder = ⏰ Permintaan ini masih menunggu jawaban Anda.
request-approve = ✅ Setujui
request-refuse = ✖️ Tolak
request-others = 📋 Permintaan lain yang menunggu
request-back = ◀ Kembali
request-list = <b>Permintaan yang menunggu Anda</b>, yang terlama dulu. Tekan untuk membuka.
request-none = Tidak ada permintaan yang menunggu Anda.
request-line = { $name } · { $role } · { $place }
request-first = ◀ Dari awal
request-more = Berikutnya ▶
request-approved-by-you = ✅ <b>{ $name }</b> sekarang <b>{ $role }</b> untuk <b>{ $place }</b>, atas persetujuan Anda. Orangnya sudah diberi tahu.
request-refused-by-you =
    Permintaan <b>{ $name }</b>, { $role } untuk { $place }, Anda tolak. Orangnya sudah diberi tahu.
    Alasan: { $reason }
request-why = <b>Mengapa ditolak?</b> { $name }, { $role } untuk { $place }. Alasannya dibaca oleh yang meminta.
request-reason-unknown = Saya belum mengenal Anda
request-reason-place = Wilayahnya bukan tempat Anda bertugas
request-reason-role = Peran itu bukan tugas Anda
request-reason-taken = Peran itu sudah dipegang orang lain
request-reason-other = ✏️ Tulis alasan lain
request-approved-before = Sudah disetujui oleh { $by } ({ $rung }), { $at }: { $name } sebagai { $role } untuk { $place }. Tidak ada yang diubah.
request-refused-before = Sudah ditolak oleh { $by } ({ $rung }), { $at }: { $name } sebagai { $role } untuk { $place }. Tidak ada yang diubah.
request-withdrawn = Permintaan ini sudah dibatalkan oleh yang meminta. Tidak ada yang diubah.
request-own = Permintaan sendiri tidak bisa Anda jawab. Rekan atau atasan Anda yang menjawabnya.
request-unknown = Permintaan itu tidak ada, atau di luar wilayah dan peran yang bisa Anda setujui. Tanyakan kepada DP3ACSKB atau OPD KB kab/kota Anda.
request-region-ended = Wilayah permintaan ini sudah tidak berlaku. Tolak dengan alasan, dan minta orangnya mendaftar lagi di wilayah yang baru.
request-suspended = Orang ini sudah punya peran itu, tetapi sedang ditangguhkan. Aktifkan lagi dari /anggota, atau tolak permintaan ini dengan alasan.
refusal-name = alasan penolakan
refusal-reason = <b>Tulis alasannya.</b>
refusal-reason-hint = Satu dua kalimat, dengan sopan. Yang meminta akan membacanya.
refusal-reason-label = Alasan

# A lost phone
relink-choose = 🔎 Pilih akun lama
relink-candidates = <b>Akun lama { $name } yang mana?</b> Yang nomornya sama ditandai 📱. Nomor bisa diketik siapa saja, jadi pastikan dulu orangnya.
relink-no-candidates = Tidak ada akun lama atas nama atau nomor { $name } di wilayah Anda. Tolak dengan alasan, misalnya minta menulis nama dan wilayah seperti dulu.
relink-line = { $name } · { $role } · { $place }
relink-line-phone = 📱 { $name } · { $role } · { $place }
relink-role = { $role } ({ $place })
relink-sure =
    <b>Pindahkan akun { $name } ke HP yang dipakai { $asker } sekarang?</b>
    Akun di HP lama langsung tidak terhubung lagi.
relink-kept = Ikut pindah: { $roles }.
relink-dropped = ⚠️ Tidak ikut pindah: { $roles }. Peran ini harus diberikan lagi oleh dua orang di DP3ACSKB.
relink-yes = ✅ Ya, pindahkan
relink-other = ◀ Pilih akun lain
relink-done = ✅ Akun <b>{ $name }</b> sudah pindah ke HP baru. Orangnya sudah diberi tahu.
relink-outside = Akun itu tidak ada, atau di luar wilayah Anda. Tanyakan kepada DP3ACSKB atau OPD KB kab/kota Anda.
relink-above = Akun { $name } punya peran yang tidak bisa Anda atur. Permintaan ini tetap menunggu; yang bisa memindahkannya: { $ask }.
relink-gone = Akun Telegram ini tidak lagi terhubung dengan CIKAR Bot. Kalau bukan Anda yang memintanya, segera hubungi { $rung } { $place }.
relink-welcome = Selamat datang kembali, <b>{ $name }</b>. Akun Anda sekarang di HP ini.
relink-role-dropped = Peran <b>{ $role }</b> untuk <b>{ $place }</b> tidak ikut pindah. DP3ACSKB sudah diberi tahu dan bisa memberikannya lagi.
relink-role-dropped-told = Akun <b>{ $name }</b> pindah ke HP lain, jadi peran <b>{ $role }</b> untuk <b>{ $place }</b> berakhir. Kalau masih bertugas, berikan lagi dengan /undang; perlu dua orang.

# Invitations with numbers of uses and days
invite-uses = <b>Untuk berapa orang?</b>
invite-uses-label = Jumlah orang
invite-uses-count = { $count } orang
invite-hours = <b>Berlaku berapa lama?</b>
invite-hours-label = Masa berlaku
invite-hours-count = { $count } jam
invite-days-count = { $count } hari
invite-code = Kode QR undangan <b>{ $role }</b> untuk <b>{ $place }</b>. Boleh dicetak: { $uses } orang, sampai { $until }.
invite-region-ended = Wilayah ini sudah tidak berlaku, misalnya karena dimekarkan. Minta tautan baru untuk wilayah penggantinya kepada PLKB atau OPD KB.
invite-maker-ended = Tautan undangan ini tidak berlaku lagi, karena pembuatnya tidak lagi berwenang mengundang untuk peran ini. Minta tautan baru kepada PLKB atau OPD KB.

# The second person
role-refuse = ✖️ Tolak peran ini
role-refused = Peran <b>{ $role }</b> untuk <b>{ $place }</b> tidak dikonfirmasi oleh DP3ACSKB. Kalau keliru, tanyakan kepada yang mengundang Anda.
role-refused-invited = Peran <b>{ $role }</b> untuk <b>{ $place }</b> bagi <b>{ $name }</b> tidak dikonfirmasi oleh rekan Anda di DP3ACSKB. Bicarakan dulu sebelum mengundang lagi.
role-refused-by-you = Peran <b>{ $role }</b> untuk <b>{ $place }</b> bagi <b>{ $name }</b> Anda tolak. Orangnya dan yang mengundang sudah diberi tahu.
role-announced = ℹ️ <b>{ $name }</b> sekarang <b>{ $role }</b> untuk <b>{ $place }</b>, atas persetujuan { $by }. Kalau menurut Anda keliru, segera beri tahu DP3ACSKB.
role-by-operator = pengelola bot
join-too-often = Hari ini Anda sudah mengirim { $most } permintaan. Coba lagi besok, atau hubungi PLKB di desa Anda.
