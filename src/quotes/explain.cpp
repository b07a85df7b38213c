#include <algorithm>
#include <cstdlib>

#include "blocks/blocks.h"
#include "people/people.h"
#include "quotes/quotes.h"
#include "quotes/scene.h"
#include "sentences/sentences.h"
#include "values/order.h"

namespace copydesk {
namespace {

QuoteDecision::Candidate named(const Decision::Option& option, const weigh::Model& model) {
  QuoteDecision::Candidate out;
  out.what = static_cast<QuoteDecision::What>(option.what);
  out.span = option.span;
  out.speaker = option.speaker;
  out.sum = option.sum;
  for (const std::uint16_t id : option.features)
    if (model.weights[id]) out.evidence.push_back({model.names ? model.names[id] : "", model.weights[id]});
  std::stable_sort(out.evidence.begin(), out.evidence.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.weight) > std::abs(b.weight); });
  return out;
}

RuleId rule_at(const std::vector<Quote>& quotes, const Decision& decision) {
  for (const Quote& quote : quotes) {
    const bool indirect = quote.kind == QuoteKind::indirect;
    if (decision.about == Decision::About::indirect) {
      if (indirect && quote.cue && quote.cue->span == decision.span) return quote.rule;
    } else if (!indirect) {
      for (const Span content : quote.content)
        if (content == decision.span) return quote.rule;
    }
  }
  return {};
}

}  // namespace

Result<std::vector<QuoteDecision>> explain_quotes(std::string_view utf8) {
  if (!weigh::kKeepsEvidence) return std::vector<QuoteDecision>();
  const Result<Text> read = Text::from_utf8(utf8);
  if (!read) return read.error();
  const Text& text = read.value();
  const Tokens tokens = tokenize(text);
  const Page page = read_page(text, tokens);
  const std::vector<Sentence> sentences = split_sentences(text, tokens, page.blocks, false);
  const Syntax syntax = read_syntax(text, tokens, sentences);
  const std::vector<Person> people = find_people(text, tokens, syntax, page, sentences);
  std::vector<Decision> decisions;
  const std::vector<Quote> quotes =
      find_quotes(text, tokens, syntax, page.blocks, sentences, people, nullptr, &decisions);

  static_assert(static_cast<int>(QuoteDecision::About::reported) ==
                static_cast<int>(Decision::About::indirect));
  static_assert(static_cast<int>(QuoteDecision::What::reports_nothing) ==
                static_cast<int>(Decision::What::no));
  const Models models = Models::built_in();
  const weigh::Model* const model_of[] = {models.cue, models.speaker, models.indirect};
  std::vector<QuoteDecision> out;
  for (const Decision& decision : decisions) {
    QuoteDecision d;
    d.about = static_cast<QuoteDecision::About>(decision.about);
    d.span = decision.span;
    d.chosen = decision.chosen;
    for (const Decision::Option& option : decision.options)
      d.candidates.push_back(named(option, *model_of[static_cast<unsigned>(decision.about)]));
    if (decision.about != Decision::About::speaker) d.rule = rule_at(quotes, decision);
    out.push_back(std::move(d));
  }
  sort_by(out, [](const QuoteDecision& d) {
    return std::uint64_t{d.span.begin} << 2 | static_cast<unsigned>(d.about);
  });
  return out;
}

}  // namespace copydesk
