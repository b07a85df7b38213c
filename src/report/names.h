// The words that enumerators have in reports.
#pragma once

#include "copydesk/report.h"

namespace copydesk {

const char* name_of(BlockKind kind);
const char* name_of(HeadSource source);
const char* name_of(QuoteKind kind);
const char* name_of(Confidence confidence);
const char* name_of(DateType type);
const char* name_of(DateMod mod);
const char* name_of(Grain grain);
const char* name_of(NumberKind kind);
const char* name_of(Approx approx);
const char* name_of(ChangeRole role);
const char* name_of(Direction direction);
const char* name_of(Severity severity);
/// Null for `none`.
const char* name_of(ReferenceSource source);

}  // namespace copydesk
