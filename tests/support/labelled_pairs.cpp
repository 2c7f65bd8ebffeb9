#include "tests/support/labelled_pairs.h"

#include <algorithm>
#include <array>
#include <string>

#include "shared/domain/values/gstin.h"

namespace cm::test {
namespace {

struct City {
  std::string_view name, old_name, state, pin_prefix;
};
constexpr auto kCities = std::to_array<City>({
    {"Pune", "Poona", "27", "411"},        {"Mumbai", "Bombay", "27", "400"},
    {"Nagpur", "", "27", "440"},           {"Jaipur", "", "08", "302"},
    {"Bengaluru", "Bangalore", "29", "560"}, {"Mysuru", "Mysore", "29", "570"},
    {"Chennai", "Madras", "33", "600"},    {"Coimbatore", "", "33", "641"},
    {"Hyderabad", "", "36", "500"},        {"Kolkata", "Calcutta", "19", "700"},
    {"Ahmedabad", "", "24", "380"},        {"Surat", "", "24", "395"},
    {"Vadodara", "Baroda", "24", "390"},   {"Lucknow", "", "09", "226"},
    {"Indore", "", "23", "452"},           {"Bhopal", "", "23", "462"},
    {"Patna", "", "10", "800"},            {"Ludhiana", "", "03", "141"},
    {"Kochi", "Cochin", "32", "682"},      {"Vijayawada", "", "37", "520"},
    {"Guwahati", "Gauhati", "18", "781"},  {"Gurugram", "Gurgaon", "06", "122"},
});

constexpr auto kNouns = std::to_array<std::string_view>({
    "Sai",      "Ganesh",   "Balaji",    "Mahalaxmi", "Krishna",  "Venkateshwara", "Shivam",   "Bharat",
    "Sunrise",  "Galaxy",   "Silverline", "Kaveri",   "Godavari", "Himalaya",  "Vindhya",      "Deccan",
    "Konark",   "Ajanta",   "Malabar",   "Coromandel", "Everest", "Pioneer",   "Excel",        "Supreme",
    "Precision", "Modern",  "Royal",     "Classic",   "Perfect",  "Universal", "Jyoti",        "Shakti",
    "Vikas",    "Navbharat", "Swastik",  "Omkar",     "Trimurti", "Annapurna", "Saraswati",    "Durga",
    "Hanuman",  "Raghuvir", "Nandini",   "Parvati",   "Tulsi",    "Chandan",   "Kesari",       "Lotus",
    "Peacock",  "Sapphire", "Emerald",   "Zenith",    "Apex",     "Orbit",     "Meridian",     "Monarch",
    "Vishwakarma", "Bhavani", "Tirumala", "Kirloskar"});
constexpr auto kTrades = std::to_array<std::string_view>({
    "Engineering Works", "Traders", "Enterprises", "Industries", "Hardware Stores", "Textiles", "Steel Traders",
    "Electricals", "Chemicals", "Pharma", "Agro Foods", "Construction", "Printers", "Auto Parts", "Medical Stores",
    "Furniture", "Transport", "Plastics", "Machine Tools", "Garments", "Paper Mart", "Packaging", "Glass House",
    "Sanitary Wares", "Cement Agencies", "Rice Mill", "Oil Mills", "Polymers", "Infra Projects", "Solutions"});
constexpr auto kForms = std::to_array<std::string_view>({"", "", " Pvt Ltd", " Private Limited", " LLP", " Ltd"});
constexpr auto kGiven = std::to_array<std::string_view>({
    "Ramesh", "Suresh", "Mahesh", "Dinesh", "Rajesh", "Rakesh", "Mukesh", "Anil", "Sunil", "Ashok", "Vijay", "Ajay",
    "Sanjay", "Manoj", "Pramod", "Arvind", "Deepak", "Vinod", "Anita", "Sunita", "Kavita", "Savita", "Rekha", "Meena",
    "Lakshmi", "Priya", "Pooja", "Neha", "Asha", "Usha", "Gopal", "Mohan", "Hari", "Prakash", "Narendra", "Devendra",
    "Jitendra", "Imran", "Salim", "Farida", "Joseph", "Thomas", "Gurpreet", "Harjeet", "Balwinder", "Kiran"});
constexpr auto kSurnames = std::to_array<std::string_view>({
    "Sharma", "Verma", "Gupta", "Patil", "Deshmukh", "Kulkarni", "Joshi", "Shah", "Mehta", "Patel", "Reddy", "Naidu",
    "Iyer", "Nair", "Menon", "Pillai", "Singh", "Yadav", "Mishra", "Pandey", "Tiwari", "Banerjee", "Chatterjee", "Das",
    "Bose", "Khan", "Ansari", "Fernandes", "Chauhan", "Rathore", "Agarwal", "Choudhary", "Srinivasan", "Krishnamurthy"});
struct Variant {
  std::string_view one, other;
};
constexpr auto kVariants = std::to_array<Variant>({
    {"Agarwal", "Aggarwal"}, {"Agarwal", "Agrawal"}, {"Choudhary", "Chaudhari"}, {"Sharma", "Sarma"},
    {"Verma", "Varma"}, {"Banerjee", "Banerji"}, {"Srinivasan", "Shrinivasan"}, {"Lakshmi", "Laxmi"},
    {"Chauhan", "Chouhan"}, {"Krishnamurthy", "Krishnamurti"}, {"Mishra", "Misra"}, {"Deshmukh", "Deshmuk"}});
constexpr auto kShortenings = std::to_array<Variant>({
    {"Engineering", "Engg."}, {"Enterprises", "Enterprise"}, {"Traders", "Trader"}, {"Industries", "Inds"},
    {"Stores", "Store"}, {"Electricals", "Electrical"}, {"Construction", "Constructions"}, {"Agencies", "Agency"},
    {"Works", "Work"}, {"Solutions", "Solutions"}});

class Maker {
 public:
  explicit Maker(Random& random) : random_(random) {}

  template <std::size_t N, class T>
  const T& pick(const std::array<T, N>& from) {
    return from[random_.below(N)];
  }
  std::string digits(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('0' + random_.below(10));
    return text;
  }
  std::string letters(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('A' + random_.below(26));
    return text;
  }
  std::string pan(char holder) { return letters(3) + holder + letters(1) + "1" + digits(3) + letters(1); }
  std::string gstin(std::string_view state, const std::string& pan) {
    const std::string start = std::string(state) + pan + "1Z";
    return start + gstin_check_character(start);
  }
  std::string mobile() { return "9" + digits(9); }
  std::string email(std::string_view who) {
    std::string name;
    for (const char c : who) {
      if (c >= 'A' && c <= 'Z') name += static_cast<char>(c - 'A' + 'a');
      if (c >= 'a' && c <= 'z') name += c;
    }
    return name.substr(0, 14) + digits(3) + "@example.com";
  }

  void live_in(CustomerFacts& facts, const City& city) {
    facts.billing_state = city.state;
    facts.cities = {std::string(city.name)};
    facts.pincodes = {std::string(city.pin_prefix) + "0" + digits(2)};
  }
  std::string firm_name() {
    std::string name(pick(kNouns));
    if (random_.below(2) == 0) name.append(" ").append(pick(kNouns));
    return name.append(" ").append(pick(kTrades));
  }
  std::string person_name() {
    std::string name(pick(kGiven));
    if (random_.below(3) == 0) name.append(" ").append(pick(kGiven));
    return name.append(" ").append(pick(kSurnames));
  }
  CustomerFacts firm() {
    CustomerFacts facts;
    facts.name = firm_name() + std::string(pick(kForms));
    live_in(facts, pick(kCities));
    facts.pan = pan('C');
    facts.gstin = gstin(facts.billing_state, facts.pan);
    facts.phones = {mobile()};
    facts.emails = {email(facts.name)};
    return facts;
  }
  CustomerFacts person() {
    CustomerFacts facts;
    facts.name = person_name();
    live_in(facts, pick(kCities));
    facts.phones = {mobile()};
    facts.emails = {email(facts.name)};
    return facts;
  }
  // The same customer, taken down by somebody else who asked for neither number nor papers.
  CustomerFacts again(const CustomerFacts& from) {
    CustomerFacts facts = from;
    facts.gstin.clear();
    facts.pan.clear();
    facts.phones = {mobile()};
    facts.emails.clear();
    return facts;
  }
  // One slip somewhere behind the first letter of a word of four letters or more.
  std::string with_slip(std::string name) {
    for (int attempt = 0; attempt < 50; ++attempt) {
      const std::size_t at = 1 + random_.below(name.size() - 2);
      const auto is_letter = [&](std::size_t i) { return i < name.size() && name[i] >= 'a' && name[i] <= 'z'; };
      if (!is_letter(at - 1) && !(at == 1)) continue;
      if (!is_letter(at) || !is_letter(at + 1)) continue;
      switch (random_.below(4)) {
        case 0: return name.erase(at, 1);
        case 1: return name.insert(at, 1, name[at]);
        case 2: {
          if (name[at] == name[at + 1]) continue;
          std::swap(name[at], name[at + 1]);
          return name;
        }
        default: {
          const char other = static_cast<char>('a' + random_.below(26));
          if (other == name[at]) continue;
          name[at] = other;
          return name;
        }
      }
    }
    return name;
  }
  bool flip() { return random_.below(2) == 0; }
  std::size_t below(std::size_t bound) { return random_.below(bound); }

 private:
  Random& random_;
};

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  const std::size_t at = text.find(what);
  return at == std::string::npos ? text : text.replace(at, what.size(), with);
}

std::string with_words_swapped(const std::string& name) {
  const std::size_t space = name.find(' ');
  return name.substr(space + 1) + ", " + name.substr(0, space);
}

std::string without_form(const std::string& name) {
  for (const std::string_view form : {" Pvt Ltd", " Private Limited", " LLP", " Ltd"}) {
    if (name.ends_with(form)) return name.substr(0, name.size() - form.size());
  }
  return name;
}

using MakePair = void (*)(Maker&, CustomerFacts&, CustomerFacts&);
struct PairKind {
  std::string_view name;
  PairLabel label;
  MakePair make;
};

// Each gets `a` as a firm with all its numbers.
constexpr auto kKinds = std::to_array<PairKind>({
    {"a typing slip, same address", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) { b = m.again(a), b.name = m.with_slip(a.name); }},
    {"a typing slip, same city", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a), b.name = m.with_slip(a.name), b.pincodes.clear();
     }},
    {"two slips, same mobile", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a), b.name = m.with_slip(m.with_slip(a.name)), b.phones = a.phones;
     }},
    {"swapped words", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) { b = m.again(a), b.name = with_words_swapped(a.name); }},
    {"another suffix", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a);
       b.name = without_form(a.name) + (m.flip() ? " (P) Ltd." : "");
       a.name = without_form(a.name) + " PRIVATE LIMITED";
     }},
    {"shortened words, M/s", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a), b.name = "M/s. " + a.name;
       for (const Variant& each : kShortenings) b.name = replaced(b.name, each.one, each.other);
     }},
    {"same GSTIN, trade name", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) { b = m.firm(), b.gstin = a.gstin, b.pan = a.pan; }},
    {"same PAN and state, a slip", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a), b.pan = a.pan, b.name = m.with_slip(a.name), b.pincodes.clear(), b.cities.clear();
     }},
    {"same mobile, a person's slip", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       a = m.person(), b = m.again(a), b.name = m.with_slip(a.name), b.phones = a.phones;
     }},
    {"same email, without suffix", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a), b.emails = a.emails, b.name = without_form(a.name), b.cities.clear(), b.pincodes.clear();
     }},
    {"another spelling of a person's name", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       const Variant& variant = m.pick(kVariants);
       a = m.person();
       a.name = std::string(m.pick(kGiven)).append(" ").append(variant.one);
       b = m.again(a), b.name = replaced(a.name, variant.one, variant.other);
     }},
    {"words joined", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) { b = m.again(a), b.name = replaced(a.name, " ", ""); }},
    {"the city's old name", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       const City* city = &m.pick(kCities);
       while (city->old_name.empty()) city = &m.pick(kCities);
       m.live_in(a, *city), a.gstin = m.gstin(city->state, a.pan);
       b = m.again(a), b.cities = {std::string(city->old_name)}, b.pincodes.clear();
     }},
    {"the other's trade name", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a), a.trade_name = m.firm_name(), b.name = a.trade_name;
     }},
    {"a slip in the PAN", PairLabel::Duplicate,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a), b.pan = a.pan, b.pan[6] = b.pan[6] == '7' ? '4' : '7';
     }},
    {"branch in another state", PairLabel::Branch,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       const City* city = &m.pick(kCities);
       while (city->state == a.billing_state) city = &m.pick(kCities);
       b = a, m.live_in(b, *city), b.gstin = m.gstin(city->state, a.pan), b.phones = {m.mobile()};
     }},
    {"branch of another name, no GSTIN", PairLabel::Branch,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       const City* city = &m.pick(kCities);
       while (city->state == a.billing_state) city = &m.pick(kCities);
       b = m.again(a), b.pan = a.pan, m.live_in(b, *city), b.name = a.name + " Unit II";
     }},
    {"father and son", PairLabel::Distinct,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       a = m.person();
       const std::string surname(m.pick(kSurnames));
       const std::string_view father = m.pick(kGiven);
       std::string_view son = m.pick(kGiven);
       while (son == father) son = m.pick(kGiven);
       a.name = std::string(father) + " " + surname;
       b = m.again(a), b.name = std::string(son) + " " + std::string(m.flip() ? father : "") + " " + surname;
     }},
    {"father and son, one mobile", PairLabel::Distinct,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       a = m.person();
       const std::string surname(m.pick(kSurnames));
       a.name = "Ramesh " + surname;
       b = m.again(a), b.name = "Dinesh " + surname, b.phones = a.phones;
     }},
    {"two firms, one phone", PairLabel::Distinct,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) { b = m.firm(), b.phones = a.phones; }},
    {"same name in another city", PairLabel::Distinct,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.firm();
       while (b.cities == a.cities) b = m.firm();
       b.name = a.name;
     }},
    {"same trade, other name, same PIN", PairLabel::Distinct,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = m.again(a);
       const std::string trade(m.pick(kTrades));
       const std::string_view one = m.pick(kNouns);
       std::string_view other = m.pick(kNouns);
       while (other == one) other = m.pick(kNouns);
       a.name = std::string(one) + " " + trade, b.name = std::string(other) + " " + trade;
     }},
    {"same name and city, two holders", PairLabel::Distinct,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       b = a, b.pan = m.pan('F'), b.gstin = m.gstin(a.billing_state, b.pan), b.phones = {m.mobile()};
       b.emails.clear();
       b.pincodes.clear();
     }},
    {"one consonant makes another person", PairLabel::Distinct,
     [](Maker& m, CustomerFacts& a, CustomerFacts& b) {
       a = m.person();
       const std::string surname(m.pick(kSurnames));
       a.name = "Rajesh " + surname, b = m.again(a), b.name = "Rakesh " + surname;
     }},
    {"strangers", PairLabel::Distinct,
     [](Maker& m, CustomerFacts&, CustomerFacts& b) { b = m.flip() ? m.firm() : m.person(); }},
});

void count(LevelScore& score, bool right) {
  ++score.found;
  if (right) ++score.right;
}

}  // namespace

std::vector<LabelledPair> make_labelled_pairs(std::size_t wanted, std::uint64_t seed) {
  SeededRandom random(seed);
  Maker maker(random);
  std::vector<LabelledPair> pairs;
  for (std::size_t i = 0; i < wanted; ++i) {
    const PairKind& kind = kKinds[i % kKinds.size()];
    LabelledPair pair;
    pair.kind = kind.name;
    pair.label = kind.label;
    pair.a = maker.firm();
    kind.make(maker, pair.a, pair.b);
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

CustomerFacts make_customer_facts(Random& random) {
  Maker maker(random);
  return maker.below(5) == 0 ? maker.person() : maker.firm();
}

DuplicateScores score_pairs(const std::vector<LabelledPair>& pairs) {
  DuplicateScores scores;
  std::size_t duplicates = 0, branches = 0;
  for (const LabelledPair& pair : pairs) {
    duplicates += pair.label == PairLabel::Duplicate ? 1 : 0;
    branches += pair.label == PairLabel::Branch ? 1 : 0;
    const auto found = compare_customers(summarize(pair.a), summarize(pair.b));
    if (!found) continue;
    const bool branch = found->level == DuplicateLevel::Branch;
    count(scores.of[static_cast<std::size_t>(found->level)],
          pair.label == (branch ? PairLabel::Branch : PairLabel::Duplicate));
  }
  std::size_t right_so_far = 0;
  for (std::size_t level = 0; level < 4; ++level) {
    LevelScore& score = scores.of[level];
    const bool branch = level == static_cast<std::size_t>(DuplicateLevel::Branch);
    right_so_far += score.right;
    if (score.found > 0) score.precision = static_cast<double>(score.right) / static_cast<double>(score.found);
    score.recall = branch ? static_cast<double>(score.right) / static_cast<double>(branches)
                          : static_cast<double>(right_so_far) / static_cast<double>(duplicates);
  }
  return scores;
}

}  // namespace cm::test
