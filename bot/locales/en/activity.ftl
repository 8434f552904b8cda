# /activity
activity-name = activity
activity-region = <b>In which village?</b>
activity-region-label = Village
activity-village = <b>In which kampung?</b>
activity-village-label = Kampung
activity-date = <b>When was it?</b> Choose, or write for example "kemarin" or 12/3.
activity-date-label = Date
activity-title = <b>What was it called?</b>
activity-title-hint = For example: Posyandu Melati
activity-title-label = Title
activity-section = <b>Which section is it?</b> Choose the nearest.
activity-section-label = Section
activity-target_groups = <b>For whom was it?</b> Several are fine, then Done.
activity-target_groups-label = Target groups
activity-agencies = <b>Which agencies took part?</b> Several are fine, then Done.
activity-agencies-hint = Type a few letters to search, for example "pus".
activity-agencies-label = Agencies
activity-participants = <b>How many took part?</b>
activity-participants-hint = Write how many men (L), women (P) and children (anak). For example: 20 L 12 P 5 anak
activity-participants-label = Participants
activity-funding = <b>Where did the money come from?</b> Several are fine, then Done.
activity-funding-label = Funding
activity-place = <b>Where was it?</b> Write its name, or send a location.
activity-place-label = Place
activity-photos = <b>Send its photos</b>, or Skip.
activity-photos-hint = Up to five, at once as an album if you like.
activity-photos-label = Photos
activity-description = <b>Anything to add?</b> A few words, or Skip.
activity-description-label = Description
activity-saved = ✅ Saved: <b>{ $title }</b>, { $date }. The receipt follows below.
activity-receipt =
    🧾 <b>Receipt { $receipt }</b>
    { $title }
    { $date }, { $place }

    Thank you. See it again with /myactivities.
activity-list-empty = You have not sent any activity yet. Begin with /activity.
activity-list = <b>My activities</b> (from number { $first }, { $total } in all)
activity-list-line =
    <b>{ $title }</b>
    { $date }, { $place }
    { $receipt }, { $photos } photos
