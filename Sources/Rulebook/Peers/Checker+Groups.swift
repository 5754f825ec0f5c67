import Diagnostics
import Quantities
import RuleLanguage

// Groups: classes of areas by a figure. Every value lies in exactly one class.

extension Checker {
  func checkGroups() {
    rulebook.groups = []
    groupPositions = declared.groups.map { _ in nil }
    isCheckingGroups = true
    for (position, syntax) in declared.groups.enumerated() {
      isTooDeepReported = false
      guard let group = group(syntax) else { continue }
      groupPositions[position] = rulebook.groups.count
      rulebook.groups.append(group)
    }
    isCheckingGroups = false
  }

  private func group(_ syntax: GroupSyntax) -> Group? {
    guard let figure = figure(syntax.value, Scope(), depth: 1) else { return nil }
    guard isNumeric(figure.dimension) else {
      let _: Figure? = reportNoArithmetic(figure)
      return nil
    }
    guard syntax.classes.count > 1 else { return reportTooFewClasses(syntax) }
    var used = UsedNames()
    var stretches: [Stretch] = []
    var classes: [Group.Class] = []
    for part in syntax.classes {
      guard !unused(part.name, &used).isEmpty, let (stretch, condition) = stretch(part, figure) else { return nil }
      stretches.append(stretch)
      classes.append(
        Group.Class(name: part.name.name.text, otherName: part.name.other?.text, condition: condition))
    }
    guard isPartition(stretches, syntax, figure) else { return nil }
    return Group(
      name: syntax.name.name.text, otherName: syntax.name.other?.text, classes: classes,
      place: syntax.name.name.place.span)
  }

  /// The values of a class: from `low` on, up to before `high`.
  private struct Stretch {
    var low: Rational?
    var high: Rational?
    let name: NameSyntax
  }

  private func stretch(_ part: GroupSyntax.Class, _ figure: Figure) -> (Stretch, Condition)? {
    var stretch = Stretch(name: part.name.name)
    var conditions: [CheckedCondition?] = []
    let step = step(of: figure)
    for bound in part.bounds {
      guard let condition = comparison(of: figure, bound, Scope(), bound.value.place, depth: 1) else { return nil }
      conditions.append(condition)
      guard case .comparison(let comparison) = condition.condition, case .constant(let value) = comparison.right else {
        return reportClass(part)
      }
      switch bound.relation {
      case .atLeast: stretch.low = step.map { value.roundedUp(to: $0) } ?? value
      case .lessThan: stretch.high = step.map { value.roundedUp(to: $0) } ?? value
      case .moreThan, .atMost:
        // Without a step the end itself would belong to both sides or to neither.
        guard let step else { return reportClass(part) }
        let next = value.roundedUp(to: step)
        let after = next == value ? next + step : next
        if bound.relation == .moreThan { stretch.low = after } else { stretch.high = after }
      case .equal, .notEqual: return reportClass(part)
      }
    }
    return all(conditions).map { (stretch, $0.condition) }
  }

  /// The step of a plain figure; nothing for what is computed.
  private func step(of figure: Figure) -> Rational? {
    if case .indicator(let position) = figure.expression { return rulebook.indicators[position].storedStep }
    return nil
  }

  private func isPartition(_ stretches: [Stretch], _ syntax: GroupSyntax, _ figure: Figure) -> Bool {
    var (least, beyond): (Rational?, Rational?) = (nil, nil)
    if case .indicator(let position) = figure.expression {
      let indicator = rulebook.indicators[position]
      least = indicator.leastStored.map { indicator.value(stored: $0) }
      beyond = indicator.greatestStored(ladders: rulebook.ladders).map { indicator.value(stored: $0) + indicator.storedStep }
    }
    let ordered = stretches.sorted { first, second in
      guard let b = second.low else { return false }
      return first.low.map { $0 < b } ?? true
    }
    var isSound = true
    for (first, second) in zip(ordered, ordered.dropFirst()) {
      guard let end = first.high, let start = second.low else {
        isSound = reportOverlap(first.name, second.name)
        continue
      }
      if end < start { isSound = reportHole(end, second.name, figure) }
      if start < end { isSound = reportOverlap(first.name, second.name) }
    }
    if let first = ordered.first, let low = first.low, least.map({ $0 < low }) ?? true {
      isSound = reportHole(least ?? low, first.name, figure)
    }
    if let last = ordered.last, let high = last.high, beyond.map({ high < $0 }) ?? true {
      isSound = reportHole(high, last.name, figure)
    }
    return isSound
  }

  // MARK: Belonging

  /// The group that a figure's place names, where no figure is called so.
  func group(named syntax: ExpressionSyntax) -> NameSyntax? {
    guard case .name(let name) = syntax.kind, !declared.groups.isEmpty else { return nil }
    let isGroup = !names.things(named: name.text, kinds: [.group]).isEmpty
    return isGroup && names.things(named: name.text, kinds: Checker.figureKinds).isEmpty ? name : nil
  }

  func group(_ name: NameSyntax) -> Int? {
    guard let found = find(name, among: [.group], code: .unknownGroup) else { return nil }
    if let position = groupPositions[found.declaration] { return position }
    if isCheckingGroups { reportGroupTooEarly(name) }
    return nil
  }

  /// A group is made of figures that can be computed before it: those that look at its own classes, or at those of a later one,
  /// cannot.
  private func reportGroupTooEarly(_ name: NameSyntax) {
    findings.error(
      .measureCircle, at: name.place.span,
      Wording(
        "a group is made of the classes of 「\(name.text)」 before these are known", "「\(name.text)」の区分が決まる前に、その区分から別の区分を作っています"),
      reason: Wording("the classes of a group come from figures that can be computed before it", "区分は、先に計算できる値で分けます"),
      mend: Wording(
        "declare 「\(name.text)」 before the group that needs it, or take a figure that looks at no classes",
        "「\(name.text)」を先に定めるか、区分によらない値で分けてください"))
  }

  /// `「規模」 is 「小」`.
  func belonging(
    to name: NameSyntax, _ bounds: [BoundSyntax], _ scope: Scope, _ place: Place, depth: Int
  ) -> CheckedCondition? {
    guard let position = group(name) else { return nil }
    let group = rulebook.groups[position]
    guard bounds.count == 1, case .name(let wanted) = bounds[0].value.kind,
      bounds[0].relation == .equal || bounds[0].relation == .notEqual
    else { return reportClassQuestion(name, place) }
    let key = NameFolding.fold(wanted.text)
    let part = group.classes.first { part in
      NameFolding.fold(part.name) == key || part.otherName.map { NameFolding.fold($0) } == key
    }
    guard let part else { return reportUnknownClass(wanted, group) }
    let condition = bounds[0].relation == .equal ? part.condition : .not(part.condition)
    return CheckedCondition(condition: condition, depth: 4)
  }
}

extension Rational {
  /// The least multiple of the step that is not below.
  fileprivate func roundedUp(to step: Rational) -> Rational {
    (divided(by: step)?.roundedUp(decimals: 0) ?? .zero) * step
  }
}

extension Checker {
  private func reportTooFewClasses(_ syntax: GroupSyntax) -> Group? {
    if misread.contains(syntax.place) { return nil }
    findings.error(
      .groupUnfit, at: syntax.name.name.place.span,
      Wording("group 「\(syntax.name.name.text)」 has fewer than two classes", "分類「\(syntax.name.name.text)」の区分が二つ未満です"),
      mend: Wording("list its classes below it: 「小」 less than 10,000人", "「「小」1万人未満」のように、区分を一行に一つずつ書いてください"))
    return nil
  }

  private func reportClass<Result>(_ part: GroupSyntax.Class) -> Result? {
    findings.error(
      .groupUnfit, at: part.name.name.place.span,
      Wording(
        "the limits of class 「\(part.name.name.text)」 are no stretch of numbers", "区分「\(part.name.name.text)」の範囲が数の区間になっていません"),
      reason: Wording("every area must belong to exactly one class, whatever it reports", "どの値でも、ちょうど一つの区分に入らなければなりません"),
      mend: Wording("write at least and less than with fixed numbers", "決まった数で「…以上…未満」と書いてください"))
    return nil
  }

  private func reportHole(_ value: Rational, _ name: NameSyntax, _ figure: Figure) -> Bool {
    let shown = (figure.dimension == .ratio ? value * Rational(100) : value).decimalText
    findings.error(
      .groupHole, at: name.place.span,
      Wording("a figure of \(shown) would belong to no class", "値が\(shown)のとき、どの区分にも入りません"),
      reason: Wording("every area must belong to exactly one class", "どの地域も、ちょうど一つの区分に入らなければなりません"),
      mend: Wording("let the classes follow each other without a gap", "区分がすき間なく続くように直してください"))
    return false
  }

  private func reportOverlap(_ first: NameSyntax, _ second: NameSyntax) -> Bool {
    findings.error(
      .groupOverlap, at: second.place.span,
      Wording("classes 「\(first.text)」 and 「\(second.text)」 overlap", "区分「\(first.text)」と「\(second.text)」が重なっています"),
      labels: [Label(.rule(first.place.span), Wording("the other class", "もう一方の区分"))],
      reason: Wording("every area must belong to exactly one class", "どの地域も、ちょうど一つの区分に入らなければなりません"),
      mend: Wording("let one begin where the other ends", "一方の終わりを他方の始まりに合わせてください"))
    return false
  }

  private func reportClassQuestion(_ name: NameSyntax, _ place: Place) -> CheckedCondition? {
    findings.error(
      .groupUnfit, at: place.span,
      Wording("a class can only be asked for by its name", "分類については、区分の名前だけを問えます"),
      mend: Wording("write: 「\(name.text)」 is 「…」", "「「\(name.text)」が「…」」と書いてください"))
    return nil
  }

  private func reportUnknownClass(_ name: NameSyntax, _ group: Group) -> CheckedCondition? {
    let classes = group.classes.map { "「\($0.name)」" }
    findings.error(
      .unknownGroup, at: name.place.span,
      Wording("group 「\(group.name)」 has no class 「\(name.text)」", "分類「\(group.name)」に「\(name.text)」という区分はありません"),
      labels: [Label(.rule(group.place), Wording("declared here", "宣言はここです"))],
      mend: Wording("its classes are \(classes.joined(separator: ", "))", "区分は\(classes.joined(separator: "、"))です"))
    return nil
  }
}
