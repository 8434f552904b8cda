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
