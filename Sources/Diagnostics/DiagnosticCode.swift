/// The codes of all diagnostics. A number is never reused for another meaning.
///
/// 01xx: how a rule is written · 02xx: what a rule means · 03xx: figures in data files · 04xx: workbooks ·
/// 05xx: files, commands and the rulebook as a whole.
package enum DiagnosticCode: UInt16, Sendable, Hashable, CaseIterable {
  // 01xx: how a rule is written
  case unknownWord = 101

  // 03xx: figures in data files
  case unreadableFigure = 301

  // 04xx: workbooks
  case notAWorkbook = 401
  case passwordProtected = 402
  case oldWorkbook = 403
  case otherFormat = 404
  case damagedArchive = 405
  case unsafeArchive = 406
  case workbookTooLarge = 407
  case damagedPart = 408
  case refusedMarkup = 409
  case missingPart = 410
  case damagedSheet = 411
  case formulaWithoutValue = 412
  case cellError = 413
  case hiddenContent = 414
  case coveredByMerge = 415
  case noSuchDay = 416
  case calculationPending = 417
  case unwritableWorkbook = 418

  /// The code as users see it, such as `PDCA0101`.
  package var name: String {
    let digits = String(rawValue)
    return "PDCA" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
