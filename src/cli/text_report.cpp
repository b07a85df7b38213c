#include "cli/text_report.h"

#include <algorithm>
#include <vector>

#include "report/names.h"

namespace copydesk::cli {
namespace {

/// Code points that a passage may have on its line; longer ones end in an ellipsis.
constexpr std::size_t kWidth = 100;

bool is_lead(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}
std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_lead));
}

class Printer {
 public:
  Printer(const Report& report, std::string_view utf8, bool colour)
      : report_(report), utf8_(utf8), colour_(colour) {
    for (std::size_t at = 0; at != utf8.npos; at = utf8.find('\n', at))
      line_starts_.push_back(at == 0 ? 0 : ++at);
  }

  std::string run(std::string_view name) {
    head(name);
    quotes();
    dates();
    figures();
    findings();
    matches();
    return std::move(out_);
  }

 private:
  enum Style { kBold, kDim, kQuote, kDate, kFigure, kWarning };

  std::string styled(Style style, std::string_view text) const {
    static constexpr const char* kCodes[] = {"1", "2", "32", "36", "33", "31"};
    if (!colour_) return std::string(text);
    return "\033[" + std::string(kCodes[style]) + "m" + std::string(text) + "\033[0m";
  }
  std::string_view slice(Span span) const { return utf8_.substr(span.begin, span.size()); }
  bool in_furniture(Span span) const {
    for (const Block& block : report_.blocks)
      if (block.span.contains(span.begin)) return block.kind == BlockKind::furniture;
    return false;
  }

  /// "12:5", padded to a column: line and code point, both from 1.
  std::string place(Span span) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), std::size_t{span.begin});
    const std::size_t start = *(next - 1);
    std::string text = std::to_string(next - line_starts_.begin()) + ":" +
                       std::to_string(1 + width_of(utf8_.substr(start, span.begin - start)));
    return std::string(text.size() < 8 ? 8 - text.size() : 0, ' ') + styled(kDim, text) + "  ";
  }
  void section(std::string_view title) { out_ += "\n" + styled(kBold, title) + "\n"; }
  void line(Span span, const std::string& rest) { out_ += place(span) + rest + "\n"; }

  std::string field(const HeadField& field) const {
    return one_line(field.value.empty() ? slice(field.span) : std::string_view(field.value));
  }
  void head(std::string_view name) {
    const ArticleHead& head = report_.article;
    out_ += styled(kBold, head.headline ? field(*head.headline) : one_line(name)) + "\n";
    std::string about;
    const auto add = [&](std::string text) { about += (about.empty() ? "" : " · ") + std::move(text); };
    if (head.headline && name != "-") add(one_line(name));
    std::string authors;
    for (const HeadField& author : head.authors) authors += (authors.empty() ? "by " : ", ") + field(author);
    if (!authors.empty()) add(std::move(authors));
    if (head.dateline) add(field(*head.dateline));
    if (head.published) add("published " + field(*head.published));
    if (head.updated) add("updated " + field(*head.updated));
    if (!about.empty()) out_ += about + "\n";
    const Reference& reference = report_.reference;
    out_ += styled(kDim, reference.value.empty()
                             ? "Relative dates stay open: no date of publication was given or found."
                             : "Dates are read as of " + reference.value + " (" + name_of(reference.source) +
                                   ").") +
            "\n";
  }

  static bool is_speech(const Quote& quote) {
    return quote.kind == QuoteKind::direct || quote.kind == QuoteKind::mixed ||
           quote.kind == QuoteKind::indirect;
  }
  std::string speaker_of(const Quote& quote) const {
    if (!quote.speaker) return "";
    return one_line(quote.speaker->name.empty() ? slice(quote.speaker->span)
                                                : std::string_view(quote.speaker->name));
  }
  void quotes() {
    struct Voice {
      std::string name;
      std::vector<const Quote*> quotes;
    };
    std::vector<Voice> voices;
    for (const Quote& quote : report_.quotes) {
      if (!is_speech(quote) || quote.parent || in_furniture(quote.span)) continue;
      const std::string name = speaker_of(quote);
      auto voice = std::find_if(voices.begin(), voices.end(), [&](const Voice& v) { return v.name == name; });
      if (voice == voices.end()) voice = voices.insert(voices.end(), {name, {}});
      voice->quotes.push_back(&quote);
    }
    if (voices.empty()) return;
    section("Who said what");
    std::stable_partition(voices.begin(), voices.end(),
                          [](const Voice& voice) { return !voice.name.empty(); });
    for (const Voice& voice : voices) {
      out_ +=
          "  " + (voice.name.empty() ? "(not attributed)" : voice.name + role_of(*voice.quotes[0])) + "\n";
      for (const Quote* quote : voice.quotes) line(quote->span, words_of(*quote));
    }
  }
  std::string role_of(const Quote& quote) const {
    if (!quote.speaker || !quote.speaker->person) return "";
    const std::string& role = report_.people[*quote.speaker->person].role;
    return role.empty() ? "" : ", " + one_line(role);
  }
  std::string words_of(const Quote& quote) const {
    std::string words;
    for (const Span part : quote.content) words += (words.empty() ? "" : " … ") + std::string(slice(part));
    words = one_line(words);
    std::string text = styled(kQuote, quote.kind == QuoteKind::indirect ? words : "“" + words + "”");
    std::string notes = quote.kind == QuoteKind::direct ? "" : name_of(quote.kind);
    if (quote.cue) notes += (notes.empty() ? "" : ", ") + quote.cue->lemma;
    if (quote.confidence == Confidence::low) notes += (notes.empty() ? "" : ", ") + std::string("doubtful");
    return notes.empty() ? text : text + "  " + styled(kDim, "(" + notes + ")");
  }

  /// "text  value", the values under one another as far as they go.
  std::string pair(Style style, Span span, const std::string& meaning) const {
    const std::string text = one_line(slice(span));
    const std::size_t width = width_of(text);
    return styled(style, text) + std::string(width < 28 ? 28 - width : 0, ' ') + "  " + meaning;
  }
  void dates() {
    bool any = false;
    for (const Date& date : report_.dates) {
      if (in_furniture(date.span)) continue;
      if (!any) section("Dates");
      any = true;
      std::string meaning = date.value;
      if (date.mod != DateMod::none) meaning += std::string(" ") + name_of(date.mod);
      if (!date.from.empty() && !date.to.empty())
        meaning += "  " + styled(kDim, date.from + " to before " + date.to);
      line(date.span, pair(kDate, date.span, meaning));
    }
  }
  void figures() {
    bool any = false;
    for (const Number& number : report_.numbers) {
      if (in_furniture(number.span)) continue;
      if (!any) section("Figures");
      any = true;
      line(number.span, pair(kFigure, number.span, meaning_of(number)));
    }
  }
  std::string meaning_of(const Number& number) const {
    std::string text;
    if (number.approx != Approx::none) text += std::string(name_of(number.approx)) + " ";
    text += !number.value.empty() ? number.value : number.low + " to " + number.high;
    if (!number.unit.empty()) text += " " + number.unit;
    if (number.kind != NumberKind::cardinal && number.kind != NumberKind::money &&
        number.kind != NumberKind::percent && number.kind != NumberKind::measure)
      text += std::string(" (") + name_of(number.kind) + ")";
    if (number.of) text += "  of: " + one_line(slice(*number.of));
    if (!number.base_unit.empty())
      text += "  " + styled(kDim, "= " + number.base_value + " " + number.base_unit);
    return text;
  }
  void findings() {
    if (report_.findings.empty()) return;
    section("Questions of the desk");
    for (const Finding& finding : report_.findings) {
      const std::string text = styled(kWarning, one_line(finding.message)) +
                               (finding.suggestion.empty() ? "" : "  " + one_line(finding.suggestion));
      if (finding.spans.empty())
        out_ += "          " + text + "\n";
      else
        line(finding.spans[0], text);
    }
  }
  void matches() {
    if (report_.matches.empty()) return;
    section("Matches of your patterns");
    for (const Match& match : report_.matches)
      line(match.span, match.id + "  " + one_line(slice(match.span)));
  }

  const Report& report_;
  std::string_view utf8_;
  bool colour_;
  std::vector<std::size_t> line_starts_;
  std::string out_;
};

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  std::size_t width = 0;
  bool blank = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f) {
      blank = true;
      continue;
    }
    if (is_lead(c)) {
      if (width >= kWidth) return out + "…";
      width += 1 + (blank && !out.empty());
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

std::string text_report(const Report& report, std::string_view utf8, std::string_view name, bool colour) {
  return Printer(report, utf8, colour).run(name);
}

std::string indent_json(std::string_view json, int depth) {
  std::string out;
  const auto new_line = [&] { out.append("\n").append(static_cast<std::size_t>(depth) * 2, ' '); };
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t first = at++;
      while (json[at] != '"') at += json[at] == '\\' ? 2 : 1;
      out += json.substr(first, at + 1 - first);
    } else if ((c == '{' || c == '[') && (json[at + 1] == '}' || json[at + 1] == ']')) {
      out += json.substr(at++, 2);
    } else if (c == '{' || c == '[') {
      out += c;
      ++depth;
      new_line();
    } else if (c == '}' || c == ']') {
      --depth;
      new_line();
      out += c;
    } else {
      out += c;
      if (c == ',') new_line();
      if (c == ':') out += ' ';
    }
  }
  return out;
}

}  // namespace copydesk::cli
