package ask

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/lexicon"
	"plandiff/internal/record/shipped/shippedtest"
)

// TestBegins: how a first paragraph begins, by kind of question, on the invented
// negotiation: verdicts, lists in the direction asked, and the program itself.
func TestBegins(t *testing.T) {
	s := New(rail(t), evidence.Filter{})
	for _, r := range [...]struct{ q, begins, has string }{
		{"is the pay rise 9 % in the company offer?", "No: ", "4"},
		{"is the pay rise 9 % in the union reply?", "Yes: ", "9"},
		{"did the union reply drop the mediator?", "Yes: ", "deleted"},
		{"is there a mediator in the union reply?", "No: ", "deleted"},
		{"what is in the company offer but not in the union reply?", "In the Company offer, not in the Union reply: ", ". Chiefly Who settles disputes: a retired judge"},
		{"what is in the union reply that isn't in the company offer?", "In the Union reply, not in the Company offer: ", ". Chiefly Notice of rosters: 14 days"},
		{"how many depots stay open in the union reply?", "Disputed: ", "("},
		{"summarise the company offer and the union reply", "The Company offer: ", "; the Union reply: "},
		{"why did the union want 35 hours?", noReason, "35"},
		{"how do I see what changed?", "plandiff diff A B", "what changed"},
		{"how do you work?", "plandiff is a program", "2 drafts"},
		{"what does reported mean in the list of texts?", "“Reported”", "outlet"},
		{"are you a chatbot? what can you do?", "plandiff is a program", "2 drafts"},
		{"does the company offer have a pay rise?", "Yes: ", "4"},
		{"is there a mediator in the company offer?", "Who settles disputes", "a retired judge"}, // who may be none
		{"true or false: the union reply raises pay by 9 %", "Yes: ", "9"},
		{"the company offer raises pay by 9 %, correct?", "No: ", "4"},
		{"is it correct that the pay rise is 9 % in the company offer?", "No: ", "4"},
		{"what was left out of the union reply?", "The Union reply, against the Company offer: ", "Who settles disputes: a retired judge"},
		{"give me a rundown of the company offer", "Offer of the rail company", "4 %"},
		{"give me the company offer in three sentences", "Offer of the rail company", "4 %"},
		{"which parts of the company offer did the union reject?", "The Union reply, against the Company offer: ", "Who settles disputes: a retired judge"},
	} {
		s.last = nil
		a := s.Ask(r.q)
		if !strings.HasPrefix(a.Text, r.begins) || !strings.Contains(a.Text, r.has) {
			t.Errorf("%q: %s", r.q, a.Text)
		}
	}
}

// TestReads: how questions are read that people put in many ways: reactions, claims to be
// checked, where a draft comes from, two fields of one name, sides of a draft, and slips.
func TestReads(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct {
		q   string
		has []string
		not string
	}{
		{"compare the April 2025 US final offer with the European reply on sanctions relief", []string{"in the Kyiv-EU reply of April"}, "E3"},
		{"has Starmer committed a number of soldiers to the coalition of the willing force", []string{"Not found in these words"}, "800,000"},
		{"what is the duration of US security guarantees, 15yrs or longer", []string{"15 years, extendable, in Zelenskyy's 20 points"}, ""},
		{"The European counterproposal keeps sanctions on Russia forever. Right or wrong?", []string{"lifted in stages"}, "media"},
		{"Which body must ratify it according to each version: the Verkhovna Rada, the United States Congress, the State Duma?", []string{"No source here speaks of “Verkhovna Rada”", "State Duma"}, "do not cover"},
		{"How much did the lawyers who drafted the 28-point plan bill for their work?", []string{"Not found in these words"}, ""},
		{"which points were still open in december", []string{"28 Dec 2025", "24 Dec 2025"}, "Feb 2026"},
		{"Do reports conflict on the army limit of Geneva?", []string{"Disputed: army size limit in the Geneva rework"}, ""},
		{"What happened between the Moscow talk with Witkoff and Kushner and the meeting in Berlin?", []string{"Moscow"}, "that they met"},
		{"How did Putin react to the 28-point plan?", []string{"could be the basis of a final settlement"}, "perceived"},
		{"How did Russia respond to the European counterproposal?", []string{"unconstructive", "Yuri Ushakov"}, "Not reported"},
		{"What did Lavrov say about European troops in Ukraine?", []string{"Not reported: no source here has Lavrov on that"}, ""},
		{"what did Angus King say", []string{"On record from Angus King: "}, ""},
		{`Fact check: "Under the December 20-point plan Ukraine gives up the right to join NATO."`, []string{"NATO membership in Zelenskyy's 20 points: absent"}, "these very words"},
		{`Is this right: "The 28-point plan caps the army at 800,000"?`, []string{"No: Army size limit in the US draft: 600,000 personnel"}, ""},
		{"who put the 19-point plan forward", []string{"Disputed: who wrote it in the Geneva rework: "}, ""},
		{"where does the 24-point plan come from", []string{"Who wrote it in the European 24 points"}, ""},
		{"Donbas in the US plan and in the E3 text", []string{"Donetsk region and Luhansk region: deleted, was recognised", "Luhansk region: deleted, was recognised"}, ""},
		{"How many soldiers was Ukraine allowed under Istanbul 2022, according to Ukraine and according to Russia?", []string{"85,000", "250,000"}, "Not reported"},
		{"What did the Geneva talks change on the size of the army?", []string{"disputed in the Geneva rework: deleted"}, ""},
		{"what was dropped from the 28-point plan in Geneva", []string{"withdrawal from Donetsk region", "100 billion USD", "US share of the profits: 50 %"}, "to deleted"},
		{"What is still open in the 20-point plan?", []string{"open points: 12 (plant), 14 (Donetsk)"}, ""},
		{"what changed on the frozen russian assets between the 28 points and the 20-point plan", []string{"Not known: no source here tells of ", "The US draft has "}, "to not reported"},
		{"what is the inflation rate in Russia right now", []string{"Not found in these words"}, "Rights of media"},
		{"Why did the Istanbul 2022 talks collapse", []string{"because Johnson dissuaded it"}, "Who gives"},
		{"Give me a timeline of the drafts from November 2025 on.", []string{"Since 1 Nov 2025: the US draft", "the US draft (20 Nov 2025)"}, "Abu Dhabi"},
		{"Who took part in the Florida talks on 30 November?", []string{"United States and Ukraine"}, "Not reported"},
		{"what does point 21 of the 28 point plan say", []string{"Donetsk region, Crimea and Luhansk region: recognised as de facto Russian"}, ""},
		{"when does the ceasefire begin under the 20-point plan", []string{"Start of the ceasefire in Zelenskyy's 20 points"}, ""},
		{"how big may the army be under the original American 28-point plan", []string{"600,000 personnel"}, "March 2022"},
		{"what do you mean by \"version\" in your records?", []string{"A version is one draft"}, ""},
		{"How many drafts do you track?", []string{"There are 15 drafts"}, ""},
		{"wat is the armi limit in the us draft", []string{"600,000 personnel"}, "not cover"},
		{"Which issues were still open after the 20-point plan was made public?", []string{"Open points in Zelenskyy's 20 points"}, "how it came out"},
		{"What happened at Mar-a-Lago between Trump and Zelensky?", []string{"Trump and Zelenskyy meet in Florida"}, "records"},
		{"Has Russia accepted the 20-point plan?", []string{"Donbas (Yuri Ushakov)", "under analysis, position to follow (Dmitry Peskov)"}, "Donald Trump"}, // of Russia alone
		{"Who sits on the Peace Council?", []string{"Members of the Peace Council: Ukraine, Europe, NATO, Russia, United States"}, ""},
		{"Will there be peace?", []string{"The records forecast nothing"}, ""},
		{"What are the sticking points still unresolved between Kyiv and Moscow?", []string{"The latest on record: 4 to 5 Feb 2026"}, ""},
		{"Why was the Budapest summit of Trump and Putin called off?", []string{"no source here tells of anything in “Budapest”"}, "energy"},
		{"Who objected to the cap on Ukraine's forces?", []string{"limits on its forces would leave Ukraine open to attack"}, "No source"},
		{"Why did the Europeans object to the troop limit?", []string{"limits on its forces would leave Ukraine open to attack"}, "No source"},
		{"What did Ushakov say after Witkoff and Kushner came to the Kremlin?", []string{"no compromise found"}, "Not reported"},
		{"When did Witkoff and Kushner go to see Putin in Moscow in December, and did they get a deal?", []string{"2 Dec", "no compromise found"}, "Berlin"},
		{"Who took part in the Abu Dhabi talks?", []string{"Igor Kostyukov", "Steve Witkoff"}, "who took part"},
		{"Whose words ended up in the 20-point plan, the American or the European ones?", []string{"19 subjects as in the US draft, 5 as in the E3 counter-proposal"}, ""},
		{"Which points stayed the same from the 28-point plan to the European counter?", []string{"subjects the same"}, "Number of points"},
		{"What changed between the 28-point and the 20-point plan on NATO?", []string{"NATO membership: absent, was excluded"}, "not reported for"},
		{"Could Kyiv ever join NATO under the European answer to the American plan?", []string{"subject to allied consensus"}, "excluded"},
		{"Sum up the Russian memorandum from Istanbul in June 2025.", []string{"Donetsk region, Crimea, Luhansk region, Kherson region and Zaporizhzhia region: recognised in law as Russian"}, ""},
		{"who gets to run the Zaporizhzhia nuclear plant, and who gets the power it makes, per the 20 points?", []string{"Who runs the plant in Zelenskyy's 20 points", "Who gets the plant's power in Zelenskyy's 20 points"}, ""},
		{"Who negotiates for Ukraine?", []string{"Rustem Umerov"}, "Medinsky"},
		{"How many soldiers has Ukraine lost?", []string{"The records do not cover that"}, "personnel"},
		{"Is it true that the 20 points cut the army to 600,000?", []string{"Army size limit in Zelenskyy's 20 points: 800,000"}, ""},
		{"Is it true that the 28-point plan was written by the Russians?", []string{"Accounts differ: who wrote it"}, "Yes"},
		{"Did Russia sign the Istanbul communique?", []string{"No: How far agreed in the Istanbul Communiqué: nothing signed"}, ""},
		{"Who attended the London meeting in April 2025?", []string{"“London” then but of the Kyiv-EU reply of April"}, ""},
		{"What did Zelensky say about giving up the rest of Donetsk region?", []string{"Donetsk region not given up"}, ""},
		{"What happens to the part of Donetsk that Kyiv still holds, according to the 28 points?", []string{"Withdrawal from Donetsk region: Ukraine leaves the part it holds"}, ""},
		{"Do the reports agree on how many points the Geneva paper had?", []string{"Disputed: number of points in the Geneva rework"}, "puts it so"},
		{"What is still unsettled between Kyiv and Washington?", []string{"The latest on record"}, ""},
		{"Compare the US and the European text of April 2025 on Crimea", []string{"Crimea in the US terms of April 2025", "not reported for the Kyiv-EU reply of April"}, ""},
		{"What stayed identical between the US text and the E3 one?", []string{"subjects the same"}, ""},
		{"Does Ukraine get to keep the Donbas or what?", []string{"Donetsk region"}, "No: "},
		{"Does Europe leave Donbas to talks?", []string{"Donetsk region"}, "No: "},
		{"Who opposes NATO membership?", []string{"No source here says who objected to it"}, "consent"},
		{"Did the European counter-proposal accept Donbas as Russian?", []string{"Donetsk region in the E3 counter-proposal: deleted"}, "received"},
		{"How do the Europeans want frozen assets used, as against the US draft?", []string{"in the US draft", "frozen until Russia compensates Ukraine in the E3 counter-proposal"}, ""},
		{"Does Witkoff's April text lift sanctions imposed since 2014?", []string{"Easing of sanctions in the US terms of April 2025"}, "Istanbul"},
		{"Compare the US 28-point and European drafts on the army", []string{"800,000"}, "24 points"},
		{"Which points on the ceasefire are in Witkoff's April paper?", []string{"permanent"}, "numbers"},
		{"Why did Zelensky refuse to give up Donetsk?", []string{"No source here says why", "reply: Donetsk region not given up"}, "independence"},
		{"What is the Abu Dhabi round about and who took part?", []string{"Abu Dhabi (23 to 24 Jan 2026)", "Igor Kostyukov"}, "Johannesburg"},
		{"How did the Europeans respond to the 28-point plan?", []string{"The E3 counter-proposal, against the US draft: 11 changed"}, ""},
		{"How did Ukraine respond to the 28 points?", []string{"Ukraine's position, on the 28 points"}, "against"},
		{"Did Ukraine accept the April terms?", []string{"No source here puts it so", "The Kyiv-EU reply of April, against the US terms of April 2025"}, "Yes"},
		{"Why did 28 points become 19?", []string{"No source here says why. The Geneva rework, against the US draft"}, "came out"},
		{"Who came up with the 800,000 figure?", []string{"first in the E3 counter-proposal", "put forward by the United Kingdom, France and Germany"}, ""},
		{"What is the exact wording of the NATO clause in the 28 points?", []string{"“will not be admitted in the future”"}, "600,000"},
		{"What security guarantees does the US offer Ukraine in the 20 points?", []string{"Zelenskyy's 20 points: who gives the guarantees"}, "against"},
		{"Why does the 20-point plan give Ukraine an army of 600,000?", []string{"It does not. ", "800,000"}, "says why"},
		{"Since the Istanbul communique let Ukraine join NATO, why did Russia walk away?", []string{"outcome: given up by Ukraine", "Sergei Lavrov"}, "NATO"},
		{"Which Europeans objected to the 28-point plan?", []string{"Kaja Kallas", "Jean-Noël Barrot"}, "senators"},
		{"what did ukraine ask for in its 2025 istanbul paper", []string{"Ukrainian paper for the talks in Istanbul"}, "amnesty"},
		{"How many prisoners were agreed to be swapped at Istanbul in May 2025?", []string{"prisoners freed by each side: 1,000"}, ""},
		{"What did the Istanbul talks of 2025 agree on prisoners?", []string{"Istanbul (16 May): prisoners freed by each side: 1,000", "Istanbul (23 Jul)"}, "the US draft"},
		{"What security guarantees does the US give Ukraine in the 28-point draft and what would void them?", []string{"who gives the guarantees: United States", "guarantee invalid"}, ""},
		{"What did Rubio say about who wrote the 28 points?", []string{"several US senators, quoting Marco Rubio"}, ""},
		{"What army limits did Russia and Ukraine each want in Istanbul in 2022?", []string{"Russia proposes: 85,000", "Ukraine proposes: 250,000"}, ""},
		{"Give me all drafts by date", []string{"15 drafts: ", "Istanbul Communiqué (29 Mar 2022)"}, "main"},
		{"When were the Istanbul talks of 2025?", []string{"Istanbul (16 May)", "Istanbul (23 Jul)"}, "Jeddah"},
		{"How did the security guarantees change from the 28-point plan to the 20 points?", []string{"Zelenskyy's 20 points, against the US draft: who gives the guarantees"}, "E3"},
		{"Which points of the E3 document has no one been able to read?", []string{"17, 22, 23 and 27 unread", "Not reported are"}, ""},
		{"What is unknown about the 20 points?", []string{"set out orally, no text", "Not reported are"}, ""},
		{"What did Ukraine demand in its Istanbul memorandum?", []string{"Ukrainian paper for the talks in Istanbul"}, "Russian"},
		{"Sanctions: the Witkoff text against the European text of April 2025", []string{"in the US terms of April 2025", "in the Kyiv-EU reply of April"}, "the US draft"},
		{"track the amnesty language from the 28 points on", []string{"Amnesty: full, for all parties, in the US draft", "disputed in the Geneva rework"}, "Russian language"},
		{"who objected to the economic zone", []string{"Volodymyr Zelenskyy: economic zone not fair"}, "according to"},
		{"What did Merz, Macron and Starmer say about the US plan?", []string{"Friedrich Merz, Emmanuel Macron and Keir Starmer"}, "Kallas"},
		{"Do Axios and the Wall Street Journal give different numbers for the army ceiling?", []string{"600,000 personnel in the US draft", "85,000"}, "Not found"},
		{"Is it true that the E3 text still rules out Ukraine ever joining NATO?", []string{"No: NATO membership"}, "Yes"},
		{"Which matters from Zelensky's 10-point formula have disappeared in the drafts of 2025?", []string{"No draft here goes by that name; of 10 points is the Istanbul Communiqué."}, "gone"},
		{"How likely is it that the Americans recognise Donbas as Russian in the next draft?", []string{"forecast nothing"}, ""},
		{"Who said first that Ukraine would have to withdraw from the part of Donetsk it still holds?", []string{"Withdrawal from Donetsk region, first in the Russian memorandum"}, ""},
		{"who won the champions league final", []string{"The records do not cover that question."}, ""},
		{"can Ukraine have long-range missiles under the 28 points", []string{"No clause says so: Range of missiles"}, ""},
		{"does the E3 text allow NATO troops to be stationed in Ukraine permanently", []string{"No: NATO troops in Ukraine"}, ""},
		{"must Ukraine withdraw from Donetsk under the US plan?", []string{"Yes: Withdrawal from Donetsk region"}, ""},
		{"Would a referendum in Ukraine be required under the 20-point plan, and with how many days of ceasefire?", []string{"Not necessarily: How Ukraine approves it"}, ""},
		{"does the US draft give Crimea to Ukraine", []string{"Crimea in the US draft: recognised as de facto Russian"}, "Yes"},
		{"does Russia recognise Crimea as Ukrainian under the US draft", []string{"recognised as de facto Russian"}, "Yes"},
		{"does the US draft say Russia leaves Donetsk", []string{"Ukraine leaves the part it holds"}, "Yes"},
		{"does the US draft set an army cap for Russia", []string{"600,000 personnel"}, "Yes"},
		{"does the US draft lift sanctions on Ukraine", []string{"Easing of sanctions in the US draft"}, "Yes"},
		{"does the US draft lift sanctions on Russia", []string{"Yes: Easing of sanctions in the US draft"}, ""},
		{"does the US draft let Russia join NATO", []string{"NATO membership in the US draft: excluded"}, "No: "},
		{"does the E3 text return the frozen assets to Russia", []string{"frozen until Russia compensates"}, "Yes"},
		{"is the cap in the European counter-proposal permanent", []string{"in peacetime"}, "Yes"},
		{"does the US draft close the Dnipro", []string{"unhindered for Ukraine"}, "Yes"},
		{"does the US draft open the Dnipro to Ukraine", []string{"Dnipro river in the US draft: unhindered"}, ""},
		{"does the US draft mention nuclear submarines", []string{"Ukraine without nuclear arms"}, "Yes"},
		{"write me a summary of the US draft", []string{"US draft of 28 points"}, "cover"},
		{"write me a poem about the US draft", []string{"The records do not cover that question."}, ""},
		{"does the annex oblige America to fight", []string{"no duty to intervene"}, "Yes"},
		{"Why did Ukraine drop the 800,000 cap from the 20-point plan?", []string{"It is still there. Army size limit"}, ""},
		{"Did Kallas draft any part of the European counterproposal?", []string{"No source here puts it so", "Britain, France and Germany"}, ""},
		{`who said "90 percent"`, []string{"US officials", "16 Dec 2025"}, "Not reported"},
		{"Merz and Macron on the US plan - any quotes?", []string{"Friedrich Merz", "Emmanuel Macron"}, "Kallas"},
		{"what did Rubio say after Geneva", []string{"the most productive and meaningful meeting so far"}, "NATO"},
		{"What did Mitch McConnell think, what was his view of the US plan?", []string{"rewards aggression"}, "Not reported"},
		{"Is Trump's board of peace still in the december version?", []string{"not reported for the December package", "Donald Trump"}, ""},
		{"list everything Russia gets in the 28 points", []string{"On Russia in the US draft: ", "recognised as de facto Russian"}, "plant's power: half to Russia"},
		{"Who runs the plant in the 28 points?", []string{"absent. Nearest there: who supervises the plant: IAEA"}, ""},
		{"Is there an amnesty in the European counterproposal?", []string{"No: Amnesty in the E3 counter-proposal: deleted", "In the US draft: full, for all parties"}, ""},
		{"Why did the Istanbul talks in 2022 fall apart?", []string{"(Vladimir Putin)", "(David Arakhamia)"}, ""},
		{"What happened to the frozen assets from April 2025 to the latest draft?", []string{"frozen until Russia compensates Ukraine in the Kyiv-EU reply of April", "in the US draft"}, "Not reported"},
		{"How many tanks did Russia want to leave Ukraine in Istanbul in 2022?", []string{"Russia: 342 tanks, 519", "no side named: 147 mortars"}, ""},
		{"what came of the last round of talks", []string{"Third three-way talks, Geneva (17 to 18 Feb 2026)", "progress on monitoring a ceasefire"}, ""},
		{"List the issues still unresolved between Moscow and Kyiv as of the latest talks", []string{"The latest on record: 4 to 5 Feb 2026: open points: territory"}, "Riyadh"},
		{"Which of the original 28 points were dropped by December?", []string{"Zelenskyy's 20 points, against the US draft", "recognition of borders"}, "who runs"},
		{"which points of the 28 survive unchanged in the 20 points", []string{"19 subjects the same"}, ""},
		{"How did Putin react to the 28-point plan when it leaked?", []string{"could be the basis of a final settlement"}, "pro-Russian"},
		{"what does the Russian paper say on NATO", []string{"NATO membership in the Russian memorandum: neutrality"}, ""},
		{"Did the Geneva text keep the 600,000 cap?", []string{"No: disputed, army size limit in the Geneva rework"}, ""},
		{"Prisoners and deported kids - what does the 20 point plan promise?", []string{"civilians and children returned", "Prisoner exchange: all for all"}, ""},
		{"Has the language on Crimea softened or hardened over time?", []string{"Crimea: recognised in law as Russian in the 17 March 2022 draft"}, "cover"},
		{"Has Russia signed the 20-point plan?", []string{"no source here says so of Zelenskyy's 20 points. How it was received: under analysis"}, "Yes"},
		{"which documents are in the December package", []string{"papers in the package in the December package: three documents"}, ""},
		{"How long would the US security guarantee last according to the December 2025 talks?", []string{"Length of the guarantees: 15 years"}, "known by"},
		{"Why did the Istanbul 2022 talks fall apart?", []string{"outcome: given up by Ukraine", "(David Arakhamia)"}, "Not reported"},
		{"April 2025: how did the US text and the European text differ on sanctions relief", []string{"in the US terms of April 2025", "in the Kyiv-EU reply of April"}, "the US draft"},
		{"What did the April 2025 American paper offer Russia on Crimea?", []string{"Crimea in the US terms of April 2025"}, "Not reported"},
		{"what did zelensky say about giving up donbas", []string{"Donetsk region not given up"}, "Condition"},
		{"Does the Geneva text have an amnesty?", []string{"Accounts differ: amnesty in the Geneva rework"}, "No: "},
		{"Does the Geneva text have a blanket amnesty?", []string{"No: disputed, amnesty in the Geneva rework"}, ""},
		{"Is the Geneva cap more than 600,000?", []string{"army size limit in the Geneva rework"}, "No: "},
		{"Is the army cap in the Geneva text over 600,000?", []string{"army size limit in the Geneva rework"}, "No: "},
		{"Is the army cap in the Geneva text not 600,000?", []string{"army size limit in the Geneva rework"}, "No: "},
		{"Is the Geneva cap 600,000?", []string{"No: disputed, army size limit in the Geneva rework"}, ""},
		{"is it right that the Geneva text kept the blanket amnesty", []string{"No: disputed, amnesty in the Geneva rework"}, "Yes"},
		{"Where do the peace talks stand now?", []string{"Third three-way talks, Geneva (17 to 18 Feb 2026)"}, "who wrote"},
		{"In what ways is the 20-point plan's handling of language and religion different from the 28 points?", []string{"EU rules on minorities: Ukraine adopts them in the US draft and Zelenskyy's 20 points"}, ""},
		{"When did the Donbas demilitarised / free economic zone idea first show up?", []string{"first in the US draft (20 Nov 2025)"}, "first in Zelenskyy"}, // either of them
		{"List every draft you have with dates and who wrote it", []string{"15 drafts: "}, "disputed"},
		{"and Kherson in zelenskys plan?", []string{"Kherson region in Zelenskyy's 20 points"}, ""},
		{"crimea luhansk donetsk in 28pt plan??", []string{"Crimea in the US draft", "Luhansk region: recognised"}, ""},
	} {
		s.last = nil
		a := s.Ask(row.q)
		for _, text := range row.has {
			if !strings.Contains(a.Text, text) {
				t.Errorf("%s: no %q: %s", row.q, text, a.Text)
			}
		}
		if row.not != "" && strings.Contains(a.Text, row.not) {
			t.Errorf("%s: has %q: %s", row.q, row.not, a.Text)
		}
	}
}

// TestRelated: beside what is asked for the view has what comes near it in the drafts named,
// after it and marked; nothing of other drafts, and four fields at most.
func TestRelated(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, field string }{
		{"Is there a demilitarised strip in the 20-point document?", "waterways.kinburn"},
		{"What happens if Russia attacks again under the 28 points?", "sanctions.snapback"},
		{"Who pays for rebuilding Ukraine under the 28-point plan?", "frozen-assets.europe-contribution"},
		{"Does the E3 text say who pays for rebuilding, and may Russia join the G8 in it?", ""},
		{"elections in the 28 points", ""},
		{"What is new in the 20 points that was not in the 28?", "trade.us-agreement"}, // of which nothing is known in the 28
		{"Crimea in the 20 points", "territory.recognition"},                           // of which the 20 points say nothing by name
	} {
		s.last = nil
		a, found, beside, fields := s.Ask(row.q), false, false, map[string]bool{}
		for i := range a.Findings {
			f := &a.Findings[i]
			if beside && !f.Related {
				t.Errorf("%q: %s is asked for, and stands behind what is related", row.q, f.Field.ID)
			}
			if beside = beside || f.Related; f.Related && (!slices.Contains(a.Query.Versions, f.Record) || strings.Contains(strings.ToLower(a.Text), strings.ToLower(f.Field.Title)+" in")) {
				t.Errorf("%q: %s of %s is related to it", row.q, f.Field.ID, f.Record.ID)
			}
			found = found || f.Related && f.Field.ID == row.field
			fields[f.Field.ID] = f.Related
		}
		maps.DeleteFunc(fields, func(_ string, related bool) bool { return !related })
		if !found && row.field != "" || len(fields) > 4*len(lexicon.Questions(row.q)) && a.Query.OfFields() {
			t.Errorf("%q: nothing of %q, or more than four fields: %v", row.q, row.field, fields)
		}
	}
}

// TestTakesOver: what a follow-up takes over, and what replaces that.
func TestTakesOver(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, text string }{
		{"What did Russia demand in June 2025?", "Russian memorandum"},
		{"And Ukraine?", "Ukrainian paper for the talks in Istanbul"},
		{"What does Ukraine get out of the 28 points on EU membership?", "eligible"},
		{"And when would it get in according to the 20-point plan?", "Date of EU accession in Zelenskyy's 20 points"},
		{"What about sanctions in the US text of April 2025?", "the US terms of April 2025"},
		{"What about the European one?", "the Kyiv-EU reply of April"},
		{"What does the 28-point plan say about prisoners and kids taken to Russia?", "all for all"},
		{"How does the 20-point plan deal with that?", "Civilians and children in Zelenskyy's 20 points"},
		{"Which version caps the army at 800,000?", "800,000"},
		{"Who asked for that number?", "first in the E3 counter-proposal"},
		{"What happened at Davos with Zelensky and Trump?", "Davos"},
		{"and after that?", "First three-way talks, Abu Dhabi"},
		{"What does the Istanbul 2022 text say about guarantor states?", "Istanbul 2022 draft"},
		{"Why did those talks fail?", "The talks of spring 2022 end without a treaty"},
		{"What security guarantees does the 20-point plan offer?", "guarantees"},
		{"Who disputes that?", "No source here contradicts another on it"},
	} {
		tells(t, s, row.q, row.text)
	}
}

// TestKeptFrom: what was kept is judged from the draft that was asked about, and not from the one
// before the draft that is named.
func TestKeptFrom(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	s.Ask("What does the 28-point plan say about elections?")
	if a := s.Ask("and did the Europeans leave that in?"); !strings.HasPrefix(a.Text, "Elections in Ukraine in the E3 counter-proposal") {
		t.Error(a.Text)
	}
	s.last = nil
	s.Ask("What does the 28-point plan say about elections?")
	if a := s.Ask("Was that kept in the 20 points?"); !strings.HasPrefix(a.Text, "Changed: Elections in Ukraine in Zelenskyy's 20 points: as soon as possible") { // another day
		t.Error(a.Text)
	}
}

// TestOfMeeting: short questions after one on a meeting are about that meeting.
func TestOfMeeting(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, text string }{
		{"what came out of the Miami talks on 20 and 21 December 2025", "outcome: no progress"},
		{"who was leading the delegations?", "US-Ukrainian talks in Miami"},
		{"was Rubio there?", "Rubio's part not reported"},
		{"who took part?", "US-Ukrainian talks in Miami"},
		{"and how did it end", "outcome: no progress"},
		{"what does the US draft say on NATO expansion?", "NATO enlargement: expected not to expand"},
		{"what did Moscow say about it?", "Not reported: no source here has Moscow on that point"},
	} {
		tells(t, s, row.q, row.text)
	}
}
