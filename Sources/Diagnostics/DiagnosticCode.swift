/// The codes of all diagnostics. A number is never reused for another meaning.
///
/// 01xx: how a rule is written · 02xx: what a rule means · 03xx: figures in data files · 04xx: workbooks ·
/// 05xx: files, commands and the rulebook as a whole.
package enum DiagnosticCode: UInt16, Sendable, Hashable, CaseIterable {
  // 01xx: how a rule is written
  case unknownWord = 101
  case unclosedMark = 102
  case unreadableNumber = 103
  case calendarYear = 104
  case pastEra = 105
  case impossibleDate = 106
  case unexpectedWord = 107
  case missingSubject = 108
  case mixedJoints = 109
  case ambiguousList = 110
  case outsideDeclaration = 111
  case nestedTooDeeply = 112
  case brokenText = 113
  case reservedWord = 114

  // 05xx: files, commands and the rulebook as a whole
  case includeMissing = 501
  case includeOutside = 502
  case includeCircle = 503
  case includeTwice = 504

  // 03xx: figures in data files
  case unreadableFigure = 301
  case damagedText = 302
  case unclosedQuote = 303
  case tooManyFields = 304
  case missingHeadings = 305
  case unknownArea = 306
  case unknownItem = 307
  case unreadableYear = 308
  case ambiguousInData = 309
  case incompleteRow = 310
  case strayCell = 311
  case otherUnit = 312
  case figureTooLong = 313
  case outOfRange = 314
  case repeatedFigure = 315
  case contradictingFigures = 316
  case furtherRemarks = 317
  case unknownLevel = 318
  case repeatedArea = 319
  case unknownParent = 320
  case tooManyAreas = 321

  /// The code as users see it, such as `PDCA0101`.
  package var name: String {
    let digits = String(rawValue)
    return "PDCA" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
