# The privacy notice, one's own data, erasure and legal holds.

privacy-notice =
    <b>Privacy notice of CIKAR Bot</b>
    Version { $version }, { $date }

    <b>Who</b>: run for the programme Kampung KB CIKAR by DP3ACSKB of the province Bangka Belitung Islands.
    <b>What is kept</b>: your name, Telegram account number and language, your phone number if you give it, this consent, roles and regions, requests for a role, the log of changes of roles (who, when, why), activities with their photos (the copies without the camera's notes), problems, interventions and broadcasts you send, and changes to them.
    <b>What for</b>: to log activities, to pass on protection reports, to send information and reminders. Activities, without your name, may be downloaded by the programme's officers and passed on to data systems of agencies. Your phone number is seen only by those who manage members in your region.
    <b>How long</b>: unfinished forms { $drafts } days; the note that a message has left (without its words) { $messages } days; answered requests for a role { $requests } days; the log of roles { $log } years. After { $idle } days without a role your data are erased; you are asked first.
    <b>Reports of a child or woman in danger</b>: all their content is encrypted; only case officers can open it, and every reading is recorded. What you type for a report is deleted from this chat.
    <b>What cannot be promised</b>: Telegram is a cloud service; messages pass its servers, and whoever holds your phone can see this chat. In danger, call SAPA 129.
    <b>Your rights</b> (Law 27/2022): /mydata sends you everything about you; /deletemydata erases it. To correct something or to ask: the PLKB of your village or DP3ACSKB.
privacy-renewed = The privacy notice has changed. Please read it, then press "I agree".
privacy-agree = ✅ I agree
privacy-later = Not now
privacy-agreed = Thank you. Your consent to version { $version } has been noted.
privacy-not-agreed = All right, nothing changes. You will be asked again with the menu. If you no longer want your data to be kept, press the button below.
privacy-stranger = You are not registered, so there is no consent to note.
privacy-my-data = 📄 My data
privacy-erase = 🗑 Erase my data

data-stranger =
    You are not registered: we have no name, phone number or role of yours.
    Telegram itself keeps this chat. Unfinished forms delete themselves after { $days } days.
data-coming = All right. Everything about you is being gathered and will arrive here as two files: one to read, one for computers.
data-again-later = Your data were prepared a moment ago. You can ask again from { $at } (once in { $hours } h).
data-file = my-data
data-page = 📄 Your data, to read. Open it in your phone's browser. Keep it safe: it holds personal data.
data-json = The same data for computers (JSON).
data-title = Data about you in CIKAR Bot
data-made = Made { $at }.
data-nothing = Nothing.
data-yes = yes
data-no = no
data-part-account = Account
data-part-roles = Roles
data-part-role-changes = Changes of roles
data-part-requests = Requests for a role
data-part-invites = Invitations you made
data-part-activities = Activities you sent
data-part-broadcasts = Broadcasts you made
data-part-groups = Groups you connected
data-part-drafts = Unfinished forms
data-part-messages-to-me = Messages to you still on record
data-part-holds = Legal holds
data-part-jobs = Requests for copies and erasure
data-part-activity-changes = Changes and notes on activities
data-part-problems = Problems you noted
data-part-interventions = Interventions you planned or completed
data-field-people = People (kind not said)
data-field-inpres = Inpres category
data-field-tags = Tags
data-field-poktan = POKTAN
data-field-post-type = Kind of record
data-field-follow-up = Follow-up
data-field-problem-id = Number of the problem
data-field-intervention-id = Number of the intervention
data-field-revision = How often changed
data-field-verified-at = Checked
data-field-what = What
data-field-before = Earlier values
data-field-note = Note
data-field-moment = Before or after
data-field-category = Kind of problem
data-field-choice = Choice
data-field-affected = People affected
data-field-affected-band = About how many people
data-field-since = Since
data-field-evidence = Evidence
data-field-priority = Priority
data-field-closed-at = Closed
data-field-agency = Agency
data-field-planned-on = Planned for
data-field-result = Result
data-field-done-on = Carried out
data-state-saved = saved
data-state-verified = checked
data-state-returned = returned
data-state-open = open
data-state-planned = planned
data-state-cancelled = cancelled
data-field-id = Number
data-field-telegram-id = Telegram account number
data-field-name = Name
data-field-phone = Phone number
data-field-language = Language
data-field-consent-version = Version of the privacy notice accepted
data-field-consent-at = Accepted
data-field-reachable = Within the bot's reach
data-field-unreachable-since = Out of reach since
data-field-created-at = Recorded
data-field-role = Role
data-field-region-code = Region
data-field-valid-from = From
data-field-valid-until = Until
data-field-suspended = Suspended
data-field-confirmed-at = Confirmed
data-field-at = Time
data-field-change = Change
data-field-reason = Reason
data-field-by-me = By yourself
data-field-by-role = By the role
data-field-state = State
data-field-kind = Kind
data-field-rung = Waits for an answer of
data-field-decided-at = Answered
data-field-uses-left = Uses left
data-field-expires-at = Valid until
data-field-receipt = Receipt number
data-field-held-on = Day of the activity
data-field-title = Title
data-field-section = Section
data-field-target-groups = For whom
data-field-agencies = Agencies
data-field-funding = Funds
data-field-male = Men
data-field-female = Women
data-field-children = Children
data-field-place = Place
data-field-latitude = Latitude
data-field-longitude = Longitude
data-field-description = Description
data-field-photos = Photos
data-field-file-id = File number at Telegram
data-field-caption = Caption
data-field-audience = Audience
data-field-body = Content
data-field-photo = Photo number at Telegram
data-field-due-at = Due
data-field-done-at = Done
data-field-bound-at = Connected
data-field-form = Form
data-field-updated-at = Last changed
data-field-answers = Answers
data-field-placed-at = Held since
data-field-reminders = Reminders
data-field-lifted-at = Lifted
data-field-broadcasts = Broadcasts
data-state-waiting = waiting
data-state-approved = approved
data-state-refused = refused
data-state-withdrawn = withdrawn
data-state-queued = waiting its turn
data-state-running = under way
data-state-done = done
data-state-failed = failed
data-state-discarded = discarded
data-state-draft = draft
data-state-scheduled = scheduled
data-state-preparing = being prepared
data-state-active = active
data-state-pending = waiting to be confirmed
data-state-checking = being looked at
data-state-unreachable = out of reach
data-state-muted = the bot may not write
data-state-unbound = let go
data-kind-join = asking for a role
data-kind-relink = moving the account to another phone
data-kind-data = copy of the data
data-kind-erase = erasure

erase-stranger =
    You are not registered: there is no name, phone number or role of yours to erase.
    Unfinished forms delete themselves after { $days } days. You can delete this chat yourself in Telegram.
erase-explain =
    <b>Erase my data</b>

    <b>Erased</b>: your name, Telegram account number, phone number, all unfinished forms, titles, places, descriptions and photos of your activities, the words of your broadcasts, reasons that were written, messages to you.
    <b>Kept</b>: day, village, section and numbers of participants of activities, so that a village's figures stay true; and random numbers in the log of roles, so that it is clear that a role was given. They point to you no longer. The content of protection reports is not included: it belongs to their handling.

    Your roles end as soon as you confirm, and do not come back by themselves. Erasure begins { $grace } h later (until then you can take it back) and is done at most { $deadline } h after your request (Law 27/2022).
    We cannot delete the whole chat at Telegram: please delete this chat yourself.

    Want to keep your data first? Type /mydata.
erase-go-on = Go on
erase-not = Do not erase
erase-sure = <b>Are you sure?</b> All your roles end now. Press once more to erase your data.
erase-last-province = ⚠️ You are the last person of DP3ACSKB. After this nobody can approve members or hold data until the server's operator invites somebody.
erase-yes = 🗑 Yes, erase my data
erase-left = All right, nothing is erased.
erase-too-old = This button is too old. Nothing was erased. Type /deletemydata to begin again.
erase-waits =
    Your roles have ended. Your data begin to be erased { $at } and are gone at the latest { $deadline }. You will be told here.

    Changed your mind? Take it back before that time.
erase-take-back = Take the erasure back
erase-taken-back = Taken back. Your data are not erased. Your roles have ended; ask for them again with /join.
erase-too-late = This button does nothing any more: the request is under way, done or was taken back. Type /deletemydata to see where it stands.
erase-begun = Your data are being erased; this is done at the latest { $deadline }. You will be told here.
erase-held =
    Part of your data is under a legal hold and must not be erased yet: your account, the log of roles, requests, activities and broadcasts.
    The reason: { $reason }

    Your roles end, and messages, unfinished forms, files and invitations of yours are erased all the same. The rest is erased as soon as the hold is lifted. Ask DP3ACSKB of the province.
erase-done = Your data have been erased. This is our last message. Thank you for everything you have done. Please delete this chat in Telegram too. /report and /emergency stay open to you.
erase-role-empty = The role <b>{ $role }</b> for <b>{ $place }</b> is empty now: who held it asked for their data to be erased. Invite somebody with /invite.
erase-role-ended = A role <b>{ $role }</b> for <b>{ $place }</b> has ended: who held it asked for their data to be erased.
idle-ask =
    You have had no role in CIKAR Bot for a long time. Do you want to stay registered?

    If not, your data will be erased { $until }. If you do, press this button.
idle-keep = Yes, keep me registered
idle-kept = All right, you stay registered. Type /join to ask for a role.

hold-name = legal hold
hold-open = ⚖️ Hold data
hold-of = <b>Legal holds on the data of { $name }</b>
hold-new = ⚖️ Hold this person's data
hold-nobody = That person is not within your regions, or their data have been erased. Choose them from /members.
hold-reason = <b>Why must these data be held?</b> Write the legal basis, nothing of a case. The person can read this reason.
hold-reason-label = Reason
hold-placed = The data of <b>{ $name }</b> are held now: { $reason }
hold-list = <b>Data under legal hold</b>
hold-list-open = ⚖️ Data under hold
hold-list-empty = No data are under hold.
hold-line = <b>{ $name }</b>, since { $at }: { $reason }
hold-lift = Lift: { $name }
hold-lift-sure = Lift this hold? If the person has asked for erasure, their data will be erased at once.
hold-lift-yes = Yes, lift the hold
hold-lifted = The hold has been lifted.
hold-gone = That hold was lifted already, or lies outside your regions.
