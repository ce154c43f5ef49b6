package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

const (
	olderAccord = "# Harbour accord\n\n1. The harbour stays open to ships of all flags.\n\n2. The limit is 600,000 people.\n\n3. The catch limit is 400 tonnes.\n"
	newerAccord = "# Harbour accord\n\n1. The harbour stays open to ships of all flags.\n\n2. The catch limit is 450 tonnes.\n\n3. The limit is 800,000 people.\n"
)

// harbour is a folder with two documents and the invented negotiation, and the
// one that the test works in.
func harbour(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "lake"), os.DirFS(lakeDir)); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"old.md": olderAccord, "new.md": newerAccord, "map.yaml": "2: [catch]\n", "bad.yaml": "2: [\n", "more.md": "1. The patrol has 6 boats and the fund 12 members.\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

// What a user types, how it ends, and what stands on the outputs. Every command
// works on the invented negotiation, in the order of the rows.
func TestCommands(t *testing.T) {
	harbour(t)
	for _, row := range []struct {
		args string
		code int
		says string
	}{
		{"versions --from 2031-05 --to 2031", ExitOK, "final-9"},
		{"versions --from counter-8", ExitOK, "quay-text"},
		{"versions --from soon", ExitUsage, `"soon" is neither a day nor a dated version`},
		{"versions --kind event", ExitOK, "quay-meeting"},
		{"versions again", ExitUsage, "versions takes no arguments"},
		{"show Joint|draft 2", ExitOK, `"Joint draft" is taken as joint-8`},
		{"show joint-8 2b", ExitOK, "Point 2: Catch"},
		{"show joint-8 catch --sources none", ExitOK, "400 tonnes"},
		{"show joint-8 Log|of|the|patrols", ExitOK, "absent [1]"},
		{"show quay-text Observers|on|board", ExitOK, "Nothing of this is reported."},
		{"show joint-8 99", ExitUsage, "joint-8 has no point 99"},
		{"show joint-8 2 --follow --format json", ExitOK, `"schema": "plandiff.follow/1"`},
		{"diff joint-8 counter-8 --as-of 2020-01-01", ExitOK, "not yet public"},
		{"diff --as-of 2020-01-01", ExitOK, "Fewer than two of these versions were public."},
		{"diff --as-of yesterday", ExitUsage, `"yesterday" is not a day`},
		{"diff --basis text,rumour", ExitUsage, `--basis: "rumour" is not known`},
		{"diff --basis text,quoted --stat", ExitOK, "claims hidden"},
		{"diff --only-sources courier-jont", ExitUsage, "did you mean courier-joint?"},
		{"diff --only-sources nobody-at-all", ExitUsage, "available: borrin-note, "},
		{"diff --only-sources seeds --stat", ExitOK, "claims hidden"},
		{"diff --only-sources courier-joint,wardens --stat", ExitUsage, `no source "wardens"`},
		{"diff --exit-code --stat", ExitDifferences, "Catch"},
		{"diff joint-8", ExitUsage, "at least two"},
		{"diff --kind changed,nothing", ExitUsage, "allowed: changed"},
		{"diff --layout stacked --words --all", ExitOK, "400 tonnes"},
		{"diff joint-8 counter-8 --ascii --format json", ExitOK, `"schema"`},
		{"diff old.md new.md", ExitOK, "600,000"},
		{"diff old.md new.md --exit-code --format json", ExitDifferences, `"schema": "plandiff.diff/2"`},
		{"diff old.md new.md --layout lines", ExitOK, "The limit is 800,000 people."},
		{"diff old.md new.md --topic catch", ExitUsage, "documents have neither topics nor sources"},
		{"export old.md new.md --format md --as-of 2031-03-01", ExitUsage, "documents have neither"},
		{"align old.md new.md --basis text", ExitUsage, "documents have neither"},
		{"diff old.md none.md", ExitBadRecord, "there is no such file"},
		{"diff joint-8 old.md --stat", ExitOK, "1 field of its 3 points"},
		{"diff old.md old.md joint-8", ExitUsage, "old.md is given twice"},
		{"matrix joint-8 counter-8 final-9", ExitOK, "Catch"},
		{"matrix --format json", ExitOK, `"schema": "plandiff.matrix/2"`},
		{"history catch --from joint-8 --to 2031-03", ExitOK, "Limit on the catch"},
		{"history nothing", ExitUsage, "there is no topic or field"},
		{"history", ExitUsage, "history takes"},
		{"origin final-9 catch", ExitOK, "first in"},
		{"origin final-9 --format json", ExitOK, `"schema": "plandiff.origin/1"`},
		{"uptake joint-8 counter-8 final-9", ExitOK, "between"},
		{"uptake joint-8 counter-8 final-9 --kind between --format json", ExitOK, `"schema": "plandiff.uptake/1"`},
		{"uptake joint-8 counter-8", ExitUsage, "uptake takes"},
		{"align joint-8 counter-8 --long", ExitOK, "Relation"},
		{"align old.md new.md", ExitOK, "moved"},
		{"align old.md new.md --format json", ExitOK, `"candidates"`},
		{"align joint-8 old.md", ExitOK, "Points of old.md without a known counterpart"},
		{"align old.md none.md", ExitBadRecord, "there is no such file"},
		{"sources", ExitOK, "courier-joint"},
		{"sources courier-joint", ExitOK, "https://courier.example/joint"},
		{"sources courier-jont", ExitUsage, "did you mean courier-joint?"},
		{"sources what", ExitUsage, `there is no source "what"`},
		{"sources --weak --version joint-8 --publisher gazette", ExitOK, "gazette-joint"},
		{"sources --version nope", ExitUsage, "plandiff versions lists them"},
		{"search catch --by Borrin", ExitOK, "denied: 50 %"},
		{"search catch --value 400 --publisher courier --format json", ExitOK, `"schema": "plandiff.search/1"`},
		{"search catch --topic nothing", ExitUsage, "there is no topic or field"},
		{"search tonnes --topic Catch --version joint-8", ExitOK, "catch.limit"},
		{"search tonnes --topic season", ExitOK, "Nothing in the records"},
		{"ask what is the catch limit? --format json", ExitOK, `"schema": "plandiff.ask/1"`},
		{"check", ExitOK, "no problem"},
		{"check --documents lake/documents --format json", ExitOK, `"verified": 3`},
		{"check --documents lake/documents", ExitOK, "1 founding document found, 3 claims verified word by word, 0 failures"},
		{"check --documents nowhere", ExitUsage, "no such file"},
		{"check --documents old.md", ExitUsage, "old.md is not a folder"},
		{"import old.md", ExitUsage, "say what the record is called with --id"},
		{"import old.md --id Old", ExitUsage, "cannot be the ID of a record"},
		{"import old.md --id old-1 --date 2031-13", ExitUsage, "not a date in the calendar"},
		{"import old.md --id old-1 --format json", ExitUsage, "no output but text"},
		{"import old.md --id old-1 --topic-map none.yaml", ExitUsage, "--topic-map"},
		{"import old.md --id old-1 --topic-map lake", ExitUsage, "lake is no file"},
		{"import old.md --id old-1 --topic-map /dev/zero", ExitUsage, "is no file"},
		{"import old.md --id old-1 --topic-map bad.yaml", ExitBadRecord, "bad.yaml:"},
		{"import old.md --id old-1 --follows nobody", ExitBadRecord, `no record has the ID "nobody"`},
		{"import old.md --id old-1 --date 2031-06-01 --by Borrin,Aldmark --follows joint-8", ExitOK, "old-1: 3 points with their wording, 1 field"},
		{"import new.md --id new-1 --follows old-1 --topic-map map.yaml --title Newer", ExitOK, "Wrote lake/plans/new-1.yaml"},
		{"import new.md --id new-1", ExitUsage, "--force to write over it"},
		{"import new.md --id new-1 --force", ExitOK, "Wrote lake/seeds/new-1.yaml"},
		{"import new.md --suggest-vocabulary", ExitUsage, "no number or date that lacks a field"},
		{"import more.md --suggest-vocabulary", ExitOK, "unit: boats"},
		{"diff old-1 new-1 --layout lines", ExitOK, "400 tonnes\t450 tonnes"},
		{"diff old-1 new.md --layout lines", ExitOK, "The limit is 800,000 people."},
		{"align old-1 new-1", ExitOK, "moved"},
		{"export old-1 new.md --format md", ExitOK, "new.md: 1 field of its 3 points"},
		{"export old.md new.md --format csv", ExitOK, "800,000"},
		{"export old.md new.md --format svg", ExitUsage, "no picture of documents"},
		{"export old.md new.md --format md --order points", ExitUsage, "--order"},
		{"export --redline -o a.docx", ExitUsage, "--redline compares two documents"},
		{"export old.md new.md --redline -o a.md", ExitUsage, "--redline writes docx, not md"},
		{"export old.md new.md --redline -o a.docx --date", ExitUsage, "no --columns or --date"},
		{"init accord", ExitOK, "Made accord. Try:"},
		{"init accord", ExitUsage, "accord is not empty"},
		{"init old.md", ExitUsage, "making a folder: open old.md: "},
		{"init", ExitUsage, "init takes a folder"},
		{"schema diff", ExitOK, "additionalProperties"},
		{"schema", ExitUsage, "available: diff"},
		{"schema none", ExitUsage, `there is no schema "none"`},
		{"browse", ExitUsage, "browse needs a terminal"},
		{"version --format json", ExitUsage, "version has no output but text"},
		{"version", ExitOK, "the latest is of 1 Jun 2031"},
		{"--version", ExitOK, "plandiff"},
		{"", ExitOK, "Usage:"},
		{"help states", ExitOK, "known"},
		{"completion ksh", ExitUsage, "there is: bash, fish"},
		{"joint", ExitUsage, "did you mean plandiff show joint-8?"},
		{"show joint", ExitOK, "joint-8"},
		{"diff --kind moved", ExitOK, "moved to a protocol"},
		{"sources 4", ExitUsage, "give the ID at the end of its line"},
		{"sources courier", ExitUsage, "did you mean courier-counter"},
		{"help nothing", ExitUsage, `there is no help on "nothing"`},
		{"nothing", ExitUsage, `there is no command "nothing"`},
		{"what|changed|on|the|catch", ExitUsage, "a question goes to plandiff ask"},
		{"dif", ExitUsage, "did you mean diff?"},
		{"diff --width 5", ExitUsage, "columns are too narrow"},
		{"diff --color pink", ExitUsage, "allowed: auto, always, never"},
		{"diff --color always --stat", ExitOK, "\x1b["},
	} {
		args := strings.Fields(row.args)
		for i := range args {
			args[i] = strings.ReplaceAll(args[i], "|", " ")
		}
		code, out, errs := run(append([]string{"--workspace", "lake", "--no-shipped"}, args...)...)
		if code != row.code || !strings.Contains(out+errs, row.says) {
			t.Errorf("plandiff %s: exit code %d, want %d with %q:\n%.900s", row.args, code, row.code, row.says, out+errs)
		}
		if (code == ExitUsage || code == ExitBadRecord) && out != "" {
			t.Errorf("plandiff %s: a command that was not carried out prints %.300q", row.args, out)
		}
		if strings.Contains(row.args, "--format json") && code <= ExitDifferences && !json.Valid([]byte(out)) {
			t.Errorf("plandiff %s prints no JSON: %.300q", row.args, out)
		}
	}
}

// A workspace is named by flag or environment, and has to be one.
func TestWorkspaces(t *testing.T) {
	harbour(t)
	for _, row := range []struct {
		named, args string
		code        int
		says        string
	}{
		{"lake", "versions --no-shipped", ExitOK, "joint-8"},
		{"nowhere", "versions --no-shipped", ExitUsage, "no such file"},
		{"old.md", "versions", ExitUsage, "old.md is not a folder"},
		{".", "versions", ExitUsage, "holds neither plans/ nor seeds/"},
		{"", "versions --no-shipped", ExitUsage, "--no-shipped leaves no records"},
		{"", "import old.md --id a", ExitUsage, "plandiff init DIR makes one"},
		{"lake", "versions", ExitOK, "us-28"},
	} {
		var o, e bytes.Buffer
		code := Run(strings.Fields(row.args), Streams{In: strings.NewReader(""), Out: &o, Err: &e, Env: func(name string) string {
			if name == "PLANDIFF_WORKSPACE" {
				return row.named
			}
			return ""
		}})
		if code != row.code || !strings.Contains(o.String()+e.String(), row.says) {
			t.Errorf("%q plandiff %s: exit code %d, %.300s", row.named, row.args, code, o.String()+e.String())
		}
	}
}

// A link in a workspace leads nowhere but into it, whoever made it.
func TestNoLinkLeadsOutOfAWorkspace(t *testing.T) {
	harbour(t)
	secret := "id: secret\nkind: draft\ntitle: The secret of the house\nwitness: {known: reported}\n"
	if err := os.WriteFile("secret.yaml", []byte(secret), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"lake/plans/out.yaml": "../../secret.yaml", "lake/plans/in.yaml": "joint-9.txt", "lake/seeds/old-1.yaml": "../../secret.yaml"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	if err := os.WriteFile("lake/plans/joint-9.txt", []byte(strings.ReplaceAll(secret, "secret", "joint-9")), 0o600); err != nil {
		t.Fatal(err)
	}
	ours := []string{"--workspace", "lake", "--no-shipped"}
	code, out, errs := run(append(ours, "versions")...)
	if code != ExitOK || strings.Contains(out+errs, "secret of") || !strings.Contains(out, "joint-9") {
		t.Errorf("exit code %d:\n%s%s", code, out, errs)
	}
	if _, out, _ := run(append(ours, "check")...); !strings.Contains(out, "lake/plans/out.yaml: not read: a link that leads nowhere, or out of the folder") {
		t.Errorf("check says nothing of the link:\n%s", out)
	}
	if code, _, errs := run(append(ours, "import", "old.md", "--id", "old-1", "--force")...); code != ExitUsage || !strings.Contains(errs, "lies outside the workspace") {
		t.Errorf("writing through a link: exit code %d, %s", code, errs)
	}
	if data, err := os.ReadFile("secret.yaml"); string(data) != secret {
		t.Errorf("the file outside is %q: %v", data, err)
	}
}

// Completion offers what a command takes where the cursor stands.
func TestCompletion(t *testing.T) {
	t.Setenv("PLANDIFF_WORKSPACE", "")
	for _, row := range []struct{ args, offers, not string }{
		{"d", "diff", "export"},
		{"diff j", "joint-8", "counter-8"},
		{"diff joint-8 ", "counter-8", "joint-8"},
		{"show joint-8 ca", "catch", "joint-8"},
		{"show j", "joint-8", "catch"},
		{"history catch.", "catch.limit", "joint-8"},
		{"sources cou", "courier-joint", "gazette-joint"},
		{"diff --topic catch,di", "catch,disputes", "season"},
		{"diff --only-sources courier-joint,gaz", "courier-joint,gazette-joint", "wardens"},
		{"diff --basis te", "text", "quoted"},
		{"diff --kind changed,re", "changed,removed", "changed,added"},
		{"export --format x", "xlsx", "joint-8"},
		{"uptake joint-8 c", "counter-8", "joint-8\n"},
		{"schema al", "align", "diff"},
		{"help orig", "origin", "export"},
	} {
		words := strings.Split(row.args, " ")
		code, out, _ := run(append([]string{"__complete", "--workspace", lakeDir, "--no-shipped"}, words...)...)
		if code != ExitOK || !strings.Contains("\n"+out, "\n"+row.offers) || strings.Contains("\n"+out, "\n"+row.not) {
			t.Errorf("plandiff %s: offers %q, want %q and not %q", row.args, out, row.offers, row.not)
		}
	}
}

// The walk that browse runs shows the records by every key, as the commands do.
func TestWalkThroughRecords(t *testing.T) {
	harbour(t)
	var o, e bytes.Buffer
	a := newApp(Streams{Out: &o, Err: &e, Terminal: func() (int, int, bool) { return 120, 40, true }})
	a.flags = globalFlags{format: "text", color: "never", workspace: "lake", noShipped: true}
	m, err := a.walk(&selectionFlags{kinds: nil}, []string{"joint-8", "counter-8"})
	if err != nil {
		t.Fatal(err)
	}
	press := func(keys ...string) string {
		for _, k := range keys {
			named := map[string]tea.KeyType{"enter": tea.KeyEnter, "esc": tea.KeyEsc, "tab": tea.KeyTab}
			if kind, ok := named[k]; ok {
				m.Update(tea.KeyMsg{Type: kind})
				continue
			}
			for _, r := range k {
				m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
			}
		}
		return ansi.Strip(m.View())
	}
	for _, row := range []struct {
		keys []string
		want string
	}{
		{nil, "plandiff --workspace lake --no-shipped diff joint-8 counter-8"},
		{[]string{"/", "catch", "enter"}, "400 tonnes"},
		{[]string{"t"}, "20 Mar 2031"},
		{[]string{"esc", "i"}, "Where it first stood: Limit on the catch"},
		{[]string{"esc", "p"}, "Point"},
		{[]string{"esc", "a", "what is the catch limit?", "enter"}, "400 tonnes"},
		{[]string{"esc", "a", "what is the catch limit in the counter-draft?", "enter"}, "600 tonnes"},
		{[]string{"esc", "u"}, "--all"},
		{[]string{"e", "walk.md", "enter"}, "written: walk.md"},
		{[]string{"E", "walk.md", "enter"}, "walk.md exists"},
		{[]string{"n"}, "nothing is written"},
		{[]string{"E", "walk.pdf", "enter"}, "name it .docx"},
		{[]string{"esc", "f", "j", "enter", "1 Feb 2031", "enter"}, "The base joint-8 is of 2 Mar 2031, after the chosen day"},
	} {
		if screen := press(row.keys...); !strings.Contains(strings.Join(strings.Fields(screen), " "), row.want) {
			t.Errorf("after %q, %q is not seen:\n%s", row.keys, row.want, screen)
		}
	}
	if text, err := os.ReadFile("walk.md"); err != nil || !strings.Contains(string(text), "400 tonnes") {
		t.Errorf("the file that was written: %.300q, %v", text, err)
	}
}

// Two documents are walked through like two versions.
func TestWalkThroughDocuments(t *testing.T) {
	harbour(t)
	a := newApp(Streams{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}, Terminal: func() (int, int, bool) { return 120, 40, true }})
	a.flags = globalFlags{format: "text", color: "never"}
	m, err := a.walk(&selectionFlags{documents: true}, []string{"old.md", "new.md"})
	if err != nil {
		t.Fatal(err)
	}
	if screen := ansi.Strip(m.View()); !strings.Contains(screen, "{+800,000+} people") || !strings.Contains(screen, "plandiff diff old.md new.md --sources full") {
		t.Errorf("the screen is\n%s", screen)
	}
	if _, err := a.walk(&selectionFlags{documents: true}, []string{"old.md", "none.md"}); err == nil {
		t.Error("a document that is not there is walked through")
	}
}

// A pager is asked where the text is longer than the screen, and not otherwise.
func TestPager(t *testing.T) {
	for _, row := range []struct {
		args  string
		paged bool
	}{{"diff --all", true}, {"diff --all --no-pager", false}, {"version", false}} {
		var o, e bytes.Buffer
		paged := false
		code := Run(append(strings.Fields(row.args), lake...), Streams{In: strings.NewReader(""), Out: &o, Err: &e,
			Terminal: func() (int, int, bool) { return 100, 20, true }, Page: func(_, _ string) error { paged = true; return nil }})
		if code != ExitOK || paged != row.paged || paged == (o.Len() > 0) {
			t.Errorf("plandiff %s: exit code %d, in the pager: %v, %d bytes besides", row.args, code, paged, o.Len())
		}
	}
}

// A name that several records bear is taken for one of them, and the others are
// told; over the protocol as well.
func TestSharedNames(t *testing.T) {
	_, _, errs := run("show", "European plan", "1")
	if !strings.Contains(errs, "is taken as ") || !strings.Contains(errs, "it may also mean ") {
		t.Errorf("nothing tells which plan is shown: %q", errs)
	}
	call := func(tool, arguments string) string {
		t.Helper()
		in := `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}` + "\n" +
			`{"jsonrpc":"2.0","method":"notifications/initialized"}` + "\n" + `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"` + tool + `","arguments":` + arguments + "}}\n"
		var o, e bytes.Buffer
		if code := Run([]string{"mcp"}, Streams{In: strings.NewReader(in), Out: &o, Err: &e}); code != ExitOK || e.Len() > 0 {
			t.Fatalf("exit code %d: %s", code, &e)
		}
		return o.String()
	}
	for _, row := range []struct{ tool, arguments, says string }{
		{"show", `{"version":"European plan","point":1}`, "may also mean"},
		{"show", `{"version":"US draft","topic":"army-size"}`, "600,000"},
		{"show", `{"version":"us-82"}`, "did you mean us-28?"},
		{"diff", `{"versions":["us-28","e3-28"],"only_sources":["seeds"],"basis":["text"],"as_of":"2025-12-01"}`, "not_reported"},
		{"diff", `{"versions":["us-28","e3-28"],"only_sources":["nobody"]}`, "there is no source"},
		{"diff", `{"versions":["us-28","e3-28"],"topics":["nothing at all"]}`, "no topic or field"},
	} {
		if got := call(row.tool, row.arguments); !strings.Contains(got, row.says) {
			t.Errorf("%s %s: %q is not in %.600s", row.tool, row.arguments, row.says, got)
		}
	}
}
