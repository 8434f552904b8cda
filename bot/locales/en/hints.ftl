# Words that suggest an activity's section, Inpres programme, tags and target groups.

hint-open = 🔤 Hint words
hint-what =
    🔤 <b>Hint words</b>
    Words of an activity's title are used to suggest its section, Inpres programme, tags and target groups. “Posyandu”, for one, points to Reproduksi.
    What you change here counts at once for every kader of the province.
hint-kind-section = Section
hint-kind-inpres = Inpres programme
hint-kind-tag = CIKAR tag
hint-kind-target = Target group
hint-try = 🔎 Find a word or try a title
hint-add = ➕ Add a word
hint-back = ◀ Hint words
hint-list-back = ◀ List: { $kind }
hint-again = 🔎 Try again
hint-list =
    🔤 <b>{ $kind }</b>, page { $page } of { $pages }
    Press a word to change it. ✏️ was changed from its default.
hint-line = { $word } → { $value }
hint-line-changed = ✏️ { $word } → { $value }
hint-nowhere = Points to nothing
hint-card =
    🔤 <b>{ $word }</b> ({ $kind })
    Points to: <b>{ $value }</b>
hint-card-own = This word was added here; it is no default.
hint-card-default = Its default: { $value }
hint-card-changed = Last changed by { $by }, { $day }.
hint-by-nobody = somebody who no longer has a role
hint-change = ✏️ Change where it points
hint-remove = 🗑 Remove this word
hint-reset = ↩️ Back to the default
hint-removed = “{ $word }” is not used any more.
hint-was-reset = “{ $word }” is as it was by default.
hint-moved-on = This word has just been changed or is gone, so nothing was replaced. Open /words again to see how it stands.
hint-saved = ✅ “{ $word }” now points to: <b>{ $value }</b>
hint-saved-before = Before: { $value }
hint-same = “{ $word }” points to <b>{ $value }</b> already. Nothing has changed.
hint-now = ℹ️ “{ $word }” now points to: <b>{ $value }</b>
hint-overlaps = ⚠️ There is also “{ $word }” → { $value }. In a title that holds both, the longer word counts.
hint-word-length = A hint word needs at least 2 letters and at most { $most }. Please write it again.
hint-word-common = “{ $word }” stands in nearly every title. Choose a rarer word, or several words together.
hint-word-danger = This word is used to protect children and cannot be a hint word. If a child is in danger, press /report.
hint-word-one = One word or one phrase at a time, without a comma. The next one can be added afterwards.
hint-too-many = { $most } words have been changed already. Remove some that are not used first.
hint-tried = The title “{ $title }” is read as:
hint-tried-line = • { $kind }: <b>{ $values }</b>
hint-tried-two = • { $kind }: <b>{ $values }</b> (more than one, so it is asked)
hint-tried-none = no suggestion
hint-tried-words = Words that fit; press one to see or change it:

hintword-name = Hint word
hintword-kind = What does this word suggest?
hintword-kind-label = Kind
hintword-word = Which word or phrase?
hintword-word-hint = Write it as in a title, for example: senam lansia. Large and small letters are the same.
hintword-word-label = Word
hintword-to = Where does it point?
hintword-to-hint = Choose “Points to nothing” when this word should not be read at all.
hintword-to-label = Points to
hinttry-name = Try the hint words
hinttry-title = Write the word you look for, or the title of an activity.
hinttry-title-hint = For example: Senam lansia di balai desa. This title is not kept.
hinttry-title-label = Title
command-kata = Hint words of activity titles
