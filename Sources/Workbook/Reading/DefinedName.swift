/// A name that a workbook gives to a range of cells, or to a formula.
package struct DefinedName: Sendable {
  package let name: String
  /// The sheet on which alone the name holds; nothing when it holds in the whole workbook.
  package let localSheet: String?
  package let isHidden: Bool
  /// What the name stands for, as it is written: `様式!$B$2:$B$9`.
  package let formula: String
  /// The sheet and the cells, when the name stands for one range.
  package let target: (sheet: String, range: CellRange)?

  init(name: String, localSheet: String?, isHidden: Bool, formula: [UInt8]) {
    self.name = name
    self.localSheet = localSheet
    self.isHidden = isHidden
    self.formula = String(decoding: formula, as: UTF8.self)
    target = DefinedName.target(of: formula)
  }

  /// Reads `Sheet1!$A$1:$B$2` and `'様式 1'!$A$1`, in which a quote is doubled.
  private static func target(of formula: [UInt8]) -> (sheet: String, range: CellRange)? {
    var sheet: [UInt8] = []
    var index = 0
    if formula.first == UInt8(ascii: "'") {
      index = 1
      while index < formula.count {
        if formula[index] == UInt8(ascii: "'") {
          guard index + 1 < formula.count, formula[index + 1] == UInt8(ascii: "'") else { break }
          index += 1
        }
        sheet.append(formula[index])
        index += 1
      }
      index += 1
    } else {
      while index < formula.count, formula[index] != UInt8(ascii: "!") {
        sheet.append(formula[index])
        index += 1
      }
    }
    guard index < formula.count, formula[index] == UInt8(ascii: "!"), !sheet.isEmpty,
      let range = CellRange(Array(formula[(index + 1)...]))
    else { return nil }
    return (String(decoding: sheet, as: UTF8.self), range)
  }
}
