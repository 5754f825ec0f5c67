import Diagnostics

/// Of the styles of a workbook only this is read: whether a cell's number is a figure, a percentage, a date or a time.
struct Styles: Sendable {
  private var kinds: [NumberKind] = []

  init() {}

  init(_ content: [UInt8], place: PartPlace, limits: Limits) throws(Refusal) {
    var reader = try MarkupReader(content, place: place, depthLimit: limits.depth)
    var written: [Int: NumberKind] = [:]
    var formats: [Int] = []
    guard case .start(.styleSheet) = try reader.next() else { throw reader.fault(.otherRoot) }
    reading: while true {
      switch try reader.next() {
      case .start(.numberFormats), .start(.cellFormats): continue
      case .start(.numberFormat):
        if let number = reader.number(reader.attribute("numFmtId")), let code = reader.attribute("formatCode") {
          written[number] = NumberFormat.kind(of: try reader.text(of: code))
        }
      case .start(.format): formats.append(reader.number(reader.attribute("numFmtId")) ?? 0)
      case .start: try reader.skipElement()
      case .done: break reading
      case .end, .text: continue
      }
    }
    kinds = formats.map { written[$0] ?? NumberFormat.kind(ofBuiltIn: $0) }
  }

  /// What the numbers of a style are. A style that is not there makes figures.
  @inline(__always)
  func kind(_ style: Int) -> NumberKind { style < kinds.count ? kinds[style] : .figure }
}
