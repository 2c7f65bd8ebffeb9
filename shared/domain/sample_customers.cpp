#include "shared/domain/sample_customers.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "shared/base/utf8.h"
#include "shared/domain/values/gstin.h"

namespace cm {
namespace {

struct City {
  std::string_view name, state, state_code, pin_prefix;
};

constexpr std::array kCities = std::to_array<City>({
    {"Pune", "Maharashtra", "27", "411"},
    {"Mumbai", "Maharashtra", "27", "400"},
    {"Nagpur", "Maharashtra", "27", "440"},
    {"Nashik", "Maharashtra", "27", "422"},
    {"Kolhapur", "Maharashtra", "27", "416"},
    {"Jaipur", "Rajasthan", "08", "302"},
    {"Udaipur", "Rajasthan", "08", "313"},
    {"Jodhpur", "Rajasthan", "08", "342"},
    {"New Delhi", "Delhi", "07", "110"},
    {"Bengaluru", "Karnataka", "29", "560"},
    {"Mysuru", "Karnataka", "29", "570"},
    {"Mangaluru", "Karnataka", "29", "575"},
    {"Hubballi", "Karnataka", "29", "580"},
    {"Chennai", "Tamil Nadu", "33", "600"},
    {"Coimbatore", "Tamil Nadu", "33", "641"},
    {"Madurai", "Tamil Nadu", "33", "625"},
    {"Hyderabad", "Telangana", "36", "500"},
    {"Warangal", "Telangana", "36", "506"},
    {"Kolkata", "West Bengal", "19", "700"},
    {"Siliguri", "West Bengal", "19", "734"},
    {"Ahmedabad", "Gujarat", "24", "380"},
    {"Surat", "Gujarat", "24", "395"},
    {"Vadodara", "Gujarat", "24", "390"},
    {"Rajkot", "Gujarat", "24", "360"},
    {"Lucknow", "Uttar Pradesh", "09", "226"},
    {"Kanpur", "Uttar Pradesh", "09", "208"},
    {"Varanasi", "Uttar Pradesh", "09", "221"},
    {"Indore", "Madhya Pradesh", "23", "452"},
    {"Bhopal", "Madhya Pradesh", "23", "462"},
    {"Patna", "Bihar", "10", "800"},
    {"Ludhiana", "Punjab", "03", "141"},
    {"Amritsar", "Punjab", "03", "143"},
    {"Kochi", "Kerala", "32", "682"},
    {"Thrissur", "Kerala", "32", "680"},
    {"Vijayawada", "Andhra Pradesh", "37", "520"},
    {"Guntur", "Andhra Pradesh", "37", "522"},
    {"Guwahati", "Assam", "18", "781"},
    {"Cuttack", "Odisha", "21", "753"},
    {"Ranchi", "Jharkhand", "20", "834"},
    {"Raipur", "Chhattisgarh", "22", "492"},
    {"Dehradun", "Uttarakhand", "05", "248"},
    {"Gurugram", "Haryana", "06", "122"},
});

// Given and family names are put together from a beginning and an end, so that there are some
// thousand of them.
constexpr std::array kGivenBegin = std::to_array<std::string_view>(
    {"An",  "Ar", "Bha", "Cha",  "De", "Di", "Ga",  "Gee", "Har", "In",  "Ja", "Ka",
     "Kri", "La", "Ma",  "Mee",  "Mo", "Na", "Ni",  "Pad", "Pra", "Pri", "Ra", "Ri",
     "Ro",  "Sa", "San", "Shai", "Su", "Ta", "Uma", "Va",  "Vi",  "Ya"});
constexpr std::array kGivenEnd = std::to_array<std::string_view>(
    {"deep", "dhika", "esh",  "han",   "ita",  "jay",   "ksha", "lini",
     "mesh", "nand",  "nath", "ndra",  "nish", "nita",  "rati", "ravi",
     "shan", "shil",  "shna", "swati", "tika", "vanti", "veen", "yank"});
constexpr std::array kFamily = std::to_array<std::string_view>(
    {"Agarwal", "Banerjee", "Bhatt",    "Bose",      "Chatterjee", "Chauhan", "Chopra",
     "Das",     "Desai",    "Deshmukh", "Fernandes", "Gaikwad",    "Ghosh",   "Gokhale",
     "Gowda",   "Gupta",    "Iyer",     "Jadhav",    "Jain",       "Joshi",   "Kadam",
     "Kapoor",  "Kaur",     "Khan",     "Kulkarni",  "Kumar",      "Lal",     "Malhotra",
     "Mehta",   "Menon",    "Mishra",   "Mukherjee", "Nair",       "Naidu",   "Patel",
     "Patil",   "Pawar",    "Pillai",   "Prasad",    "Rao",        "Rathore", "Reddy",
     "Roy",     "Saxena",   "Sethi",    "Shah",      "Sharma",     "Shetty",  "Shinde",
     "Singh",   "Sinha",    "Thakur",   "Tiwari",    "Trivedi",    "Varma",   "Verma",
     "Yadav"});
constexpr std::array kHouse = std::to_array<std::string_view>(
    {"Sri",       "Shree",   "Om",      "Jai",    "New",      "Royal",     "National", "Bharat",
     "Hindustan", "Deccan",  "Konkan",  "Ganga",  "Himalaya", "Vindhya",   "Sahyadri", "Laxmi",
     "Ganesh",    "Balaji",  "Krishna", "Durga",  "Ashoka",   "Navbharat", "Classic",  "Modern",
     "Precision", "Supreme", "United",  "Vishal", "Apex",     "Sagar"});
constexpr std::array kTrade = std::to_array<std::string_view>(
    {"Engineering", "Fabricators",   "Castings",  "Forgings",    "Machine Tools", "Bearings",
     "Electricals", "Electronics",   "Hardware",  "Paints",      "Pipes",         "Plastics",
     "Polymers",    "Rubber",        "Chemicals", "Pharma",      "Agro",          "Foods",
     "Dairy",       "Spices",        "Textiles",  "Garments",    "Handlooms",     "Leather",
     "Packaging",   "Paper",         "Printers",  "Timber",      "Furniture",     "Ceramics",
     "Cement",      "Constructions", "Infra",     "Logistics",   "Transport",     "Motors",
     "Auto Parts",  "Tyres",         "Fasteners", "Springs",     "Wires",         "Cables",
     "Solar",       "Pumps",         "Valves",    "Instruments", "Optics",        "Jewellers"});
constexpr std::array kSuffix = std::to_array<std::string_view>(
    {"Works", "Industries", "Traders", "Enterprises", "and Sons", "Brothers", "Pvt Ltd", "LLP",
     "Agencies", "Corporation", "Associates", "Stores", "Suppliers", "Company"});
constexpr std::array kStreet = std::to_array<std::string_view>(
    {"MIDC Phase II", "Industrial Area", "Station Road", "M G Road", "Green Park Colony",
     "Gandhi Nagar", "Nehru Market", "Ring Road", "Old Bazaar", "Civil Lines", "Transport Nagar",
     "Sector 5"});
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

template <class Table>
const auto& pick(Random& random, const Table& table) {
  return table[random.below(table.size())];
}

std::string number_text(std::uint64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

std::string given_name(Random& random) {
  return std::string(pick(random, kGivenBegin)) + std::string(pick(random, kGivenEnd));
}

std::string person_name(Random& random) {
  return given_name(random) + ' ' + std::string(pick(random, kFamily));
}

std::string business_name(Random& random) {
  std::string name;
  switch (random.below(3)) {
    case 0:
      name = std::string(pick(random, kHouse)) + ' ' + given_name(random);
      break;
    case 1:
      name = given_name(random);
      break;
    default:
      name = std::string(pick(random, kFamily));
      break;
  }
  return name.append(" ").append(pick(random, kTrade)).append(" ").append(pick(random, kSuffix));
}

std::string pan(Random& random, char holder, char initial) {
  std::string text;
  for (int i = 0; i < 3; ++i) text += pick(random, kLetters);
  text += holder;
  text += initial;
  return text + number_text(1 + random.below(9999), 4) + pick(random, kLetters);
}

std::string gstin(const City& city, const std::string& pan) {
  std::string text = std::string(city.state_code) + pan + "1Z";
  return text + gstin_check_character(text);
}

std::string mobile(Random& random) {
  return std::to_string(6 + random.below(4)) + number_text(random.below(1'000'000'000), 9);
}

std::string mail_name(std::string_view name) {
  std::string out;
  for (const char c : fold_text(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

void fill_place(Random& random, QuickDraft& draft, const std::string& part, const City& city) {
  draft.text[part + "_address"] =
      "Plot " + std::to_string(1 + random.below(400)) + ", " + std::string(pick(random, kStreet));
  draft.text[part + "_city"] = city.name;
  draft.text[part + "_state"] = city.state;
  draft.text[part + "_pincode"] =
      std::string(city.pin_prefix) + number_text(1 + random.below(99), 3);
}

void fill_business(Random& random, QuickDraft& draft, const City& city) {
  const std::string name = business_name(random);
  const std::string pan_text = pan(random, random.below(2) == 0 ? 'C' : 'F', name.front());
  draft.text["name"] = name;
  draft.text["customer_type"] = "Business";
  draft.text["gstin"] = gstin(city, pan_text);
  draft.text["pan"] = pan_text;
  draft.text["contact_person"] = person_name(random);
  draft.text["email"] = "accounts@" + mail_name(name) + ".example.com";
  draft.text["credit_limit"] = std::to_string((1 + random.below(40)) * 25'000);
  draft.text["credit_days"] = std::to_string(15 * (1 + random.below(4)));
  draft.text["payment_terms"] = "Net " + draft.text["credit_days"] + " days from invoice date";
}

}  // namespace

QuickDraft SampleCustomers::next() {
  QuickDraft draft = draft_of(nullptr);
  const City& city = pick(random_, kCities);
  if (random_.below(5) != 0) {
    fill_business(random_, draft, city);
  } else {
    draft.text["name"] = person_name(random_);
    draft.text["customer_type"] = "Individual";
    draft.text["email"] =
        mail_name(draft.text["name"]) + std::to_string(random_.below(1000)) + "@example.com";
  }
  draft.text["phone"] = mobile(random_);
  fill_place(random_, draft, "billing", city);
  if (random_.below(3) == 0)
    fill_place(random_, draft, "shipping", pick(random_, kCities));
  else
    draft.shipping_same_as_billing = true;
  return draft;
}

}  // namespace cm
