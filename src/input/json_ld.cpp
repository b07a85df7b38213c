#include "copydesk/json_ld.h"

#include <algorithm>
#include <initializer_list>

#include "input/dom.h"
#include "input/entities.h"
#include "input/json_repair.h"
#include "input/loose_date.h"
#include "report/options.h"

namespace copydesk {
namespace {

using dom::element;
using dom::element_type;

constexpr int kMaxDepth = 32;
/// Names and nodes that are looked at for the authors of one article; the rest is passed over.
constexpr int kMaxNames = 200;
/// Bytes that a string of authors may have; what is longer names nobody.
constexpr std::size_t kMaxNameBytes = 2000;

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
  dom::array list;
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
    dom::array list;
    dom::object object;
    if (!node.get(list)) {
      for (const element each : list) collect(each, depth + 1);
    } else if (!node.get(object)) {
      std::string_view id;
      if (!node["@id"].get(id) && object.size() > 1) ids.emplace_back(id, node);
      if (const int here = rank_of(node); here > rank) {
        rank = here;
        article = node;
      }
      for (const auto& field : object)
        if (!of_others(field.key)) collect(field.value, depth + 1);
    }
  }
  /// Members that hold other articles than the page's own.
  static bool of_others(std::string_view key) {
    return key == "itemListElement" || key == "hasPart" || key == "citation" || key == "mentions" ||
           key == "isBasedOn" || key == "liveBlogUpdate" || key == "comment";
  }
  /// The node that a reference {"@id": …} means.
  element follow(element node) const {
    dom::object object;
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
  dom::array list;
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

/// Collects the authors of one article.
class Authors {
 public:
  Authors(const Graph& graph, std::vector<std::string>& names) : graph_(graph), names_(names) {}

  void add(element node, int depth = 0) {
    if (depth > kMaxDepth || left_-- <= 0) return;
    node = graph_.follow(node);
    dom::array list;
    if (!node.get(list)) {
      for (const element each : list) add(each, depth + 1);
      return;
    }
    std::string_view name;
    if (!node.get(name)) return split(plain_text(name));
    element names;
    if (!node["name"].get(names)) add(names, depth + 1);
  }

 private:
  /// Adds the names of one string: "By Ann Lee and Bo Day" has two.
  void split(std::string_view text) {
    if (left_-- <= 0 || text.size() > kMaxNameBytes) return;
    if (starts_with_by(text)) text.remove_prefix(3);
    if (text.empty() || text.find("://") != text.npos) return;
    const auto two_words = [](std::string_view name) { return name.find(' ') != name.npos; };
    for (const std::string_view mark : {" and ", " & ", ", "}) {
      const std::size_t at = text.find(mark);
      if (at == text.npos || !two_words(text.substr(0, at)) || !two_words(text.substr(at + mark.size())))
        continue;
      split(text.substr(0, at));
      return split(text.substr(at + mark.size()));
    }
    if (std::find(names_.begin(), names_.end(), text) == names_.end()) names_.emplace_back(text);
  }

  const Graph& graph_;
  std::vector<std::string>& names_;
  int left_ = kMaxNames;
};

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
    out.published = read_loose_date(text_of(article, {"datePublished", "dateCreated", "uploadDate"}));
  if (out.updated.empty()) out.updated = read_loose_date(text_of(article, {"dateModified"}));
  if (out.authors.empty())
    for (const char* key : {"author", "creator"}) {
      element author;
      if (out.authors.empty() && !article[key].get(author)) Authors(graph, out.authors).add(author);
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
      dom::parser parser;
      element root;
      if (!dom::parse(parser, script, root)) {
        take(root, out, least);
        continue;
      }
      const RepairedJson repaired = repair_json(script);
      const auto error = dom::parse(parser, repaired.json, root);
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
