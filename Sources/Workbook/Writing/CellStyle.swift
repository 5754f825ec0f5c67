/// A colour by its red, green and blue, as 0xRRGGBB.
package struct Colour: Sendable, Hashable {
  package let code: UInt32

  package init(_ code: UInt32) { self.code = code & 0xFF_FFFF }

  /// As style sheets write it, opaque.
  var text: String {
    var digits: [UInt8] = [0x46, 0x46]
    for shift in [20, 16, 12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(truncatingIfNeeded: code >> shift & 0xF)
      digits.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
    }
    return String(decoding: digits, as: UTF8.self)
  }
}

/// How a cell looks, and whether it may be filled in on a protected sheet.
package struct CellStyle: Sendable, Hashable {
  package enum Horizontal: Sendable, Hashable { case general, left, centre, right }
  package enum Vertical: Sendable, Hashable { case top, centre, bottom }
  package enum Border: Sendable, Hashable { case none, thin, medium, hair }

  package var isBold = false
  package var isItalic = false
  /// In points; that of the workbook when nothing.
  package var size: Int?
  package var colour: Colour?
  package var fill: Colour?
  /// On all four sides.
  package var border = Border.none
  package var borderColour: Colour?
  package var horizontal = Horizontal.general
  package var vertical = Vertical.centre
  package var wraps = false
  package var indent = 0
  /// A format code such as `#,##0` or `0.0%`; the general format when nothing.
  package var numberFormat: String?
  /// On a protected sheet, only cells that are not locked can be filled in.
  package var isLocked = true
  /// Whether a text that begins like a formula stays a text even after it has been edited. Set by the writer.
  var quotesPrefix = false

  package init() {}

  package static let plain = CellStyle()

  /// The style with something changed: `plain.with { $0.isBold = true }`.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }
}
