#include "people/people.h"

namespace copydesk {

std::vector<Person> find_people(const Text&, const Tokens&, const Syntax&, const Page&,
                                const std::vector<Sentence>&) {
  return {};
}

}  // namespace copydesk
