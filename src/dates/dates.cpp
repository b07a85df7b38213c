#include "dates/dates.h"

#include "dates/recognise.h"
#include "dates/resolve.h"

namespace copydesk {

std::vector<Date> find_dates(const Text& text, const Tokens& tokens, const std::vector<Block>&,
                             const std::vector<Sentence>&, std::string_view reference) {
  return dates::resolve(text, tokens, dates::recognise(text, tokens), reference);
}

}  // namespace copydesk
