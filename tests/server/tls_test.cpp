// Goal: with a certificate everything is served over TLS, with the headers and the cookie that
// belong to it. Method: a certificate made for the test; OpenSSL as the client, against the real
// program.
#include <doctest/doctest.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <csignal>
#include <cstdio>

#include "tests/server/master_fixture.h"

namespace cm::test {
namespace {

// A self-signed certificate for localhost; "cert.pem" and "key.pem" in the folder.
void make_certificate(const TempFolder& folder) {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* certificate = X509_new();
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -60);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
  X509_set_pubkey(certificate, key);
  X509_NAME* name = X509_get_subject_name(certificate);
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("localhost"), -1, -1, 0);
  X509_set_issuer_name(certificate, name);
  X509_sign(certificate, key, EVP_sha256());
  FILE* file = std::fopen(folder.file("cert.pem").c_str(), "w");
  PEM_write_X509(file, certificate);
  std::fclose(file);
  file = std::fopen(folder.file("key.pem").c_str(), "w");
  PEM_write_PrivateKey(file, key, nullptr, nullptr, 0, nullptr, nullptr);
  std::fclose(file);
  X509_free(certificate);
  EVP_PKEY_free(key);
}

// Sends the text over TLS and gives everything that came back until the other side closed.
std::string ask_over_tls(int port, const std::string& text) {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  BIO* connection = BIO_new_ssl_connect(context);
  BIO_set_conn_hostname(connection, ("127.0.0.1:" + std::to_string(port)).c_str());
  std::string answer;
  if (BIO_do_connect(connection) == 1 &&
      BIO_write(connection, text.data(), static_cast<int>(text.size())) > 0) {
    char piece[4096];
    for (int got = 0; (got = BIO_read(connection, piece, sizeof piece)) > 0;) {
      answer.append(piece, static_cast<std::size_t>(got));
    }
  }
  BIO_free_all(connection);
  SSL_CTX_free(context);
  return answer;
}

std::string post(const std::string& path, const std::string& body) {
  return "POST " + path +
         " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
         "application/json\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

TEST_CASE("TLS: pages, cookies and headers over a certificate, and plain HTTP gets nothing") {
  const TempFolder folder;
  make_certificate(folder);
  ServerProcess server(folder.file("data"), {"--tls-cert", folder.file("cert.pem"), "--tls-key",
                                             folder.file("key.pem")});
  CHECK(server.printed().find("https://localhost:") != std::string::npos);
  const std::string health = ask_over_tls(
      server.port(), "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  CHECK(health.find("HTTP/1.1 200 OK") == 0);
  CHECK(health.find("Strict-Transport-Security: max-age=31536000") != std::string::npos);
  CHECK(health.find(R"({"ok":true})") != std::string::npos);
  const std::string made = ask_over_tls(
      server.port(), post("/v1/setup", credentials("asha", kPassword, 1,
                                                   ",\"token\":\"" + server.setup_token() + "\"")));
  CHECK(made.find("HTTP/1.1 200 OK") == 0);
  CHECK(made.find("; Secure") != std::string::npos);
  CHECK(ask_over_tls(server.port(), post("/v1/push", std::string(200'000, ' ')))
            .find("\"session.required\"") != std::string::npos);

  RawConnection plain(server.port());
  plain.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK_FALSE(plain.receive());
  server.send_signal(SIGTERM);
  CHECK(server.wait() == 0);
}

TEST_CASE("TLS: a certificate that cannot be used is said at start") {
  const TempFolder folder;
  const std::string junk = folder.write("junk.pem", "no certificate");
  const ProgramResult result = run_program({"serve", "--port", "0", "--data", folder.file("data"),
                                            "--tls-cert", junk, "--tls-key", junk});
  CHECK(result.exit_code == 3);
  CHECK(result.err.find("cannot be used for TLS") != std::string::npos);
}

}  // namespace cm::test
