#include "shared/domain/exchange/table_import.h"

#include <algorithm>
#include <deque>
#include <optional>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/header_row.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/permissions.h"

namespace cm {
namespace {

constexpr int kHeaderRow = 1;  // of findings about the file as a whole
constexpr std::string_view kProblem = "Problem";

// By its name or code; else by what stands first in the row.
std::string title_of(const TableRow& row, const CellsByField& cells) {
  for (const char* field : {"name", "code", "party"}) {
    const auto cell = cells.find(field);
    if (cell == cells.end()) continue;
    if (std::string text = clean_text(cell->second); !text.empty()) return text;
  }
  for (const std::string& cell : row.cells) {
    if (std::string text = clean_text(cell); !text.empty()) return text;
  }
  return {};
}

struct WaitingRow {
  RowOutcome outcome;
  CellsByField cells;
};

}  // namespace

struct TableImport::State {
  enum class Stage { Header, Rows, Waiting, Done };

  const RecordType& type;
  ImportOptions options;
  ChangeSink changes;
  OutcomeSink outcomes;
  TableFile file;
  std::unique_ptr<RowImporter> importer;
  Stage stage = Stage::Header;
  bool refused = false;
  std::vector<TableRow> head;  // rows before it is known which is the header
  std::deque<TableRow> rows;   // read, not yet imported
  std::vector<std::string> header;
  int header_row = 0;
  ColumnMap columns;
  std::deque<WaitingRow> waiting;
  std::size_t waiting_tried = 0;  // since one of them went in
  int last_row = 0;

  State(const RecordType& type_, const Directories& directories, const Clock& clock, Random& random,
        ImportOptions options_, ChangeSink changes_, OutcomeSink outcomes_)
      : type(type_),
        options(std::move(options_)),
        changes(std::move(changes_)),
        outcomes(std::move(outcomes_)),
        file(options.file),
        importer(make_row_importer(type, directories, clock, random, options.rules)) {}

  void refuse(Findings findings) {
    refused = true;
    stage = Stage::Done;
    outcomes({kHeaderRow, Outcome::Error, std::move(findings), {}});
  }

  void choose_header() {
    if (head.empty())
      return refuse({make_finding(file.problem().value_or(FindingCode::FileEmpty), "")});
    const std::size_t best = options.header_row > 0 ? 0 : find_header_row(type, head);
    if (!head[best].findings.empty()) return refuse(head[best].findings);
    header_row = head[best].number;
    header = std::move(head[best].cells);
    columns = map_columns(type, header, options.columns);
    if (has_grade(columns.findings, Grade::Error)) return refuse(columns.findings);
    for (std::size_t i = best + 1; i < head.size(); ++i) rows.push_back(std::move(head[i]));
    head.clear();
    stage = Stage::Rows;
  }

  void take_head_row(TableRow&& row) {
    if (is_blank_row(row) || row.number < options.header_row) return;
    const bool complete = options.header_row > 0 || (head.empty() && is_surely_header(type, row));
    head.push_back(std::move(row));
    if (complete || head.size() == kHeadRowsMax) choose_header();
  }

  // The server would refuse it later, one operation at a time.
  void refuse_what_is_not_permitted(RowReading& reading) const {
    if (!options.rules.role) return;
    for (const Change& change : reading.changes) {
      const RowExists exists = change.base.empty() ? RowExists::No : RowExists::Yes;
      const std::string why = check_permission(
          *options.rules.role, {*change.type, change.kind, false, change.fields}, exists);
      if (why.empty()) continue;
      reading.findings.push_back(make_finding(FindingCode::RowNotPermitted, "", {why}));
      reading.outcome = Outcome::Error;
      return reading.changes.clear();
    }
  }

  void tell(RowOutcome&& outcome, RowReading&& reading, std::vector<std::string>&& cells) {
    refuse_what_is_not_permitted(reading);
    outcome.outcome = reading.outcome;
    outcome.findings = std::move(reading.findings);
    if (outcome.outcome == Outcome::Error) outcome.cells = std::move(cells);
    if (!reading.changes.empty()) {
      if (changes)
        changes(reading.changes);
      else
        importer->remember(reading.changes);
    }
    outcomes(outcome);
  }

  void import_row(TableRow&& row) {
    if (is_blank_row(row)) return;
    RowOutcome outcome{row.number, Outcome::Error, {}, {}};
    RowReading reading;
    reading.findings = row.findings;
    CellsByField cells = cells_by_field(type, columns, row.cells, reading.findings);
    outcome.title = title_of(row, cells);
    if (!has_grade(reading.findings, Grade::Error)) reading = importer->read(cells);
    if (reading.waits) {
      outcome.cells = std::move(row.cells);
      waiting.push_back({std::move(outcome), std::move(cells)});
      return;
    }
    tell(std::move(outcome), std::move(reading), std::move(row.cells));
  }

  // Rows that waited for another one, round after round until none of them finds its own.
  void try_waiting() {
    if (waiting.empty()) {
      stage = Stage::Done;
      return;
    }
    WaitingRow row = std::move(waiting.front());
    waiting.pop_front();
    RowReading reading = importer->read(row.cells);
    if (reading.waits && ++waiting_tried <= waiting.size()) {
      waiting.push_back(std::move(row));
      return;
    }
    if (!reading.waits) waiting_tried = 0;
    std::vector<std::string> cells = std::move(row.outcome.cells);
    row.outcome.cells.clear();
    tell(std::move(row.outcome), std::move(reading), std::move(cells));
  }

  void end_of_rows() {
    if (stage == Stage::Header) choose_header();
    if (stage != Stage::Rows || !rows.empty()) return;
    stage = Stage::Waiting;
    if (const auto problem = file.problem()) {
      const std::string megabytes = std::to_string(options.file.limits.file_bytes_max >> 20);
      refused = true;
      outcomes({last_row + 1, Outcome::Error, {make_finding(*problem, "", {megabytes})}, {}});
    }
  }

  // One row, or one piece of the file.
  Step work() {
    if (stage == Stage::Done) return Step::Done;
    if (stage == Stage::Waiting) {
      try_waiting();
      return stage == Stage::Done ? Step::Done : Step::More;
    }
    if (stage == Stage::Rows && !rows.empty()) {
      TableRow row = std::move(rows.front());
      rows.pop_front();
      import_row(std::move(row));
      return Step::More;
    }
    TableRow row;
    switch (file.next(row)) {
      case RowResult::Row:
        last_row = row.number;
        if (stage == Stage::Header)
          take_head_row(std::move(row));
        else
          import_row(std::move(row));
        return Step::More;
      case RowResult::Busy:
        return Step::More;
      case RowResult::NeedMore:
        return Step::NeedMore;
      case RowResult::End:
        end_of_rows();
        break;
    }
    return stage == Stage::Done ? Step::Done : Step::More;
  }
};

TableImport::TableImport(const RecordType& type, const Directories& directories, const Clock& clock,
                         Random& random, ImportOptions options, ChangeSink changes,
                         OutcomeSink outcomes)
    : state_(std::make_unique<State>(type, directories, clock, random, std::move(options),
                                     std::move(changes), std::move(outcomes))) {}

TableImport::~TableImport() = default;

void TableImport::feed(std::string_view bytes) {
  state_->file.feed(bytes);
}

void TableImport::end_of_file() {
  state_->file.finish();
}

TableImport::Step TableImport::step(int rows_max) {
  Step result = Step::More;
  for (int i = 0; i < rows_max && result == Step::More; ++i) result = state_->work();
  return result;
}

bool TableImport::finish() {
  end_of_file();
  while (step(1000) == Step::More) {
  }
  return !state_->refused;
}

const ColumnMap& TableImport::columns() const {
  return state_->columns;
}
const std::vector<std::string>& TableImport::header() const {
  return state_->header;
}
int TableImport::header_row() const {
  return state_->header_row;
}
const TableFile& TableImport::file() const {
  return state_->file;
}

std::vector<std::string> rejected_header(const std::vector<std::string>& header) {
  std::vector<std::string> all = header;
  if (std::find(all.begin(), all.end(), kProblem) == all.end()) all.emplace_back(kProblem);
  return all;
}

std::vector<std::string> rejected_cells(const RowOutcome& outcome,
                                        const std::vector<std::string>& header) {
  const std::vector<std::string> all = rejected_header(header);
  const auto problem_at =
      static_cast<std::size_t>(std::find(all.begin(), all.end(), kProblem) - all.begin());
  std::vector<std::string> cells = outcome.cells;
  for (std::string& cell : cells) cell = to_valid_utf8(cell);
  cells.resize(std::max(all.size(), cells.size()));
  std::string problem;
  for (const Finding& finding : outcome.findings) {
    if (finding.grade != Grade::Error) continue;
    problem.append(problem.empty() ? "" : " ").append(finding.text);
  }
  cells[problem_at] = problem;
  return cells;
}

}  // namespace cm
