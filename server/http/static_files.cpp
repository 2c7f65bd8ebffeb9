#include "server/http/static_files.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "server/http/compression.h"
#include "server/http/errors.h"
#include "shared/base/failure.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

constexpr std::pair<std::string_view, std::string_view> kMimeTypes[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json; charset=utf-8"},
    {".webmanifest", "application/manifest+json; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".ttf", "font/ttf"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json; charset=utf-8"},
};

// Addresses of the client's screens: all of them are the one page. A trailing slash covers what is
// below. So are /<table> and what is below it, of every record type.
constexpr std::string_view kScreens[] = {"/",           "/customers", "/customers/", "/setup",
                                         "/sign-in",    "/conflicts", "/sync",       "/more",
                                         "/duplicates", "/duplicates/", "/import/"};

constexpr std::string_view kNoClient =
    "<!doctype html><html lang=\"en\"><title>Customer Master</title><h1>Customer Master</h1>"
    "<p>The server runs, but it was given no client to serve.</p>"
    "<p>Build it with <code>scripts/build web</code> and start the server with <code>--web "
    "build/web/site</code>, "
    "or use <code>scripts/serve</code>, which does both.</p></html>";

std::string content_hash(std::string_view bytes) {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  std::string text(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
  text.pop_back();
  return text;
}

std::string read_whole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.good() && !in.eof())
    throw Failure(FailureCode::DiskError, "Cannot read " + path.string() + ".");
  return bytes;
}

bool is_record_screen(std::string_view path) {
  const std::string_view below = path.substr(std::min<std::size_t>(1, path.size()));
  return record_catalogue().find(below.substr(0, below.find('/'))) != nullptr;
}

bool is_screen(std::string_view path) {
  if (is_record_screen(path)) return true;
  return std::any_of(std::begin(kScreens), std::end(kScreens), [&](std::string_view screen) {
    return path == screen ||
           (screen.size() > 1 && screen.back() == '/' && path.substr(0, screen.size()) == screen);
  });
}

// If-None-Match holds the tag, weak or not, or "*".
bool matches_etag(std::string_view if_none_match, std::string_view quoted) {
  return if_none_match == "*" || if_none_match.find(quoted) != std::string_view::npos;
}

// Takes one ending off when it is there.
bool drop_ending(std::string& path, std::string_view ending) {
  if (path.size() <= ending.size() ||
      path.compare(path.size() - ending.size(), ending.size(), ending) != 0) {
    return false;
  }
  path.resize(path.size() - ending.size());
  return true;
}

}  // namespace

std::string_view mime_type_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const std::string_view ending = dot == std::string_view::npos ? "" : path.substr(dot);
  for (const auto& [known, type] : kMimeTypes) {
    if (known == ending) return type;
  }
  return "application/octet-stream";
}

bool has_content_hash(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::size_t mark = name.find_last_of("-.", dot - 1);
  if (mark == std::string_view::npos) return false;
  const std::string_view hash = name.substr(mark + 1, dot - mark - 1);
  if (hash.size() < 8) return false;
  const bool hex = hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  const bool base32 =
      hash.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == std::string_view::npos;
  return hex || base32;
}

StaticFiles StaticFiles::load(const std::string& folder) {
  namespace fs = std::filesystem;
  StaticFiles site;
  std::error_code error;
  if (folder.empty() || !fs::is_directory(folder, error)) return site;
  const fs::path root(folder);
  std::size_t total = 0;
  std::map<std::string, std::string> bytes_by_path;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_symlink() || !entry.is_regular_file()) continue;
    total += entry.file_size();
    if (total > kBytesMax)
      throw Failure(FailureCode::Refused, folder + " is too large to be the client's folder.");
    bytes_by_path["/" + entry.path().lexically_relative(root).generic_string()] =
        read_whole(entry.path());
  }
  for (auto& [path, bytes] : bytes_by_path) {
    std::string plain = path;
    if ((drop_ending(plain, ".br") || drop_ending(plain, ".gz")) && bytes_by_path.count(plain))
      continue;
    File& file = site.files_by_path_[path];
    const auto take = [&](const std::string& of) {
      const auto found = bytes_by_path.find(of);
      return found == bytes_by_path.end() ? std::string() : found->second;
    };
    file = {bytes,
            take(path + ".br"),
            take(path + ".gz"),
            content_hash(bytes),
            mime_type_of(path),
            has_content_hash(path)};
  }
  return site;
}

const StaticFiles::File* StaticFiles::find(const std::string& path) const {
  const auto found = files_by_path_.find(path);
  return found == files_by_path_.end() ? nullptr : &found->second;
}

HttpReply StaticFiles::answer(const RequestHead& head) const {
  if (const File* file = find(head.path)) return answer_file(*file, head);
  if (!is_screen(head.path)) return error_reply("request.not_found");
  if (const File* page = find("/index.html")) return answer_file(*page, head);
  HttpReply reply;
  reply.status = 503;
  reply.content_type = "text/html; charset=utf-8";
  reply.body = kNoClient;
  return reply;
}

HttpReply StaticFiles::answer_file(const File& file, const RequestHead& head) const {
  HttpReply reply;
  reply.content_type = file.type;
  reply.headers.emplace_back("Cache-Control",
                             file.forever ? "public, max-age=31536000, immutable" : "no-cache");
  std::string etag = file.etag;
  const std::string* bytes = &file.bytes;
  if (!file.brotli.empty() && accepts_encoding(head.accept_encoding, "br")) {
    bytes = &file.brotli;
    etag += "-br";
    reply.headers.emplace_back("Content-Encoding", "br");
  } else if (!file.gzip.empty() && accepts_encoding(head.accept_encoding, "gzip")) {
    bytes = &file.gzip;
    etag += "-gz";
    reply.headers.emplace_back("Content-Encoding", "gzip");
  }
  if (!file.brotli.empty() || !file.gzip.empty())
    reply.headers.emplace_back("Vary", "Accept-Encoding");
  etag = "\"" + etag + "\"";
  reply.headers.emplace_back("ETag", etag);
  if (matches_etag(head.if_none_match, etag)) {
    reply.status = 304;
    std::erase_if(reply.headers,
                  [](const auto& header) { return header.first == "Content-Encoding"; });
    return reply;
  }
  reply.body = *bytes;
  return reply;
}

}  // namespace cm
