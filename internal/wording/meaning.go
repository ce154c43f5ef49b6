package wording

import "plandiff/internal/plan"

// StateMeanings are what the states of a field mean, each in a sentence.
var StateMeanings = [...]struct {
	State plan.State
	Means string
}{
	{plan.Present, "“Present”: the version has the clause."},
	{plan.Bracketed, "“In brackets”: it stands in the text and is not agreed."},
	{plan.Deleted, "“Deleted”: a source says that the clause was taken out."},
	{plan.Omitted, "“Absent”: the text has been read there, and does not have the clause."},
	{plan.Severed, "“Moved”: it went to another document or track."},
	{plan.Disputed, "“Disputed”: credible sources contradict each other about the version."},
	{plan.Lacuna, "“Not reported”: the version is not known well enough to tell."},
}
