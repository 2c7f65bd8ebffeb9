#include "shared/domain/finding_catalogue.h"

#include <algorithm>

#include "shared/base/ensure.h"

namespace cm {
namespace {

using enum FindingCode;
constexpr Grade kNote = Grade::Note;
constexpr Grade kWarning = Grade::Warning;
constexpr Grade kError = Grade::Error;

// {0}, {1} are the arguments that the rule gives. The last column: accepted only with a reason.
constexpr FindingKind kCatalogue[] = {
    {Required, "field.required", kError, "{0} is needed. Fill it in.", false},
    {TooLong, "field.too_long", kError,
     "{0} is too long: {1} characters of at most {2}. Shorten it.", false},
    {NotAChoice, "field.choice", kError, "{0} cannot be \"{1}\". Choose one of: {2}.", false},
    {NotANumber, "field.number", kError, "{0} must be a whole number, such as 30.", false},
    {OutOfRange, "field.range", kError, "{0} must be from {1} to {2}.", false},
    {NotYesNo, "field.yes_no", kError, "{0} must be Yes or No.", false},
    {NotADate, "field.date", kError, "{0} must be a date, such as 22-11-2026.", false},
    {BadLink, "field.link", kError, "{0} does not point to a record. Choose one from the list.",
     false},
    {BadText, "field.text", kWarning,
     "{0} has characters that cannot be read; each is shown as \ufffd. Type them anew.", false},

    {GstinLength, "gstin.length", kError,
     "A GSTIN has 15 characters; this has {0}. Compare it with the certificate.", false},
    {GstinCharacters, "gstin.characters", kError,
     "A GSTIN has only letters A–Z and digits. Compare it with the certificate.", false},
    {GstinShape, "gstin.shape", kError,
     "This is not built like a GSTIN (such as 27AABCS1234F1ZR). Compare it with the certificate.",
     false},
    {GstinState, "gstin.state", kError,
     "A GSTIN starts with a state code; {0} is none. Compare it with the certificate.", false},
    {GstinTransporter, "gstin.transporter", kError,
     "Numbers starting with 88 are transporter ids, not GSTINs. Leave the GSTIN empty.", false},
    {GstinCheckCharacter, "gstin.check_character", kWarning,
     "The last character does not match the rest: expected {0}, found {1}.{2} Compare it with the "
     "certificate.",
     true},
    {GstinStateRetired, "gstin.state_retired", kWarning,
     "State code {0} is no longer given out; today it is {1}. Ask for the new GSTIN.", true},
    {GstinKindUnproven, "gstin.kind_unproven", kWarning,
     "This looks like the number of a {0}; few are seen. Compare it with the certificate.", true},
    {GstinMissing, "gstin.missing", kNote,
     "B2B invoices need the GSTIN. Add it when the customer is registered.", false},
    {GstinStateDiffers, "gstin.state_differs", kWarning,
     "The billing state is {0}, but the GSTIN is of {1}. Use the GSTIN's state, {1}.", true},

    {PanShape, "pan.shape", kError,
     "A PAN is five letters, four digits and a letter, such as AABCS1234F. Compare it with the "
     "card.",
     false},
    {PanSerial, "pan.serial", kWarning,
     "The four digits of a PAN are never 0000. Compare it with the card.", true},
    {PanHolder, "pan.holder", kWarning,
     "The fourth letter of a PAN says who holds it; {0} is not in use. Compare it with the card.",
     true},
    {PanHolderUnusual, "pan.holder_unusual", kNote,
     "A PAN with fourth letter {0} is rare. Compare it with the card.", false},
    {PanDiffers, "pan.differs", kWarning,
     "The GSTIN carries the PAN {0}. Use that, or correct the GSTIN.", true},
    {PanFilled, "pan.filled", kNote, "The PAN was taken from the GSTIN: {0}.", false},

    {PincodeShape, "pincode.shape", kError,
     "A PIN code has six digits and does not start with 0, such as 411026.", false},
    {PincodeState, "pincode.state", kWarning,
     "PIN codes that start with {0} are in {1}, not in {2}. Check PIN code and state.", false},
    {StateUnknown, "state.unknown", kError,
     "\"{0}\" is not a state of India. Choose one from the list.", false},
    {StateRetired, "state.retired", kNote, "{0} is today part of {1}.", false},
    {AddressLineMissing, "address.line_missing", kNote,
     "The address has no street line. Add it before anything is delivered.", false},

    {EmailShape, "email.shape", kError,
     "An email address has one @ with something on each side, such as accounts@example.com.",
     false},
    {EmailPlaceholder, "email.placeholder", kError,
     "A web page has hidden the address behind \"[email protected]\". Type the real one.", false},
    {PhoneShape, "phone.shape", kWarning,
     "This is not a known form of phone number. Use 10 digits for a mobile, 0 and the STD code for "
     "a landline, + for abroad.",
     false},
    {ContactEmpty, "contact.empty", kError, "A contact needs a name, a phone or an email.", false},

    {MoneyShape, "money.shape", kError,
     "{0} must be an amount in rupees, such as 5,00,000 or 5,00,000.50.", false},
    {MoneyTooLarge, "money.too_large", kError, "{0} is larger than any amount that can be kept.",
     false},
    {PercentShape, "percent.shape", kError,
     "{0} must be a percentage with at most two decimals, such as 12.5.", false},
    {HoldUntilWithoutHold, "hold.until_without_hold", kWarning,
     "A date is set until which the customer is on hold, but On Hold is No. Set On Hold, or clear "
     "the date.",
     false},
    {SalesTeamShare, "sales_team.share", kError,
     "The shares of the sales team total {0}; they must total 100.00 %.", false},
    {SalesTeamTwice, "sales_team.twice", kError,
     "A sales person stands twice in the sales team. Put the shares together.", false},
    {GstCategoryDiffers, "gst_category.differs", kWarning,
     "The number is one of a {0}, but the category is {1}. Choose {0}.", true},
    {GstCategoryNeedsGstin, "gst_category.needs_gstin", kWarning,
     "The category {0} goes with a GSTIN, and there is none. Add the GSTIN, or choose "
     "Unregistered.",
     true},

    {TreeCycle, "tree.cycle", kError,
     "{0} stands below {1} and cannot also stand above it. Choose another parent.", false},
    {TreeParentNotGroup, "tree.parent_not_group", kError,
     "{0} is not a group, so nothing can stand below it. Choose a group.", false},
    {TreeParentMissing, "tree.parent_missing", kError,
     "Only the root of the tree has no parent. Choose the group in which this stands.", false},
    {TreeRoot, "tree.root", kError, "{0} is the root of the tree. It stays where it is.", false},
    {TreeHasChildren, "tree.has_children", kError,
     "Others stand below {0}, so it must stay a group. Move them first.", false},
    {TreeChosen, "tree.chosen", kError,
     "{0} is chosen on other records, and a group cannot be chosen. Choose another there first.",
     false},
    {TreeSiblingName, "tree.sibling_name", kWarning,
     "\"{0}\" stands in {1} already. Use that one, or choose another name.", false},
    {TreeNotALeaf, "tree.not_a_leaf", kError, "{0} is a group. Choose one that stands in it.",
     false},
    {RecordInUse, "record.in_use", kError,
     "{0} is in use ({1}) and cannot be deleted. Move or merge it, or make it inactive.", false},
    {MergeCircle, "merge.circle", kError,
     "{0} was merged into {1} meanwhile. Merged both ways, neither would be left.", false},

    {CompanyStateDiffers, "company.state_differs", kWarning,
     "The state is {0}, but the GSTIN is of {1}. Use the GSTIN's state, {1}.", true},
    {CompanyAbbreviation, "company.abbreviation", kWarning,
     "{0} has the abbreviation {1} too. Choose another, so that their accounts can be told apart.",
     false},
    {CompanyReceivableGroup, "company.receivable_group", kError,
     "{0} is not a group of this company's accounts. Choose one, such as Accounts Receivable.",
     false},
    {AccountCompany, "account.company", kError,
     "{0} is an account of another company. Choose a parent of the same company.", false},
    {SalesPersonUser, "sales_person.user", kWarning,
     "{0} has the user {1} too. A user stands for one sales person.", false},
    {SalesPartnerBuys, "sales_partner.buys", kNote,
     "If you sell to this partner, make him a customer too and choose that customer here.", false},
    {HsnShape, "hsn.shape", kWarning,
     "An HSN code has 4, 6 or 8 digits, a service's SAC 6 that start with 99. Check it.", false},
    {ItemPricePeriod, "item_price.period", kError,
     "The last day, {0}, lies before the first, {1}. Correct one of them.", false},
    {ItemPriceOverlap, "item_price.overlap", kWarning,
     "This list has another price for the item in that time ({0} to {1}). The newer one counts.",
     false},
    {TargetEmpty, "target.empty", kError, "A target needs a quantity, an amount or both.", false},
    {TargetSpread, "target.spread", kError,
     "The shares of the months total {0}; they must total 100.00 %, or all be empty to spread "
     "evenly.",
     false},
    {TargetTwice, "target.twice", kWarning,
     "There is a target for the same owner, year and item group already. Change that one.", false},
    {ReasonMissing, "reason.missing", kError, "Say why: the reason is kept in the history.", false},
    {DatedChangeNone, "dated_change.none", kError,
     "{0} is what the customer has already. Choose another one.", false},

    {ColumnUnknown, "column.unknown", kError,
     "The column \"{0}\" is not known. Rename it to one of: {1}; or take it out.", false},
    {ColumnTwice, "column.twice", kError, "The column \"{0}\" stands twice. Take one out.", false},
    {ColumnMissing, "column.missing", kError, "The column \"{0}\" is missing. Add it.", false},
    {RowTooManyCells, "row.too_many_cells", kError,
     "The row has {0} cells, but the header only {1} columns. Put cells with commas in quotes.",
     false},
    {RowTooLong, "row.too_long", kError,
     "The row is too long to be read. Look for a quote that is not closed.", false},
    {RowBadUtf8, "row.bad_utf8", kError,
     "The row has characters that are not UTF-8. Save the file as \"CSV UTF-8\".", false},
    {RowQuote, "row.quote", kError,
     "A quote is not closed, or text follows it. Put \" around the whole cell and double those "
     "inside.",
     false},
    {RowAmbiguous, "row.ambiguous", kError,
     "{0} customers fit this row. Add the column Code to say which is meant.", false},
    {FileTooLarge, "file.too_large", kError,
     "The file is larger than {0} MB. Split it; what came before this row was read.", false},
    {FileEmpty, "file.empty", kError,
     "The file has no header line. The first line must name the columns.", false},
    {CodeUnknown, "code.unknown", kError,
     "There is no customer with the code {0}. Correct it, or leave it empty for a new customer.",
     false},
    {RowCellError, "row.cell_error", kError,
     "A cell of the row shows an error of the spreadsheet, such as #REF!. Correct it there.",
     false},
    {FileDamaged, "file.damaged", kError,
     "The file cannot be read to its end: it is damaged, locked by a password, or of the old .xls "
     "kind. Save it as .xlsx or CSV.",
     false},
    {FileUnpacksTooLarge, "file.unpacks_too_large", kError,
     "The workbook unpacks to far more than its size. Save the sheet alone as CSV.", false},
    {LinkUnknown, "link.unknown", kError,
     "{0}: there is no {1} \"{2}\". Correct it, or bring it in first.", false},
    {LinkAmbiguous, "link.ambiguous", kError,
     "{0}: more than one {1} is called \"{2}\". Write its code or ID.", false},
    {RowExists, "row.exists", kNote,
     "It is there already and was left as it is: only new ones are brought in.", false},
    {RowNotFound, "row.not_found", kError,
     "Nothing fits this row, and only what is there already is to be changed.", false},
    {RecordUnknown, "record.unknown", kError,
     "There is no {0} with the ID {1}. Correct it, or leave it empty for a new one.", false},
    {RecordAmbiguous, "record.ambiguous", kError,
     "{0} records of the kind {1} fit this row. Add the column ID to say which is meant.", false},
    {RowPartMissing, "row.part_missing", kWarning,
     "{0} was left out: the row has no contact or address that it could belong to.", false},
    {RowNotPermitted, "row.not_permitted", kError, "This row is not for you to bring in. {0}",
     false},

    {DuplicateStrong, "duplicate.strong", kWarning,
     "This customer seems to be there already: {0} ({1}). Open that one, or say why this is "
     "another.",
     true},
    {DuplicateLikely, "duplicate.likely", kNote,
     "Likely the same customer: {0} ({1}). Look there before you save.", false},
    {DuplicatePossible, "duplicate.possible", kNote,
     "Possible duplicate: {0} ({1}). Look there if you are not sure.", false},
    {DuplicateBranch, "duplicate.branch", kNote,
     "{0} has the {1}: perhaps a branch of the same legal entity.", false},
};

std::string fill_in(std::string_view text, std::initializer_list<std::string_view> arguments) {
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    if (!place) {
      filled += text[i];
      continue;
    }
    const auto index = static_cast<std::size_t>(text[i + 1] - '0');
    ENSURE(index < arguments.size(), "a finding gets all arguments of its text");
    filled += *(arguments.begin() + index);
    i += 2;
  }
  return filled;
}

}  // namespace

std::span<const FindingKind> finding_catalogue() {
  return kCatalogue;
}

const FindingKind& finding_kind(FindingCode code) {
  const auto found = std::find_if(std::begin(kCatalogue), std::end(kCatalogue),
                                  [&](const FindingKind& kind) { return kind.code == code; });
  ENSURE(found != std::end(kCatalogue), "every finding code stands in the catalogue");
  return *found;
}

const FindingKind* find_finding_kind(std::string_view name) {
  const auto found = std::find_if(std::begin(kCatalogue), std::end(kCatalogue),
                                  [&](const FindingKind& kind) { return kind.name == name; });
  return found == std::end(kCatalogue) ? nullptr : found;
}

Finding make_finding(FindingCode code, std::string_view field,
                     std::initializer_list<std::string_view> arguments, std::string expected) {
  const FindingKind& kind = finding_kind(code);
  return {std::string(field),  std::string(kind.name), kind.grade, fill_in(kind.text, arguments),
          std::move(expected), kind.needs_reason};
}

bool needs_reason(const Findings& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.needs_reason; });
}

}  // namespace cm
