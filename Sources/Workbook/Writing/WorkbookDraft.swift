import Diagnostics

/// A workbook as it is put together before it is written.
package struct WorkbookDraft: Sendable {
  /// A name for a range or a formula.
  package struct Name: Sendable {
    package let name: String
    /// Without `=`; `FormulaText.reference` writes one for a range.
    package let formula: String
    package let isHidden: Bool

    package init(_ name: String, _ formula: String, isHidden: Bool = false) {
      self.name = name
      self.formula = formula
      self.isHidden = isHidden
    }
  }

  package var sheets: [SheetDraft]
  package var names: [Name] = []
  package var fontName = "游ゴシック"
  package var fontSize = 11

  package init(_ sheets: [SheetDraft] = []) { self.sheets = sheets }
}
