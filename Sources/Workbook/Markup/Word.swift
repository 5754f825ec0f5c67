/// The elements of a workbook's parts that are read; everything else is `other` and is passed over with what it holds.
enum Word: Sendable {
  case cell, formula, run, text, value
  case inlineString, item, sharedStrings, phoneticRun
  case worksheet, row, column, columns, sheetData, mergeCells, mergeCell
  case workbook, workbookProperties, sheets, sheet, definedNames, definedName, calculation
  case styleSheet, numberFormats, numberFormat, cellFormats, format
  case relationships, relationship
  case types, defaultType, overrideType
  case other

  /// The word of a local name in a namespace.
  @inline(__always)
  static func of(_ bytes: [UInt8], _ start: Int, _ end: Int, in namespace: Namespace) -> Word {
    guard namespace == .spreadsheet, end - start == 1, start < bytes.count else {
      return long(bytes, start, end, in: namespace)
    }
    // The two that come a million times are found first.
    switch bytes[start] {
    case UInt8(ascii: "c"): return .cell
    case UInt8(ascii: "v"): return .value
    case UInt8(ascii: "t"): return .text
    case UInt8(ascii: "f"): return .formula
    case UInt8(ascii: "r"): return .run
    default: return .other
    }
  }

  private static func long(_ bytes: [UInt8], _ start: Int, _ end: Int, in namespace: Namespace) -> Word {
    let table: [(StaticString, Word)] =
      switch namespace {
      case .spreadsheet: spreadsheetWords
      case .packageRelationships: relationshipWords
      case .contentTypes: contentTypeWords
      default: []
      }
    for (name, word) in table where name.utf8CodeUnitCount == end - start && bytes.begins(with: name, at: start) {
      return word
    }
    return .other
  }

  private static let spreadsheetWords: [(StaticString, Word)] = [
    ("row", .row), ("si", .item), ("is", .inlineString), ("rPh", .phoneticRun), ("xf", .format), ("col", .column),
    ("mergeCell", .mergeCell), ("numFmt", .numberFormat), ("sheet", .sheet), ("definedName", .definedName),
    ("worksheet", .worksheet), ("cols", .columns), ("sheetData", .sheetData), ("mergeCells", .mergeCells),
    ("workbook", .workbook), ("workbookPr", .workbookProperties), ("sheets", .sheets), ("definedNames", .definedNames),
    ("calcPr", .calculation), ("sst", .sharedStrings), ("styleSheet", .styleSheet), ("numFmts", .numberFormats),
    ("cellXfs", .cellFormats),
  ]
  private static let relationshipWords: [(StaticString, Word)] = [
    ("Relationship", .relationship), ("Relationships", .relationships),
  ]
  private static let contentTypeWords: [(StaticString, Word)] = [
    ("Override", .overrideType), ("Default", .defaultType), ("Types", .types),
  ]
}
