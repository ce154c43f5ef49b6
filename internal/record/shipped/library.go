// Code generated DO NOT EDIT.

package shipped

import "plandiff/internal/plan"

const fingerprint = ""

var library = plan.Library{}
