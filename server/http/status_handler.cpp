#include "server/http/routes.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/record_store.h"
#include "shared/sync/json_writer.h"
#include "shared/sync/messages.h"

namespace cm {
namespace {

void write_limits(JsonWriter& writer) {
  writer.key("limits");
  writer.open_object();
  writer.whole("push_ops_max", MessageLimits::push_ops_max);
  writer.whole("push_bytes_max", MessageLimits::push_bytes_max);
  writer.whole("pull_rows_max", MessageLimits::pull_rows_max);
  writer.whole("pull_bytes_max", MessageLimits::pull_bytes_max);
  writer.close_object();
}

void write_counts(JsonWriter& writer, MasterConnection& connection) {
  const RecordStore records(*connection.database);
  writer.integer("head", connection.master.head());
  writer.integer("customers", records.count(record_catalogue().get("customer")));
  writer.integer("open_conflicts", connection.master.count_conflicts(ConflictState::Open));
}

}  // namespace

// Numbers about the master only for those who are signed in.
HttpReply handle_status(const HttpRequest& request, Services& services) {
  MasterPool::Lease lease(services.masters, MasterPool::Access::Read);
  HttpReply reply;
  JsonWriter writer(reply.body);
  writer.open_object();
  writer.integer("now_ms", services.clock.now_ms());
  writer.integer("protocol", kProtocolVersion);
  writer.integer("schema", lease->database->schema());
  writer.key("needs_setup");
  writer.boolean(!lease->identity.has_administrator());
  write_limits(writer);
  if (request.session) write_counts(writer, *lease);
  writer.close_object();
  return reply;
}

}  // namespace cm
