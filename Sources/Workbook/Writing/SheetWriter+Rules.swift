import Diagnostics

/// What stands after the cells: merged ranges, formats and checks that depend on values, and paper.
extension SheetWriter {
  mutating func writeMerges() throws(Refusal) {
    // A range of one cell is no merged range.
    let merges = sheet.merges.filter { $0.firstRow != $0.lastRow || $0.firstColumn != $0.lastColumn }
    guard !merges.isEmpty else { return }
    var sweep = MergeSweep(merges)
    guard sweep.isDisjoint() else { throw refusal(.mergesOverlap(sheet.name)) }
    markup.open("mergeCells", [("count", String(merges.count))])
    for range in merges { markup.empty("mergeCell", [("ref", try text(range))]) }
    markup.close("mergeCells")
  }

  mutating func writeConditionalFormats(_ styles: inout StyleCollector) throws(Refusal) {
    for (index, format) in sheet.conditionalFormats.enumerated() where !format.ranges.isEmpty {
      markup.open("conditionalFormatting", [("sqref", try text(format.ranges))])
      markup.open(
        "cfRule",
        [
          ("type", "expression"), ("dxfId", String(styles.index(format.appearance))), ("priority", String(index + 1)),
          ("stopIfTrue", format.stops ? "1" : nil),
        ])
      markup.element("formula", text: try checked(format.formula))
      markup.close("cfRule")
      markup.close("conditionalFormatting")
    }
  }

  mutating func writeValidations() throws(Refusal) {
    let validations = sheet.validations.filter { !$0.ranges.isEmpty }
    guard !validations.isEmpty else { return }
    markup.open("dataValidations", [("count", String(validations.count))])
    for validation in validations { try write(validation) }
    markup.close("dataValidations")
  }

  private mutating func write(_ validation: Validation) throws(Refusal) {
    let refusal: String? =
      switch validation.refusal {
      case .stop: nil
      case .warning: "warning"
      case .information: "information"
      }
    let (kind, first, second) = try formulas(validation.allowed)
    markup.open(
      "dataValidation",
      [
        ("type", kind), ("errorStyle", refusal), ("allowBlank", validation.allowsBlank ? "1" : nil),
        ("showInputMessage", "1"), ("showErrorMessage", "1"), ("errorTitle", shortened(validation.errorTitle, 32)),
        ("error", shortened(validation.error, 225)), ("promptTitle", shortened(validation.promptTitle, 32)),
        ("prompt", shortened(validation.prompt, 255)), ("sqref", try text(validation.ranges)),
      ])
    markup.element("formula1", text: first)
    if let second { markup.element("formula2", text: second) }
    markup.close("dataValidation")
  }

  private func formulas(_ allowed: Validation.Allowed) throws(Refusal) -> (kind: String, first: String, second: String?) {
    switch allowed {
    case .words(let words):
      var joined = ""
      for word in words {
        guard !word.utf8.contains(UInt8(ascii: ",")) else { throw refusal(.words(sheet.name)) }
        joined += (joined.isEmpty ? "" : ",") + word
      }
      guard !joined.isEmpty, joined.utf16.count <= 255 else { throw refusal(.words(sheet.name)) }
      return ("list", FormulaText.quoted(joined), nil)
    case .listed(let formula): return ("list", try checked(formula), nil)
    case .whole(let low, let high): return ("whole", try checked(low), try checked(high))
    case .decimal(let low, let high): return ("decimal", try checked(low), try checked(high))
    case .date(let low, let high): return ("date", try checked(low), try checked(high))
    case .formula(let formula): return ("custom", try checked(formula), nil)
    }
  }

  /// Formulas in rules may have 255 characters.
  private func checked(_ formula: String) throws(Refusal) -> String {
    guard !formula.isEmpty, formula.utf16.count <= 255 else { throw refusal(.longFormula(sheet.name)) }
    return formula
  }

  private func shortened(_ text: String, _ length: Int) -> String? {
    guard !text.isEmpty else { return nil }
    return text.utf16.count <= length ? text : SheetName.cut(text, to: length - 1) + "…"
  }

  mutating func writePrint() throws(Refusal) {
    let setup = sheet.print
    markup.raw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>")
    markup.empty(
      "pageSetup",
      [
        ("paperSize", "9"), ("orientation", setup.isLandscape ? "landscape" : "portrait"),
        ("fitToWidth", String(setup.pagesAcross)),
        ("fitToHeight", String(setup.pagesDown ?? 0)),
      ])
    let (header, footer) = (setup.header, setup.footer)
    guard header.utf16.count <= 255, footer.utf16.count <= 255 else { throw refusal(.header(sheet.name)) }
    guard !header.isEmpty || !footer.isEmpty else { return }
    markup.open("headerFooter")
    if !header.isEmpty { markup.element("oddHeader", text: header) }
    if !footer.isEmpty { markup.element("oddFooter", text: footer) }
    markup.close("headerFooter")
  }
}

/// Pieces of formulas.
package enum FormulaText {
  /// A text within a formula: in quotes, with those inside doubled.
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// A range of a sheet, fixed: `'様式'!$B$2:$B$9`.
  package static func reference(sheet: String, _ range: CellRange) -> String {
    let first = "$" + columnLetters(range.firstColumn) + "$" + String(range.firstRow)
    let last = "$" + columnLetters(range.lastColumn) + "$" + String(range.lastRow)
    return SheetName.quoted(sheet) + "!" + (first == last ? first : first + ":" + last)
  }
}
