# /broadcast
broadcast-name = broadcast
broadcast-text = <b>Write what to send.</b>
broadcast-text-hint = Exactly as it will be read.
broadcast-text-label = Text
broadcast-photo = <b>Send one photo</b>, or Skip.
broadcast-photo-label = Photo
broadcast-audience = <b>To whom?</b>
broadcast-audience-label = To
broadcast-region = <b>In which region?</b> Regions below it are included.
broadcast-region-label = Region
broadcast-when = <b>When?</b> Choose, or write for example "besok 08.00".
broadcast-when-label = Time
audience-groups = POKJA groups
audience-everyone = All members
broadcast-caption-too-long = Text that goes with a photo has at most { $most } characters. Shorten it, or drop the photo.
broadcast-nobody = Nobody in { $place } fits that choice. Nothing was sent. Try another region or audience with /broadcast.
broadcast-confirm =
    <b>Ready to send?</b>
    Region: { $place }
    Recipients: { $groups } groups, { $people } people ({ $unreachable } out of reach)
    Time: { $when }
broadcast-send = ✅ Yes, send
broadcast-drop = Do not send
broadcast-going = 📣 The broadcast is on its way. Progress appears below.
broadcast-scheduled = 🕗 The broadcast is scheduled: { $when }.
broadcast-dropped = The broadcast was not sent.
broadcast-already = This broadcast was decided before.
broadcast-unknown = That broadcast does not exist, or is not yours. Ask DP3ACSKB.
broadcast-started = 📣 The broadcast begins…
broadcast-skipped = ⚠️ The broadcast for { $due } was missed since the bot was not running, and was not sent. Make it again with /broadcast.
broadcast-progress = 📣 Sent { $sent }, failed { $failed }, blocked { $blocked }, uncertain { $uncertain }, left { $left }.
broadcast-account =
    <b>Broadcast finished</b>
    Sent: { $sent } of { $total }
    Failed: { $failed }
    Blocked or out of reach: { $blocked }
    Uncertain: { $uncertain }

# Groups
group-how = Choose a kampung, then its POKJA's Telegram group. The bot will join that group.
group-no-kampung = No Kampung KB is registered in your region yet. Ask DP3ACSKB.
group-link = 🔗 { $name }
group-link-wrong = This group link is not known. Get a new one with /group in a private chat.
group-hello = Hello! This group is not connected to a kampung yet. If you are responsible for one: type /group in a private chat with the bot.
group-bound = ✅ This is now the POKJA group of <b>{ $place }</b>. Broadcasts and reminders will come here.
group-already = This group is already connected to <b>{ $place }</b>.
group-elsewhere = This group is connected to another kampung. Only somebody responsible for both can move it, for example DP3ACSKB: with a link from /group.
group-refused = Only those responsible for { $place } can connect a group. Ask the PLKB of that village.
group-help = POKJA group of <b>{ $place }</b>. Activities and reports are filled in in a private chat with the bot.
group-private = This is filled in in a private chat.
group-report = For safety, reports are made in a private chat only. Call 129 in an emergency.
group-open-private = Open the private chat
