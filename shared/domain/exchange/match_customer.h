// Which customer a row of a file is about: by id or code, else by GSTIN, else by name with phone or PIN.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/domain/exchange/customer_directory.h"
#include "shared/domain/finding_catalogue.h"

namespace cm {

// What earlier rows of a dry run would have made, found in the same ways as the master.
class RowMemory {
 public:
  void remember(CustomerSheet sheet);
  // The sheet with this id as an earlier row left it, else the one given.
  CustomerSheet newest(CustomerSheet sheet) const;
  std::vector<CustomerSheet> find_by_gstin(const std::string& gstin) const;
  std::vector<CustomerSheet> find_by_name_key(const std::string& key) const;

 private:
  std::vector<CustomerSheet> sheets_at(const std::multimap<std::string, RecordId>& index, const std::string& key) const;
  std::map<RecordId, CustomerSheet> sheets_;
  std::multimap<std::string, RecordId> ids_by_gstin_;
  std::multimap<std::string, RecordId> ids_by_name_key_;
};

struct CustomerMatch {
  std::optional<CustomerSheet> sheet;  // absent = a new customer
  Findings findings;                   // an unknown code, more than one customer that fits
};

// By what a row may find its customer. A row that says nothing of it is a new customer.
enum class MatchBy { Any, Id, Code, Gstin };

// `cells` by box name ("gstin", "code", …), as they stand in the file.
CustomerMatch match_customer(const std::map<std::string, std::string>& cells, const CustomerDirectory& directory,
                             const RowMemory& memory, MatchBy match_by = MatchBy::Any);

}  // namespace cm
