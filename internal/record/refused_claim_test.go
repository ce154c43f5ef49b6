package record_test

import "testing"

const digits = `(plain digits such as 600000, with < <= > >= or ~ before them; use "words" for what is told in words)`

// A value fits the kind of its field, and is written so that people and
// programs read it alike.
func TestRefusedValues(t *testing.T) {
	const file = "plans/x.yaml"
	const by = "\nsource: herald\nbasis: reported"
	refuse(t, []refusal{
		{"a quantity in words", file, claimed("ferry.limit", "value: ¶a hundred sailors"+by), `"a hundred sailors" is no quantity ` + digits},
		{"the unit is not part of the number", file, claimed("ferry.limit", "value: ¶100 sailors"+by), `"100 sailors" is no quantity ` + digits},
		{"a leading zero: YAML reads 8, people read 10", file, claimed("ferry.limit", "value: ¶010"+by), `"010" is no quantity ` + digits},
		{"an exponent", file, claimed("ferry.limit", "value: ¶1e5"+by), `"1e5" is no quantity ` + digits},
		{"digits in groups: a comma is a decimal mark to some", file, claimed("ferry.limit", "value: ¶600,000"+by), `"600,000" is no quantity ` + digits},
		{"digits parted by underscores: YAML drops them", file, claimed("ferry.limit", "value: ¶600_000"+by), `"600_000" is no quantity ` + digits},
		{"hexadecimal", file, claimed("ferry.limit", "value: ¶0x10"+by), `"0x10" is no quantity ` + digits},
		{"not a number at all", file, claimed("ferry.limit", "value: ¶.nan"+by), `".nan" is no quantity ` + digits},
		{"null is no value", file, claimed("ferry.limit", "value: ¶null"+by), `the key "value" is empty (give it a value or take the key out)`},
		{"more digits than a number keeps", file, claimed("ferry.limit", "value: ¶1234567890123456"+by), `"1234567890123456" is no quantity ` + digits},
		{"two bounds", file, claimed("ferry.limit", "value: ¶'>5 <9'"+by), `">5 <9" is no quantity ` + digits},
		{"a list of numbers", file, claimed("ferry.limit", "value: ¶[1, 2]"+by), "a single value belongs here, not a list"},
		{"a percent sign", file, claimed("toll.rate", "value: ¶50%"+by), `"50%" is no percent ` + digits},
		{"a term in words goes into words", file, claimed("toll.relief", "value: ¶as long as it takes"+by), `"as long as it takes" is no duration ` + digits},
		{"half a ferry", file, claimed("ferry.number", "value: ¶2.5"+by), "a count is a whole number, not 2.5"},
		{"what is not among the choices", file, claimed("ferry.season", "value: ¶in sumer"+by), `"in sumer" is not allowed here (did you mean "in summer"?)`},
		{"a choice in other letters is another string", file, claimed("ferry.season", "value: ¶In summer"+by), `"In summer" is not allowed here (did you mean "in summer"?)`},
		{"a date in words", file, claimed("treaty.signing-day", "value: ¶soon"+by), `"soon" is no date of the form YYYY, YYYY-MM, YYYY-MM-DD or FROM/TO`},
		{"a list of nobody", file, claimed("treaty.parties", "value: ¶[]"+by), "the list is empty (name the items or take the key out)"},
		{"a list with a gap", file, claimed("treaty.parties", "value: [Aldland, ¶'']"+by), "the value is empty (give it a value or take it out)"},
		{"text is one value", file, claimed("treaty.purpose", "value: ¶{a: b}"+by), "a single value belongs here, not a mapping"},

		{"another unit of a quantity is another field", file, claimed("ferry.limit", "value: 100\nunit: ¶officers"+by),
			"the field ferry.limit is in sailors, not in officers (take it out or correct it)"},
		{"another unit of time would need a conversion", file, claimed("toll.relief", "value: 2\nunit: ¶weeks"+by),
			"the field toll.relief is in days, not in weeks (take it out or correct it)"},
		{"money in no currency", file, claimed("toll.debt", "value: 2\nunit: ¶sacks of grain"+by),
			`the field toll.debt is in million USD, not in sacks of grain (a unit of money looks like "billion EUR")`},
		{"a unit without a number", file, claimed("ferry.limit", "words: no limit\nunit: ¶sailors"+by),
			"a unit belongs to a value (take it out)"},
		{"a unit of words", file, claimed("treaty.purpose", "value: trade\nunit: ¶sailors"+by),
			"a field of kind text has no unit (take it out)"},
		{"words where the value is in words already", file, claimed("treaty.purpose", "words: ¶trade"+by),
			"the field treaty.purpose is of kind text and has no words beside its value (use value)"},
		{"a choice is made or not", file, claimed("ferry.season", "words: ¶mostly"+by),
			"the field ferry.season is of kind choice and has no words beside its value (use value)"},
		{"a value and words", file, claimed("ferry.limit", "value: 100\n¶words: no limit"+by),
			"a claim has either a value or words (keep one)"},
	})
}

// The state of a claim and its content go together.
func TestRefusedStates(t *testing.T) {
	const file = "plans/x.yaml"
	const by = "\nsource: herald\nbasis: reported"
	refuse(t, []refusal{
		{"a field that nobody defined, with the nearest", file, "id: extra\nkind: position\ntitle: Extra\nfields:\n  ¶toll.rat:\n  - {value: 1, source: herald, basis: reported}\n",
			`no field has the ID "toll.rat" (did you mean "toll.rate"?)`},
		{"a field that nobody defined, like none", file, "id: extra\nkind: position\ntitle: Extra\nfields:\n  ¶harbour.depth:\n  - {value: 1, source: herald, basis: reported}\n",
			`no field has the ID "harbour.depth" (allowed: ferry.limit, ferry.number, ferry.season, toll.debt, toll.rate, toll.relief, treaty.parties, treaty.purpose, treaty.signing-day)`},
		{"a field that stands twice", file, "id: extra\nkind: position\ntitle: Extra\nfields:\n  toll.rate: []\n  ¶toll.rate: []\n",
			"the field toll.rate stands twice (put the claims into one list)"},
		{"fields are a mapping", file, "id: extra\nkind: position\ntitle: Extra\nfields: ¶[toll.rate]\n",
			"field IDs with their claims belong here, not a list"},
		{"a bare value has no source", file, "id: extra\nkind: position\ntitle: Extra\nfields:\n  toll.rate: ¶5\n",
			"a list belongs here, not a single value"},
		{"a bare value in a list has none either", file, "id: extra\nkind: position\ntitle: Extra\nfields:\n  toll.rate: [¶5]\n",
			"a claim is a mapping of keys and values here, not a single value"},
		{"a claim without source", file, claimed("toll.rate", "¶value: 1\nbasis: reported"),
			`a claim lacks the key "source"`},
		{"a claim without basis", file, claimed("toll.rate", "¶value: 1\nsource: herald"),
			`a claim lacks the key "basis"`},
		{"an unknown key, with the nearest", file, claimed("toll.rate", "value: 1\n¶qualifier: [on goods]"+by),
			`a claim has no key "qualifier" (did you mean "qualifiers"?)`},
		{"a claim ID that stands elsewhere", file, claimed("toll.rate", "¶id: mill-rate\nvalue: 1"+by),
			"the claim mill-rate stands twice (it stands at plans/mill-3.yaml:26:7)"},
		{"a claim of nothing", file, claimed("toll.rate", "¶source: herald\nbasis: reported"),
			"the claim has no value (give a value or words, or mark the claim outline: true)"},
		{"absence is derived, never written", file, claimed("toll.rate", "value: 5\nstate: ¶omitted"+by),
			`"omitted" is not allowed here (allowed: present, bracketed, deleted, severed)`},
		{"struck, and still with a value", file, claimed("toll.rate", "¶value: 5\nstate: deleted"+by),
			`a clause that was deleted has no value (how the source puts it goes into "words")`},
		{"moved, nobody knows where", file, claimed("toll.rate", "¶state: severed"+by),
			`severed and the key "to" belong together (for example "state: severed" with "to: separate US-Russia format")`},
		{"moved, and still here", file, claimed("toll.rate", "¶value: 5\nto: a side letter"+by),
			`severed and the key "to" belong together (for example "state: severed" with "to: separate US-Russia format")`},
		{"a proponent of what is agreed", file, claimed("toll.rate", "value: 5\n¶proponent: Aldland"+by),
			`only a bracketed alternative has a proponent (add "state: bracketed")`},
		{"a denial of what was struck", file, claimed("toll.rate", "state: deleted\n¶polarity: denies"+by),
			"a denial goes with the state present"},
		{"a polarity has two poles", file, claimed("toll.rate", "value: 5\npolarity: ¶doubts"+by),
			`"doubts" is not allowed here (allowed: asserts, denies)`},
		{"both changed and kept", file, claimed("toll.rate", "¶changed_from: mill-3\nkept_from: weir-2"+by),
			"a clause is either changed or kept (keep one)"},
		{"changed from a version that is not there", file, claimed("toll.rate", "¶changed_from: mill-4"+by),
			`no record has the ID "mill-4" (did you mean "mill-3"?)`},
		{"kept from a version that is not there", file, claimed("toll.rate", "¶kept_from: mill-4"+by),
			`no record has the ID "mill-4" (did you mean "mill-3"?)`},
		{"adopted from a version that is not there", file, claimed("toll.rate", "value: 5\n¶adopted_from: mill-4"+by),
			`no record has the ID "mill-4" (did you mean "mill-3"?)`},
		{"a part that the point has not", file, claimed("toll.rate", "value: 5\npart: ¶c"+by),
			`point 1 has no part "c" (its parts: a, b)`},
		{"a part in words", file, claimed("toll.rate", "value: 5\npart: ¶first"+by),
			`"first" is no sub-point (a single letter)`},
		{"a part of no point", file, "id: extra\nkind: position\ntitle: Extra\nfields:\n  toll.rate: [{value: 1, part: ¶a, source: herald, basis: reported}]\n",
			"a sub-point needs a numbered point to stand under"},
	})
}

// Source, basis, phrase and speaker go together.
func TestRefusedEvidence(t *testing.T) {
	const file = "plans/x.yaml"
	refuse(t, []refusal{
		{"a card that is not there, with the nearest", file, claimed("toll.rate", "value: 5\n¶source: heralt\nbasis: reported"),
			`no card has the ID "heralt" (did you mean "herald"?)`},
		{"relayed from a card that is not there", file, claimed("toll.rate", "value: 5\nsource: herald\nbasis: reported\n¶via: [cryer]"),
			`no card has the ID "cryer" (did you mean "crier"?)`},
		{"a further source that is not there", file, claimed("toll.rate", "value: 5\nsource: herald\nbasis: reported\nalso: [¶gazete]"),
			`no card has the ID "gazete" (did you mean "gazette"?)`},
		{"a further source repeats no value", file, claimed("toll.rate", "value: 5\nsource: herald\nbasis: reported\nalso: [{source: gazette, ¶value: 6}]"),
			`a further source has no key "value" (allowed: at, basis, by, date, dated, hedged, note, phrase, source, via, wording)`},
		{"what nobody has read carries nothing", file, claimed("toll.rate", "value: 5\n¶source: crier\nbasis: reported"),
			"nobody has read crier (name who repeats it)"},
		{"a report does not reproduce the text", file, claimed("toll.rate", "value: 5\nsource: herald\n¶basis: text"),
			"the card herald is of kind report and does not reproduce the text (quoted or reported, or correct the card)"},
		{"an unknown basis", file, claimed("toll.rate", "value: 5\nsource: herald\nbasis: ¶quote"),
			`"quote" is not allowed here (did you mean "quoted"?)`},
		{"who said it?", file, claimed("toll.rate", "value: 5\nsource: herald\n¶basis: said"),
			`the basis said needs a speaker (add "by")`},
		{"who was overheard?", file, claimed("toll.rate", "value: 5\nsource: herald\n¶basis: transcript"),
			`the basis transcript needs a speaker (add "by")`},
		{"nine words of a source are too many", file, claimed("toll.rate", "value: 5\nsource: gazette\nbasis: text\n¶phrase: one two three four five six seven eight nine"),
			"the phrase has 9 words, and 8 are allowed (shorten it)"},
		{"nine words of a further source too", file, claimed("toll.rate", "value: 5\nsource: gazette\nbasis: text\nalso:\n- source: herald\n  ¶phrase: one two three four five six seven eight nine"),
			"the phrase has 9 words, and 8 are allowed (shorten it)"},
		{"wording without words", file, claimed("toll.rate", "value: 5\nsource: gazette\nbasis: text\n¶wording: true"),
			"wording belongs to a phrase of the basis text or quoted"},
		{"a report's words are not the text's", file, claimed("toll.rate", "value: 5\nsource: herald\nbasis: reported\nphrase: five per cent\n¶wording: true"),
			"wording belongs to a phrase of the basis text or quoted"},
		{"how a date is known, without a date", file, claimed("toll.rate", "value: 5\nsource: gazette\nbasis: text\n¶dated: stated"),
			"dated belongs to a date"},
		{"a day that is not in the calendar", file, claimed("toll.rate", "value: 5\nsource: gazette\nbasis: text\ndate: ¶2031-06-31"),
			`"2031-06-31" is no date in the calendar`},
		{"an unknown rank", file, claimed("toll.rate", "value: 5\nsource: gazette\nbasis: text\nrank: ¶prefered"),
			`"prefered" is not allowed here (did you mean "preferred"?)`},
	})
}
