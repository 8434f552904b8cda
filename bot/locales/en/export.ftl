# Activities as files for other systems, and posts to other systems.

command-unduh = download activities as a file
export-name = download of activities
export-button = ⬇️ Download activities
export-region = <b>Activities of which area?</b>
export-region-label = Area
export-region-hint = Choose a district, a subdistrict or a village. Everything within it comes along.
export-period = <b>Activities from when?</b>
export-period-label = Time
export-period-month = This month
export-period-last = Last month
export-period-year = This year
export-period-days = Choose the days
export-first = <b>From which day?</b>
export-first-label = From
export-last = <b>Up to which day?</b>
export-last-label = Up to
export-days-order = The last day is before the first one. Please choose another last day.
export-columns = <b>What is the file for?</b>
export-columns-label = Kind of file
export-columns-hint = Excel to read and work with. CSV to feed into another system.
export-columns-cikar-xlsx = CIKAR's form, Excel
export-columns-site-xlsx = Kampung KB site's columns, Excel
export-columns-cikar-csv = CIKAR's form, CSV
export-columns-site-csv = Kampung KB site's columns, CSV
export-asked =
    ⏳ The activities of { $place } are being prepared.
    { $first } to { $last }
    The file is sent here as soon as it is ready.
export-busy = Your last download is still being prepared. Please wait for its file, then type /download again.
export-progress = ⏳ { $done } of { $total } activities are written.
export-file =
    📄 <b>Activities of { $place }</b>
    { $first } to { $last }
    { $rows } activities.
export-file-cut =
    📄 <b>Activities of { $place }</b>
    { $first } to { $last }
    Only the first { $rows } activities, the others do not fit. Choose a smaller area or a shorter time for them.
export-nothing =
    There are no activities of { $place } on
    { $first } to { $last }
    Type /download to choose another time.
export-role-ended = The file of { $place } ({ $first } to { $last }) was not made, because your role there has ended. Please ask DP3ACSKB if that is wrong.
export-too-big = The file of { $place } ({ $first } to { $last }) is too large for Telegram. Type /download and choose Excel, which is smaller, or a smaller area or a shorter time.
export-failed = Sorry, the file of { $place } ({ $first } to { $last }) could not be made. No data was lost. Try /download again later; the technical staff can see it.
posts-button = 📤 Posts to other systems
posts-head = 📤 <b>Posts to other systems</b>
posts-none = No other system is set up yet. The operator adds them in config.toml.
posts-line =
    <b>{ $name }</b> ({ $host })
    Sent today: { $done }. Waiting: { $waiting }. Failed: { $failed }
posts-trouble = Last: { $why }. Tried again { $at }
posts-no-secret = ⚠️ The key of its signature is missing ({ $variable }), so nothing is sent. Please ask the operator to set it.
posts-failed-button = ❌ { $name }: { $count } failed
posts-failed-head = ❌ <b>Not sent to { $name }</b>
posts-failed-line =
    <b>{ $receipt }</b>, { $event }
    { $why }, { $at }
posts-event-saved = saved
posts-event-verified = verified
posts-again = 🔁 Try again
posts-back = ◀ Posts to other systems
posts-tried-again = { $count } posts are tried again.
posts-nothing-to-try = There is nothing to try again.
