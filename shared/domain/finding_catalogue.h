// Every finding there is: its code, grade and words stand in one table. Stored in history and
// import reports by code text, so a code is never reused for another meaning.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "shared/record/finding.h"

namespace cm {

enum class FindingCode {
  // Any field
  Required,
  TooLong,
  NotAChoice,
  NotANumber,
  OutOfRange,
  NotYesNo,
  NotADate,
  BadLink,
  BadText,
  // GSTIN
  GstinLength,
  GstinCharacters,
  GstinShape,
  GstinState,
  GstinTransporter,
  GstinCheckCharacter,
  GstinStateRetired,
  GstinKindUnproven,
  GstinMissing,
  GstinStateDiffers,
  // PAN
  PanShape,
  PanSerial,
  PanHolder,
  PanHolderUnusual,
  PanDiffers,
  PanFilled,
  // Address
  PincodeShape,
  PincodeState,
  StateUnknown,
  StateRetired,
  AddressLineMissing,
  // Contact
  EmailShape,
  EmailPlaceholder,
  PhoneShape,
  ContactEmpty,
  // Money and terms
  MoneyShape,
  MoneyTooLarge,
  PercentShape,
  HoldUntilWithoutHold,
  SalesTeamShare,
  SalesTeamTwice,
  GstCategoryDiffers,
  GstCategoryNeedsGstin,
  // Trees, and records that others use
  TreeCycle,
  TreeParentNotGroup,
  TreeParentMissing,
  TreeRoot,
  TreeHasChildren,
  TreeChosen,
  TreeSiblingName,
  TreeNotALeaf,
  RecordInUse,
  MergeCircle,
  // Companies, partners, prices, targets
  CompanyStateDiffers,
  CompanyAbbreviation,
  CompanyReceivableGroup,
  AccountCompany,
  SalesPersonUser,
  SalesPartnerBuys,
  HsnShape,
  ItemPricePeriod,
  ItemPriceOverlap,
  TargetEmpty,
  TargetSpread,
  TargetTwice,
  ReasonMissing,
  DatedChangeNone,
  // Exchange
  ColumnUnknown,
  ColumnTwice,
  ColumnMissing,
  RowTooManyCells,
  RowTooLong,
  RowBadUtf8,
  RowQuote,
  RowAmbiguous,
  FileTooLarge,
  FileEmpty,
  CodeUnknown,
  RowCellError,
  FileDamaged,
  FileUnpacksTooLarge,
  LinkUnknown,
  LinkAmbiguous,
  RowExists,
  RowNotFound,
  RecordUnknown,
  RecordAmbiguous,
  RowPartMissing,
  RowNotPermitted,
  // Duplicates
  DuplicateStrong,
  DuplicateLikely,
  DuplicatePossible,
  DuplicateBranch,
};

struct FindingKind {
  FindingCode code;
  std::string_view name;  // "gstin.check_character"
  Grade grade;
  std::string_view text;  // {0}, {1}, … are replaced by the arguments
  bool needs_reason;      // a warning that touches identity or tax
};

std::span<const FindingKind> finding_catalogue();
const FindingKind& finding_kind(FindingCode code);
const FindingKind* find_finding_kind(std::string_view name);  // null when unknown

// `field`: SQL name or quick-entry name. `expected`: the machine-readable fix, when there is one.
Finding make_finding(FindingCode code, std::string_view field,
                     std::initializer_list<std::string_view> arguments = {},
                     std::string expected = {});

// True when some warning may be accepted only with a reason that is kept.
bool needs_reason(const Findings& findings);

}  // namespace cm
