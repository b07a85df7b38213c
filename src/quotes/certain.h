// Exact rules: where English leaves no doubt, no evidence is weighed.
#pragma once

#include "quotes/attribute.h"
#include "quotes/shape.h"

namespace copydesk {

/// The rule by which nobody is quoted, or none.
RuleId certain_term(const Scene& scene, const Shape& shape);

/// ‘We Will Rebuild’: Mayor — a quotation, a colon that touches it and whoever says it, all in a headline:
/// the colon's cue, or Attribution::kNone.
std::uint32_t signed_headline(const Scene& scene, const Shape& shape);

/// “yes,” Lee said; “no,” Moore said: the cue of the clause that a semicolon begins with this quotation, or
/// Attribution::kNone.
std::uint32_t own_clause(const Scene& scene, const Shape& shape);

/// “I will — ” he paused — “come back”: dashes part the quotation from what goes on in `last`, the stretch
/// before it; `said` tells whether a quotation of its sentence has its cue.
bool interrupted(const Scene& scene, const Shape& shape, std::uint32_t last, bool said);

}  // namespace copydesk
