// customer-master: the sync server and the tools around its master database.
#include <sys/stat.h>

#include <CLI/CLI.hpp>

#include <functional>
#include <iostream>

#include "server/cli/commands.h"
#include "shared/base/failure.h"

namespace cm {
namespace {

// Everything that the command line can fill, and the command that it chose.
struct CommandLine {
  ServeOptions serve;
  ImportCommand import;
  ExportCommand export_;
  DuplicatesOptions duplicates;
  UserOptions user;
  DeviceOptions device;
  CopyOptions copy;
  std::function<int()> chosen;
};

void offer_folder(CLI::App& command, std::string& folder) {
  command.add_option("--data", folder, "Folder of the master database (master.db)")
      ->capture_default_str();
}

void offer_serve(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("serve", "Serve the browser client and the sync protocol");
  HttpOptions& http = line.serve.http;
  offer_folder(*command, line.serve.folder);
  command->add_option("--port", http.port, "Port; 0 takes any free one")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command
      ->add_option("--host", http.host,
                   "Address to listen on; 0.0.0.0 for the whole network (tablets also need TLS)")
      ->capture_default_str();
  auto* certificate =
      command->add_option("--tls-cert", http.tls_certificate, "Certificate chain, PEM");
  auto* key = command->add_option("--tls-key", http.tls_key, "Its private key, PEM");
  certificate->needs(key)->check(CLI::ExistingFile);
  key->needs(certificate)->check(CLI::ExistingFile);
  command->add_flag("--behind-proxy", http.behind_proxy,
                    "Believe X-Forwarded-For and X-Forwarded-Proto of the one proxy in front");
  command->add_option("--web", line.serve.web_folder, "Folder of the built browser client");
  command->add_flag("--demo", line.serve.demo,
                    "Fill an empty master with sample customers and a demo user");
  command->add_option("--workers", http.workers, "Requests answered at a time")
      ->check(CLI::Range(1, 512))
      ->capture_default_str();
  command->add_option("--queue", http.queue_max, "Connections that may wait")
      ->check(CLI::Range(1, 400))
      ->capture_default_str();
  command
      ->add_option("--head-timeout", http.head_seconds_max,
                   "Seconds for a request's head to arrive")
      ->check(CLI::Range(1, 600))
      ->capture_default_str();
  command
      ->add_option("--request-timeout", http.request_seconds_max,
                   "Seconds for all of a request to arrive")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  command->add_option("--log-level", line.serve.log_level, "debug, info, warn, error or off")
      ->capture_default_str();
  command->callback([&line] { line.chosen = [&line] { return serve(line.serve); }; });
}

void offer_import(CLI::App& app, CommandLine& line) {
  ImportCommand& import = line.import;
  CLI::App* command = app.add_subcommand(
      "import", "Read customers, or other records, from a CSV or XLSX file; also while the server runs");
  offer_folder(*command, import.folder);
  command->add_option("FILE", import.file, "CSV or XLSX file, or - for standard input")->required();
  command->add_option("--type", import.type, "What the rows are: customer, contact, item, …")
      ->capture_default_str();
  command->add_option("--mode", import.mode, "upsert, insert (known ones stay as they are) or update")
      ->check(CLI::IsMember({"upsert", "insert", "update"}))
      ->capture_default_str();
  command->add_option("--match", import.match, "By what a row finds its customer")
      ->check(CLI::IsMember({"any", "id", "code", "gstin"}))
      ->capture_default_str();
  command->add_option("--map", import.map, "\"Heading=Field\"; \"Heading=\" leaves the column out");
  command->add_flag("--skip-unknown", import.skip_unknown, "Leave out columns that nobody knows");
  command->add_option("--encoding", import.encoding,
                      "utf-8, utf-16le, utf-16be or windows-1252; found out when left out");
  command->add_option("--delimiter", import.delimiter,
                      "comma, semicolon, tab or |; found out when left out");
  command->add_option("--rejected", import.rejected, "CSV file for the rows that are refused");
  command->add_flag("--dry-run", import.dry_run, "Show what would happen and change nothing");
  command->add_flag("--json", import.json, "One JSON object a row");
  command->add_option("--as", import.user, "User name to keep in the history")
      ->capture_default_str();
  command->callback([&line] { line.chosen = [&line] { return import_records(line.import); }; });
}

void offer_export(CLI::App& app, CommandLine& line) {
  ExportCommand& out = line.export_;
  CLI::App* command = app.add_subcommand("export", "Write all customers, or other records, as CSV or XLSX");
  offer_folder(*command, out.folder);
  command->add_option("FILE", out.file,
                      "Where to write, XLSX when it ends so; CSV on standard output when left out");
  command->add_option("--type", out.type, "What to write: customer, contact, item, …")
      ->capture_default_str();
  command->add_option("--columns", out.columns, "Headings, parted by commas, or \"all\"");
  command->callback([&line] { line.chosen = [&line] { return export_records(line.export_); }; });
}

void offer_duplicates(CLI::App& app, CommandLine& line) {
  CLI::App* command = app.add_subcommand("duplicates", "List customers that look like one");
  offer_folder(*command, line.duplicates.folder);
  command->add_flag("--json", line.duplicates.json, "One JSON object a pair");
  command->callback(
      [&line] { line.chosen = [&line] { return list_duplicates(line.duplicates); }; });
}

void offer_users(CLI::App& app, CommandLine& line) {
  CLI::App* user = app.add_subcommand("user", "Who may sign in");
  user->require_subcommand(1);
  const auto offer = [&](const char* name, const char* what, int (*run)(const UserOptions&)) {
    CLI::App* command = user->add_subcommand(name, what);
    offer_folder(*command, line.user.folder);
    command->callback([&line, run] { line.chosen = [&line, run] { return run(line.user); }; });
    return command;
  };
  const auto offer_name = [&](CLI::App* command) {
    command->add_option("NAME", line.user.name, "Sign-in name")->required();
    return command;
  };
  const auto offer_password = [&](CLI::App* command) {
    command->add_flag("--password-stdin", line.user.password_from_stdin,
                      "Read the password from standard input");
  };
  const CLI::IsMember roles({"rep", "outlet", "manager", "office", "auditor", "administrator"});
  constexpr const char* kRoles = "rep, outlet, manager, office, auditor or administrator";

  offer("list", "List users and their roles", list_users);
  CLI::App* add = offer_name(offer("add", "Add a user", add_user));
  offer_password(add);
  add->add_option("--role", line.user.role, kRoles)->check(roles)->capture_default_str();
  CLI::App* role = offer_name(offer("role", "Give a user another role", change_role));
  role->add_option("ROLE", line.user.role, kRoles)->check(roles)->required();
  offer_password(offer_name(offer("password", "Give a user a new password", change_password)));
  offer_name(offer("deactivate", "End a user's sessions and let him sign in no more",
                   deactivate_user));
  offer_name(offer("activate", "Let a deactivated user sign in again", activate_user));
}

void offer_devices(CLI::App& app, CommandLine& line) {
  CLI::App* device = app.add_subcommand("device", "Browsers that people signed in on");
  device->require_subcommand(1);
  const auto offer = [&](const char* name, const char* what, int (*run)(const DeviceOptions&)) {
    CLI::App* command = device->add_subcommand(name, what);
    offer_folder(*command, line.device.folder);
    command->callback([&line, run] { line.chosen = [&line, run] { return run(line.device); }; });
    return command;
  };
  const auto offer_number = [&](CLI::App* command) {
    command->add_option("NUMBER", line.device.device, "The device's number, as list shows it")
        ->required();
  };
  offer("list", "List number, user, last seen (UTC), newest operation, state and name",
        list_devices);
  offer_number(offer("release", "Let another user sign in on a device; lifts revoke too",
                     release_device));
  offer_number(offer("revoke", "End a device's sessions and take nothing from it any more",
                     revoke_device));
}

void offer_copies(CLI::App& app, CommandLine& line) {
  const auto offer = [&](const char* name, const char* what, int (*run)(const CopyOptions&),
                         const char* file) {
    CLI::App* command = app.add_subcommand(name, what);
    offer_folder(*command, line.copy.folder);
    if (file) command->add_option("FILE", line.copy.file, file)->required();
    command->callback([&line, run] { line.chosen = [&line, run] { return run(line.copy); }; });
  };
  offer("backup", "Copy the master to a file; also while the server runs", back_up,
        "New file to write");
  offer("restore", "Put a backup in the master's place; the server must be stopped", restore,
        "File that backup wrote");
  offer("verify", "Check that the master's file is sound", verify, nullptr);
}

int run(int count, char** words) {
  CLI::App app("Customer Master: one accurate record per customer, made online or offline.",
               "customer-master");
  CommandLine line;
  app.require_subcommand(1);
  offer_serve(app, line);
  offer_import(app, line);
  offer_export(app, line);
  offer_duplicates(app, line);
  offer_users(app, line);
  offer_devices(app, line);
  offer_copies(app, line);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUse;
  }
  return line.chosen();
}

}  // namespace
}  // namespace cm

int main(int count, char** words) {
  ::umask(077);  // what we write holds customers and password hashes: the owner's alone
  try {
    return cm::run(count, words);
  } catch (const cm::Failure& failure) {
    std::cerr << "customer-master: " << failure.what() << "\n";
  } catch (const std::exception& error) {
    std::cerr << "customer-master: " << error.what() << "\n";
  }
  return cm::kFailed;
}
