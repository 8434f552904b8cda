# /join, requests and who answers them, a lost phone.

join-name = registration
join-notice =
    <b>Before you begin</b> (privacy notice version { $version })
    This bot keeps your name, your telephone number if you give it, your Telegram account, role, region and the entries you send, for the programme Kampung KB CIKAR. You can see them with /mydata and have them deleted with /deletemydata at any time.
join-consent = <b>Do you agree?</b>
join-consent-label = Consent
join-role = <b>What would you like to register as?</b>
join-role-label = Role
join-role-old = 📱 I was registered; my old phone or account is gone
join-role-relink = moving the account to a new phone
join-person = <b>What is your name?</b>
join-person-hint = As the field officer and your neighbours know you, for example Siti Aminah.
join-person-label = Name
join-village = <b>In which village?</b>
join-village-hint = Press from the district down to the village, or type its name, for example Toboali.
join-village-label = Village
join-area = <b>In which subdistrict or village do you work?</b>
join-area-hint = Press a button, or type the name, for example Air Gegas.
join-area-label = Area of work
join-kabkota = <b>In which district do you work?</b>
join-kabkota-hint = Press a button, or type the name, for example Bangka Tengah.
join-kabkota-label = District
join-anywhere = <b>For which region?</b>
join-anywhere-hint = A village, subdistrict, district or the province. If your old account is gone: the region where you were registered.
join-anywhere-label = Region
join-phone = <b>What is your telephone number?</b>
join-phone-hint = So that whoever approves can recognise you. Press the button, type it, or skip.
join-phone-label = Telephone
join-does-not-fit = That role is not for this level of region. Cadres, PATBM activists and working groups: choose a village. Field officers: a subdistrict or village. District agencies: a district.
join-again = You are not registered here any more. Begin again with /join.
join-asked = ✅ Your request has been sent.
join-asked-before = You have sent this request before, and it is still waiting.
join-look = 🔎 See my requests
join-have-it = You already are <b>{ $role }</b> for <b>{ $place }</b>. Type /menu.
join-suspended = That role of yours is suspended. Ask the field officer or the OPD KB of your region; they can make it active again.
join-too-many = You have { $most } requests waiting. Wait for the answers, or withdraw one with /join.
join-status = <b>Your requests</b>
join-stands =
    <b>{ $role }</b> for <b>{ $place }</b>
    Waiting for an answer of { $rung }, since { $since }.
    Without an answer it goes on to { $next }, { $climbs }.
join-stands-top =
    <b>{ $role }</b> for <b>{ $place }</b>
    Waiting for an answer of { $rung }. Sent { $since }.
join-stands-nobody =
    <b>{ $role }</b> for <b>{ $place }</b>
    Kept since { $since }, but no { $rung } who could answer is registered yet. As soon as there is one, the request reaches them. If it is urgent, see the family planning officer of your subdistrict.
join-withdraw = ✖️ Withdraw: { $role }
join-another = ➕ Ask for another role
join-withdrawn = The request is withdrawn. You can register again at any time.
join-not-withdrawn = This request was answered or withdrawn before. Type /join to look.
join-none-waiting = No request is waiting. Type /menu to see your roles.
join-climbed = Your request, <b>{ $role }</b> for <b>{ $place }</b>, has not been answered. It has gone on to <b>{ $rung }</b>. See it with /join.
join-approved = 🎉 Welcome! You now are <b>{ $role }</b> for <b>{ $place }</b>.
join-refused =
    Your request, <b>{ $role }</b> for <b>{ $place }</b>, was not approved.
    The reason: { $reason }
    If that is a mistake, talk to the field officer of your village, then send it again with /join.

# Those who answer
request-card =
    ✍️ <b>{ $name }</b> asks to be <b>{ $role }</b> for <b>{ $place }</b>.
    Telephone: { $phone }
    Sent { $since }
    Approve only if you know the person.
request-card-relink =
    📱 <b>{ $name }</b> says they are registered in <b>{ $place }</b>, but their old phone or account is gone.
    Telephone: { $phone }
    Sent { $since }
    First make sure it is them, by telephone or in person. Then choose the old account.
request-holders = ℹ️ { $place } already has { $role }: { $names }.
request-rivals = ℹ️ Also asking to be { $role } in { $place }: { $names }.
request-climbed = ⏫ Not answered at the level before, so it now comes to you.
request-reminder = ⏰ This request still waits for your answer.
request-approve = ✅ Approve
request-refuse = ✖️ Refuse
request-others = 📋 Other requests that wait
request-back = ◀ Back
request-list = <b>Requests that wait for you</b>, the oldest first. Press to open.
request-none = No request is waiting for you.
request-line = { $name } · { $role } · { $place }
request-first = ◀ From the start
request-more = Next ▶
request-approved-by-you = ✅ <b>{ $name }</b> now is <b>{ $role }</b> for <b>{ $place }</b>, on your word. They have been told.
request-refused-by-you =
    You refused the request of <b>{ $name }</b>, { $role } for { $place }. They have been told.
    Reason: { $reason }
request-why = <b>Why is it refused?</b> { $name }, { $role } for { $place }. The asker reads the reason.
request-reason-unknown = I do not know you yet
request-reason-place = You do not work in that region
request-reason-role = That role is not your work
request-reason-taken = Somebody else holds that role
request-reason-other = ✏️ Write another reason
request-approved-before = Already approved by { $by } ({ $rung }), { $at }: { $name } as { $role } for { $place }. Nothing was changed.
request-refused-before = Already refused by { $by } ({ $rung }), { $at }: { $name } as { $role } for { $place }. Nothing was changed.
request-withdrawn = The asker has withdrawn this request. Nothing was changed.
request-own = You cannot answer a request of your own. A colleague or superior answers it.
request-unknown = There is no such request, or it is outside the region and roles that you may approve. Ask DP3ACSKB or the OPD KB of your district.
request-region-ended = The region of this request is no longer in force. Refuse it with a reason, and ask the person to register again in the new region.
request-suspended = This person has that role already, but it is suspended. Make it active again from /members, or refuse this request with a reason.
refusal-name = reason for a refusal
refusal-reason = <b>Write the reason.</b>
refusal-reason-hint = One or two sentences, kindly. The asker will read it.
refusal-reason-label = Reason

# A lost phone
relink-choose = 🔎 Choose the old account
relink-candidates = <b>Which is the old account of { $name }?</b> The same number is marked 📱. Anybody can type a number, so make sure of the person first.
relink-no-candidates = There is no old account of the name or number of { $name } in your region. Refuse with a reason, for example asking for the name and region as they were.
relink-line = { $name } · { $role } · { $place }
relink-line-phone = 📱 { $name } · { $role } · { $place }
relink-role = { $role } ({ $place })
relink-sure =
    <b>Move the account of { $name } to the phone that { $asker } uses now?</b>
    The account on the old phone is disconnected at once.
relink-kept = Moves along: { $roles }.
relink-dropped = ⚠️ Does not move along: { $roles }. Two people of DP3ACSKB have to give it again.
relink-yes = ✅ Yes, move it
relink-other = ◀ Choose another account
relink-done = ✅ The account of <b>{ $name }</b> has moved to the new phone. They have been told.
relink-outside = There is no such account, or it is outside your region. Ask DP3ACSKB or the OPD KB of your district.
relink-above = The account of { $name } has a role that you may not manage. The request goes on waiting; it can be moved by: { $ask }.
relink-gone = This Telegram account is no longer connected with CIKAR Bot. If you did not ask for that, contact { $rung } { $place } at once.
relink-welcome = Welcome back, <b>{ $name }</b>. Your account is on this phone now.
relink-role-dropped = The role <b>{ $role }</b> for <b>{ $place }</b> did not move along. DP3ACSKB has been told and can give it again.
relink-role-dropped-told = The account of <b>{ $name }</b> moved to another phone, so the role <b>{ $role }</b> for <b>{ $place }</b> has ended. If they still serve, give it again with /invite; it takes two people.

# Invitations with numbers of uses and days
invite-uses = <b>For how many people?</b>
invite-uses-label = Number of people
invite-uses-count = { $count } people
invite-hours = <b>Valid for how long?</b>
invite-hours-label = Valid for
invite-hours-count = { $count } hours
invite-days-count = { $count } days
invite-code = QR code of the invitation as <b>{ $role }</b> for <b>{ $place }</b>. It may be printed: { $uses } people, until { $until }.
invite-region-ended = This region is no longer in force, for example since it was split. Ask the field officer or the OPD KB for a new link for the region that follows it.
invite-maker-ended = This invite link is no longer good, since whoever made it may not invite for this role any more. Ask the field officer or the OPD KB for a new one.

# The second person
role-refuse = ✖️ Refuse this role
role-refused = The role <b>{ $role }</b> for <b>{ $place }</b> was not confirmed by DP3ACSKB. If that is a mistake, ask whoever invited you.
role-refused-invited = The role <b>{ $role }</b> for <b>{ $place }</b> for <b>{ $name }</b> was not confirmed by your colleague at DP3ACSKB. Talk about it before inviting again.
role-refused-by-you = You refused the role <b>{ $role }</b> for <b>{ $place }</b> for <b>{ $name }</b>. They and whoever invited them have been told.
role-announced = ℹ️ <b>{ $name }</b> now is <b>{ $role }</b> for <b>{ $place }</b>, on the word of { $by }. If you think that is wrong, tell DP3ACSKB at once.
role-by-operator = the operator of the bot
join-too-often = You have sent { $most } requests today. Try again tomorrow, or speak to the PLKB of your village.
