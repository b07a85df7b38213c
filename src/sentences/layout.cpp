#include "sentences/layout.h"

#include "lexicon/rule_names.h"

namespace copydesk::sentences {

using namespace literals;

namespace {

constexpr std::size_t kLongestAddress = 64;

bool address_start(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (!token.is_word() || token.glued()) return false;
  if (token.is("http"_w) || token.is("https"_w))
    return tokens[at + 1].is_mark(':') && tokens[at + 2].is_mark('/');
  return token.is("www"_w) && tokens[at + 1].is_mark('.') && tokens[at + 1].glued();
}

/// Whether the token before `at` ends a web or mail address: the glued run holds "://", "www." or an @.
bool address_end(const Tokens& tokens, std::size_t at, std::size_t begin) {
  if (at <= begin) return false;
  const Token& last = tokens[at - 1];
  if (!last.is_word() && !last.is_number() && !last.is_mark('/')) return false;
  std::size_t i = at - 1;
  bool mail = false;
  for (std::size_t n = 0; n < kLongestAddress; ++n) {
    mail |= tokens[i].is_mark('@');
    if (!tokens[i].glued() || i == begin) break;
    --i;
  }
  return i < at - 2 && (mail || address_start(tokens, i));
}

/// Whether ":)", ";-(", ":D" or their kin stand right before `at`, with a blank before them.
bool ends_emoticon(const Tokens& tokens, std::size_t at, std::size_t begin) {
  if (at < begin + 3 || !tokens[at - 1].glued()) return false;
  const Token& mouth = tokens[at - 1];
  if (!mouth.is_mark(')') && !mouth.is_mark('(') && !mouth.is("d"_w) && !mouth.is("p"_w)) return false;
  std::size_t eyes = at - 2;
  if (tokens[eyes].is_mark('-') && tokens[eyes].glued()) --eyes;
  return eyes > begin && (tokens[eyes].is_mark(':') || tokens[eyes].is_mark(';')) && !tokens[eyes].glued();
}

bool same_mark_run(const Tokens& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (!token.is_any_mark() || token.glued()) return false;
  if (token.word != '-' && token.word != '_' && token.word != '*' && token.word != '=' && token.word != '#' &&
      token.word != '~')
    return false;
  return tokens[at + 1].is_mark(token.word) && tokens[at + 1].glued() && tokens[at + 2].is_mark(token.word) &&
         tokens[at + 2].glued();
}

bool ends_mark_run(const Tokens& tokens, std::size_t at, std::size_t begin) {
  if (at < begin + 3 || tokens[at].glued()) return false;
  const Token& last = tokens[at - 1];
  if (!last.is_any_mark() || !last.glued()) return false;
  if (last.word != '-' && last.word != '_' && last.word != '*' && last.word != '=' && last.word != '#' &&
      last.word != '~')
    return false;
  return tokens[at - 2].is_mark(last.word) && tokens[at - 2].glued() && tokens[at - 3].is_mark(last.word);
}

/// The length of "Friday, June 7, 2024" or "Friday 7 June 2024" at `at`, or 0.
std::size_t full_date(const Tokens& tokens, std::size_t at) {
  if (!tokens[at].has(Tag::weekdays) || !tokens[at].capital()) return 0;
  std::size_t i = at + 1;
  if (tokens[i].is_mark(',')) ++i;
  if (tokens[i].is_number()) ++i;
  if (!tokens[i].has(Tag::months) || !tokens[i].capital()) return 0;
  ++i;
  if (tokens[i].is_mark('.')) ++i;
  if (tokens[i].is_number() && tokens[i].end - tokens[i].begin <= 2) ++i;
  if (tokens[i].is_mark(',')) ++i;
  if (!tokens[i].is_number() || tokens[i].end - tokens[i].begin != 4) return 0;
  return i + 1 - at;
}

bool preposition_or_mark(const Token& token) {
  return token.is_any_mark() || token.is("on"_w) || token.is("of"_w) || token.is("since"_w) ||
         token.is("until"_w) || token.is("by"_w) || token.is("from"_w) || token.is("for"_w) ||
         token.is("to"_w) || token.is("and"_w) || token.is("last"_w) || token.is("this"_w) ||
         token.is("next"_w) || token.is("dated"_w);
}

bool figure_head(const Tokens& tokens, std::size_t at, std::size_t begin) {
  return at == begin + 2 && tokens[begin].has(token_flag::line_before) && tokens[begin].capital() &&
         (tokens[begin].is("figure"_w) || tokens[begin].is("fig"_w) || tokens[begin].is("table"_w) ||
          tokens[begin].is("chart"_w)) &&
         tokens[begin + 1].is_number() && !tokens[at].glued() && tokens[at].is_word() && tokens[at].capital();
}

}  // namespace

RuleId layout_boundary(const Text&, const Tokens& tokens, std::size_t at, std::size_t begin,
                       std::size_t block_end) {
  const Token& token = tokens[at];
  if (at <= begin || token.glued()) return {};
  if (token.is_any_mark())
    return same_mark_run(tokens, at) || ends_mark_run(tokens, at, begin) ? "sentences.rule-line"_rule
                                                                         : RuleId{};
  if (tokens[at - 1].is_any_mark() && ends_mark_run(tokens, at, begin)) return "sentences.rule-line"_rule;
  if (!token.is_word()) return {};
  if (token.capital()) {
    if (token.has(Tag::credit_labels) && tokens[at + 1].is_mark(':') && tokens[at + 1].glued() &&
        !tokens[at - 1].is_any_mark())
      return "sentences.credit"_rule;
    if (ends_emoticon(tokens, at, begin)) return "sentences.emoticon"_rule;
    if (figure_head(tokens, at, begin)) return "sentences.figure"_rule;
    if (const std::size_t length = full_date(tokens, at)) {
      const bool block_begin = tokens[begin].has(token_flag::line_before);
      if (at + length == block_end && block_begin && !preposition_or_mark(tokens[at - 1]))
        return "sentences.date-head"_rule;
    }
    if (at >= begin + 4 && tokens[begin].has(token_flag::line_before) && token.has(Tag::starters) &&
        full_date(tokens, begin) == at - begin)
      return "sentences.date-head"_rule;
    if (token.has(Tag::starters) && address_end(tokens, at, begin)) return "sentences.address"_rule;
  } else if (address_start(tokens, at) && address_end(tokens, at, begin)) {
    return "sentences.address"_rule;
  }
  return {};
}

}  // namespace copydesk::sentences
