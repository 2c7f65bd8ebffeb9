// A named number that the master keeps: the next customer code, when the change log is swept.
#pragma once

#include <string_view>

#include "shared/store/statement.h"

namespace cm {

class Counter {
 public:
  Counter(Database& database, std::string_view name) : database_(database), name_(name) {}
  std::int64_t value() const {  // 0 when never set
    Statement statement(database_, "SELECT value FROM counter WHERE name = ?");
    return statement.bind(name_).step() ? statement.integer(0) : 0;
  }
  void set(std::int64_t value) {
    Statement(database_,
              "INSERT INTO counter(name, value) VALUES (?, ?)"
              " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
        .bind(name_, value)
        .run();
  }
  std::int64_t next() {
    const std::int64_t next = value() + 1;
    set(next);
    return next;
  }

 private:
  Database& database_;
  std::string_view name_;
};

}  // namespace cm
