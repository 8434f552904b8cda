# /report, /emergency and /cases. Short, calm, and never a word that blames.
hotline = ☎️ <b>{ $number }</b> – { $name }
hotline-unverified = ☎️ <b>{ $number }</b> – { $name } (not verified yet)
emergency =
    <b>Emergency numbers</b>
    In danger now? Call first.
report-numbers =
    <b>In danger now? Call first.</b>
    This bot passes reports on to officers; it is no emergency service.
report-name = report
report_now-name = report
report-in_danger = <b>Is the child (or woman) in danger now?</b>
report-in_danger-hint = Answer as far as you know. Do not question the child. What you type is deleted from this chat.
report-in_danger-label = In danger now
report-badly_hurt = <b>Is anybody badly hurt?</b>
report-badly_hurt-label = Badly hurt
report-suspect_near = <b>Does the suspected person live with them or can reach them?</b>
report-suspect_near-label = Suspect is near
report-sexual_recent = <b>Was there sexual violence in the last days?</b>
report-sexual_recent-label = Recent sexual violence
report-suicide = <b>Is there talk of suicide?</b>
report-suicide-label = Talk of suicide
report-kinds = <b>What is happening?</b> Several are fine, then Done.
report-kinds-label = Kind
report-age = <b>About how old?</b>
report-age-label = Age
report-village = <b>In which village?</b> Choose, or write its name.
report-village-label = Village
report_now-village = <b>In which village?</b>
report_now-village-hint = Just write its name, for example Toboali.
report_now-village-label = Village
report-account = <b>What happened, in a few words?</b>
report-account-hint = Facts only, no child's name. This message is deleted from the chat once it is taken in.
report-account-label = What happened
report_now-account = <b>What is happening? A few words.</b>
report_now-account-hint = No child's name. This message is deleted from the chat once it is taken in.
report_now-account-label = What happened
report-urgency = <b>How urgent?</b> You may raise it.
report-urgency-label = Urgency
report-send-now = 🆘 Send now
report-leave = Leave quickly
report-left = Good. Type /menu at any time.
report-filed = ✅ Your report has been received and the district's officers are being told. The receipt follows below.
report-filed-alone = ⚠️ Your report has been kept, but there is no officer yet who could be told by itself. <b>Call SAPA 129 now.</b>
report-receipt =
    🧾 Receipt: <code>{ $receipt }</code>
    Write it down in a safe place, then delete this message. In danger, call 129.
urgency-tinggi = 🔴 High – at once
urgency-sedang = 🟠 Medium
urgency-rendah = 🟡 Low
case-no-key = Reports cannot be kept safely at this moment, so nothing was kept. <b>Please call one of these numbers.</b>
case-alert = There is something new in /cases.
case-no-officer = ⚠️ There is a report without a case officer. Invite one with /invite, or call UPTD PPA / SAPA 129 now.
case-open = Open
case-queue-empty = There is no open report in your region.
case-queue = Open reports: { $count } ({ $first }–{ $last } shown). Press to open; every reading is recorded.
case-page-first = ◀ Previous
case-page-next = Next ▶
case-line = { $mark } { $region }, { $time }
case-head =
    <b>{ $urgency }</b>
    Status: { $status }
    Received: { $time }
case-safety = ⚠️ <b>Yes</b> to: { $value }
case-value = <b>{ $label }</b>: { $value }
case-next = Call the UPTD PPA and follow it up. Do not copy this into another chat.
case-unknown = That report does not exist, or is not in your region. Ask DP3ACSKB.
