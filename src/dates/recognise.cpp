#include "dates/recognise.h"

#include "tables/date_blocks.gen.h"

namespace copydesk::dates {

using namespace literals;

bool read_quarter(const Reader& in, std::size_t at, std::vector<Mention>& out);
bool read_quarter_short(const Reader& in, std::size_t at, std::vector<Mention>& out);

namespace {

constexpr TagSet kHeads = tag_set(Tag::months, Tag::weekdays, Tag::seasons, Tag::holidays, Tag::decade_names,
                                  Tag::time_units, Tag::day_words, Tag::time_references, Tag::repetitions,
                                  Tag::day_parts, Tag::date_blocks, Tag::clock_heads, Tag::number_words);

bool zone_follows(const Reader& in, std::size_t at) {
  const Token& next = in.at(at + 1);
  return next.has(Tag::zones) || next.is("hrs"_w) || next.is("h"_w);
}

bool read_at(const Reader& in, std::size_t at, std::vector<Mention>& out) {
  const Token& token = in.at(at);
  if (token.is_number()) {
    // "1530 GMT" is no year
    const bool zoned = token.end - token.begin == 4 && zone_follows(in, at);
    return (zoned && read_clock_words(in, at, out)) || read_calendar(in, at, out) ||
           read_event_day(in, at, out) || read_day_of_month(in, at, out) || read_clock_words(in, at, out);
  }
  if (token.is("anniversary"_w) || token.is("centenary"_w) || token.is("centennial"_w) ||
      token.is("bicentenary"_w) || token.is("bicentennial"_w))
    return read_anniversary(in, at, out);
  if (token.has(Tag::clock_heads) && read_clock_words(in, at, out)) return true;
  if (token.has(Tag::number_words) && (in.at(at + 1).is("to"_w) || in.at(at + 1).is("minutes"_w)) &&
      read_clock_words(in, at, out))
    return true;
  if (read_word(in, at, out)) return true;
  if (token.has(Tag::time_units)) return read_unit(in, at, out);
  if (token.is("period"_w)) return read_quarter(in, at, out);
  if (token.is("q"_w) || token.is("h"_w)) return read_quarter_short(in, at, out);
  return read_calendar(in, at, out);
}

}  // namespace

std::vector<Mention> recognise(const Text& text, const Tokens& tokens) {
  std::vector<Mention> mentions;
  Reader in{text, tokens};
  const std::size_t size = tokens.size();
  for (std::size_t at = 0; at < size;) {
    const Token& token = tokens[at];
    if (!token.is_number() && !(token.is_word() && tags_of(token.word).any_of(kHeads))) {
      ++at;
      continue;
    }
    if (token.has(Tag::date_blocks)) {
      if (const Hit block = find(tables::date_blocks::keys, tokens, at); block && token.capital()) {
        at += block.length;
        in.floor = at;
        continue;
      }
    }
    if (!read_at(in, at, mentions)) {
      ++at;
      continue;
    }
    at = mentions.back().end > at ? mentions.back().end : at + 1;
    in.floor = at;
  }
  combine(in, mentions);
  return mentions;
}

}  // namespace copydesk::dates
