/// What may be entered into cells, with what is said before and when something else is entered.
package struct Validation: Sendable {
  package enum Allowed: Sendable {
    /// One of a few short words, none with a comma; together at most 255 characters.
    case words([String])
    /// One of the cells of a range, as a formula such as `'一覧'!$A$1:$A$5` or a defined name.
    case listed(String)
    /// A whole number between two formulas.
    case whole(from: String, to: String)
    case decimal(from: String, to: String)
    /// A day between two formulas, such as `DATE(2024,4,1)`.
    case date(from: String, to: String)
    /// Whatever makes a formula true; written for the top left cell of the first range.
    case formula(String)
  }

  package enum Refusal: Sendable {
    case stop, warning, information
  }

  package var ranges: [CellRange]
  package var allowed: Allowed
  package var allowsBlank = true
  package var refusal = Refusal.stop
  /// Shown beside the cell while it is being filled in. Titles are cut at 32 characters and texts at 255, as they must be.
  package var promptTitle = ""
  package var prompt = ""
  package var errorTitle = ""
  package var error = ""

  package init(_ ranges: [CellRange], _ allowed: Allowed) {
    self.ranges = ranges
    self.allowed = allowed
  }
}

/// How cells look while a formula is true.
package struct ConditionalFormat: Sendable {
  package struct Appearance: Sendable, Hashable {
    package var isBold = false
    package var colour: Colour?
    package var fill: Colour?

    package init(isBold: Bool = false, colour: Colour? = nil, fill: Colour? = nil) {
      self.isBold = isBold
      self.colour = colour
      self.fill = fill
    }
  }

  package var ranges: [CellRange]
  /// Written for the top left cell of the first range, without `=`.
  package var formula: String
  package var appearance: Appearance
  /// Whether formats that come later are left out where this one holds.
  package var stops: Bool

  package init(_ ranges: [CellRange], when formula: String, _ appearance: Appearance, stops: Bool = false) {
    self.ranges = ranges
    self.formula = formula
    self.appearance = appearance
    self.stops = stops
  }
}
