import Diagnostics

/// Whether a sheet is shown.
package enum SheetVisibility: Sendable, Hashable {
  case visible, hidden
  /// Hidden so that only a program can show it again.
  case veryHidden
}

/// A workbook whose sheets have not been read yet: what all of them share, and where each one lies.
package struct Workbook: Sendable {
  /// One sheet in the order of its tab.
  package struct SheetEntry: Sendable {
    package let name: String
    package let visibility: SheetVisibility
    /// The part with its cells; nothing for sheets that hold a chart or macros.
    package let entry: ArchiveEntry?
  }

  package let file: String
  package let sheets: [SheetEntry]
  package let names: [DefinedName]
  package let dates: DateSystem
  /// Whether its writer asks for every formula to be computed when the workbook is opened: the values that it holds may then
  /// be no more than placeholders.
  package let asksForCalculation: Bool
  let styles: Styles
  let sharedTexts: TextTable
  let limits: Limits

  /// The rows of a sheet, without keeping them.
  ///
  /// - Parameter content: the verified content of the sheet's entry: `Archive.content(of:inflate:)` or `Archive.verified`.
  package func rows(of sheet: SheetEntry, content: [UInt8]) throws(Refusal) -> RowReader {
    try RowReader(
      content, part: sheet.entry?.name ?? sheet.name,
      context: RowReader.Context(
        file: file, sheet: sheet.name, styles: styles, sharedTexts: sharedTexts, dates: dates, limits: limits))
  }

  /// A whole sheet.
  package func sheet(_ sheet: SheetEntry, content: [UInt8]) throws(Refusal) -> Sheet {
    try Sheet(try rows(of: sheet, content: content), visibility: sheet.visibility)
  }

  /// To be given once, when a sheet has formulas with values.
  package var calculationWarning: Diagnostic? {
    guard asksForCalculation else { return nil }
    return Diagnostic(
      .calculationPending, .warning, at: .file(file),
      Wording("the formulas of this workbook may not have been computed yet", "このブックの数式は、まだ計算されていない可能性があります"),
      reason: Wording(
        "Its writer asks for everything to be computed on opening; until then the cells hold what the writer put there, often 0.",
        "開いたときにすべてを再計算するよう指定されており、それまでのセルの値は仮の値（多くは 0）のことがあります。"),
      mend: Wording(
        "open the workbook in a spreadsheet program and save it again", "表計算ソフトで開き、保存し直してください"))
  }
}
