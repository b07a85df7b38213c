// The generated arrays behind the lexicon.
#pragma once

#include <cstdint>

#include "lexicon/tags.h"

namespace copydesk::lexicon_data {

extern const std::uint16_t displacements[];
extern const std::uint16_t fingerprints[];
extern const std::uint16_t combos[];  // word id → index into masks
extern const TagSet masks[];

}  // namespace copydesk::lexicon_data
