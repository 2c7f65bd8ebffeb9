// gzip in and out, with bounds; and what the other side says it can read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace cm {

// True when an Accept-Encoding header allows the coding: named or by "*", and not with q=0.
bool accepts_encoding(std::string_view accept_encoding, std::string_view coding);

std::string gzip(std::string_view bytes);

enum class GunzipError { Malformed, TooLarge };
// The whole of one gzip stream, complete and with a right checksum. Never holds more than
// `bytes_max` of it: a small body that unfolds to gigabytes stops there.
tl::expected<std::string, GunzipError> gunzip(std::string_view bytes, std::size_t bytes_max);

}  // namespace cm
