package align

// Text is one provision as matching sees it.
type Text struct {
	Number string // as the document prints it: "3bis", "IV", "1.2.3"
	Title  string
	Body   string // its own words, without title and inner texts
	Inner  []Text // what is numbered below it; its words count for the outer
}

// Pair links texts by number, as a person said.
type Pair struct{ From, To []string }

// Wording says that a link rests on the words of two texts.
const Wording By = "wording"

// TextLink joins texts of two documents, many to many.
type TextLink struct {
	From, To     []string // numbers, in the order of the documents
	FromAt, ToAt []int    // places in what Match was given, from 0: numbers may repeat, places do not
	Relation     Relation
	Same         bool     // the words are the same, whatever the number and the place
	Score        float64  // 0 to 1; the least sure part of a link of several texts
	By           By       // Curated or Wording
	Why          []string // reasons, in words
	Inner        []TextLink
}

// TextCandidate is a text of the second document with its likeness to one of
// the first, from 0 to 1.
type TextCandidate struct {
	Number string
	At     int
	Score  float64
}

// Unmatched is a text without a link: Deleted or Inserted where nothing in
// the other document comes near, else Unknown.
type Unmatched struct {
	Number   string
	At       int
	Relation Relation
}

// Matching is how the texts of two documents correspond. Every text stands
// in one link or is unmatched.
type Matching struct {
	Links                      []TextLink // in the order of From
	UnmatchedFrom, UnmatchedTo []Unmatched
	// Candidates are the five best for every text of From, best first. In
	// documents of more than 3,000 texts together those whose words stand unchanged in
	// the other document are settled: such a text has the one candidate, and
	// is none for others.
	Candidates [][]TextCandidate
}

// Match finds the corresponding texts of two documents. Its cost is nearly
// linear in their length. With the documents exchanged, the links are the
// same, read from the other side.
func Match(from, to []Text, curated []Pair) *Matching {
	m := newMatcher(from, to)
	m.takeCurated(curated)
	m.matchExact()
	m.score(len(from)+len(to) <= fullSearch)
	m.choose()
	m.attach()
	return m.result()
}

// matcher is a matching under way.
type matcher struct {
	given [2][]Text
	texts [2][]folded
	space *space
	// twin is the text of the other side with the same words, -1 if none.
	twin [2][]int
	// fixed texts have a link by hand and take no other.
	fixed [2][]bool
	// spare texts are held by another than their best, and no one's best.
	spare [2][]bool
	// near are the pairs that were compared, by text of each side, best first.
	near  [2][][]pair
	level int                // how deep inside the texts that Match was given
	links map[[2]int]reasons // by place in from and to
}

// reasons is why two texts are linked.
type reasons struct {
	by    By
	score float64
	why   []string
}

// folded is a text as words, its inner texts with it.
type folded struct{ title, body string }

func (f folded) empty() bool { return f.title == "" && f.body == "" }

func newMatcher(from, to []Text) *matcher {
	m := &matcher{given: [2][]Text{from, to}, links: make(map[[2]int]reasons, max(len(from), len(to)))}
	for side, texts := range m.given {
		n := len(texts)
		m.texts[side] = make([]folded, n)
		m.twin[side] = make([]int, n)
		m.fixed[side], m.spare[side] = make([]bool, n), make([]bool, n)
		m.near[side] = make([][]pair, n)
		for i, t := range texts {
			m.texts[side][i] = foldText(t)
			m.twin[side][i] = -1
		}
	}
	return m
}

// link records a link of two texts; the first reason for it stays.
func (m *matcher) link(i, j int, r reasons) {
	if _, ok := m.links[[2]int{i, j}]; !ok {
		m.links[[2]int{i, j}] = r
	}
}

// takeCurated links what a person linked. Numbers that no text has are
// passed over; of texts with one number the first is meant.
func (m *matcher) takeCurated(pairs []Pair) {
	at := [2]map[string]int{}
	for side, texts := range m.given {
		at[side] = map[string]int{}
		for i, t := range texts {
			if _, ok := at[side][number(t.Number)]; !ok {
				at[side][number(t.Number)] = i
			}
		}
	}
	for _, p := range pairs {
		for _, f := range p.From {
			i, ok := at[0][number(f)]
			for _, t := range p.To {
				j, ok2 := at[1][number(t)]
				if ok && ok2 {
					m.fixed[0][i], m.fixed[1][j] = true, true
					m.link(i, j, reasons{Curated, 1, []string{"linked by hand"}})
				}
			}
		}
	}
}
