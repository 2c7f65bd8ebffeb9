// Field values, versions, ids and envelope parts: what the messages share.
#pragma once

#include "shared/sync/json_writer.h"
#include "shared/sync/message_reader.h"
#include "shared/sync/protocol_json.h"

namespace cm {

void write_values(JsonWriter& writer, const std::vector<FieldValue>& values,
                  const std::vector<UnknownField>& unknown);
DecodedValues read_values(MessageReader& reader, const RecordType* type);

void write_versions(JsonWriter& writer, const std::map<FieldNumber, Dot>& versions);
std::map<FieldNumber, Dot> read_versions(MessageReader& reader);

void write_dot(JsonWriter& writer, const Dot& dot);  // [device, seq]
Dot read_dot(MessageReader& reader);

void write_stamp(JsonWriter& writer, const Stamp& stamp);  // [user, device, ms]
Stamp read_stamp(MessageReader& reader);

// "proto": refused when it is not ours. "schema": any; old clients are always heard.
void read_protocol(MessageReader& reader, int& protocol);
int read_schema(MessageReader& reader);

Uuid read_id(MessageReader& reader);
std::string read_table(MessageReader& reader);
}  // namespace cm
