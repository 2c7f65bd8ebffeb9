// Open HTTP requests and what is done with the answer of each.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "client/platform/platform.h"

namespace cm {

class Requests {
 public:
  using OnAnswer = std::function<void(const HttpAnswer&)>;

  explicit Requests(Platform& platform) : platform_(platform) {}
  void send(std::string method, std::string path, std::string body, OnAnswer on_answer);
  // Runs what waits for this answer, once; an answer nobody waits for is dropped.
  void answer(const HttpAnswer& answer);

 private:
  Platform& platform_;
  std::map<std::uint32_t, OnAnswer> open_;
  std::uint32_t last_id_ = 0;
};

}  // namespace cm
