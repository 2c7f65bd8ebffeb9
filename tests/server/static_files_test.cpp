// Goal: the client's files arrive small, cached for as long as they may be, and nothing else is
// reachable. Method: a small site on disk, served by the real program.
#include <doctest/doctest.h>

#include <filesystem>

#include "shared/domain/records/catalogue.h"
#include "tests/server/master_fixture.h"

namespace cm::test {
namespace {

// Stand-ins for compressed forms: the server sends them as they are.
struct Site {
  TempFolder folder;
  std::string web;
  Site() : web(folder.file("site")) {
    folder.write("secret.txt", "not for anyone");
    folder.write("site/index.html", "<!doctype html><title>Page</title>");
    folder.write("site/sw.js", "self");
    folder.write("site/manifest.webmanifest", "{}");
    folder.write("site/assets/app-3f9c2b1a.js", "plain script, long enough");
    folder.write("site/assets/app-3f9c2b1a.js.br", "brotli");
    folder.write("site/assets/app-3f9c2b1a.js.gz", "gzipped!");
    folder.write("site/assets/app-3F9C2B1A.wasm", std::string("\0asm", 4));
    folder.write("site/.hidden", "dot files are ordinary here");
    std::filesystem::create_symlink(folder.file("secret.txt"), web + "/link.txt");
    std::filesystem::create_directory_symlink(folder.path(), web + "/up");
  }
};

}  // namespace

TEST_CASE("static files: type, length and how long they keep") {
  const Site site;
  const auto server = std::make_unique<ServerProcess>(site.folder.file("data"),
                                                      std::vector<std::string>{"--web", site.web});
  HttpClient client(server->port());
  struct Case {
    std::string path, type, cache, body;
  };
  const std::string forever = "public, max-age=31536000, immutable";
  const std::vector<Case> cases = {
      {"/", "text/html; charset=utf-8", "no-cache", "<!doctype html><title>Page</title>"},
      {"/index.html", "text/html; charset=utf-8", "no-cache", "<!doctype html><title>Page</title>"},
      {"/customers", "text/html; charset=utf-8", "no-cache", "<!doctype html><title>Page</title>"},
      {"/customers/0193", "text/html; charset=utf-8", "no-cache",
       "<!doctype html><title>Page</title>"},
      {"/setup", "text/html; charset=utf-8", "no-cache", "<!doctype html><title>Page</title>"},
      {"/conflicts", "text/html; charset=utf-8", "no-cache", "<!doctype html><title>Page</title>"},
      {"/sync?x=1", "text/html; charset=utf-8", "no-cache", "<!doctype html><title>Page</title>"},
      {"/sw.js", "text/javascript; charset=utf-8", "no-cache", "self"},
      {"/manifest.webmanifest", "application/manifest+json; charset=utf-8", "no-cache", "{}"},
      {"/assets/app-3f9c2b1a.js", "text/javascript; charset=utf-8", forever,
       "plain script, long enough"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.path);
    const HttpAnswer answer = client.get(each.path);
    CHECK(answer.status == 200);
    CHECK(answer.header("content-type") == each.type);
    CHECK(answer.header("cache-control") == each.cache);
    CHECK(answer.body == each.body);
    CHECK(answer.header("content-length") == std::to_string(each.body.size()));
    const HttpAnswer head = client.request("HEAD", each.path, {}, {});
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == answer.header("content-length"));
    CHECK(head.header("etag") == answer.header("etag"));
  }
  CHECK(client.get("/assets/app-3F9C2B1A.wasm").header("content-type") == "application/wasm");
}

TEST_CASE("static files: the smallest form that the browser reads") {
  const Site site;
  const auto server = std::make_unique<ServerProcess>(site.folder.file("data"),
                                                      std::vector<std::string>{"--web", site.web});
  HttpClient client(server->port());
  struct Case {
    std::string accept, encoding, body;
  };
  const Case cases[] = {
      {"gzip, deflate, br", "br", "brotli"},
      {"gzip", "gzip", "gzipped!"},
      {"br;q=0, gzip", "gzip", "gzipped!"},
      {"br;q=0.0, gzip;q=0", "", "plain script, long enough"},
      {"*", "br", "brotli"},
      {"*;q=0", "", "plain script, long enough"},
      {"identity", "", "plain script, long enough"},
      {"BR", "br", "brotli"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.accept);
    const HttpAnswer answer =
        client.get("/assets/app-3f9c2b1a.js", {{"Accept-Encoding", each.accept}});
    CHECK(answer.header("content-encoding") == each.encoding);
    CHECK(answer.body == each.body);
    CHECK(answer.header("vary") == "Accept-Encoding");
    const HttpAnswer again =
        client.get("/assets/app-3f9c2b1a.js",
                   {{"Accept-Encoding", each.accept}, {"If-None-Match", answer.header("etag")}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
  }
  const std::string plain = client.get("/assets/app-3f9c2b1a.js").header("etag");
  const std::string brotli =
      client.get("/assets/app-3f9c2b1a.js", {{"Accept-Encoding", "br"}}).header("etag");
  CHECK(plain != brotli);
  CHECK(client.get("/sw.js", {{"If-None-Match", "\"other\""}}).status == 200);
  CHECK(client.get("/sw.js", {{"Range", "bytes=0-1"}}).body == "self");  // parts are not served
}

TEST_CASE("static files: nothing outside the folder is reachable") {
  const Site site;
  const auto server = std::make_unique<ServerProcess>(site.folder.file("data"),
                                                      std::vector<std::string>{"--web", site.web});
  HttpClient client(server->port());
  for (const std::string path :
       {"/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt", "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt", "//secret.txt", "/link.txt", "/up/secret.txt", "/data/master.db",
        "/up/data/master.db", "/assets", "/assets/", "/index.html%00", "/%ff", "/customersX",
        "/setup/x", "/\\..\\secret.txt"}) {
    CAPTURE(path);
    const HttpAnswer answer = client.get(path);
    CHECK(answer.status == 404);
    CHECK(answer.body.find("not for anyone") == std::string::npos);
  }
}

TEST_CASE("static files: every screen's address is the page, so that it opens in a new browser") {
  const Site site;
  const auto server = std::make_unique<ServerProcess>(site.folder.file("data"),
                                                      std::vector<std::string>{"--web", site.web});
  HttpClient client(server->port());
  std::vector<std::string> paths = {"/", "/customers", "/customers/new", "/more", "/sync"};
  for (const RecordType* type : record_catalogue().types()) {
    paths.push_back("/" + std::string(type->table()));
    paths.push_back(paths.back() + "/new");
  }
  for (const std::string& path : paths) {
    CAPTURE(path);
    const HttpAnswer answer = client.get(path);
    CHECK(answer.status == 200);
    CHECK(answer.header("content-type").find("text/html") == 0);
  }
}

TEST_CASE("headers: every answer carries the security headers") {
  const Site site;
  const auto server = std::make_unique<ServerProcess>(site.folder.file("data"),
                                                      std::vector<std::string>{"--web", site.web});
  HttpClient client(server->port());
  RawConnection malformed(server->port());
  malformed.send("nonsense\r\n\r\n");
  const auto bad = malformed.receive();
  REQUIRE(bad);
  for (const HttpAnswer& answer :
       {client.get("/"), client.get("/sw.js"), client.get("/nothing"), client.get("/healthz"),
        client.get("/v1/session"), client.post("/v1/push", "{}"), *bad}) {
    CAPTURE(answer.status);
    const std::string csp = answer.header("content-security-policy");
    for (const std::string part :
         {"default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "object-src 'none'",
          "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "worker-src 'self'"}) {
      CAPTURE(part);
      CHECK(csp.find(part) != std::string::npos);
    }
    CHECK(csp.find("unsafe-inline") == std::string::npos);
    CHECK(csp.find("'unsafe-eval'") == std::string::npos);
    CHECK(answer.header("x-content-type-options") == "nosniff");
    CHECK(answer.header("referrer-policy") == "no-referrer");
    CHECK(answer.header("cross-origin-opener-policy") == "same-origin");
    CHECK_FALSE(answer.header("permissions-policy").empty());
    CHECK_FALSE(answer.header("cache-control").empty());
    CHECK(answer.header("strict-transport-security").empty());  // not over TLS
  }
}

TEST_CASE("static files: without a client the page says how to build one, and the API works") {
  const TempFolder folder;
  ServerProcess server(folder.file("data"), {"--web", folder.file("missing")});
  HttpClient client(server.port());
  const HttpAnswer page = client.get("/");
  CHECK(page.status == 503);
  CHECK(page.body.find("scripts/build web") != std::string::npos);
  CHECK(client.get("/healthz").body == R"({"ok":true})");
  CHECK(client.get("/v1/status").status == 200);
}

}  // namespace cm::test
