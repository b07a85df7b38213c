#include "syntax/syntax.h"

#include <algorithm>

#include "syntax/tagger.h"

namespace copydesk {

using namespace literals;

/// Builds the phrases over the tags.
class SyntaxReader {
 public:
  SyntaxReader(const Text& text, const Tokens& tokens, Syntax& out)
      : text_(text), tokens_(tokens), out_(out) {}

  void run(const std::vector<Sentence>& sentences) {
    Tagger tagger(text_, tokens_);
    tagger.run(sentences);
    out_.pos_ = tagger.take_pos();
    out_.soft_ = tagger.take_soft();
    out_.phrases_.reserve(tokens_.size() / 4 + 4);
    for (std::size_t i = 0; i < tokens_.size();) i = may_begin(i) ? phrase(i) : i + 1;
    index();
  }

 private:
  Pos pos(std::size_t i) const { return out_.pos(i); }
  bool line_break(std::size_t i) const { return tokens_[i].has(token_flag::gap_before); }

  bool may_begin(std::size_t i) const {
    const Pos p = pos(i);
    return begins(p) || is_pronoun(p) || (p == Pos::adverb && pos(i + 1) == Pos::number);
  }

  /// Reads a phrase at `i`, which may begin one; gives the token to go on from.
  std::size_t phrase(std::size_t i) {
    const Pos first = pos(i);
    if (is_pronoun(first)) {
      out_.phrases_.push_back(
          {to32(i), to32(i + 1), to32(i), 0, PhraseKind::pronoun, plural_pronoun(i), false});
      return i + 1;
    }
    std::size_t end = i, head = i, genitive = 0;
    bool has_head = false;
    for (std::size_t k = i; k < tokens_.size(); ++k) {
      if (k > i && line_break(k)) break;
      const Pos p = pos(k);
      if (has_head && generation(k)) {
        end = k + 2;
        break;
      }
      if (k > i && breaks_before(k, i, has_head)) break;
      if (p == Pos::noun || p == Pos::name) {
        head = k;
        has_head = true;
      } else if (p == Pos::adjective || p == Pos::number) {
        if (!has_head) head = k;
      } else if (p == Pos::determiner || p == Pos::possessive) {
        if (k > i && !(p == Pos::determiner && predeterminer(k - 1) && k == i + 1) && !(k == i + 1)) break;
        if (k > i && pos(k - 1) != Pos::determiner) break;
      } else if (p == Pos::genitive) {
        if (!has_head || !continues_after_genitive(k + 1)) break;
        genitive = k;
        has_head = false;
        end = k + 1;
        continue;
      } else if (p == Pos::hyphen || p == Pos::dot) {
        if (k == i) break;
        end = k + 1;
        continue;
      } else if (p == Pos::adverb) {
        if (pos(k + 1) != Pos::adjective && pos(k + 1) != Pos::number) break;
        continue;
      } else {
        break;
      }
      end = k + 1;
    }
    while (end > i && (pos(end - 1) == Pos::hyphen || pos(end - 1) == Pos::genitive)) --end;
    if (end <= i) return i + 1;
    if (genitive && genitive + 1 >= end) genitive = 0;
    if (head >= end) head = end - 1;
    if (pos(head) == Pos::determiner && tokens_[head].is("the"_w)) return end;
    NounPhrase np{to32(i), to32(end), to32(head), to32(genitive), PhraseKind::noun, false, false};
    np.is_possessor = pos(end) == Pos::genitive;
    np.kind = kind_of(np);
    np.plural = ends_in_s(head) && np.kind == PhraseKind::noun;
    out_.phrases_.push_back(np);
    return end;
  }

  static std::uint32_t to32(std::size_t i) { return static_cast<std::uint32_t>(i); }

  static bool begins(Pos p) {
    return p == Pos::determiner || p == Pos::possessive || p == Pos::number || p == Pos::adjective ||
           p == Pos::noun || p == Pos::name;
  }

  /// "John Doolan 3d": two tokens that end a name.
  bool generation(std::size_t k) const {
    const Token& t = tokens_[k + 1];
    return tokens_[k].is_number() && pos(k - 1) == Pos::name && tokens_[k].span().size() == 1 && t.glued() &&
           (t.is("d"_w) || t.is("nd"_w) || t.is("rd"_w) || t.is("th"_w));
  }

  bool predeterminer(std::size_t i) const {
    return tokens_[i].is("all"_w) || tokens_[i].is("both"_w) || tokens_[i].is("half"_w) ||
           tokens_[i].is("such"_w) || tokens_[i].is("what"_w) || tokens_[i].is("many"_w);
  }

  /// A phrase cannot run on into token `k`: a time word after another noun, a name after a time word.
  bool breaks_before(std::size_t k, std::size_t first, bool has_head) const {
    if (!has_head || pos(k - 1) == Pos::hyphen) return false;
    const bool time = tokens_[k].has(Tag::calendar) && pos(k) != Pos::genitive &&
                      !(pos(k) == Pos::name && pos(k + 1) == Pos::name);
    if (pos(k) == Pos::name && pos(k - 1) == Pos::noun && !tokens_[k - 1].capital() && ends_in_s(k - 1) &&
        alone(k))
      return true;  // "a letter to the members Ann Lee wrote"
    const bool after_time = tokens_[k - 1].has(Tag::time_noun) || tokens_[k - 1].has(Tag::calendar);
    if (time && !after_time && !(k - first == 1 && pos(first) == Pos::determiner)) return true;
    return after_time && !time && pos(k) == Pos::name && !tokens_[k - 1].has(Tag::noun) &&
           !(pos(k - 1) == Pos::name && pos(first) == Pos::name && !tokens_[k - 1].has(Tag::calendar));
  }

  /// The run of names at `k` is no list, as in "the actors Ann Lee and Tom Moore".
  bool alone(std::size_t k) const {
    const std::size_t limit = k + 6;
    while (k < limit && (pos(k) == Pos::name || pos(k) == Pos::dot || pos(k) == Pos::hyphen)) ++k;
    return !tokens_[k].is("and"_w) && !tokens_[k].is_mark(',') && !tokens_[k].is_mark('&') && k < limit;
  }

  bool continues_after_genitive(std::size_t k) const {
    const Pos p = pos(k);
    return p == Pos::noun || p == Pos::name || p == Pos::adjective || p == Pos::number ||
           (p == Pos::adverb && (pos(k + 1) == Pos::adjective || pos(k + 1) == Pos::noun)) ||
           (p == Pos::possessive && tokens_[k].is("own"_w));
  }

  bool plural_pronoun(std::size_t i) const {
    const Token& t = tokens_[i];
    return t.is("we"_w) || t.is("they"_w) || t.is("us"_w) || t.is("them"_w) || t.is("others"_w);
  }

  bool ends_in_s(std::size_t i) const {
    const Token& t = tokens_[i];
    if (t.is("people"_w) || t.is("police"_w) || t.is("men"_w) || t.is("women"_w) || t.is("children"_w))
      return true;
    const std::string_view word = text_.slice(t.span());
    return word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's';
  }

  PhraseKind kind_of(const NounPhrase& np) const {
    const Token& h = tokens_[np.head];
    if (h.has(Tag::calendar) || (h.has(Tag::time_noun) && pos(np.head) != Pos::name)) return PhraseKind::time;
    if (pos(np.head) == Pos::number) return PhraseKind::number;
    if (is_pronoun(pos(np.head)) || pos(np.head) == Pos::determiner) return PhraseKind::pronoun;
    return pos(np.head) == Pos::name ? PhraseKind::name : PhraseKind::noun;
  }

  void index() {
    out_.next_phrase_.resize(tokens_.size() + 1);
    std::uint32_t p = 0;
    for (std::size_t i = 0; i <= tokens_.size(); ++i) {
      while (p < out_.phrases_.size() && out_.phrases_[p].begin < i) ++p;
      out_.next_phrase_[i] = p;
    }
  }

  const Text& text_;
  const Tokens& tokens_;
  Syntax& out_;
};

Syntax read_syntax(const Text& text, const Tokens& tokens, const std::vector<Sentence>& sentences) {
  Syntax out;
  SyntaxReader(text, tokens, out).run(sentences);
  return out;
}

}  // namespace copydesk
