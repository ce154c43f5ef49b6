package browse

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"plandiff/internal/prose"
	"plandiff/internal/screen"
	"plandiff/internal/table"
)

// place is a pane.
type place int

const (
	topicPane place = iota
	cellPane
	claimPane
	panes
)

// Model is the walk: what is shown, and one model for every pane.
type Model struct {
	desk       *Desk
	opt        screen.Options
	signs      signs
	query      Query
	comparison *Comparison
	tree       *table.Tree // with the topic that is open
	opened     int         // which topic that is
	topic      string      // the reader's, and the field: the comparison may not show them
	field      string
	sources    table.SourceList

	topics              topics
	cells               cells
	claims              claims
	focus               place
	overlays            []overlay // over the panes, the uppermost last
	filters, versions   *menu     // kept, with their cursors
	found               finding
	status              string   // said once, until the next key
	searches, questions []string // typed before, the newest last

	width, height int
	copied        []string // what was copied, to be printed at the end
	send          tea.Cmd  // of the key being carried out; nil for none
	done          bool
}

// New opens a walk; opt says what the terminal can do.
func New(desk *Desk, q Query, opt screen.Options) (*Model, error) {
	m := &Model{desk: desk, opt: opt, signs: signsFor(opt.ASCII), query: q, sources: table.FullSources, width: opt.Width, height: opt.Height,
		filters: filterMenu(), versions: versionMenu()}
	c, err := desk.Compare(q)
	if err != nil {
		return nil, err
	}
	m.use(c)
	m.settle()
	m.status = c.Notice
	return m, nil
}

// use shows a comparison, at the topic, the field and the version that were in
// focus.
func (m *Model) use(c *Comparison) {
	version := m.cells.version
	if m.comparison != nil && version < len(m.comparison.Versions) {
		if i := slices.Index(c.Versions, m.comparison.Versions[version]); i >= 0 {
			version = i
		}
	}
	m.comparison, m.query.Versions = c, c.Versions
	cursor := m.topics.cursor
	m.topics = newTopics(c)
	if i := slices.IndexFunc(c.Tree.Sections, func(s table.Section) bool { return s.ID == m.topic }); i >= 0 {
		cursor = i
	}
	m.topics.cursor = min(cursor, max(len(m.topics.entries)-1, 0))
	m.cells, m.claims = cells{version: version}, claims{}
	m.openAt(m.field)
	if m.found.words != "" {
		m.found = find(c.Tree, m.found.words)
	}
}

// openTopic shows the topic at the cursor.
func (m *Model) openTopic() {
	if m.opened != m.topics.cursor {
		m.openAt("")
		m.claims = claims{}
		m.settle()
	}
}

// settle keeps in mind where the reader has gone, so that a filter which takes
// it away gives it back.
func (m *Model) settle() {
	if m.cells.section < len(m.tree.Sections) {
		m.topic, m.field = m.tree.Sections[m.cells.section].ID, ""
	}
	if r := m.cells.focused(m.tree); r != nil {
		m.field = r.Field
	}
}

// openAt shows the topic at the cursor, and keeps a field in sight.
func (m *Model) openAt(field string) {
	t, at := m.comparison.Tree, m.topics.cursor
	m.opened = at
	if m.comparison.Topic != nil && at < len(t.Sections) {
		id := t.Sections[at].ID
		t = m.comparison.Topic(id)
		at = slices.IndexFunc(t.Sections, func(s table.Section) bool { return s.ID == id })
	}
	m.tree, m.cells.pane = t, nil
	m.cells.open(t, at, field)
}

// try asks for another comparison. If there is none, nothing changes.
func (m *Model) try(by func(*Query)) error {
	q := m.query
	by(&q)
	c, err := m.desk.Compare(q)
	if err != nil {
		return err
	}
	m.query = q
	m.use(c)
	return nil
}

// change is try, and says what to know before reading, or why nothing changes.
func (m *Model) change(by func(*Query)) {
	if err := m.try(by); err != nil {
		m.refuse(err)
		return
	}
	m.status = m.comparison.Notice
}

// say tells what a key has turned on or off.
func (m *Model) say(what string, on bool) {
	if m.status == "" {
		m.status = what + ": " + map[bool]string{true: "on", false: "off"}[on]
	}
}

// refuse says why something was not carried out, and on the same line what
// helps.
func (m *Model) refuse(err error) {
	lines := strings.Split(err.Error(), "\n")
	for i, l := range lines {
		lines[i] = prose.Clean(l)
	}
	m.status = strings.Join(lines, "; ")
}

// Init needs nothing.
func (m *Model) Init() tea.Cmd { return nil }

// Update takes one message.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	m.send = nil
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.cells.pane = nil
	case tea.KeyMsg:
		for _, k := range single(msg) {
			m.status = ""
			m.key(k)
		}
	case tea.MouseMsg:
		m.mouse(msg)
	case tea.ResumeMsg: // the library let go of the mouse when it stopped
		m.send = tea.EnableMouseCellMotion
	}
	if m.done {
		return m, tea.Quit
	}
	return m, m.send
}

// single takes apart keys that were pressed so fast that they came together.
// Pasted text stays whole: it is for a prompt, and means no keys.
func single(msg tea.KeyMsg) []tea.KeyMsg {
	if msg.Type != tea.KeyRunes || msg.Paste || len(msg.Runes) < 2 {
		return []tea.KeyMsg{msg}
	}
	out := make([]tea.KeyMsg, len(msg.Runes))
	for i, r := range msg.Runes {
		out[i] = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt}
	}
	return out
}

// key carries out one key.
func (m *Model) key(key tea.KeyMsg) {
	act := m.desk.actionOf(key.String())
	switch {
	case act == suspend:
		m.send = tea.Suspend
		return
	case m.over() != nil:
		m.over().update(m, key)
		return
	}
	if m.move(act) {
		return
	}
	switch act {
	case search:
		m.prompt("Search for", "", (*Model).search).past = &m.searches
	case nextMatch:
		m.goToMatch(m.found.at + 1)
	case lastMatch:
		m.goToMatch(m.found.at - 1)
	case filters:
		m.push(m.filters)
	case versions:
		m.push(m.versions)
	case sources:
		at := slices.Index(table.SourceLists, m.sources)
		m.sources = table.SourceLists[(at+1)%len(table.SourceLists)]
		m.cells.pane = nil
		m.status = "sources: " + string(m.sources)
	case wordMarks:
		m.change(func(q *Query) { q.Words = !q.Words })
		m.say("differing words", m.query.Words)
	case everything:
		m.change(func(q *Query) { q.All = !q.All })
		m.say("what is the same or not known", m.query.All)
	case quit:
		m.done = true
	default:
		m.look(act)
	}
}

// move carries out the keys that move; false for other keys.
func (m *Model) move(act action) bool {
	switch act {
	case nextPane:
		m.focus = (m.focus + 1) % panes
	case lastPane:
		m.focus = (m.focus + panes - 1) % panes
	case toTopics:
		m.focus = topicPane
	case toCells:
		m.focus = cellPane
	case toClaims:
		m.focus = claimPane
	case enter:
		if m.focus == claimPane {
			m.showClaim()
		}
		m.focus = min(m.focus+1, claimPane)
	case leave:
		if m.found.words != "" {
			m.found = finding{}
			return true
		}
		m.focus = max(m.focus-1, topicPane)
	case up, down, pageUp, pageDown, first, last:
		m.moveIn(m.focus, act)
	case left:
		m.sideways(-1)
	case right:
		m.sideways(1)
	default:
		return false
	}
	return true
}

// far is further than anything.
const far = 1 << 30

// moveIn moves up and down in a pane.
func (m *Model) moveIn(p place, act action) {
	by := map[action]int{up: -1, down: 1, pageUp: -1, pageDown: 1, first: -far, last: far}[act]
	page := act == pageUp || act == pageDown
	switch p {
	case topicPane:
		if page {
			by *= max(m.topics.height-1, 1)
		}
		m.topics.move(by)
		m.openTopic()
	case cellPane:
		t := m.tree
		before := m.cells.row
		switch {
		case page:
			m.cells.page(t, by)
		case act == first || act == last:
			m.cells.row, m.cells.skip = min(max(by, 0), max(len(m.cells.rows)-1, 0)), 0
		default:
			m.cells.move(t, by)
		}
		if m.cells.row != before {
			m.claims = claims{}
			m.settle()
		}
	case claimPane:
		m.claims.move(m, by)
	}
}

// sideways goes from cell to cell, and at the edge to the topics.
func (m *Model) sideways(by int) {
	switch {
	case m.focus == topicPane:
		if by > 0 {
			m.focus = cellPane
		}
		return
	case m.cells.version+by < 0:
		m.focus = topicPane
		return
	}
	m.cells.version = min(m.cells.version+by, max(len(m.comparison.Tree.Columns)-1, 0))
	m.claims, m.cells.reveal = claims{}, true
}

// search looks for words and goes to the best match.
func (m *Model) search(words string) error {
	m.found = finding{}
	if words != "" {
		m.found = find(m.comparison.Tree, words)
		m.goToMatch(0)
	}
	return nil
}

// goToMatch opens the topic, the cell and the claim of a match.
func (m *Model) goToMatch(at int) {
	n := len(m.found.matches)
	switch {
	case m.found.words == "":
		m.status = "/ searches first"
		return
	case n == 0:
		return
	}
	m.found.at = (at + n) % n
	hit := m.found.matches[m.found.at]
	m.topics.cursor = hit.section
	m.openTopic()
	m.cells.goTo(hit.row)
	m.settle()
	if hit.version >= 0 {
		m.cells.version = hit.version
	}
	m.claims, m.cells.reveal, m.focus = claims{cursor: hit.claim}, true, cellPane
	if hit.rank == inClaim && !m.wide() {
		m.focus = claimPane
	}
	if at < 0 || at >= n {
		m.status = m.found.said() + ", wrapped"
	}
}
