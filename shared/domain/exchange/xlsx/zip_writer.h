// A zip archive made in memory, entry after entry. Wraps minizip.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace cm {

// Entries carry no time, so that the same content is the same bytes.
class ZipWriter {
 public:
  ZipWriter();
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  void begin(const std::string& name);  // ends the entry before
  void write(std::string_view bytes);   // into the entry
  std::string finish();                 // the archive; nothing may be written after it

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cm
