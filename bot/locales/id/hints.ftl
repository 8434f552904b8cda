# Words that suggest an activity's section, Inpres programme, tags and target groups.

hint-open = 🔤 Kata petunjuk
hint-what =
    🔤 <b>Kata petunjuk</b>
    Kata di judul kegiatan dipakai untuk mengusulkan seksi, program Inpres, penanda, dan sasaran. “Posyandu”, misalnya, menunjuk ke Reproduksi.
    Yang Anda ubah di sini langsung berlaku untuk semua kader di provinsi.
hint-kind-section = Seksi
hint-kind-inpres = Program Inpres
hint-kind-tag = Penanda CIKAR
hint-kind-target = Sasaran
hint-try = 🔎 Cari kata atau coba judul
hint-add = ➕ Tambah kata
hint-back = ◀ Kata petunjuk
hint-list-back = ◀ Daftar { $kind }
hint-again = 🔎 Coba lagi
hint-list =
    🔤 <b>{ $kind }</b>, halaman { $page } dari { $pages }
    Tekan kata untuk mengubahnya. ✏️ sudah diubah dari bawaan.
hint-line = { $word } → { $value }
hint-line-changed = ✏️ { $word } → { $value }
hint-nowhere = Tidak menunjuk apa-apa
hint-card =
    🔤 <b>{ $word }</b> ({ $kind })
    Menunjuk ke: <b>{ $value }</b>
hint-card-own = Kata ini ditambahkan sendiri, bukan bawaan.
hint-card-default = Bawaannya: { $value }
hint-card-changed = Terakhir diubah oleh { $by }, { $day }.
hint-by-nobody = seseorang yang tidak bertugas lagi
hint-change = ✏️ Ubah tujuannya
hint-remove = 🗑 Hapus kata ini
hint-reset = ↩️ Kembali ke bawaan
hint-removed = “{ $word }” tidak dipakai lagi.
hint-was-reset = “{ $word }” kembali seperti bawaan.
hint-moved-on = Kata ini baru saja diubah atau sudah tidak ada, jadi tidak ada yang diganti. Buka lagi /kata untuk melihat yang terbaru.
hint-saved = ✅ “{ $word }” sekarang menunjuk ke: <b>{ $value }</b>
hint-saved-before = Sebelumnya: { $value }
hint-same = “{ $word }” memang sudah menunjuk ke: <b>{ $value }</b>. Tidak ada yang berubah.
hint-now = ℹ️ “{ $word }” sekarang menunjuk ke: <b>{ $value }</b>
hint-overlaps = ⚠️ Ada juga “{ $word }” → { $value }. Di judul yang memuat keduanya, kata yang lebih panjang yang dipakai.
hint-word-length = Kata petunjuk perlu paling sedikit 2 huruf dan paling banyak { $most } huruf. Tulis lagi, ya.
hint-word-common = “{ $word }” ada di hampir semua judul. Pilih kata yang lebih khas, atau beberapa kata sekaligus.
hint-word-danger = Kata ini dipakai untuk menjaga anak dan tidak bisa dijadikan kata petunjuk. Kalau ada anak dalam bahaya, tekan /lapor.
hint-word-one = Satu kata atau satu frasa dulu, tanpa koma. Kata berikutnya bisa ditambahkan sesudahnya.
hint-too-many = Sudah ada { $most } kata yang diubah. Hapus dulu beberapa yang tidak dipakai.
hint-tried = Judul “{ $title }” terbaca sebagai:
hint-tried-line = • { $kind }: <b>{ $values }</b>
hint-tried-two = • { $kind }: <b>{ $values }</b> (lebih dari satu, jadi ditanyakan)
hint-tried-none = tidak ada usulan
hint-tried-words = Kata yang cocok, tekan untuk melihat atau mengubahnya:

hintword-name = Kata petunjuk
hintword-kind = Kata ini mengusulkan apa?
hintword-kind-label = Jenis
hintword-word = Kata atau frasanya apa?
hintword-word-hint = Tulis seperti di judul kegiatan, misalnya: senam lansia. Huruf besar dan kecil sama saja.
hintword-word-label = Kata
hintword-to = Menunjuk ke mana?
hintword-to-hint = Pilih “Tidak menunjuk apa-apa” kalau kata ini justru jangan dibaca.
hintword-to-label = Menunjuk ke
hinttry-name = Coba kata petunjuk
hinttry-title = Tulis kata yang dicari, atau satu judul kegiatan.
hinttry-title-hint = Contoh: Senam lansia di balai desa. Judul ini tidak disimpan.
hinttry-title-label = Judul
command-kata = Kata petunjuk di judul kegiatan
