#include "shared/domain/exchange/xlsx/xlsx_reader.h"

#include "shared/domain/exchange/xlsx/sheet_sink.h"

namespace cm {
namespace {

constexpr std::size_t kPieceBytes = 16u << 10;
constexpr std::size_t kBookBytesMax = 4u << 20;  // of the small parts, which are read at once

// "worksheets/sheet1.xml" beside "xl/workbook.xml" is "xl/worksheets/sheet1.xml".
std::string beside(const std::string& part, const std::string& target) {
  if (target.starts_with('/')) return target.substr(1);
  return part.substr(0, part.rfind('/') + 1) + target;
}

std::string relations_of(const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

}  // namespace

struct XlsxReader::State {
  enum class Stage { Book, Texts, Sheet, Over };

  std::string bytes;
  TableLimits limits;
  ZipReader zip;
  Stage stage = Stage::Book;
  std::optional<FindingCode> problem;
  std::string sheet_part;
  std::string texts_part;
  SheetSink::Book book;
  SharedTextsSink texts;
  std::optional<SheetSink> sheet;
  std::unique_ptr<XmlParser> parser;  // of the part that is being read
  std::string piece;

  State(std::string bytes_, TableLimits limits_, ZipLimits zip_limits)
      : bytes(std::move(bytes_)),
        limits(limits_),
        zip(bytes, zip_limits),
        texts(limits.row_bytes_max) {}

  void fail(FindingCode code) {
    problem = code;
    stage = Stage::Over;
  }
  void fail(ZipReader::Piece piece_result) {
    fail(piece_result == ZipReader::Piece::TooLarge ? FindingCode::FileUnpacksTooLarge
                                                    : FindingCode::FileDamaged);
  }

  // A small part at once. False: it is missing or damaged.
  bool read_part(const std::string& name, XmlSink& sink) {
    if (!zip.open(name)) return false;
    XmlParser whole(sink);
    for (std::size_t read = 0; read <= kBookBytesMax; read += piece.size()) {
      const auto result = zip.read(piece, kPieceBytes);
      if (result == ZipReader::Piece::End) return whole.finish();
      if (result != ZipReader::Piece::Bytes || !whole.feed(piece)) return false;
    }
    return false;
  }

  bool open_book() {
    RelationsSink root;
    if (!zip.is_archive() || !read_part("_rels/.rels", root)) return false;
    std::string workbook_part = "xl/workbook.xml";
    for (const auto& relation : root.relations) {
      if (relation.kind == "officeDocument") workbook_part = beside("", relation.target);
    }
    WorkbookSink workbook;
    RelationsSink parts;
    if (!read_part(workbook_part, workbook) || !read_part(relations_of(workbook_part), parts))
      return false;
    std::string styles_part;
    for (const auto& relation : parts.relations) {
      const std::string target = beside(workbook_part, relation.target);
      if (relation.id == workbook.sheet_relation && relation.kind == "worksheet")
        sheet_part = target;
      if (relation.kind == "styles") styles_part = target;
      if (relation.kind == "sharedStrings") texts_part = target;
    }
    StylesSink styles;
    if (!styles_part.empty() && !read_part(styles_part, styles)) return false;
    book.dates = workbook.dates;
    book.shown = std::move(styles.shown);
    return !sheet_part.empty();
  }

  void begin_sheet() {
    book.texts = std::move(texts.texts);
    sheet.emplace(book, limits);
    parser = std::make_unique<XmlParser>(*sheet);
    stage = Stage::Sheet;
    if (!zip.open(sheet_part)) fail(FindingCode::FileDamaged);
  }

  void begin_book() {
    if (!open_book()) return fail(FindingCode::FileDamaged);
    if (texts_part.empty()) return begin_sheet();
    stage = Stage::Texts;
    parser = std::make_unique<XmlParser>(texts);
    if (!zip.open(texts_part)) fail(FindingCode::FileDamaged);
  }

  // Reads one piece of the open part. True at its end.
  bool read_piece() {
    const auto result = zip.read(piece, kPieceBytes);
    if (result == ZipReader::Piece::End) {
      if (!parser->finish()) fail(FindingCode::FileDamaged);
      return true;
    }
    if (result != ZipReader::Piece::Bytes)
      fail(result);
    else if (!parser->feed(piece))
      fail(FindingCode::FileDamaged);
    return false;
  }

  void work() {
    switch (stage) {
      case Stage::Book:
        return begin_book();
      case Stage::Texts:
        if (read_piece() && stage == Stage::Texts) begin_sheet();
        return;
      case Stage::Sheet:
        // What follows the cells (merged ranges, print settings) is not needed.
        if ((read_piece() || sheet->done) && stage == Stage::Sheet) stage = Stage::Over;
        return;
      case Stage::Over:
        return;
    }
  }
};

XlsxReader::XlsxReader(std::string bytes, TableLimits limits, ZipLimits zip_limits)
    : state_(std::make_unique<State>(std::move(bytes), limits, zip_limits)) {}

XlsxReader::~XlsxReader() = default;

RowResult XlsxReader::next(TableRow& row) {
  State& state = *state_;
  const auto take = [&] {
    if (!state.sheet || state.sheet->rows.empty()) return false;
    row = std::move(state.sheet->rows.front());
    state.sheet->rows.pop_front();
    return true;
  };
  if (take()) return RowResult::Row;
  if (state.stage == State::Stage::Over) return RowResult::End;
  state.work();
  return take() ? RowResult::Row : RowResult::Busy;
}

std::optional<FindingCode> XlsxReader::problem() const {
  return state_->problem;
}

}  // namespace cm
