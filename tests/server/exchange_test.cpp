// Goal: customers and other records come in and go out as CSV and XLSX through the same rules as
// the form; a second time changes nothing. Method: the real program with the walkthrough customers,
// row by row.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/server/master_fixture.h"
#include "tests/server/sync_device.h"

namespace cm::test {
namespace {

const std::string kFixture = std::string(CM_SOURCE_DIR) + "/tests/fixtures/customers_udyamo.csv";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

std::string outcomes_of(const std::string& json_lines) {
  std::string outcomes;
  for (const std::string& line : lines_of(json_lines)) outcomes += json_text(line, "outcome") + " ";
  return outcomes;
}

}  // namespace

TEST_CASE("import: the dry run shows each row with its findings and changes nothing") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  const ProgramResult dry =
      run_program({"import", kFixture, "--dry-run", "--json", "--data", data});
  CHECK(dry.exit_code == 0);
  const auto rows = lines_of(dry.out);
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].find(R"({"row":2,"outcome":"new","findings":[)") == 0);
  const std::size_t finding =
      rows[0].find(R"({"field":"gstin","code":"gstin.check_character","grade":"warning","text":")");
  REQUIRE(finding != std::string::npos);
  const std::string rest = rows[0].substr(finding);
  CHECK(rest.substr(0, rest.find('}') + 1).find(R"(","expected":"R"})") != std::string::npos);
  CHECK(rows[1].find(R"({"row":3,"outcome":"new","findings":[)") == 0);
  CHECK(rows[1].find("\"grade\":\"error\"") == std::string::npos);
  CHECK(dry.err.find("2 rows: 2 new, 0 updated, 0 unchanged, 0 with errors.") != std::string::npos);
  CHECK(outcomes_of(run_program({"import", kFixture, "--dry-run", "--json", "--data", data}).out) ==
        "new new ");
}

TEST_CASE("import: a second time the same file changes nothing, and neither does an export of it") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  CHECK(outcomes_of(run_program({"import", kFixture, "--json", "--data", data}).out) == "new new ");
  CHECK(outcomes_of(run_program({"import", kFixture, "--json", "--data", data}).out) ==
        "unchanged unchanged ");
  const std::string file = folder.file("export.csv");
  CHECK(run_program({"export", file, "--data", data}).exit_code == 0);
  const std::string exported = read_file(file);
  CHECK(exported.find("Sai Engineering Works") != std::string::npos);
  CHECK(exported.find(
            "Code,Name,Customer Type,GSTIN,PAN,Email,Phone,Contact Person,Billing Address") == 0);
  CHECK(run_program({"export", "--data", data}).out == exported);
  CHECK(outcomes_of(run_program({"import", file, "--json", "--data", data}).out) ==
        "unchanged unchanged ");
  const ProgramResult table = run_program({"import", file, "--data", data});
  CHECK(table.out.find("unchanged") != std::string::npos);
}

TEST_CASE("import: one bad row does not stop the others") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  const std::string file = folder.write("mixed.csv",
                                        "Name,Customer Type,Billing Pincode,Phone\n"
                                        "Good One,Business,,9876543210\n"
                                        ",Business,,\n"
                                        "Bad Type,Alien,,\n"
                                        "\"Quoted, and fine\",Individual,,9876543211\n"
                                        "Bad Bytes \xff,Business,,\n"
                                        "Last One,Business,,9876543212\n");
  const ProgramResult result = run_program({"import", file, "--json", "--data", data});
  CHECK(result.exit_code == 1);
  CHECK(outcomes_of(result.out) == "new error error new error new ");
  CHECK(outcomes_of(run_program({"import", file, "--json", "--data", data}).out) ==
        "unchanged error error unchanged error unchanged ");
}

TEST_CASE("import: an edited export updates only what differs") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  run_program({"import", kFixture, "--data", data});
  std::string exported = run_program({"export", "--data", data}).out;
  exported.replace(exported.find("Rajesh Patil"), 12, "Rajesh Patel");
  const std::string file = folder.write("edited.csv", exported);
  const std::string outcomes =
      outcomes_of(run_program({"import", file, "--json", "--data", data}).out);
  CHECK((outcomes == "update unchanged " || outcomes == "unchanged update "));
  CHECK(run_program({"export", "--data", data}).out == exported);
}

TEST_CASE("export: cells that a spreadsheet would run are inert, and come back as they were") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  const std::string file = folder.write(
      "formula.csv", "Name,Customer Type,Notes\n\"=HYPERLINK(\"\"x\"\")\",Business,@SUM(A1)\n");
  CHECK(outcomes_of(run_program({"import", file, "--json", "--data", data}).out) == "new ");
  const std::string exported = run_program({"export", "--data", data}).out;
  CHECK(exported.find("\"'=HYPERLINK") != std::string::npos);
  CHECK(exported.find("'@SUM(A1)") != std::string::npos);
  CHECK(outcomes_of(
            run_program({"import", folder.write("again.csv", exported), "--json", "--data", data})
                .out) == "unchanged ");
}

TEST_CASE("import: a dry run where no master is leaves nothing behind") {
  const TempFolder folder;
  const std::string data = folder.file("not-yet");
  const ProgramResult dry =
      run_program({"import", kFixture, "--dry-run", "--json", "--data", data});
  CHECK(dry.exit_code == 0);
  CHECK(outcomes_of(dry.out) == "new new ");
  CHECK_FALSE(std::filesystem::exists(data));
}

TEST_CASE("import: bad rows among many stop none of the others, over the bounds of slices") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  std::string csv = "Name,Customer Type,Billing Pincode\n";
  std::string expected;
  for (int row = 0; row < 650; ++row) {
    const bool bad = row % 199 == 3;
    csv += "Customer " + std::to_string(row) + (bad ? ",Business,12\n" : ",Business,\n");
    expected += bad ? "error " : "new ";
  }
  const std::string file = folder.write("many.csv", csv);
  const ProgramResult first = run_program({"import", file, "--json", "--data", data});
  CHECK(first.exit_code == 1);
  CHECK(outcomes_of(first.out) == expected);
  CHECK(first.err.find("650 rows: 646 new, 0 updated, 0 unchanged, 4 with errors.") !=
        std::string::npos);
  CHECK(run_program({"verify", "--data", data}).out.find("646 customers") != std::string::npos);
  CHECK(run_program({"import", file, "--data", data}).err.find("646 unchanged, 4 with errors") !=
        std::string::npos);
}

TEST_CASE("import: rows of one slice see each other") {
  const TempFolder folder;
  const std::string file =
      folder.write("twice.csv", "Name,Customer Type,Notes\nOne,Business,a\nOne,Business,b\n");
  CHECK(outcomes_of(run_program({"import", file, "--json", "--data", folder.file("data")}).out) ==
        "new update ");
}

TEST_CASE("import: by another process reaches a device that pulls from the running server") {
  const ServedMaster master;
  SyncDevice tablet(master.server.port(), 1);
  REQUIRE(tablet.sign_in("asha", "Tablet") == 200);
  tablet.sync();
  CHECK(tablet.count_customers() == 0);
  REQUIRE(run_program({"import", kFixture, "--data", master.data()}).exit_code == 0);
  tablet.sync();
  CHECK(tablet.count_customers() == 2);
}

TEST_CASE("import: while the server runs, and its devices see the customers") {
  const ServedMaster master;
  const ProgramResult result = run_program({"import", kFixture, "--json", "--data", master.data()});
  CHECK(outcomes_of(result.out) == "new new ");
  HttpClient client = master.signed_in("asha", 900);
  // With the Walk-in Customer that every master begins with.
  CHECK(client.get("/v1/status").body.find("\"customers\":3") != std::string::npos);
}

TEST_CASE(
    "export: a workbook comes in again without a change, and makes the same in another master") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  const std::string other = folder.file("other");
  REQUIRE(run_program({"import", kFixture, "--data", data}).exit_code == 0);
  const std::string book = folder.file("all.xlsx");
  REQUIRE(run_program({"export", book, "--data", data}).exit_code == 0);
  CHECK(read_file(book).find("PK") == 0);
  CHECK(outcomes_of(run_program({"import", book, "--json", "--data", data}).out) ==
        "unchanged unchanged ");
  // The other master has not given these codes.
  CHECK(outcomes_of(run_program({"import", book, "--json", "--data", other}).out) ==
        "error error ");
  CHECK(
      outcomes_of(run_program({"import", book, "--map", "Code=", "--json", "--data", other}).out) ==
      "new new ");
  const auto names = [](const std::string& folder_of) {
    return run_program({"export", "--columns", "Name,GSTIN,Billing Address", "--data", folder_of})
        .out;
  };
  CHECK(names(other).find("Name,GSTIN,Billing Address\r\nSai Engineering Works,") == 0);
  CHECK(names(other) == names(data));
}

TEST_CASE("import: modes keep their word, columns are named, refused rows come as a file") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  const std::string file = folder.write("theirs.csv",
                                        "Concern;Sort;Mobile;Shoe Size\nOne;Business;9876543210;7\n"
                                        "Two;Alien;9876543211;8\n");
  const std::string rejected = folder.file("rejected.csv");
  const auto import = [&](const std::string& from, std::vector<std::string> more) {
    std::vector<std::string> words{"import",       from,     "--map",
                                   "Concern=Name", "--map",  "Sort=Customer Type",
                                   "--json",       "--data", data};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  };
  const ProgramResult unknown = import(file, {});
  CHECK(unknown.exit_code == 1);
  CHECK(unknown.out.find("Shoe Size") != std::string::npos);
  CHECK(outcomes_of(unknown.out) == "error ");
  CHECK(outcomes_of(import(file, {"--skip-unknown", "--mode", "update"}).out) == "error error ");
  const ProgramResult mixed = import(file, {"--skip-unknown", "--rejected", rejected});
  CHECK(mixed.exit_code == 1);
  CHECK(outcomes_of(mixed.out) == "new error ");
  CHECK(mixed.err.find("\"Shoe Size\" is left out") != std::string::npos);
  std::string refused = read_file(rejected);
  CHECK(refused.find("Concern,Sort,Mobile,Shoe Size,Problem\r\nTwo,Alien,9876543211,8,") == 0);
  CHECK(lines_of(refused).size() == 2);
  refused.replace(refused.find("Alien"), 5, "Business");
  const std::string corrected = folder.write("corrected.csv", refused);
  CHECK(outcomes_of(import(corrected, {"--skip-unknown", "--mode", "insert"}).out) == "new ");
  CHECK(outcomes_of(import(corrected, {"--skip-unknown", "--rejected", rejected}).out) ==
        "unchanged ");
  CHECK_FALSE(std::filesystem::exists(rejected));
  const ProgramResult itself = import(file, {"--rejected", file});
  CHECK(itself.exit_code == 3);
  CHECK(read_file(file).find("Concern;Sort") == 0);
  CHECK(import(file, {"--mode", "destroy"}).exit_code == 2);
  CHECK(import(file, {"--map", "Mobile=Fone"}).err.find("no field \"Fone\"") != std::string::npos);
}

TEST_CASE("import and export: any record type, with links by name") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  const std::string groups =
      folder.write("groups.csv", "Name,Parent,Is Group\nRetail,Shops,No\nShops,,Yes\n");
  const auto import = [&](const std::string& type, const std::string& file) {
    return run_program({"import", file, "--type", type, "--json", "--data", data});
  };
  CHECK(outcomes_of(import("customer-group", groups).out) == "new new ");
  CHECK(outcomes_of(import("Customer Group", groups).out) == "unchanged unchanged ");
  const std::string customers =
      folder.write("customers.csv",
                   "Name,Customer Type,Customer Group\nOne,Business,retail\nTwo,Business,Zoo\n");
  CHECK(outcomes_of(import("customer", customers).out) == "new error ");
  const std::string contacts = folder.write(
      "contacts.csv", "Customer,First Name,Mobile No\nOne,Anita,9876543210\nNobody,Ravi,\n");
  CHECK(outcomes_of(import("contact", contacts).out) == "new error ");
  CHECK(outcomes_of(import("contact", contacts).out) == "unchanged error ");
  for (const std::string type : {"customer_group", "contact"}) {
    CAPTURE(type);
    const std::string book = folder.file(type + ".xlsx");
    REQUIRE(run_program({"export", book, "--type", type, "--data", data}).exit_code == 0);
    // With the groups that every master begins with.
    CHECK(outcomes_of(import(type, book).out) ==
          (type == "contact" ? "unchanged " : "unchanged unchanged unchanged unchanged "));
  }
  const ProgramResult nothing = import("dragon", groups);
  CHECK(nothing.exit_code == 3);
  CHECK(nothing.err.find("customer_group") != std::string::npos);
  CHECK(import("assignment", groups).err.find("cannot be imported") != std::string::npos);
}

TEST_CASE("command line: help for all, and plain words for wrong use") {
  for (const std::string command : {"serve", "import", "export", "backup", "restore", "verify"}) {
    CAPTURE(command);
    const ProgramResult help = run_program({command, "--help"});
    CHECK(help.exit_code == 0);
    CHECK(help.out.find("--data") != std::string::npos);
  }
  CHECK(run_program({"--help"}).out.find("serve") != std::string::npos);
  CHECK(run_program({"user", "add", "--help"}).out.find("--role") != std::string::npos);
  CHECK(run_program({}).exit_code == 2);
  CHECK(run_program({"fly"}).exit_code == 2);
  CHECK(run_program({"import"}).exit_code == 2);
  CHECK(run_program({"serve", "--port", "99999"}).exit_code == 2);
  CHECK(run_program({"serve", "--tls-cert", kFixture}).exit_code == 2);  // without its key
  const TempFolder folder;
  const ProgramResult missing =
      run_program({"import", folder.file("no.csv"), "--data", folder.file("data")});
  CHECK(missing.exit_code == 3);
  CHECK(missing.err.find("Cannot read the file") != std::string::npos);
  CHECK(run_program({"export", "--data", folder.file("nothing-here")}).exit_code == 3);
}

TEST_CASE("demo: sample customers and a user for an empty master only") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  {
    ServerProcess server(data, {"--demo"});
    const std::size_t mark = server.printed().find("with the password ");
    REQUIRE(mark != std::string::npos);
    const std::string password = server.printed().substr(mark + 18, 12);
    HttpClient client(server.port());
    CHECK(client.post("/v1/session", credentials("demo", password, 5)).status == 200);
    // The walk-in customer, which every master has, and 200 made ones.
    CHECK(client.get("/v1/status").body.find("\"customers\":201") != std::string::npos);
    CHECK(server.setup_token().empty());
  }
  const std::string before = run_program({"export", "--data", data}).out;
  ServerProcess server(data, {"--demo"});
  CHECK(server.printed().find("with the password") == std::string::npos);
  CHECK(run_program({"export", "--data", data}).out == before);
}

}  // namespace cm::test
