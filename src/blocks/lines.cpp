#include "blocks/lines.h"

#include <algorithm>
#include <array>

namespace copydesk {

using namespace literals;

namespace {

constexpr std::uint32_t kWidestColumn = 120;  // wider lines were not wrapped by a mailer or a press
constexpr std::uint32_t kNarrowest = 15;      // below this, a line that goes on in lower case is a menu's
constexpr std::uint32_t kIndent = 2;          // columns that open a paragraph
constexpr std::uint32_t kRagged = 6;          // how far short of the column a hand leaves a full line

std::uint32_t code_points(std::string_view bytes) {
  std::uint32_t n = 0;
  for (char c : bytes) n += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  return n;
}

/// Tokens of a list marker at `i`: a bullet, a dash or star with a space after it, "3." or "3)".
std::uint8_t marker_at(const Tokens& tokens, std::size_t i, std::size_t last) {
  const Token& mark = tokens[i];
  if (i + 1 >= last) return 0;
  if (mark.is_mark(kBullet)) return 1;
  if ((mark.is_mark('*') || mark.is_mark('-')) && !tokens[i + 1].glued() && !tokens[i + 1].is_mark(mark.word))
    return 1;
  const bool numbered = mark.is_number() && mark.end - mark.begin <= 2 && i + 2 < last &&
                        (tokens[i + 1].is_mark('.') || tokens[i + 1].is_mark(')')) && tokens[i + 1].glued() &&
                        !tokens[i + 2].glued();
  return numbered ? 2 : 0;
}

/// Whether four spaces or a tab part the line into cells.
bool has_cells(const Text& text, const Tokens& tokens, const Line& line) {
  constexpr std::uint32_t kWidest = 400;
  if (line.span.size() > kWidest) return false;
  for (std::uint32_t k = line.first + 1; k < line.last; ++k) {
    if (tokens[k].glued()) continue;
    const std::string_view gap = gap_before(text, tokens, k);
    if (gap == " ") continue;
    if (gap.find('\t') != gap.npos || (gap.size() >= 4 && gap.find("    ") != gap.npos)) return true;
  }
  return false;
}

/// Whether a line holds nothing but the marks of quoted mail.
bool blank(const Line& line) {
  return line.quoted && line.last - line.first == line.quoted;
}

std::vector<Line> physical_lines(const Text& text, const Tokens& tokens) {
  std::vector<Line> lines;
  const std::string_view bytes = text.bytes();
  std::uint32_t i = 0;
  const auto count = static_cast<std::uint32_t>(tokens.size());
  while (i < count) {
    Line line;
    line.first = i;
    line.gap_before = tokens[i].has(token_flag::gap_before);
    do ++i;
    while (i < count && !tokens[i].has(token_flag::line_before));
    line.last = i;
    line.span = {tokens[line.first].begin, tokens[i - 1].end};
    for (std::uint32_t at = line.span.begin; at > 0 && line.indent < 200; --at) {
      const char c = bytes[at - 1];
      if (c != ' ' && c != '\t') break;
      line.indent = static_cast<std::uint16_t>(line.indent + (c == '\t' ? 4 : 1));
    }
    line.cells = has_cells(text, tokens, line);
    line.width = line.indent + code_points(text.slice(line.span));
    std::uint32_t start = line.first;
    while (start < line.last && tokens[start].is_mark('>') && line.quoted < 8) ++start, ++line.quoted;
    line.marker = marker_at(tokens, start, line.last);
    // In quoted mail a line of marks alone is a blank line.
    if (blank(line) || (!lines.empty() && blank(lines.back()))) line.gap_before = true;
    lines.push_back(line);
  }
  return lines;
}

/// Whether the line breaks off inside a sentence, as far as its last token tells.
bool ends_open(const Tokens& tokens, const Line& line) {
  const Token& last = tokens[line.last - 1];
  if (!last.is_any_mark()) return !last.has(token_flag::dotted);
  switch (last.word) {
    case ',':
    case ';':
    case '-':
    case '&':
    case '/':
    case '(':
    case '\'':
    case kRightSingle:
    case kEnDash:
    case kEmDash:
    case kHyphen:
      return true;
    default:
      return false;
  }
}

const Token& opening(const Tokens& tokens, const Line& line) {
  return tokens[std::min(line.first + line.quoted, line.last - 1)];
}

/// Whether a small letter can be told from a capital: the lead byte of Latin letters.
bool latin(char lead) {
  const auto c = static_cast<unsigned char>(lead);
  return c < 0x80 || (c >= 0xc3 && c <= 0xc9);
}

/// Whether the line opens as the middle of a sentence does: with a small letter.
bool opens_low(const Text& text, const Tokens& tokens, const Line& line) {
  const Token& first = opening(tokens, line);
  if (first.is("http"_w) || first.is("https"_w) || first.is("www"_w)) return false;
  return first.is_word() && !first.capital() && !first.has(token_flag::inner_capital) && !line.marker &&
         latin(text.bytes()[first.begin]);
}

class Joiner {
 public:
  Joiner(const Text& text, const Tokens& tokens, std::vector<Line>& lines)
      : text_(text), tokens_(tokens), lines_(lines) {}

  void run() {
    if (lines_.empty()) return;
    measure_all();
    std::size_t kept = 0;
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin + 1;
      while (end < lines_.size() && !lines_[end].gap_before) ++end;
      const Measure run = measure(begin, end);
      kept = join_run(begin, end, kept, run);
      begin = end;
    }
    lines_.resize(kept);
  }

 private:
  /// What the breaks of a stretch of lines look like.
  struct Measure {
    std::uint32_t breaks = 0;  // neighbours without a blank line between
    std::uint32_t inside = 0;  // of them, in the middle of a sentence
    std::uint32_t narrow = 0;  // of these, after a line shorter than any column
    std::uint32_t widest = 0;
    std::uint32_t column = 0;  // the widest line that is broken inside a sentence
  };

  bool inside_sentence(std::size_t i) const {
    // Mailers break lines, menus are not quoted: "… came home on" goes on, whatever letter follows.
    if (lines_[i].quoted && lines_[i].quoted == lines_[i + 1].quoted && !lines_[i + 1].marker &&
        lines_[i].width >= 2 * kNarrowest && ends_open(tokens_, lines_[i]) &&
        tokens_[lines_[i].last - 1].has(Tag::function_words))
      return true;
    return lines_[i].quoted == lines_[i + 1].quoted && opens_low(text_, tokens_, lines_[i + 1]) &&
           ends_open(tokens_, lines_[i]);
  }

  Measure measure(std::size_t begin, std::size_t end) const {
    Measure m;
    for (std::size_t i = begin; i < end; ++i) {
      m.widest = std::max(m.widest, lines_[i].width);
      if (i + 1 == end || lines_[i + 1].gap_before) continue;
      ++m.breaks;
      if (!inside_sentence(i)) continue;
      ++m.inside;
      if (lines_[i].width < kNarrowest)
        ++m.narrow;
      else if (lines_[i].width <= kWidestColumn)
        m.column = std::max(m.column, lines_[i].width);
    }
    return m;
  }

  void measure_all() {
    const Measure all = measure(0, lines_.size());
    wrapped_ = all.inside > all.narrow && all.inside * 3 >= all.breaks && all.column > 0;
    column_ = all.column;
  }

  bool joins(std::size_t i, std::uint32_t column, bool sentence_only) const {
    const Line& a = lines_[i];
    const Line& b = lines_[i + 1];
    if (b.marker || a.quoted != b.quoted || a.cells || b.cells) return false;
    const bool centred = a.indent >= 2 * kIndent && b.indent >= 2 * kIndent && inside_sentence(i);
    if (b.indent >= a.indent + kIndent && !a.marker && !centred) return false;
    if (inside_sentence(i)) return true;
    if (sentence_only || a.width > kWidestColumn) return false;
    // No line of a heading's length ends with "the" or "of".
    const Token& last = tokens_[a.last - 1];
    if (ends_open(tokens_, a) && last.has(Tag::function_words) && a.width * 2 >= column) return true;
    const Token& word = opening(tokens_, b);
    return a.width + 1 + (word.end - word.begin) + kRagged > column;
  }

  /// Lines of any width that only together are a sentence: each breaks off inside it, the last one ends it.
  bool one_sentence(std::size_t begin, std::size_t end, const Measure& run) const {
    if (run.inside == 0 || run.inside < run.breaks || run.widest > kWidestColumn) return false;
    const Token& last = tokens_[lines_[end - 1].last - 1];
    return opening(tokens_, lines_[begin]).capital() &&
           (last.is_mark('.') || last.is_mark('!') || last.is_mark('?'));
  }

  std::size_t join_run(std::size_t begin, std::size_t end, std::size_t kept, const Measure& run) {
    const bool column_run = run.inside > run.narrow && run.inside * 2 >= run.breaks &&
                            run.widest <= kWidestColumn && run.widest >= 2 * kNarrowest && run.breaks > 1;
    const bool broken_links = run.inside * 2 >= run.breaks && run.widest >= 2 * kNarrowest;
    const bool wrapped = wrapped_ && run.widest <= kWidestColumn;
    const bool any = wrapped || column_run || broken_links || one_sentence(begin, end, run);
    const std::uint32_t column = wrapped ? std::max(column_, column_run ? run.column : 0u) : run.column;
    for (std::size_t i = begin; i < end; ++i) {
      const bool join = any && i > begin && joins(i - 1, column, !wrapped && !column_run);
      if (!join) {
        lines_[kept++] = lines_[i];
        continue;
      }
      lines_[kept - 1].span.end = lines_[i].span.end;
      lines_[kept - 1].last = lines_[i].last;
    }
    return kept;
  }

  const Text& text_;
  const Tokens& tokens_;
  std::vector<Line>& lines_;
  bool wrapped_ = false;
  std::uint32_t column_ = 0;
};

}  // namespace

std::vector<Line> read_lines(const Text& text, const Tokens& tokens) {
  std::vector<Line> lines = physical_lines(text, tokens);
  Joiner(text, tokens, lines).run();
  return lines;
}

}  // namespace copydesk
