# Menu, help and refusals.

welcome-stranger =
    <b>Welcome to CIKAR Bot</b>
    Kampung Keluarga Berkualitas CIKAR, Bangka Belitung Islands.

    You are not registered yet. Press Join below, or type /join. If you have an invite link, open it here.

    A child in danger? Anybody may report now, without registering.
welcome-no-role =
    Hello, <b>{ $name }</b>.
    No role of yours is active yet. Type /join to ask for a role, or to see where your request stands. If an invitation waits for its second person, ask DP3ACSKB. /report and /emergency work all the same.
welcome = Hello, <b>{ $name }</b>. What would you like to do?
welcome-role = • { $role }, { $place }
menu-kegiatan = 📝 Log an activity
menu-kegiatansaya = 📋 My activities
menu-siaran = 📣 Send a broadcast
menu-kasus = 🗂 Cases
menu-grup = 👥 Connect a POKJA group
menu-undang = ➕ Invite a member
menu-kampung = 🏡 Kampung KB registry
menu-anggota = 🧑‍🤝‍🧑 People of the region
menu-wilayah = 🗺 Regions
menu-admin = 🛠 Admin desk
menu-daftar = ✍️ Join
menu-lapor = 🆘 Report a child in danger
menu-darurat = ☎️ Emergency numbers
menu-open = Open the menu
help = <b>What you can do here</b>
help-line = /{ $word } – { $what }
help-forms = /menu opens the menu at any time. While filling in: type "back" to go back. Answers are kept, so you may go on later.
unknown-command = There is no such command yet. Please choose from this menu.
not-understood = I did not understand that message. Please choose from this menu.
not-understood-kind = I cannot read that kind of message. Please choose from this menu.
nothing-to-cancel = No form is open.
button-unknown = This button no longer works. Type /menu.
button-menu = That button no longer works. Type /menu to start from the menu.
error-bug = Sorry, something went wrong on our side. Your earlier answers are kept. Please try once more; if it happens again, give the PLKB this number: { $update }
list-newer = ◀ Newer
list-older = Older ▶

# The frame of all forms
form-closed = This form is finished or cancelled. Type /menu to start again.
form-cancelled = Cancelled. Nothing was sent. Type /menu to start again.
form-noted = Noted.
form-parked = One form is still unfinished: { $name }.
form-parked-resume = Continue { $name }
form-parked-drop = 🗑 Throw it away
form-parked-drop-sure = Throw away { $name }? The answers given so far will be deleted.
form-parked-drop-yes = Yes, throw it away

# Refusals: why, and whom to ask
ask-field-officer = the PLKB of your village
ask-agency = DP3ACSKB or the OPD KB of your district
ask-province = DP3ACSKB of the province
refused-unregistered = This part is for registered members. Register with /join, or ask { $ask } for an invite link. /report and /emergency are open to everybody.
refused-log-activity = Your role cannot log activities in this region. Please ask { $ask }.
refused-read-activity = Your role cannot read activities in this region. Please ask { $ask }.
refused-verify-activity = Activities are checked by the field officer (PLKB) or the family planning office (OPD KB) of the area. Please ask { $ask }.
refused-export-activity = Your role cannot download the activities of this area. Please ask { $ask }.
refused-report-problem = Your role cannot note a problem for this kampung. Please ask { $ask }.
refused-read-problem = Your role cannot read the problems of this area. Please ask { $ask }.
refused-plan-intervention = Interventions are planned by the POKJA and the field officer (PLKB) of that kampung. Please ask { $ask }.
refused-edit-hints = The table of hint words is changed by DP3ACSKB of the province only. Please ask { $ask }.
refused-read-case = Reports are opened by case officers only. If that is your task, ask { $ask }.
refused-broadcast = Broadcasts are sent by DP3ACSKB and the OPD KB in their own region. Please ask { $ask }.
refused-bind-group = Only those responsible for that kampung can connect its group. Please ask { $ask }.
refused-invite = Your role cannot invite people in this region. Please ask { $ask }.
refused-confirm-role = Only DP3ACSKB can confirm this role. Please ask { $ask }.
refused-approve-member = Your role cannot approve members in this region. Please ask { $ask }.
refused-read-member = Your role cannot see the members of this region. Please ask { $ask }.
refused-manage-member = Your role cannot manage that member. Please ask { $ask }.
refused-read-kampung = Your role cannot see the data of this kampung. Please ask { $ask }.
refused-edit-kampung = Your role cannot change the data of this kampung. Please ask { $ask }.
refused-edit-region = Regions are changed by DP3ACSKB of the province only. Please ask { $ask }.
refused-admin-desk = The admin desk is for admins and DP3ACSKB of the province. Please ask { $ask }.
refused-hold-data = Data is put on hold by DP3ACSKB of the province only. Please ask { $ask }.

# Languages
language-choose = Pilih bahasa / Choose a language
language-id = Bahasa Indonesia
language-en = English
language-set = Good, we go on in English.
language-stranger = Your choice is kept once you are registered. Until then the language follows your Telegram.

# Telegram's list of commands
command-menu = Open the menu
command-kegiatan = Log an activity
command-kegiatansaya = Activities I sent
command-lapor = Report a child or woman in danger
command-darurat = Emergency numbers
command-siaran = Send a broadcast (agencies)
command-kasus = Cases (case officers)
command-grup = Connect a POKJA group
command-undang = Invite a member
command-kampung = The registry of Kampung KB
command-anggota = The people of my region
command-wilayah = Rename or split a region
command-admin = Admin desk
command-daftar = Ask for a role
command-profil = My roles and what I may do
command-datasaya = All data about me
command-hapusdata = Delete my data
command-bantuan = Help
command-batal = Stop filling in
command-bahasa = Change the language
command-privasi = Your data and your rights
