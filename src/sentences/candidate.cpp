#include "sentences/candidate.h"

#include "text/chars.h"

namespace copydesk::sentences {
namespace {

constexpr std::size_t kMostClosers = 8;

Terminator kind_of(const Token& token) {
  if (!token.is_any_mark()) return Terminator::none;
  switch (token.word) {
    case '.':
      return Terminator::stop;
    case '?':
    case '!':
      return Terminator::question;
    case kEllipsis:
      return Terminator::ellipsis;
    case kTerminator:
      return Terminator::wide;
    default:
      return Terminator::none;
  }
}

bool is_closing_bracket(const Token& token) {
  return token.is_mark(')') || token.is_mark(']') || token.is_mark('}');
}

bool can_close(const Token& token) {
  return token.is_any_mark() && token.glued() &&
         (is_closing_bracket(token) || token.word == '"' || token.word == '\'' ||
          token.word == kRightDouble || token.word == kRightSingle || token.word == kRightGuillemet ||
          token.word == '`' || token.word == '*' || token.word == '_');
}

/// "« Alder. »": the closing mark with the blank that French puts before it.
bool closes_spaced_guillemet(const Tokens& tokens, std::size_t at, std::size_t block_end) {
  constexpr std::size_t kLongest = 64;
  if (!tokens[at].is_mark(kRightGuillemet) || tokens[at].has(token_flag::line_before)) return false;
  if (at + 1 < block_end && tokens[at + 1].glued() && !is_terminator(tokens[at + 1])) return false;
  for (std::size_t n = 1; n <= kLongest && n <= at; ++n) {
    if (tokens[at - n].is_mark(kRightGuillemet)) return false;
    if (tokens[at - n].is_mark(kLeftGuillemet)) return !tokens[at - n + 1].glued();
  }
  return false;
}

bool ends_block(std::size_t at, std::size_t block_end) {
  return at >= block_end;
}

/// "[3]", "[12-14]", "[note 2]", "[citation needed]" behind the mark: the tokens it takes, or 0.
std::size_t bracketed_note(const Tokens& tokens, std::size_t at, std::size_t block_end) {
  constexpr std::size_t kLongest = 8;
  if (!tokens[at].is_mark('[') || tokens[at].has(token_flag::line_before)) return 0;
  for (std::size_t i = at + 1; i < block_end && i < at + kLongest; ++i) {
    if (tokens[i].is_mark(']')) return i > at + 1 ? i + 1 - at : 0;
    if (tokens[i].capital() || is_terminator(tokens[i])) return 0;
  }
  return 0;
}

/// A short digit glued to the mark or its closers, with a blank after it: a footnote's number.
bool footnote_digits(const Text& text, const Tokens& tokens, const Candidate& c, std::size_t at,
                     std::size_t block_end) {
  const Token& token = tokens[at];
  if (ends_block(at, block_end) || !token.is_number() || !token.glued() || token.end - token.begin > 3)
    return false;
  if (at + 1 < block_end && tokens[at + 1].glued()) return false;
  if (c.closing_quote || c.closing_bracket) return true;
  const Token& before = tokens[c.before];
  return before.is_word() && before.end - before.begin > 3 && !before.has(Tag::abbreviations) &&
         text.bytes()[token.begin] != '0';
}

}  // namespace

bool is_terminator(const Token& token) {
  return kind_of(token) != Terminator::none;
}

bool is_quote_mark(const Token& token) {
  return token.is_any_mark() &&
         (token.word == '"' || token.word == '\'' ||
          (token.word >= kLeftDouble && token.word <= kRightGuillemet) || token.word == '`');
}

bool is_opening_mark(const Token& token) {
  return token.is_any_mark() &&
         (token.word == '(' || token.word == '[' || token.word == '{' || is_quote_mark(token));
}

Candidate read_candidate(const Text& text, const Tokens& tokens, std::size_t at, std::size_t block_end) {
  Candidate c;
  c.first = c.last = at;
  c.kind = kind_of(tokens[at]);
  c.dotted = c.kind == Terminator::none;
  c.before = c.dotted ? at : at - 1;
  if (c.dotted) c.kind = Terminator::stop;

  std::size_t i = at + 1;
  std::size_t stops = c.dotted || c.kind == Terminator::stop ? 1 : 0;
  while (!ends_block(i, block_end)) {
    const Terminator next = kind_of(tokens[i]);
    if (next == Terminator::none) break;
    const bool spaced_ellipsis = c.kind != Terminator::question && next == Terminator::stop &&
                                 tokens[i].has(token_flag::space_before) &&
                                 !tokens[i].has(token_flag::line_before);
    if (!tokens[i].glued() && !spaced_ellipsis) break;
    if (next == Terminator::stop)
      ++stops;
    else if (next == Terminator::question)
      c.kind = Terminator::question;
    else if (c.kind == Terminator::stop)
      c.kind = next;
    c.last = i++;
  }
  if (c.kind == Terminator::stop && stops >= 2 && !(c.dotted && stops == 2)) c.kind = Terminator::ellipsis;

  for (std::size_t n = 0; n < kMostClosers && !ends_block(i, block_end) &&
                          (can_close(tokens[i]) || closes_spaced_guillemet(tokens, i, block_end));
       ++n, ++i) {
    if (is_closing_bracket(tokens[i]))
      c.closing_bracket = true;
    else if (is_quote_mark(tokens[i]))
      c.closing_quote = true;
    c.last = i;
    // A mark may follow its closer: ".”." and "?).".
    while (!ends_block(i + 1, block_end) && tokens[i + 1].glued() &&
           kind_of(tokens[i + 1]) == Terminator::stop)
      c.last = ++i;
  }
  if (footnote_digits(text, tokens, c, i, block_end)) {
    c.footnote = true;
    c.last = i++;
  }
  while (!ends_block(i, block_end)) {
    if (tokens[i].glued() && tokens[i].is_mark(kSuperscript))
      c.last = i++;
    else if (const std::size_t note = bracketed_note(tokens, i, block_end))
      c.last = (i += note) - 1;
    else
      break;
    c.footnote = true;
  }
  c.after = i;
  return c;
}

/// Whether a token opens or closes quotations and brackets; a straight mark by its neighbours.
void follow_marks(const Tokens& tokens, std::size_t at, Running& running) {
  const Token& token = tokens[at];
  switch (token.word) {
    case '(':
    case '[':
      ++running.brackets;
      break;
    case ')':
    case ']':
      if (running.brackets > 0) --running.brackets;
      break;
    case kLeftDouble:
    case kLowDouble:
      running.in_quotes = true;
      break;
    case kRightDouble:
      running.in_quotes = false;
      break;
    case '"':
      running.in_quotes = token.has(token_flag::space_before) ? true
                          : !tokens[at + 1].glued()           ? false
                                                              : !running.in_quotes;
      break;
    default:
      break;
  }
}

/// The end of a dateline that opens a block, as a token index: "PORT ALDER, Oct. 3 (Meridian) —".
std::size_t dateline_end(const Tokens& tokens, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongest = 16;
  const Token& first = tokens[begin];
  if (!first.is_word() || !first.has(token_flag::all_capitals)) return begin;
  for (std::size_t i = begin + 1; i < end && i < begin + kLongest; ++i) {
    const Token& token = tokens[i];
    if (token.is_mark(kEmDash) || token.is_mark(kEnDash)) return i;
    if (token.is_mark('-') && token.has(token_flag::space_before)) return i;
    if (token.is_word() && !token.capital() && !token.has(Tag::abbreviations)) return begin;
    if (is_quote_mark(token)) return begin;
  }
  return begin;
}

std::uint32_t skip_blank(const Text& text, std::uint32_t at) {
  const std::string_view s = text.bytes();
  while (at < s.size()) {
    const auto kind = kByteClass[static_cast<unsigned char>(s[at])];
    if (kind == kByteSpace || kind == kByteNewline || kind == kByteControl) {
      ++at;
      continue;
    }
    if (kind != kByteWide) break;
    const CodePoint point = decode(s, at);
    const CodeClass wide = classify_wide(point.value).kind;
    if (wide != CodeClass::space && wide != CodeClass::newline && wide != CodeClass::invisible) break;
    at += point.size;
  }
  return at;
}

bool leading_decimal(const Tokens& tokens, std::size_t at) {
  return tokens[at].is_mark('.') && tokens[at].has(token_flag::space_before) && tokens[at + 1].is_number() &&
         tokens[at + 1].glued();
}

}  // namespace copydesk::sentences
