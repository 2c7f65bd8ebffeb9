// One function object out of several lambdas, for std::visit.
#pragma once

namespace cm {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;  // clang 14 does not deduce it by itself

}  // namespace cm
