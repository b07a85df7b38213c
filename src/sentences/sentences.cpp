#include "sentences/sentences.h"

#include "lexicon/rule_names.h"
#include "sentences/candidate.h"
#include "sentences/decide.h"
#include "sentences/labels.h"
#include "sentences/layout.h"
#include "text/chars.h"

namespace copydesk {

using namespace literals;
using namespace sentences;

namespace {

class Splitter {
 public:
  Splitter(const Text& text, const Tokens& tokens, bool whole, std::vector<Sentence>& out,
           std::vector<BoundaryDecision>* decisions)
      : text_(text), tokens_(tokens), whole_(whole), out_(out), decisions_(decisions) {}

  /// `begin` and `end` are the block's tokens.
  void block(std::uint32_t index, Span span, std::size_t begin, std::size_t end) {
    block_ = index;
    at_ = span.begin;
    if (begin == end) {
      out_.push_back({span, index, "sentences.block-end"_rule});
      return;
    }
    running_ = {};
    running_.block_end = end;
    running_.dateline = dateline_end(tokens_, begin, end);
    start(begin);
    for (std::size_t i = begin; i < end; ++i) {
      const Token& token = tokens_[i];
      if (may_lack_terminator(tokens_, i))
        if (const RuleId rule = layout_boundary(text_, tokens_, i, running_.begin, end); rule.hash)
          cut(i - 1, rule);
      if (token.is_word()) {
        if (!token.has(token_flag::dotted)) {
          if (!token.capital() && !token.has(Tag::starters)) running_.lower_word = true;
          label(i);
          continue;
        }
        if (text_.bytes()[token.end - 1] != '.') continue;
      } else if (!token.is_any_mark()) {
        label(i);
        continue;
      } else if (!is_terminator(token)) {
        follow_marks(tokens_, i, running_);
        continue;
      }
      if (leading_decimal(tokens_, i)) continue;
      i = candidate(i);
    }
    if (running_.begin < end) finish(end - 1, "sentences.block-end"_rule);
    out_.back().span.end = span.end;
  }

 private:
  /// Decides the candidate at `at`; the last token it covers.
  std::size_t candidate(std::size_t at) {
    const Candidate c = read_candidate(text_, tokens_, at, running_.block_end);
    for (std::size_t i = at; i <= c.last; ++i) follow_marks(tokens_, i, running_);
    Decision decision = decide(text_, tokens_, c, running_);
    if (whole_ && decision.ends && running_.in_quotes && c.after < running_.block_end)
      decision = {false, "sentences.inside-quotation"_rule};
    if (decisions_) decisions_->push_back({tokens_[c.last].end, decision.ends, decision.rule});
    if (decision.ends) cut(c.last, decision.rule);
    return c.last;
  }

  /// Cuts before the list label at `at` and its bullet, if one is due.
  void label(std::size_t at) {
    if (!label_.next(text_, tokens_, at, running_.begin)) return;
    const bool bullet = tokens_[at - 1].is_mark(kBullet) || tokens_[at - 1].is_mark('*');
    const std::size_t last = bullet ? at - 2 : at - 1;
    if (last > running_.begin) cut(last, "sentences.next-label"_rule);
  }

  void cut(std::size_t last, RuleId rule) {
    finish(last, rule);
    start(last + 1);
  }
  void finish(std::size_t last, RuleId rule) {
    out_.push_back({{at_, tokens_[last].end}, block_, rule});
    at_ = skip_blank(text_, tokens_[last].end);
    running_.begin = last + 1;
  }
  void start(std::size_t begin) {
    running_.begin = begin;
    running_.lower_word = false;
    label_.start(text_, tokens_, begin);
  }

  const Text& text_;
  const Tokens& tokens_;
  bool whole_;
  std::vector<Sentence>& out_;
  std::vector<BoundaryDecision>* decisions_;
  Running running_;
  Label label_;
  std::uint32_t block_ = 0;
  std::uint32_t at_ = 0;  // where the sentence begins: after the white space behind the last one
};

}  // namespace

std::vector<Sentence> split_sentences(const Text& text, const Tokens& tokens,
                                      const std::vector<Block>& blocks, bool keep_quotes_whole,
                                      std::vector<BoundaryDecision>* decisions) {
  std::vector<Sentence> out;
  out.reserve(text.size() / 100 + blocks.size());
  Splitter splitter(text, tokens, keep_quotes_whole, out, decisions);
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    while (at < tokens.size() && tokens[at].begin < blocks[i].span.begin) ++at;
    const std::size_t begin = at;
    while (at < tokens.size() && tokens[at].begin < blocks[i].span.end) ++at;
    splitter.block(i, blocks[i].span, begin, at);
  }
  return out;
}

}  // namespace copydesk
