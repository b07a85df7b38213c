#include "quotes/quotes.h"

namespace copydesk {

std::vector<Quote> find_quotes(const Text&, const Tokens&, const Syntax&, const std::vector<Block>&,
                               const std::vector<Sentence>&, const std::vector<Person>&) {
  return {};
}

}  // namespace copydesk
