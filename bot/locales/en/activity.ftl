# /activity
activity-name = activity
activity-region = <b>In which village?</b>
activity-region-label = Village
activity-village = <b>In which kampung?</b>
activity-village-label = Kampung
activity-date = <b>When was it?</b> Choose, or write for example "kemarin" or 12/3.
activity-date-label = Date
activity-title = <b>What was it called?</b>
activity-title-hint = For example: Posyandu Melati. A whole sentence is fine too: "Posyandu Melati kemarin, 25 ibu 30 balita, dana desa".
activity-title-label = Title
activity-section = <b>Which section is it?</b> Choose the nearest.
activity-section-label = Section
activity-target_groups = <b>For whom was it?</b> Several are fine, then Done.
activity-target_groups-label = Target groups
activity-agencies = <b>Which agencies took part?</b> Several are fine, then Done.
activity-agencies-hint = Type a few letters to search, for example "pus".
activity-agencies-label = Agencies
activity-participants = <b>How many took part?</b>
activity-participants-hint = Press a number, or write for example: 25 orang, 20 L 12 P 5 anak, 25 ibu 30 balita (men are L, women P).
activity-participants-label = Participants
activity-funding = <b>Where did the money come from?</b> Several are fine, then Done. No money? Just Done.
activity-funding-label = Funding
activity-place = <b>Where was it?</b> Write its name, or send a location.
activity-place-label = Place
activity-photos = <b>Send its photos.</b>
activity-photos-hint = Up to five, at once as an album if you like.
activity-photos-label = Photos
activity-description = <b>Anything to add?</b> A few words, or Skip.
activity-description-label = Description
activity-saved = ✅ Saved: <b>{ $title }</b>, { $date }. The receipt follows below.
activity-receipt =
    🧾 <b>Receipt { $receipt }</b>
    { $title }
    { $date }, { $place }

    Thank you. To add a photo, change it or take it back: /myactivities.
activity-list-empty = You have not sent any activity yet. Begin with /activity.
activity-list-line =
    <b>{ $title }</b>
    { $date }, { $place }
    { $receipt }, photos: { $photos }

## Asked only from the summary
activity-inpres = <b>Which programme of Inpres 3/2022 is it part of?</b> Choose the nearest, or Skip.
activity-inpres-label = Inpres programme
activity-tags = <b>What does it have to do with?</b> Several are fine, then Done.
activity-tags-label = CIKAR tags
activity-post_type = <b>What do the photos show?</b>
activity-post_type-label = Kind of photos
activity-type-activity = The activity
activity-type-before_after = Before and after
activity-photos_before = <b>Send the photos from BEFORE</b>, at once as an album if you like.
activity-photos_before-label = Photos before
activity-photos_after = <b>Send the photos from AFTER</b>, at once as an album if you like.
activity-photos_after-label = Photos after
activity-captions = <b>Captions.</b> Press a photo, write its caption, then Done.
activity-captions-label = Captions
activity-follow_up = <b>What follows from it?</b> A few words, or Skip.
activity-follow_up-label = Follow-up
activity-poktan = <b>Which POKTAN met?</b> Several are fine, then Done.
activity-poktan-label = POKTAN groups
activity-problem = <b>Which problem does it answer?</b> Choose, or Skip. Note a new one with /problems.
activity-problem-label = Problem
activity-pin = <b>Where exactly?</b> Press Send location, or Skip.
activity-pin-label = Spot on the map

## Short ways
activity-again = 🔁 Same as last time
activity-photo-first = 📷 The photo is kept. Which activity is it of?
activity-heard-no-day = 📝 I have read <b>{ $title }</b>. Its day was not said, has not come yet, or is in no calendar: please choose the day.
activity-heard = 📝 I have read <b>{ $title }</b>. Answer this first, then Send.
activity-photo-kept = 📷 The photo is kept for <b>{ $title }</b>.
activity-forwarded = A forwarded message is not taken as an activity. Write a few words of your own, or begin with /activity.
activity-two =
    The activity <b>{ $old }</b> has not been sent yet. Your message seems to be another one: <b>{ $new }</b>.
    Which one now?
activity-two-keep = ⬅️ Finish the earlier one
activity-two-new = 🆕 Take the new one instead
activity-two-kept = Fine, the earlier one first. Once it is sent, send the other message again.
activity-twin-own = You have logged <b>{ $title }</b> on { $date } in this kampung already. Is this another activity?
activity-twin-other = Another member has logged <b>{ $title }</b> on { $date } in this kampung already. Is this another activity?
activity-twin-save = ✅ Yes, save it
activity-twin-drop = ✖️ No, drop it
activity-twin-look = 👁 Look

## Somebody in danger
danger-lead = This seems to be about somebody who needs help. Tell it with /report: it goes straight to the officers and stays secret. In danger right now: /emergency. What you wrote has not been kept here.
