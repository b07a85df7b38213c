// The report's fields in their order, once.  A writer gets them as calls:
//   begin_object/end_object, begin_array/end_array, key(name), text(string), span_text(span),
//   offset(byte offset), integer(n), null().
// docs/report.schema.json and web/index.d.ts name the same fields; a test compares them.
#pragma once

#include "copydesk/report.h"
#include "report/names.h"

namespace copydesk {

template <class Writer>
class FieldWalk {
 public:
  explicit FieldWalk(Writer& out) : out_(out) {}

  void report(const Report& r) {
    out_.begin_object();
    integer("version", 1);
    if (!r.id.empty()) text("id", r.id);
    text("offsets", "utf-16");
    out_.key("reference");
    out_.begin_object();
    text_or_null("value", r.reference.value.empty() ? nullptr : r.reference.value.c_str());
    text_or_null("source", name_of(r.reference.source));
    out_.end_object();
    out_.key("article");
    head(r.article);
    array("blocks", r.blocks, [&](const Block& b) {
      place(b.span);
      text("kind", name_of(b.kind));
      rule(b.rule);
    });
    array("sentences", r.sentences, [&](const Sentence& s) {
      place(s.span);
      integer("block", s.block);
      rule(s.rule);
    });
    std::uint32_t id = 0;
    array("people", r.people, [&](const Person& p) { person(p, id++); });
    array("quotes", r.quotes, [&](const Quote& q) { quote(q); });
    array("dates", r.dates, [&](const Date& d) { date(d); });
    array("numbers", r.numbers, [&](const Number& n) { number(n); });
    array("findings", r.findings, [&](const Finding& f) { finding(f); });
    array("matches", r.matches, [&](const Match& m) { match(m); });
    out_.end_object();
  }

 private:
  void place(Span span) {
    out_.key("start");
    out_.offset(span.begin);
    out_.key("end");
    out_.offset(span.end);
  }
  void place_with_text(Span span) {
    place(span);
    out_.key("text");
    out_.span_text(span);
  }
  void text(const char* key, std::string_view value) {
    out_.key(key);
    out_.text(value);
  }
  void text_if(const char* key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  void text_or_null(const char* key, const char* value) {
    out_.key(key);
    if (value)
      out_.text(value);
    else
      out_.null();
  }
  void integer(const char* key, std::uint32_t value) {
    out_.key(key);
    out_.integer(value);
  }
  void rule(RuleId id) { text("rule", rule_name(id)); }

  template <class List, class Each>
  void array(const char* key, const List& list, Each each) {
    out_.key(key);
    out_.begin_array();
    for (const auto& item : list) {
      out_.begin_object();
      each(item);
      out_.end_object();
    }
    out_.end_array();
  }
  template <class List>
  void texts_if(const char* key, const List& list) {
    if (list.empty()) return;
    out_.key(key);
    out_.begin_array();
    for (const std::string& item : list) out_.text(item);
    out_.end_array();
  }
  void spans(const char* key, const std::vector<Span>& list) {
    array(key, list, [&](Span span) { place(span); });
  }

  void head_field(const HeadField& field) {
    out_.begin_object();
    place_with_text(field.span);
    text_if("value", field.value);
    out_.end_object();
  }
  void head_field(const char* key, const std::optional<HeadField>& field) {
    if (!field) return;
    out_.key(key);
    head_field(*field);
  }
  void head_fields(const char* key, const std::vector<HeadField>& fields) {
    out_.key(key);
    out_.begin_array();
    for (const HeadField& field : fields) head_field(field);
    out_.end_array();
  }
  void head(const ArticleHead& head) {
    out_.begin_object();
    head_field("headline", head.headline);
    head_fields("authors", head.authors);
    head_field("published", head.published);
    head_field("updated", head.updated);
    head_field("dateline", head.dateline);
    head_fields("credits", head.credits);
    out_.end_object();
  }

  void person(const Person& p, std::uint32_t id) {
    integer("id", id);
    text("name", p.name);
    text_if("role", p.role);
    spans("mentions", p.mentions);
  }

  void quote(const Quote& q) {
    place(q.span);
    text("kind", name_of(q.kind));
    spans("content", q.content);
    out_.key("speaker");
    if (q.speaker) {
      out_.begin_object();
      place_with_text(q.speaker->span);
      if (q.speaker->person) integer("person", *q.speaker->person);
      text_if("name", q.speaker->name);
      out_.end_object();
    } else {
      out_.null();
    }
    out_.key("cue");
    if (q.cue) {
      out_.begin_object();
      place_with_text(q.cue->span);
      text("lemma", q.cue->lemma);
      out_.end_object();
    } else {
      out_.null();
    }
    rule(q.rule);
    text("confidence", name_of(q.confidence));
  }

  void date(const Date& d) {
    place_with_text(d.span);
    text("type", name_of(d.type));
    text("value", d.value);
    text_if("mod", name_of(d.mod));
    text_if("from", d.from);
    text_if("to", d.to);
    text_if("edtf", d.edtf);
    text_if("grain", name_of(d.grain));
    rule(d.rule);
    texts_if("alternatives", d.alternatives);
    texts_if("inferred", d.inferred);
  }

  void number(const Number& n) {
    place_with_text(n.span);
    text("kind", name_of(n.kind));
    text_or_null("value", n.value.empty() ? nullptr : n.value.c_str());
    text_if("low", n.low);
    text_if("high", n.high);
    text_if("approx", name_of(n.approx));
    text_if("unit", n.unit);
    texts_if("unitCandidates", n.unit_candidates);
    text_if("ucum", n.ucum);
    if (!n.base_unit.empty()) {
      out_.key("base");
      out_.begin_object();
      text("value", n.base_value);
      text("unit", n.base_unit);
      out_.end_object();
    }
    if (n.of) {
      out_.key("of");
      out_.begin_object();
      place_with_text(*n.of);
      out_.end_object();
    }
    text_if("role", name_of(n.role));
    text_if("direction", name_of(n.direction));
    if (n.same_as) integer("sameAs", *n.same_as);
    rule(n.rule);
    text("confidence", name_of(n.confidence));
  }

  void finding(const Finding& f) {
    text("code", f.code);
    text("severity", name_of(f.severity));
    text("message", f.message);
    spans("spans", f.spans);
    text_if("suggestion", f.suggestion);
  }

  void match(const Match& m) {
    text("id", m.id);
    place_with_text(m.span);
    array("groups", m.groups, [&](const Match::Group& g) {
      text_if("name", g.name);
      place_with_text(g.span);
    });
  }

  Writer& out_;
};

}  // namespace copydesk
