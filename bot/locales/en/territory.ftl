# The territory, and the registry of Kampung KB.

## What has ended, or never was
region-unknown = That region is not known. Choose again with /regions.
region-ended = { $value } ended on { $since }. Now: { $now }.

## /regions
region-what =
    <b>Regions</b>
    { $count } regions are in force now. Old records keep their old names.

    What changes by an official decree?
region-rename-button = ✏️ Rename
region-split-button = ✂️ Split a region
region_name-name = renaming of a region
region_name-region = <b>Which region gets a new name?</b>
region_name-region-label = Region
region_name-region-hint = Press a button, or type its name.
region_name-title = <b>What is the new name?</b>
region_name-title-label = New name
region_name-title-hint = Without the word Desa, Kecamatan or Kabupaten.
region_name-on = <b>From which day?</b>
region_name-on-label = From
region_name-on-hint = Records of days before keep the old name.
region_name-source = <b>What does it rest on?</b>
region_name-source-label = Source
region_name-source-hint = For example: Permendagri 72/2019.
region_split-name = split of a region
region_split-region = <b>Which region is split?</b>
region_split-region-label = Region
region_split-region-hint = Press a button, or type its name.
region_split-code = <b>What is the new region's code?</b>
region_split-code-label = New code
region_split-code-hint = Kemendagri's code, for example 19.01.01.2013.
region_split-title = <b>What is the new region's name?</b>
region_split-title-label = New region's name
region_split-second = <b>Is there a second new region?</b>
region_split-second-label = A second one
region_split-code2 = <b>What is the second new region's code?</b>
region_split-code2-label = Second code
region_split-title2 = <b>What is the second new region's name?</b>
region_split-title2-label = Second name
region_split-ends = <b>Does the old region end?</b>
region_split-ends-label = The old one ends
region_split-ends-hint = If so, its people, kampung and groups move to the new region. Old activities keep the old name.
region_split-people = <b>Where do the people move?</b>
region_split-people-label = Successor
region_split-on = <b>From which day?</b>
region_split-on-label = From
region_split-source = <b>What does it rest on?</b>
region_split-source-label = Source
region_split-source-hint = For example: Perda 4/2026.
region_sure-name = split of a region
region_sure-sure = <b>Go on?</b> This cannot be undone in the bot.
region_sure-sure-label = Go on
region-renamed = Done. <b>{ $old }</b> is <b>{ $name }</b> from { $day }. Earlier records keep the old name.
region-split-ends =
    <b>{ $place }</b> ends on { $day }. New regions: { $new }.

    Moving to <b>{ $successor }</b>:
    • { $roles } roles
    • { $kampung } kampung
    • { $groups } groups
    • { $requests } requests for a role
    • { $invites } invitations
    • { $broadcasts } scheduled broadcasts
    Old activities stay with { $place } and can still be read.
region-split-stays =
    <b>{ $place }</b> stays. From { $day } there are new regions: { $new }.
    People and groups do not move; the new region begins empty.
region-split-done = Done. New regions: <b>{ $new }</b>. { $roles } roles moved, and their people are told.
region-split-done-empty = Done. New regions: <b>{ $new }</b>. No role moved.
region-split-not = Fine, nothing has changed.
region-moved-you = Your region has changed by a decision of the government. Your role as <b>{ $role }</b> is now for <b>{ $place }</b>. Old activities are kept. Type /menu.
region-code-format = That code does not fit. A village: 19.01.01.2013; a kecamatan: 19.01.09. Its level must be that of the region that is split.
region-code-taken = That code is in use. A code is never used again; please check the decree.
region-code-parent = That code is not under the right parent region. Please check how it begins.
region-name-short = The name is too short or too long. Write 2 to 120 characters.
region-name-taken = There is a { $value } in the same parent region. Use another name, so that they are not mixed up.
region-same-name = Its name is { $value } already. Nothing has changed.
region-future = { $day } is still to come. Record this change on the day it takes effect.
region-rename-order = The name { $value } is only in force since { $since }. Choose a later day.
region-split-order = { $value } only began on { $since }. Choose a later day.
region-successor-missing = Choose first to which new region the people move.
region-has-parts = This region still has regions in it, so it cannot end yet. Move those first, one by one.

## /kampung
kampung-list = <b>Kampung KB in { $place }</b>
kampung-list-empty = No Kampung KB is registered in { $place } yet.
kampung-line = { $place }: { $name }
kampung-first = ◀ Start
kampung-more = Next ▶
kampung-find-button = 🔎 Find
kampung-coverage-button = 📊 Coverage
kampung-new-button = ➕ Register a kampung
kampung-list-button = 📋 List of kampung
kampung-back = ⬅️ Back
kampung-open = 🏡 Open this kampung
kampung-unknown = There is no such kampung, it is closed, or it lies outside your region. Type /kampung.
kampung-not-told = not filled in yet
kampung-none-yet = none yet
kampung-card =
    🏡 <b>{ $name }</b>
    { $place }

    Decree: { $decree }
    Stage: <b>{ $stage }</b>, { $done } of { $items } done
    POKTAN: { $poktan }
    PATBM: { $patbm }
    Home industry: { $industry }
    Data house: { $house }
    PLKB: { $officers }
    POKJA members registered: { $members }
    Groups: { $groups }
    Contacts: { $contacts }
kampung-checklist-button = ☑️ Stage and checklist
kampung-activities-button = 📝 Newest activities
kampung-edit-button = ✏️ Change
kampung-checklist = <b>{ $name }</b>
kampung-item-done = ✅ { $item } ({ $day })
kampung-item-open = ⬜ { $item }
kampung-untick = { $item } was noted as done on { $day }. Take this tick back?
kampung-untick-yes = Yes, take it back
kampung-stage-preparation = Preparation
kampung-stage-implementation = Implementation
kampung-stage-evaluation = Monitoring and evaluation
kampung-stage-on = ▶ On to { $stage }
kampung-stage-back = ◀ Back to { $stage }
kampung-stage-open =
    Before { $stage }, these are not ticked yet: { $items }.
    You may go on, and tick them later.
kampung-stage-same = The stage has changed already. This is how it stands.
kampung-item-decree = Decree
kampung-item-data = Data collected
kampung-item-poktan = POKTAN formed
kampung-item-patbm = PATBM formed
kampung-item-home_industry = Home industry formed
kampung-item-outreach = Outreach and advocacy
kampung-item-coach_pokja = POKJA coached
kampung-item-coach_patbm = PATBM coached
kampung-item-coach_ir = Home industry coached
kampung-item-coach_opd = Agencies coached
kampung-item-problems = Problems identified
kampung-item-interventions = Interventions
kampung-item-input = Input
kampung-item-process = Process
kampung-item-output = Output
kampung-item-outcome = Outcome
kampung-item-reward = Reward
kampung-poktan-bkb = BKB
kampung-poktan-bkr = BKR
kampung-poktan-bkl = BKL
kampung-poktan-uppka = UPPKA
kampung-poktan-pikr = PIK-R
kampung-edit-what = What changes in <b>{ $name }</b>?
kampung-piece-name = Name
kampung-piece-decree = Decree
kampung-piece-poktan = POKTAN
kampung-piece-patbm = PATBM
kampung-piece-home_industry = Home industry
kampung-piece-data_house = Data house
kampung-piece-contacts = Contacts
kampung-piece-close = 🔒 Close the kampung
kampung-changed = ✅ Saved.
kampung-closed = <b>{ $name }</b> is closed. It is counted no more; its records stay.
kampung-registered = 🏡 <b>{ $name }</b> is registered in { $place }.
kampung-exists = This village has a kampung already: { $name }. One village, one kampung. Choose another village, or open /kampung.
kampung-no-village = A Kampung KB is registered for one village. Choose the village.
kampung-activities = <b>Newest activities in { $place }</b>
kampung-activities-none = No further activity is recorded in { $place }.
kampung-coverage =
    <b>Kampung KB in { $place }: coverage</b>
    Now { $share }% of the villages; the aim is { $aim }%.
    <pre>{ $table }</pre>
kampung-coverage-total = Total
kampung_new-name = registration of a kampung
kampung_new-village = <b>A Kampung KB in which village?</b>
kampung_new-village-label = Village
kampung_new-title = <b>What is the kampung called?</b>
kampung_new-title-label = Name of the kampung
kampung_new-title-hint = For example: Kampung KB Melati.
kampung_new-decree = <b>What is the number of its decree?</b>
kampung_new-decree-label = Decree
kampung_new-decree-hint = You may skip this and fill it in later.
kampung_new-decree_on = <b>Of which day is the decree?</b>
kampung_new-decree_on-label = Day of the decree
kampung_find-name = search for a kampung
kampung_find-place = <b>Where?</b>
kampung_find-place-label = Region
kampung_find-place-hint = Type the name of a village, kecamatan or kab/kota, or press a button.
kampung_edit-name = changes to a kampung
kampung_edit-title = <b>What is the kampung called?</b>
kampung_edit-title-label = Name of the kampung
kampung_edit-decree = <b>What is the number of its decree?</b>
kampung_edit-decree-label = Decree
kampung_edit-decree_on = <b>Of which day is the decree?</b>
kampung_edit-decree_on-label = Day of the decree
kampung_edit-poktan = <b>Which POKTAN are there?</b>
kampung_edit-poktan-label = POKTAN
kampung_edit-patbm = <b>Has PATBM been formed?</b>
kampung_edit-patbm-label = PATBM
kampung_edit-home_industry = <b>Has a home industry been formed?</b>
kampung_edit-home_industry-label = Home industry
kampung_edit-data_house = <b>Is there a data house?</b>
kampung_edit-data_house-label = Data house
kampung_edit-contacts = <b>Who can be contacted?</b>
kampung_edit-contacts-label = Contacts
kampung_edit-contacts-hint = Names and telephone numbers. Press Skip to empty it.
kampung_edit-close = <b>Why is this kampung closed?</b>
kampung_edit-close-label = Reason
kampung_edit-close-hint = Once sent, this kampung is counted no more. Type "cancel" to stop.
kampung-new-other = ➕ Choose another village
