import Diagnostics

/// The part that lists the sheets and the names of a workbook.
struct WorkbookPart: Sendable {
  struct ListedSheet: Sendable {
    let name: String
    let visibility: SheetVisibility
    let relationship: [UInt8]
  }

  private(set) var sheets: [ListedSheet] = []
  private(set) var names: [DefinedName] = []
  private(set) var dates = DateSystem.from1900
  /// The program that wrote the workbook asks for everything to be computed when it is opened.
  private(set) var asksForCalculation = false

  init(_ content: [UInt8], place: PartPlace, limits: Limits) throws(Refusal) {
    var reader = try MarkupReader(content, place: place, depthLimit: limits.depth)
    guard case .start(.workbook) = try reader.next() else { throw reader.fault(.otherRoot) }
    while true {
      switch try reader.next() {
      case .start(.sheets), .start(.definedNames): continue
      case .start(.workbookProperties): if reader.isTrue(reader.attribute("date1904")) { dates = .from1904 }
      case .start(.calculation): asksForCalculation = reader.isTrue(reader.attribute("fullCalcOnLoad"))
      case .start(.sheet):
        guard sheets.count < limits.entries else { throw reader.fault(.tooManyItems(limits.entries)) }
        try readSheet(reader)
      case .start(.definedName): try readName(&reader)
      case .start: try reader.skipElement()
      case .end, .text: continue
      case .done: return
      }
    }
  }

  private mutating func readSheet(_ reader: MarkupReader) throws(Refusal) {
    guard let name = reader.attribute("name"),
      let identifier = try reader.attribute("id", in: .relationshipReferences)
    else { throw reader.fault(.malformed) }
    var visibility = SheetVisibility.visible
    if let state = reader.attribute("state") {
      let text = try reader.text(of: state)
      if text.elementsEqual("hidden".utf8) { visibility = .hidden }
      if text.elementsEqual("veryHidden".utf8) { visibility = .veryHidden }
    }
    var bytes = try reader.text(of: name)
    EscapedText.decode(&bytes, from: 0)
    sheets.append(
      ListedSheet(
        name: String(decoding: bytes, as: UTF8.self), visibility: visibility,
        relationship: try reader.text(of: identifier)))
  }

  private mutating func readName(_ reader: inout MarkupReader) throws(Refusal) {
    guard let attribute = reader.attribute("name") else { throw reader.fault(.malformed) }
    let name = String(decoding: try reader.text(of: attribute), as: UTF8.self)
    let local = reader.number(reader.attribute("localSheetId"))
    let isHidden = reader.isTrue(reader.attribute("hidden"))
    var formula: [UInt8] = []
    try StringItem.appendCharacters(&reader, to: &formula)
    let sheet = local.flatMap { $0 < sheets.count ? sheets[$0].name : nil }
    names.append(DefinedName(name: name, localSheet: sheet, isHidden: isHidden, formula: formula))
  }
}
