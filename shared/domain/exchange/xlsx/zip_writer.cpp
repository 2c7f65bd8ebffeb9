#include "shared/domain/exchange/xlsx/zip_writer.h"

#include <minizip/zip.h>

#include <algorithm>

#include "shared/base/ensure.h"

namespace cm {
namespace {

constexpr int kLevel = 6;
constexpr uLong kFirstOfJanuary1980 = 1u << 21 | 1u << 16;  // the earliest date that a zip can say

struct Memory {
  std::string bytes;
  std::size_t at = 0;
};

Memory& memory_of(voidpf stream) {
  return *static_cast<Memory*>(stream);
}
voidpf open_memory(voidpf opaque, const void*, int) {
  return opaque;
}
uLong read_memory(voidpf, voidpf stream, void* into, uLong size) {
  Memory& memory = memory_of(stream);
  const std::size_t taken = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
  std::copy_n(memory.bytes.data() + memory.at, taken, static_cast<char*>(into));
  memory.at += taken;
  return static_cast<uLong>(taken);
}
uLong write_memory(voidpf, voidpf stream, const void* from, uLong size) {
  Memory& memory = memory_of(stream);
  if (memory.bytes.size() < memory.at + size) memory.bytes.resize(memory.at + size);
  std::copy_n(static_cast<const char*>(from), size, memory.bytes.data() + memory.at);
  memory.at += size;
  return size;
}
ZPOS64_T tell_memory(voidpf, voidpf stream) {
  return memory_of(stream).at;
}
long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& memory = memory_of(stream);
  const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_END   ? memory.bytes.size()
                           : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory.at
                                                              : 0;
  if (from + offset > memory.bytes.size()) return -1;
  memory.at = static_cast<std::size_t>(from + offset);
  return 0;
}
int do_nothing(voidpf, voidpf) {
  return 0;
}

}  // namespace

struct ZipWriter::State {
  Memory memory;
  zipFile archive = nullptr;
  bool entry_open = false;

  void end_entry() {
    if (entry_open) ENSURE(zipCloseFileInZip(archive) == ZIP_OK, "memory takes every byte");
    entry_open = false;
  }
};

ZipWriter::ZipWriter() : state_(std::make_unique<State>()) {
  zlib_filefunc64_def calls{open_memory, read_memory, write_memory, tell_memory,
                            seek_memory, do_nothing,  do_nothing,   &state_->memory};
  state_->archive = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &calls);
  ENSURE(state_->archive, "an archive in memory can always be begun");
}

ZipWriter::~ZipWriter() {
  if (state_->archive) zipClose(state_->archive, nullptr);
}

void ZipWriter::begin(const std::string& name) {
  state_->end_entry();
  zip_fileinfo about{};
  about.dosDate = kFirstOfJanuary1980;
  const int begun = zipOpenNewFileInZip(state_->archive, name.c_str(), &about, nullptr, 0, nullptr,
                                        0, nullptr, Z_DEFLATED, kLevel);
  ENSURE(begun == ZIP_OK, "memory takes every byte");
  state_->entry_open = true;
}

void ZipWriter::write(std::string_view bytes) {
  const int written =
      zipWriteInFileInZip(state_->archive, bytes.data(), static_cast<unsigned>(bytes.size()));
  ENSURE(written == ZIP_OK, "memory takes every byte");
}

std::string ZipWriter::finish() {
  state_->end_entry();
  zipClose(state_->archive, nullptr);
  state_->archive = nullptr;
  return std::move(state_->memory.bytes);
}

}  // namespace cm
