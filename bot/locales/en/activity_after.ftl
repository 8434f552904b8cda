# /myactivities: what one sent
after-list = <b>My activities</b>, the newest first. Press a title to open it.
after-state-saved = ⏳ not checked yet
after-state-verified = ✅ checked
after-state-returned = ↩️ returned
after-state-withdrawn = 🗑 withdrawn

# One activity whole
after-card =
    <b>{ $title }</b>
    { $state }
    { $date }, { $place }
    Receipt { $receipt }
after-field = { $name }: { $value }
after-field-date = Date
after-field-title = Title
after-field-section = Section
after-field-targets = Target groups
after-field-agencies = Agencies
after-field-participants = Participants
after-field-funding = Funding
after-field-inpres = Inpres programme
after-field-tags = CIKAR tags
after-field-poktan = POKTAN groups
after-field-kind = Kind of photos
after-field-place = Place
after-field-pin = Spot on the map
after-field-description = Description
after-field-follow_up = Follow-up
after-field-problem = Answers the problem
after-field-sender = Sent by
after-field-checked = Checked by
after-field-note = Note on what to put right
after-field-changed = Changed
after-field-photos = Photos
after-field-changes = Number of changes
after-before-after = before and after
after-count-male = { $count } men
after-count-female = { $count } women
after-count-children = { $count } children
after-count-people = { $count } people
after-checked-by = { $role }, on { $at }
after-edit = ✏️ Change
after-add-photo = 📷 Add photos
after-withdraw = 🗑 Withdraw
after-restore = ↩️ Take the withdrawal back
after-history = 📜 History
after-open = Open the newest
after-back-mine = ◀ My activities
after-back-card = ◀ Back to the activity
after-back-queue = ◀ To the queue
after-unknown = There is no such activity, or it is not yours to see. Look again in /myactivities or /check.
after-moved = This activity has just changed. Open it from the list once more and try again.

# Editing
activity_edit-name = changes of an activity
activity_photos-name = further photos
activity_photos-photos = <b>Send the photos</b>, then press Done.
activity_photos-photos-label = Photos
after-photos-of = 📷 <b>{ $title }</b> on { $date }
after-photos-full = This activity has { $most } photos already, and that is the most. If one is wrong, press Change and replace it.
after-edited = ✅ Your changes are saved. The PLKB sees the activity as changed.
after-edit-same = Nothing was changed. The activity stays as it is.
after-edit-moved = This activity has changed since you opened it. Below is the newest, with what you entered. Look at it once more, then send it.
after-edit-withdrawn = This activity was withdrawn and cannot be changed. If that was a mistake, take the withdrawal back first (within 24 hours).
after-edit-verified = This activity was checked, so you cannot change it yourself. Ask the PLKB to return it; I keep what you entered.
after-edit-late = The time for changing this activity is over. If something is wrong, ask the PLKB to return it.
after-unsent = You have not sent your changes of another activity yet. Finish them first, or throw them away.

# Withdrawing
activity_withdraw-name = withdrawal of an activity
activity_withdraw-reason = <b>Why is it withdrawn?</b> This activity will not be counted any more.
activity_withdraw-reason-label = Reason
activity_withdraw-other = <b>What is the reason?</b> A few words will do.
activity_withdraw-other-label = Reason
after-withdraw-of = 🗑 <b>{ $title }</b> on { $date }
after-reason-twice = Sent twice
after-reason-wrong = Wrong kampung or wrong content
after-reason-nothing = It did not take place
after-reason-other = Another reason
after-withdrawn = 🗑 <b>{ $title }</b> is withdrawn. Others do not see it any more; it stays in your list. Changed your mind? You can take this back within 24 hours.
after-withdraw-twice = This activity was withdrawn before.
after-withdraw-late = The time for withdrawing this activity is over. Talk to the PLKB of your village.
after-restored = ✅ The withdrawal is taken back. The activity is as it was.
after-restore-none = This activity is not withdrawn.
after-restore-late = A withdrawal can only be taken back within 24 hours. Send the activity again with /activity.

# History
after-history-of =
    📜 <b>{ $title }</b>
    Sent on { $at }
after-history-none = Nothing has changed since.
after-by-author = its author
after-did-edited = ✏️ { $at }: changed by { $who }
after-did-withdrawn = 🗑 { $at }: withdrawn by { $who }
after-did-restored = ↩️ { $at }: withdrawal taken back by { $who }
after-did-verified = ✅ { $at }: found right by { $who }
after-did-returned = ↩️ { $at }: returned by { $who }
after-did-fields = What changed: { $fields }
after-did-note = Note: { $note }
after-was = { $name } (was { $value })

# /check: checking
menu-periksa = 🔎 Check activities
command-periksa = Check the activities that came in
after-queue = <b>Waiting to be checked: { $count }</b>. Press a number to open its photos and content.
after-queue-many = <b>Waiting to be checked: more than { $count }</b>. Press a number to open its photos and content.
after-queue-empty = No activity is waiting to be checked in your region. Thank you!
after-queue-line =
    { $number }. <b>{ $title }</b>
    { $date }, { $place }, photos: { $photos }
after-queue-line-changed =
    { $number }. <b>{ $title }</b> (changed)
    { $date }, { $place }, photos: { $photos }
after-first = ◀ From the start
after-next = Next ▶
after-yes = ✅ Right
after-return = ↩️ Return it
after-all = ✅ All on this page are right ({ $count })
after-all-sure =
    Find these <b>{ $count } activities</b> right without opening each?
    { $titles }
after-all-yes = ✅ Yes, { $count } activities are right
after-all-no = Not yet, back
after-all-done = ✅ { $count } activities were found right. I tell those who sent them.
after-page-changed = This page has changed, so nothing was decided yet. Here is the newest:
after-verified = ✅ <b>{ $title }</b> on { $date } was found right. I tell who sent it.
after-return-of = ↩️ <b>{ $title }</b> on { $date }
activity_return-name = note for a return
activity_return-note = <b>What needs to be put right?</b> Whoever sent it will read this note.
activity_return-note-hint = For example: The number of participants is missing.
activity_return-note-label = Note
after-returned =
    ↩️ <b>{ $title }</b> was returned to whoever sent it, with the note:
    { $note }
after-return-lost = Your note was not sent: { $note }
after-check-own = Your own activities are checked by somebody else. Ask { $ask }.
after-check-withdrawn = This activity was withdrawn by whoever sent it and needs no check any more. Nothing was changed.
after-check-verified = This activity was found right before. Nothing was changed.
after-check-returned = This activity was returned before and waits for its author. Nothing was changed.
after-check-moved = This activity has changed since you opened it. Nothing was decided; here is the newest.
after-told-verified = 🎉 Your activity <b>{ $title }</b> on { $date } was checked and found right. Thank you for your work!
after-told-verified-many =
    🎉 { $count } of your activities were checked and found right. Thank you for your work!
    { $titles }
after-told-returned =
    ↩️ Your activity <b>{ $title }</b> on { $date } needs a small correction:
    { $note }

    Press the button below; nothing else has to be entered again.
after-told-edit = ✏️ Put it right now

# The kampung's group
after-post = 📌 { $title }, { $date } ({ $section })
after-post-section = 📌 An activity of the section { $section }, { $date }
group-posts-on = 📌 Tell the group of activities
group-posts-off = 📌 Stop telling of activities
group-posts = The kampung's activities are told in this group.
group-posts-begun = 📌 From now on each activity of this kampung is told here in one line: its title, day and section.
