# Groups of a kampung's POKJA: /group in private
group-how = <b>POKJA groups in your region</b>
    To connect a group: press the kampung's 🔗, then choose its Telegram group. Let the bot pin and delete messages.
group-kampung = 🏘 <b>{ $name }</b> in { $place }
group-kampung-closed = 🏘 <b>{ $name }</b> in { $place } (closed)
group-line = • { $title }: { $state }. Last delivered: { $last }
group-none = No group is connected yet.
group-no-kampung = No Kampung KB is registered in your region yet. Ask DP3ACSKB.
group-link = 🔗 { $name }
group-button = 💬 { $title }
group-more = Next ▶
group-first = ◀ From the start
group-find = 🔎 Find a kampung
group-back = ◀ Back
group-not-found = No kampung is registered in "{ $text }" within your region. Try another village or kecamatan.
groupfind-name = search for a kampung
groupfind-place = <b>A kampung where?</b>
groupfind-place-hint = Write the name of its village or kecamatan.
groupfind-place-label = Place

# One group
group-card =
    💬 <b>{ $title }</b>
    Kampung of { $place }
    State: { $state }
    Members: { $members }
    The bot can write: { $post }
    The bot can pin: { $pin }
    The bot can delete: { $delete }
    Last delivered: { $delivered }
    Last looked at: { $seen }
group-away = Out of reach since { $since }.
group-topic = Messages go to the topic in which this group was connected.
group-state-active = active
group-state-checking = being checked
group-state-pending = waiting for the POKJA to confirm
group-state-unreachable = the bot is no longer in the group
group-state-muted = the bot may not write
group-can = yes
group-cannot = no
group-not-seen = not seen yet
group-never = never
group-look = 🔄 Look again
group-looking = I am looking. You will find the result here.
group-looked = I have looked at the group <b>{ $title }</b>.
group-open-card = See how it is doing
group-show-link = 🔗 Connect another group
group-unbind = ✂️ Let this group go
group-unbind-sure = Let the group <b>{ $title }</b> go from { $place }? Broadcasts and reminders will no longer go there.
group-unbind-yes = Yes, let it go
group-unbound = The group <b>{ $title }</b> is no longer connected to { $place }. The bot is still in it; remove the bot if you do not need it.
group-unknown = That group is no longer there, or not in your region. Type /group for the list.

# Confirming a group that waits
group-ask =
    { $name } connects the group <b>{ $title }</b> to the kampung of <b>{ $place }</b>.
    I cannot make sure that it is your POKJA's group. Is it?
group-ask-alone =
    You connect the group <b>{ $title }</b> to the kampung of <b>{ $place }</b>.
    There is nobody else yet who could make sure. Are you certain that it is its POKJA's group?
group-yes = ✅ Yes, it is our group
group-no = No, let it go
group-not-asked = This group is not yours to confirm. Ask { $ask }.
group-decided = Somebody else has decided about this group before. See how it is doing: /group.
group-confirmed-by-you = ✅ The group <b>{ $title }</b> is now the POKJA group of { $place }. Thank you.
group-confirmed-told = ✅ The group <b>{ $title }</b> is confirmed as the POKJA group of { $place }.
group-declined-by-you = Good, the group <b>{ $title }</b> is not connected to { $place }.
group-declined-told = The group <b>{ $title }</b> was not confirmed as the POKJA group of { $place }. Speak with the POKJA there.

# What is said in a group
group-link-wrong = This group link is not known. Get a new one with /group in a private chat.
group-hello = Hello! This group is not connected to a kampung yet. If you are responsible for one: type /group in a private chat with the bot.
group-anonymous = You write in the name of the group, so I do not know who you are. Switch "Remain anonymous" off in the admin settings, and open the link once more under your own name.
group-checking = Thank you. I am checking whether this is the POKJA group of <b>{ $place }</b>.
group-bound =
    ✅ This is now the POKJA group of <b>{ $place }</b>. Broadcasts and reminders will come here.
    Never write child-protection reports in the group: always in a private chat with the bot.
group-pending = This group waits for the POKJA of <b>{ $place }</b> to confirm. Then broadcasts and reminders will come here.
group-already = This group is already connected to <b>{ $place }</b>.
group-elsewhere = This group is connected to another kampung. Only somebody responsible for both can move it, for example DP3ACSKB: with a link from /group.
group-ended = The village in this link has another code now. Get a new link with /group in a private chat.
group-unregistered = No Kampung KB is registered in { $place } yet. Ask DP3ACSKB to register it first.
group-refused = Only those responsible for { $place } can connect a group. Ask the PLKB of that village.
group-declined = This group is not connected to <b>{ $place }</b>.
group-let-go = This group is no longer connected to <b>{ $place }</b>. Broadcasts do not come here any more.
group-help = POKJA group of <b>{ $place }</b>. Activities and reports are filled in in a private chat with the bot.
group-private = This is filled in in a private chat.
group-alarm = If a child or a woman is in danger, call now. Reports are filled in in a private chat; nobody else sees them.
group-alarm-report = Fill in the report here
group-open-private = Open the private chat

# Told to those responsible
group-told-away = ⚠️ The bot is no longer in the group <b>{ $title }</b> ({ $place }). Broadcasts do not get there. If that is a mistake, add the bot again within 30 days.
group-told-muted = ⚠️ The bot may not write in the group <b>{ $title }</b> ({ $place }). Broadcasts do not get there. Ask an admin of the group to allow it.
group-told-back = ✅ The bot can write in the group <b>{ $title }</b> ({ $place }) again.
person-told-away =
    ⚠️ <b>{ $name }</b> cannot be reached through the bot any more: the bot was blocked, or the account was deleted.
    Role: { $roles }
    Get in touch. With a new phone one comes back by /join.
person-told-away-bare = ⚠️ <b>{ $name }</b> cannot be reached through the bot any more: the bot was blocked, or the account was deleted. Get in touch.
role-in-place = { $role } in { $place }
