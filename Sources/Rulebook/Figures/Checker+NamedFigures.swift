import Diagnostics
import Quantities
import RuleLanguage

// Figures that are called by name: indicators, measures, parameters.

extension Checker {
  static let figureKinds: [NamedThing.Kind] = [.indicator, .measure, .parameter]

  func figure(named name: NameSyntax, _ scope: Scope, depth: Int) -> Figure? {
    if refusesAllButConstants(scope, name.place) { return nil }
    if let row = row(named: name, scope) { return indicatorPositions[row].map { figure(indicator: $0, name.place) } }
    if names.things(named: name.text, kinds: Checker.figureKinds).isEmpty {
      if let answer = Checker.answer(marked: name.text) { return constant(answer ? .one : .zero, .yesOrNo, name.place) }
      if let table = names.things(named: name.text, kinds: [.table]).first {
        reportTable(name, table)
        return nil
      }
    }
    guard let thing = find(name, among: Checker.figureKinds) else { return nil }
    switch thing.kind {
    case .indicator: return indicatorPositions[thing.declaration].map { figure(indicator: $0, name.place) }
    case .measure: return figure(measure: thing.declaration, name.place, depth: depth)
    case .parameter: return parameterPositions[thing.declaration].map { figure(parameter: $0, name.place) }
    case .table, .group, .target: return nil
    }
  }

  /// A yes or a no that stands in marks, as answers on forms do.
  private static func answer(marked text: String) -> Bool? {
    switch NameFolding.fold(text) {
    case "yes", "はい": true
    case "no", "いいえ": false
    default: nil
    }
  }

  func figure(indicator position: Int, _ place: Place) -> Figure {
    let indicator = rulebook.indicators[position]
    var figure = Figure(expression: .indicator(position), dimension: indicator.kind.dimension, place: place)
    if case .percent = indicator.kind { figure.isReportedShare = true }
    return figure
  }

  private func figure(parameter position: Int, _ place: Place) -> Figure {
    let parameter = rulebook.parameters[position]
    var figure = Figure(expression: .parameter(position), dimension: parameter.dimension, place: place)
    if parameter.dimension == .plain { figure.unit = .bareParameter }
    if parameter.dimension == .ratio { figure.isReportedShare = true }
    return figure
  }

  private func figure(measure declaration: Int, _ place: Place, depth: Int) -> Figure? {
    guard let position = measure(declaration, depth: depth) else { return nil }
    let measure = rulebook.measures[position]
    var figure = Figure(expression: .measure(position), dimension: measure.dimension, place: place)
    figure.reach = measureReaches[position]
    figure.depth = measureDepths[position] + 1
    return figure
  }

  private func reportTable(_ name: NameSyntax, _ table: NamedThing) {
    findings.error(
      .tableIsNoFigure, at: name.place.span,
      Wording("「\(name.text)」 is a table, not one figure", "「\(name.text)」は内訳表で、一つの値ではありません"),
      labels: [Label(.rule(table.place), table.wording)],
      mend: oneFigure(of: name, declared.tables[table.declaration].syntax))
  }

  /// What to write where a table's name stands for a figure. The parts of a breakdown, mostly shares of men and of women, are asked
  /// for one by one; rows may be added up.
  private func oneFigure(of name: NameSyntax, _ table: TableSyntax) -> Wording {
    guard let breakdown = table.by, let part = table.rows.first?.label?.name else {
      return Wording(
        "write: the sum of [\(name.text)], or every row of [\(name.text)] is …",
        "「「\(name.text)」の合計」または「「\(name.text)」のすべての行が…」と書いてください")
    }
    return Wording(
      "write: [\(name.text)] is … for each [\(breakdown.text)]; or name one part: [\(part.text)]",
      "「「\(breakdown.text)」ごとに「\(name.text)」が…」と書くか、「「\(part.text)」が…」のように一つの区分を書いてください")
  }
}
