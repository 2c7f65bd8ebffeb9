// What a record is called: on lists, in links, in news. Made from its field table: its name or
// title; where it has none, the records that it joins; else the first things that stand in it.
#pragma once

#include <functional>
#include <string>

#include "shared/record/row.h"

namespace cm {

// The field that names records of this type ("name", "title"), or null.
const Field* find_title_field(const RecordType& type);

// The table of the record that a link of this row points to: the field's own, or the one that
// another field of the row names. Empty when that one is blank.
std::string_view link_table_of(const Row& row, const Field& link);

// True for records that only say that two others belong together (a contact's link to its party).
bool is_link_type(const RecordType& type);

// The title of the record that a link field points to; empty when it is not known here.
using LinkTitle = std::function<std::string(const Field& field, const Uuid& id)>;

// Empty when nothing stands in the record.
std::string record_title(const Row& row, const LinkTitle& link_title);

}  // namespace cm
