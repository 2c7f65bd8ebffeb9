// simulate [--seed N] [--clients N] [--steps N] [--runs N] [--plant NAME]: one line of JSON per run
// (seeds N, N+1, …); exit code 1 when a run found something, 2 when it was called wrongly. Called
// by scripts/simulate.
#include <charconv>
#include <iostream>
#include <string_view>

#include "tests/simulation/options.h"

namespace {

using cm::simulation::Options;
using cm::simulation::Planted;

template <class Number>
bool read_number(std::string_view text, Number& number) {
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  return parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
}

bool read_planted(std::string_view name, Planted& planted) {
  if (name == "apply_on_retry")
    planted = Planted::ApplyOnRetry;
  else if (name == "forget_losers")
    planted = Planted::ForgetLosers;
  else if (name == "skip_rows")
    planted = Planted::SkipRows;
  else if (name == "swap_values")
    planted = Planted::SwapValues;
  else
    return false;
  return true;
}

bool read_options(int argc, char** argv, Options& options, int& runs) {
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    if (i + 1 == argc) return false;
    const std::string_view value = argv[i + 1];
    const bool known = name == "--seed"      ? read_number(value, options.seed)
                       : name == "--clients" ? read_number(value, options.clients)
                       : name == "--steps"   ? read_number(value, options.steps)
                       : name == "--runs"    ? read_number(value, runs)
                       : name == "--plant"   ? read_planted(value, options.planted)
                                             : false;
    if (!known) return false;
  }
  return options.clients > 0 && options.steps > 0 && runs > 0;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  int runs = 1;
  if (!read_options(argc, argv, options, runs)) {
    std::cerr << "simulate [--seed N] [--clients N] [--steps N] [--runs N]\n"
                 "         [--plant apply_on_retry|forget_losers|skip_rows|swap_values]\n";
    return 2;
  }
  bool good = true;
  for (int run = 0; run < runs; ++run, ++options.seed) {
    const auto result = cm::simulation::run_simulation(options);
    std::cout << cm::simulation::to_json(result) << std::endl;
    if (!result.good())
      std::cerr << "seed " << options.seed << ": " << result.first_problem << "\n";
    good = good && result.good();
  }
  return good ? 0 : 1;
}
