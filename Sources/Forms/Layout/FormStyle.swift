import Workbook

/// How the cells of a form look.
enum FormStyle {
  static let line = Colour(0x9AA5B1)
  static let plain = CellStyle.plain.with {
    $0.vertical = .top; $0.wraps = true
  }
  static let title = CellStyle.plain.with {
    $0.isBold = true; $0.size = 18; $0.colour = Colour(0x1F3A5F)
  }
  static let subtitle = CellStyle.plain.with {
    $0.isBold = true; $0.size = 13; $0.colour = Colour(0x1F3A5F)
  }
  static let head = bordered.with {
    $0.isBold = true; $0.fill = Colour(0xDCE6F1); $0.horizontal = .centre
  }
  static let bordered = CellStyle.plain.with {
    $0.border = .thin
    $0.borderColour = line
    $0.wraps = true
    $0.vertical = .centre
  }
  /// Texts and figures keep a little off the line.
  static let text = bordered.with {
    $0.horizontal = .left; $0.indent = 1; $0.size = 10
  }
  static let centred = bordered.with { $0.horizontal = .centre }
  static let right = bordered.with {
    $0.horizontal = .right; $0.indent = 1
  }
  static let faint = centred.with { $0.colour = Colour(0x6B7280) }
  static let note = CellStyle.plain.with {
    $0.size = 10; $0.colour = Colour(0x4B5563); $0.wraps = true; $0.vertical = .top
  }
  static let closed = centred.with {
    $0.fill = Colour(0xECEFF3); $0.colour = Colour(0x6B7280)
  }
  static let input = bordered.with {
    $0.fill = Colour(0xFFF9DB); $0.isLocked = false; $0.border = .medium; $0.borderColour = Colour(0x7A6A1D)
  }
  static let verdict = centred.with { $0.isBold = true }

  static let good = ConditionalFormat.Appearance(isBold: true, colour: Colour(0x14532D), fill: Colour(0xD1F0DA))
  static let bad = ConditionalFormat.Appearance(isBold: true, colour: Colour(0x7F1D1D), fill: Colour(0xFAD4D4))
  static let caution = ConditionalFormat.Appearance(isBold: true, colour: Colour(0x713F12), fill: Colour(0xFDEBB3))
  static let dim = ConditionalFormat.Appearance(colour: Colour(0x4B5563), fill: Colour(0xECEFF3))
}
