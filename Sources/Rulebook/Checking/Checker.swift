import Diagnostics
import Quantities
import RuleLanguage

/// What the checks share: the declarations, what has been resolved so far, and what was found. Each check is an extension in a
/// file of its own.
final class Checker {
  let declared: CollectedDeclarations
  let sources: SourceSet
  let misread: MisreadDeclarations
  let findings = Findings()
  var rulebook: Rulebook

  /// The spelling of every declared unit by its folded form.
  var units: [FoldedName: String] = [:]
  var levelsAreDeclared = false
  var levelsAreUsed = false

  /// What names in expressions may stand for, and the targets' names.
  var names = NameTable()
  var targetNames = NameTable()

  /// Ladders by their folded names.
  var scalePositions: [FoldedName: Int?] = [:]
  // From positions in the declarations to positions in the rulebook: nothing where a declaration has an error of its own.
  var itemPositions: [Int?] = []
  var indicatorPositions: [Int?] = []
  var tablePositions: [Int?] = []
  var parameterPositions: [Int?] = []
  var measureStates: [MeasureState] = []
  var targetPositions: [Int?] = []
  var groupPositions: [Int?] = []
  var isCheckingGroups = false
  /// The chain of measures that led to the one that is being checked.
  var measuresBeingChecked: [Int] = []
  var circularMeasures: Set<Int> = []
  /// Declarations whose code is their own.
  var soundCodes: (indicators: Set<Int>, tables: Set<Int>) = ([], [])
  /// How many names may still be looked at as suggestions.
  var suggestionsLeft = 100_000
  /// How often a broken-down indicator has been used for one of its parts.
  var brokenDownUses = 0
  /// Whether the sentence at hand has been found to be too deep.
  var isTooDeepReported = false
  /// Whether any sentence asks for the outcome of a target.
  var asksForOutcomes = false
  /// How deep the value of each measure in the rulebook is nested.
  var measureDepths: [Int] = []
  /// The highest level of areas for which each measure in the rulebook can be asked.
  var measureReaches: [Int] = []
  /// The levels whose areas have an outcome, for each declared target.
  var judgedLevels: [[Int]] = []

  /// Deeper expressions and conditions are refused: every later step walks them by recursion.
  static let greatestDepth = 64

  init(_ declared: CollectedDeclarations, sources: SourceSet, misread: MisreadDeclarations) {
    self.declared = declared
    self.misread = misread
    self.sources = sources
    rulebook = Rulebook(program: Program(title: "", levels: Program.assumedLevels), sources: sources)
  }

  /// The text of a rule as the user wrote it.
  func written(_ place: Place) -> String {
    let file = Int(place.span.file)
    return sources.files.indices.contains(file) ? sources.text(of: place.span) : ""
  }
}
