#include "shared/domain/exchange/customer_exchange.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/match_customer.h"
#include "shared/domain/field_text.h"
#include "shared/domain/records/customer.h"

namespace cm {
namespace {

constexpr std::string_view kCode = "code";
constexpr std::string_view kId = "id";
constexpr std::string_view kImportReason = "import";
constexpr int kHeaderRow = 1;

const Field& code_field() {
  return record_type_of<Customer>().get_field(kCode);
}

// The box that a column heading names: "" = a blank heading, nullopt = unknown.
std::optional<std::string> box_of_heading(std::string_view heading) {
  const std::string key = name_key(heading);
  if (key.empty()) return std::string();
  if (key == name_key(code_field().label)) return std::string(kCode);
  if (key == kId) return std::string(kId);
  for (const QuickField& quick : quick_fields()) {
    if (key == name_key(quick.label) || key == name_key(quick.name)) return std::string(quick.name);
  }
  return std::nullopt;
}

std::string known_columns() {
  std::string columns;
  for (const std::string& column : export_header())
    columns.append(columns.empty() ? "" : ", ").append(column);
  return columns;
}

bool all_blank(const CsvRow& row) {
  return row.findings.empty() &&
         std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return clean_text(cell).empty(); });
}

bool is_shipping_box(std::string_view name) {
  const QuickField* quick = find_quick_field(name);
  return quick && quick->part == QuickPart::Shipping;
}

// The billing box that stands across from a shipping box.
std::string billing_box(std::string_view shipping_box) {
  return std::string(
      find_quick_field(QuickPart::Billing, find_quick_field(shipping_box)->field)->name);
}

// The row over what stands. A blank cell leaves what stands.
QuickDraft draft_of_row(const std::map<std::string, std::string>& cells,
                        const CustomerSheet* existing) {
  QuickDraft draft = draft_of(existing);
  draft.override_reason = kImportReason;
  for (const auto& [box, text] : cells) {
    if (!clean_text(text).empty() && find_quick_field(box)) draft.text[box] = text;
  }
  if (!draft.shipping_same_as_billing) return draft;
  // One address stands for both. A shipping cell that says something else than its billing cell
  // parts them.
  for (const auto& [box, text] : cells) {
    if (!is_shipping_box(box) || clean_text(text).empty()) continue;
    if (clean_text(text) != clean_text(draft.text[billing_box(box)]))
      draft.shipping_same_as_billing = false;
  }
  return draft;
}

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::New:
      return "new";
    case Outcome::Update:
      return "update";
    case Outcome::Unchanged:
      return "unchanged";
    case Outcome::Error:
      break;
  }
  return "error";
}

std::vector<std::string> export_header() {
  std::vector<std::string> header{std::string(code_field().label)};
  for (const QuickField& quick : quick_fields()) header.emplace_back(quick.label);
  return header;
}

std::vector<std::string> export_cells(const CustomerSheet& sheet) {
  const QuickDraft draft = draft_of(&sheet);
  std::vector<std::string> cells{format_field(code_field(), sheet.customer.get(kCode))};
  for (const QuickField& quick : quick_fields()) {
    const auto text = draft.text.find(std::string(quick.name));
    cells.push_back(text == draft.text.end() ? std::string() : text->second);
  }
  return cells;
}

HeaderMap map_header(const std::vector<std::string>& header) {
  HeaderMap map;
  for (const std::string& heading : header) {
    const auto box = box_of_heading(heading);
    const std::string shown = clean_text(heading);
    if (!box) {
      map.findings.push_back(
          make_finding(FindingCode::ColumnUnknown, shown, {shown, known_columns()}));
    } else if (!box->empty() &&
               std::find(map.boxes.begin(), map.boxes.end(), *box) != map.boxes.end()) {
      map.findings.push_back(make_finding(FindingCode::ColumnTwice, *box, {shown}));
    }
    map.boxes.push_back(box.value_or(""));
  }
  const auto has = [&](std::string_view box) {
    return std::find(map.boxes.begin(), map.boxes.end(), box) != map.boxes.end();
  };
  if (!has("name") && !has(kCode) && !has(kId)) {
    map.findings.push_back(
        make_finding(FindingCode::ColumnMissing, "name", {find_quick_field("name")->label}));
  }
  return map;
}

struct CustomerImport::State {
  const CustomerDirectory& directory;
  const Clock& clock;
  Random& random;
  Options options;
  ChangeSink changes;
  OutcomeSink outcomes;
  CsvReader reader;
  std::optional<HeaderMap> header;
  RowMemory memory;  // of a dry run: what earlier rows would have made
  int row = 0;
  bool refused = false;

  State(const CustomerDirectory& directory_, const Clock& clock_, Random& random_, Options options_,
        ChangeSink changes_, OutcomeSink outcomes_)
      : directory(directory_),
        clock(clock_),
        random(random_),
        options(std::move(options_)),
        changes(std::move(changes_)),
        outcomes(std::move(outcomes_)),
        reader([this](CsvRow&& csv_row) { take(std::move(csv_row)); }, options.limits) {}

  void take(CsvRow&& csv_row) {
    ++row;
    if (refused) return;
    if (!header)
      take_header(csv_row);
    else if (!all_blank(csv_row))
      outcomes(import_row(csv_row));
  }

  void refuse(Findings findings) {
    refused = true;
    outcomes({kHeaderRow, Outcome::Error, std::move(findings)});
  }

  void take_header(const CsvRow& csv_row) {
    if (all_blank(csv_row)) {
      refuse({make_finding(FindingCode::FileEmpty, "")});
      return;
    }
    if (!csv_row.findings.empty()) {
      refuse(csv_row.findings);
      return;
    }
    header = map_header(csv_row.cells);
    if (has_grade(header->findings, Grade::Error)) refuse(header->findings);
  }

  // Cells by box; too many cells are an error, too few are blank.
  std::map<std::string, std::string> cells_by_box(const CsvRow& csv_row, Findings& findings) const {
    std::map<std::string, std::string> cells;
    for (std::size_t i = 0; i < header->boxes.size() && i < csv_row.cells.size(); ++i) {
      if (!header->boxes[i].empty()) cells[header->boxes[i]] = csv_row.cells[i];
    }
    const auto is_filled = [](const std::string& cell) { return !clean_text(cell).empty(); };
    const auto surplus = csv_row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                     header->boxes.size(), csv_row.cells.size()));
    if (std::any_of(surplus, csv_row.cells.end(), is_filled)) {
      findings.push_back(make_finding(
          FindingCode::RowTooManyCells, "",
          {std::to_string(csv_row.cells.size()), std::to_string(header->boxes.size())}));
    }
    return cells;
  }

  RowOutcome import_row(const CsvRow& csv_row) {
    RowOutcome outcome{row, Outcome::Error, csv_row.findings};
    const auto cells = cells_by_box(csv_row, outcome.findings);
    if (has_grade(outcome.findings, Grade::Error)) return outcome;
    CustomerMatch match = match_customer(cells, directory, memory);
    outcome.findings = std::move(match.findings);
    if (has_grade(outcome.findings, Grade::Error)) return outcome;
    const CustomerSheet* existing = match.sheet ? &*match.sheet : nullptr;
    QuickDraft draft = draft_of_row(cells, existing);
    draft.typed_by = options.typed_by;
    const DraftCheck check = check_draft(draft, existing);
    outcome.findings.insert(outcome.findings.end(), check.findings.begin(), check.findings.end());
    if (check.has_errors()) return outcome;
    save(check, existing, outcome);
    return outcome;
  }

  void save(const DraftCheck& check, const CustomerSheet* existing, RowOutcome& outcome) {
    const std::vector<Change> made = changes_of(check, existing, clock, random);
    outcome.outcome = made.empty() ? Outcome::Unchanged : existing ? Outcome::Update : Outcome::New;
    if (made.empty()) return;
    if (changes)
      changes(made);
    else
      memory.remember(sheet_after(existing, made));
  }
};

CustomerImport::CustomerImport(const CustomerDirectory& directory, const Clock& clock,
                               Random& random, Options options, ChangeSink changes,
                               OutcomeSink outcomes)
    : state_(std::make_unique<State>(directory, clock, random, std::move(options),
                                     std::move(changes), std::move(outcomes))) {}

CustomerImport::~CustomerImport() = default;

void CustomerImport::feed(std::string_view bytes) {
  state_->reader.feed(bytes);
}

bool CustomerImport::finish() {
  State& state = *state_;
  if (state.reader.too_large()) {
    const std::string megabytes = std::to_string(state.options.limits.file_bytes_max >> 20);
    state.outcomes({state.row + 1,
                    Outcome::Error,
                    {make_finding(FindingCode::FileTooLarge, "", {megabytes})}});
    return false;
  }
  state.reader.finish();
  if (!state.header && !state.refused) state.refuse({make_finding(FindingCode::FileEmpty, "")});
  return !state.refused;
}

}  // namespace cm
