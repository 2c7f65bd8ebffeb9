// A server with its folder, and the people who sign in to it.
#pragma once

#include "tests/server/http_client.h"
#include "tests/server/program.h"
#include "tests/server/temp_folder.h"

namespace cm::test {

constexpr const char* kPassword = "correct horse battery";

inline std::string credentials(const std::string& user, const std::string& password,
                               std::uint64_t device, const std::string& more = {}) {
  return "{\"user\":\"" + user + "\",\"password\":\"" + password +
         "\",\"device\":" + std::to_string(device) + ",\"device_name\":\"Device " +
         std::to_string(device) + "\"" + more + "}";
}

// A master with the administrator "asha", and the server that serves it.
struct ServedMaster {
  explicit ServedMaster(const std::vector<std::string>& arguments = {})
      : server(folder.file("data"), arguments) {
    HttpClient client(server.port());
    client.post("/v1/setup",
                credentials("asha", kPassword, 900, ",\"token\":\"" + server.setup_token() + "\""));
  }
  // A client with its cookie.
  HttpClient signed_in(const std::string& user, std::uint64_t device) const {
    HttpClient client(server.port());
    client.post("/v1/session", credentials(user, kPassword, device));
    return client;
  }
  ProgramResult add_user(const std::string& name, const std::string& role) const {
    return run_program({"user", "add", name, "--role", role, "--password-stdin", "--data", data()},
                       std::string(kPassword) + "\n");
  }
  std::string data() const { return folder.file("data"); }

  TempFolder folder;
  ServerProcess server;
};

}  // namespace cm::test
