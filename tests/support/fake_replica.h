// A device's database without a database: what the engine's tests drive. Operations are on sample
// records.
#pragma once

#include <algorithm>
#include <vector>

#include "shared/base/failure.h"
#include "shared/sync/client_engine.h"
#include "tests/support/sample_records.h"

namespace cm {

class FakeReplica final : public ReplicaStore {
 public:
  // One save of `count` operations, each with a text of `bytes`.
  void save(std::size_t count = 1, std::size_t bytes = 1) {
    const DevSeq first = last_seq_ + 1;
    for (std::size_t i = 0; i < count; ++i) {
      Uuid::Bytes id{};
      id[15] = static_cast<std::uint8_t>(++last_seq_ % 250);
      Operation op(Uuid::from_bytes(id));
      op.seq = last_seq_;
      op.commit_seq = first;
      op.table = "shop";
      op.fields = {{sample::kName, std::string(bytes, 'x')}};
      unsent_.push_back(op);
    }
  }

  DeviceId device() const override { return {7}; }
  int schema() const override { return 3; }
  std::vector<Operation> list_unsent(std::size_t max) const override {
    std::size_t count = std::min(max, unsent_.size());
    if (count < unsent_.size()) {
      while (count > 0 && unsent_[count].commit_seq == unsent_[count - 1].commit_seq) --count;
      if (count == 0) count = max;  // one save is longer than that
    }
    return {unsent_.begin(), unsent_.begin() + static_cast<std::ptrdiff_t>(count)};
  }
  std::size_t count_unsent() const override { return unsent_.size(); }
  void close_operations(const PushReply& reply) override {
    throw_when_full();
    for (const OpResult& result : reply.results) {
      const auto found = std::find_if(unsent_.begin(), unsent_.end(),
                                      [&](const Operation& op) { return op.seq == result.seq; });
      if (found == unsent_.end()) continue;
      closed_.push_back(*found);
      unsent_.erase(found);
    }
  }
  bool reopen_operations(DevSeq last) override {
    const auto first = std::find_if(closed_.begin(), closed_.end(),
                                    [&](const Operation& op) { return op.seq == last + 1; });
    if (first == closed_.end()) return false;
    unsent_.insert(unsent_.begin(), first, closed_.end());
    closed_.erase(first, closed_.end());
    return true;
  }
  void forget_closed() { closed_.clear(); }
  Cursor cursor() const override { return cursor_; }
  void apply_page(const PullReply& page) override {
    throw_when_full();
    rows_ += page.rows.size();
    cursor_ = page.next;
  }
  void restart_pull() override {
    cursor_ = {};
    rows_ = 0;
  }
  std::size_t rows() const { return rows_; }
  void fill_disk(bool full) { disk_full_ = full; }

 private:
  void throw_when_full() const {
    if (disk_full_) throw Failure(FailureCode::DiskFull, "There is no space left.");
  }
  std::vector<Operation> unsent_;
  std::vector<Operation> closed_;
  DevSeq last_seq_ = 0;
  Cursor cursor_;
  std::size_t rows_ = 0;
  bool disk_full_ = false;
};

}  // namespace cm
