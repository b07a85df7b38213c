#include "copydesk/json_ld.h"

#include <algorithm>
#include <cstdio>
#include <initializer_list>

#include "input/entities.h"
#include "input/json_repair.h"
#include "report/options.h"
#include "simdjson.h"

namespace copydesk {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

constexpr int kMaxDepth = 32;

/// How much a type of schema.org is the article of its page; 0 for not at all.
int rank_of(std::string_view type) {
  if (const std::size_t at = type.find_last_of(":/#"); at != type.npos) type.remove_prefix(at + 1);
  struct Rank {
    std::string_view type;
    int rank;
  };
  static constexpr Rank kRanks[] = {
      {"NewsArticle", 5},
      {"ReportageNewsArticle", 5},
      {"AnalysisNewsArticle", 5},
      {"OpinionNewsArticle", 5},
      {"BackgroundNewsArticle", 5},
      {"ReviewNewsArticle", 5},
      {"AskPublicNewsArticle", 5},
      {"LiveBlogPosting", 5},
      {"Article", 4},
      {"BlogPosting", 4},
      {"AdvertiserContentArticle", 4},
      {"SatiricalArticle", 4},
      {"ScholarlyArticle", 4},
      {"TechArticle", 4},
      {"Report", 4},
      {"SocialMediaPosting", 3},
      {"WebPage", 1},
      {"ItemPage", 1},
  };
  for (const Rank& rank : kRanks)
    if (rank.type == type) return rank.rank;
  return 0;
}

int rank_of(element node) {
  element type;
  if (node["@type"].get(type)) return 0;
  std::string_view name;
  if (!type.get(name)) return rank_of(name);
  int best = 0;
  simdjson::dom::array list;
  if (!type.get(list))
    for (const element each : list)
      if (!each.get(name)) best = std::max(best, rank_of(name));
  return best;
}

/// One script's document: its nodes by @id, and its best article.
struct Graph {
  std::vector<std::pair<std::string_view, element>> ids;
  element article;
  int rank = 0;

  void collect(element node, int depth) {
    if (depth > kMaxDepth) return;
    simdjson::dom::array list;
    simdjson::dom::object object;
    if (!node.get(list)) {
      for (const element each : list) collect(each, depth + 1);
    } else if (!node.get(object)) {
      std::string_view id;
      if (!node["@id"].get(id) && object.size() > 1) ids.emplace_back(id, node);
      if (const int here = rank_of(node); here > rank) {
        rank = here;
        article = node;
      }
      for (const auto& field : object) collect(field.value, depth + 1);
    }
  }
  /// The node that a reference {"@id": …} means.
  element follow(element node) const {
    simdjson::dom::object object;
    std::string_view id;
    if (node.get(object) || object.size() != 1 || node["@id"].get(id)) return node;
    for (const auto& [name, target] : ids)
      if (name == id) return target;
    return node;
  }
};

std::string text_of(element node) {
  std::string_view text;
  if (!node.get(text)) return plain_text(text);
  simdjson::dom::array list;
  if (!node.get(list))
    for (const element each : list)
      if (std::string found = text_of(each); !found.empty()) return found;
  return {};
}
std::string text_of(element node, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    element value;
    if (!node[key].get(value))
      if (std::string found = text_of(value); !found.empty()) return found;
  }
  return {};
}

bool starts_with_by(std::string_view name) {
  return name.size() > 3 && (name[0] | 32) == 'b' && (name[1] | 32) == 'y' && name[2] == ' ';
}

/// Adds the names of one string: "By Ann Lee and Bo Day" has two.
void add_names(std::string_view text, std::vector<std::string>& authors) {
  if (starts_with_by(text)) text.remove_prefix(3);
  if (text.empty() || text.find("://") != text.npos) return;
  const auto two_words = [](std::string_view name) { return name.find(' ') != name.npos; };
  for (const std::string_view mark : {" and ", " & ", ", "}) {
    const std::size_t at = text.find(mark);
    if (at == text.npos || !two_words(text.substr(0, at)) || !two_words(text.substr(at + mark.size())))
      continue;
    add_names(text.substr(0, at), authors);
    return add_names(text.substr(at + mark.size()), authors);
  }
  if (std::find(authors.begin(), authors.end(), text) == authors.end()) authors.emplace_back(text);
}

void add_authors(element node, const Graph& graph, int depth, std::vector<std::string>& authors) {
  if (depth > kMaxDepth) return;
  node = graph.follow(node);
  simdjson::dom::array list;
  if (!node.get(list)) {
    for (const element each : list) add_authors(each, graph, depth + 1, authors);
    return;
  }
  std::string_view name;
  if (!node.get(name)) return add_names(plain_text(name), authors);
  element names;
  if (!node["name"].get(names)) add_authors(names, graph, depth + 1, authors);
}

/// A date as pages write it, in ISO 8601; empty when it is none.
std::string iso_date(const std::string& text) {
  int year, month, day, hour = 0, minute = 0, second = 0, taken = 0;
  char zone[16] = "";
  char out[64];
  const char* s = text.c_str();
  const auto with_zone = [&](std::string base) {
    std::string z = zone;
    if (z == "UTC" || z == "GMT" || z == "z") z = "Z";
    if (z.size() == 5 && (z[0] == '+' || z[0] == '-')) z.insert(3, ":");
    if (z.size() == 3 && (z[0] == '+' || z[0] == '-')) z += ":00";
    return is_iso_date(base + z) ? base + z : is_iso_date(base) ? base : std::string();
  };
  char name[4] = "";
  const bool compact =
      std::sscanf(s, "%4d%2d%2dT%2d%2d%2d%n", &year, &month, &day, &hour, &minute, &second, &taken) == 6;
  if (!compact && std::sscanf(s, "%4d-%2d-%2d%n", &year, &month, &day, &taken) != 3 &&
      std::sscanf(s, "%4d/%2d/%2d%n", &year, &month, &day, &taken) != 3) {
    if (const char* comma = std::char_traits<char>::find(s, text.size(), ',')) s = comma + 1;
    if (std::sscanf(s, " %2d %3[A-Za-z]%*[a-z] %4d%n", &day, name, &year, &taken) != 3 &&
        std::sscanf(s, " %2d %3[A-Za-z] %4d%n", &day, name, &year, &taken) != 3)
      return {};
    const std::string_view months = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (char& c : name)
      if (c) c = static_cast<char>(c | 32);
    const std::size_t at = months.find(name);
    if (at == months.npos || at % 3 != 0 || std::string_view(name).size() != 3) return {};
    month = static_cast<int>(at / 3) + 1;
  }
  if (year < 0 || month < 0 || day < 0) return {};
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  const std::string date = out;
  if (!is_iso_date(date)) return {};
  s += taken;
  if (!compact) {
    while (*s == 'T' || *s == 't' || *s == ' ') ++s;
    int used = 0;
    if (std::sscanf(s, "%2d:%2d%n", &hour, &minute, &used) != 2) return date;
    s += used;
    taken = 0;
    if (std::sscanf(s, ":%2d%n", &second, &taken) == 1) s += taken;
  }
  if (*s == '.')
    for (++s; '0' <= *s && *s <= '9';) ++s;
  std::sscanf(s, " %15[A-Za-z0-9:+-]", zone);
  std::snprintf(out, sizeof out, "T%02d:%02d:%02d", hour, minute, second);
  const std::string full = with_zone(date + out);
  return full.empty() ? date : full;
}

void add_repairs(const std::vector<std::string>& from, std::vector<std::string>& to) {
  for (const std::string& repair : from)
    if (std::find(to.begin(), to.end(), repair) == to.end()) to.push_back(repair);
}

/// Fills what is still open from the document's best article; its rank, 0 for none.
int take(element root, Metadata& out, int least) {
  Graph graph;
  graph.collect(root, 0);
  if (graph.rank < least || graph.rank == 0) return 0;
  const element article = graph.article;
  if (out.headline.empty()) out.headline = text_of(article, {"headline", "name"});
  if (out.published.empty())
    out.published = iso_date(text_of(article, {"datePublished", "dateCreated", "uploadDate"}));
  if (out.updated.empty()) out.updated = iso_date(text_of(article, {"dateModified"}));
  if (out.authors.empty())
    for (const char* key : {"author", "creator"}) {
      element author;
      if (out.authors.empty() && !article[key].get(author)) add_authors(author, graph, 0, out.authors);
    }
  return graph.rank;
}

}  // namespace

Metadata read_json_ld(const std::vector<std::string>& scripts) {
  Metadata out;
  // Articles first, whatever script they are in; what they leave open a WebPage may say.
  for (const int least : {3, 1}) {
    std::size_t number = 0;
    for (const std::string& script : scripts) {
      ++number;
      simdjson::dom::parser parser;
      element root;
      if (!parser.parse(script.data(), script.size()).get(root)) {
        take(root, out, least);
        continue;
      }
      const RepairedJson repaired = repair_json(script);
      const auto error = parser.parse(repaired.json.data(), repaired.json.size()).get(root);
      const int rank = error ? 0 : take(root, out, least);
      if (least > 1) {
        if (rank > 0) add_repairs(repaired.repairs, out.repairs);
      } else if (error ||
                 (rank == 0 && out.headline.empty() && out.published.empty() && out.authors.empty())) {
        out.problems.push_back(
            "The JSON-LD script " + std::to_string(number) +
            " of the page is malformed, and nothing about an article could be read from it.");
      } else {
        add_repairs(repaired.repairs, out.repairs);
      }
    }
  }
  return out;
}

}  // namespace copydesk
