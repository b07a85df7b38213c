// The article's head: the day of publication and of the last change, and the authors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "blocks/evidence.h"
#include "calendar/absolute.h"
#include "copydesk/blocks.h"

namespace copydesk {

/// A full date in a place where a page may say when it was published.
struct DayMention {
  enum class Cue : std::uint8_t { none, published, posted, by, updated, created };
  std::uint32_t line = 0;
  std::uint32_t first = 0;  ///< its tokens, [first, last)
  std::uint32_t last = 0;
  AbsoluteDate date;
  Cue cue = Cue::none;        ///< of its own line
  Cue cue_above = Cue::none;  ///< alone on the line above
  bool second = false;        ///< another one stands before it on its line

  bool updates() const { return cue == Cue::updated || (cue == Cue::none && cue_above == Cue::updated); }
};

std::vector<DayMention> find_days(const Text& text, const PageView& page);
/// Evidence of `days[i]`.
class DayEvidence {
 public:
  DayEvidence(const PageView& page, const std::vector<DayMention>& days);
  void read(std::uint32_t i, weigh::Evidence& out) const;
  /// Whether `days[i]` is the day on which the page was read: with its weekday above the headline, and later
  /// than a stamp nearer to it.
  bool of_reading(std::uint32_t i) const;

 private:
  bool later_than_nearer(std::uint32_t index) const;

  const PageView& page_;
  const std::vector<DayMention>& days_;
  std::vector<std::uint16_t> again_;
  std::uint16_t most_ = 0;
  std::uint32_t comments_from_;
  std::uint32_t related_from_;
};

/// Names that stand together where a page may say who wrote it.
struct NameGroup {
  enum class Cue : std::uint8_t { by, by_inside, author, posted, none };
  std::uint32_t line = 0;
  std::vector<Span> names;
  std::uint32_t cue_first = 0;  ///< the cue's first token, or the first name's
  std::uint32_t first = 0;      ///< tokens of all names, [first, last)
  std::uint32_t last = 0;
  std::uint32_t first_name_last = 0;
  Cue cue = Cue::none;
  bool cue_above = false;
};

std::vector<NameGroup> find_name_groups(const PageView& page);
/// Names of those who contributed to the article, beside the authors' lines and below the body.
std::vector<NameGroup> find_contributions(const PageView& page,
                                          const std::vector<std::uint32_t>& author_lines);

class AuthorEvidence {
 public:
  AuthorEvidence(const PageView& page, const std::vector<NameGroup>& groups);
  void read(std::uint32_t i, weigh::Evidence& out) const;

 private:
  const PageView& page_;
  const std::vector<NameGroup>& groups_;
  std::uint32_t first_cue_ = ~std::uint32_t{0};
  std::uint32_t comments_from_;
  std::uint32_t related_from_;
};

/// The line from which readers' comments stand: below prose, under a header of comments, with the stamps of
/// three and more.  PageView::kNoLine for none.
std::uint32_t comment_thread(const PageView& page);

/// The lines from which a header of readers' comments, or of other stories, stands above; both below the
/// headline and the core's beginning.  PageView::kNoLine for none.
std::uint32_t first_header(const PageView& page, bool comments);

/// What the head says, with the lines it says it on.
struct HeadReading {
  ArticleHead head;
  std::optional<HeadField> dateline_date;
  std::vector<std::uint32_t> author_lines;
  std::uint32_t published_line = PageView::kNoLine;
  std::uint32_t updated_line = PageView::kNoLine;
};
HeadReading read_head(const Text& text, const PageView& page);

}  // namespace copydesk
