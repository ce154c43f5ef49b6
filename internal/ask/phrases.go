package ask

// Phrases by which a question tells what it wants. They are matched word by
// word, after slips of typing are put right.

// historyCues ask how a field moved over time.
var historyCues = []string{
	"developed", "develop",
	"over time", "history of", "evolve", "evolved", "evolution", "timeline of", "timeline", "through time", "across time",
	"progression", "trajectory", "develop between", "develop from", "developed from", "move from", "moved from", "over the months", "over the weeks", "over the years", "step by step", "through all", "across all versions", "trace", "moved from", "how did it move", "moved over", "through the drafts", "across the drafts",
	"did the position", "moved on over", "from draft to draft", "draft by draft", "development of", "how has", "history",
	"oldest first", "earliest first", "in order of time", "chronologically", "chronological order", "all the figures", "every figure", "all the numbers", "every number", "from first to last", "over the drafts", "through the versions", "across versions", "across the versions",
}

// movement are words of history cues: they name no field.
var movement = set("move moved moves time over position positions history evolve evolved evolution change changed develop developed step steps trace timeline chronology")

// quoting are words of quote cues: they name no field.
var quoting = set("quote quoted quotes direct exact words wording literally paraphrase verbatim actual phrase")

// quoteCues ask for the words as they stand.
var quoteCues = []string{
	"is it a quote", "quote", "quoted", "verbatim", "exact words", "exact wording", "quotation", "exact phrase",
	"literally", "in his own words", "in her own words", "his words", "her words", "their words", "own words", "in what words", "which words", "word for word", "direct quote", "actual wording", "how is it worded", "worded", "phrased",
}

// strikingCues speak of a clause that is struck, and of no strike.
var strikingCues = []string{"strike out", "struck out", "strike from", "struck from", "strike point", "struck point"}

// striking are words of striking cues: they name no field.
var striking = set("strike struck")

// uptakeCues ask whose wording the outcome has.
var uptakeCues = []string{
	"wording won", "whose wording", "whose version", "who won", "prevailed", "whose side", "got their way",
	"got its way", "won out", "taken over from", "adopted", "end up with", "whose language", "who got their", "found its way into", "find its way into", "made it into", "ended up in", "end up in", "taken up in", "survives into", "got into", "carry through", "carried through", "carries through",
}

// textCues speak of a text.
var textCues = []string{"wording", "text", "texts", "draft", "drafts", "version", "versions", "clause", "clauses", "language", "points"}

// unknownCues ask what nobody has reported.
var unknownCues = []string{
	"dont we know", "still not know", "not know about", "not known", "not publicly known", "isnt known", "unknown", "not reported", "unreported",
	"unpublished", "never published", "not public", "do we not know", "nobody knows", "nobody has reported", "nobody outside", "nobody has seen", "has nobody", "nobody read", "nobody has read", "no one has read", "has no one", "no one has seen", "never been seen", "no one has reported", "nobody reported", "not been published",
	"gaps", "kept secret", "still secret", "remain secret", "not been reported", "unclear", "dont know",
	"do not know", "cant we know", "missing from the record", "not disclosed", "undisclosed about",
}

// bracketCues ask what is not agreed.
var bracketCues = []string{
	"bracket", "brackets", "bracketed", "left open", "still open", "unresolved", "undecided", "not agreed",
	"to be decided", "unagreed", "not yet agreed", "sticking points", "open points", "open issues", "open questions", "who decides",
	"left to leaders", "left to the leaders", "left for", "for the presidents", "not settled", "unsettled", "not solved", "unsolved", "not been solved",
	"yet to be agreed", "still disagree", "still disagreed", "still differ", "could not agree", "couldnt agree", "failed to agree", "not been settled", "not been agreed", "still to be settled", "not yet settled", "outstanding", "in square brackets", "still disputed between",
}

// decidingCues ask who is to settle what is not agreed.
var decidingCues = []string{"who decides", "who will decide", "who gets to", "who settles", "who is to", "who has to", "who must", "whose decision", "who would decide", "who then", "decides it", "settle it", "sort out", "up to whom", "left to whom", "left to"}

// goneCues ask what is gone.
var goneCues = []string{
	"gone", "vanished", "vanish", "dropped", "removed", "deleted", "disappeared", "left out", "taken out",
	"scrapped", "struck", "omitted", "axed", "cut from", "were cut", "was cut", "been cut", "got cut",
	"cut out of", "points cut", "no longer in", "missing from", "lost", "thrown out", "missing", "drop",
	"fell out", "fall out of", "fell away", "fell by the wayside",
	"did not survive", "didnt survive", "not survive", "remove", "delete", "omit", "leave out", "strike out", "struck out", "cross out", "crossed out", "throw out", "disappear", "dropping", "removing",
}

// newCues ask what is new.
var newCues = []string{
	"new", "added", "adds", "add", "additions", "addition", "introduced", "introduce", "introduces", "novel",
	"wasnt in", "was not in", "were not in", "did not have", "didnt have", "not in the original", "extra", "nowhere in", "no forerunner", "no counterpart", "no equivalent", "no predecessor", "absent from", "absent in", "not found in", "not present in", "do not appear in", "does not appear in", "did not appear in",
}

// sameCues ask what is the same.
var sameCues = []string{
	"same", "match", "matches", "coincide", "coincides", "unchanged", "identical", "in common", "not change", "didnt change", "stayed", "survived",
	"survive", "survives", "similar", "alike", "turns up again", "turn up again", "recurs", "recur", "reappears", "reappear", "repeated in", "carried over", "agree on", "carried over", "unaltered", "not changed",
	"hasnt changed", "stays", "stay the same", "untouched", "left alone", "leave alone",
}

// mentionCues ask whether something is mentioned.
var mentionCues = []string{
	"mention", "mentions", "mentioned", "say anything", "says anything", "anything on", "anything about",
	"speak of", "refer to", "refers to", "address", "addresses", "touch on", "silent on", "cover", "covers",
	"included", "include", "includes", "contain", "contains",
}

// listCues ask for many points, not one.
var listCues = []string{
	"vanished", "gone", "dropped", "removed", "new", "added", "same", "unchanged", "changed", "open", "unknown",
	"bracketed", "deleted", "disappeared", "brackets", "strike out", "struck out", "not survive", "did not survive",
}

// changeCues ask what differs.
var changeCues = []string{
	"changed", "change", "changes", "changing", "differ", "differs", "difference", "differences", "different",
	"compare", "compared", "comparison", "vs", "versus", "v", "diff", "contrast", "altered", "alter", "alters", "amended", "amend", "amends", "modified", "modify", "modifies",
	"softer", "side by side", "softened", "watered down", "rewritten", "what happened to", "became of",
	"happened with", "do to the", "did to the", "by how much", "move between", "moved between", "shift between", "shifted between", "shift from", "how much more", "how much less",
}

// conflictCues ask where sources contradict each other.
var conflictCues = []string{
	"contradict", "contradicts", "contradicting", "contradictory", "contradiction", "contradictions",
	"disagree", "disagrees", "conflicting", "disputed", "dispute", "disputes", "inconsistent", "discrepancy",
	"discrepancies", "sources agree", "reports agree", "sources differ", "reports differ", "contested",
	"conflict over", "accounts differ", "everyone agree", "all agree", "sources conflict", "reports conflict",
	"conflicting reports", "do they agree", "at odds over the number", "different accounts", "agree about what",
	"agree with each other", "different numbers", "different figures", "different versions of", "contradicted", "who denied", "denied it", "anyone deny", "anybody deny", "anyone denied", "deny the", "denied the", "was it denied", "who denies", "other accounts", "differently", "reports differ",
}

// reporting are words for those who contradict one another.
var reporting = set("documents document sources source reports report reporters papers articles accounts outlets media press stories")

// contradicting are what these do.
var contradicting = set("contradict contradicts disagree disagrees differ differs agree agrees conflict conflicts clash clashes")

// reporters are the words that stand for who contradicts whom, and name no
// field: "which documents contradict each other?".
func (q *question) reporters() uint64 {
	var mask uint64
	for i := range q.words[:max(len(q.words)-1, 0)] {
		if reporting[q.words[i].text] && contradicting[q.words[i+1].text] {
			mask |= 1 << i
		}
	}
	return mask
}

// sourceCues ask who says so.
var sourceCues = []string{
	"who says", "who said", "who reported", "who reports", "says who", "according to whom", "which source",
	"which sources", "what source", "what sources", "which outlet", "which outlets", "which newspaper",
	"source for", "sources for", "source of", "who claims", "who claimed", "who told", "evidence for",
	"where is that from", "how do we know", "who confirmed that", "who is saying", "whos saying", "who states",
	"who calls", "who called it", "where does that come from", "on whose word", "who gives",
	"who put the number", "who mentioned", "who mentions", "sourced", "sourcing for", "basis for that",
	"citation", "who reported it", "where do you get", "where did you get", "what is the source",
	"whats the source", "that said", "who was it who", "who is it that", "who counts", "that counts", "who writes", "who speaks of", "who spoke of", "who talks of", "who is the source", "who has reported",
}

// originCues ask where something first stood.
var originCues = []string{
	"who proposed", "who suggested", "whose idea", "who came up", "who first", "first proposed", "first appear",
	"first appeared", "first mentioned", "originate", "originated", "where does the", "comes from", "come from",
	"came from", "origin of", "where did the idea", "who wanted", "who asked for", "who pushed for",
	"first show up", "who was first", "was first to", "first mention", "first time", "since when", "earliest", "first to", "anyone propose", "anyone suggest", "who introduced", "who added", "who inserted", "who put", "first come up", "first came up", "first raised", "first floated", "first surface", "first surfaced", "first arise", "first arose",
}

// stanceCues ask who backs or rejects.
var stanceCues = []string{
	"reject", "rejects", "rejected", "turned down", "who back", "backs", "backed", "supports", "supported", "oppose", "opposes",
	"opposed", "endorse", "endorses", "endorsed", "accept", "accepted", "criticised", "criticized", "criticise",
	"criticize", "welcomed", "react", "reacted", "reaction", "reactions", "in favour", "in favor", "against it",
	"verdict", "verdict on", "threw out", "turn down", "turns down", "shot down", "likes", "dislikes", "happy with", "unhappy", "response to", "respond", "responded", "stance on",
	"think of", "thinks of", "make of", "makes of", "made of that", "feel about", "feels about", "opinion of", "object", "objected", "support", "call for", "called for",
	"condemned", "stood behind", "stand behind it", "for or against", "attacked the", "slammed", "blasted", "hit out at", "having a go at", "had a go at", "have a go at", "laid into", "tore into",
}

// eventCues ask what took place.
var eventCues = []string{
	"meeting", "meetings", "met", "meet", "events", "event", "what happened", "chronology", "timeline",
	"took place", "where did things stand", "where did matters stand", "state of play", "talks held", "visit", "trip", "trips", "summit", "sequence of",
}

// versionCues ask which versions there are.
var versionCues = []string{
	"is this", "is meant by", "meant by", "mean by", "supposed to mean", "stand for", "stands for", "other name", "could that be", "on the table", "which proposals", "what proposals", "what versions", "which versions", "what drafts", "which drafts", "list of drafts",
	"list the drafts", "list drafts", "all the drafts", "how many drafts", "how many versions",
	"how many plans", "which plans are", "what plans", "other names", "also called", "also known as",
	"known as", "nickname", "what is it called", "which plan is", "which draft is", "list the versions",
	"list all", "same thing", "the same as", "same plan", "same document", "is there more than one",
	"are there two",
}

// followCues ask where a point went.
var followCues = []string{
	"go", "gone", "went", "happened to", "became of", "become", "moved", "end up", "ended up", "survive",
	"survived", "correspond", "corresponds", "counterpart", "dropped", "removed", "changed", "change", "later",
	"equivalent", "where", "still", "kept", "vanish", "disappear", "turn into", "follow",
}

// compareCues ask for a comparison.
var compareCues = []string{
	"vs", "versus", "v", "compared", "between", "difference", "differences", "differ", "diff", "compare",
	"against",
}

// placeCues ask where people met, so that a place is no version.
var placeCues = []string{
	"meeting", "meetings", "met", "meet", "talks", "summit", "visit", "trip", "attend", "attended",
	"represented", "represent", "were in", "role in", "take part", "taking part", "takes part", "be there", "there in", "present in", "gathered", "took part", "called",
	"arrived", "arrive", "travel", "travelled", "went to", "happened in", "happened at", "took place",
	"delegation", "conference", "gathering", "get-together",
}

// latestCues ask for the latest version.
var latestCues = []string{
	"latest draft", "latest version", "latest plan", "latest text", "most recent", "newest draft",
	"newest version", "newest plan", "the newest", "is newest", "the latest", "is latest", "the most recent", "newest one", "latest one", "current draft", "current version", "current plan", "last draft",
	"final version", "final plan", "final draft", "final text",
}

// knownCues ask until when something was known.
var knownCues = []string{
	"known", "as of", "by then", "at the time", "until", "up to", "public", "so far", "by the", "back on",
	"believed", "reported on",
}

// wantCues ask what somebody wants.
var wantCues = []string{
	"want", "wants", "wanted", "demand", "demands", "demanded", "insist", "insists", "insisted", "position",
	"stance", "say", "says", "said", "think", "thinks", "believe", "believes", "propose", "proposes",
	"proposed", "suggest", "suggested", "ask for", "asks for", "asked for", "seek", "seeks", "sought", "claim",
	"claims", "claimed", "call for", "called for", "view", "push", "pushed", "accept", "willing", "ready to",
	"line on", "hope", "aim", "aims", "refuse", "refuses", "prefer", "prefers", "would accept", "according to", "offer",
	"offers", "offered", "argue", "argues", "argued", "rejects", "reject", "expect", "idea", "limit did",
	"earlier", "previous", "previously", "itself", "themselves", "look at", "looks at",
}

// keepCues ask whether something is kept.
var keepCues = []string{
	"keep", "keeps", "kept", "still", "retain", "retains", "preserve", "preserves", "survive", "survives",
}

// keptCues ask what one version keeps of another.
var keptCues = []string{
	"which parts", "what parts", "which clauses", "which points", "which provisions", "what did", "what does", "what do", "how much of", "anything of", "which bits",
}

// droppedCues ask whether something was taken out.
var droppedCues = []string{
	"dropped", "removed", "deleted", "gone", "scrapped", "struck", "taken out", "left out", "omitted", "axed",
	"was out", "is out", "was cut", "been cut", "cut from", "vanished", "disappear", "disappeared", "lost", "missing",
}

// publicly are words of a question that asks what was known at all.
var publicly = set("did do does is are known know knew public publicly reported published by on as until up to then so far was had been at time there already world press anyone we put table tabled emerged come out")

// replacingCues ask what stands in place of a clause.
var replacingCues = []string{"turn into", "turned into", "instead", "replace", "replaced", "replaces", "in place of", "do with", "did with", "become of", "became of", "happened to", "turn"}

// whenCues ask for a day or a time.
var whenCues = []string{"when", "what day", "what date", "which day", "which date", "what days", "which days", "on what", "what month", "which month", "last time"}

// everyCues ask of every version that there is, the earlier ones too.
var everyCues = []string{
	"which drafts", "which texts", "which papers", "which plans", "which versions", "which proposals", "which documents",
	"what drafts", "what texts", "what plans", "what versions", "any version", "any draft", "any plan", "any text", "any proposal",
	"every version", "every draft", "every plan", "all versions", "all drafts", "all plans",
	"so far", "in all the", "across all", "since when", "all the proposals",
}

// olderCues ask of the versions from before those that comparisons show.
var olderCues = []string{
	"early proposals", "early drafts", "early plans", "early texts", "earlier proposals", "earlier drafts", "earlier plans", "earlier texts",
	"early papers", "earlier papers", "before the us plan", "older proposals", "older drafts", "older plans",
}

// whichDraftCues ask which version says something.
var whichDraftCues = []string{
	"which draft", "which text", "which paper", "which plan", "which version", "which proposal", "which document", "which one",
	"what draft", "what plan", "what proposal", "what text", "whose draft", "whose plan", "whose proposal",
}

// whichCues ask for the number of a point.
var whichCues = []string{
	"which point", "what point", "which points", "which clause", "which number", "which article", "where in", "under which point",
	"what number is", "under what number", "under which number", "number of the clause", "number of the point", "number of clause",
	"number of point", "number of the article", "numbered", "which item", "what item", "which paragraph",
}

// yesNoWords begin a question that may be answered with yes or no.
var yesNoWords = []string{
	"is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "must", "may", "might",
	"isnt", "doesnt", "arent", "didnt", "and is", "and are", "and does", "and must", "so is", "so does", "shall", "should",
}

// identifying words stand beside a name in a question about nothing but it.
var identifying = set("meaning is are s whats exactly about tell me explain this means mean by does people keep mentioning mention")
