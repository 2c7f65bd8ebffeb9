#include "shared/store/version_pack.h"

#include <algorithm>

#include "shared/base/failure.h"

namespace cm {
namespace {

// The first byte. Stored. Never renumber.
constexpr char kDotsFormat = 1;
constexpr char kFullFormat = 2;

void append_varint(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out += static_cast<char>((number & 0x7f) | 0x80);
    number >>= 7;
  }
  out += static_cast<char>(number);
}

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}
  bool at_end() const { return place_ == bytes_.size(); }
  std::uint8_t byte() {
    if (at_end())
      throw Failure(FailureCode::DatabaseUnreadable, "The versions of a record cannot be read.");
    return static_cast<std::uint8_t>(bytes_[place_++]);
  }
  std::uint64_t varint() {
    std::uint64_t number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::uint8_t next = byte();
      number |= static_cast<std::uint64_t>(next & 0x7f) << shift;
      if (!(next & 0x80)) return number;
    }
    throw Failure(FailureCode::DatabaseUnreadable, "The versions of a record cannot be read.");
  }

 private:
  std::string_view bytes_;
  std::size_t place_ = 0;
};

bool lead_before(const VersionSet::Entry& entry, FieldNumber lead) {
  return entry.lead < lead;
}

void append_version(std::string& out, const Version& version, PackVersions what) {
  append_varint(out, version.dot.device.number);
  append_varint(out, version.dot.seq);
  if (what == PackVersions::Dots) return;
  append_varint(out, static_cast<std::uint64_t>(version.eff.packed()));
  out += static_cast<char>(version.rank);
}

bool same_group(const Version& a, const Version& b, PackVersions what) {
  return what == PackVersions::Dots ? a.dot == b.dot : a == b;
}

}  // namespace

const Version* VersionSet::find(FieldNumber lead) const {
  const auto found = std::lower_bound(entries_.begin(), entries_.end(), lead, lead_before);
  return found != entries_.end() && found->lead == lead ? &found->version : nullptr;
}

void VersionSet::set(FieldNumber lead, const Version& version) {
  const auto place = std::lower_bound(entries_.begin(), entries_.end(), lead, lead_before);
  if (place != entries_.end() && place->lead == lead)
    place->version = version;
  else
    entries_.insert(place, Entry{lead, version});
}

std::map<FieldNumber, Dot> VersionSet::dots() const {
  std::map<FieldNumber, Dot> dots;
  for (const Entry& entry : entries_) dots.emplace_hint(dots.end(), entry.lead, entry.version.dot);
  return dots;
}

VersionSet VersionSet::from_dots(const std::map<FieldNumber, Dot>& dots) {
  VersionSet versions;
  versions.entries_.reserve(dots.size());
  for (const auto& [lead, dot] : dots)
    versions.entries_.push_back({lead, Version{dot, {}, FieldRank::Plain}});
  return versions;
}

std::string pack_versions(const VersionSet& versions, PackVersions what) {
  std::string out(1, what == PackVersions::Full ? kFullFormat : kDotsFormat);
  const auto& entries = versions.entries();
  std::vector<bool> done(entries.size());
  for (std::size_t first = 0; first < entries.size(); ++first) {
    if (done[first]) continue;
    append_version(out, entries[first].version, what);
    std::string leads;
    std::uint64_t count = 0;
    FieldNumber previous = 0;
    for (std::size_t i = first; i < entries.size(); ++i) {
      if (done[i] || !same_group(entries[first].version, entries[i].version, what)) continue;
      done[i] = true;
      ++count;
      append_varint(leads, static_cast<std::uint64_t>(entries[i].lead - previous));
      previous = entries[i].lead;
    }
    append_varint(out, count);
    out += leads;
  }
  return out;
}

VersionSet unpack_versions(std::string_view bytes) {
  Unpacker in(bytes);
  const char format = static_cast<char>(in.byte());
  if (format != kDotsFormat && format != kFullFormat) {
    throw Failure(FailureCode::DatabaseUnreadable, "The versions of a record cannot be read.");
  }
  VersionSet versions;
  while (!in.at_end()) {
    Version version;
    version.dot.device.number = in.varint();
    version.dot.seq = in.varint();
    if (format == kFullFormat) {
      version.eff = EffectiveTime::from_packed(static_cast<std::int64_t>(in.varint()));
      version.rank = in.byte() == static_cast<std::uint8_t>(FieldRank::Office) ? FieldRank::Office
                                                                               : FieldRank::Plain;
    }
    FieldNumber lead = 0;
    for (std::uint64_t count = in.varint(); count > 0; --count) {
      lead = static_cast<FieldNumber>(lead + in.varint());
      versions.set(lead, version);
    }
  }
  return versions;
}

}  // namespace cm
