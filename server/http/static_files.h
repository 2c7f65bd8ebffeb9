// The browser client's files, read into memory at start: what is not in the list does not exist, so
// no path can lead anywhere else.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace cm {

class StaticFiles {
 public:
  static constexpr std::size_t kBytesMax = 256u << 20;

  StaticFiles() = default;
  // Regular files only; symbolic links are left out. x.br and x.gz are other forms of x.
  // Failure when the folder cannot be read or is larger than kBytesMax. A missing folder is an
  // empty one.
  static StaticFiles load(const std::string& folder);

  // GET or HEAD of a path that no API route has.
  HttpReply answer(const RequestHead& head) const;
  bool empty() const { return files_by_path_.empty(); }

 private:
  struct File {
    std::string bytes, brotli, gzip;  // the last two empty when they are not there
    std::string etag;                 // of `bytes`, without quotes
    std::string_view type;
    bool forever = false;  // the name holds a hash of the content
  };
  HttpReply answer_file(const File& file, const RequestHead& head) const;
  const File* find(const std::string& path) const;

  std::map<std::string, File> files_by_path_;
};

// The MIME type by the file's ending; application/octet-stream for unknown ones.
std::string_view mime_type_of(std::string_view path);
// True for names such as app-3f9c2b1a.js and main-K3J2N7QX.wasm.
bool has_content_hash(std::string_view path);

}  // namespace cm
