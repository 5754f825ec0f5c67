/// Numbers styles in the order of their first use, and writes the style sheet.
struct StyleCollector {
  private struct Font: Hashable {
    var isBold = false
    var isItalic = false
    var size: Int
    var colour: Colour?
  }

  private struct Edge: Hashable {
    var border = CellStyle.Border.none
    var colour: Colour?
  }

  private struct Numbered<Value: Hashable> {
    private(set) var values: [Value] = []
    private var indexes: [Value: Int] = [:]

    mutating func index(_ value: Value) -> Int {
      if let index = indexes[value] { return index }
      indexes[value] = values.count
      values.append(value)
      return values.count - 1
    }
  }

  private let fontName: String
  private let fontSize: Int
  private var styles = Numbered<CellStyle>()
  private var appearances: [ConditionalFormat.Appearance] = []

  init(fontName: String, fontSize: Int) {
    self.fontName = fontName
    self.fontSize = fontSize
    _ = styles.index(.plain)
  }

  mutating func index(_ style: CellStyle) -> Int { styles.index(style) }

  mutating func index(_ appearance: ConditionalFormat.Appearance) -> Int {
    if let index = appearances.firstIndex(of: appearance) { return index }
    appearances.append(appearance)
    return appearances.count - 1
  }

  // MARK: The style sheet

  func content() -> [UInt8] {
    var fonts = Numbered<Font>()
    var fills = Numbered<Colour?>()
    var edges = Numbered<Edge>()
    var formats = Numbered<String>()
    _ = fonts.index(Font(size: fontSize))
    _ = fills.index(nil)
    _ = edges.index(Edge())
    var cells = MarkupWriter()
    let blank = cells.bytes.count
    cells.open("cellXfs", [("count", String(styles.values.count))])
    for style in styles.values {
      let font = Font(isBold: style.isBold, isItalic: style.isItalic, size: style.size ?? fontSize, colour: style.colour)
      let fill = fills.index(style.fill)
      // Numbers below 164 belong to the formats that every program knows; fill 1 is a pattern that must be there.
      write(
        style, format: style.numberFormat.map { 164 + formats.index($0) } ?? 0, font: fonts.index(font),
        fill: fill == 0 ? 0 : fill + 1, edge: edges.index(Edge(border: style.border, colour: style.borderColour)), to: &cells)
    }
    cells.close("cellXfs")

    var markup = MarkupWriter()
    markup.raw("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
    if !formats.values.isEmpty {
      markup.open("numFmts", [("count", String(formats.values.count))])
      for (index, code) in formats.values.enumerated() {
        markup.empty("numFmt", [("numFmtId", String(164 + index)), ("formatCode", code)])
      }
      markup.close("numFmts")
    }
    markup.open("fonts", [("count", String(fonts.values.count))])
    for font in fonts.values { write(font, to: &markup) }
    markup.close("fonts")
    writeFills(fills.values, to: &markup)
    markup.open("borders", [("count", String(edges.values.count))])
    for edge in edges.values { write(edge, to: &markup) }
    markup.close("borders")
    markup.raw("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
    markup.append(cells.bytes[blank...])
    markup.raw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>")
    writeAppearances(to: &markup)
    markup.close("styleSheet")
    return markup.bytes
  }

  private func write(_ style: CellStyle, format: Int, font: Int, fill: Int, edge: Int, to markup: inout MarkupWriter) {
    markup.open(
      "xf",
      [
        ("numFmtId", String(format)), ("fontId", String(font)), ("fillId", String(fill)), ("borderId", String(edge)),
        ("xfId", "0"), ("quotePrefix", style.quotesPrefix ? "1" : nil), ("applyNumberFormat", format == 0 ? nil : "1"),
        ("applyFont", font == 0 ? nil : "1"), ("applyFill", fill == 0 ? nil : "1"),
        ("applyBorder", edge == 0 ? nil : "1"), ("applyAlignment", "1"), ("applyProtection", style.isLocked ? nil : "1"),
      ])
    let horizontal: String? =
      switch style.horizontal {
      case .general: nil
      case .left: "left"
      case .centre: "center"
      case .right: "right"
      }
    let vertical: String? =
      switch style.vertical {
      case .top: "top"
      case .centre: "center"
      case .bottom: nil
      }
    markup.empty(
      "alignment",
      [
        ("horizontal", horizontal), ("vertical", vertical), ("wrapText", style.wraps ? "1" : nil),
        ("indent", style.indent > 0 ? String(style.indent) : nil),
      ])
    if !style.isLocked { markup.empty("protection", [("locked", "0")]) }
    markup.close("xf")
  }

  private func write(_ font: Font, to markup: inout MarkupWriter) {
    markup.open("font")
    if font.isBold { markup.empty("b") }
    if font.isItalic { markup.empty("i") }
    markup.empty("sz", [("val", String(font.size))])
    if let colour = font.colour { markup.empty("color", [("rgb", colour.text)]) }
    markup.empty("name", [("val", fontName)])
    markup.close("font")
  }

  private func writeFills(_ fills: [Colour?], to markup: inout MarkupWriter) {
    markup.open("fills", [("count", String(fills.count + 1))])
    markup.raw("<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>")
    for fill in fills.dropFirst() {
      markup.raw("<fill><patternFill patternType=\"solid\">")
      markup.empty("fgColor", [("rgb", fill?.text)])
      markup.raw("<bgColor indexed=\"64\"/></patternFill></fill>")
    }
    markup.close("fills")
  }

  private func write(_ edge: Edge, to markup: inout MarkupWriter) {
    let style: String? =
      switch edge.border {
      case .none: nil
      case .thin: "thin"
      case .medium: "medium"
      case .hair: "hair"
      }
    markup.open("border")
    for side in ["left", "right", "top", "bottom"] as [StaticString] {
      markup.open(side, [("style", style)])
      if style != nil {
        markup.empty("color", [("rgb", edge.colour?.text), ("auto", edge.colour == nil ? "1" : nil)])
      }
      markup.close(side)
    }
    markup.raw("<diagonal/>")
    markup.close("border")
  }

  private func writeAppearances(to markup: inout MarkupWriter) {
    markup.open("dxfs", [("count", String(appearances.count))])
    for appearance in appearances {
      markup.open("dxf")
      if appearance.isBold || appearance.colour != nil {
        markup.open("font")
        if appearance.isBold { markup.empty("b") }
        if let colour = appearance.colour { markup.empty("color", [("rgb", colour.text)]) }
        markup.close("font")
      }
      if let fill = appearance.fill {
        // Here the background is what fills the cell.
        markup.raw("<fill><patternFill patternType=\"solid\">")
        markup.empty("fgColor", [("rgb", fill.text)])
        markup.empty("bgColor", [("rgb", fill.text)])
        markup.raw("</patternFill></fill>")
      }
      markup.close("dxf")
    }
    markup.close("dxfs")
  }
}
