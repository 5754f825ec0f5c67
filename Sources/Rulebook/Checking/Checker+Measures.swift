import Diagnostics
import Quantities
import RuleLanguage

/// How far the check of a measure has come.
enum MeasureState {
  case unchecked
  case beingChecked
  /// In the rulebook at that position.
  case sound(Int)
  case faulty
}

// Measures are checked where they are first needed, so that each stands in the rulebook behind those that it is made of.

extension Checker {
  /// Groups come first: they may be made of measures, and other measures look at them.
  func checkGroupsAndMeasures() {
    rulebook.measures = []
    measureDepths = []
    measureReaches = []
    measureStates = declared.measures.map { _ in .unchecked }
    checkGroups()
    for position in declared.measures.indices {
      isTooDeepReported = false
      _ = measure(position, depth: 0)
    }
  }

  /// The position of a measure in the rulebook, once it is checked. `depth` is that of the place which names it: where one measure
  /// leads to the next, it goes on being counted.
  func measure(_ declaration: Int, depth: Int) -> Int? {
    switch measureStates[declaration] {
    case .sound(let position): return position
    case .faulty: return nil
    case .beingChecked:
      reportMeasureCircle(declaration)
      return nil
    case .unchecked: break
    }
    measureStates[declaration] = .beingChecked
    measuresBeingChecked.append(declaration)
    let figure = figure(declared.measures[declaration].value, Scope(), depth: depth + 1)
    measuresBeingChecked.removeLast()
    guard let figure, !circularMeasures.contains(declaration) else {
      measureStates[declaration] = .faulty
      return nil
    }
    return add(declared.measures[declaration], figure, declaration)
  }

  private func add(_ syntax: MeasureSyntax, _ figure: Figure, _ declaration: Int) -> Int? {
    guard isNumeric(figure.dimension) || isOrdered(figure.dimension) else {
      measureStates[declaration] = .faulty
      return reportNoArithmetic(figure)
    }
    let position = rulebook.measures.count
    measureStates[declaration] = .sound(position)
    measureDepths.append(figure.depth)
    measureReaches.append(figure.reach)
    rulebook.measures.append(
      Measure(
        name: syntax.name.name.text, otherName: syntax.name.other?.text, value: figure.expression, dimension: figure.dimension,
        place: syntax.name.name.place.span))
    return position
  }

  private func reportMeasureCircle(_ declaration: Int) {
    guard let start = measuresBeingChecked.firstIndex(of: declaration) else { return }
    let circle = Array(measuresBeingChecked[start...])
    for member in circle { circularMeasures.insert(member) }
    let names = circle.map { declared.measures[$0].name.name }
    let path = (names + [names[0]]).map { "「\($0.text)」" }.joined(separator: " → ")
    findings.error(
      .measureCircle, at: names[0].place.span,
      Wording("these measures are made of one another: \(path)", "算出指標が互いを使い合っています：\(path)"),
      labels: names.dropFirst().map { Label(.rule($0.place.span), Wording("in the circle", "循環の途中")) },
      reason: Wording("none of them could be computed first", "どれも先に計算できません"),
      mend: Wording("compute one of them from indicators alone", "どれか一つを、指標だけから計算してください"))
  }
}
