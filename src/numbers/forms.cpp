#include "numbers/forms.h"

namespace copydesk::numbers {

Form read_form(const Source& source, std::size_t i, std::size_t from) {
  return source[i].is_word() ? read_word_form(source, i, from) : read_digit_form(source, i, from);
}

}  // namespace copydesk::numbers
