import Diagnostics

extension RowReader {
  /// How the content of a cell is written (ECMA-376 part 1, 18.18.11).
  fileprivate enum ContentKind {
    case number, shared, formulaText, inline, boolean, error, isoDate

    init?(_ bytes: [UInt8], _ start: Int, _ end: Int) {
      let names: [(StaticString, ContentKind)] = ContentKind.names
      for (name, kind) in names where name.utf8CodeUnitCount == end - start && bytes.begins(with: name, at: start) {
        self = kind
        return
      }
      return nil
    }

    private static let names: [(StaticString, ContentKind)] = [
      ("n", .number), ("s", .shared), ("str", .formulaText), ("inlineStr", .inline), ("b", .boolean), ("e", .error),
      ("d", .isoDate),
    ]
  }

  /// What the start tag of a cell says.
  struct CellHead {
    var column: Int
    var style = 0
    fileprivate var kind = ContentKind.number
  }

  /// The content of a cell, as offsets into the part, or into `scratch` when it had to be decoded.
  private struct Content {
    var start = 0
    var end = 0
    var isInScratch = false
    var hasFormula = false
    var hasValue = false
    var inlineText: UInt32?
  }

  mutating func readHead(ofCellAfter lastColumn: Int, row: Int) throws(Refusal) -> CellHead {
    var head = CellHead(column: lastColumn + 1)
    for index in reader.attributes.indices {
      let attribute = reader.attributes[index]
      guard attribute.nameEnd - attribute.nameStart == 1 else { continue }
      switch reader.byte(attribute.nameStart) {
      case UInt8(ascii: "r"):
        guard let place = CellReference.read(reader.bytes, attribute.valueStart, attribute.valueEnd), place.row == row else {
          throw damaged(.noSuchCell, row: row, column: nil)
        }
        head.column = place.column
      case UInt8(ascii: "s"): head.style = reader.number(attribute) ?? 0
      case UInt8(ascii: "t"): head.kind = try contentKind(attribute, row: row, column: head.column)
      default: continue
      }
    }
    guard head.column <= SheetSize.columns else { throw damaged(.noSuchCell, row: row, column: nil) }
    return head
  }

  @inline(__always)
  private func contentKind(_ attribute: MarkupReader.Attribute, row: Int, column: Int) throws(Refusal) -> ContentKind {
    // Shared texts and plain numbers come a million times.
    if attribute.valueEnd - attribute.valueStart == 1 {
      if reader.byte(attribute.valueStart) == UInt8(ascii: "s") { return .shared }
      if reader.byte(attribute.valueStart) == UInt8(ascii: "n") { return .number }
    }
    guard let kind = ContentKind(reader.bytes, attribute.valueStart, attribute.valueEnd) else {
      throw damaged(.unknownKind, row: row, column: column)
    }
    return kind
  }

  /// Reads the rest of the cell that has just started.
  mutating func readCell(_ head: CellHead, row: Int) throws(Refusal) -> Cell? {
    let content = try readContent()
    guard content.hasValue || content.inlineText != nil else {
      return content.hasFormula ? cell(head, .formulaWithoutValue, content) : nil
    }
    if content.isInScratch {
      // Only texts, and numbers with references in them, come this way.
      return try value(head, content, scratch, row: row).map { cell(head, $0, content) }
    }
    return try value(head, content, reader.bytes, row: row).map { cell(head, $0, content) }
  }

  @inline(__always)
  private func cell(_ head: CellHead, _ value: CellValue, _ content: Content) -> Cell {
    var isPercentage = false
    if case .number = value { isPercentage = context.styles.kind(head.style) == .percentage }
    return Cell(
      column: UInt16(truncatingIfNeeded: head.column), value: value, isFormula: content.hasFormula, isPercentage: isPercentage)
  }

  @inline(__always)
  private mutating func readContent() throws(Refusal) -> Content {
    var content = Content()
    while true {
      switch try reader.next() {
      case .start(.value): try readValue(&content)
      case .start(.formula):
        content.hasFormula = true
        try reader.skipElement()
      case .start(.inlineString):
        content.inlineText = try ownTexts.add { (text: inout [UInt8]) throws(Refusal) in
          try StringItem.append(&reader, to: &text)
        }
      case .start: try reader.skipElement()
      case .end, .done: return content
      case .text: continue
      }
    }
  }

  /// Reads the character data of a value: in place when it is one piece without references.
  @inline(__always)
  private mutating func readValue(_ content: inout Content) throws(Refusal) {
    content.hasValue = true
    content.start = 0
    content.end = 0
    content.isInScratch = false
    while true {
      switch try reader.next() {
      case .text:
        if content.end == 0, !reader.textIsEncoded {
          content.start = reader.textStart
          content.end = reader.textEnd
        } else {
          if !content.isInScratch {
            scratch.removeAll(keepingCapacity: true)
            scratch.append(contentsOf: reader.bytes[content.start..<content.end])
            content.isInScratch = true
            content.start = 0
          }
          try reader.appendText(to: &scratch)
          content.end = scratch.count
        }
      case .start: try reader.skipElement()
      case .end, .done: return
      }
    }
  }

  // MARK: Values

  @inline(__always)
  private mutating func value(_ head: CellHead, _ content: Content, _ bytes: [UInt8], row: Int) throws(Refusal) -> CellValue? {
    switch head.kind {
    case .number: try number(head, content, bytes, row: row)
    case .shared: try sharedText(head, content, bytes, row: row)
    default: try rareValue(head, content, bytes, row: row)
    }
  }

  @inline(__always)
  private func sharedText(_ head: CellHead, _ content: Content, _ bytes: [UInt8], row: Int) throws(Refusal) -> CellValue? {
    guard content.start < content.end else { return nil }
    guard let index = wholeNumber(bytes, content.start, content.end), index < context.sharedTexts.count else {
      throw damaged(.noSuchText, row: row, column: head.column)
    }
    return .text(TextReference(shared: UInt32(truncatingIfNeeded: index)))
  }

  private mutating func rareValue(
    _ head: CellHead, _ content: Content, _ bytes: [UInt8], row: Int
  ) throws(Refusal) -> CellValue? {
    let text = Array(bytes[content.start..<content.end])
    switch head.kind {
    case .inline:
      if let own = content.inlineText { return .text(TextReference(own: own)) }
      return .text(TextReference(own: addText(text)))
    case .formulaText: return .text(TextReference(own: addText(text)))
    case .boolean:
      if text.isEmpty { return content.hasFormula ? .formulaWithoutValue : nil }
      if text == [0x31] || (text.count == 4 && text.begins(with: "true")) { return .boolean(true) }
      if text == [0x30] || (text.count == 5 && text.begins(with: "false")) { return .boolean(false) }
      throw damaged(.unreadableValue, row: row, column: head.column)
    case .error: return .error(CellError(text))
    case .isoDate:
      if text.isEmpty { return content.hasFormula ? .formulaWithoutValue : nil }
      if let moment = SerialDate.isoMoment(text) { return .date(moment) }
      guard let seconds = SerialDate.isoTime(text, at: 0) else {
        throw damaged(.unreadableValue, row: row, column: head.column)
      }
      return .time(seconds: Int64(seconds))
    case .number, .shared: return nil
    }
  }

  private mutating func addText(_ text: [UInt8]) -> UInt32 {
    ownTexts.add { (bytes: inout [UInt8]) in bytes.append(contentsOf: text) }
  }

  @inline(__always)
  private mutating func number(_ head: CellHead, _ content: Content, _ bytes: [UInt8], row: Int) throws(Refusal) -> CellValue? {
    guard content.start < content.end else { return content.hasFormula ? .formulaWithoutValue : nil }
    guard let figure = DecimalFigure(bytes, content.start, content.end) else {
      throw damaged(.unreadableValue, row: row, column: head.column)
    }
    let kind = context.styles.kind(head.style)
    if kind == .date || kind == .time, let moment = dated(figure, kind, row: row, column: head.column) { return moment }
    return .number(mantissa: figure.mantissa, scale: figure.scale)
  }

  /// The date or time that a number shows as. A number that is no day stays a number, with a warning.
  private mutating func dated(_ figure: DecimalFigure, _ kind: NumberKind, row: Int, column: Int) -> CellValue? {
    if kind == .time, let seconds = SerialDate.seconds(figure) { return .time(seconds: seconds) }
    if kind == .date, let moment = SerialDate.moment(figure, in: context.dates) { return .date(moment) }
    warnings.add(SheetWarning.noSuchDay(file: context.file, sheet: context.sheet, row: row, column: column))
    return nil
  }
}
