// Reads what the generic screens of records show: the list or tree, a link's choices, and what
// belongs to the record or customer that is open. Read again when the database has moved.
#pragma once

#include <string_view>

#include "client/app/context.h"
#include "client/app/list_columns.h"

namespace cm {

constexpr std::size_t kLinkOptionsMax = 8;
constexpr std::size_t kRelatedMax = 50;

RecordQuery record_query(const RecordListState& list);  // what the list asks, without its window
// Another type's list starts anew: nothing typed in its search, nothing cut.
void choose_record_list(AppContext& app, const RecordType& type);
void read_records(AppContext& app);  // the same window again, and the total
// Makes the rows first … first+count-1 and a margin on both sides available.
void show_record_rows(AppContext& app, std::size_t first, std::size_t count);

// The record type that a link field of a form points to: named by the field, or by the form's box
// that says what kind of record it is.
std::string link_table_in(const RecordDraft& draft, const RecordType& type, const Field& link);
// True when the form's box of this name says what kind of record the link points to.
bool is_chosen_by(const Field& link, std::string_view box);
// What the open combobox offers: of a tree only groups as parents, only leaves where the field
// asks for one.
void read_link_options(AppContext& app);

// Contacts, addresses, prices, …: of the record or customer on the form; empty for a new one.
void read_related(AppContext& app);

}  // namespace cm
