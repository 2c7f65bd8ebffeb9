// What the program can do, one function a subcommand. main.cpp fills the options from the command
// line.
#pragma once

#include <string>
#include <vector>

#include "server/http/http_server.h"

namespace cm {

// Exit codes, the same for all subcommands.
enum ExitCode {
  kDone = 0,
  kRowsRefused = 1,  // import: some rows had errors; verify: damage was found
  kWrongUse = 2,     // the command line makes no sense
  kFailed = 3,       // disk, database, network; a plain message stands on stderr
};

struct ServeOptions {
  std::string folder = "data";
  std::string web_folder;  // empty: build/web/site beside the program's build folder
  std::string log_level = "info";
  bool demo = false;
  HttpOptions http;
};
// Until SIGTERM or SIGINT.
int serve(const ServeOptions& options);

struct ImportCommand {
  std::string folder = "data";
  std::string file;  // CSV or XLSX; "-" = standard input
  std::string type = "customer";  // a record type's table or label
  std::string mode = "upsert";    // upsert, insert, update
  std::string match = "any";      // any, id, code, gstin
  std::vector<std::string> map;   // "Heading=Field"; "Heading=" leaves the column out
  bool skip_unknown = false;      // columns that nobody knows are left out, not refused
  std::string encoding;           // empty = found out
  std::string delimiter;          // empty = found out
  std::string rejected;           // CSV file for the rows that are refused; empty = none
  std::string user = "import";
  bool dry_run = false;
  bool json = false;
};
int import_records(const ImportCommand& command);

struct ExportCommand {
  std::string folder = "data";
  std::string file;               // XLSX when it ends so, else CSV; empty = CSV on standard output
  std::string type = "customer";  // a record type's table or label
  std::string columns;            // headings, parted by commas; "all"; empty = the usual ones
};
int export_records(const ExportCommand& command);

// Customers that look like one, surest first.
struct DuplicatesOptions {
  std::string folder = "data";
  bool json = false;
};
int list_duplicates(const DuplicatesOptions& options);

struct UserOptions {
  std::string folder = "data";
  std::string name;
  std::string role = "rep";
  bool password_from_stdin = false;
};
int add_user(const UserOptions& options);
int change_password(const UserOptions& options);
int list_users(const UserOptions& options);
int change_role(const UserOptions& options);
int activate_user(const UserOptions& options);
int deactivate_user(const UserOptions& options);

struct DeviceOptions {
  std::string folder = "data";
  std::uint64_t device = 0;
};
int list_devices(const DeviceOptions& options);
int release_device(const DeviceOptions& options);
int revoke_device(const DeviceOptions& options);

struct CopyOptions {
  std::string folder = "data";
  std::string file;
};
int back_up(const CopyOptions& options);
int restore(const CopyOptions& options);
int verify(const CopyOptions& options);

}  // namespace cm
