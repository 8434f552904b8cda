# Roles and invitations.

role-cadre = Kader
role-patbm-activist = Aktivis PATBM
role-working-group = POKJA
role-field-officer = PKB/PLKB
role-agency-kabkota = OPD KB kab/kota
role-partner = Mitra lintas sektor
role-case-officer = Petugas kasus
role-agency-province = DP3ACSKB
role-admin = Admin
role-auditor = Auditor
invite-name = undangan
invite-role = <b>Undang sebagai apa?</b>
invite-role-label = Peran
invite-region = <b>Untuk wilayah mana?</b>
invite-region-hint = Kader dan aktivis PATBM: pilih desanya.
invite-region-label = Wilayah
invite-made =
    🔗 Undangan sebagai <b>{ $role }</b> untuk <b>{ $place }</b>:
    { $link }

    Teruskan kepada orangnya. Berlaku untuk { $uses } orang, sampai { $until }.
invite-needs-second = Peran ini baru aktif setelah dikonfirmasi orang kedua di DP3ACSKB.
invite-offer = Anda diundang sebagai <b>{ $role }</b> untuk <b>{ $place }</b>. Terima undangan ini?
invite-offer-consent =
    Anda diundang sebagai <b>{ $role }</b> untuk <b>{ $place }</b>.

    Bot ini menyimpan nama Telegram Anda, peran, wilayah dan catatan yang Anda kirim, untuk program Kampung KB CIKAR. Anda bisa meminta data itu dihapus kapan saja. Selengkapnya: /privasi (versi { $version }).

    Dengan menekan "Setuju dan gabung" Anda menyetujuinya.
invite-accept = ✅ Setuju dan gabung
invite-notice = Baca pemberitahuan privasi
invite-decline = Tidak
invite-declined = Baik, tidak ada yang disimpan. Undangan ini bisa dibuka lagi selama masih berlaku.
invite-welcome = Selamat bergabung! Anda sekarang <b>{ $role }</b> untuk <b>{ $place }</b>.
invite-waiting = Terima kasih. Peran <b>{ $role }</b> untuk <b>{ $place }</b> aktif setelah dikonfirmasi orang kedua di DP3ACSKB. Anda akan diberi tahu di sini. Kalau lama, tanyakan kepada DP3ACSKB.
invite-have-it = Peran ini sudah Anda miliki.
invite-unknown = Tautan undangan ini tidak dikenal. Minta tautan baru kepada yang mengundang Anda.
invite-expired = Tautan undangan ini sudah kedaluwarsa. Minta tautan baru kepada yang mengundang Anda.
invite-used-up = Tautan undangan ini sudah terpakai. Minta tautan baru kepada yang mengundang Anda.
role-waiting = <b>{ $name }</b> diundang sebagai <b>{ $role }</b> untuk <b>{ $place }</b>. Peran ini membuka data perlindungan anak, jadi perlu dua orang. Konfirmasi hanya kalau Anda mengenal orangnya.
role-confirm = ✅ Konfirmasi peran ini
role-confirmed = Peran Anda sebagai <b>{ $role }</b> untuk <b>{ $place }</b> sudah aktif. Ketik /menu.
role-confirmed-by-you = Peran <b>{ $role }</b> untuk <b>{ $place }</b> sudah Anda aktifkan.
role-not-confirmed = Tidak bisa dikonfirmasi: sudah dilakukan orang lain, atau ini undangan Anda sendiri. Mintalah rekan lain di DP3ACSKB.
