// Between a link and what stands for it in a file: the linked record's code or name, or its ID.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/exchange/record_directory.h"
#include "shared/record/finding.h"

namespace cm {

struct LinkFound {
  std::optional<RecordId> id;
  Findings findings;  // LinkUnknown or LinkAmbiguous, with the field's name, when there is no id
};

// `text`: ID; of customers code, GSTIN or name (README: "How a row finds its customer"); of others
// code or name.
LinkFound find_link(const Field& field, std::string_view link_table, std::string_view text,
                    const Directories& directories);

// What find_link reads back as the same record: the code or name when only one has it, else the ID.
// "" for a blank value.
std::string link_text(std::string_view link_table, const Value& value,
                      const Directories& directories);

}  // namespace cm
