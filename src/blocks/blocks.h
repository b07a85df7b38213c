// Stage: text, tokens → the page's blocks and the article's head.
#pragma once

#include "copydesk/blocks.h"
#include "copydesk/text.h"
#include "text/tokens.h"

namespace copydesk {

Page read_page(const Text& text, const Tokens& tokens);

}  // namespace copydesk
