// The store inside the browser, without screens: what bench_web.mjs measures, and beside it the
// bare SQLite statements on the same files. store_worker.js calls these and takes the times.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <memory>
#include <string>
#include <string_view>

#include "client/platform/web/browser.h"
#include "client/platform/web/opfs_vfs.h"
#include "client/platform/web/web_platform.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/sample_customers.h"
#include "shared/store/replica.h"
#include "shared/store/search.h"

namespace cm {
namespace {

constexpr std::size_t kHitsShown = 20;

// As the program opens it.
struct Store {
  WebClock clock;
  WebRandom random;
  std::unique_ptr<Database> database =
      Database::open(kOpfsDatabaseName, {DatabaseKind::Replica, kOpfsVfsName}, record_catalogue());
  Replica replica{*database, clock, random};
  CustomerSearch search{*database};
  SampleCustomers samples{99};
  SQLite::Statement bare_search{
      database->sqlite(),
      "SELECT c.id, c.name FROM customer_words w JOIN customer c ON c.n = w.rowid"
      " WHERE customer_words MATCH ? ORDER BY c.name_key LIMIT 20"};
};

// SQLite on the same file system and with the same settings, and nothing else.
struct Bare {
  SQLite::Database database{kOpfsDatabaseName, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                            kOpfsVfsName};
  Bare() {
    database.exec(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE t(n INTEGER PRIMARY KEY, content)");
  }
  SQLite::Statement insert_zeros() {
    return {database, "INSERT INTO t(content) VALUES (zeroblob(?))"};
  }
  SQLite::Statement insert_text() { return {database, "INSERT INTO t(content) VALUES (?)"}; }
};

std::unique_ptr<Store> store;
std::unique_ptr<Bare> bare;

template <typename Work>
void guarded(Work work) {
  try {
    work();
  } catch (const std::exception& error) {
    browser::stop("crash", error.what());
  }
}

}  // namespace
}  // namespace cm

extern "C" {

void bench_open_store() {
  cm::guarded([] { cm::store = std::make_unique<cm::Store>(); });
}

void bench_open_bare() {
  cm::guarded([] { cm::bare = std::make_unique<cm::Bare>(); });
}

// The first twenty hits, best first, as the list reads them.
void bench_search(const char* text) {
  cm::guarded([&] {
    cm::SearchQuery query;
    query.text = text;
    query.max = cm::kHitsShown;
    cm::store->search.find(query);
  });
}

// The index and the table of the same database; `expression` is FTS5's.
void bench_bare_search(const char* expression) {
  cm::guarded([&] {
    SQLite::Statement& statement = cm::store->bare_search;
    statement.bind(1, expression);
    while (statement.executeStep()) statement.getColumn(1).getText();
    statement.reset();
  });
}

// The next sample customer through the write door.
void bench_save() {
  cm::guarded([] {
    const auto changes = cm::changes_of(cm::check_draft(cm::store->samples.next(), nullptr),
                                        nullptr, cm::store->clock, cm::store->random);
    cm::store->replica.commit(changes, cm::ChangeSource::Form, "asha");
  });
}

// One durable transaction with that many bytes of content.
void bench_bare_save(int bytes) {
  cm::guarded([&] {
    SQLite::Statement insert = cm::bare->insert_zeros();
    SQLite::Transaction transaction(cm::bare->database);
    insert.bind(1, bytes);
    insert.exec();
    transaction.commit();
  });
}

// One durable transaction with a row for each line.
void bench_bare_insert(const char* lines) {
  cm::guarded([&] {
    SQLite::Statement insert = cm::bare->insert_text();
    SQLite::Transaction transaction(cm::bare->database);
    for (std::string_view rest = lines; !rest.empty();) {
      const std::size_t end = rest.find('\n');
      insert.bind(1, std::string(rest.substr(0, end)));
      insert.exec();
      insert.reset();
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    transaction.commit();
  });
}

}  // extern "C"

int main() {
  return 0;
}
