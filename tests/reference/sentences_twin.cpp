#include "reference/sentences_twin.h"

#include "lexicon/rule_names.h"
#include "sentences/candidate.h"
#include "sentences/decide.h"
#include "sentences/labels.h"
#include "sentences/layout.h"

namespace copydesk::reference {
namespace {

using namespace copydesk::literals;
using namespace copydesk::sentences;

bool last_dot(const Text& text, const Token& token) {
  return token.is_word() && token.has(token_flag::dotted) && text.bytes()[token.end - 1] == '.';
}

/// The state of the sentence [begin, at], counted from its start; marks from the block's start.
Running running_at(const Tokens& tokens, std::size_t block_begin, std::size_t begin, std::size_t at,
                   std::size_t block_end) {
  Running running;
  running.begin = begin;
  running.block_end = block_end;
  running.dateline = dateline_end(tokens, block_begin, block_end);
  for (std::size_t i = begin; i < at; ++i) {
    const Token& token = tokens[i];
    if (token.is_word() && !token.has(token_flag::dotted) && !token.capital() && !token.has(Tag::starters))
      running.lower_word = true;
  }
  for (std::size_t i = block_begin; i <= at; ++i) follow_marks(tokens, i, running);
  return running;
}

}  // namespace

std::vector<Sentence> split_sentences(const Text& text, const Tokens& tokens,
                                      const std::vector<Block>& blocks) {
  std::vector<Sentence> out;
  for (std::uint32_t index = 0; index < blocks.size(); ++index) {
    const Span span = blocks[index].span;
    std::vector<std::uint32_t> ends;
    std::size_t block_begin = 0;
    while (block_begin < tokens.size() && tokens[block_begin].begin < span.begin) ++block_begin;
    std::size_t block_end = block_begin;
    while (block_end < tokens.size() && tokens[block_end].begin < span.end) ++block_end;

    std::size_t begin = block_begin;
    for (std::size_t i = block_begin; i < block_end; ++i) {
      if (layout_boundary(text, tokens, i, begin, block_end).hash) {
        ends.push_back(tokens[i - 1].end);
        begin = i;
      }
      Label label;
      label.start(text, tokens, begin);
      if ((tokens[i].is_word() ? !tokens[i].has(token_flag::dotted) : tokens[i].is_number()) &&
          label.next(text, tokens, i, begin)) {
        const std::size_t first = tokens[i - 1].is_mark(kBullet) || tokens[i - 1].is_mark('*') ? i - 1 : i;
        if (first - 1 > begin) {
          ends.push_back(tokens[first - 1].end);
          begin = first;
        }
      }
      if (!is_terminator(tokens[i]) && !last_dot(text, tokens[i])) continue;
      if (leading_decimal(tokens, i)) continue;
      const Candidate c = read_candidate(text, tokens, i, block_end);
      if (decide(text, tokens, c, running_at(tokens, block_begin, begin, c.last, block_end)).ends) {
        ends.push_back(tokens[c.last].end);
        begin = c.last + 1;
      }
      i = c.last;
    }
    if (ends.empty() || begin < block_end) ends.push_back(span.end);
    ends.back() = span.end;

    std::uint32_t at = span.begin;
    for (std::uint32_t end : ends) {
      out.push_back({{at, end}, index, {}});
      at = skip_blank(text, end);
    }
  }
  return out;
}

}  // namespace copydesk::reference
