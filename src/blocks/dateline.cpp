#include "blocks/dateline.h"

#include "lexicon/lookup.h"
#include "tables/news_agencies.gen.h"

namespace copydesk {
namespace {

constexpr std::uint32_t kPlaceWords = 5;
constexpr std::uint32_t kBracketTokens = 8;

bool dash(const Tokens& tokens, std::uint32_t k) {
  const Token& token = tokens[k];
  if (token.is_mark(kEmDash) || token.is_mark(kEnDash)) return true;
  if (token.is_mark('_')) return !token.glued() && !tokens[k + 1].glued();
  return token.is_mark('-') && !(token.glued() && tokens[k + 1].glued());
}

/// Words with a capital from `k`, hyphens and dots between them; `shouts` when all are in capitals.
std::uint32_t place_end(const Tokens& tokens, std::uint32_t k, std::uint32_t last, bool& shouts) {
  std::uint32_t words = 0;
  while (k < last && words < kPlaceWords) {
    const Token& token = tokens[k];
    const bool inner = words > 0 && token.is_mark('-') && token.glued() && tokens[k + 1].glued();
    if (inner) {
      ++k;
      continue;
    }
    if (!token.is_word() || !token.capital() || token.has(Tag::months)) break;
    shouts &= token.has(token_flag::all_capitals);
    ++words;
    ++k;
    if (k < last && tokens[k].is_mark('.') && tokens[k].glued()) ++k;
  }
  return k;
}

}  // namespace

Dateline read_dateline(const Text& text, const PageView& page, std::uint32_t i) {
  const Tokens& tokens = page.tokens;
  const Line& line = page.lines[i];
  std::uint32_t k = line.first + line.quoted;
  bool shouts = true, any = true;
  std::uint32_t end = place_end(tokens, k, line.last, shouts);
  if (end == k) return {};
  if (tokens[end].is_mark(',') && end + 1 < line.last) {
    const std::uint32_t region = place_end(tokens, end + 1, line.last, any);
    if (region > end + 1) end = region;
  }
  Dateline found;
  found.place = {tokens[k].begin, tokens[end - 1].end};
  k = end;
  bool dated = false, agency = false;
  if (tokens[k].is_mark(',') && k + 1 < line.last) {
    found.date = read_absolute_date(text, tokens, k + 1);
    if (found.date && found.date.end <= line.last) {
      found.first_date = k + 1;
      k = static_cast<std::uint32_t>(found.date.end);
      dated = true;
    }
  }
  // "(Reuters)", or between slashes as press releases have it.
  const bool slashes = tokens[k].is_mark('/');
  if ((tokens[k].is_mark('(') || slashes) && k < line.last) {
    const WordId closer = slashes ? '/' : ')';
    std::uint32_t close = k + 1;
    while (close < line.last && close < k + kBracketTokens && !tokens[close].is_mark(closer)) ++close;
    if (close >= line.last || !tokens[close].is_mark(closer) || !tokens[k + 1].capital()) return {};
    agency = shouts || find(tables::news_agencies::keys, tokens, k + 1);
    k = close + 1;
  }
  if (!shouts && !agency) return {};
  if (k >= line.last) {
    found.alone = dated || agency;
    found.last = found.alone ? k : 0;
    return found;
  }
  if (!dash(tokens, k)) return {};
  while (k < line.last && dash(tokens, k)) ++k;
  found.last = k;
  found.alone = k >= line.last;
  return found;
}

}  // namespace copydesk
