import Diagnostics
import Quantities
import RuleLanguage

// `reports [X]` asks for a figure that somebody fills in: an indicator, or every row of a table.

extension Checker {
  func reported(_ syntax: ExpressionSyntax, _ scope: Scope, depth: Int) -> [CheckedCondition?] {
    if row(syntax, scope) == nil, let table = table(syntax) {
      guard let position = table.sound else { return [nil] }
      let rows = rulebook.tables[position].rows
      if rows.isEmpty {
        let none: CheckedCondition? = reportNoRows(rulebook.tables[position], syntax.place)
        return [none]
      }
      return rows.map { CheckedCondition(condition: .reported(.indicator($0)), depth: 2) }
    }
    guard let figure = figure(syntax, scope, depth: depth) else { return [nil] }
    guard isIndicator(figure.expression) else {
      findings.error(
        .reportsNoIndicator, at: syntax.place.span,
        Wording("only an indicator can be reported", "報告できるのは指標だけです"),
        reason: Wording("what is computed is not filled in by anybody", "計算した値は、だれかが記入するものではありません"),
        mend: Wording("name the indicators that it is computed from", "計算のもとになる指標の名前を書いてください"))
      return [nil]
    }
    return [CheckedCondition(condition: .reported(figure.expression), depth: figure.depth + 1)]
  }

  private func isIndicator(_ expression: Expression) -> Bool {
    var inner = expression
    while true {
      switch inner {
      case .indicator: return true
      case .inYear(_, let next), .ofArea(_, let next): inner = next
      default: return false
      }
    }
  }
}
