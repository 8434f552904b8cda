# Texts of every form.

## Buttons
form-back = ⬅️ Back
form-skip = Skip
form-cancel = ✖️ Cancel
form-help = ❓ Help
form-add = ➕ { $label }
form-submit = ✅ Send
form-edit = ✏️ Change
form-done = ✅ Done
form-continue = Continue
form-agree = I agree
form-yes = Yes
form-no = No
form-unsure = Not sure
form-keep = Keep: { $value }
form-same-as-last = Same as last time: { $value }
form-suggested = ⭐ { $value }
form-ticked = ✅ { $value }
form-other = ➕ Other
form-other-ticked = ✅ Other: { $value }
form-other-take = ➕ Other: { $value }
form-search-clear = Show all

## Frame of a question
form-progress = Question { $step } of { $total }
form-value = { $value }
form-value-missing = —
form-moved-on = This button is old. Please go on with the latest question.
form-cancel-sure = Leave this form? The answers given so far will be deleted.
form-cancel-yes = Yes, leave it
form-cancel-no = No, go on
form-summary = Please check. If all is right, press Send.
form-summary-line = { $label }: { $value }
form-summary-guess = ⭐ { $label }: { $value }
form-summary-guessed = ⭐ = filled in for you. If something is wrong, press Change.
form-help-general = Answer the question below. Type "back" to go back, "cancel" to stop.

## Answers that cannot be taken
form-required = This needs an answer.
form-empty = The answer is empty. Please write something.
form-no-back = This is the first question; there is nothing to go back to.
form-cannot-skip = This question cannot be skipped.
form-choose-button = Please press one of the buttons below, for example "{ $example }".
form-not-typed = This answer cannot be typed. Please use the buttons below.
form-other-kind = { $kind } cannot be taken here. Please answer with a button or in writing.
form-kind-animation = A GIF
form-kind-audio = A song
form-kind-contact = A contact
form-kind-dice = A dice
form-kind-document = A document
form-kind-forward = A forwarded message
form-kind-game = A game
form-kind-location = A location
form-kind-poll = A poll
form-kind-sticker = A sticker
form-kind-story = A story
form-kind-venue = A venue
form-kind-video = A video
form-kind-video_note = A video message
form-kind-voice = A voice message
form-kind-other = A message of that kind

## Text
form-text-no-letters = Please use letters or figures. Emoji alone are not enough.
form-text-too-long = Too long: { $length } characters, at most { $most }. Please shorten it.
form-text-too-short = Too short. Please write at least { $least } characters.
form-text-few-letters = Please use words. Figures alone are not enough.

## Days and times
form-today = Today
form-yesterday = Yesterday
form-tomorrow = Tomorrow
form-calendar = 📅 Calendar
form-now = Now
form-at = { $time }
form-yesterday-at = Yesterday { $time }
form-today-at = Today { $time }
form-tomorrow-at = Tomorrow { $time }
form-moment-hour = { $day }. At what time? Choose or write, for example 14.30.
form-date-invalid = That date is not understood. Examples: kemarin, 12/3 or 3 Februari 2026.
form-date-missing = There is no such day. Examples: 28/2 or 3 Februari 2026.
form-date-weekday = The weekday does not match: that date is { $day }. Please write the date only.
form-date-week = "Minggu" can mean Sunday or week. Please write the date, for example 12/3.
form-date-future = { $day } is yet to come. Please choose today or a day before.
form-date-too-old = { $day } is too long ago. The earliest is { $earliest }.
form-moment-invalid = That time is not understood. Examples: besok 08.00 or 21/11 14.30.
form-moment-past = { $moment } has passed. Please choose a time to come.
form-moment-future = { $moment } is yet to come. Please choose a time that has passed.
form-weekday-1 = Mo
form-weekday-2 = Tu
form-weekday-3 = We
form-weekday-4 = Th
form-weekday-5 = Fr
form-weekday-6 = Sa
form-weekday-7 = Su
form-month-1 = January { $year }
form-month-2 = February { $year }
form-month-3 = March { $year }
form-month-4 = April { $year }
form-month-5 = May { $year }
form-month-6 = June { $year }
form-month-7 = July { $year }
form-month-8 = August { $year }
form-month-9 = September { $year }
form-month-10 = October { $year }
form-month-11 = November { $year }
form-month-12 = December { $year }

## Numbers
form-number-invalid = Please write one number, for example 25.
form-number-whole = Please write a whole number, for example 25.
form-number-negative = The number cannot be below zero. Example: 25.
form-number-range = Please write one number, not { $least }–{ $most }. A rough one is fine.
form-number-too-many = That is too many; at most { $most }.
form-number-too-few = That is too few; at least { $least }.
form-counts-nobody = 0 (nobody)
form-counts-male = { $count } male
form-counts-female = { $count } female
form-counts-children = { $count } children
form-counts-people = { $count } people
form-counts-invalid = The numbers are not understood. Example: 20 L 12 P 5 anak.
form-counts-kind = Who are these { $count }? Please split them, for example: 20 L 12 P 5 anak.

## Choices
form-choice-unknown = There is no such choice. Please press a button below, for example "{ $example }".
form-choice-empty = There is nothing to choose yet.
form-choice-none = There is nothing to choose here yet. Ask the PLKB of your village.
form-choice-gone = That choice no longer exists. Please choose again.
form-choices-picked = Chosen: { $value }
form-choices-too-few = Please choose at least { $least }, then press Done.
form-choices-too-many = At most { $most } choices. Press one of yours again to remove it first.
form-other-ask = Type the name and send it.

## Photos
form-photos-so-far = { $count } of { $most } photos. Send more, or press Done.
form-photos-album = The photos of your album are taken in, at most { $most }. Send more, or press Done.
form-photos-full = That is { $most } photos, the most there can be. Press Done.
form-photos-drop-last = 🗑 Remove the last photo
form-photos-count = { $count } photos
form-photos-send = Please send the photo. If that is all, press Done or Skip.
form-photos-none = There is no photo yet. Please send at least one.
form-photos-too-many = At most { $most } photos. Those before are kept.
form-photos-twice = That photo is there already.
form-photo-early = The photo is kept for the photo question. Please answer this question first.
form-photo-added = The photo was added.
form-photo-none = This form takes no photos. The photo was not kept.
form-photo-as-file = That came as a file and cannot be kept yet. Please send it again as a photo, not as a file.
form-photo-video = Videos cannot be kept. Please send a photo of it instead.
form-captions-which = Photo { $number }: { $caption }
form-captions-empty = no caption yet
form-captions-now = Write the caption of photo { $number }.
form-captions-choose = Choose the photo first, then write its caption.
form-captions-count = { $count } captions

## Places, telephone numbers and regions
form-location-send = 📍 Send location
form-location-how = Press the location button below the screen.
form-location-button = 📍 Send my location
form-location-invalid = That location is not understood. Please write the name of the place.
form-contact-send = 📱 Send my number
form-contact-how = Press the number button below the screen, or write the number.
form-contact-button = 📱 Send my number
form-phone-invalid = That number is not understood. Example: 0812 3456 7890.
form-phone-not-own = That is somebody else's contact. Send your own number with the button, or type it.
form-region-choose = ✅ Choose { $value }
form-region-in = Region: { $value }
form-region-up = ⬆️ Other region
form-region-unknown = That region was not found. Press a button, or write its name, for example Toboali.
form-region-near = That name was not found. Perhaps one of the buttons below?
form-region-ended = { $value } ended on { $since }. Choose another region.
form-region-moved = { $value } ended on { $since }; now it is { $now }. Choose the present one.
form-region-outside = That region is outside yours. Choose from the buttons below; if this is wrong, ask DP3ACSKB.
