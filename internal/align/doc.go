// Package align says which points of two versions correspond. A number is
// never an identity. It knows no states, no documents and no rendering.
//
// Records: the links come from what is curated by hand, directly or by way of a
// third version, and where there is nothing from the fields that two points share.
//
//	two plan.Records ── curated links, shared fields ──> Links, Unmatched, Candidates
//
// Documents: the links come from the words.
//
//	two []Text ─ fold ─> words ─ the same ──────────────────────> twins
//	                └─ grams ─> vectors ─ near ─> pairs ─ choose ─> each other's best
//	                                                └─ attach ───> split, joined
//	twins, best, split, joined ─ place ─> Links, Unmatched, Candidates
//
// Texts with the same words are settled first. The others are compared as
// grams (four characters of a word, words, two and three words on end), the
// rare ones weighing more (TF-IDF cosine), found by an index that looks at
// the rarest grams first and stops after a fixed number of looks, so that the
// cost stays nearly linear. The words of the texts around a text count as
// well, 0.3 to 1 and less in short documents: among many similar provisions
// the right one stands among the right neighbours. Texts that are each other's
// best are linked, save one most of whose words another text took in; one left
// over joins the link of the text that it comes nearest to, if it is nearly as
// like it as its partner, if most of its words stand there, or, beside a
// partner that has less than half of them, if it is half as like. Weights are
// whole numbers and ties are settled by likeness and then by place, so that
// the result is the same from run to run, and mirrored if the documents are
// exchanged. A text without a link is called deleted or inserted only if
// nothing comes near it; else what became of it is unknown.
//
// Tried and dropped, by what the share of right links said: weights of words
// and grams other than equal (no gain from 0.5 to 3), rarity to a power other
// than one, rarity counted over both documents together (a word lost weight by
// standing in both), cosine with shares of length other than even, ranks
// corrected for texts that are near to all, likeness by way of like texts of
// the same document, neighbours counted by product instead of sum, one
// neighbour or eight instead of three, links of the one-sided best without
// regard to its partner (97 right links in 100 fell to 80).
package align
