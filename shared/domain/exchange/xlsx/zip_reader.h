// A zip archive in memory, read entry by entry in pieces, bounded against archives that unpack to
// more than anyone wrote. Wraps minizip.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace cm {

struct ZipLimits {
  std::size_t entries_max = 2000;
  std::uint64_t unpacked_bytes_max = 512u << 20;  // of all that is read
  std::uint64_t ratio_max = 300;  // unpacked to packed, above the first MiB; text has 10 to 100
};

class ZipReader {
 public:
  // The bytes must outlive the reader.
  explicit ZipReader(std::string_view bytes, ZipLimits limits = {});
  ~ZipReader();
  ZipReader(const ZipReader&) = delete;
  ZipReader& operator=(const ZipReader&) = delete;

  bool is_archive() const;
  // Opens an entry to be read from its beginning; names match without regard to case. False: it is
  // not there, or in a form that we do not read (encrypted, not deflated).
  bool open(std::string_view name);
  enum class Piece { Bytes, End, Damaged, TooLarge };
  // The next piece of the open entry into `out` (replaced), at most `bytes_max`. Its checksum is
  // looked at before End.
  Piece read(std::string& out, std::size_t bytes_max);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cm
