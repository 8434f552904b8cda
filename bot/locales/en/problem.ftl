# /problems: what is the matter in a village, and what is being done about it
menu-masalah = 🧩 Problems of the kampung
command-masalah = Problems of the kampung and what is done about them

## The form
problem-name = problem
problem-region = <b>In which village?</b>
problem-region-label = Village
problem-village = <b>In which kampung?</b>
problem-village-label = Kampung (village)
problem-category = <b>What is the problem about?</b>
problem-category-label = Category
problem-choice = <b>What is the situation in the village?</b> Choose the nearest. This is about the village, not about one person.
problem-choice-label = Situation
problem-what = <b>What is the problem?</b> Describe the situation in the kampung in a few words, without names.
problem-what-hint = For example: 12 toddlers in Dusun 2 do not gain weight
problem-what-label = Problem
problem-affected = <b>About how many people are affected?</b> Write the number.
problem-affected-label = Affected
problem-affected-unknown = Not known
problem-band = <b>About how many?</b> Just choose; no exact number is kept.
problem-band-label = How many
problem-band-range = { $value } people
problem-band-above = { $least } people or more
problem-band-few = fewer than { $under }
problem-band-unknown = Not known
problem-since = <b>Since when?</b> Choose, or write the month, for example "March" or 3/2026.
problem-since-label = Since
problem-since-month = This month
problem-since-quarter = The last three months
problem-since-year = This year
problem-since-longer = Longer than that
problem-since-unclear = I could not read the month. Write for example "March 2026" or 3/2026, or press a button.
problem-since-future = That month has not come yet. Write the month since which the problem is seen.
problem-evidence = <b>How is it known?</b> Write the evidence, for example the weighing at the Posyandu, or Skip. Please write no names.
problem-evidence-label = Evidence
problem-photos = <b>Are there photos?</b> Send up to three, or Skip.
problem-photos-label = Photos
problem-priority = <b>How urgent is it?</b>
problem-priority-label = Priority
problem-priority-tinggi = 🔴 High
problem-priority-sedang = 🟠 Medium
problem-priority-rendah = 🟢 Low
problem-one-child = If this is about <b>one child</b> in danger, do not note it here: /report or /emergency, or call:
problem_edit-name = change of a problem
problem_twin-name = similar problem
problem_twin-sure = <b>Note it as a new problem all the same?</b>
problem_twin-sure-label = Note anew

## What may be said of a village
problem-choice-none = Not chosen yet
problem-choice-kawin-terjadi = Marriages below 19 happen in the village
problem-choice-kawin-naik = Dispensations to marry increase
problem-choice-kawin-biasa = Marrying young still counts as normal
problem-choice-kawin-suluh = No talks about the age to marry yet
problem-choice-kawin-konsel = No counselling for adolescents yet
problem-choice-keras-terjadi = There is violence in the village
problem-choice-keras-diam = People do not dare to report yet
problem-choice-keras-suluh = No talks about stopping violence yet
problem-choice-keras-layanan = Help for victims is far or missing
problem-choice-keras-patbm = No PATBM, or it does not work yet
problem-choice-putus-ada = Children of school age are out of school
problem-choice-putus-biaya = School costs are a burden
problem-choice-putus-jauh = The school is far or hard to reach
problem-choice-putus-kerja = Children of school age work
problem-choice-putus-paket = No Paket A, B, C or PKBM yet

## After sending
problem-noted-done = ✅ Problem noted for <b>{ $place }</b>, number <b>{ $receipt }</b>. POKJA and PLKB can see it and plan an intervention.
problem-edited = ✅ The change is saved.
problem-twin =
    In { $place } there is already an open problem <b>{ $category }</b> since { $day }:
    { $title }
problem-twin-open = 👀 Open that one
problem-twin-not = All right, it was not noted again. The other problem stays open.
problem-see-button = 👀 See the problem

## Lists
problem-list-head = 🧩 <b>Open problems</b>, the urgent ones first
problem-list-empty = 🧩 There is no open problem in your area.
problem-idle-head = ⏳ <b>{ $days } days or more without an intervention</b>
problem-idle-empty = ⏳ No problem has waited { $days } days or more for an intervention. Well done!
problem-closed-head = 📁 <b>Closed problems</b>
problem-closed-empty = 📁 No problem has been closed yet.
problem-line =
    { $mark } <b>{ $category }</b>, { $place }, { $age } days
    { $title }
problem-none-planned = no intervention yet
problem-planned = 🤝 { $agency } on { $day }
problem-open-button = { $mark } { $title }
problem-new-button = ➕ Note a problem
problem-list-button = 🧩 Open ones
problem-idle-button = ⏳ Waiting for an intervention
problem-closed-button = 📁 Closed ones
problem-more = ▶️ Next
problem-first = ⏮ From the start

## The card
problem-card =
    { $mark } <b>{ $category }</b>
    { $place } – { $receipt }
problem-state-open = Open, waiting for an intervention
problem-state-planned = Open, an intervention is planned
problem-state-done = ✅ Solved
problem-state-withdrawn = ↩️ Withdrawn
problem-noted = Noted by { $role }, { $day } ({ $age } days)
problem-why = Reason: { $reason }
problem-plans = <b>Interventions</b>
problem-activities = <b>Activities that answer it</b>
problem-activity = • { $title }, on { $day } ({ $receipt })
problem-plan-button = 🤝 Plan an intervention
problem-photos-button = 🖼 See the photos
problem-photos-none = This problem has no photos.
problem-edit-button = ✏️ Edit
problem-drop-button = ↩️ Withdraw
problem-solve-button = ✅ Problem solved
problem-reopen-button = 🔄 Open again
problem-back-button = ⬅️ Leave it
problem-drop-why = <b>Why is problem { $receipt } withdrawn?</b> Interventions that are only planned are cancelled with it.
problem-reason-dobel = Noted twice
problem-reason-keliru = Noted by mistake
problem-reason-usai = It turned out to be over
problem-reason-wilayah = Not in this kampung
problem-dropped = The problem is withdrawn.
problem-solve-sure = <b>Is problem { $receipt } solved?</b> Interventions that are only planned are closed with it.
problem-solve-yes = ✅ Yes, it is solved
problem-solve-no = Not yet, keep it open
problem-solved = The problem is solved. Thank you!
problem-reopened = The problem is open again.
problem-plan-dropped = ↩️ The problem { $category } in { $place } ({ $receipt }) was withdrawn, so the intervention you planned is cancelled.
problem-plan-solved = ✅ The problem { $category } in { $place } ({ $receipt }) is solved, so the intervention you planned is closed.

## What cannot be done
problem-unknown = This problem cannot be found, or it is not in your area.
problem-unfit = These answers do not fit. Please start again from /problems.
problem-child-words = For child marriage, violence and school dropout there are choices only: no words, photos or numbers. If it is about one child: /report or /emergency.
problem-kind-fixed = This category cannot be changed into that one. Withdraw the problem and note a new one.
problem-edit-late = A problem can be changed only by who noted it, while it is open, up to { $days } days after it was noted.
problem-is-withdrawn = This problem was withdrawn. Nothing was changed.
problem-is-done = This problem is solved. If it comes back, POKJA or PLKB can open it again.
problem-is-open = This problem is still open. Nothing was changed.
problem-other-village = That problem belongs to another kampung. An activity answers problems of its own kampung only.

## Interventions
intervention-name = plan of an intervention
intervention-agency = <b>Which agency does it?</b>
intervention-agency-hint = Type a few letters to search, for example "pus", or write another name.
intervention-agency-label = Agency
intervention-measure = <b>What will be done?</b>
intervention-measure-label = Intervention
intervention-what = <b>What will be done?</b> Write it in a few words, without names.
intervention-what-hint = For example: extra meals, and weighing again every month
intervention-what-label = Intervention
intervention-planned_on = <b>When?</b> Choose, or write for example "tomorrow" or 12/3. A year ahead at most.
intervention-planned_on-label = Day
intervention-day-far = That day is more than a year ahead. Choose a nearer one.
intervention-for = 🤝 Intervention for <b>{ $category }</b>, { $place }
intervention-measure-suluh = Talks in the village
intervention-measure-konsel = Counselling
intervention-measure-latih = Training of kader and PATBM
intervention-measure-rapat = Meeting across sectors
intervention-measure-forum = Children's forum or youth activity
intervention-measure-aturan = Village rule or agreement
intervention-measure-sekolah = Work with a school or PKBM
intervention-planned = ✅ An intervention is planned for { $day }. After that day you are asked whether it was carried out.
intervention-see-button = 🤝 See the intervention
intervention-button = 🤝 { $agency }
intervention-card = 🤝 <b>Intervention</b> for { $category }, { $place }
intervention-line-planned = • { $agency }: { $what }, planned for { $day }
intervention-line-done = • ✅ { $agency }: { $what }, on { $day }
intervention-line-cancelled = • ✖️ { $agency }: { $what }, cancelled (planned for { $day })
intervention-result = Result: { $result }
intervention-unnamed = intervention
intervention-closed = the problem was closed
intervention-done-button = ✅ Carried out
intervention-move-button = 🗓 Another day
intervention-cancel-button = ✖️ Cancel it
intervention-log-button = 📝 Log its activity
intervention-back-button = ⬅️ To the problem
intervention-cancel-why = <b>Why is this intervention cancelled?</b>
intervention-reason-dana = There is no money for it
intervention-reason-waktu = The time does not suit
intervention-reason-instansi = The agency cannot do it yet
intervention-reason-ganti = Another plan takes its place
intervention-reason-lain = Another reason
intervention-cancelled = The intervention is cancelled.
intervention-asked = 🤝 The intervention by <b>{ $agency }</b> for { $category } in { $place } was planned for { $day }. <b>Was it carried out?</b>
intervention_done-name = result of an intervention
intervention_done-done_on = <b>When was it carried out?</b>
intervention_done-done_on-label = Day
intervention_done-outcome = <b>How did it go?</b>
intervention_done-outcome-label = Result
intervention_done-result = <b>What came of it?</b> Write it in a few words, without names.
intervention_done-result-label = Result
intervention-outcome-penuh = Carried out in full
intervention-outcome-sebagian = Carried out in part
intervention-outcome-lanjut = Carried out, to be continued
intervention-finished = ✅ The result is saved. <b>Is the problem solved?</b>
intervention_move-name = new day of an intervention
intervention_move-planned_on = <b>On which day instead?</b>
intervention_move-planned_on-label = Day
intervention-moved = ✅ The day is now { $day }.
intervention-unknown = This intervention cannot be found, or it is not in your area.
intervention-unfit = These answers do not fit. Please start again from the problem's card.
intervention-settled = This intervention was carried out or cancelled already. Nothing was changed.
intervention-too-many = There are { $most } interventions planned for this problem already. Finish one of them first.
intervention-not-logged = This intervention was cancelled or its problem withdrawn. Please log the activity with /activity.
intervention-log-unfinished = There is an activity that has not been sent yet. Please finish or cancel that one first.

## What people are told
problem-told = ⏳ <b>{ $count } problems</b> have been { $days } days without an intervention. Let us plan one:
problem-told-line = • { $category } in { $place }: { $count }
problem-told-more = and { $count } more
problem-digest = ⏳ <b>Problems without an intervention for { $days } days or more</b>
problem-digest-line = • { $place }: { $count } problems, the oldest { $days } days
