package ask

import (
	"regexp"
	"testing"

	"plandiff/internal/evidence"
	"plandiff/internal/record/shipped/shippedtest"
)

// TestNoFalseVerdict: questions that have nearly all words of a clause, and ask something else.
// Each is put as somebody would who wants a "yes" for what no draft says. Where the words do not
// carry a verdict the clause is shown without one.
func TestNoFalseVerdict(t *testing.T) {
	s := New(shippedtest.Library(t), evidence.Filter{})
	verdict := regexp.MustCompile(`^(?:Yes|No|Disputed|Not settled|On a condition|Not necessarily|No clause says so|Changed)\b`)
	for _, row := range [...]struct{ why, q, want string }{
		{"another party gets it", "Would Russia get 50 percent of the profits from the frozen assets?", ""},
		{"another pays", "Does NATO contribute 100 billion dollars under the 28-point plan?", ""},
		{"another's army", "Is Poland's army capped at 600,000 in the 28-point plan?", ""},
		{"another's army", "Is NATO's army capped at 800,000 by the E3?", ""},
		{"of troops of others", "Are there 600,000 NATO troops in Ukraine under the 28 points?", ""},
		{"the parties change places", "Does Ukraine lose the guarantee if Russia invades?", ""},
		{"another leaves", "Does Ukraine withdraw from Kharkiv, Sumy and Dnipropetrovsk in the December package?", ""},
		{"no member", "Is Ukraine a member of the joint security group of the 28 points?", ""},
		{"a member", "Is Russia a member of the Peace Council in the 20-point plan?", "Yes"},
		{"a name of the draft", "Is Witkoff the chair of the Peace Council in the 28-point plan?", ""},
		{"the one in the value", "Is Trump the chair of the Peace Council in the 28-point plan?", "Yes"},
		{"expected not to", "Is NATO allowed to expand under the 28 points?", ""},
		{"ruled out", "Can NATO admit Ukraine under the 28 points?", ""},
		{"forbidden is a ban", "Is Ukraine forbidden to join NATO under the 28-point plan?", ""},
		{"no stationing is a ban", "Is NATO forbidden to station troops in Ukraine under the 28 points?", "Yes"},
		{"a condition is no ban", "Is Ukraine forbidden to join NATO under the E3 text?", "No"},
		{"what is over a limit breaches it", "Would an army of 850,000 breach the 28 points?", ""},
		{"what is under a limit is allowed", "Can Ukraine have 500,000 soldiers under the 28 points?", ""},
		{"the verb is another", "Does the 20-point plan cut the army to 800,000?", ""},
		{"the same limit", "Does the E3 text cap the army at 800,000?", "Yes"},
		{"another limit", "Does the E3 text limit Ukraine's army to 600,000?", "No"},
		{"not all drafts", "Does every draft limit the Ukrainian army?", "No"},
		{"more than those", "Is only Crimea recognised in the 28 points?", ""},
		{"not for ever", "Are sanctions lifted for ever in the 28 points?", ""},
		{"a draft is no fact", "Has Europe contributed 100 billion dollars?", ""},
		{"a draft is no fact", "Is Ukraine's army at 600,000 now?", ""},
		{"kept, on other terms", "Did the E3 text keep elections?", "Changed"},
		{"kept", "Did the E3 keep the non-aggression deal?", "Yes"},
		{"gone", "Did the 20-point plan drop the payment to the US?", "Yes"},
		{"of another field", "Did the 20-point plan drop the ban on NATO troops?", ""},
		{"each side says no", "Did the Geneva text keep the 600,000 limit?", "No"},
		{"neither side says it", "Was Crimea left for 50 years in the Istanbul communique?", ""},
		{"the sides answer differently", "Does the Geneva text have 28 points?", "Disputed"},
		{"Russia's proposal", "Did Ukraine propose 342 tanks in Istanbul 2022?", "No"},
		{"Russia's proposal", "Did Russia propose 342 tanks in Istanbul 2022?", "Yes"},
		{"Ukraine's proposal", "Did Russia propose 250,000 troops for Ukraine in Istanbul in 2022?", "No"},
		{"Russia's proposal", "Did Russia want Ukraine's army limited to 85,000 in 2022?", "Yes"},
		{"Ukraine's proposal", "Did Russia propose Turkey as a guarantor in Istanbul 2022?", "No"},
		{"asked of the clause", "Was the army limit in Istanbul 2022 250,000?", "Not settled"},
		{"the value says not", "Does the 24-point text impose neutrality on Ukraine?", ""},
		{"a term takes it back", "Does the army limit in Zelenskyy's plan include the National Guard?", ""},
		{"the name of the field reverses it", "Is Crimea included in the guarantees in the Istanbul Communiqué?", ""},
		{"nothing tells what was done to it", "Did the E3 text scrap the amnesty?", ""},
		{"dropped is a word for it", "Did the E3 text drop the amnesty?", "Yes"},
		{"of what it changed from nothing is known", "Did the sanctions clause change from lifted to kept in the E3 text?", ""},
		{"the opposite of a limit", "Is the army unlimited in the US draft?", ""},
		{"the number is of another clause", "Did the Geneva rework abandon the 100 billion?", ""},
		{"its basis is another's", "Was the E3 text drafted by the United States?", ""},
		{"one of them", "Was the E3 text drafted by Germany?", "Yes"},
		{"another wrote it", "Was the Istanbul Communiqué written by Russia?", ""},
		{"it changed from another number", "Did the army cap change from 600,000 to 700,000 in the E3 text?", ""},
		{"it was not there", "Did Trump meet Putin in Moscow?", ""},
		{"another joins", "Is Russia eligible for EU membership in the US draft?", ""},
		{"another count", "Did the December package have five documents?", ""},
		{"on neither list", "Is Poland a guarantor in the Istanbul draft of 2022?", ""},
		{"by the one in the value", "Is the Peace Council chaired by Trump in the US draft?", "Yes"},
		{"a heading and a question", "amnesty in the E3 text - is it gone?", "Yes"},
		{"a number that is no more in it", "elections in 100 days - still there?", "Changed"},
		{"still there, and not agreed", "is the 50/50 split of the plant's power still in", "Not settled"},
		{"a word alone asks if it is there", "is Crimea still in the text?", ""},
		{"kept by those whose draft it is", "did the Europeans keep the amnesty?", "No"},
		{"not dropped", "Does the E3 text drop the G8 invitation?", "No"},
		{"dropped before, and back", "Did the December package drop the withdrawal from Donetsk?", "No"},
		{"another owner at the same place", "Did the E3 text keep the fighter jets in Poland?", ""},
		{"no draft before it had sanctions to keep", "Does the April 2025 final offer keep sanctions on Russia?", ""},
		{"the higher of two", "Is the army cap in the E3 text higher than in the US draft?", "Yes"},
		{"the lower of two", "Is the army cap in the E3 text lower than in the US draft?", "No"},
		{"a language is no party", "Was Russian to be a second official language in Istanbul 2022?", "Not settled"},
	} {
		s.last = nil
		if a := s.Ask(row.q); verdict.FindString(a.Text) != row.want {
			t.Errorf("%s: %q: want %q, got %s", row.why, row.q, row.want, a.Text)
		}
	}
}
