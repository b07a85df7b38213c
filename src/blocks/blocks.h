// Stage: text, tokens → the page's blocks and the article's head.
#pragma once

#include <string_view>

#include "copydesk/blocks.h"
#include "copydesk/text.h"
#include "text/tokens.h"

namespace copydesk {

/// `headline`: what the page's metadata say it is; empty when they do not.
Page read_page(const Text& text, const Tokens& tokens, std::string_view headline = {});

}  // namespace copydesk
