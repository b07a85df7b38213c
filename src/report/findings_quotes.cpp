#include <algorithm>
#include <cstdint>

#include "lexicon/hash.h"
#include "report/findings_parts.h"

namespace copydesk {
namespace {

/// Words that a quotation needs before somebody must have said it.
constexpr std::size_t kSpeech = 6;
/// Words that two quotations need before they count as the same one.
constexpr std::size_t kSame = 6;
/// Quotations with the same first and last word that each later one is compared with.
constexpr std::size_t kCompared = 4;

/// A quotation and the hashes of its words.
struct Words {
  const Quote* quote = nullptr;
  std::vector<std::uint32_t> words;
};

std::vector<std::uint32_t> words_of(std::string_view text) {
  std::vector<std::uint32_t> words;
  std::uint32_t hash = kHashSeed;
  walk_words(
      text, [&](char c) { hash = hash_byte(hash, static_cast<unsigned char>(c)); },
      [&] {
        words.push_back(hash_finish(hash));
        hash = kHashSeed;
      });
  return words;
}

const Block* block_of(const Report& report, Span span) {
  const auto next =
      std::upper_bound(report.blocks.begin(), report.blocks.end(), span.begin,
                       [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
  return next == report.blocks.begin() ? nullptr : &*(next - 1);
}

bool in_paragraph(const Report& report, Span span) {
  const Block* block = block_of(report, span);
  return block && block->kind == BlockKind::paragraph;
}
bool in_furniture(const Report& report, Span span) {
  const Block* block = block_of(report, span);
  return block && block->kind == BlockKind::furniture;
}

bool contains(const std::vector<std::uint32_t>& outer, const std::vector<std::uint32_t>& inner) {
  return std::search(outer.begin(), outer.end(), inner.begin(), inner.end()) != outer.end();
}

/// The same words but for one or two in the middle or at an end of both.
bool nearly_same(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (contains(a, b) || contains(b, a)) return false;
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t longer = std::max(a.size(), b.size());
  return head + tail + 2 >= longer && head + tail >= kSame - 1 && head > 0 && tail > 0;
}

/// Quotations of one text with the same first and the same last word, which `nearly_same` asks for, by
/// those words: `key` in the upper half, the number of the quotation in the lower.
std::uint64_t key_of(const Words& quotation, std::uint32_t number) {
  return std::uint64_t{quotation.words.front() * 31 + quotation.words.back()} << 32 | number;
}

void find_differing(const Text& text, const Report& report, std::vector<Finding>& findings) {
  std::vector<Words> read;
  std::vector<std::uint64_t> keys;
  for (const Quote& quote : report.quotes) {
    if ((quote.kind != QuoteKind::direct && quote.kind != QuoteKind::mixed) || quote.content.size() != 1 ||
        quote.parent || in_furniture(report, quote.span))
      continue;
    Words here{&quote, words_of(text.slice(quote.content[0]))};
    if (here.words.size() < kSame) continue;
    keys.push_back(key_of(here, static_cast<std::uint32_t>(read.size())));
    read.push_back(std::move(here));
  }
  std::sort(keys.begin(), keys.end());
  std::vector<const Quote*> others(read.size());
  for (std::size_t first = 0, i = 0; i < keys.size(); ++i) {
    if (keys[first] >> 32 != keys[i] >> 32) first = i;
    const auto number = static_cast<std::uint32_t>(keys[i]);
    for (std::size_t k = first; k < i && k < first + kCompared && !others[number]; ++k) {
      const Words& earlier = read[static_cast<std::uint32_t>(keys[k])];
      if (nearly_same(earlier.words, read[number].words)) others[number] = earlier.quote;
    }
  }
  for (std::size_t i = 0; i < read.size(); ++i)
    if (others[i])
      findings.push_back({"quote-differs",
                          Severity::warning,
                          "This quotation stands in another place with other words.",
                          {read[i].quote->span, others[i]->span},
                          std::string(text.slice(others[i]->content[0]))});
}

}  // namespace

void find_in_quotes(const Text& text, const Report& report, std::vector<Finding>& findings) {
  for (const Quote& quote : report.quotes) {
    if (quote.parent) continue;
    if (!quote.closed && !in_furniture(report, quote.span)) {
      findings.push_back(
          {"quote-unclosed", Severity::warning, "This quotation never closes.", {quote.span}, ""});
    } else if (quote.kind == QuoteKind::direct && !quote.speaker && !quote.cue &&
               in_paragraph(report, quote.span)) {
      std::size_t words = 0;
      for (const Span part : quote.content) words += words_of(text.slice(part)).size();
      if (words >= kSpeech)
        findings.push_back(
            {"quote-unattributed", Severity::info, "Nobody is named who says this.", {quote.span}, ""});
    }
  }
  find_differing(text, report, findings);
}

}  // namespace copydesk
