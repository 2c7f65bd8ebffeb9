#include "shared/store/given_numbers.h"

#include <algorithm>

#include "shared/store/counter.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

namespace cm {

GivenNumbers read_given_numbers(Database& master) {
  GivenNumbers given;
  Statement statement(master, "SELECT name, value FROM counter WHERE name LIKE '%.code'");
  while (statement.step()) given[std::string(statement.text(0))] = statement.integer(1);
  return given;
}

void raise_given_numbers(Database& master, const GivenNumbers& at_least) {
  Transaction transaction(master);
  for (const auto& [name, value] : at_least) {
    Counter counter(master, name);
    counter.set(std::max(counter.value(), value));
  }
  transaction.commit();
}

}  // namespace cm
