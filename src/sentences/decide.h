// Ordered, named rules: the first that fires decides a candidate and is the reason.
#pragma once

#include "copydesk/rule.h"
#include "sentences/candidate.h"

namespace copydesk::sentences {

struct Decision {
  bool ends;
  RuleId rule;
};

Decision decide(const Text& text, const Tokens& tokens, const Candidate& candidate, const Running& running);

}  // namespace copydesk::sentences
