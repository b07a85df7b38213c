#include "blocks/captions.h"

#include "blocks/kinds.h"
#include "blocks/view.h"

namespace copydesk {

using namespace literals;

namespace {

constexpr unsigned kMost = 45;         // words of a caption
constexpr unsigned kMostOfView = 35;   // of one that only its verb and its day tell
constexpr unsigned kMostDone = 18;     // of one in the past tense
constexpr std::uint32_t kSubject = 8;  // tokens in which a caption's verb stands

bool weekday(const Token& token) {
  return token.has(Tag::weekdays) && token.capital();
}

}  // namespace

Captions::Captions(const PageView& page, const std::vector<std::int32_t>& margins)
    : page_(page), tokens_(page.tokens), margins_(margins) {
  for (std::uint32_t i = 0; i < page.lines.size() && first_sentence_ == PageView::kNoLine; ++i)
    if (body(i) && page.traits[i].sentence()) first_sentence_ = i;
}

/// "From left: Ann Lee and Bo Day", "Ann Lee, right, and Bo Day", "In this photo …", "Ann Lee, pictured with
/// …", "Ann Lee at her desk."; and what somebody is seen to do, told with the day: "Passengers wait at the
/// quay on Monday."  News tells what was done on a day in the past tense.
bool Captions::at(std::uint32_t i) const {
  const Line& line = page_.lines[i];
  const Traits& t = page_.traits[i];
  if (i == page_.headline || t.words < 4 || t.words > kMost || t.inner_stops > 2 || t.quotes || t.speech ||
      t.question || line.marker || line.quoted)
    return false;
  if (says_where(line) || names_the_picture(line)) return true;
  const bool above_story = i <= first_sentence_;
  if ((above_story || !body(i)) && over_credit(i)) return true;
  if (!above_story || t.words > kMostOfView) return false;
  bool doing = false, done = false, day = false;
  for (std::uint32_t k = line.first + 1; k < line.last; ++k) {
    const bool verb = k <= line.first + kSubject && !tokens_[k - 1].has(Tag::function_words);
    doing |= verb && tokens_[k].has(Tag::seen_doing);
    done |= verb && tokens_[k].has(Tag::seen_done);
    day |= tokens_[k - 1].is("on"_w) && weekday(tokens_[k]);
  }
  if (opens_with_view(line)) return true;
  if ((doing || done) && dated_in_full(line)) return true;
  if (!day || t.inner_stops > 1) return false;
  return (doing || (done && t.words <= kMostDone)) && told_again(i);
}

/// "From left", "Pictured", "Clockwise from", "(right)".
bool Captions::says_where(const Line& line) const {
  const Token& first = tokens_[line.first];
  const Token& second = tokens_[line.first + 1];
  const Token& third = tokens_[line.first + 2];
  if (first.is("pictured"_w) || (first.is("clockwise"_w) && second.is("from"_w))) return true;
  if (first.is("from"_w) && (second.is("left"_w) || second.is("right"_w)) &&
      (third.is_mark(':') || third.is_mark(',') || third.capital()))
    return true;
  for (std::uint32_t k = line.first + 2; k < line.last; ++k)
    if (side(k) && (tokens_[k - 2].capital() || tokens_[k - 1].is_mark('('))) return true;
  return false;
}

/// ", left," or "(right)" behind a name.
bool Captions::side(std::uint32_t k) const {
  const Token& token = tokens_[k];
  if (!token.is("left"_w) && !token.is("right"_w) && !token.is("centre"_w) && !token.is("center"_w))
    return false;
  const Token& before = tokens_[k - 1];
  const Token& behind = tokens_[k + 1];
  return (before.is_mark('(') && behind.is_mark(')')) || (before.is_mark(',') && behind.is_mark(','));
}

/// "In this undated photo", ", pictured at", "is seen here", "are shown in".
bool Captions::names_the_picture(const Line& line) const {
  constexpr std::uint32_t kBetween = 8;  // tokens between "this" and "photo": "Monday, Nov. 18, 2019, file"
  if (tokens_[line.first].is("in"_w) && tokens_[line.first + 1].is("this"_w))
    for (std::uint32_t k = line.first + 2; k < line.last && k <= line.first + kBetween; ++k)
      if (tokens_[k].has(Tag::credit_opener)) return true;
  for (std::uint32_t k = line.first + 2; k + 1 < line.last; ++k) {
    const Token& token = tokens_[k];
    if (!token.has(Tag::shown_word)) continue;
    const Token& before = tokens_[k - 1];
    const Token& behind = tokens_[k + 1];
    const bool place = behind.has(Tag::shown_place) || behind.is("in"_w) || behind.is("on"_w);
    const bool is = before.is("is"_w) || before.is("are"_w);
    if (behind.is("here"_w) && (is || before.is_mark(','))) return true;
    if (token.is("pictured"_w) ? place && (is || before.is_mark(',') || before.is("was"_w)) : is && place)
      return true;
  }
  return false;
}

/// "Ann Lee at her desk in Marlow.": a name of two words and more, then where it is seen, with no verb
/// between.
bool Captions::opens_with_view(const Line& line) const {
  constexpr std::uint32_t kName = 7;  // tokens
  std::uint32_t words = 0, k = line.first;
  for (; k < line.last && k < line.first + kName; ++k) {
    if (tokens_[k].is_word() && tokens_[k].capital() && !tokens_[k].has(Tag::function_words))
      ++words;
    else if (!tokens_[k].is_mark('-') && !tokens_[k].is_mark('.'))
      break;
  }
  return words >= 2 && k < line.last && tokens_[k].has(Tag::shown_place) && !tokens_[k].capital();
}

/// "on Friday, March 2, 2018": the day as agencies date their pictures.
bool Captions::dated_in_full(const Line& line) const {
  for (std::uint32_t k = line.first + 3; k + 5 < line.last; ++k) {
    if (!weekday(tokens_[k]) || !tokens_[k + 1].is_mark(',') || !tokens_[k + 2].has(Tag::months)) continue;
    std::uint32_t n = k + 3;
    n += tokens_[n].is_mark('.');
    if (tokens_[n].is_number() && tokens_[n + 1].is_mark(',') && tokens_[n + 2].is_number()) return true;
  }
  return false;
}

/// Whether the line below is nothing but a picture's credit.
bool Captions::over_credit(std::uint32_t i) const {
  return i + 1 < page_.lines.size() && read_credit(page_, i + 1, body(i + 1)).whole;
}

/// Whether the next line of the body has the line's day and two more of its content words: a paragraph does
/// not tell again what stands above it, the first one below a picture does.
bool Captions::told_again(std::uint32_t i) const {
  if (i + 1 >= margins_.size() || !body(i + 1)) return false;
  unsigned words = 0;
  bool day = false;
  for (std::uint32_t k = page_.lines[i].first; k < page_.lines[i].last; ++k) {
    if (!content_word(tokens_[k])) continue;
    for (std::uint32_t n = page_.lines[i + 1].first; n < page_.lines[i + 1].last; ++n)
      if (tokens_[n].hash == tokens_[k].hash) {
        if (weekday(tokens_[k]))
          day = true;
        else
          ++words;
        break;
      }
  }
  return day && words >= 2;
}

}  // namespace copydesk
