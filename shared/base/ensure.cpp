#include "shared/base/ensure.h"

namespace cm {

void report_bug(const char* condition, const char* why, const char* file, int line) {
  throw Bug(std::string(why) + " (" + condition + ", " + file + ":" + std::to_string(line) + ")");
}

}  // namespace cm
