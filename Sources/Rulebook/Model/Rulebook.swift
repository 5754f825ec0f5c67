import Diagnostics
import Quantities
import RuleLanguage

/// A checked rulebook: every name is resolved to a position in these lists, every figure has a kind and a unit.
package struct Rulebook: Sendable {
  package var program: Program
  package var ladders: [Ladder] = []
  package var items: [Item] = []
  package var indicators: [Indicator] = []
  package var tables: [Table] = []
  package var measures: [Measure] = []
  package var parameters: [Parameter] = []
  package var groups: [Group] = []
  package var targets: [Target] = []
  package var waivers: [Waiver] = []
  package var examples: [Example] = []
  /// The files that the rulebook was read from; every place points into them.
  package var sources: SourceSet

  package init(program: Program, sources: SourceSet) {
    self.program = program
    self.sources = sources
  }
}

package struct Program: Sendable {
  package var title: String
  /// The month, from 1, in which a fiscal year starts.
  package var firstMonth: Int32
  /// The levels of areas, the lowest first; never empty.
  package var levels: [Level]
  /// The first year in which the program ran: earlier years were not missed.
  package var since: FiscalYear?
  /// The years of the plan; periods of the same length lie before and after it.
  package var planPeriod: PlanPeriod?

  package init(title: String, firstMonth: Int32 = 4, levels: [Level], since: FiscalYear? = nil) {
    self.title = title
    self.firstMonth = firstMonth
    self.levels = levels
    self.since = since
  }
}

/// A level of areas with all its words, such as 区, ward, wards.
package struct Level: Sendable {
  package let words: [String]

  package init(words: [String]) { self.words = words }

  /// The word that a text in that language uses for one area, or for several.
  package func word(in language: Language, plural: Bool = false) -> String {
    let ascii = words.filter { $0.utf8.allSatisfy { $0 < 128 } }
    switch language {
    case .japanese: return words.first { word in !word.utf8.allSatisfy { $0 < 128 } } ?? words[0]
    case .english: return (plural ? ascii.last : ascii.first) ?? words[0]
    }
  }
}

package struct Item: Sendable {
  package let code: String
  package let title: String

  package init(code: String, title: String) {
    self.code = code
    self.title = title
  }
}

/// An ordered ladder of steps, the lowest first.
package struct Ladder: Sendable {
  package let name: String
  package let steps: [Step]

  package init(name: String, steps: [Step]) {
    self.name = name
    self.steps = steps
  }

  package struct Step: Sendable {
    package let name: String
    package let otherName: String?
    /// The other spellings that forms use.
    package let spellings: [String]

    package init(name: String, otherName: String? = nil, spellings: [String] = []) {
      self.name = name
      self.otherName = otherName
      self.spellings = spellings
    }
  }

  /// The step that a form means by `spelling`, however it is written.
  package func step(spelled spelling: String) -> Int? {
    let key = NameFolding.fold(spelling)
    return steps.firstIndex { step in
      NameFolding.fold(step.name) == key || step.otherName.map { NameFolding.fold($0) } == key
        || step.spellings.contains { NameFolding.fold($0) == key }
    }
  }
}

package struct Table: Sendable {
  package let code: String
  package let label: String?
  package let item: Int?
  /// All rows, as positions of indicators.
  package let rows: [Int]
  /// The rows that are shown once more (再掲) and belong to no sum.
  package let ofWhich: [Int]
  package let total: Int?
  package let multipleAnswers: Bool

  package init(code: String, label: String?, item: Int?, rows: [Int], ofWhich: [Int], total: Int?, multipleAnswers: Bool) {
    self.code = code
    self.label = label
    self.item = item
    self.rows = rows
    self.ofWhich = ofWhich
    self.total = total
    self.multipleAnswers = multipleAnswers
  }

  /// The rows that a sum of the table adds.
  package var summedRows: [Int] { rows.filter { row in !ofWhich.contains(row) } }
}

package struct Measure: Sendable {
  package let name: String
  package let otherName: String?
  package let value: Expression
  package let dimension: Dimension
  package let place: SourceSpan

  package init(name: String, otherName: String?, value: Expression, dimension: Dimension, place: SourceSpan) {
    self.name = name
    self.otherName = otherName
    self.value = value
    self.dimension = dimension
    self.place = place
  }
}

/// A number that targets use by name.
package struct Parameter: Sendable {
  package let name: String
  package let otherName: String?
  package let dimension: Dimension
  /// The values with the years from which they hold, in order of years; the first holds from the beginning.
  package let values: [(from: FiscalYear?, value: Rational)]
  /// A value that replaces the stated one in one year only.
  package var replacement: (year: FiscalYear, value: Rational)?
  package let place: SourceSpan

  package init(
    name: String, otherName: String?, dimension: Dimension, values: [(from: FiscalYear?, value: Rational)], place: SourceSpan
  ) {
    self.name = name
    self.otherName = otherName
    self.dimension = dimension
    self.values = values
    self.place = place
  }

  package func value(in year: FiscalYear) -> Rational {
    if let replacement, replacement.year == year { return replacement.value }
    var current = values.first?.value ?? .zero
    for (from, value) in values { if let from, from <= year { current = value } }
    return current
  }
}

package struct Waiver: Sendable {
  package let target: Int
  /// The areas' codes or names, as written.
  package let areas: [Spelled]
  package let from: FiscalYear
  package let until: FiscalYear
  package let because: String
  package let place: SourceSpan

  package init(target: Int, areas: [Spelled], from: FiscalYear, until: FiscalYear, because: String, place: SourceSpan) {
    self.target = target
    self.areas = areas
    self.from = from
    self.until = until
    self.because = because
    self.place = place
  }
}

/// The name of an area as a rule writes it: areas are known only when data is read.
package struct Spelled: Sendable, Hashable {
  package let text: String
  package let place: SourceSpan

  package init(_ text: String, _ place: SourceSpan) {
    self.text = text
    self.place = place
  }
}
