package ask

import "strings"

// What the package knows of English. None of it names a version, a topic or a
// person: those are in the records.

func set(lists ...string) map[string]bool {
	out := map[string]bool{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			out[w] = true
		}
	}
	return out
}

// skip reports whether a word is an article or the like, which stands in no
// name.
func skip(w string) bool { return w == "the" || w == "a" || w == "an" || w == "of" }

// The word lists are variables that nothing writes to.
var (

	// generic nouns are borne by any version, so they tell none apart.
	generic = set(`plan plans draft drafts version versions text texts proposal proposals counterproposal
		counterproposals counter document documents paper papers memorandum framework points point pointer pt pts agreement
		deal treaty package terms offer rework peace counteroffer blueprint scheme settlement
		position positions stance view demands idea call reply`)

	// noun heads the generic words that name a version by themselves.
	nouns = set(`rewrite redraft plan plans draft drafts version versions text texts proposal proposals counterproposal counterproposals
		document paper memorandum framework points point pointer pt pts agreement treaty package terms offer rework
		position positions stance demands counteroffer blueprint one`)

	// filler may stand between the core of a name and its noun.
	filler = set(`peace original initial leaked first so called new final official own draft counter point points settlement
		reworked revised updated proposed alternative ceasefire joint full published version`)

	// silent words say nothing about the subject.
	silent = set(`whether through teh adn pls plz thx cos coz tho btw asap ok the a an of in on at to for from by with and or but nor so as is are was were be been being am do does did
		done doing has have had having can could will would shall should may might must it its this that these those there
		their they them he she his her him we our you your i my me who whom whose what which when where why how if then than
		about into onto over under up out off any some all each every both either neither no not only just also too very more most
		much many few less least even still yet again ever never now today here please tell show give let know say says said saying
		tells told mention mentions mentioned talk speak speaks address addresses cover covers include includes included contain contains
		get gets got getting go goes went gone going come comes came make makes made take takes took taken put puts set
		exactly actually really currently according regarding concerning per vs versus between among across against
		one ones thing things something anything nothing else other another same kind sort way ways part parts
		question answer explain describe describes described describing summary summarise summarize overview detail details brief quick list
		happen happens happened happening call calls called mean means meant like want wants wanted need needs needed
		plan plans draft drafts version versions text texts proposal proposals document provision provisions clause clauses
		term article articles item items
		source sources record records report reports reported reporting
		dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt havent whats whos wheres thats
		yes ok okay hey hi hello thanks well right sure
		status demand demands demanded propose proposes proposed suggest suggests suggested offer offers offered
		point points idea agree agrees agreement
		word words wording phrase phrased line lines number numbers figure figures amount value values
		currently under within without while during after before since until till because though although
		allow allows allowed permit permitted ban bans banned forbid forbidden require requires required oblige obliged
		state states stated specify specified give gives given gave use used using
		new old first second third last latest earlier later final original
		different difference differences differ differs change changes changed changing compare compared comparison comparing diff
		removed remove removes dropped drop drops deleted delete added add adds kept keep keeps stay stayed stays remain remains
		unchanged identical common vanished vanish missing lost
		disputed dispute disputes contradict contradicts contradictory contradiction contradictions disagree conflicting
		bracket brackets bracketed open unresolved undecided agreed
		unknown known public publicly unreported unpublished v
		s t d re ve ll m etc eg ie via re`)

	wantWords = set("want wants wanted demand demands demanded insist insists position stance think thinks propose proposes proposed favour favours favor seek seeks view views believe believes")

	numberWords = set("two three four five six seven eight nine ten eleven twelve twenty")

	// weak words are structure, but a name of a field may hold them.
	asking = set(`who whose whom when where why how what which many much long`)
)
