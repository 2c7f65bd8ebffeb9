// The numbered parameters of a statement that is put together from parts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/record/value.h"

namespace cm {

class SqlParameters {
 public:
  // Its name in the SQL: "?3".
  std::string add(Value value) {
    values_.push_back(std::move(value));
    return name(values_.size());
  }
  // The name of one that the caller binds himself after all of these, counted from 0.
  std::string next(std::size_t after) const { return name(values_.size() + 1 + after); }
  const std::vector<Value>& values() const { return values_; }  // in the order to be bound

 private:
  static std::string name(std::size_t number) { return "?" + std::to_string(number); }
  std::vector<Value> values_;
};

}  // namespace cm
