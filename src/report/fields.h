// The report's fields in their order, once.  A writer gets them as calls:
//   key(name), then one value:
//     begin_object … end_object, begin_array(size) … end_array, null(),
//     text(string), name(string that lives as long as the program), integer(n),
//     offset(byte offset), span_text(span, whose two offsets were the last values written)
//   null_object(): null in the place of an object
//   absent_text(), absent_integer(), absent_object(), absent_passage(): an optional field that this record
//   lacks, without a
//     key before; begin_optional_object() … end_object: one that it has.
// json.cpp leaves absent fields out; flat.cpp gives each its place, so that every record of a kind has the
// same layout.  web/decode.js, docs/report.schema.json and web/index.d.ts name the same fields; tests
// compare.
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
    text_if("id", r.id);
    name("offsets", "utf-16");
    out_.key("reference");
    out_.begin_object();
    text_or_null("value", r.reference.value);
    name_or_null("source", name_of(r.reference.source));
    text_if("timeZone", r.reference.time_zone);
    out_.end_object();
    out_.key("article");
    head(r.article);
    array("blocks", r.blocks, [&](const Block& b) {
      place(b.span);
      name("kind", name_of(b.kind));
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
  void name(const char* key, std::string_view value) {
    out_.key(key);
    out_.name(value);
  }
  void text_if(const char* key, std::string_view value) {
    if (value.empty()) return out_.absent_text();
    text(key, value);
  }
  void name_if(const char* key, std::string_view value) {
    if (value.empty()) return out_.absent_text();
    name(key, value);
  }
  void text_or_null(const char* key, std::string_view value) {
    out_.key(key);
    value.empty() ? out_.null() : out_.text(value);
  }
  void name_or_null(const char* key, std::string_view value) {
    out_.key(key);
    value.empty() ? out_.null() : out_.name(value);
  }
  void integer(const char* key, std::uint32_t value) {
    out_.key(key);
    out_.integer(value);
  }
  void integer_if(const char* key, const std::optional<std::uint32_t>& value) {
    if (!value) return out_.absent_integer();
    integer(key, *value);
  }
  void rule(RuleId id) { name("rule", rule_name(id)); }

  template <class List, class Each>
  void array(const char* key, const List& list, Each each) {
    out_.key(key);
    out_.begin_array(list.size());
    for (const auto& item : list) {
      out_.begin_object();
      each(item);
      out_.end_object();
    }
    out_.end_array();
  }
  template <class Value, class Fields>
  void optional(const char* key, const std::optional<Value>& value, Fields fields) {
    if (!value) return out_.absent_object();
    out_.key(key);
    out_.begin_optional_object();
    fields(*value);
    out_.end_object();
  }
  template <class Value, class Fields>
  void optional_or_null(const char* key, const std::optional<Value>& value, Fields fields) {
    if (value) return optional(key, value, fields);
    out_.key(key);
    out_.null_object();
  }
  template <class List>
  void texts_if(const char* key, const List& list) {
    if (list.empty()) return out_.absent_object();
    out_.key(key);
    out_.begin_array(list.size());
    for (const std::string& item : list) out_.text(item);
    out_.end_array();
  }
  void spans(const char* key, const std::vector<Span>& list) {
    array(key, list, [&](Span span) { place(span); });
  }

  void head_field(const HeadField& field) {
    if (field.span.empty())
      out_.absent_passage();
    else
      place_with_text(field.span);
    text_if("value", field.value);
    name("source", name_of(field.source));
  }
  void head_field(const char* key, const std::optional<HeadField>& field) {
    optional(key, field, [&](const HeadField& f) { head_field(f); });
  }
  void head_fields(const char* key, const std::vector<HeadField>& fields) {
    array(key, fields, [&](const HeadField& field) { head_field(field); });
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
    name("kind", name_of(q.kind));
    spans("content", q.content);
    optional_or_null("speaker", q.speaker, [&](const Speaker& s) {
      place_with_text(s.span);
      integer_if("person", s.person);
      text_if("name", s.name);
    });
    optional_or_null("cue", q.cue, [&](const Cue& c) {
      place_with_text(c.span);
      text("lemma", c.lemma);
    });
    integer_if("parent", q.parent);
    if (q.self.empty())
      out_.absent_object();
    else
      spans("self", q.self);
    rule(q.rule);
    name("confidence", name_of(q.confidence));
  }

  void date(const Date& d) {
    place_with_text(d.span);
    name("type", name_of(d.type));
    text("value", d.value);
    name_if("mod", name_of(d.mod));
    text_if("from", d.from);
    text_if("to", d.to);
    text_if("edtf", d.edtf);
    name_if("grain", name_of(d.grain));
    rule(d.rule);
    texts_if("alternatives", d.alternatives);
    texts_if("inferred", d.inferred);
  }

  void number(const Number& n) {
    place_with_text(n.span);
    name("kind", name_of(n.kind));
    text_or_null("value", n.value);
    text_if("low", n.low);
    text_if("high", n.high);
    name_if("approx", name_of(n.approx));
    text_if("unit", n.unit);
    texts_if("unitCandidates", n.unit_candidates);
    text_if("ucum", n.ucum);
    if (n.base_unit.empty()) {
      out_.absent_object();
    } else {
      out_.key("base");
      out_.begin_optional_object();
      text("value", n.base_value);
      text("unit", n.base_unit);
      out_.end_object();
    }
    optional("of", n.of, [&](Span of) { place_with_text(of); });
    name_if("role", name_of(n.role));
    name_if("direction", name_of(n.direction));
    integer_if("sameAs", n.same_as);
    rule(n.rule);
    name("confidence", name_of(n.confidence));
  }

  void finding(const Finding& f) {
    text("code", f.code);
    name("severity", name_of(f.severity));
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
