# The admin's desk.

admin-desk =
    🛠 <b>Admin desk</b>
    Press to see a list.
admin-requests = ⏳ Waiting for more than a day: { $count }
admin-failed = ⚠️ Failed messages: { $count }
admin-people = 📵 People out of reach: { $count }
admin-groups = 👥 Groups out of reach: { $count }
admin-jobs = ❌ Failed jobs: { $count }
admin-overdue = ⏰ Overdue jobs: { $count }
admin-answer = ✅ Answer requests
admin-log = 📜 Log of roles
admin-holds = 🔒 Holds on data
admin-back = ◀ Admin desk
admin-empty = Nothing here.
admin-head-requests = ⏳ <b>Requests that have waited for more than a day</b>
admin-head-failed = ⚠️ <b>Messages that failed</b>
admin-head-people = 📵 <b>People out of reach</b>
admin-head-groups = 👥 <b>Groups out of reach</b>
admin-head-jobs = ❌ <b>Failed jobs</b>
admin-head-overdue = ⏰ <b>Overdue jobs</b>
admin-head-log = 📜 <b>Log of roles</b>
admin-line-request =
    <b>{ $name }</b> asks for { $role }, { $place }
    On the desk of: { $rung }. Since { $at }
admin-line-person =
    <b>{ $name }</b> – { $role }, { $place }
    Since { $at }
admin-line-group =
    <b>{ $name }</b> – { $place }
    Since { $at }
admin-line-kind =
    <b>{ $id }</b>: { $what }
    Since { $at }
admin-line-log =
    { $at }
    <b>{ $person }</b>: { $change } – { $role }, { $place }
    By { $actor }
admin-line-log-account =
    { $at }
    <b>{ $person }</b>: { $change }
    By { $actor }
admin-log-word = , on the word of { $word }
admin-log-reason = {" "}(reason: { $reason })
admin-no-role = account on another phone
admin-nobody = (closed account)
admin-program = an operator or the program
admin-resolve = ✔️ { $update } is settled
admin-resolved = Marked as settled.
admin-resolved-before = This was settled before.
admin-find = 🔎 The log of one person
admin-choose = Whose log?
admin-nobody-named = Nobody whose name begins so.
auditname-name = search in the log
auditname-who = <b>Whose log are you looking for?</b>
auditname-who-label = Name
auditname-who-hint = Type the beginning of the name.
admin-change-requested = asked for
admin-change-granted = given
admin-change-confirmed = confirmed
admin-change-refused = refused
admin-change-suspended = suspended
admin-change-resumed = resumed
admin-change-ended = ended
admin-change-changed = dates changed
admin-change-handed-over = handed over
admin-change-relinked = moved to another phone
admin-change-moved = moved to another region
admin-change-erased = data erased
admin-change-held = data held
admin-change-freed = hold on data lifted
