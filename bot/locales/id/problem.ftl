# /masalah: what is the matter in a village, and what is being done about it
menu-masalah = 🧩 Masalah kampung
command-masalah = Masalah kampung dan intervensinya

## The form
problem-name = catatan masalah
problem-region = <b>Di desa atau kelurahan mana?</b>
problem-region-label = Desa
problem-village = <b>Di kampung mana?</b>
problem-village-label = Kampung
problem-category = <b>Masalah tentang apa?</b>
problem-category-label = Kategori
problem-choice = <b>Apa keadaannya di desa?</b> Pilih yang paling dekat. Ini tentang desa, bukan tentang satu orang.
problem-choice-label = Keadaan
problem-what = <b>Apa masalahnya?</b> Ceritakan singkat keadaan di kampung, tanpa nama orang.
problem-what-hint = Misalnya: 12 balita di Dusun 2 tidak naik berat badannya
problem-what-label = Masalah
problem-affected = <b>Kira-kira berapa orang yang terkena?</b> Tulis angkanya.
problem-affected-label = Yang terkena
problem-affected-unknown = Tidak tahu
problem-band = <b>Kira-kira berapa banyak?</b> Pilih saja, angka pasti tidak dicatat.
problem-band-label = Banyaknya
problem-band-range = { $value } orang
problem-band-above = { $least } orang ke atas
problem-band-few = kurang dari { $under }
problem-band-unknown = Tidak tahu
problem-since = <b>Sejak kapan?</b> Pilih, atau tulis bulannya, misalnya "Maret" atau 3/2026.
problem-since-label = Sejak
problem-since-month = Bulan ini
problem-since-quarter = Tiga bulan terakhir
problem-since-year = Tahun ini
problem-since-longer = Sudah lebih lama
problem-since-unclear = Bulannya belum terbaca. Tulis misalnya "Maret 2026" atau 3/2026, atau pilih tombol.
problem-since-future = Bulan itu belum tiba. Tulis bulan sejak masalahnya mulai terlihat.
problem-evidence = <b>Dari mana diketahui?</b> Tulis buktinya, misalnya hasil timbang Posyandu, atau Lewati. Jangan tulis nama orang.
problem-evidence-label = Bukti
problem-photos = <b>Ada fotonya?</b> Kirim sampai tiga foto, atau Lewati.
problem-photos-label = Foto
problem-priority = <b>Seberapa mendesak?</b>
problem-priority-label = Prioritas
problem-priority-tinggi = 🔴 Tinggi
problem-priority-sedang = 🟠 Sedang
problem-priority-rendah = 🟢 Rendah
problem-one-child = Kalau ini tentang <b>satu anak</b> yang dalam bahaya, jangan dicatat di sini: /lapor atau /darurat, atau telepon:
problem_edit-name = perubahan masalah
problem_twin-name = masalah yang mirip
problem_twin-sure = <b>Tetap catat sebagai masalah baru?</b>
problem_twin-sure-label = Catat baru

## What may be said of a village
problem-choice-none = Belum dipilih
problem-choice-kawin-terjadi = Ada perkawinan di bawah 19 tahun di desa
problem-choice-kawin-naik = Dispensasi kawin bertambah
problem-choice-kawin-biasa = Nikah muda masih dianggap biasa
problem-choice-kawin-suluh = Belum ada penyuluhan usia nikah
problem-choice-kawin-konsel = Belum ada konseling untuk remaja
problem-choice-keras-terjadi = Ada kekerasan di desa
problem-choice-keras-diam = Warga belum berani melapor
problem-choice-keras-suluh = Belum ada penyuluhan stop kekerasan
problem-choice-keras-layanan = Layanan pendampingan jauh atau tidak ada
problem-choice-keras-patbm = PATBM belum ada atau belum berjalan
problem-choice-putus-ada = Ada anak usia sekolah yang tidak sekolah
problem-choice-putus-biaya = Biaya sekolah memberatkan
problem-choice-putus-jauh = Sekolah jauh atau sulit dijangkau
problem-choice-putus-kerja = Anak usia sekolah ikut bekerja
problem-choice-putus-paket = Belum ada Paket A, B, C atau PKBM

## After sending
problem-noted-done = ✅ Masalah tercatat untuk <b>{ $place }</b>, nomor <b>{ $receipt }</b>. POKJA dan PLKB bisa melihatnya dan merencanakan intervensi.
problem-edited = ✅ Perubahan tersimpan.
problem-twin =
    Di { $place } sudah ada masalah <b>{ $category }</b> yang masih terbuka sejak { $day }:
    { $title }
problem-twin-open = 👀 Buka yang sudah ada
problem-twin-not = Baik, tidak dicatat lagi. Masalah yang sudah ada tetap terbuka.
problem-see-button = 👀 Lihat masalahnya

## Lists
problem-list-head = 🧩 <b>Masalah yang terbuka</b>, yang mendesak lebih dulu
problem-list-empty = 🧩 Belum ada masalah yang terbuka di wilayah Anda.
problem-idle-head = ⏳ <b>Sudah { $days } hari atau lebih tanpa intervensi</b>
problem-idle-empty = ⏳ Tidak ada masalah yang menunggu intervensi { $days } hari atau lebih. Bagus!
problem-closed-head = 📁 <b>Masalah yang sudah ditutup</b>
problem-closed-empty = 📁 Belum ada masalah yang ditutup.
problem-line =
    { $mark } <b>{ $category }</b>, { $place }, { $age } hari
    { $title }
problem-none-planned = belum ada intervensi
problem-planned = 🤝 { $agency }, { $day }
problem-open-button = { $mark } { $title }
problem-new-button = ➕ Catat masalah
problem-list-button = 🧩 Yang terbuka
problem-idle-button = ⏳ Menunggu intervensi
problem-closed-button = 📁 Yang ditutup
problem-more = ▶️ Berikutnya
problem-first = ⏮ Dari awal

## The card
problem-card =
    { $mark } <b>{ $category }</b>
    { $place }, { $receipt }
problem-state-open = Terbuka, menunggu intervensi
problem-state-planned = Terbuka, ada intervensi yang direncanakan
problem-state-done = ✅ Selesai
problem-state-withdrawn = ↩️ Ditarik kembali
problem-noted = Dicatat oleh { $role }, { $day } ({ $age } hari)
problem-why = Alasan: { $reason }
problem-plans = <b>Intervensi</b>
problem-activities = <b>Kegiatan yang menjawab</b>
problem-activity = • { $title }, { $day } ({ $receipt })
problem-plan-button = 🤝 Rencanakan intervensi
problem-photos-button = 🖼 Lihat foto
problem-photos-none = Masalah ini tidak punya foto.
problem-edit-button = ✏️ Ubah
problem-drop-button = ↩️ Tarik kembali
problem-solve-button = ✅ Masalah selesai
problem-reopen-button = 🔄 Buka kembali
problem-back-button = ⬅️ Tidak jadi
problem-drop-why = <b>Mengapa masalah { $receipt } ditarik?</b> Intervensi yang belum terlaksana ikut dibatalkan.
problem-reason-dobel = Tercatat dua kali
problem-reason-keliru = Salah catat
problem-reason-usai = Ternyata sudah tidak terjadi
problem-reason-wilayah = Bukan di kampung ini
problem-dropped = Masalah ditarik kembali.
problem-solve-sure = <b>Masalah { $receipt } sudah selesai?</b> Intervensi yang belum terlaksana ikut ditutup.
problem-solve-yes = ✅ Ya, sudah selesai
problem-solve-no = Belum, tetap terbuka
problem-solved = Masalah selesai. Terima kasih!
problem-reopened = Masalah terbuka kembali.
problem-plan-dropped = ↩️ Masalah { $category } di { $place } ({ $receipt }) ditarik kembali, jadi intervensi yang Anda rencanakan dibatalkan.
problem-plan-solved = ✅ Masalah { $category } di { $place } ({ $receipt }) dinyatakan selesai, jadi intervensi yang Anda rencanakan ditutup.

## What cannot be done
problem-unknown = Masalah ini tidak ditemukan, atau bukan di wilayah Anda.
problem-unfit = Isian ini tidak cocok. Mulai lagi dari /masalah.
problem-child-words = Untuk perkawinan anak, kekerasan, dan putus sekolah hanya ada pilihan: tanpa tulisan, foto, atau angka. Kalau ini tentang satu anak: /lapor atau /darurat.
problem-kind-fixed = Kategori ini tidak bisa diubah menjadi kategori itu. Tarik kembali masalahnya, lalu catat yang baru.
problem-edit-late = Masalah hanya bisa diubah oleh pencatatnya, selama masih terbuka, sampai { $days } hari sesudah dicatat.
problem-is-withdrawn = Masalah ini sudah ditarik kembali. Tidak ada yang diubah.
problem-is-done = Masalah ini sudah selesai. Kalau muncul lagi, POKJA atau PLKB bisa membukanya kembali.
problem-is-open = Masalah ini masih terbuka. Tidak ada yang diubah.
problem-other-village = Masalah itu milik kampung lain. Kegiatan hanya menjawab masalah di kampungnya sendiri.

## Interventions
intervention-name = rencana intervensi
intervention-agency = <b>Instansi mana yang melakukan?</b>
intervention-agency-hint = Ketik beberapa huruf untuk mencari, misalnya "pus", atau tulis nama lain.
intervention-agency-label = Instansi
intervention-measure = <b>Apa yang akan dilakukan?</b>
intervention-measure-label = Intervensi
intervention-what = <b>Apa yang akan dilakukan?</b> Tulis singkat, tanpa nama orang.
intervention-what-hint = Misalnya: pemberian makanan tambahan dan timbang ulang tiap bulan
intervention-what-label = Intervensi
intervention-planned_on = <b>Kapan?</b> Pilih, atau tulis misalnya "besok" atau 12/3. Paling jauh satu tahun.
intervention-planned_on-label = Tanggal
intervention-day-far = Tanggal itu lebih dari satu tahun lagi. Pilih hari yang lebih dekat.
intervention-for = 🤝 Intervensi untuk <b>{ $category }</b>, { $place }
intervention-measure-suluh = Penyuluhan di desa
intervention-measure-konsel = Layanan konseling
intervention-measure-latih = Pelatihan kader dan PATBM
intervention-measure-rapat = Rapat lintas sektor
intervention-measure-forum = Forum anak atau kegiatan remaja
intervention-measure-aturan = Aturan atau kesepakatan desa
intervention-measure-sekolah = Kerja sama dengan sekolah atau PKBM
intervention-planned = ✅ Intervensi direncanakan untuk { $day }. Sesudah hari itu Anda ditanya apakah sudah terlaksana.
intervention-see-button = 🤝 Lihat intervensinya
intervention-button = 🤝 { $agency }
intervention-card = 🤝 <b>Intervensi</b> untuk { $category }, { $place }
intervention-line-planned = • { $agency }: { $what }, rencana { $day }
intervention-line-done = • ✅ { $agency }: { $what }, { $day }
intervention-line-cancelled = • ✖️ { $agency }: { $what }, dibatalkan (rencana { $day })
intervention-result = Hasil: { $result }
intervention-unnamed = intervensi
intervention-closed = masalahnya sudah ditutup
intervention-done-button = ✅ Sudah terlaksana
intervention-move-button = 🗓 Ubah tanggal
intervention-cancel-button = ✖️ Batalkan
intervention-log-button = 📝 Catat kegiatannya
intervention-back-button = ⬅️ Ke masalahnya
intervention-cancel-why = <b>Mengapa intervensi ini dibatalkan?</b>
intervention-reason-dana = Tidak ada dananya
intervention-reason-waktu = Waktunya belum cocok
intervention-reason-instansi = Instansinya belum bisa
intervention-reason-ganti = Diganti rencana lain
intervention-reason-lain = Alasan lain
intervention-cancelled = Intervensi dibatalkan.
intervention-asked = 🤝 Intervensi <b>{ $agency }</b> untuk { $category } di { $place } direncanakan { $day }. <b>Sudah terlaksana?</b>
intervention_done-name = hasil intervensi
intervention_done-done_on = <b>Kapan terlaksana?</b>
intervention_done-done_on-label = Tanggal
intervention_done-outcome = <b>Bagaimana hasilnya?</b>
intervention_done-outcome-label = Hasil
intervention_done-result = <b>Apa hasilnya?</b> Tulis singkat, tanpa nama orang.
intervention_done-result-label = Hasil
intervention-outcome-penuh = Terlaksana seluruhnya
intervention-outcome-sebagian = Terlaksana sebagian
intervention-outcome-lanjut = Terlaksana, perlu dilanjutkan
intervention-finished = ✅ Hasil intervensi tersimpan. <b>Apakah masalahnya sudah selesai?</b>
intervention_move-name = tanggal baru intervensi
intervention_move-planned_on = <b>Kapan rencana barunya?</b>
intervention_move-planned_on-label = Tanggal
intervention-moved = ✅ Tanggalnya sekarang { $day }.
intervention-unknown = Intervensi ini tidak ditemukan, atau bukan di wilayah Anda.
intervention-unfit = Isian ini tidak cocok. Mulai lagi dari kartu masalahnya.
intervention-settled = Intervensi ini sudah terlaksana atau dibatalkan. Tidak ada yang diubah.
intervention-too-many = Sudah ada { $most } intervensi yang direncanakan untuk masalah ini. Selesaikan dulu salah satunya.
intervention-not-logged = Intervensi ini dibatalkan atau masalahnya ditarik. Catat kegiatannya dengan /kegiatan saja.
intervention-log-unfinished = Masih ada catatan kegiatan yang belum dikirim. Selesaikan atau batalkan dulu yang itu.

## What people are told
problem-told = ⏳ <b>{ $count } masalah</b> sudah { $days } hari tanpa intervensi. Mari direncanakan:
problem-told-line = • { $category }, { $place }: { $count }
problem-told-more = dan { $count } lagi
problem-digest = ⏳ <b>Masalah yang { $days } hari atau lebih tanpa intervensi</b>
problem-digest-line = • { $place }: { $count } masalah, terlama { $days } hari
