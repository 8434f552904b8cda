# People of a region, their roles, and handing over.

member-list =
    👥 <b>Members: { $place }</b>
    Press a name to see the card.
    ⏸ suspended · ⏳ not begun or waiting for a second person · ⌛ ends soon · 📵 out of reach
member-list-empty = No more members in { $place }. Invite people with /invite.
member-line = { $marks } { $name } – { $role }, { $place }
member-previous = ◀ Previous
member-next = Next ▶
member-find = 🔎 Find a name, number or village
member-everywhere = 👥 All my regions
member-found = Found:
member-found-none = Nobody fits in your regions. Try only the beginning of the name, or the village.
member-further = Look further ▶
member-unknown = That person is not in the list of your regions. Open /members again.
member-unchanged = Nothing was changed: this role has changed already or has ended. Open /members again.
member-card = 👤 <b>{ $name }</b>
member-role = { $role }, { $place }, since { $since }
member-role-until = { $role }, { $place }, since { $since }, until { $until }
member-state-ended = {" "}(has ended)
member-state-waiting = {" "}(waiting for a second person at DP3ACSKB)
member-state-suspended = {" "}(suspended)
member-state-later = {" "}(not begun)
member-other = Also: { $role }
member-reachable = 📱 Reachable on Telegram
member-unreachable = 📵 Out of reach: the bot is blocked or the Telegram account is gone. Please telephone.
member-unreachable-since = 📵 Out of reach since { $since }: the bot is blocked or the Telegram account is gone. Please telephone.
member-phone = ☎️ { $phone }
member-suspend = ⏸ Suspend
member-resume = ▶️ Resume
member-end = ⏹ End the role
member-dates = 📅 Change the end date
member-endless = No end date
member-hand-over = 🤝 Hand over this region
member-grant = ➕ Give another role
member-open-other = { $role }, { $place }
member-list-here = 👥 List of this place
member-card-open = Open the card
member-own-role = You cannot change a role of your own. Please ask a colleague who may.
member-last-province = This is the last holder of DP3ACSKB within reach. First add somebody else with /invite, then this role can be changed.
member-has-role = This person has that role in that place already.
member-ask-suspended =
    ⏸ Suspending <b>{ $name }</b>:
    { $role }
member-ask-ended =
    ⏹ Ending the role of <b>{ $name }</b>:
    { $role }
member-ask-changed =
    📅 End date of the role of <b>{ $name }</b>:
    { $role }
member-ask-grant = ➕ Another role for <b>{ $name }</b>
member-done-suspended = ⏸ { $name } is suspended as { $role }, { $place }. They were told.
member-done-ended = ⏹ The role of { $name } as { $role }, { $place }, has ended. They were told.
member-done-resumed = ▶️ { $name } is active again as { $role }, { $place }. They were told.
member-done-changed = 📅 The end date of { $name } as { $role }, { $place }, was changed. They were told.
member-told-suspended =
    Your role as <b>{ $role }</b>, { $place }, is suspended.
    Reason: { $reason }
    Any question? Ask { $by }.
member-told-ended =
    Your role as <b>{ $role }</b>, { $place }, has ended. Thank you for your work.
    Reason: { $reason }
    Any question? Ask { $by }.
member-told-resumed = Your role as <b>{ $role }</b>, { $place }, is active again. Type /menu. Any question? Ask { $by }.
member-told-changed = The end date of your role as <b>{ $role }</b>, { $place }, was changed. See /profile. Any question? Ask { $by }.
member-told-granted = { $by } gave you the role <b>{ $role }</b>, { $place }, until: { $until }. Type /menu.
member-no-end = no end date
member-granted = ✅ { $name } is now also { $role }, { $place }. They were told.
member-granted-waiting = ⏳ { $name } as { $role }, { $place }, becomes active once a second person at DP3ACSKB confirms.
member-watch = ℹ️ The role <b>{ $role }</b> ({ $place }) of <b>{ $name }</b> was { $what } by { $by }.
member-what-suspended = suspended
member-what-ended = ended
member-what-resumed = resumed
member-what-changed = given another end date

# Questions
findmember-name = search for members
findmember-words = <b>Whom are you looking for?</b>
findmember-words-label = Search
findmember-words-hint = Type the beginning of a name, a telephone number, or a village or kecamatan.
memberreason-name = change of a role
memberreason-reason = <b>What is the reason?</b>
memberreason-reason-label = Reason
memberreason-reason-hint = The person will read it. Type "cancel" to leave it.
memberuntil-name = end date
memberuntil-until = <b>Until which day?</b>
memberuntil-until-label = Until
memberuntil-until-hint = That day still counts.
membergrant-name = another role
membergrant-role = <b>Which role?</b>
membergrant-role-label = Role
membergrant-region = <b>For which region?</b>
membergrant-region-label = Region
membergrant-region-hint = Kader, PATBM activists and POKJA: choose the village.
membergrant-region-misfit = That role is not held at this level. Kader, PATBM activists and POKJA in a village; PLKB in a village or kecamatan; OPD KB in a kab/kota.
membergrant-since = <b>From when?</b>
membergrant-since-label = From
membergrant-since-hint = Skip to begin now.
membergrant-until = <b>Until when?</b>
membergrant-until-label = Until
membergrant-until-hint = Skip for no end date.
membergrant-until-early = The end date cannot be before the beginning.
successor-name = hand-over
successor-who = <b>Who is the successor?</b>
successor-who-label = Successor
successor-who-hint = Type the beginning of the name. The successor must be registered in your regions.

# Handing over
hand-over-about =
    🤝 Handing over the region of <b>{ $name }</b>:
    { $role }
hand-over-choose = Choose the successor:
hand-over-candidate = { $name } – { $role }, { $place }
hand-over-nobody = No member of that name in your regions. Invite them first with /invite, then try again.
hand-over-again = 🔎 Another name
hand-over-same = The successor must be somebody else.
hand-over-confirm =
    🤝 <b>From { $old } to { $new }</b>
    { $role }

    Goes along: this role and region, broadcasts still drafted or scheduled, and unused invite links. Requests of members follow their region.
    Does not go along: reports and cases. The role of { $old } ends now.
hand-over-yes = ✅ Hand over now
hand-over-no = Leave it
hand-over-done = ✅ { $role }, { $place }, went from { $old } to { $new }. Along with it: { $broadcasts } broadcasts, { $invites } invite links, { $interventions } interventions. Both were told.
hand-over-told-old = Your region as <b>{ $role }</b>, { $place }, was handed over to { $new }. Thank you for your work. Any question? Ask { $by }.
hand-over-told-new = You are now <b>{ $role }</b>, { $place }, after { $old }. Along with it: { $broadcasts } broadcasts, { $invites } invite links, { $interventions } interventions. Type /menu. Any question? Ask { $by }.
hand-over-two-people = A role that opens child-protection data cannot be handed over, since cases must not go along. End this role, then give it to the new person: two people at DP3ACSKB decide.
hand-over-unreachable = This successor is out of reach on Telegram and would never know. Ask them to open the bot first.
hand-over-not-in-force = This successor has that role already, but it is not active. Make it active first from /members.

# My profile
profile-stranger = You are not registered yet. Type /join to ask for a role. /report and /emergency are open to anybody.
profile-head = 👤 <b>{ $name }</b>
profile-language = Language: { $language }
profile-phone = Telephone: { $phone }
profile-no-phone = Telephone: not given
profile-consent = Privacy notice accepted: version { $version }, { $at }
profile-roles = <b>My roles</b>
profile-no-roles = No active role yet. Type /join to ask for one.
profile-more-roles = … and { $count } more roles.
profile-acts = <b>What I may do</b>
profile-act = • { $act }
profile-anyone = Anybody may: report a child or woman in danger (/report), see the emergency numbers (/emergency), ask for their own data (/mydata).
profile-rename = ✏️ Change my name
profile-change-phone = ☎️ Change my telephone number
profile-change-language = 🌐 Language
profile-my-data = 📄 My data
profile-renamed = Your name is now <b>{ $name }</b>.
profile-phone-changed = Your telephone number is now { $phone }.
rename-name = change of name
rename-new = <b>What is your name?</b>
rename-new-label = Name
rename-new-hint = Your full name, as people know you.
myphone-name = change of telephone number
myphone-phone = <b>What is your telephone number?</b>
myphone-phone-label = Telephone
act-log-activity = log activities of a kampung
act-read-activity = read activities of a kampung
act-verify-activity = check the kampung's activities
act-export-activity = download the area's activities
act-report-problem = note problems of the kampung
act-read-problem = read problems of the kampung
act-plan-intervention = plan interventions
act-edit-hints = change the table of hint words
act-read-case = read child-protection reports
act-broadcast = send broadcasts
act-bind-group = connect POKJA groups
act-invite = invite members
act-approve-member = approve requests of members
act-confirm-role = confirm a role as the second person
act-read-member = see the members of a region
act-manage-member = manage roles of members of a region
act-read-kampung = see the Kampung KB registry
act-edit-kampung = change the Kampung KB registry
act-edit-region = change regions
act-admin-desk = open the admin desk
act-hold-data = keep data from erasure
welcome-more-roles = … and { $count } more roles: /profile
