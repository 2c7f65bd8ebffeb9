// A pair of customers that look like one, as the command line prints it with --json.
#pragma once

#include <string>

#include "shared/store/duplicate_finder.h"

namespace cm {

// One object on one line.
std::string to_json(const DuplicatePair& pair);

}  // namespace cm
