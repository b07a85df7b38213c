// copydesk_inspect: what the stages decide and why, for developers and for tools/fit.  Reads article
// NDJSON on standard input.
//
//   copydesk_inspect syntax                     each token with its part of speech, noun phrases in brackets
//   copydesk_inspect decisions [WEIGHTS_DIR]    each weighed choice with all its options and features
//   copydesk_inspect report [WEIGHTS_DIR]       the report, people and quotes only
//   copydesk_inspect shares [WEIGHTS_DIR]       each quote's stretches and speaker with the probability
//                                               behind it
//   copydesk_inspect features                   the names of all features, by model
//
// WEIGHTS_DIR holds speaker.weights.tsv, cue.weights.tsv, indirect.weights.tsv to use instead of the
// weights built in; a file that is missing there is taken from the build.  RULE ("quotes.sung") is an
// exact rule to leave out.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <unordered_map>

#include "blocks/blocks.h"
#include "copydesk/report.h"
#include "input/article_json.h"
#include "people/people.h"
#include "quotes/quotes.h"
#include "quotes/scene.h"
#include "sentences/sentences.h"
#include "syntax/syntax.h"
#include "text/tokens.h"

namespace copydesk {
namespace {

constexpr const char* kPosNames[] = {"none", "mark", "hyph",  "dot",  "num",  "det", "poss", "gen",
                                     "subj", "obj",  "pron",  "prep", "conj", "sub", "rel",  "be",
                                     "have", "do",   "modal", "to",   "adv",  "adj", "noun", "name",
                                     "verb", "vs",   "vpast", "part", "ger"};

void print_syntax(const Text& text, const Tokens& tokens, const Syntax& syntax) {
  std::string out;
  std::size_t p = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto& phrases = syntax.phrases();
    if (tokens[i].has(token_flag::line_before)) out += '\n';
    if (p < phrases.size() && phrases[p].begin == i) out += '[';
    out += text.slice(tokens[i].span());
    if (syntax.pos(i) != Pos::mark) out += std::string("/") + kPosNames[static_cast<unsigned>(syntax.pos(i))];
    if (p < phrases.size() && phrases[p].head == i) out += '*';
    if (p < phrases.size() && phrases[p].end == i + 1) {
      out += ']';
      ++p;
    }
    out += ' ';
  }
  std::cout << out << '\n';
}

/// A model whose weights were read from a file.
struct Loaded {
  std::vector<std::int8_t> weights;
  weigh::Model model;

  const weigh::Model* read(const std::string& path, const weigh::Model* built_in) {
    std::ifstream in(path);
    if (!in || !built_in) return built_in;
    std::unordered_map<std::string, unsigned> ids;
    for (unsigned i = 0; i < built_in->count; ++i) ids[built_in->names[i]] = i;
    weights.assign(built_in->count + 1, 0);
    std::string line;
    while (std::getline(in, line)) {
      const std::size_t tab = line.find('\t');
      if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
      if (const auto it = ids.find(line.substr(0, tab)); it != ids.end())
        weights[it->second] = static_cast<std::int8_t>(std::stoi(line.substr(tab + 1)));
    }
    model = {weights.data(), built_in->names, built_in->count};
    return &model;
  }
};

struct Weights {
  Loaded speaker, cue, indirect;
  Models models = Models::built_in();

  void read(const std::string& dir) {
    models.speaker = speaker.read(dir + "/speaker.weights.tsv", models.speaker);
    models.cue = cue.read(dir + "/cue.weights.tsv", models.cue);
    models.indirect = indirect.read(dir + "/indirect.weights.tsv", models.indirect);
  }
};

class DecisionPrinter {
 public:
  explicit DecisionPrinter(const Text& text) : index_(text) {}

  void print(std::string_view id, const std::vector<Decision>& decisions) {
    out_ = "{\"id\":\"" + std::string(id) + "\",\"decisions\":[";
    bool first = true;
    for (const Decision& d : decisions) {
      if (d.nested) continue;  // the gold has the outermost quotations
      if (!first) out_ += ",\n";
      first = false;
      decision(d);
    }
    out_ += "]}";
    for (char& c : out_)
      if (c == '\n') c = ' ';
    std::cout << out_ << '\n';
  }

 private:
  void span(Span s) {
    out_ += '[';
    out_ += std::to_string(index_.units(s.begin));
    out_ += ',';
    out_ += std::to_string(index_.units(s.end));
    out_ += ']';
  }

  void decision(const Decision& d) {
    static constexpr const char* kAbout[] = {"cue", "speaker", "indirect"};
    static constexpr const char* kWhat[] = {"speaker", "nobody", "cue", "same", "not", "yes", "no"};
    out_ += std::string("{\"about\":\"") + kAbout[static_cast<unsigned>(d.about)] + "\",\"span\":";
    span(d.span);
    if (!d.extent.empty()) {
      out_ += ",\"extent\":";
      span(d.extent);
    }
    out_ += ",\"chosen\":" + std::to_string(d.chosen) + ",\"options\":[";
    for (std::size_t i = 0; i < d.options.size(); ++i) {
      const Decision::Option& o = d.options[i];
      if (i) out_ += ',';
      out_ += std::string("{\"what\":\"") + kWhat[static_cast<unsigned>(o.what)] + "\",\"span\":";
      span(o.span);
      out_ += ",\"speaker\":";
      span(o.speaker);
      out_ += ",\"sum\":" + std::to_string(o.sum) + ",\"f\":[";
      for (std::size_t k = 0; k < o.features.size(); ++k) {
        if (k) out_ += ',';
        out_ += std::to_string(o.features[k]);
      }
      out_ += "]}";
    }
    out_ += "]}";
  }

  Utf16Index index_;
  std::string out_;
};

/// For tools/calibrate.
void print_shares(const Text& text, std::string_view id, const std::vector<Quote>& quotes) {
  const Utf16Index index(text);
  const auto span = [&](Span s) {
    std::cout << '[' << index.units(s.begin) << ',' << index.units(s.end) << ']';
  };
  std::cout << "{\"id\":\"" << id << "\",\"quotes\":[";
  bool first = true;
  for (const Quote& q : quotes) {
    if ((q.kind != QuoteKind::direct && q.kind != QuoteKind::mixed) || q.parent) continue;
    for (const Span& content : q.content) {
      std::cout << (first ? "" : ",") << "{\"share\":" << unsigned{q.share}
                << ",\"confidence\":" << static_cast<unsigned>(q.confidence) << ",\"span\":";
      first = false;
      span(content);
      if (q.speaker) {
        std::cout << ",\"speaker\":";
        span(q.speaker->span);
      }
      std::cout << '}';
    }
  }
  std::cout << "]}\n";
}

void print_features() {
  const Models models = Models::built_in();
  const auto list = [](const char* name, const weigh::Model* m, bool last) {
    std::cout << "\"" << name << "\":[";
    for (unsigned i = 0; m && i < m->count; ++i) std::cout << (i ? "," : "") << '"' << m->names[i] << '"';
    std::cout << (last ? "]" : "],");
  };
  std::cout << '{';
  list("speaker", models.speaker, false);
  list("cue", models.cue, false);
  list("indirect", models.indirect, true);
  std::cout << "}\n";
}

int run(std::string_view what, const Weights& weights) {
  if (what == "features") {
    print_features();
    return 0;
  }
  ArticleReader reader;
  std::string line;
  while (std::getline(std::cin, line)) {
    ArticleInput article;
    if (const auto error = reader.read(line, article)) {
      std::cerr << error->message << '\n';
      return 1;
    }
    const std::string_view bytes = article.text;
    const auto read = Text::from_utf8(bytes);
    if (!read) return 1;
    const Text& text = read.value();
    const Tokens tokens = tokenize(text);
    Report report;
    const Page page = read_page(text, tokens);
    report.sentences = split_sentences(text, tokens, page.blocks, false);
    const Syntax syntax = read_syntax(text, tokens, report.sentences);
    if (what == "syntax") {
      print_syntax(text, tokens, syntax);
      continue;
    }
    report.people = find_people(text, tokens, syntax, page, report.sentences);
    std::vector<Decision> decisions;
    report.quotes = find_quotes(text, tokens, syntax, page.blocks, report.sentences, report.people,
                                &weights.models, what == "decisions" ? &decisions : nullptr);
    if (what == "decisions") {
      DecisionPrinter(text).print(article.id, decisions);
    } else if (what == "shares") {
      print_shares(text, article.id, report.quotes);
    } else {
      report.id = article.id;
      std::cout << to_json(report, bytes) << '\n';
    }
  }
  return 0;
}

}  // namespace
}  // namespace copydesk

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  if (argc < 2 || argc > 4) {
    std::cerr << "usage: copydesk_inspect syntax|decisions|report|shares|features [WEIGHTS_DIR [RULE]] < "
                 "articles.ndjson\n";
    return 2;
  }
  copydesk::Weights weights;
  if (argc >= 3) weights.read(argv[2]);
  if (argc == 4) weights.models.without = copydesk::RuleId{copydesk::word_hash(argv[3])};
  return copydesk::run(argv[1], weights);
}
