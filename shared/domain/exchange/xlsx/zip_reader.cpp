#include "shared/domain/exchange/xlsx/zip_reader.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>

namespace cm {
namespace {

constexpr std::uint64_t kRatioFree = 1u << 20;
constexpr std::size_t kNameMax = 512;
constexpr int kIgnoreCase = 2;

// The archive as minizip's "file": opaque is the stream.
struct Memory {
  std::string_view bytes;
  std::uint64_t at = 0;
};

Memory& memory_of(voidpf stream) {
  return *static_cast<Memory*>(stream);
}
voidpf open_memory(voidpf opaque, const void*, int) {
  return opaque;
}
uLong read_memory(voidpf, voidpf stream, void* into, uLong size) {
  Memory& memory = memory_of(stream);
  const std::uint64_t left = memory.bytes.size() - memory.at;
  const auto taken = static_cast<uLong>(std::min<std::uint64_t>(left, size));
  if (taken) std::memcpy(into, memory.bytes.data() + memory.at, taken);
  memory.at += taken;
  return taken;
}
uLong refuse_write(voidpf, voidpf, const void*, uLong) {
  return 0;
}
ZPOS64_T tell_memory(voidpf, voidpf stream) {
  return memory_of(stream).at;
}
long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& memory = memory_of(stream);
  const std::uint64_t from = origin == ZLIB_FILEFUNC_SEEK_END   ? memory.bytes.size()
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? memory.at
                                                                : 0;
  const std::uint64_t size = memory.bytes.size();
  if (offset > size || from + offset > size) return -1;
  memory.at = from + offset;
  return 0;
}
int do_nothing(voidpf, voidpf) {
  return 0;
}

}  // namespace

struct ZipReader::State {
  Memory memory;
  ZipLimits limits;
  unzFile archive = nullptr;
  bool entry_open = false;
  std::uint64_t packed = 0;    // of the open entry
  std::uint64_t unpacked = 0;  // of the open entry
  std::uint64_t unpacked_in_all = 0;

  void close_entry() {
    if (entry_open) unzCloseCurrentFile(archive);
    entry_open = false;
  }
  bool is_too_large() const {
    if (unpacked_in_all > limits.unpacked_bytes_max) return true;
    return unpacked > kRatioFree &&
           unpacked / std::max<std::uint64_t>(packed, 1) > limits.ratio_max;
  }
};

ZipReader::ZipReader(std::string_view bytes, ZipLimits limits) : state_(std::make_unique<State>()) {
  state_->memory.bytes = bytes;
  state_->limits = limits;
  zlib_filefunc64_def calls{open_memory, read_memory, refuse_write, tell_memory,
                            seek_memory, do_nothing,  do_nothing,   &state_->memory};
  state_->archive = unzOpen2_64("", &calls);
  unz_global_info64 about{};
  const bool bounded = state_->archive && unzGetGlobalInfo64(state_->archive, &about) == UNZ_OK &&
                       about.number_entry <= limits.entries_max;
  if (state_->archive && !bounded) {
    unzClose(state_->archive);
    state_->archive = nullptr;
  }
}

ZipReader::~ZipReader() {
  state_->close_entry();
  if (state_->archive) unzClose(state_->archive);
}

bool ZipReader::is_archive() const {
  return state_->archive != nullptr;
}

bool ZipReader::open(std::string_view name) {
  if (!state_->archive || name.size() > kNameMax) return false;
  state_->close_entry();
  if (unzLocateFile(state_->archive, std::string(name).c_str(), kIgnoreCase) != UNZ_OK)
    return false;
  unz_file_info64 about{};
  if (unzGetCurrentFileInfo64(state_->archive, &about, nullptr, 0, nullptr, 0, nullptr, 0) !=
          UNZ_OK ||
      (about.flag & 1) != 0)
    return false;
  state_->packed = std::min<std::uint64_t>(about.compressed_size, state_->memory.bytes.size());
  state_->unpacked = 0;
  state_->entry_open = unzOpenCurrentFile(state_->archive) == UNZ_OK;
  return state_->entry_open;
}

ZipReader::Piece ZipReader::read(std::string& out, std::size_t bytes_max) {
  out.clear();
  if (!state_->entry_open) return Piece::Damaged;
  out.resize(bytes_max);
  const int taken =
      unzReadCurrentFile(state_->archive, out.data(), static_cast<unsigned>(bytes_max));
  out.resize(taken > 0 ? static_cast<std::size_t>(taken) : 0);
  if (taken < 0) return Piece::Damaged;
  state_->unpacked += out.size();
  state_->unpacked_in_all += out.size();
  if (state_->is_too_large()) return Piece::TooLarge;
  if (taken > 0) return Piece::Bytes;
  state_->entry_open = false;
  return unzCloseCurrentFile(state_->archive) == UNZ_OK ? Piece::End : Piece::Damaged;
}

}  // namespace cm
