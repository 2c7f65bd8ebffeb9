#include "client/app/requests.h"

#include <utility>

namespace cm {

void Requests::send(std::string method, std::string path, std::string body, OnAnswer on_answer) {
  HttpRequest request;
  request.id = ++last_id_;
  request.method = std::move(method);
  request.path = std::move(path);
  request.body = std::move(body);
  open_[request.id] = std::move(on_answer);
  platform_.send_http(request);
}

void Requests::answer(const HttpAnswer& answer) {
  const auto found = open_.find(answer.id);
  if (found == open_.end()) return;
  const OnAnswer on_answer = std::move(found->second);
  open_.erase(found);
  on_answer(answer);
}

}  // namespace cm
