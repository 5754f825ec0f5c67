import Quantities
import RuleLanguage
import Rulebook

/// What a requirement asks, as far as formulas in a workbook can answer it.
indirect enum FormulaNode {
  /// The results that are possible whatever is filled in.
  case settled(Possible)
  case comparison(ComparedForm)
  case reported(Variable)
  case all([FormulaNode])
  case any([FormulaNode])
  case not(FormulaNode)
  case numberMet(Relation, Int, [FormulaNode])
  /// The demand, not applicable where the gate is not met.
  case gated(FormulaNode, FormulaNode)
}

/// Which results are possible.
struct Possible: Equatable {
  var met = false
  var missed = false
  var notApplicable = false

  static let met = Possible(met: true)
  static let missed = Possible(missed: true)
  static let notApplicable = Possible(notApplicable: true)
  static let undecided = Possible(met: true, missed: true)
}

/// A form that is held against zero.
struct ComparedForm {
  let form: WholeForm
  let relation: Relation
  /// What both sides were divided by, where something was: not applicable where it is zero.
  let divisor: WholeForm?
}

/// How much is missing where a single comparison decides: in steps of the figure on its left side.
struct ShortfallFormula {
  let form: WholeForm
  let relation: Relation
  let variable: Variable
  let factor: Int64
}

/// A target that formulas can judge for one area.
struct CompiledTarget {
  let node: FormulaNode
  /// Figures that tie several comparisons together, with the pieces of their ranges in which no comparison changes.
  let cases: [(variable: Variable, pieces: [Piece])]
  let shortfall: ShortfallFormula?
  let isWaived: Bool
  /// The figures of the form that it looks at, in the order of the sentence.
  let variables: [Variable]

  struct Piece {
    /// Open where nothing.
    let low: Int64?
    let high: Int64?
  }
}
