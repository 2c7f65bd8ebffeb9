#include <tuple>

#include "client/app/action.h"
#include "client/ui/frame.h"

namespace cm::ui {

template <class A>
void Frame::push(A action) {
  if (!measuring_) actions_.push_back(std::move(action));
}

namespace {

template <class... A>
constexpr auto pushes_of(std::variant<A...>*) {
  return std::tuple{&Frame::push<A>...};
}

}  // namespace

// Nobody reads it: that it names every push makes the compiler write them here.
extern const auto kEveryPush = pushes_of(static_cast<Action*>(nullptr));

}  // namespace cm::ui
