package ask

import (
	"slices"
	"strings"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/finding"
	"plandiff/internal/plan"
	"plandiff/internal/query"
	"plandiff/internal/record/shipped/shippedtest"
)

// TestDays: the days of a question decide which records are shown.
func TestDays(t *testing.T) {
	lib := shippedtest.Library(t)
	for _, row := range []struct {
		q        string
		from, to string // of all events and drafts that are shown
		all      string // events and drafts that must be
		text     string // in the first paragraph
	}{
		{"timeline 19 Nov - 24 Nov 2025", "2025-11-19", "2025-11-24", "us-28-leak-2025-11 us-28 e3-28 european-24 geneva-talks-2025-11", "From 19 Nov 2025 to 24 Nov 2025"},
		{"chronology of the talks in February 2026", "2026-01-25", "2026-02-28", "abu-dhabi-talks-2026-02 geneva-talks-2026-02", "Feb"},
		{"three-way talks from January to March 2026", "2026-01-01", "2026-03-31", "abu-dhabi-talks-2026-01 abu-dhabi-talks-2026-02 geneva-talks-2026-02", "Abu Dhabi (23 to 24 Jan)"},
		{"what happened between Geneva and Miami", "2025-11-23", "2025-12-21", "geneva-19 us-ua-20-dec10 miami-talks-2025-12", ""},
		{"what happened between the talks in Oslo and the leak of the US draft", "", "2025-11-20", "us-28-leak-2025-11", "No source here speaks of “Oslo”"},
		{"what was signed in Paris in January 2026", "2026-01-01", "2026-01-31", "paris-declaration-2026-01", "Paris Declaration"},
		{"what was the army cap before 23 November 2025", "", "2025-11-22", "us-28", "600,000"},
		{"trace the amnesty from November onwards", "2025-11-01", "", "us-28 us-ua-20-dec10", "December package"},
		{"as of 19 November 2025, what was publicly known?", "", "2025-11-20", "us-28", "first reports"},
		{"what was known about the plan on 20 Nov 2025", "", "2025-11-20", "us-28", "US draft of 28 points"},
		{"what was known of elections in the peace plan on 12 December 2025", "", "2025-12-12", "us-ua-20-dec10", "as soon as possible"},
		{"what was publicly known of the army cap on 1 December 2025", "", "2025-12-01", "geneva-19", "Not public yet: Zelenskyy's 20 points|disputed in the Geneva rework"},
		{"Imagine it is 22 December 2025. What could be known of who runs the plant?", "", "2025-12-22", "us-ua-20-dec10", "disputed in the December package"},
	} {
		a := New(lib, evidence.Filter{}).Ask(row.q)
		var seen []string
		for i := range a.Findings {
			v := a.Findings[i].Record
			seen = append(seen, v.ID)
			out := row.from != "" && v.Date.Last() < row.from || row.to != "" && v.Date.First() > row.to
			if v.Kind != plan.Position && v.Date != "" && out {
				t.Errorf("%s: shows %s of %s", row.q, v.ID, v.Date)
			}
		}
		for _, id := range strings.Fields(row.all) {
			if !slices.Contains(seen, id) {
				t.Errorf("%s: nothing of %s", row.q, id)
			}
		}
		if !slices.ContainsFunc(strings.Split(row.text, "|"), func(w string) bool { return strings.Contains(a.Text, w) }) {
			t.Errorf("%s: %s", row.q, a.Text)
		}
	}
}

// TestFollowUps: what a question leaves out is taken from the last answer, and
// nothing is where it is complete in itself.
func TestFollowUps(t *testing.T) {
	lib := shippedtest.Library(t)
	for _, row := range []struct {
		first, then string
		versions    string // of the query
		field       string // the first asked about
		text        string
	}{
		{"E3 against US on NATO membership", "and the 24-point one?", "european-24", "nato-membership.status", "allied consensus"},
		{"army cap in the US draft", "and in the E3 one?", "e3-28", "army-size.limit", "800,000"},
		{"army cap in the Istanbul 2022 draft", "how does that compare with the US plan?", "istanbul-2022 us-28", "army-size.limit", "600,000"},
		{"army cap in the US draft", "and the last one?", "zelensky-20", "army-size.limit", "800,000"},
		{"who gets the plant's power, from the first draft to the last", "who gets it in the last one?", "zelensky-20", "znpp.power-split", "Ukraine"},
		{"what changed from the US draft to the E3 draft", "only the territorial ones", "us-28 e3-28", "territory.status", "left to talks after a ceasefire in the E3 counter-proposal"},
		{"army cap in the US draft", "what happened in Abu Dhabi in February 2026?", "", "", "Second three-way talks"},
		{"what happened in Abu Dhabi in January 2026?", "and the month after?", "", "", "Abu Dhabi (4 to 5 Feb)"},
		{"what does the US draft say on Crimea", "and what about the Russians in June 2025?", "istanbul-2025-russia", "", "recognised in law"},
		{"three-way talks from January to March 2026", "who headed each delegation?", "", "talks.russia-lead", "Abu Dhabi (23 to 24 Jan 2026): who negotiates for Russia: Igor Kostyukov"},
		{"what did Peskov say about the European counterproposal?", "and Ushakov?", "e3-28", "", "unconstructive"},
		{"what did Trump say about Donbas?", "and Merkel?", "", "", "no source here speaks of “Merkel”"},
		{"what did Putin say about NATO?", "and on elections?", "", "", "no source here has Putin on that point"},
		{"NATO troops in the US draft", "who first reported that?", "us-28", "foreign-troops.nato", "the first on record here is the Associated Press"},
		{"how many soldiers may Ukraine have in the E3 text?", "who proposed that number?", "e3-28", "army-size.limit", "United Kingdom, France and Germany"},
		{"how many soldiers could Ukraine have under the Istanbul 2022 draft?", "what about tanks?", "istanbul-2022", "army-size.equipment", "342 tanks"},
		{"which drafts mention the Dnipro river", "and the nuclear plant?", "", "znpp.operator", "The US draft"},
		{"how many soldiers may Ukraine have in the E3 text?", "when was that?", "e3-28", "army-size.limit", "The E3 counter-proposal is of 23 Nov 2025"},
		{"when did Zelensky present the 20 points?", "what did he say about a referendum then?", "zelensky-20", "ratification.route", "referendum"},
		{"EU membership in the US draft", "same in the 24 points?", "european-24", "eu-membership.status", "becomes a member"},
		{"who chairs the Peace Council in the US draft?", "who said so first?", "us-28", "peace-council.chair", "the first on record here"},
		{"who said 50 years", "when was that?", "", "", "28 Dec 2025"},
		{"army cap in the US draft", "and in the 25-point European plan?", "us-28", "army-size.limit", "No draft has 25 points"},
		{"sanctions that return in the US draft", "same in the E3 text?", "e3-28", "sanctions.snapback", "if Russia invades"},
		{"tell me about the Russian memorandum from June 2025", "what about elections in it", "istanbul-2025-russia", "elections.deadline", "before the peace treaty is signed"},
		{"compare 28 points and European text on frozen assets", "same for sanctions", "us-28 e3-28", "sanctions.relief", "case by case"},
		{"Does the US draft bar Ukraine from joining NATO?", "and who says so", "us-28", "nato-membership.status", "according to the Associated Press"},
		{"What does the Ukrainian memorandum of June 2025 say on NATO?", "neutrality?", "istanbul-2025-ukraine", "nato-membership.status", "allied consensus"},
		{"NATO in the Ukrainian memorandum of June 2025", "and the Russian paper?", "istanbul-2025-russia", "nato-membership.status", "neutrality"},
		{"What is Russia's position on who runs the nuclear plant?", "and the Americans?", "", "znpp.operator", "US control and administration"},
		{"what did Ukraine say about the 28 points?", "and Russia?", "us-28", "", "could be the basis of a final settlement (Vladimir Putin)"},
		{"army cap in the 20-point plan", "when did it change", "", "army-size.limit", "600,000 personnel in the US draft"},
		{"How soon must Ukraine hold elections under the 28-point draft?", "And how does that differ from the E3 text?", "us-28 e3-28", "elections.deadline", "100 days in the US draft"},
		{"how many points did the original plan have?", "and after Geneva?", "geneva-19", "plan.point-count", "number of points in the Geneva rework"},
		{"what did Witkoff advise Ushakov to do in the leaked call?", "Which app did they use?", "", "talks.channel", "WhatsApp"},
		{"What share of the profits from frozen assets goes to America?", "Which sources?", "", "frozen-assets.us-profit-share", "according to"},
		{"army cap in the E3 draft", "how do you know that?", "e3-28", "army-size.limit", "according to Reuters"},
		{"When must Ukraine vote under the 28 points?", "What did the Europeans turn that into?", "e3-28", "elections.deadline", "as soon as possible"},
		{"who wrote the 28 points", "ok but Rubio said something else, no?", "us-28", "plan.origin", "Rubio"},
	} {
		s := New(lib, evidence.Filter{})
		s.Ask(row.first)
		a := s.Ask(row.then)
		if got := strings.Join(query.IDs(a.Query.Versions), " "); got != row.versions {
			t.Errorf("%s: of %s, want %s: %s", row.then, got, row.versions, strings.Join(a.Why, "; "))
		}
		if row.field != "" && (len(a.Query.Fields) == 0 || a.Query.Fields[0].ID != row.field) {
			t.Errorf("%s: not about %s: %s", row.then, row.field, strings.Join(a.Why, "; "))
		}
		if !strings.Contains(a.Text, row.text) {
			t.Errorf("%s: %s", row.then, a.Text)
		}
	}
}

// TestTwoQuestions: both halves are told, whichever way they are joined, and a noun
// for a text that is counted is what is asked about.
func TestTwoQuestions(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, first, second, fields string }{
		{"how many points are there in the European text and what is point 1", "28 points", "Point 1 of the E3 counter-proposal", "plan.point-count sovereignty.status"},
		{"when were the Geneva talks and who took part", "23 Nov 2025", "US side: Marco Rubio, among others; Ukrainian side: ", "talks.date talks.participants"},
		{"list every draft that guarantees EU membership and the date given for it", "EU membership: ", "1 Jan 2027", "eu-membership.status eu-membership.date"},
		{"who took part in the Geneva talks and when were they?", "US side: Marco Rubio, among others; Ukrainian side: ", "23 Nov 2025", "talks.participants"},
		{"who drafted the E3 text and when?", "Britain, France and Germany", "The E3 counter-proposal is of 23 Nov 2025", "plan.origin"},
		{"what do the plans say about prisoners and deported children", "Civilians and children", "Prisoner exchange", "humanitarian.prisoners humanitarian.civilians"},
		{"what did Ushakov say about the 28 points, and what did Rubio say?", "Ushakov", "Marco Rubio", "plan.point-count"},
		{"how soon must elections be held after signing, draft by draft, and who monitors the ceasefire?", "as soon as possible after signing", "Who monitors the ceasefire", "elections.deadline"},
		{"how big may the army be in the US draft, and who proposed it?", "600,000 personnel", "put forward by the United States", "army-size.limit"},
		{"what are the three or four documents in the December 10 package", "papers in the package", "three documents", "plan.documents"},
		{"who will monitor the ceasefire and what happens if Russia breaks it?", "Who monitors the ceasefire", "Ceasefire violations", "ceasefire.monitoring ceasefire.violations"},
		{"what does the plan say about sanctions relief, and when would Russia come back to the G8?", "Easing of sanctions", "No source here gives a date", "sanctions.relief g8.russia"},
	} {
		s.last = nil
		a := s.Ask(row.q)
		if !strings.Contains(a.Text, row.first) || !strings.Contains(a.Text, row.second) {
			t.Errorf("%s: %s", row.q, a.Text)
		}
		for _, id := range strings.Fields(row.fields) {
			if !slices.ContainsFunc(a.Findings, func(f finding.Finding) bool { return f.Field.ID == id && len(f.Contents) > 0 }) {
				t.Errorf("%s: nothing of %s", row.q, id)
			}
		}
	}
}

// TestBetween: the ends of a range are drafts, days, or meetings by their place or by who met, and
// of several meetings the nearest.
func TestBetween(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, from, to string }{
		{"what happened between the US draft and the E3 draft", "2025-11-20", "2025-11-23"},
		{"what happened between Geneva and Berlin", "2025-11-23", "2025-12-15"},
		{"what happened between 23 nov and the witkoff putin meeting in moscow", "2025-11-23", "2025-12-02"},
		{"What happened between the Moscow talk with Witkoff and Kushner and the meeting in Berlin?", "2025-12-02", "2025-12-15"},
		{"what happened between Abu Dhabi and the Geneva talks of February 2026", "2026-02-04", "2026-02-18"},
		{"what happened in Florida between Trump and Zelensky", "", ""}, // who met, of one event
		{"what happened between Trump and Putin", "", ""},
	} {
		if q := s.Ask(row.q).Query; string(q.From) != row.from || string(q.To) != row.to {
			t.Errorf("%s: %s to %s", row.q, q.From, q.To)
		}
		s.last = nil
	}
}

// TestMeetings: what a meeting came to on a field is told of that meeting, named by
// its place, its kind or its days; where nothing is known of it there, that is said.
func TestMeetings(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, record, text string }{
		{"What did the Berlin statement say on the army?", "berlin-statement-2025-12", "800,000 personnel"},
		{"what did the Riyadh talks say on the Black Sea?", "riyadh-talks-2025-03", "safe navigation"},
		{"what does the Paris Declaration say on the army?", "paris-declaration-2026-01", "Disputed"},
		{"how many prisoners were agreed in Istanbul in June 2025?", "istanbul-talks-2025-06", "at least 1,000"},
		{"which guarantors did Washington name in August 2025", "washington-2025-08", "European states"},
		{"what happened in Istanbul in June 2025 about prisoners", "istanbul-talks-2025-06", "prisoner exchange: all for all"},
		{"what did the Jeddah talks say on frozen assets", "us-28", "Not reported for US-Ukrainian talks in Jeddah. Frozen assets: "},
	} {
		s.last = nil
		a := tells(t, s, row.q, row.text)
		if !slices.ContainsFunc(a.Findings, func(f finding.Finding) bool { return f.Record.ID == row.record }) {
			t.Errorf("%s: nothing of %s", row.q, row.record)
		}
	}
}

// TestAnswersWell holds what the first paragraph of questions of every kind says.
func TestAnswersWell(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, text string }{
		{"the Telegraph text in short", "European text of 24 points"},
		{"give me an overview", "There are 15 drafts; the main ones are "},
		{"what are the main points of the US plan", "US draft of 28 points, 20 Nov 2025; "},
		{"give me the 20 points of Zelenskyy in short", "Framework of 20 points set out by Zelenskyy, 24 Dec 2025; "},
		{"what's in the 20-point plan", "Framework of 20 points set out by Zelenskyy, 24 Dec 2025; "},
		{"how do the US and E3 texts differ in a nutshell", "The E3 counter-proposal, against the US draft: 11 changed, 15 removed and 7 added; 35 more are not known. "},
		{"what happened between Geneva and Miami", "From 23 Nov 2025 to 21 Dec 2025, 16 records: "},
		{"the nuclear plant from the first draft to the last", "half to Russia, half to Ukraine, in the US draft and the E3 counter-proposal"},
		{"who says elections within 100 days", "100 days in the US draft according to "},
		{`whose words are "a property developer"`, "Not reported: no source here has the words “a property developer”."},
		{`who said "paper tiger"`, "Not reported: no source here has the words “paper tiger”."},
		{"Do any of the drafts deal with the Nord Stream pipelines?", "no source here speaks of “Nord Stream”."},
		{"Where does permanent neutrality come from, is it older than 2025?", "first in the 17 March 2022 draft"},
		{"why do reports differ on how many points Geneva has", "19 points (Olha Stefanishyna); 22 points (Donald Trump)"},
		{"is it true that Europe gives up Donbas", "in the E3 counter-proposal: deleted"},
		{"may NATO troops be in Ukraine under any draft", "no stationing in the US draft; no permanent stationing in the E3 counter-proposal"},
		{"which clauses stand in the E3 text alone", "In the E3 counter-proposal, not in the US draft: "},
		{"what was known of Geneva on 25 November", "no text, reports only"},
		{"which point is the amnesty in each draft", "Amnesty: point 26 in the US draft, none in the E3 counter-proposal"},
		{"which drafts name Trump as chair", "Donald Trump in the US draft, Zelenskyy's 20 points and the 12 points of Oct 2025"},
		{"does the 30-point plan allow elections", "No draft has 30 points; "},
		{"did Zelensky meet Putin in June 2026?", "Not reported: no source here lists them together then"}, // one wrote to the other
		{"when did Zelensky meet Putin?", "Not reported: no source here lists them together"},
		{"did Witkoff meet Putin in December 2025?", "They took part: Witkoff's sixth trip to Moscow"},
		{"Did Trump meet Putin in March 2025?", "Not reported: no source here lists them together then"}, // they spoke by phone
		{"Where did Trump meet Putin?", "Trump and Putin meet in Alaska (15 Aug 2025): Anchorage, Alaska"},
		{"who's behind the E3 text", "Who wrote it in the E3 counter-proposal: drafted by Britain, France and Germany"},
		{"Did Medinsky and Umerov meet in Geneva?", "They took part: Third three-way talks, Geneva"},
		{"Did the Paris Declaration name 600,000 troops?", "Army size limit (Paris Declaration of the Coalition of the Willing), where accounts differ: 800,000"},
		{"Did the Paris Declaration name 700,000 troops?", "Accounts differ: army size limit (Paris Declaration of the Coalition of the Willing): 700,000"},
		{"Is the army limit dropped in the Geneva text?", "Accounts differ: army size limit in the Geneva rework: deleted"},
		{"Did Rubio meet Zelenskyy in Paris?", "Not reported: no source here lists them together"},
		{"what does Trump get out of it", "On Trump in the US draft: chair of the Peace Council: Donald Trump"},
		{"what is the difference between deleted and absent", "“Absent”: the text has been read there, and does not have the clause."},
		{"who wrote this program", "plandiff is a program, no person and no language model"},
		{"who wins", "The records forecast nothing and take no side"},
		{"what will happen next", "The records forecast nothing and take no side"},
	} {
		s.last = nil
		tells(t, s, row.q, row.text)
	}
}

// TestVerdicts: "Yes" and "No" stand only over what the records settle.
func TestVerdicts(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, begins string }{
		{"did the army cap change?", "Yes: Army size limit"},
		{"has the EU membership clause stayed the same?", "No: EU membership"},
		{"is the amnesty still in the text?", "No: Amnesty"},
		{"is the cap of 800,000 still there?", "Army size limit: "},
		{"is Crimea still in the text?", "Crimea: "},
		{"does the US draft permit long-range missiles?", "No clause says so: Range of missiles"},
		{"did Trump say Zelensky must sign?", "Trump and Zelenskyy meet in Florida"},
		{"differences between the Russian and Ukrainian memoranda of June 2025", "The Russian memorandum, against the Kyiv paper of June 2025: 5 changed; 25 more are not known. Chiefly army size limit: limit to be set, no figure, against no limit; "},
		{"army cap from the US draft until December 2025", "Army size limit: 600,000 personnel in the US draft; "},
		{"quote Rubio on the Geneva talks", "Geneva talks of US and Ukrainian officials, how the talks go: “probably the most productive"},
		{"how long will the US security guarantees last?", "Length of the guarantees: "},
		{"how long are the US security guarantees supposed to last?", "Length of the guarantees: "},
		{"how long will the peace last?", "The records do not cover that"},
		{"what does Russia say about foreign troops in Ukraine?", "Other foreign troops: none allowed in the Istanbul 2022 draft"},
	} {
		s.last = nil
		if a := s.Ask(row.q); !strings.HasPrefix(a.Text, row.begins) {
			t.Errorf("%s: %s", row.q, a.Text)
		}
	}
}

// TestWhoMet: a meeting is told of those who are known to have been there, and what is
// counted as meetings are meetings.
func TestWhoMet(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, has, not string }{
		{"which meetings did Rubio attend in Geneva?", "Geneva talks of US and Ukrainian officials (23 Nov 2025)", "Feb"},
		{"which meetings did Rubio attend?", "Geneva (23 Nov)", "Abu Dhabi"},
		{"which meetings did Kushner attend in Istanbul?", "", "Istanbul"},
		{"when did Putin meet Trump in Geneva?", "", "Feb 2026"},
		{"how many meetings were there in Geneva?", "4 meetings: ", "Paris"},
		{"how many talks were there in January 2026?", "3 meetings: ", "Zone idea"},
		{"meetings between the United States and Ukraine", "Abu Dhabi", "Easter truce"},
		{"Who met in Abu Dhabi in January 2026, and what was the outcome?", "Outcome: no agreement or joint statement announced", "Johnson"},
		{"Who met in Abu Dhabi in January 2026?", "Ukrainian side: a delegation led by Rustem Umerov", "Feb"},
		{"What happened at the Alaska summit?", "no deal", "leaves the part it holds"},
	} {
		s.last = nil
		if a := s.Ask(row.q); !strings.Contains(a.Text, row.has) || strings.Contains(a.Text, row.not) {
			t.Errorf("%s: %s", row.q, a.Text)
		}
	}
	s.last = nil
	tells(t, s, "Who took part in the Istanbul talks in May 2025?", "16 May")
	tells(t, s, "and the next round?", "Second round of talks, Istanbul (2 Jun 2025)")
	for _, q := range []string{"which points changed in all drafts?", "which drafts changed in 2024?"} {
		s.last = nil
		tells(t, s, q, "The US draft against the Geneva rework")
	}
	tells(t, New(&plan.Library{}, evidence.Filter{}), "what happened in March 2031?", "The records do not cover that")
}

// TestGoesOn: short questions go on from the last.
func TestGoesOn(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	for _, row := range []struct{ q, text string }{
		{"What do the 20 points say on reconstruction funding?", "Zelenskyy's 20 points"},
		{"How much money?", "800 billion USD"},
		{"compare with the US April paper", "not reported for the US terms of April 2025"},
		{"who will monitor the ceasefire", "Who monitors the ceasefire: "},
		{"was the amnesty kept in the European counterproposal?", "No: Amnesty in the E3 counter-proposal: deleted"},
		{"latest news", "The latest on record: "},
	} {
		tells(t, s, row.q, row.text)
	}
}

// tells asks a question, whose first paragraph must have a text.
func tells(t *testing.T, s *Session, q, text string) *Answer {
	t.Helper()
	a := s.Ask(q)
	if !strings.Contains(a.Text, text) {
		t.Errorf("%s: %s", q, a.Text)
	}
	return a
}
