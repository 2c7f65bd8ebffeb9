// Cleaning and shape of the numbers that an authority gives out (GSTIN, PAN).
#pragma once

#include <string>
#include <string_view>

namespace cm {

// Upper case; white space, hyphens (any dash) and invisible characters taken out.
std::string clean_identity(std::string_view text);

// True when each character fits the shape's: A a letter, 9 a digit, X a letter or digit, N a letter
// or digit but 0; "[…]" one of those listed; anything in lower case stands for itself in upper
// case.
bool matches_shape(std::string_view text, std::string_view shape);

}  // namespace cm
