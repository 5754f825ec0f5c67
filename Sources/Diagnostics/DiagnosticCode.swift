/// The codes of all diagnostics. A number is never reused for another meaning.
///
/// 01xx: how a rule is written · 02xx: what a rule means · 03xx: figures in data files · 04xx: workbooks ·
/// 05xx: files, commands and the rulebook as a whole.
package enum DiagnosticCode: UInt16, Sendable, Hashable, CaseIterable {
  // 01xx: how a rule is written
  case unknownWord = 101

  // 02xx: what a rule means, where it meets the areas of the data
  case unknownAreaInRule = 280
  case ambiguousAreaInRule = 281
  case nestedTooDeep = 282

  // 03xx: figures in data files
  case unreadableFigure = 301

  /// The code as users see it, such as `PDCA0101`.
  package var name: String {
    let digits = String(rawValue)
    return "PDCA" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
