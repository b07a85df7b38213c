// The resolver: reads the mentions of a text in order and remembers what later ones count from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "copydesk/dates.h"
#include "dates/mention.h"
#include "dates/values.h"
#include "text/tokens.h"

namespace copydesk::dates {

inline constexpr std::int64_t kLongestDistance = 20000;  // units counted back or forward from a date

class Resolver {
 public:
  /// `reference`: ISO 8601 date or date-time, or empty.  The texts and mentions must outlive the resolver.
  Resolver(const Text& text, const Tokens& tokens, const std::vector<Mention>& mentions,
           std::string_view reference);
  std::vector<Date> run();

 private:
  bool resolve_one(const Mention& m, Date& date);

  // What is known.
  /// The quarter a business report is about: the last completed one when the text names it, else the first
  /// completed one it names.
  void find_report_quarter();
  void find_first_year();
  /// A quarter without a year: this year's, or last year's when it lies two or more ahead.
  CivilDate quarter_near(std::int32_t quarter) const;
  /// What unresolved times count from: the date before in a narrative, else the text's day.
  std::optional<CivilDate> base() const;
  void remember(CivilDate date, Unit grain);
  /// A dated event moves the narrative; a look back at years long before does not.
  void move_anchor(const Mention& m, CivilDate date);

  // Writing.
  void put(Date& date, const Point& point);
  void put_clock(const Mention& m, Date& date, CivilDate day);
  void put_part(const Mention& m, Date& date, CivilDate day);
  /// A day, with the clock time or part of the day that is written.
  void put_day(const Mention& m, Date& date, CivilDate day);
  /// A value with its unknown parts as X.
  void put_open(const Mention& m, Date& date, std::string value, Unit grain);
  /// A fiscal year is a firm's own: its calendar is not known.
  static void without_interval(Date& date);

  // Calendar names.
  bool calendar(const Mention& m, Date& date);
  bool year(const Mention& m, Date& date);
  bool day(const Mention& m, Date& date);
  static std::int32_t nearest_leap_year(std::int32_t year);
  /// A day that the calendar does not have is reported as written and means no interval.
  bool no_such_day(const Mention& m, Date& date, CivilDate written);
  /// The year of a month (and day) from the dates before it.
  std::int32_t narrative_year(const Mention& m) const;
  /// The year that a day of a text's history takes from the day before it: "on 28 June 1914 …; on 28 July".
  std::optional<std::int32_t> year_of_history(const Mention& m) const;
  /// The year that the day before gives: of a history, or of a range, "from Nov. 3 through April 10".
  std::optional<std::int32_t> year_beside(const Mention& m) const;
  /// The year of a month and day from the text's day: the one its weekday confirms, else by tense, unless the
  /// other is much nearer.
  std::int32_t year_near(const Mention& m, Date& date);
  bool month(const Mention& m, Date& date);
  std::int32_t year_of_month(const Mention& m, Date& date);
  bool weekday_alone(const Mention& m, Date& date);
  /// "Monday through Thursday", "Monday to Thursday", "Monday–Thursday".
  bool ends_range(const Mention& m) const;
  bool season(const Mention& m, Date& date);
  std::int32_t year_of_season(const Mention& m);
  bool quarter(const Mention& m, Date& date);
  /// "June last year", "the third quarter of this year".
  bool part_of_near_year(const Mention& m, Date& date);
  bool holiday(const Mention& m, Date& date);
  /// A holiday of no year: "XXXX-12-25".
  void put_open_holiday(const Mention& m, Date& date);
  /// "the 15th", "Friday the 13th", "the 5th inst.": the month of the date before it, else the nearest that
  /// has such a day where the tense looks.
  bool day_of_month(const Mention& m, Date& date);
  /// "the first Monday in September".
  bool nth_weekday_of(const Mention& m, Date& date);
  /// "the Monday after Easter".
  bool beside_day(const Mention& m, Date& date);

  // From the text's day.
  static const char* open_value(Unit unit);
  bool shift(const Mention& m, Date& date);

  // Distances.
  bool distance(const Mention& m, Date& date);
  bool report_year_before(const Mention& m, Date& date);
  /// Keeps the period of a report that was named last.
  void note_period(const Mention& m);
  /// The paragraph spoke last of nine months or a year, not of a quarter.
  bool speaks_of_longer_period(const Mention& m) const;
  bool counted(const Mention& m, Date& date, CivilDate from, std::int64_t hundredths);
  /// "a week from Friday": counted from the coming Friday.
  bool from_weekday(const Mention& m, Date& date, CivilDate from, std::int64_t days);
  bool in_calendar(Date& date, CivilDate day);

  // Anaphora.
  bool anaphora(const Mention& m, Date& date);
  /// "the tenth anniversary of the 2014 flood": of the date that follows.
  bool anniversary(const Mention& m, Date& date);
  bool latest(const Mention& m, Date& date);
  bool year_before(const Mention& m, Date& date);

  // Lengths and sets.
  bool length(const Mention& m, Date& date);
  bool duration(const Mention& m, Date& date);
  /// The stretch of a length that begins or ends at a day.
  static void place(const Mention& m, Date& date, CivilDate day, std::int64_t sign);
  /// "the first week of May", "the last nine months of 1995".
  bool place_within(const Mention& m, Date& date);
  /// "two days after Christmas": the length before it takes its place from the date.
  void place_beside(std::vector<Date>& dates, const Mention& m) const;
  bool set(const Mention& m, Date& date);
  bool reference_word(const Mention& m, Date& date);
  /// A time of day without its day: the day of the date before it in the sentence, else the text's day.
  bool clock(const Mention& m, Date& date);
  bool same_paragraph(const Mention& m) const;

  const Text& text_;
  const Tokens& tokens_;
  const std::vector<Mention>& mentions_;
  std::optional<CivilDate> reference_;
  bool narrative_;
  std::optional<CivilDate> anchor_;  // of the narrative
  Unit anchor_grain_ = Unit::year;
  std::optional<CivilDate> last_;  // the date resolved before
  Unit last_grain_ = Unit::day;
  const Mention* period_ = nullptr;  // the quarter or months of a report named last
  const Mention* before_ = nullptr;  // the mention resolved before
  std::optional<CivilDate> report_quarter_;
  std::optional<CivilDate> last_completed_;  // when a report names no quarter
};

}  // namespace copydesk::dates
